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
summary-changed-all = <b>All that was logged</b>, on { $observed ->
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
summary-picture = Picture
summary-picture-caption = The page as a picture. Tap it to make it larger.
summary-trend = Trend
summary-show = Show phone
summary-sections = Sections
summary-reach = Time covered
summary-send = Send ahead
summary-data = Data
summary-calendar = Calendar
summary-words = My words
summary-choose = Questions
summary-ways = More
summary-fewer = ‹ Back
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

## What goes in, and how far back

summary-choose-whom = What goes on the page for { $whom }? Tap to change. It is remembered.
    .foggy = What goes on the page?
summary-choose-ask = What goes on the page? Tap to change. It is remembered.
    .foggy = What goes on the page?
summary-section =
    .questions = Questions
    .trend = How it went
    .symptoms = Symptom table
    .medicines = Medicines
    .tried = Tried, stopped
    .allergies = Allergies
    .cases = Open cases
    .helps = Helps, don't
    .history = History
    .two = Two pages
summary-marked = ✓ { $label }
summary-unmarked = ✗ { $label }
summary-back = Back to summary
summary-reach-ask = How far back should it look? It is remembered for this clinician.
    .foggy = How far back?
summary-reaches =
    .visit = Last visit
    .weeks = 2 weeks
    .month = 30 days
    .quarter = 3 months
    .year = 1 year
    .all = Everything
summary-cases = <b>Open</b>: { $items }
