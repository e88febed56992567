### A picture of how things went. Words first; what was when, never why.

trends-what = What should the picture show? Up to three.
    .foggy = Show what?
    .show = Show the picture
trends-choice = { $name }
trends-chosen = ✓ { $name }
trends-three = Three fit into one picture. Take one out first.
trends-period = Over which time?
    .visit = Since my last visit
    .w2 = Two weeks
    .d30 = 30 days
    .m3 = 3 months
    .y1 = 1 year
    .all = All of it
trends-choose = Choose what
trends-other-period = Another time
trends-entries = Entries: { $name }
trends-caption = { $names }. Self-reported.
trends-not-why = The picture shows what was when. It does not show why.
    .foggy = The picture follows.

## In the picture

trends-counted = { $days } of { $observed } logged days.
trends-numbers = Typical { $typical }, worst { $worst }.
trends-numbers-low = Typical { $typical }, lowest { $worst }.
trends-scale = { $name }, 0 to { $top }
trends-picture-period = { $first } to { $last }, logged on { $observed } of { $span } days
trends-legend-day = dot: the number of that day
trends-legend-week = dot: typical of a week, line to its worst
trends-legend-month = dot: typical of a month, line to its worst
trends-legend-zero = ring: logged, not there
trends-legend-diamond = diamond: there, no number told
trends-legend-gap = stripes: nothing logged
trends-mark-more = and { $count } more, not named here
trends-self-reported = Self-reported with Sameside
