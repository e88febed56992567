### Looking things up in the log. Every number stands with the days that were logged; nothing says why.

find-what = What do you want to look up? Type it, like “last migraine” or “bad days since March”.
    .low = What do you want to look up? Like “last migraine”.
    .foggy = What do you want to look up?
find-try-last = Last { $name }
find-try-days = How many { $name } days
find-try-worst = Worst week
find-try-bad = Bad days this month
find-not-understood = I could not read that as something to look up. “Last migraine” or “what did I say about my knee” works.

find-picture = Picture
find-entries = The entries
find-another = Look up more
find-open-newer = ‹ Newer
find-open-older = Older ›
find-back = ‹ Answer
find-gone = That entry is no longer there.
find-old = I can't read that button any more. Type what you want to look up.

## What is counted

find-name = { $name }
find-name-rated = { $name } at { $number } or more
find-name-bad = bad days
find-name-medicines = Medicines
find-name-energy = Energy
find-name-sleep = Sleep
find-name-function = What you could do

## The period, and what is not known

find-period = { $first } to { $last }.
find-period-day = { $first }.
find-unknown = { $observed ->
    [0] Nothing was logged then, so I can't know.
   *[other] { $unknown ->
        [0] Something was logged on every one of these days.
       *[other] { $observed ->
            [one] You logged on 1 of { $span } days, so I can't know about the rest.
           *[other] You logged on { $observed } of { $span } days, so I can't know about the rest.
        }
    }
}
find-few = { $count ->
    [one] Only 1 logged day, so read it with care.
   *[other] Only { $count } logged days, so read it with care.
}
find-nothing-at-all = Nothing is in your log yet. Type how things are, and I can look it up later.
find-bad-means = A bad day here: something was at 7 or more, or the check-in says that little or nothing got done.
    .foggy = Bad: 7 or more, or little could be done.
find-pain-means = Counted as pain: { $list }.

## On how many days

find-days = <b>{ $name }: { $days } of { $observed } logged days.</b>
find-days-numbers = Typical { $typical }, worst { $worst }.
find-days-numbers-some = Typical { $typical }, worst { $worst }, on the { $rated ->
    [one] 1 day
   *[other] { $rated } days
} with a number.
find-bad = <b>Bad days: { $days } of { $observed } logged days.</b>
find-medicine = <b>{ $name }: taken { $times ->
    [one] once
    [2] twice
   *[other] { $times } times
}, on { $days } of { $observed } logged days.</b>
find-medicine-none = <b>{ $name }: not logged as taken on any of { $observed ->
    [one] 1 logged day
   *[other] { $observed } logged days
}.</b>
find-medicine-missed = { $days ->
    [one] Logged as missed on 1 day.
   *[other] Logged as missed on { $days } days.
}
find-missed = <b>{ $name }: logged as missed on { $days } of { $observed } logged days.</b>
find-measure = <b>{ $name }: typical { $typical }, lowest { $worst }.</b> Told on { $days } of { $observed } logged days. 0 is low, 4 is good.
find-measure-none = <b>{ $name }: not told on any of { $observed } logged days.</b>
find-without = <b>Without { $name }: { $days } of { $observed } logged days.</b>
find-without-bad = <b>Days that were not bad: { $days } of { $observed } logged days.</b>
find-without-means = A day counts where you logged something else.

## When

find-last = <b>Last { $name }: { $when }</b>{ $ago ->
    [0] , today
    [one] , 1 day ago
   *[other] , { $ago } days ago
}{ $number ->
    [none] .
   *[other] {""}. Worst { $number } of 10.
}
find-last-since = { $between ->
    [0] {""}
   *[other] Since then you logged on { $observed } of { $between } days.
}
find-last-missed = <b>Last missed { $name }: { $when }.</b>
find-first = <b>First { $name } in your log: { $when }</b>{ $number ->
    [none] .
   *[other] {""}. Worst { $number } of 10.
}
find-log-begins = Your log begins on { $when }.
find-never = <b>No { $name } in your log.</b>
find-never-missed = <b>No missed { $name } in your log.</b>
find-never-there = You logged on { $observed ->
    [one] 1 day
   *[other] { $observed } days
}, { $first } to { $last }.

## The worst, and the longest without

find-worst-day = <b>Worst day: { $when }</b>
find-worst-week = <b>Worst week: { $first } to { $last }</b>
find-worst-month = <b>Worst month: { $month }</b>
find-worst-rated = { $name } { $worst } of 10.
find-worst-bad = { $bad ->
    [one] 1 bad day
   *[other] { $bad } bad days
} of { $observed } logged.
find-worst-symptom = { $name } on { $days } of { $observed } logged days.
find-worst-number = Worst number: { $worst }.
find-worst-measure = { $name }: typical { $typical }, lowest { $worst }.
find-worst-means-week = It is the one with the most days at 7 or more, then the most days with it.
find-worst-no-number = No day has a number, so I can't tell which was the worst.
find-gap = <b>Longest time without { $name }: { $days ->
    [one] 1 day
   *[other] { $days } days
}</b>, { $first } to { $last }. You logged on { $observed } of them.
find-gap-none = <b>{ $name } was on days in a row, with no day between.</b>
find-gap-one = { $days ->
    [0] <b>No { $name } in this time.</b>
   *[other] <b>{ $name } is on 1 day only,</b> so there is no time between two.
}
find-gap-running = { $days ->
    [0] The latest was today.
    [one] The latest was 1 day ago.
   *[other] The latest was { $days } days ago.
}

## Whether

find-yes = <b>Yes.</b> Logged for { $when }: { $name }.
find-yes-some = <b>Yes,</b> in your check-in for { $when }: medicines taken, no names.
find-yes-days = <b>Yes.</b> { $name }: { $days } of { $observed } logged days.
find-yes-missed = Logged as missed: { $name }, { $when }.
find-no = <b>{ $name } is not logged for { $when }.</b>
find-no-missed = <b>No missed { $name } is logged for { $when }.</b>
find-no-but = You logged something else then. That does not tell if it happened.
find-no-medicine = That does not mean you did not take it. If you are not sure, ask a pharmacist before you take more.
    .foggy = Not sure? Ask a pharmacist before you take more.
find-entry-yes = <b>Yes.</b> { $count ->
    [one] 1 entry
   *[other] { $count } entries
} for { $when }.
find-entry-no = <b>Nothing is logged for { $when }.</b>

## What was said

find-said = <b>“{ $words }”: in { $count ->
    [one] 1 entry
   *[other] { $count } entries
}.</b>
find-said-none = <b>“{ $words }” is not in your log.</b>
find-said-line = { $day }: { $text }
find-said-more = and { $count } more

## Visits

find-visit-last = <b>Last visit: { $when }</b>
find-visit-first = <b>First visit in your log: { $when }</b>
find-visit-next = <b>Next visit: { $when }</b>
find-visit-whom = { $whom }
find-visit-days = <b>{ $count ->
    [0] No visits
    [one] 1 visit
   *[other] { $count } visits
}</b> in this time.
find-visit-none = I know of no such visit.
find-visit-none-whom = I know of no visit with “{ $whom }”.
find-visit-open = Open the visit

## The entries behind a number

find-list = <b>{ $title }</b>, { $first } to { $last } of { $count }
find-list-none = There is no entry behind this.
find-list-line = { $place }. { $when }: { $said }
find-list-open = Press a number to open or fix it.
    .foggy = Press a number.
find-photo-only = a file without words
