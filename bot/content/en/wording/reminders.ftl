### Reminders. What comes by itself shows on a locked phone, so it says nothing of anybody's health.

reminder-neutral = A note for today from Sameside.
reminder-show = Show
reminder-card = <b>{ $about }</b>
reminder-repeats = { $rule }. Next: { $moment }
reminder-over = Not coming up.
reminder-change = Change
reminder-delete = Delete
reminder-gone = That reminder is gone already.
reminder-done = Done: { $about }
reminder-skip = Skipped this one.
reminder-next = Next: { $moment }
reminder-deleted = Removed: { $about }
reminder-stopped = Stopped. It will not come again.
reminder-visit-stopped = Stopped. I will not write about this visit again.
reminder-visit-back = I will remind you of this visit again.
reminder-back = Take it back
reminder-and = { $first } and { $last }

own_reminder-due = You asked me to remind you: <b>{ $about }</b>
    .foggy = <b>{ $about }</b>
    .done = Done
    .snooze = Later
    .skip = Skip
    .stop = Stop
own_reminder-late = It was for { $when }.

snooze = When should it come again?
    .hour = In an hour
    .tonight = Tonight
    .tomorrow = Tomorrow
snoozed = It comes again { $moment }.
snooze-next = The next one comes before that: { $moment }.

## Asking for one

remind_me-about = What should I remind you of? Pick it, or type it.
    .foggy = Remind you of what?
    .medicine = My medicine
    .refill = A refill
    .call = Call the clinic
remind_me-when = When? For example "Friday at 3" or "every weekday at 9".
    .foggy = When?
    .hour = In an hour
    .evening = This evening
    .morning = Tomorrow morning
remind_me-hours = At what times? For example "8 am and 8 pm".
    .foggy = What times?
    .eight = 8 am and 8 pm
    .nine = 9 am and 9 pm
remind_me-kept = I will remind you:
remind_me-no-hour = You named no hour, so I took this one.
remind_me-paused = Reminders are paused, so it waits until the pause ends.
remind_me-past = That time is past. When should it come?
remind_me-later = That time is past for today. At what time?
remind_me-often = The closest I go is every 15 minutes.

## How it repeats

rule-minutely = Every { $count } minutes
rule-hourly = { $count ->
    [one] Every hour
   *[other] Every { $count } hours
}
rule-daily = { $count ->
    [one] Every day
   *[other] Every { $count } days
}
rule-weekly = { $count ->
    [one] Every week
   *[other] Every { $count } weeks
}
rule-monthly = { $count ->
    [one] Every month
   *[other] Every { $count } months
}
rule-yearly = { $count ->
    [one] Every year
   *[other] Every { $count } years
}
rule-weekdays = Every weekday
rule-weekends = Every weekend day
rule-named = Every { $days }
rule-on = { $every } on { $days }
rule-monthday = day { $day }
rule-last = the last day
rule-position = { $day }
    .p1 = the first { $day }
    .p2 = the second { $day }
    .p3 = the third { $day }
    .p4 = the fourth { $day }
    .p5 = the fifth { $day }
    .pm1 = the last { $day }
    .pm2 = the second to last { $day }
rule-at = { $days } at { $hours }

## The list

reminders-list = <b>Coming up</b>
    .add = Add
    .pause = Pause
    .checkin = Check-in time
    .quiet = Quiet hours
reminders-none = Nothing is coming up.
reminders-line = • { $text }
reminders-more = … and { $count } more
reminders-checkin = { $days ->
    [one] Check-in, daily. Next: { $moment }
   *[other] Check-in, every { $days } days for now
}
reminders-checkin-waits = Check-in
reminders-visit = { $whom ->
    [none] Visit on { $when }. Next note: { $moment }
   *[other] Visit with { $whom } on { $when }. Next note: { $moment }
}
reminders-own = { $about }: { $when }
reminders-open = Change: { $about }

## A pause for flares

pause-days = For how many days should I be quiet? You can type a number.
    .foggy = Quiet for how many days?
    .d1 = 1 day
    .d3 = 3 days
    .d7 = 7 days
    .open = Until I say
    .resume = Resume
pause-until = Paused until { $moment }. Visit reminders still come, without a sound.
pause-open = Paused until you press Resume. Visit reminders still come, without a sound.
pause-over = Reminders are on again.

## Around a visit

visit_reminder-head = { $whom ->
    [none] <b>Your visit</b>: { $when }
   *[other] <b>{ $whom }</b>: { $when }
}
visit_reminder-listed = { $mark } { $text }
visit_reminder-7d = This is your list so far. Is there something else you want to ask?
    .foggy = Your list so far.
visit_reminder-7d-empty = A week is a good time to start a list. What do you most want to ask?
    .foggy = What do you most want to ask?
visit_reminder-2d = { $count ->
    [one] One more place is free. Press the one you want to ask.
   *[other] Choose three to ask. Press the one that matters most first.
}
    .foggy = Press what you want to ask.
visit_reminder-2d-ready = These are ready. Say them out loud once, if you like.
    .foggy = These are ready.
visit_reminder-2d-empty = No question is on your list yet. One is enough. What do you most want to ask?
    .foggy = What do you most want to ask?
visit_reminder-eve = To bring: your medicine list, your insurance card, and your summary. It is all right to have someone with you.
    .low = To bring: medicine list, insurance card, summary.
    .foggy = Bring: medicines, card, summary.
visit_reminder-no-questions = No question is chosen yet. One is enough.
visit_reminder-2h = Your summary has your opening words. Press it, then show it or read it out.
    .foggy = Press Summary and show it.
visit_reminder-go-on = Go on
visit_reminder-go-on-asked = Is there something else you want to keep from it?
visit_reminder-over = This visit is over.
visit_reminder-add = Add a question
visit_reminder-ideas = Ideas
visit_reminder-order = Change the list
visit_reminder-summary = Summary
visit_reminder-later = Later
visit_reminder-not-now = Not now
visit_reminder-stop = No more for this
visit_reminder-question = What do you want to ask?
