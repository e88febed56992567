### Rehearsal: feedback on an answer. What works comes first, then one thing, then why. Never more than one thing.

rehearse-works-both = You ask for something, and you say what it does to your life. Both work.
    .low = You ask, and you say what it does to your life. Good.
    .foggy = You ask, and you say why. Good.
rehearse-works-ask = You ask for something clear. That works.
    .low = You ask for something. That works.
    .foggy = You ask. Good.
rehearse-works-function = You say what it does to your life. That works.
    .low = You say what it does to your life. Good.
    .foggy = You say what it does. Good.
rehearse-works-short = It's short. That works.
    .low = It's short. Good.
    .foggy = Short. Good.

rehearse-advice-insult = One thing: leave out “{ $words }”. You may have cause to be angry, but a name may be all they hear.
    .low = Leave out “{ $words }”. Your point gets heard better without it.
    .foggy = Leave out “{ $words }”. Your point gets heard better.
rehearse-advice-accusation = One thing: “{ $words }” is about them. Say what happened to you, and they have less to fight.
    .low = Say what happened to you. “{ $words }” gives them something to fight.
    .foggy = Say “I”, not “you”. They hear it better.
rehearse-advice-no-ask = One thing: ask for something. A question gives them something they can do.
    .low = Ask for one thing. It gives them something to do.
    .foggy = Ask for one thing. Then they can do it.
rehearse-advice-two-things = One thing: there are two in here. The second one tends to get lost, so keep it for after.
    .low = There are two things in here. Keep one for after, so it isn't lost.
    .foggy = Say one thing. Keep the other for after.
rehearse-advice-long = One thing: it takes { $seconds } seconds to say. People often cut in after about eleven, so put your ask first or cut it down.
    .low = It takes { $seconds } seconds. People cut in after about eleven. Shorter gets heard.
    .foggy = A bit long. Shorter gets heard.
rehearse-advice-self-blame = One thing: leave out “{ $words }”. You have a right to be here, and it makes your point look small.
    .low = Leave out “{ $words }”. You have a right to be here.
    .foggy = Leave out “{ $words }”. You may be here.
rehearse-advice-hedges = One thing: say it as it is, without so many maybes. They make it easy to pass over.
    .low = Fewer maybes. They make it easy to pass over.
    .foggy = Fewer maybes. Then it gets heard.
rehearse-advice-no-function = One thing: say what it keeps you from doing. That is what they can write down and act on.
    .low = Say what it keeps you from doing. They can write that down.
    .foggy = Say what you can't do now. They can write it down.
rehearse-advice-well = It takes { $seconds ->
        [one] a second
       *[other] { $seconds } seconds
    } to say, and it's easy to follow. Keep it, if it feels like you.
    .low = Short and easy to follow. Keep it, if it feels like you.
    .foggy = Good as it is. Keep it, if you like.
