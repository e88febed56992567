### The command menu beside the input field. Telegram shows one line each.

command-log = Log a symptom, step by step
command-checkin = A check-in in four taps
command-summary = Your summary on one screen
command-visits = Your visits
command-questions = Questions for your visit
command-reminders = What is coming up
command-energy = Full, low or foggy today
command-pause = Pause reminders for some days
command-settings = Name, time zone, quiet hours and more
command-urgent = Urgent help numbers
command-privacy = What is kept, and who can read it
command-help = What I can do
