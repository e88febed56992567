### The history: what a new doctor asks for, told once.

history-head = <b>Your history</b>
history-list = Tap a part to see it or add to it. Or type, a piece at a time, in any order.
    .low = Tap a part, or type a piece.
    .foggy = Tap a part.
    .parts = More parts
    .finished = That is all
history-parts =
    .condition = Conditions
    .medicine = Medicines now
    .tried = Tried and stopped
    .allergy = Allergies
    .operation = Operations
    .test = Tests
    .care_team = Care team
    .insurance = Insurance
    .family = Family
    .device = Devices
    .helps = What helps
    .avoid = Please don't
history-part-line = <b>{ $part }</b> ({ $count }): { $items }
history-none-line = None, as you told me: { $parts }
    .low = None: { $parts }
history-unknown-line = Not told yet: { $parts }
history-count = { $part } · { $count }
history-count-none = { $part } · none

history-part-head = <b>{ $part }</b>
history-line = • { $item }
history-said-none = None, as you told me.
history-not-told = Not told yet.
history-part = Type to add. One a line, or a pasted list. Tap one to change it.
    .low = Type to add. Tap one to change it.
    .foggy = Type to add, or tap.
    .add = Add
    .none = None
    .list = All parts
history-bring-back = Bring back { $name }
history-open = My history
history-change-part = Add or change
history-summary = Summary
history-kept = Your history is kept. You can change it any time with /history.
    .low = Kept. /history opens it.
    .foggy = Kept.

## Adding. Each part shows how it may be written.

history-add =
    .finished = That is all
history-add-condition = What were you told you have, and since when? “POTS since 2021, asthma”
    .foggy = Which one?
history-add-medicine = Which medicine, how much, how often? “amitriptyline 25 at night, propranolol 40 twice a day”
    .low = Which one, and how much? “amitriptyline 25 at night”
    .foggy = Which one?
history-add-tried = What did you try, for how long, and why did it stop? “topiramate 50 for 8 weeks, stopped because of brain fog”
    .low = What, how long, why stopped? “topiramate, 8 weeks, brain fog”
    .foggy = Which one, and why did it stop?
history-add-allergy = Allergic to what, and what does it do? “penicillin - hives”
    .foggy = To what?
history-add-operation = Which one, and when? “appendix out 2015”
    .foggy = Which one, and when?
history-add-test = Which test, when, and what came out? “MRI brain 2024: normal”
    .foggy = Which test?
history-add-care-team = Who looks after you? “Dr Lee, neurology, City Clinic”
    .foggy = Who?
history-add-insurance = Who insures you? The name is enough.
    .foggy = Who insures you?
history-add-family = Who in your family has what? “mother: migraine”
    .foggy = Who has what?
history-add-device = What do you use? “cane, CPAP since 2022”
    .foggy = What do you use?
history-add-helps = What helps you? “a dark room, ice on my neck”
    .foggy = What helps?
history-add-avoid = What should people not do? “press on my belly”
    .foggy = Please don't …
history-added = Added: { $items }. Is there something else?
    .foggy = Added: { $items }.
history-same = That is there already. Is there something else?
    .foggy = That is there already.
history-where = “{ $text }”
    Which part does it belong to?
    .foggy = Which part?

## One item

history-one = { $item }
    .stopped = I stopped it
    .taking = I take it again
    .remove = Remove
    .list = ‹ The list
history-gone = That one is no longer there.
history-field-name = Name
    .avoid = What
    .helps = What
    .family = Illness
history-field-detail = Detail
    .medicine = Dose, how often
    .allergy = Reaction
    .test = Result
    .care_team = Role, clinic
    .family = Who
history-field-why = Why
    .medicine = Why it stopped
history-field-since = Since when
    .operation = When
    .test = When
history-field-until = Stopped when
history-field-lasted = How long
history-ask-name = What is it called?
    .avoid = What should people not do?
    .helps = What helps?
    .family = Which illness?
history-ask-detail = What should I add to it?
    .medicine = How much, and how often?
    .allergy = What does it do?
    .test = What came out?
    .care_team = What for, and where?
    .insurance = Which plan or number?
    .family = Who has it?
history-ask-why = Why?
    .medicine = Why did it stop?
history-ask-since = Since when?
    .operation = When was it?
    .test = When was it?
history-ask-until = When did it stop?
history-ask-lasted = How long did you take it?
history-because =
    .effects = side effects
    .no_help = it did not help
    .cost = cost or insurance
    .doctor = a doctor stopped it
history-change = <b>{ $name }</b>
    { $ask }
history-change-now = <b>{ $name }</b>: { $now }
    { $ask } Type what is right.
    .foggy = { $now }
        { $ask }
history-change-to =
    .empty = Leave it empty

## How an item is said

history-named = { $words }
history-since = since { $when }
history-done = { $when }
history-lasted = for { $span }
history-stopped = stopped
history-stopped-when = stopped { $when }
history-stopped-why = stopped: { $why }
history-stopped-when-why = stopped { $when }: { $why }
history-why = because: { $why }
history-as-of = { $words }, told { $day }

## On the card of an update that told it

history-told = In your history: { $items }
history-told-in =
    .allergy = allergic to { $item }
    .avoid = please don't { $item }
    .helps = helps: { $item }
    .family = in the family: { $item }
history-none-in =
    .condition = no conditions
    .medicine = no medicines now
    .allergy = no allergies
    .operation = no operations
    .test = no tests
    .care_team = no care team
    .insurance = no insurance
    .family = nothing in the family
    .device = no devices
    .helps = nothing helps
    .avoid = nothing to avoid

## What the log shows, offered once

history-offer =
    .yes = Yes, add it
    .no = Not mine
    .later = Later
history-offer-medicine = You have taken { $name } { $count } times in the last 30 days. Add it to your medicines?
    .low = You took { $name } { $count } times in 30 days. Add it?
history-offer-condition = You wrote about { $name } on { $count } days. Were you told you have it? I can add it to your conditions.
    .low = You wrote about { $name } on { $count } days. Were you told you have it?
history-offer-added = { $name } is in your history.
history-offer-refused = { $name } stays out. I won't ask again.
history-offer-later = It stays as it is.
history-offer-settled = That is settled already. Nothing was changed.

## On the summary, in one line each

summary-medicines-now = <b>Medicines now:</b> { $items }
summary-medicines-logged = Logged: { $items }
summary-medicines-none = Medicines: none, as told.
summary-allergies-told = <b>Allergies:</b> { $items }
summary-allergies-none = Allergies: none, as told.
summary-avoid = <b>Please don't:</b> { $items }
summary-and-more = { $items } and { $count } more
