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
