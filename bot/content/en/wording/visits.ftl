### Visits: the card, the list, adding and changing.

visit-when = <b>{ $when }</b>
visit-in-zone = { $when } ({ $place } time)
visit-with-whom = With { $words }
visit-where = At { $words }
    .foggy = { $words }
visit-why = About { $words }
    .foggy = { $words }
visit-minutes = { $count } minutes
visit-questions = { $count ->
    [0] No questions chosen yet
    [one] 1 of 3 questions chosen
   *[other] { $count } of 3 questions chosen
}
visit-practice = Practice it
visit-words = Words for it
visit-choose = Choose questions
visit-change = Change
visit-cancel = Cancel visit
visit-file = Calendar
visit-add-with-whom = With whom?
visit-add-where = Where?
visit-bring-back = Bring it back
visit-cancelled = Cancelled: { $when }. Its reminders are off.
    .foggy = Cancelled: { $when }.
visit-reason =
    .follow = Follow-up
    .results = Test results
    .medicines = Medicines
    .worse = It got worse
    .said-follow = a follow-up
    .said-results = my test results
    .said-medicines = my medicines
    .said-worse = something that got worse

visits-list = <b>Your visits</b>
visits-past-list = <b>Visits before</b>
visits-line = • { $when }, { $whom }
visits-line-plain = • { $when }
visits-none = No visit is planned. Type one, like “Dr Lee next Tuesday 2:15”, or press Add.
    .foggy = No visit planned.
visits-none-past = No visit lies behind you here.
visits-add = Add
visits-more = { $count } more
visits-past = Earlier ones
visits-back = All visits
visits-lost = That visit is no longer here. Nothing was changed.

## Adding

add_visit-with_whom = With whom is the visit? You can also type it all, like “Dr Lee next Tuesday 2:15”.
    .low = With whom is the visit?
    .foggy = With whom?
add_visit-when = When is it? Type the day and time, like “next Tuesday 2:15”.
    .low = When is it? Day and time.
    .foggy = When?
add_visit-past = That lies in the past. When will it be? If it is over, type how it went and I keep it in your log.
    .low = That lies in the past. When will it be?
    .foggy = That is past. When will it be?
add_visit-far = That is more than three years away. Which day do you mean?
add_visit-which = { $whom ->
    [none] Which one do you mean?
   *[other] { $whom }: which one do you mean?
}
add_visit-hour = { $day }. At what time? Press an hour, or type it, like 2:15.
    .foggy = { $day }. What time?
add_visit-hour-again = I could not read a time in that. “2:15 pm” works.
add_visit-where = Kept: { $when }. Where is it?
    .foggy = Kept. Where?
add_visit-why = What is it about?
    .foggy = About what?
add_visit-kept = Kept. I will remind you before it.
    .foggy = Kept.
add_visit-kept-soon = Kept.
add_visit-same = You have this one already.

## Changing

change_visit-what = { $when }: what should change?
    .foggy = What should change?
    .when = Day or time
    .with_whom = With whom
    .where = Where
    .why = What about
    .minutes = How long
change_visit-when = It was { $when }. When is it now? Type the day and time.
    .foggy = When is it now?
change_visit-which = Which one do you mean?
change_visit-hour = { $day }. At what time? Press an hour, or type it, like 2:15.
    .foggy = { $day }. What time?
change_visit-with_whom = With whom is it?
change_visit-where = Where is it?
change_visit-why = What is it about?
change_visit-minutes = How many minutes will you have? 15 is usual.
    .foggy = How many minutes?
change_visit-changed = Changed.
change_visit-moved = Changed. The reminders moved with it.
    .foggy = Changed.
change_visit-back = It is back, with its reminders.
change_visit-over = That visit is over, so it can't come back. Add a new one if you need it.
