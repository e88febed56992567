### After the visit: what was said, who does what, how it was. Where somebody was hurt: no thanks, no alliance, no lesson.

after-head = { $whom ->
    [none] <b>Your visit</b>: { $when }
   *[other] <b>{ $whom }</b>: { $when }
}
after-how = How was it? Most of what is said slips away fast, so a few taps now will help you later.
    .low = How was it?
    .foggy = How was it?
    .good = It went well
    .system = The system was in the way
    .person = They did not listen
    .harm = I was hurt
    .cancelled = Cancelled
    .moved = Moved
    .other = Another visit
after-how-typed =
    .good = well, good, great, fine, ok, okay, it was fine, it was good, it was ok, went well, went fine, lovely, helpful
    .system = the system, waiting, no time, the insurance, paperwork
    .person = ignored, dismissed, not heard, didn't listen, he didn't listen, she didn't listen, wasn't listened to
    .harm = hurt, i got hurt, they hurt me, he hurt me, she hurt me
    .cancelled = canceled, it was cancelled, didn't go, did not go, didn't happen
    .moved = postponed, rescheduled, it was moved
after-sorted =
    .good = It went well.
    .system = The system was in the way.
    .person = They did not listen.
    .harm = I was hurt.
after-heard-harm = You did nothing wrong. If you are in danger now, get away if you can, and call for help: /urgent

    Were you hurt, or treated badly?
    .foggy = You did nothing wrong. In danger now? /urgent

    Were you hurt?
    .harm = Yes
    .else = No, it was something else
after-ways =
    .finish = That is all
    .tomorrow = Tomorrow
after-kept = Kept.
after-so-far = So far: { $text }

## Questions and answers

after-asked = Which of your questions did you ask? The others wait for next time.
    .low = Which did you ask? The others wait.
    .foggy = Which did you ask?
    .all = All of them
    .none = None
    .next = Go on
after-answer = “{ $question }”
    What did they say?
after-asked-line = { $answer ->
    [none] ✓ { $text }
   *[other] ✓ { $text }: { $answer }
}
after-unasked-line = ○ { $text } (waits for next time)
    .foggy = ○ { $text }

## The plan, and who does what

after-plan = What is the plan now? Say it in your own words.
    .foggy = What is the plan?
after-plan-line = <b>Plan</b>: { $text }
after-promises = Who does what, and by when? One line each, like “they call me by Friday” or “I book the blood test next week”.
    .low = Who does what, and by when? Like “they call me by Friday”.
    .foggy = Who does what by when?
    .nothing = Nothing was promised
    .next = No, go on
after-promises-more = Is there something else that you or they will do?
    .foggy = Is there something else?
after-whose = “{ $text }”
    Who does this?
    .mine = I do
    .theirs = They do
    .note = It is a note
after-which-day = “{ $text }”
    Which day?
after-task-mine = { $day ->
    [none] <b>Yours</b>: { $text }
   *[other] <b>Yours</b>: { $text }, by { $day }
}
after-task-theirs = { $day ->
    [none] <b>Theirs</b>: { $text }
   *[other] <b>Theirs</b>: { $text }, by { $day }
}
after-task-done = ✓ { $text }
after-task-no-day = No day is named, so no reminder comes.
after-task-mine-then = I will remind you { $moment }.
after-task-theirs-then = I will ask you about it { $moment }.
after-ask-about = Ask about “{ $text }”
after-still-open = { $more ->
    [0] Still open from before: { $day ->
        [none] { $text }.
       *[other] { $text } (by { $day }).
    }
   *[other] Still open from before: { $day ->
        [none] { $text }, and { $more } more.
       *[other] { $text } (by { $day }), and { $more } more.
    }
}
after_promise-what =
    .done = Done
    .day = Another day
    .mine = I do this
    .theirs = They do this
    .remove = Take it off
    .back = ‹ The list
after_promise-day = Which day is it? Like “Friday” or “March 20”.
    .foggy = Which day?
after_promise-gone = That one is no longer on the list.

## Medicines

after-medicines = Did a medicine change? Like “start propranolol 40” or “stop topiramate because of fog”.
    .foggy = Did a medicine change?
    .nothing = No change
after-medicine-now = { $detail ->
    [none] In your history: you take { $name }
   *[other] In your history: you take { $name }, { $detail }
}
after-medicine-stopped = { $why ->
    [none] In your history: { $name }, stopped
   *[other] In your history: { $name }, stopped: { $why }
}
after-medicine-words = Medicine change: { $text }
after-medicine-undo = Undo { $name }
after-medicine-back = Taken back. Your history is as it was.
after-medicine-changed-since = Your history has changed since then, so I left it as it is. /history shows it.

## How it felt, and whatever else

after-feeling = How did you feel when you left? Pick one, or type it.
    .foggy = How did you feel?
    .lighter = Lighter
    .fine = All right
    .tired = Worn out
    .unsure = Unsure
    .upset = Upset
after-feeling-line = Felt: { $text }
after-more = Is there something else?
after-note-line = Note: { $text }
after-nothing-words = no, nope, none, nothing, nothing else, no change, no changes, nothing changed, n, nah, no thanks, that's all, that is all, thats all, done, all done

## The end, with a way on that fits

after-closing-good = Kept. If you would like to thank someone, words are here.
    .foggy = Kept.
after-closing-system = Kept. Here are words for what stood in the way.
    .foggy = Kept.
after-closing-person = Kept. You can say it another way next time, ask another doctor, or write down what was said. Each of these is fine.
    .foggy = Kept. You have ways on:
after-closing-harm = Kept.
after-closing-none = Kept.
after-do =
    .thanks = Thank-you words
    .words = Words for it
    .case = Keep track of it
    .second = Ask another doctor
    .record = Write a dated record
    .harm = Your record, and help
after-words-for = Words: { $name }
after-edit =
    .asked = My questions
    .plan = The plan
    .promises = Promises
    .medicines = Medicines
    .feeling = How it felt
    .more = Add a note
    .how = How it was
    .all = Change or add
after-tomorrow = Kept. I will ask again { $moment }.
after-go-on = Go on now
after-card = What was said
after-begin = How was it?

## Which visit

after_visit-which = Which visit do you mean?
    .other = Another one
after_visit-whom = With whom was the visit?
    .foggy = With whom?
after_visit-day = Which day was it?
    .today = Today
    .yesterday = Yesterday
after_visit-ahead = That day is still to come. Which day was it?

## A record, word for word

after_record-safety = You did nothing wrong. If you are in danger now, get away if you can, and call for help.
    .foggy = You did nothing wrong. In danger now? Get away, and call for help.
after_record-first = If you want to, write what was done and said, in the order it happened. Names and times help. I keep it word for word, with the date. You don't have to.
    .low = If you want to, write what was done and said. I keep it word for word, with the date.
    .foggy = What was done and said? You don't have to write.
    .told = Keep what I wrote
    .enough = Not now
    .urgent = Urgent numbers
after_record-record = Is there something else?
    .told = Keep what I wrote before
    .enough = That is all
    .urgent = Urgent numbers
after_record-kept = Kept word for word, { $moment }.
after_record-added = [Added { $moment }]
after_record-from = <b>Your record</b>, written { $moment }:
after_record-none = No record is written. You can write one at any time.
after_record-longer = The plain copy has all of it.
after_record-copied = The record is below, to copy.
after_record-to =
    .urgent = Urgent numbers
    .support = Support
    .words = Words to say
    .report = Report or leave
    .write = Write a record
    .add = Add to it
    .copy = Plain copy
    .again = Write it anew
    .rest = Rest of visit
