### The summary as a message for a patient portal: plain words, to copy and send before the visit.

send_ahead-button = Send ahead
send_ahead-size = How many characters may it have? Your portal says so, or choose Middle.
    .low = How long may it be?
    .foggy = How long?
    .s500 = Short (500)
    .s1000 = Middle (1,000)
    .s2000 = Long (2,000)
send_ahead-ready = Copy the next message into your portal. It has { $count } characters.
    .foggy = Copy the next message.
send_ahead-left = { $count ->
    [one] 1 line did not fit. The page holds it.
   *[other] { $count } lines did not fit. The page holds them.
}
send_ahead-other-length = Another length
send_ahead-empty = There is nothing to send yet. Type how things are, or choose questions first.

## The message itself

send_ahead-head = Before my visit on { $when } ({ $whom }). Self-reported.
send_ahead-head-visit = Before my visit on { $when }. Self-reported.
send_ahead-head-plain = A short summary from me, as of { $when }. Self-reported.
send_ahead-why = { $sentence }
send_ahead-questions = What I would like to ask:
send_ahead-question = { $place }. { $text }
send_ahead-changed = Since { $first }, logged on { $observed } of { $span } days:
send_ahead-change = - { $name }: { $days } of { $observed } logged days.
send_ahead-change-numbers = - { $name }: { $days } of { $observed } logged days, typical { $typical }, worst { $worst } of 10.
send_ahead-taken = Medicines:
send_ahead-medicines = - Now: { $items }.
send_ahead-medicines-none = - None now, as I told it.
send_ahead-medicine-logged = { $missed ->
    [0] - { $name }: logged as taken on { $days } days.
   *[other] - { $name }: logged as taken on { $days } days, as missed on { $missed }.
}
send_ahead-allergies = Allergies: { $items }.
send_ahead-allergies-none = Allergies: none known to me.
send_ahead-allergies-unknown = Allergies: not told yet.
send_ahead-cases = Still open:
send_ahead-case = - { $line }.
send_ahead-avoid = Please don't: { $items }.
send_ahead-helps = What helps: { $items }.
send_ahead-tried = Tried and stopped:
send_ahead-tried-line = - { $item }.
send_ahead-signed = { $name }
