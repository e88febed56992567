### The check-in: at most four taps, each can be skipped. Buttons that stand three in a row stay short.

checkin-energy = How is your energy today?
    .foggy = Energy today?
    .e0 = None
    .e1 = A little
    .e2 = Some
    .e3 = A fair bit
    .e4 = Good
checkin-energy-typed =
    .e0 = none, nothing, zero, no energy, none at all, empty, dead, exhausted, wiped out, drained
    .e1 = low, very low, little, a bit, not much, hardly any, bad, poor, rubbish, awful, terrible, tired
    .e2 = some, ok, okay, medium, so so, meh, middling, alright, all right, average, not bad, not great, half
    .e3 = fair, decent, pretty good, quite good, better, not too bad, a lot
    .e4 = good, great, high, full, lots, plenty, fine, very good, really good, loads
checkin-same = Same as last time
    .yesterday = Same as yesterday
    .last = Same as last time
checkin-symptom = { $name } today, at its worst, 0 to 10?
    .none = None today
checkin-symptoms = Which was the worst today, and how bad, 0 to 10? You can also type it, like “{ $first } 10”.
    .low = Which was worst today, 0 to 10?
    .foggy = Worst today, 0 to 10?
    .none = None of these
checkin-anything = What was worst today? Type it, with a number from 0 to 10 if you like.
    .foggy = What was worst today?
    .none = Nothing today
checkin-sleep = How did you sleep?
    .s0 = Barely
    .s1 = Badly
    .s2 = So-so
    .s3 = Fine
    .s4 = Well
checkin-sleep-typed =
    .s0 = hardly, none, no sleep, not at all, nothing, didn't sleep, awake all night, barely slept
    .s1 = bad, poor, poorly, rubbish, awful, terrible, terribly, broken, rough, not great, not well, crap
    .s2 = ok, okay, meh, alright, all right, average, not bad, medium
    .s3 = decent, fair, pretty well, quite well
    .s4 = good, great, very well, really well, like a log, brilliant
checkin-day = What did today let you do?
    .f0 = Hardly a thing
    .f1 = A little
    .f2 = Some of it
    .f3 = Most of it
    .f4 = What I wanted
checkin-day-typed =
    .f0 = nothing, none, not a thing, hardly anything, stayed in bed, bed, bed all day, not much at all, zero
    .f1 = little, a bit, not much, bits
    .f2 = some, half, half of it, bits and pieces
    .f3 = most, a lot, lots, nearly all, almost all, nearly everything
    .f4 = everything, all, all of it, whatever i wanted
checkin-both = What did today let you do, and how much of your medicine did you take? One tap says both.
    .low = What could you do, and how much of your medicine did you take?
    .f1 = Little
    .f2 = Some
    .f3 = Most
    .all = all
    .some = part
    .none = none
checkin-kept = <b>Kept</b> · { $told }
checkin-nothing = Nothing was kept for today. That is fine.
checkin-not-today = Not today, then. Type how things are when it suits you.
    .foggy = Not today, then.
checkin-copied = Same as { $day }
checkin-and = { $first } and { $last }

## A check-in in words

checkin-told-energy = Energy: { $word }
checkin-told-sleep = Slept: { $word }
checkin-told-day = Could do: { $word }
checkin-told-medicines = Medicines
    .all = Medicines: all taken
    .some = Medicines: some taken
    .none = Medicines: none taken

## As it arrives by itself. It shows on a locked phone: no health word unless the patient allowed it.

checkin_reminder-ask = How much energy today?
    .no = Not today
checkin_reminder-open = How is your energy today? Then: { $names }.
checkin_reminder-eased = From now on I will ask every { $days } days. You can type how things are any time. Then I ask daily again.
    .foggy = I will ask every { $days } days for now.
    .time = Change the time
    .pause = Pause
