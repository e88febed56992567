### Urgent help. Never reassures, never delays, no advice: the number, what to say, and that the words are kept.

urgent-call = <b>Call { $number } now.</b>
urgent-call-other = <b>Call { $number } now, for them.</b>
urgent-or = If you cannot speak: { $way }
urgent-guess = For: { $country }. Anywhere else: your local number, or 112.
urgent-say = Say: “I need help now. I am at (where you are). This is what is happening: …”
    .foggy = Say: “I need help. I am at …”
urgent-say-other = Say: “Someone needs help now. We are at (where they are). This is what is happening: …”
    .foggy = Say: “Someone needs help. We are at …”
urgent-kept = I have kept what you wrote.
urgent-kept-sealed = I have kept what you wrote, sealed, for a day.

urgent-crisis = I am glad you said it. You do not have to carry this alone. A person can talk with you now:
    .foggy = I am glad you said it. A person can talk with you now:
urgent-crisis-other = It is good that you are looking out for them. These people help you and them, now:
    .foggy = These people can help you both, now:
urgent-crisis-danger = If you are in danger right now, call <b>{ $number }</b>.
urgent-crisis-danger-other = If they are in danger right now, call <b>{ $number }</b>.
urgent-crisis-none = Call <b>{ $number }</b>, or someone you trust. You can say: “I need someone with me now.”

urgent-emergency = <b>Emergency:</b> { $number }
urgent-lines-crisis = <b>To talk to someone now</b>
urgent-lines-poison = <b>Poison, or too much of a medicine</b>
urgent-lines-abuse = <b>Hurt or threatened by someone</b>
urgent-line = • { $name }: { $ways }
urgent-line-hours = • { $name }: { $ways } ({ $hours })
urgent-country = For: { $country }.
urgent-country-unknown = I do not know your country yet, so I cannot give its own numbers.
urgent-set-country = Set my country
urgent-other-country = Another country
urgent-more = More numbers
urgent-what = What this bot is
