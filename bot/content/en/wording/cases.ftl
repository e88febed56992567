### Cases: a barrier that is being worked on. Facts with dates; nobody here is the enemy.

## The list

cases-list = <b>Your cases</b>
cases-none = No case is open. A case keeps who said what, whose move it is, and the last day.
    .low = No case is open.
    .foggy = No case is open.
cases-closed-list = <b>Closed cases</b>
cases-none-closed = No case is closed.
cases-line-mine = • { $title }. Day { $days }, your move
cases-line-theirs = • { $title }. Day { $days }, waiting for { $side }
cases-line-due = { $line }, last day { $day }
cases-line-closed = • { $title }: { $outcome }
cases-more = More ({ $page } of { $pages })
cases-new = Open a case
cases-closed = Closed ones

## A case in one line, also for the summary and on paper

case-short =
    .denial = Denial
    .authorization = Approval
    .step_therapy = Step therapy
    .referral = Referral
    .records = Records
    .bill = Bill
    .paperwork = Paperwork
    .complaint = Complaint
    .other = Open question
case-side =
    .denial = the insurer
    .authorization = the insurer
    .step_therapy = the insurer
    .referral = the other office
    .records = the records office
    .bill = the billing office
    .paperwork = the office
    .complaint = an answer
    .other = an answer
case-line-about = { $kind } ({ $about })
case-line-mine = { $name } day { $days }, my move
case-line-theirs = { $name } day { $days }, waiting for { $side }
case-line-due = { $line }, last day { $day }

## The card

case-title = <b>{ $title }</b>
case-move-mine = Day { $days }. Your move.
case-move-mine-since = Day { $days }. Your move since { $since }.
case-move-theirs = Day { $days }. Waiting for { $side }.
    .foggy = Waiting for { $side }.
case-move-theirs-since = Day { $days }. Waiting for { $side } since { $since }.
case-due-mine = Last day: <b>{ $day }</b> ({ $left })
case-due-theirs = They must answer by <b>{ $day }</b> ({ $left })
    .foggy = Their last day: <b>{ $day }</b> ({ $left })
case-left = { $count ->
    [0] today
    [one] 1 day left
   *[other] { $count } days left
}
case-past = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
case-due-met = Done. It was due by { $day }.
case-due-unstarted = Rule “{ $name }”: { $span } from { $start }. Tell me that day and I count it.
    .foggy = { $span } from { $start }.
case-span =
    .hours = { $count } hours
    .days = { $count } days
    .working_days = { $count } working days
    .weeks = { $count } weeks
    .months = { $count } months
case-start =
    .letter = the date on your letter
    .sent = the day you sent it
    .asked = the day it was asked for
    .service = the day it happened
case-from-letter = That date is from you or your letter.
case-from-rule = That date is from the rule “{ $name }”. { $letter_wins }
case-no-due = No last day is set. Your letter may have one.
case-about = About: { $words }
case-reference = Reference { $words }
case-with = with { $words }
case-entries = { $count ->
    [one] 1 message or photo is kept with it
   *[other] { $count } messages or photos are kept with it
}
case-next = Next: { $step }
case-follow = I will remind you on { $when }.
case-call = { $day }: { $words }
case-call-reference = ref { $words }
case-call-nothing = a call
case-calls-more = { $count ->
    [one] and 1 before that
   *[other] and { $count } before that
}
case-no-calls = No call is noted yet.
case-told = You wrote: “{ $words }”
case-closed = { $outcome ->
    [none] Closed on { $day }.
   *[other] Closed on { $day }: { $outcome }
}

case-log = Log a call
case-to-mine = My move
case-to-theirs = Their move
case-practice = Practice
case-words = Words
case-why = Why
case-close = Close it
case-more = More
case-back = ‹ The case
case-undo = Undo
case-fix = Fix a part
case-fields =
    .deadline = Last day
    .reference = Reference
    .with_whom = With whom
    .about = What about
    .kind = What kind
    .next = Next step
case-note = Note or photo
case-calls = All calls
case-delete = Delete
case-remind = Remind me again
case-bring-back = Bring it back
case-reopen = Open it again
case-all = All cases
case-offer = Keep track of this

case-deleted = Deleted: { $title }. It is gone for good after a day. What is in your log stays there.
    .foggy = Deleted: { $title }
case-gone = That case is no longer here. Nothing was changed.
case-restored = It is back.
case-reopened = It is open again.
case-reminding = I will remind you of it again.
case-uncalled = That call is taken off. Check whose move it is.

## Opening one

open_case-what = What is it about? Pick one, or tell me in a line, like “insurance denied my MRI, ref 8841, appeal by Jan 5”.
    .low = What is it about? Pick one, or tell me in a line.
    .foggy = What is it?
open_case-kept = I opened a case. Is this right?
    .foggy = Case opened.
open_case-same = You have this one open, so I added what is new.
    .foggy = Added to this one.
open_case-already = You have this one open.
open_case-anew = Open another one

## A call

log_call-line = How did it go? One line is enough, like “Ana, ref 553, still in review, call back Friday”. Or tap.
    .low = How did it go? One line, or tap.
    .foggy = How did it go?
    .waiting = Still being looked at
    .needs = They need something
    .yes = They said yes
    .no = They said no
    .nobody = Nobody answered
    .steps = Step by step
log_call-which = Which case is that about?
    .none = None of these
log_call-who = Who did you speak with?
log_call-reference = Did they give a reference for the call?
log_call-said = What did they say?
log_call-then = What comes next, and by when? For example “they call me by Friday”.
    .foggy = What comes next?
log_call-kept = Noted.

## Changing a part

change_case-kind = What kind is it?
change_case-about = What is it over? A scan, a medicine, a form?
    .foggy = What is it over?
change_case-reference = What is the reference?
change_case-with_whom = Who is on the other side? An insurer, a clinic, an office?
    .foggy = Who is it with?
change_case-next = What is the next step? Pick one, or type it.
    .foggy = What is next?
change_case-deadline = When is the last day? Type the date from your letter, or pick the rule that fits. { $letter_wins }
    .low = When is the last day? Type it, or pick a rule. { $letter_wins }
    .foggy = Last day? { $letter_wins }
    .none = No last day
change_case-deadline-letter = The last day is { $day }. That stands, as your letter's date wins. Is another day right? Type it.
    .foggy = It is { $day }. Another day? Type it.
change_case-deadline-where = When is the last day? Type the date from your letter. Or tell me where you live, and I look for a rule.
    .foggy = When is the last day?
change_case-where =
    .US = US rules
    .UK = UK rules
    .CA = Canada's rules
    .AU = Australia's rules
    .EU = EU rules
change_case-deadline-no-rule = When is the last day? Your letter may have it. I know no rule for this where you live.
    .foggy = When is the last day?
change_case-rule = <b>{ $name }</b>. { $holds }
change_case-started-letter = What is the date on the letter?
change_case-started-sent = When did you send it?
change_case-started-asked = When was it asked for?
change_case-started-service = When did it happen?
change_case-days =
    .today = Today
    .yesterday = Yesterday
change_case-past = That day is over. What is the last day?
change_case-ahead = That day is still to come. Which day was it?
change_case-counted = { $holds } { $letter_wins }
change_case-note-line = { $words }
change_case-over = By that rule the day is over. Look at your letter, and ask if they still take it.
change_case-note = Type the note, or send a photo. I put the date on it.
    .foggy = Type it, or send a photo.
change_case-noted = Kept with the case and in your log.
change_case-changed = Changed.

## Closing

close_case-outcome = How did it end?
close_case-said = { $words }
close_case-thanks = If somebody went out of their way for you, there are words for that.
    .foggy = Want to thank somebody?
close_case-thank = Words of thanks
close_case-next = Open the next step

## What comes by itself

case_reminder-follow = You wanted to look at this again today.
case_reminder-theirs = You have waited { $days } days for { $side }. { $ours }
    .foggy = { $days } days with { $side }.
case_reminder-mine = It has been your move for { $days } days. There is no rush from me.
    .foggy = Your move, when you can.
case_reminder-done = Noted.
case_reminder-met = Noted: what was due by { $day } is done.
case_reminder-is-done = Done
case_reminder-open = The case
case_reminder-later = Later
case_reminder-not-now = Not now
case_reminder-stop = No more for this
reminder-case-stopped = Stopped. I will not write about this case again.
reminders-see = Open: { $about }
reminders-case = { $title }. Next note: { $moment }
