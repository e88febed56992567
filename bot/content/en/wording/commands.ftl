### The command menu beside the input field. Telegram shows one line each.

command-log = Log a symptom, step by step
command-checkin = A check-in in four taps
command-summary = Your summary on one screen
command-find = Look something up in your log
command-trends = A picture of how things went
command-show = Words in large print, when speaking is hard
command-visits = Your visits
command-questions = Questions for your visit
command-after = After a visit: what was said, and what follows
command-say = Words to say when the system is in the way
command-history = What a new doctor asks for
command-rehearse = Practice a visit or a call
command-why = Why it is like this
command-cases = Denials, approvals, bills: whose move it is
command-reminders = What is coming up
command-energy = Full, low or foggy today
command-pause = Pause reminders for some days
command-settings = Name, time zone, quiet hours and more
command-urgent = Urgent help numbers
command-privacy = What is kept, and who can read it
command-help = What I can do

## What the bot's profile says before the first message (at most 120 and 512 characters)

bot-short-description = Keeps what you tell about your illness and puts one clear page in your hand at the doctor's.
bot-description = Tell me how things are, in your own words. I keep it, remind you before visits, help you pick three questions, and give you one page for your doctor. I am not a medical service. In an emergency call your local emergency number.
bot-private = This bot is private. The person who runs it can let you in.

## Titles in calendar files

calendar-visit = Visit
calendar-visit-with = Visit: { $whom }
