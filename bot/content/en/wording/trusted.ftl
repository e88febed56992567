### A trusted person: who may see the summary or log, the code that lets them in, and what they themselves read.

command-trusted = Who may see your summary

trusted-somebody = the person who invited you
trusted-may =
    .summary = sees your summary
    .log = sees your summary, and may log for you
trusted-head = <b>People you trust</b>
trusted-nobody = You have let no one see your summary.
trusted-person = • { $name }: { $may }. Since { $since }. { $last }
    .foggy = • { $name }: { $may }.
trusted-last = Last here { $when }.
trusted-last-never = Has not looked yet.
trusted-waiting = • { $name }: a code waits until { $until }.
    .foggy = • { $name }: a code waits.
trusted-seen = <b>What they did</b>
trusted-nothing = Nothing yet.
trusted-more = The rest is in your archive: /export
trusted-did =
    .joined = • { $when }: { $name } used your code
    .looked = • { $when }: { $name } saw your summary
    .told = • { $when }: { $name } put something in your log
    .ended = • { $when }: this ended for { $name }
trusted-head-others = <b>People who trust you</b>
trusted-other =
    .summary = • { $name }: you can see the summary.
    .log = • { $name }: you can see the summary, and log.
trusted-button =
    .hub = People you trust
    .invite = Invite someone
    .code = I have a code
    .seen = All they did
    .end = End it: { $name }
    .drop = Take back: { $name }
    .look = Summary: { $name }
    .tell = Log for { $name }
    .leave = Leave: { $name }
    .look-them = Their summary
    .tell-them = Log for them
    .leave-them = Leave them
    .show = Show it

## What the patient is told

trusted-dropped = That code does not work any more.
trusted-ended = { $name } can see nothing new from now on. What they saw before may still be in their chat.
    .low = { $name } can see nothing new from now on.
trusted-ended-before = That had ended before.
trusted-left-it = You do not see anything of { $name } any more.
trusted-joined =
    .summary = Your code was used. Now { $name } can see your summary. If that was someone else, end it here.
    .log = Your code was used. Now { $name } can see your summary and log for you. If that was someone else, end it here.
trusted-first_look = { $name } saw your summary for the first time. Every look is listed in /trusted
    .foggy = { $name } saw your summary.
trusted-look = { $name } saw your summary today.
trusted-told = { $name } put something in your log.
trusted-left = { $name } does not see your summary any more. They left.
trusted-told_by = Told by { $name }: { $text }
card-told_by = Told by { $name }: “{ $text }”
card-told_by-bare = Told by { $name }
summary-told_by = { $count ->
    [one] 1 note is by { $names }.
   *[other] { $count } notes are by { $names }.
}

## Inviting

invite_trusted-who = Who should see your summary? Pick one, or type what you call them.
    .foggy = Who is it?
    .partner = My partner
    .parent = My parent
    .friend = My friend
    .carer = My carer
invite_trusted-scope = What may { $name } do? They see that one screen: not your log, not your files.
    .foggy = What may { $name } do?
    .summary = See my summary
    .log = Also log for me
invite_trusted-made = Send { $name } the next message, and no one else. The code works once, until { $until }. Whoever uses it { $may }. I tell you when it is used. /trusted ends it.
    .low = Send { $name } the next message, and no one else. The code works once, until { $until }.
    .foggy = Send { $name } the next message, no one else.
invite_trusted-hand_on =
    .link =
        I would like you to see my summary in this bot. Open this link and press Start:

        { $link }

        Or open the bot, press Start, and send it this code:

        <code>{ $code }</code>
    .code =
        I would like you to see my summary in this bot. Open the bot, press Start, and send it this code:

        <code>{ $code }</code>
invite_trusted-full = { $most } people is as many as there is room for. End one first.

## Using a code

take_code-code = Type the code you were given. It looks like K7MXQ-2RTBD.
    .foggy = Type the code.
take_code-unlike = That is not a code of mine. A code has ten letters and numbers, like K7MXQ-2RTBD.
take_code-wrong = This code does not work. It may be used up or too old. Ask for a new one.
take_code-again = Type it again
take_code-too_many = That is enough codes for today. Ask for a new one, and try tomorrow.
take_code-own = That code is yours. Send it to the one you trust.

## What the trusted person reads

trusted-granted =
    .summary = { $name } lets you see their summary. They can tell when you look, and can end it at any time. What you see is told by them, not checked by a doctor. Your own log here stays yours. To come back here: /trusted
    .log = { $name } lets you see their summary and log for them. They can tell when you do, and can end it at any time. What you see is told by them, not checked by a doctor. Your own log here stays yours. To come back here: /trusted
trusted-screen = <b>{ $name }</b>, seen { $when }

    { $screen }
trusted-over = You cannot see anything of { $name } any more.
tell_for-words = What should go in the log of { $name }? It is marked as told by you. A photo is fine: write what it shows under it.
    .low = What should go in the log of { $name }? A photo is fine, with words under it.
    .foggy = For { $name }: what is it?
tell_for-kept = Kept in the log of { $name }, as told by you.
    .foggy = Kept for { $name }.
tell_for-kept-bare = Kept in the log of { $name }, as told by you. To add words, press “{ $button }” first.
    .foggy = Kept for { $name }. For words, press “{ $button }” first.
tell_for-unkept = You cannot log for { $name } any more, so this was not kept. For your own log, send it once more.
    .foggy = Not kept. You cannot log for { $name } any more.
