### Settings and the energy level.

energy-ask = How much can you read today? I use more or fewer words.
    .low = How much can you read today?
    .foggy = How much today?
energy-label =
    .full = Full
    .full-now = Full ✓
    .low = Low
    .low-now = Low ✓
    .foggy = Foggy
    .foggy-now = Foggy ✓
energy-set-full = Full it is. I use all my words.
energy-set-low = Low it is. I keep it short.
energy-set-foggy = Foggy it is. Few words, buttons where I can.

## The set-up

setup-name = What should I call you? You can skip any of these.
    .low = What should I call you?
    .foggy = Your name?
    .again = What should I call you?
    .skip_all = Skip all
setup-done = That is all. Type how things are, any time.
    .foggy = Done. Type, any time.
setup-done-no_zone = Type how things are, any time. One thing helps reminders come at the right hour: what time is it for you now?
    .low = Type how things are, any time. For reminders: what time is it for you now?
    .foggy = Type, any time. What time is it for you now?

## The questions that both the set-up and the settings ask

setting-name-long = A shorter name fits better here.
setting-name-leads = call me, my name is, my name's, i am, i'm, im, it's, its, just
setting-zone = Where are you? A city is enough. So is the time on your clock: “it is 3:40 pm here”.
    .low = Which city are you in?
    .foggy = Your city?
setting-zone-unknown = I do not know that place. A big city near you works, or the time on your clock, like “it is 3:40 pm here”.
    .foggy = I do not know that place. A big city near you?
setting-zone-hint = I do not know your time zone yet, so I may come at the wrong hour. What time is it for you now?
    .low = So that I come at the right hour: what time is it for you now?
    .foggy = What time is it for you now?
setting-zone-other = Another time zone
setting-zone_which = Which one is it?
setting-zone-set = { $place } time. It is { $now } for you now. If that is wrong: /settings
    .low = { $place } time: { $now }.
    .foggy = { $now }.
setting-checkin = Once a day I can ask how you are: four taps at most. When? You can also type a time.
    .low = When should I ask how you are?
    .foggy = When should I ask?
setting-checkin-label =
    .morning = Morning
    .noon = Noon
    .evening = Evening
    .none = Do not ask
setting-checkin_which = Which one?
setting-checkin-set = I will ask at { $time }.
setting-checkin-never = I will not ask.
setting-clock-unclear = I could not read a time in that. “7 pm” or “19:00” works.
setting-quiet = Quiet hours, when I make no sound: { $hours }. Keep that? You can also type other hours, like “10 pm to 7 am”.
    .low = Quiet hours: { $hours }. Keep?
    .foggy = Quiet: { $hours }?
setting-quiet-label =
    .keep = Keep it
    .never = No quiet hours
setting-quiet-span = { $start } to { $end }
setting-quiet-none = no quiet hours
setting-quiet-set = Quiet hours: { $hours }.
setting-quiet-unclear = I could not read two times in that. “10 pm to 7 am” works.
setting-country = Which country's urgent numbers should I show? Pick it or type it.
    .low = Urgent numbers for which country?
    .foggy = Your country?
setting-country-unknown = I do not know that country. Its full name works, like “Ireland”.
setting-lock = What may a reminder show on your locked phone?
    Plain: “A note for today from Sameside.”
    Health words: for example “How is the migraine today?”
    .foggy = What may show on your locked phone?
    .neutral = Plain
    .open = Health words
setting-dates = When you write 3/12, which day is it?
setting-dates-label =
    .month = 3/12 is March 12
    .day = 3/12 is 3 December

## The screen

settings-screen = <b>Settings</b>
    Name: { $name }
    Time zone: { $zone }
    Check-in: { $checkin }
    Quiet hours: { $quiet }
    Urgent numbers: { $country }
    Energy: { $level }
    Locked phone: { $lock }
    Dates: { $dates }
    People you trust: { $trusted }

    Tap what you want to change.
    .foggy = <b>Settings</b>
        Time zone: { $zone }
        Check-in: { $checkin }
        Quiet: { $quiet }
        { $country }
        People you trust: { $trusted }
settings-saved = Saved.
settings-zone = { $place }, now { $now }
settings-not_set = not set
settings-none = none
setting-button =
    .name = Name
    .zone = Time zone, travel
    .checkin = Check-in
    .quiet = Quiet hours
    .country = Country
    .energy = Energy
    .lock = Locked phone
    .dates = Dates
    .trusted = People you trust
