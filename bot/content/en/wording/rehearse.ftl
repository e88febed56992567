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

## The rehearsal itself: who, which, what they say, what was said to it, where it is kept, the way out

rehearse-who = Who will be across the desk?
    .foggy = Who is it?
rehearse-who-best = These may come up. Or who will be across the desk?
    .foggy = Which one?
rehearse-lost = I have no practice for that yet. Who will be across the desk?
    .foggy = Who is it?
rehearse-which = Which is closest?
    .foggy = Which one?
    .more = More
    .others = Something else
rehearse-which-desk = <b>{ $name }</b>
    What might they say?
    .foggy = <b>{ $name }</b>
rehearse-gone = That practice is no longer here.

rehearse-setting = <i>{ $text }</i>
rehearse-they = They say: <b>“{ $words }”</b>
    .foggy = <b>“{ $words }”</b>
rehearse-answer = Type your answer, or pick:
    .foggy = Pick one:
rehearse-line = <i>{ $tone }:</i> “{ $words }”
rehearse-voice = Your voice note is kept. I can't listen to it, so please type your answer or pick one.
    .foggy = Kept. I can't listen to it. Pick one.

rehearse-tighter = Shorter, in your own words: <b>“{ $words }”</b>
    .use = Use this
    .mine = Keep mine
rehearse-said = You: “{ $words }”
rehearse-heard =
    .next = Go on
    .keep = Keep this one
    .log = Put it in my log too
rehearse-way =
    .again = Say it again
    .upset = This upsets me
    .urgent = Urgent numbers

rehearse-keep = When would you like to see it?
    .foggy = For when?
    .any = Any time

rehearse-minute = { $words }

rehearse-closing = { $text }
rehearse-kept-count = { $count ->
    [one] You kept one line.
   *[other] You kept { $count } lines.
}
rehearse-once-more = Once more
rehearse-left = Your practice waits here.
