### The quick update: saved at once, shown back on one card.

card-kept = <b>Kept</b> · { $when }
card-kept-now = <b>Kept</b>
card-welcome-back = Good to hear from you.
card-sorry = I am sorry for your loss.
card-rated = { $name }: { $severity } of 10
card-worded = { $name } ({ $words })
card-plain = { $name }
card-absent = No { $name }
card-part = { $name }, { $part }
## Places that get no "s" where both are meant ("both feet"), one and many, separated by commas.
card-both-parts = foot feet, tooth teeth, calf calves, ovary ovaries
card-took = Took: { $list }
card-missed = Did not take: { $list }
card-stopped = Stopped: { $list }
card-mentioned = Medicine: { $list }
card-measured = { $name }: { $value }
card-since = Since: { $words }
card-lasted = For: { $words }
card-triggers = Maybe set off by: { $list }
card-impact = Got in the way: { $list }
card-sleep = Sleep: { $words }
card-note = “{ $text }”
card-files = { $count ->
    [one] One file kept with it
   *[other] { $count } files kept with it
}
card-question = I am no doctor, so I can't answer that. A pharmacist can often help by phone.
    .foggy = I can't answer that.
card-question-urgent = I am no doctor, so I can't judge that. If it may be an emergency, call for help now. If you are not sure, a nurse line or your clinic's own line can tell you today.
    .foggy = I can't judge that. If in doubt, call for help.
card-question-us = If you asked me to do that: I don't know how. /help says what I can do.
    .foggy = I can't do that. /help
card-urgent = Urgent numbers
card-ask = Ask it at my visit
card-fix = Fix
card-undo = Undo
card-add = Add
card-bring-back = Bring it back
card-gone = Removed from your log. It is gone for good after a day.
    .foggy = Removed.
card-lost = That entry is no longer there. Nothing was changed.

add_to_update-more = What would you like to add? Type it, or send a photo or voice note.
    .foggy = What should I add?
    .all = That is all
add_to_update-else = Added. Is there something else?
    .foggy = Added. Something else?

fix_update-what = What is not right? Pick it, or type the whole message again.
    .foggy = What is wrong?
    .rewrite = Type it again
    .when = When it was
    .keep = Leave it as it is
fix_update-again = Type it the way it should be.
fix_update-how = <b>{ $name }</b>: what would be right?
    .severity = How bad it was
    .name = Call it something else
    .absent = I did not have this
    .present = I did have this
    .remove = Take it off
fix_update-how_medicine = <b>{ $name }</b>: what would be right?
    .retype = Another name or dose
    .missed = I did not take it
    .taken = I did take it
    .remove = Take it off
fix_update-severity = How bad was it at its worst, 0 to 10?
    .foggy = How bad, 0 to 10?
fix_update-name = What do you call it? I will use your word from now on.
    .foggy = What do you call it?
fix_update-medicine = Type the name and the dose, for example "ibuprofen 400 mg".
fix_update-when = When was it? For example "yesterday 4 pm".
fix_update-ahead = That is still to come.

correct_update-which = Which one was { $severity }?
correct_update-not_an_entry = I saw your edit. That message is not in your log, so nothing changed. To log something, send it as a new message.
    .foggy = That message is not in your log. Send it as a new one.

## Words a patient may put around a correction ("no sorry, that was more like 6, not 8"), separated by commas.
## The first list denies what stands behind it.

correction-not = not, instead of, rather than, no longer
correction-becomes = to, should be, should have been, into, ->, →
correction-change = change, edit, alter, amend, correct
correction-small = that, that's, thats, this, these, those, from, was, wasn't, were, it, it's, its, is, i, i'd, meant, mean, say, a, an, the, at, actually, really, should, be, have, been, would, more, like, no, nope, sorry, oops, about, around, maybe, rather, only, just, and, but, my, severity, pain, level, happened, started, worst, of, out, ten, on, for, make

## Words that say on which side it was ("it was the left hand mostly", "only the right one"), separated by commas. "One"
## and what is like it show that a side is meant where the word alone may say yes; the last is put behind a place to read it.

correction-left = left
correction-right = right
correction-both = both
correction-not-side = not
correction-one = one, ones, side, sided, them
correction-mostly = mostly, mainly, only, especially
correction-sided = one, ones, side, sided, mostly, mainly, especially, far, in, them, of, much, worse
correction-pain = pain

## How somebody begins who takes back what they wrote a moment ago, separated by commas.

correction-opening = it was, that was, this was, these were, those were, that's from, thats from, change, edit, alter, amend, correct, should be, should have been, meant, no, nope, sorry, oops, actually, i meant, i mean, make that, make it, wrong

## Words that keep an update on the day it was sent, also where it names an earlier day, separated by commas

update-words-of-today = today, now, tonight, this morning, this afternoon, this evening
