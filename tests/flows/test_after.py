"""After the visit, told by a patient: three taps, ten minutes, tomorrow; the person, the system, harm."""

from datetime import date, timedelta

import pytest

from bot.domain import debriefs, history, questions
from bot.domain.reminders import Reminder
from tests.support.journey import Journey, Patient

KIND_WORDS = ("thank", "same side", "together", "trust", "they meant", "try to see", "understand why", "fair")
"""What never stands on a screen of somebody who was hurt."""


def before_the_visit(journey: Journey) -> Patient:
    robin = journey.patient()
    robin.says("/settings zone")
    robin.says("New York")
    robin.says("/questions")
    robin.says("Is it my new pill?")
    robin.says("May I drive?")
    robin.says("stop")
    robin.says("Dr Lee tomorrow at 2:15 pm")
    return robin


def after_the_visit(journey: Journey) -> Patient:
    robin = before_the_visit(journey)
    journey.wait(days=1, hours=5)
    return robin


def kept(robin: Patient) -> debriefs.Debrief:
    return next(debrief for store in robin.store() for debrief in store.debriefs.all())


def own(robin: Patient) -> list[Reminder]:
    return [reminder for store in robin.store() for reminder in store.reminders.of_kind("own")]


def asked(robin: Patient) -> dict[str, questions.Question]:
    return {question.text: question for store in robin.store() for question in store.questions.all()}


def medicines(robin: Patient) -> dict[str, history.Item]:
    return {
        item.name: item
        for store in robin.store()
        for item in store.history.all()
        if item.section == "medicine"
    }


def test_the_reminder_is_done_in_three_taps(journey: Journey) -> None:
    robin = before_the_visit(journey)
    journey.wait(days=1, hours=8.5)
    robin.presses("Show")
    robin.sees("How was it?")
    robin.presses("It went well")
    robin.presses("All of them")
    robin.presses("That is all")
    robin.sees("If you would like to thank someone, words are here.")
    robin.sees("✓ May I drive?")
    assert kept(robin).sort == "good"
    assert kept(robin).finished
    assert {question.state for question in asked(robin).values()} == {"asked"}
    for store in robin.store():
        assert [visit.state for visit in store.visits.all()] == ["done"]


def test_ten_minutes_keep_every_piece_and_what_follows_from_it(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("/after")
    robin.presses("The system was in the way")
    robin.presses("○ Is it my new pill?")
    robin.presses("Go on")
    robin.says("no, she says it is the migraine")
    robin.says("mri first, insurance has to approve it")
    robin.sees("you or they will do")
    robin.says("they call me by friday, i book bloods next week")
    robin.sees("Theirs: they call me, by Friday 6 March")
    robin.sees("I will ask you about it Monday 9 March, 10:00 am.")
    robin.sees("I will remind you Monday 9 March, 10:00 am.")
    robin.says("no")
    robin.says("start propranolol 40, stop topiramate because of fog")
    robin.sees("In your history: topiramate, stopped: fog")
    robin.presses("Worn out")
    robin.sees("Is there something else?")
    robin.says("the nurse was kind")
    robin.says("no")
    robin.sees("Here are words for what stood in the way.")
    assert robin.can_press("Words: Prior authorization")
    assert robin.can_press("Thank-you words")
    debrief = kept(robin)
    assert (debrief.plan, debrief.feeling) == ("mri first, insurance has to approve it", "Worn out")
    assert asked(robin)["Is it my new pill?"].answer == "no, she says it is the migraine"
    waiting = asked(robin)["May I drive?"]
    assert (waiting.state, waiting.visit_id, waiting.place) == ("open", None, None)
    assert {(r.text, r.subject) for r in own(robin)} == {
        ("Ask about “they call me”", debrief.id),
        ("book bloods", debrief.id),
    }
    assert medicines(robin)["topiramate"].why == "fog"
    assert medicines(robin)["topiramate"].state == "stopped"


def test_a_question_that_was_not_asked_waits_for_the_next_visit(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("/after")
    robin.presses("It went well")
    robin.presses("○ May I drive?")
    robin.presses("✓ May I drive?")
    robin.presses("○ May I drive?")
    robin.presses("Go on")
    robin.presses("That is all")
    robin.says("Dr Wu on March 20 at 2 pm")
    robin.says("/questions")
    robin.sees("To ask Dr Wu")
    robin.sees("• Is it my new pill?")
    robin.does_not_see("May I drive?")


def test_a_change_of_medicine_is_taken_back_and_one_changed_since_is_left(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("/after")
    robin.presses("It went well")
    robin.says("skip")
    robin.says("skip")
    robin.says("skip")
    robin.says("start propranolol 40\nstart magnesium")
    robin.presses("That is all")
    undo = robin.screen[-1]
    assert set(medicines(robin)) == {"propranolol", "magnesium"}
    robin.presses("Undo propranolol")
    robin.sees("Taken back.")
    assert set(medicines(robin)) == {"magnesium"}
    with journey.opened.database.write() as connection:
        patient_id = journey.opened.patients.find(connection, robin.telegram_id)
        assert patient_id
        opened = journey.opened.patients.open(connection, patient_id)
        assert opened
        from bot.storage.store import Store

        changed = medicines(robin)["magnesium"]
        from dataclasses import replace

        Store(opened.scope).history.save(replace(changed, detail="400 mg"))
    robin.presses("Undo magnesium")
    robin.sees("Your history has changed since then")
    assert medicines(robin)["magnesium"].detail == "400 mg"
    data = next(button.press for button in undo.buttons if "Undo" in button.label)
    robin.press_data(data, undo)
    assert set(medicines(robin)) == {"magnesium"}


def test_promises_come_back_on_their_day_and_are_answered_there(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("saw dr lee, she wants an mri, they'll call me friday")
    robin.sees("Plan: she wants an mri")
    robin.presses("It went well")
    robin.says("stop")
    robin.news = []
    journey.wait_until(journey.now + timedelta(days=6))
    robin.presses("Show")
    robin.sees("Ask about “they'll call me”")
    robin.presses("Done")
    robin.says("/visits")
    robin.presses("Earlier ones")
    robin.presses("Dr Lee")
    robin.presses("What was said")
    robin.sees("✓ they'll call me")


def test_open_promises_stand_in_the_next_visits_reminder_in_one_line(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("saw dr lee, she wants an mri, they'll call me friday")
    robin.presses("It went well")
    robin.says("stop")
    robin.says("Dr Wu on March 20 at 2 pm")
    robin.news = []
    journey.wait(days=10, hours=19)
    show = [shown for shown in robin.screen if any(b.label == "Show" for b in shown.buttons)][-1]
    robin.presses("Show", on=show)
    robin.sees("Still open from before: they'll call me (by Friday 6 March).")


def test_a_promise_is_moved_done_turned_round_and_taken_off(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("saw dr lee, they'll call me friday")
    robin.presses("It went well")
    robin.presses("None")
    robin.says("skip")
    robin.presses("✎ they'll call me")
    robin.presses("Another day")
    robin.says("march 20")
    robin.presses("✎ they'll call me")
    robin.sees("I will ask you about it Monday 23 March")
    robin.presses("I do this")
    assert [reminder.text for reminder in own(robin)] == ["they'll call me"]
    robin.presses("✎ they'll call me")
    robin.presses("Done")
    assert own(robin) == []
    robin.presses("✎ they'll call me")
    robin.presses("Take it off")
    assert kept(robin).tasks == ()
    robin.sees("Who does what, and by when?")


def test_two_possible_days_are_asked_about_and_a_line_without_an_owner_too(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("/after")
    robin.presses("It went well")
    robin.presses("None")
    robin.says("skip")
    robin.says("i email the form next thursday")
    robin.sees("Which day?")
    robin.presses("Thursday 12 March")
    assert kept(robin).tasks[0].by == date(2026, 3, 12)
    robin.says("mri")
    robin.sees("Who does this?")
    robin.presses("They do")
    assert kept(robin).tasks[1].whose == "theirs"
    robin.says("physio")
    robin.presses("It is a note")
    assert kept(robin).notes == ("physio",)


def test_stopping_tomorrow_and_opening_again_go_on_at_what_is_missing(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("/after")
    robin.presses("They did not listen")
    robin.presses("All of them")
    robin.says("no")
    robin.presses("Tomorrow")
    robin.sees("I will ask again Wednesday 4 March, 10:00 am.")
    robin.news = []
    journey.restart()
    journey.wait(days=1)
    robin.presses("Show")
    robin.sees("✓ Is it my new pill?: no")
    robin.presses("Go on")
    robin.sees("“May I drive?”")
    robin.says("stop")
    robin.says("/after")
    robin.sees("“May I drive?”")
    robin.presses("That is all")
    robin.sees("You can say it another way next time")
    assert robin.can_press("Ask another doctor")
    robin.news = []
    journey.wait(days=3)
    assert not any("How was it" in shown.plain for shown in robin.news)


def test_somebody_hurt_sees_safety_first_and_nothing_of_thanks_or_fairness(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("/after")
    robin.presses("I was hurt")
    first = robin.sees("If you want to, write what was done and said")
    assert first.plain.startswith("You did nothing wrong.")
    words = "He pushed my head down & said <quiet>.\n\n" + "It went on. " * 300
    robin.says(words)
    robin.sees("Kept word for word, Tuesday 3 March, 3:00 pm.")
    robin.says("the nurse saw it")
    robin.presses("That is all")
    card = robin.sees("Your record")
    debrief = kept(robin)
    assert debrief.record.startswith(words.strip())
    assert "[Added Tuesday 3 March, 3:00 pm]\nthe nurse saw it" in debrief.record
    assert debrief.record_at == journey.now
    labels = [button.label for button in card.buttons]
    assert labels[:4] == ["Urgent numbers", "Support", "Words to say", "Report or leave"]
    robin.presses("Plain copy")
    assert any(shown.plain == debrief.record and not shown.buttons for shown in robin.news)
    robin.presses("Rest of visit", on=card)
    robin.presses("Your record, and help")
    robin.presses("Report or leave")
    for shown in robin.screen[robin.screen.index(card) :]:
        for word in KIND_WORDS:
            assert word not in shown.plain.casefold(), shown.plain
    assert not robin.can_press("Thank")


def test_what_reads_as_harm_is_asked_about_once_and_it_is_the_patient_who_says_so(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("saw dr lee and he grabbed my arm and mocked me")
    robin.sees("You did nothing wrong.")
    robin.sees("Were you hurt, or treated badly?")
    robin.presses("No, it was something else")
    robin.sees("How was it?")
    robin.presses("They did not listen")
    robin.sees("Which of your questions")
    assert kept(robin).sort == "person"
    robin.says("stop")
    robin.presses("How it felt") if robin.can_press("How it felt") else robin.says("/after")
    assert kept(robin).notes == ("saw dr lee and he grabbed my arm and mocked me",)


def test_words_that_called_for_help_are_brought_into_the_record_with_one_tap(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("/after")
    robin.presses("I was hurt")
    robin.says("he hit me and now i want to kill myself")
    robin.sees("988")
    robin.says("go on")
    robin.presses("Keep what I wrote")
    assert kept(robin).record == "he hit me and now i want to kill myself"
    robin.sees("Is there something else?")
    assert not robin.can_press("Keep what I wrote")


def test_what_was_told_becomes_the_record_with_one_tap(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("saw dr lee and he grabbed my arm and mocked me")
    robin.presses("Yes")
    robin.presses("Keep what I wrote")
    assert kept(robin).record == "saw dr lee and he grabbed my arm and mocked me"
    assert kept(robin).sort == "harm"


def test_a_visit_that_did_not_take_place_is_moved_or_cancelled(journey: Journey) -> None:
    robin = before_the_visit(journey)
    journey.wait(days=1, hours=8.5)
    robin.presses("Show")
    robin.presses("Moved")
    robin.says("march 20 at 3 pm")
    robin.sees("2 of 3 questions chosen")
    journey.wait_until(journey.now + timedelta(days=18))
    show = [shown for shown in robin.screen if any(b.label == "Show" for b in shown.buttons)][-1]
    robin.presses("Show", on=show)
    robin.presses("Cancelled")
    robin.sees("Cancelled")
    for store in robin.store():
        assert store.debriefs.all() == []


@pytest.mark.parametrize("asks", ["how do i write down my visit", "/after", "after my visit"])
def test_without_any_visit_it_is_told_in_a_few_words(journey: Journey, asks: str) -> None:
    robin = journey.patient()
    robin.says(asks)
    robin.says("dr wu")
    robin.presses("Yesterday")
    robin.sees("Dr Wu: Sunday 1 March")
    robin.presses("It went well")
    robin.sees("What is the plan now?")


def test_a_visit_told_that_was_never_planned_is_kept_on_its_day(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("just saw my neurologist yesterday. bloods next week, migraine 7 today")
    robin.sees("Migraine: 7 of 10")
    robin.sees("Theirs: bloods, by Monday 9 March")
    robin.sees("Sunday 1 March")
    assert len(robin.entries()) == 1


def test_which_of_several_is_asked(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("Dr Wu today at 4 pm")
    journey.wait(hours=2)
    robin.says("/after")
    robin.sees("Which visit do you mean?")
    robin.presses("Dr Lee")
    robin.sees("Dr Lee: Tuesday 3 March")
    robin.presses("Another visit")
    robin.presses("Dr Wu")
    robin.sees("Dr Wu: Tuesday 3 March")


def test_foggy_it_is_two_taps_and_few_words(journey: Journey) -> None:
    robin = before_the_visit(journey)
    robin.says("/energy")
    robin.presses("Foggy")
    journey.wait(days=1, hours=8.5)
    robin.presses("Show")
    robin.sees("How was it?").plain.endswith("How was it?")
    robin.presses("It went well")
    assert robin.sees("Which did you ask?").plain == "Which did you ask?"
    robin.presses("All of them")
    robin.sees("Kept.")
    assert kept(robin).finished


def test_every_piece_is_changed_later_from_the_card(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("/after")
    robin.presses("It went well")
    robin.says("skip")
    robin.presses("That is all")
    robin.presses("Change or add")
    for button, typed, seen in (
        ("The plan", "wait two weeks", "Plan: wait two weeks"),
        ("How it felt", "heavy", "Felt: heavy"),
        ("Medicines", "stop gabapentin", "gabapentin, stopped"),
    ):
        robin.presses(button)
        robin.says(typed)
        robin.sees(seen)
        assert robin.can_press("How it was")
    robin.presses("My questions")
    robin.presses("○ May I drive?")
    robin.presses("Go on")
    robin.says("yes")
    robin.sees("✓ May I drive?: yes")
    robin.presses("How it was")
    robin.presses("The system was in the way")
    assert kept(robin).sort == "system"


def test_buttons_of_long_ago_and_pressed_twice_are_met_kindly(journey: Journey) -> None:
    robin = before_the_visit(journey)
    journey.wait(days=1, hours=8.5)
    robin.presses("Show")
    shown = robin.screen[-1]
    data = next(button.press for button in shown.buttons if button.label == "It went well")
    robin.press_data(data, shown)
    robin.press_data(data, shown)
    robin.sees("Which of your questions")
    visit_id = data.split(":")[1]
    robin.press_data(f"/visit_reminder:{visit_id}:note", shown)
    robin.sees("Which of your questions")
    for choice in ("good", "plan", "u0000000000000000", "thanks", "card"):
        robin.press_data(f"/after:{'0' * 16}:{choice}", shown)
        robin.sees("That visit is no longer here")
    robin.press_data(f"/after_record:{'0' * 16}:copy", shown)
    robin.sees("That visit is no longer here")
    robin.press_data(f"/after_promise:{visit_id}:{'0' * 16}", shown)
    robin.sees("no longer here")


def test_an_ordinary_story_is_not_offered_as_a_record_of_harm(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("saw dr lee, she wants an mri, they'll call me friday")
    robin.presses("I was hurt")
    assert robin.sees("If you want to, write").plain.startswith("You did nothing wrong.")
    assert not robin.can_press("Keep what I wrote")


def test_what_they_said_is_kept_as_a_note_and_is_no_plan(journey: Journey) -> None:
    robin = after_the_visit(journey)
    robin.says("saw dr lee, he said it's stress and my labs are normal")
    robin.does_not_see("Plan:")
    assert kept(robin).plan == ""
    assert kept(robin).notes == ("saw dr lee, he said it's stress and my labs are normal",)
