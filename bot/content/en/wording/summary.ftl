### The summary: one screen for the waiting room, one page for the doctor.

## The opening sentence: at most 15 words, so that it can be said in one breath

opening-days-worst = I'm here about { $name }: { $days } of { $observed } logged days, worst { $worst } of 10.
opening-days = I'm here about { $name }: { $days } of { $observed } logged days.
opening-once-worst = I'm here about { $name }, { $worst } of 10 at its worst.
opening-name = I'm here about { $name }.
opening-why-and-days = I'm here about { $why }. Also { $name }: { $days } of { $observed } logged days.
opening-why = I'm here about { $why }.
opening-questions = I would like to start with my first question, please.
opening-empty = I would like to start with what matters most to me.

## The screen

summary-opening = <b>“{ $sentence }”</b>
summary-visit = Visit: { $when }
summary-visit-whom = { $whom }: { $when }
summary-questions = <b>To ask</b>
summary-question = { $place }. { $text }
summary-no-questions = No questions chosen yet.
summary-changed-visit = <b>Since the last visit</b> ({ $when }), logged on { $observed ->
    [one] 1 day
   *[other] { $observed } days
}
summary-changed-days = <b>Last { $days } days</b>, logged on { $observed ->
    [one] 1 day
   *[other] { $observed } days
}
summary-nothing = Nothing logged in this time. Type how things are, and it shows here.
    .low = Nothing logged in this time.
summary-nothing-since = Nothing logged since the last visit. Type how things are, and it shows here.
    .low = Nothing logged since the last visit.
summary-change = { $name }: { $days } of { $observed } days
summary-change-worst = { $name }: { $days } of { $observed } days, worst { $worst }, typical { $typical }
summary-change-one = { $name }: { $worst } of 10
summary-change-before = (before: { $days } of { $observed })
summary-change-gone = { $name }: 0 of { $observed } days (before: { $before } of { $observed_before })
summary-medicines = <b>Medicines logged</b>
summary-medicine = { $days ->
    [one] { $name }: 1 day
   *[other] { $name }: { $days } days
}
summary-medicine-missed = { $days ->
    [one] { $name }: missed on 1 day
   *[other] { $name }: missed on { $days } days
}
summary-no-medicines = Medicines: none logged.
summary-allergies = Allergies: not told yet.
summary-more = and { $count } more
summary-self-reported = Self-reported, { $first } to { $last }.

summary-page = Page (PDF)
summary-calendar = Calendar
summary-words = My words
summary-choose = Questions
summary-add-visit = Add a visit

## Their own opening sentence

summary-opening-words = Your first sentence now: “{ $sentence }”

    Type it the way you would say it. One breath is about 15 words.
    .low = Now: “{ $sentence }” Type your own words.
    .foggy = Type your own words.
    .built = Use the one from my log
summary-words-kept = Kept. Saying it takes about { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
summary-words-long = Kept. Saying it takes about { $seconds } seconds. Many patients are stopped after 11, so put the main thing first.
    .low = Kept. It takes about { $seconds } seconds to say. Put the main thing first.
summary-words-built = Kept: your sentence comes from your log again.
summary-words-no-visit = Your own words are kept with a visit, and none is planned yet.

## The page

page-title = For my visit
page-self-reported = Self-reported
page-name = Name
page-visit = Visit
page-made = Made on
page-opening = Why I am here
page-questions = What I would like to ask
page-changed-visit = What changed since the last visit
page-changed-days = What changed in the last { $days } days
page-symptom = Symptom
page-days = Days with it
page-typical = Typical
page-worst = Worst
page-before = Same time before
page-of = { $days } of { $observed }
page-scale = Days with it, out of the days on which something was logged. Typical and worst: 0 (none) to 10 (worst), as told. “–” means no number was told.
page-before-some = { $days } of { $observed }, worst { $worst }
page-not-told = –
page-nothing-before = nothing logged
page-no-symptoms = Nothing logged in this time.
page-medicines = Medicines logged
page-medicine-days = { $days ->
    [one] taken on 1 day
   *[other] taken on { $days } days
}
page-medicine-missed = { $days ->
    [one] missed on 1 day
   *[other] missed on { $days } days
}
page-no-medicines = None logged in this time. That does not mean none are taken.
page-allergies = Allergies: not told yet. That does not mean there are none.
page-checkins = Check-ins ({ $count }), typical answer from 0 (low) to 4 (good)
page-latest = Latest entries, in my words
page-energy = Energy
page-sleep = Sleep
page-function = Could do
page-more = and { $count } more
page-foot = Self-reported with Sameside · { $first } to { $last } · something logged on { $observed ->
    [one] 1 day
   *[other] { $observed } days
}
