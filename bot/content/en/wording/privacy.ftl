### What is kept, everything out, everything gone.

privacy-text = <b>What I keep</b>
    What you type here, with photos, voice notes, visits, questions, reminders and settings. Sealed, until you remove it.

    <b>Who can read it</b>
    The person who runs this bot holds the key, so they could. Telegram could too: bots have no end-to-end encryption. So could someone who holds your phone. I give it to no one else, and no word of it is used to learn from or to sell.

    <b>How long</b>
    Until you say /forget. Then all of it is gone from here at once. A backup put back later does not bring it back. The messages in this chat stay until you delete the chat.

    <b>Everything out</b>
    /export sends it to you as one file.
    .low = I keep what you send here, sealed, until you say /forget.
        The person who runs this bot could read it. Telegram could too: bots have no end-to-end encryption. No one else gets it.
        /export sends you all of it. /forget removes all of it. To remove the messages in this chat, delete the chat.
    .foggy = I keep what you send, sealed.
        The person who runs this bot and Telegram could read it: bots have no end-to-end encryption.
privacy-export = Send me everything
privacy-forget = Remove everything

export-comes = Your archive is on its way: all you told me, as files you can open and print. Keep it safe, it is not locked.
    .foggy = Your file is on its way. It is not locked.

forget-sure = This removes everything I keep of you: log, visits, questions, reminders, files, settings. It cannot be undone. Is that what you want?
    .low = This removes all I keep of you, for good. Is that what you want?
    .foggy = Remove all, for good?
    .export = Send me a copy first
    .yes = Yes, remove everything
    .no = Keep it
forget-stranger = You have not agreed yet, so I hold only what you sent in the last day, sealed and unread. Remove it now?
forget-kept = Nothing was removed.
forget-gone = All of it is removed: what you wrote, your settings and the key to them. I do not know you any more. To remove the messages here too, delete this chat. To start again one day: /start
    .foggy = All of it is removed. To clear this chat, delete it.
