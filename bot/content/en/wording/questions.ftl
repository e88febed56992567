### Questions for a visit: three in order, the rest parked.

questions-head = <b>To ask on { $when }</b>
    .foggy = <b>To ask</b>
questions-head-whom = <b>To ask { $whom }, { $when }</b>
    .foggy = <b>To ask { $whom }</b>
questions-head-none = <b>To ask at your next visit</b>
    .foggy = <b>To ask</b>
questions-line = { $place }. { $text }
questions-parked = Parked for later:
questions-parked-line = • { $text }
questions-parked-more = and { $count } more
questions-parked-count = { $count ->
    [one] 1 more is parked.
   *[other] { $count } more are parked.
}
questions-list = Type a question to add it. Tap one to move it.
    .low = Type one to add it, or tap.
    .foggy = Tap, or type one.
    .more = More parked
    .ideas = Ideas
    .finished = That is all
    .message = Parked ones as a message
questions-other-length = Another length
questions-added-chosen = Kept for this visit. Is there something else?
questions-added-parked = Three are chosen, so this one is parked. Is there something else?
questions-added-same = That one is on your list already. Is there something else?
questions-gone = That question is no longer on your list.
questions-one = “{ $text }”
    .first = Ask it first
    .park = Park it
    .choose = Ask it this time
    .drop = Take it off
    .list = My list
questions-one-full = “{ $text }”

    Three are chosen already. It could go in place of one:
questions-instead = In place of { $place }
questions-dropped = Taken off your list.
questions-bring-back = Bring it back
questions-change = My questions
questions-summary = Summary
questions-kind = What kind of visit is it?
questions-ideas = Worth asking:
    .others = Other ideas
    .list = My list
questions-ideas-none = You have all of these on your list.
questions-add = Add { $place }
questions-why = Why { $place }?
questions-because = “{ $text }”
    { $why }
