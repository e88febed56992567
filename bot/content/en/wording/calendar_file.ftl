### A calendar file sent to the bot (.ics): said back, and turned into visits.

calendar_file-coming = Got the calendar file. I will read it now.
calendar_file-large = That calendar file is too big for me to read. One with a few visits works.
calendar_file-none = I could not read that as a calendar file. You can type the visit, like “Dr Lee next Tuesday 2:15”.
    .foggy = I could not read that file.
calendar_file-not-fetched = I could not get that file from Telegram. Please send it once more.
calendar_file-lost = I no longer have that file. Please send it once more.
calendar_file-empty = There is no visit in that file.
calendar_file-past = All that is in that file is over. Nothing was changed.
calendar_file-known = Nothing new in that file.
calendar_file-found = { $count ->
    [one] <b>1 visit in your file.</b> Nothing is added until you press.
   *[other] <b>{ $count } visits in your file.</b> Nothing is added until you press.
}
    .foggy = { $count ->
        [one] <b>1 visit in your file</b>
       *[other] <b>{ $count } visits in your file</b>
    }
calendar_file-line-new = { $whom ->
    [none] • { $when }
   *[other] • { $when }, { $whom }
}
calendar_file-line-same = { $whom ->
    [none] ✓ { $when }: you have it
   *[other] ✓ { $when }, { $whom }: you have it
}
calendar_file-line-details = { $whom ->
    [none] • { $when }: the file has another place or length
   *[other] • { $when }, { $whom }: the file has another place or length
}
calendar_file-line-changed = { $whom ->
    [none] • { $when }: you have { $before }
   *[other] • { $when }, { $whom }: you have { $before }
}
calendar_file-line-cancelled = { $whom ->
    [none] • { $when }: the file says it is called off
   *[other] • { $when }, { $whom }: the file says it is called off
}
calendar_file-zone = The file names a time zone I do not know. The times are as your clock would show them.
calendar_file-unread = { $count ->
    [one] One more I could not read.
   *[other] { $count } more I could not read.
}
calendar_file-button-new = + { $visit }
calendar_file-button-details = Change { $visit }
calendar_file-button-changed = Change { $visit }
calendar_file-button-cancelled = Cancel { $visit }
calendar_file-all = All { $count } of these
calendar_file-more = { $count } more
calendar_file-kept = From your calendar file. Kept.
    .foggy = Kept.
calendar_file-changed = Changed, as in your calendar file.
    .foggy = Changed.
calendar_file-undo = Undo
calendar_file-undone = Taken out again.
calendar_file-add = Add it again
