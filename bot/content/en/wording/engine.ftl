### What the engine itself says, in every conversation. Short: it comes between the patient and what they wanted.

engine-back = ‹ Back
engine-skip = Skip
engine-stop = Stop
engine-go-on = Go on
engine-which = Which one do you mean?
engine-stale = That button is from an earlier question.
engine-unknown = I can't read that kind of message. Words, a photo or a voice note work.
engine-lost = I did not catch that. Type what is going on, or send /help.
engine-no-command = I don't know that command. /help lists what I can do.
engine-stopped = Stopped.
engine-stopped-kept = Stopped. What you said so far is kept. Say "go on" to return to it.
    .foggy = Stopped. It is kept.
engine-nothing-to-stop = Nothing is open. You can type how things are any time.
engine-nothing-to-go-on = Nothing is waiting. You can type how things are any time.
engine-no-skip = This one can't be skipped. Answer it, or press Stop.
engine-changed = I have changed since you began this, so here it is from the start.
turn-failed = Something went wrong on my side. What you wrote is kept. Please try once more.
flood-kept = You write faster than Telegram lets me answer. I keep everything you send, and I answer again once you pause for a moment. In an emergency: /urgent
held-full = That is as much as I keep before you agree. What you send after this is not kept until you do. In an emergency: /urgent

## Why an answer could not be used, and what would help

refused-empty = I got an empty message.
refused-long = That is a lot for one answer. A shorter one fits better here.
refused-pick = Please pick one of these.
refused-number = I need one number from { $low } to { $high }.
refused-scale = The scale goes from { $low } to { $high }.
refused-moment = I could not read a day or time in that. "Tuesday 2:15" or "Dec 4 at 9" works.

## Words a patient may type instead of pressing, separated by commas

spoken-back = back, go back, previous
spoken-skip = skip, pass, next, don't know, idk, not sure
spoken-stop = stop, cancel, quit, exit, not now, never mind, nevermind, later
spoken-go_on = go on, continue, carry on, resume
spoken-help = help, help me, menu, what can you do, ?
spoken-urgent = urgent, urgent help, emergency, sos, ❗ urgent help
spoken-summary = summary, my summary, 📄 summary
spoken-log = log, ✏️ log
spoken-visits = visits, my visits, appointments, 📅 visits
spoken-cases = cases, my cases, show my cases, open cases

## The keys that stay under the input field

keyboard-log = ✏️ Log
keyboard-summary = 📄 Summary
keyboard-visits = 📅 Visits
keyboard-urgent = ❗ Urgent help

## Small talk: answered, not logged. The words are separated by commas.

small_talk-hello =
    .words = hi, hello, hey, hi there, hello there, hiya, good morning, good evening, good afternoon, yo
small_talk-thanks = You are welcome.
    .words = thanks, thank you, thx, ty, tysm, thanks a lot, thank you so much, many thanks, cheers, 🙏
small_talk-fine = I am here. Type how things are, any time.
    .words = ok, okay, k, kk, cool, alright, all right, got it, understood, sure, 👍, 👌
small_talk-waiting = Nothing is waiting for an answer. Type how things are, any time.
    .words = yes, yep, yeah, no, nope, y, n, back, skip, done, finished, that is all, that's all
