### Words in large print, to hold up or to pass across a desk.

show_phone-button = Show my phone
    .short = Show it
show_phone-words = Type what to show. Each message becomes large print, until you press Stop.
    .foggy = What should it show?
    .speak = I cannot speak well today
    .opening = My first sentence
    .enough = That is all
show_phone-cannot-speak = Please read this. I cannot speak well today.
show_phone-kept = { $words }
show_phone-done = Done. Say “show my phone” any time.
show_phone-turn = Turn it round
show_phone-turned = The same, for the person opposite.
show_phone-long = That is a lot for large print. Here is the first part. A few words read best.
show_phone-gone = Those words are no longer kept. Type what to show.
