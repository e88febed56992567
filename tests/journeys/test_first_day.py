"""The first day with the bot, from first contact to a summary, on either database."""

from datetime import timedelta

from bot.engine import messages
from bot.storage import inbox
from tests.support.journey import Journey


def test_from_first_contact_to_a_summary_with_three_questions(either_journey: Journey) -> None:
    robin = either_journey.patient("Robin", agrees=False)
    robin.says("/start")
    robin.sees("no end-to-end encryption")
    robin.presses("agree")
    robin.presses("Skip all")
    robin.says("migrane 7 since this mornin, nausea too no aura, took 50 suma, barely slept")
    robin.sees("Migraine: 7 of 10")
    robin.sees("No aura")
    robin.sees("sumatriptan 50 mg")
    robin.says("cardiology with dr wu on dec 4 2026 at 2:15pm at city clinic")
    robin.sees("Friday 4 December")
    robin.presses("Choose questions")
    for question in ("Is it the tablets?", "What else could it be?", "Who do I call on a bad night?"):
        robin.says(question)
    robin.says("/summary")
    shown = robin.sees("migraine")
    assert "Is it the tablets?" in shown.plain
    assert "Who do I call on a bad night?" in shown.plain
    assert "Dr Wu" in shown.plain
    assert len(shown.plain) <= 900


def test_what_was_sent_before_agreeing_is_kept_and_handled_afterwards(either_journey: Journey) -> None:
    robin = either_journey.patient("Robin", agrees=False)
    robin.says("headache 6 and dizzy")
    robin.sees("kept what you sent, sealed")
    assert robin.entries() == []
    robin.presses("agree")
    robin.sees("Headache: 6 of 10")
    assert [entry.text for entry in robin.entries()] == ["headache 6 and dizzy"]


def test_what_was_sent_before_agreeing_is_dropped_after_a_day(journey: Journey) -> None:
    robin = journey.patient("Robin", agrees=False)
    robin.says("headache 6")
    journey.now += timedelta(hours=25)
    with journey.opened.database.write() as connection:
        inbox.clean(connection, journey.now)
    robin.presses("agree")
    robin.does_not_see("Headache")


def test_an_emergency_before_agreeing_gets_the_number_at_once(journey: Journey) -> None:
    robin = journey.patient("Robin", agrees=False, locale="en-GB")
    robin.says("crushing chest pain and my left arm is numb, can't breathe")
    robin.sees("999")


def test_a_restart_in_the_middle_of_a_question_loses_nothing(either_journey: Journey) -> None:
    robin = either_journey.patient()
    robin.says("/log")
    robin.says("headache")
    either_journey.restart()
    robin.says("7")
    either_journey.restart()
    robin.says("stop")
    robin.says("go on")
    assert robin.news


def test_an_edit_and_a_reply_correct_the_entry_on_the_same_card(either_journey: Journey) -> None:
    robin = either_journey.patient()
    message = robin.says("migraine 8, nausea")
    card = robin.sees("Migraine: 8 of 10")
    robin.edits(message, "migraine 6, nausea")
    robin.sees("Migraine: 6 of 10")
    assert "6 of 10" in card.plain, "the card is changed in place"
    robin.says("that was 5, not 6", reply_to=card)
    assert "5 of 10" in card.plain
    assert len(robin.entries()) == 1


def test_a_photo_is_kept_with_its_words(either_journey: Journey) -> None:
    robin = either_journey.patient()
    robin.sends_photo("rash on my left arm")
    robin.sees("rash")
    assert any(isinstance(other, messages.Fetch) for other in robin.others)


def test_two_patients_never_meet(either_journey: Journey) -> None:
    robin, ash = either_journey.patient("Robin"), either_journey.patient("Ash")
    robin.says("migraine 7")
    card = robin.sees("Migraine")
    undo = next(button for button in card.buttons if "Undo" in button.label)
    ash.says("/summary")
    ash.does_not_see("migraine")
    ash.press_data(undo.press, card)
    assert len(robin.entries()) == 1


def test_forget_leaves_nothing_and_the_next_word_is_a_first_contact(either_journey: Journey) -> None:
    robin = either_journey.patient()
    robin.says("migraine 7")
    robin.says("/forget")
    robin.presses("Yes")
    assert either_journey.farewells
    assert list(robin.store()) == []
    robin.says("hello")
    robin.sees("agree")


def test_nonsense_a_flood_of_letters_a_sticker_and_an_old_button_get_a_kind_way_on(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("asdf qwer zxcv")
    robin.sees("asdf qwer zxcv")
    robin.says("x" * 10_000)
    robin.sees("Kept")
    robin.sends({"sticker": {"file_id": "s"}})
    robin.sees("Words, a photo or a voice note")
    robin.says("/log")
    robin.says("headache")
    old = robin.sees("0 to 10")
    press = old.buttons[3].press
    robin.says("11/10")
    robin.sees("from 0 to 10")
    robin.press_data(press, old)
    robin.sees("earlier question")
    robin.says("stop")
    journey.now += timedelta(days=30)
    robin.press_data(press, old)
    robin.sees("earlier question")
    robin.says("/nosuchthing")
    robin.sees("/help")


def test_a_visit_in_the_past_is_met_kindly(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/visit")
    for _ in range(6):
        if "when" in robin.reading().casefold():
            break
        robin.says("Dr Wu")
    robin.says("january 5 2020 at 9am")
    robin.sees("past")


def test_an_update_that_names_an_earlier_day_belongs_to_that_day(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 6 yesterday")
    robin.says("migraine 7 since yesterday")
    robin.says("fatigue 5 yesterday, better today")
    robin.says("dizzy in 2019")
    days = [(journey.now.date() - entry.at.date()).days for entry in robin.entries()]
    assert sorted(days) == [0, 0, 0, 1]


def test_somebody_with_something_to_tell_is_not_asked_their_name_again_and_again(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/start")
    robin.presses("agree")
    robin.sees("call you")
    robin.says("migraine 7, nausea")
    robin.sees("Migraine")
    robin.does_not_see("call you")
    robin.says("headache gone now, tired 4")
    robin.does_not_see("call you")
