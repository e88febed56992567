### The summary on one page, for the doctor, and its picture for the chat.

page-language = en
page-title = For my visit
page-self-reported = Self-reported
page-name = Name
page-visit = Visit
page-made = Made on
page-opening = Why I am here
page-reason = Reason: { $why }

page-questions = What I would like to ask

## The picture of how it went

page-trend = How it went
page-trend-alt = A picture of how these went from { $first } to { $last }: { $names }. The table below has the numbers.
page-trend-key =
    .day = Each stem is a day with it, as high as it was at its worst (0 to 10). “?” means no number was told. Grey: nothing was logged.
    .week = Each stem is a week with it, as high as its worst day (0 to 10); the dot is its typical day. “?” means no number was told. Grey: nothing was logged.
    .month = Each stem is a month with it, as high as its worst day (0 to 10); the dot is its typical day. “?” means no number was told. Grey: nothing was logged.
page-mark =
    .began = { $name } began, { $day }
    .logged = { $name } first logged, { $day }
    .stopped = { $name } stopped, { $day }
    .visit = visit, { $day }
    .visit-whom = visit with { $name }, { $day }
page-marks-more = ({ $count } earlier not shown)

## The table

page-changed-visit = What changed since the last visit, { $day }
page-changed-days = What changed in the last { $days } days
page-changed-all = All that was logged
page-symptom = Symptom
page-days = Days with it
page-typical = Typical
page-worst = Worst
page-lost = Could not do things
page-before = Same time before
page-of = { $days } of { $observed }
page-lost-days = { $days ->
    [0] –
    [one] on 1 day
   *[other] on { $days } days
}
page-scale = Days with it, of the days with something logged. Typical and worst: 0 (none) to 10 (worst), as told. “–”: not told.
page-before-some = { $days } of { $observed }, worst{"\u00A0"}{ $worst }
page-not-told = –
page-nothing-before = nothing logged
page-no-symptoms = Nothing logged in this time.
page-could-not = In my words: { $items }
page-could-not-item = “{ $words }” ({ $days ->
    [one] 1 day
   *[other] { $days } days
})

## Medicines

page-medicines = Medicines now
page-medicine-since = since { $when }
page-medicine-days = { $days ->
    [one] logged on 1 day
   *[other] logged on { $days } days
}
page-medicine-missed = { $days ->
    [one] missed on 1 day
   *[other] missed on { $days } days
}
page-medicines-logged = Also logged: { $items }
page-medicines-only-logged = Not told yet. Logged: { $items }
page-medicines-unknown = Not told yet, and none logged in this time. That does not mean none are taken.
page-medicines-none = None, as told.

page-tried = Tried and stopped
page-tried-unknown = Not told yet.
page-tried-why = stopped: { $why }
page-tried-when = stopped { $when }
page-tried-when-why = stopped { $when }: { $why }
page-tried-stopped = stopped
page-tried-for = for { $span }

## The rest

page-allergies = Allergies
page-allergies-unknown = Not told yet. That does not mean there are none.
page-allergies-none = None, as told.

page-cases = Open cases
page-helps = What helps
page-avoid = Please don't

page-history = History
page-history-in =
    .condition = Conditions: { $items }
    .operation = Operations: { $items }
    .test = Tests: { $items }
    .device = Devices: { $items }
    .family = Family: { $items }
page-history-none =
    .condition = Conditions: none, as told
    .operation = Operations: none, as told
    .test = Tests: none, as told
    .device = Devices: none, as told
    .family = Family: none, as told

page-checkins = Check-ins ({ $count }), typical answer from 0 (low) to 4 (good)
page-unprinted = { $sign } is in letters this page cannot print. It is on my phone.
page-latest = Latest entries, in my words
page-told_by = Told by { $name }: { $text }
page-energy = Energy
page-sleep = Sleep
page-function = Could do
page-more = and { $count } more
page-foot = Self-reported with Sameside · { $first } to { $last } · something logged on { $observed ->
    [one] 1 day
   *[other] { $observed } days
}
