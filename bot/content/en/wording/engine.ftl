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
spoken-help = help, help me, menu, commands, what can you do, what do you do, how do i use this, how do i use you, how do i use this bot, how do i use it, how to use this, how does this work, how does it work, how do you work, how do i start, what is this, what is this for, what do i do, what do i do here, what can i do, what can i do here, what do i type, what should i type, what do i write, what should i write, what can i write, what can i say, what can i ask you, i don't know how this works, ?
spoken-urgent = urgent, urgent help, emergency, sos, ❗ urgent help
spoken-summary = summary, my summary, 📄 summary
spoken-log = log, ✏️ log
spoken-visits = visits, my visits, appointments, 📅 visits
spoken-cases = cases, my cases, show my cases, open cases
spoken-questions = questions, my questions, show my questions, my question list
spoken-reminders = reminders, my reminders, show my reminders, what are my reminders
spoken-pause = pause, pause reminders, pause check-ins, stop reminders, stop the reminders, stop all reminders, no more reminders, stop check-ins, stop the check-ins, no more check-ins, stop messaging me, stop texting me, stop writing to me, leave me alone for a while, too many messages
spoken-settings = settings, my settings, preferences, options, change my settings
spoken-trusted = trusted person, trusted people, my trusted person, my trusted people, add a trusted person
spoken-privacy = privacy, privacy policy, is this private, is it private, is this confidential, is it confidential, is this safe, is my data safe, is my data private, who can see this, who can see my data, who sees this, who reads this, who can read this, can anyone see this, can my doctor see this, does my doctor see this, do you share this, do you share my data, do you sell my data, where is my data, what do you keep, what do you store
spoken-export = export, export my data, download my data, send me my data, give me my data
spoken-forget = forget me, delete my data, delete all my data, delete all of my data, erase my data, delete everything, erase everything, delete my account

## The keys that stay under the input field

keyboard-log = ✏️ Log
keyboard-summary = 📄 Summary
keyboard-visits = 📅 Visits
keyboard-urgent = ❗ Urgent help

## Small talk: answered, not logged. The words are separated by commas.

small_talk-hello =
    .words = hi, hello, hey, hi there, hello there, hiya, good morning, good evening, good afternoon, yo, how are you, how are you doing, how are you today, hows it going, how's it going
small_talk-thanks = You are welcome.
    .words = thanks, thank you, thx, ty, tysm, thanks a lot, thank you so much, many thanks, cheers, 🙏
small_talk-self = I am a program: no person and no doctor. I keep what you tell me, remind you, and get you ready for visits. /help shows how, /privacy who can see it. In an emergency: /urgent
    .low = I am a program: no person and no doctor. /help shows what I do. In an emergency: /urgent
    .foggy = I am a program, no doctor. In an emergency: /urgent
    .words = who are you, what are you, who is this, are you a bot, are you a robot, are you real, are you a real person, are you a person, are you human, are you a doctor, are you my doctor, are you a nurse, are you an ai, are you ai, is this a bot, is this a person, is this a real person, am i talking to a person, am i talking to a human, is anyone there, is anybody there, is someone there
small_talk-errand = I can't call, write to or book with anybody. /say has words for the call, /visits keeps the date, and /summary makes a page you can send or show.
    .low = I can't call or book. Words for the call: /say. A page to send: /summary
    .foggy = I can't call anybody. Words for the call: /say
    .words = can you call my doctor, call my doctor, can you ring my doctor, ring my doctor, can you phone my doctor, phone my doctor, can you email my doctor, email my doctor, can you contact my doctor, contact my doctor, can you message my doctor, message my doctor, can you call my gp, call my gp, can you ring my gp, ring my gp, can you phone my gp, phone my gp, can you email my gp, email my gp, can you contact my gp, contact my gp, can you message my gp, message my gp, can you call the doctor, call the doctor, can you ring the doctor, ring the doctor, can you phone the doctor, phone the doctor, can you email the doctor, email the doctor, can you contact the doctor, contact the doctor, can you message the doctor, message the doctor, can you call the clinic, call the clinic, can you ring the clinic, ring the clinic, can you phone the clinic, phone the clinic, can you email the clinic, email the clinic, can you contact the clinic, contact the clinic, can you message the clinic, message the clinic, can you call my clinic, call my clinic, can you ring my clinic, ring my clinic, can you phone my clinic, phone my clinic, can you email my clinic, email my clinic, can you contact my clinic, contact my clinic, can you message my clinic, message my clinic, can you call the surgery, call the surgery, can you ring the surgery, ring the surgery, can you phone the surgery, phone the surgery, can you email the surgery, email the surgery, can you contact the surgery, contact the surgery, can you message the surgery, message the surgery, can you call my nurse, call my nurse, can you ring my nurse, ring my nurse, can you phone my nurse, phone my nurse, can you email my nurse, email my nurse, can you contact my nurse, contact my nurse, can you message my nurse, message my nurse, can you call my pharmacy, call my pharmacy, can you ring my pharmacy, ring my pharmacy, can you phone my pharmacy, phone my pharmacy, can you email my pharmacy, email my pharmacy, can you contact my pharmacy, contact my pharmacy, can you message my pharmacy, message my pharmacy, can you call the pharmacy, call the pharmacy, can you ring the pharmacy, ring the pharmacy, can you phone the pharmacy, phone the pharmacy, can you email the pharmacy, email the pharmacy, can you contact the pharmacy, contact the pharmacy, can you message the pharmacy, message the pharmacy, can you call my specialist, call my specialist, can you ring my specialist, ring my specialist, can you phone my specialist, phone my specialist, can you email my specialist, email my specialist, can you contact my specialist, contact my specialist, can you message my specialist, message my specialist, can you call my insurance, call my insurance, can you ring my insurance, ring my insurance, can you phone my insurance, phone my insurance, can you email my insurance, email my insurance, can you contact my insurance, contact my insurance, can you message my insurance, message my insurance, can you call the insurance, call the insurance, can you ring the insurance, ring the insurance, can you phone the insurance, phone the insurance, can you email the insurance, email the insurance, can you contact the insurance, contact the insurance, can you message the insurance, message the insurance, can you book me an appointment, book me an appointment, book an appointment, make me an appointment, can you make me an appointment, get me an appointment, can you order my meds, order my meds, order my prescription, can you order my prescription, refill my prescription, can you refill my prescription, can you refill my meds, refill my meds, send this to my doctor, can you send this to my doctor, can you tell my doctor, tell my doctor
small_talk-fine = I am here. Type how things are, any time.
    .words = ok, okay, k, kk, cool, alright, all right, got it, understood, sure, 👍, 👌
small_talk-waiting = Nothing is waiting for an answer. Type how things are, any time.
    .words = yes, yep, yeah, no, nope, y, n, back, skip, done, finished, that is all, that's all
