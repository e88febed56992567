### Help: fits one phone screen (700 characters at most), urgent help first.

help-text = <b>Urgent help:</b> /urgent

    <b>Type</b> how things are:
    “migraine 7, took suma, slept badly”
    I keep it. To correct it, reply to the card or edit your message. Photos and voice notes work too.

    <b>Your doctor</b>
    “see Dr Lee next tues 2:15” keeps a visit
    /visits  and /after a visit
    /questions  to ask
    /say  /rehearse  words to say
    /summary  /show  to show
    /history  medicines, allergies
    /cases  denials, bills

    <b>Each day</b>
    /log  step by step
    /checkin  four taps
    “remind me to refill on Friday”
    /reminders  what is coming
    /pause  quiet for some days
    /find  /trends

    <b>For you</b>
    /energy  fewer words on bad days
    /settings  /trusted  /privacy  /export  /forget

    “stop”, “back” and “skip” work in every question.
    .low = <b>Urgent help:</b> /urgent

        <b>Type</b> how things are: “migraine 7, took suma”

        /summary  to show your doctor
        /visits  /questions  /history
        /checkin  four taps
        /reminders  /pause
        /energy  /settings

        “stop”, “back” and “skip” work at any time.
    .foggy = <b>Urgent help:</b> /urgent

        Type how things are.

        /summary
        /visits
        /checkin
