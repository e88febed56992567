### Words for a situation: finding them, and showing them. The words themselves stand in the scripts.

say-what = What happened? Tell me, or pick.
    .foggy = What happened?
    .phone = On the phone
    .counter = At the counter
    .room = In the room
    .message = In a message
    .afterwards = Afterwards
    .topics = All topics
    .mine = ★ My words
say-lost = I am not sure what stands in the way here. Tell me a bit more, or pick.
    .foggy = Tell me a bit more, or pick.
say-gone = Those words are no longer here. Tell me what happened, or pick.
    .foggy = Those words are gone. What happened?

say-fits = It sounds like this: <b>{ $barrier }</b>.
    Which is closest?
    .low = <b>{ $barrier }</b>. Which is closest?
    .foggy = Which one?
    .none = None of these
    .more = More like these
    .hurt = Someone hurt me
say-fits-harm = You did nothing wrong. If you are in danger now, get away if you can, and call for help.

    Which is closest?
    .low = You did nothing wrong. In danger now? Get away if you can, and call for help.
    .foggy = In danger now? Get away and call for help.
    .urgent = Urgent numbers
    .keep = Keep what I wrote
    .none = None of these
    .more = More like these
say-fits-or = Or was it one of these?
    .foggy = Or this?
say-kept = Your words are in your log, word for word, with the date and time.
    .foggy = Kept, with the date.

say-barrier = What is in the way?
say-script = <b>{ $barrier }</b>
    Which is closest?
    .foggy = Which one?
say-more = More

say-title = <b>{ $title }</b>
say-line = “{ $words }”
say-write-down = <b>Write down</b>
say-note-line = • { $words }
say-reply = If they say: <i>{ $heard }</i>
    You can say: “{ $answer }”
    .foggy = <i>{ $heard }</i>
    “{ $answer }”
say-fact = • { $text }
    { $region }, looked up { $month }: { $source }
say-region =
    .US = US
    .CA = Canada
    .UK = UK
    .EU = EU
    .any = Anywhere
say-no-facts = I have no facts for where you live.

say-tones =
    .soft = Soft
    .plain = Plain
    .firm = Firm
say-tone = { $tone }
say-tone-now = ✓ { $tone }
say-to =
    .replies = If they say…
    .facts = Facts
    .copy = Send as plain text
    .visit = Add to my visit
    .question = Ask it as a question
    .star = ☆ Keep
    .starred = ★ Kept
    .edit = Put it my way
    .original = The first wording
    .own = ‹ My wording
    .drop = Drop my wording
    .practise = Practice it
    .more = More
say-opens =
    .case = Open a case
    .reminder = Remind me
say-why = Why is it like this
say-others = Other words
say-long = More words
say-back = ‹ The words
say-urgent = Urgent numbers
say-note = Write down what happened
say-leave-out = Leave my details out
say-my-questions = My questions

say-copied = The words are below, to copy.
say-added-chosen = Kept to ask at your visit.
say-added-parked = Kept with your parked questions.
say-added-same = That is on your list already.

say-starred = Kept under My words. /say has them.
    .foggy = Kept.
say-unstarred = Taken out of My words.
say-kept-any = Kept under My words.
    .foggy = Kept.
say-kept-visit = Kept for { $visit }.
    .foggy = Kept.
say-kept-visit-same = You have these for { $visit } already.
    .foggy = You have these.
say-which-visit = For which visit?
    .any = Any time

say-own = <b>In your words</b>
say-original = <b>The first wording</b>
say-own-kept = Kept in your words.
    .foggy = Kept.
say-own-dropped = Your wording is gone. This is the first one.
    .foggy = This is the first one.
say-edit = How would you say it? Type it the way you talk.
    .foggy = Type it your way.

say-mine = <b>My words</b>
say-mine-none = Nothing is kept yet. Press ☆ Keep under words you like, or write your own.
    .foggy = Nothing is kept yet.
say-mine-own = Write my own
say-mine-find = Find words
say-mine-list = My words
say-mine-for = For { $visit }
say-mine-gone = Those words are no longer kept.
say-mine-dropped = Taken off.
say-mine-sure = Take this off? It can't be brought back.
    “{ $words }”
    .foggy = Take it off?
say-mine-to =
    .show = ‹ Leave it
    .copy = Send as plain text
    .edit = Change it
    .visit = Add to my visit
    .drop = Take it off
    .gone = Take it off

say-visit-words = Words: “{ $words }”
say-visit-words-more = and { $count } more under /say

say-note-ask = Write what was done and said, in the order it happened. I put the date on it.
    .foggy = What was done and said?
say-noted = Your words are in your log, word for word, with the date and time.
    .foggy = Kept, with the date.

## On the card of an update

say-from-card = Words for this

## What stands in a blank when nothing is known

blank-medicine = my medicine
blank-weeks = some weeks
blank-reason = the reason I was given
blank-clinician = my doctor
blank-clinic = the clinic
blank-insurer = my insurance
blank-treatment = this treatment
blank-symptom = this
blank-days = several days
blank-reference = my reference number
blank-date = the date on my letter
blank-name = I
blank-limit = what I can do
