### Why is it like this: the topics and the card. The explainers themselves stand in their own files.

why-topic = What would you like to understand? Ask, or pick.
    .foggy = Why is what like this?
why-lost = I have no page on that yet. Ask it in other words, or pick.
    .foggy = Ask in other words, or pick.
why-title = <b>{ $title }</b>
why-why = <b>Why:</b> { $words }
why-who-else = <b>Who else is caught in it:</b> { $words }
why-what-can-be-done = <b>What can be done:</b> { $words }
why-clock = <b>The clock:</b> { $words }
why-line = <b>Where the line is:</b> { $words }
why-to =
    .more = More
    .less = ‹ In short
    .say = What can I say
    .others = Other topics
