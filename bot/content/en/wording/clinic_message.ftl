### A message to the clinic, made of parked questions. It is shown to be copied; what it says is the patient's.

clinic-message-greeting = Hello,
clinic-message-before = I have { $count ->
    [one] a question
   *[other] some questions
} that can wait for your reply:
clinic-message-number = { $place }. { $text }
clinic-message-later = { $count ->
    [one] I have 1 more question for another time.
   *[other] I have { $count } more questions for another time.
}
clinic-message-after = If one needs a visit, please tell me.
clinic-message-farewell = Thank you.
clinic-message-signed = Thank you. { $name }

clinic-message-size = How long may it be? Many clinics have a limit.
    .foggy = How long?
    .s500 = Short
    .s1000 = Middle
    .s2000 = Long
clinic-message-ready = Here is your message. Copy it, and send it the way your clinic takes them. It's not for things that can't wait.
    .foggy = Copy this. It's not for things that can't wait.
clinic-message-left = { $count ->
    [one] 1 question did not fit. It is still parked.
   *[other] { $count } questions did not fit. They are still parked.
}
clinic-message-nothing = No question fits in this size. Try a longer one.
clinic-message-none = No question is parked right now.
clinic-message-offer = Make a message
