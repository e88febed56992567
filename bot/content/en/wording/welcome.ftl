### First contact: what the bot is and keeps, and one button to agree.

welcome-about = <b>Sameside</b> remembers how you are between visits and gets you ready for your doctor.

    • Type how things are, in your own words. I keep it and make one page of it.
    • I am not a medical service. I do not diagnose. In an emergency: /urgent
    • What you write is kept sealed on the computer of the person who runs this bot. Telegram bots have no end-to-end encryption, so Telegram could read it on the way.
    • /forget removes everything, at any time. /privacy says more.
welcome-held = I have kept what you sent, sealed. It is handled once you agree, or dropped after a day.
welcome-agree = I agree
welcome-agreed = You agreed on { $day }.

welcome-back = Hello{ $name }. Type how things are, any time. For your visits: /visits. All I can do: /help
    .low = Hello{ $name }. Type how things are, any time. /help
    .foggy = Hello{ $name }. Type how you are.

agree-thanks = Thank you. The four keys at the bottom are always there.
agree-before = You have agreed already. Type how things are, any time.
