### The quick update: saved at once, shown back on one card.

card-kept = <b>Kept</b> · { $when }
card-gone = Removed. Nothing of it is kept in your log.
card-welcome-back = Good to hear from you.
card-rated = { $name }: { $severity } of 10
card-worded = { $name } ({ $words })
card-plain = { $name }
card-absent = No { $name }
card-part = { $name }, { $part }
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
card-fix = Fix
card-undo = Undo
card-add = Add
card-bring-back = Bring it back
card-lost = That entry is no longer there. Nothing was changed.

add_to_update-more = What would you like to add? Type it, or send a photo or voice note.
    .foggy = What else?

fix_update-what = What is not right? Pick it, or type the whole message again.
    .foggy = What is wrong?
    .rewrite = Type it again
    .when = When it was
fix_update-again = Type it the way it should be.
fix_update-how = <b>{ $name }</b>: what would be right?
    .severity = How bad it was
    .name = Call it something else
    .absent = I did not have this
    .remove = Take it off
fix_update-severity = How bad was it at its worst, 0 to 10?
fix_update-name = What do you call it? I will use your word from now on.
fix_update-when = When was it? For example "yesterday 4 pm".
