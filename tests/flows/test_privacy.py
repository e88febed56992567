"""Privacy, export, forget and help: said plainly, also to strangers, and true."""

from bot.engine import messages
from bot.storage import patients
from tests.support.journey import Journey, Patient

PHONE_SCREEN = 700
"""Characters that fit one phone screen."""


def rows_of(someone: Patient) -> int:
    with someone.journey.opened.database.read() as connection:
        patient_id = someone.journey.opened.patients.find(connection, someone.telegram_id)
        return patients.traces(connection, patient_id) if patient_id else 0


def test_help_fits_a_phone_screen_and_begins_with_urgent_help(journey: Journey) -> None:
    robin = journey.patient()
    for energy in ("full", "low", "foggy"):
        robin.says(f"/energy {energy}")
        robin.says("/help")
        shown = robin.news[0].plain
        assert len(shown) <= PHONE_SCREEN
        assert "/urgent" in shown.splitlines()[0]


def test_help_and_privacy_are_open_to_strangers(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("/help")
    robin.sees("Type how things are")
    robin.says("/privacy")
    robin.sees("no end-to-end encryption")
    assert not robin.can_press("Send me everything")


def test_export_promises_one_archive(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/privacy")
    robin.presses("Send me everything")
    robin.sees("on its way")
    assert messages.Document("export") in robin.others


def test_forget_asks_once_and_keeps_everything_unless_told(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.says("/forget")
    robin.sees("cannot be undone")
    robin.presses("Keep it")
    robin.sees("Nothing was removed.")
    assert [len(kept.journal.history()) for kept in robin.store()] == [1]


def test_forget_removes_every_row_and_says_farewell(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.says("/forget")
    robin.says("Yes")
    assert rows_of(robin) == 0
    (farewell,) = journey.farewells
    assert "All of it is removed" in farewell.said[0].text


def test_forget_offers_a_copy_first_and_asks_again(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/forget")
    robin.presses("copy first")
    assert messages.Document("export") in robin.others
    robin.presses("Yes, remove everything")
    assert rows_of(robin) == 0


def test_the_yes_of_an_old_question_removes_nothing(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/forget")
    asked = robin.sees("cannot be undone")
    yes = next(b.press for b in asked.buttons if "Yes" in b.label)
    robin.presses("Keep it")
    robin.press_data(yes, asked)
    robin.sees("earlier question")
    robin.press_data("/forget::yes", asked)
    robin.sees("cannot be undone")
    assert rows_of(robin) > 0


def test_an_update_typed_at_the_question_removes_nothing(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/forget")
    robin.says("migraine 7, took suma")
    robin.sees("Migraine: 7 of 10")
    assert rows_of(robin) > 0


def test_stranger_can_have_what_is_held_removed(journey: Journey) -> None:
    robin = journey.patient(agrees=False)
    robin.says("bad day")
    robin.says("/forget")
    robin.sees("sealed and unread")
    robin.presses("Yes, remove everything")
    assert rows_of(robin) == 0
    assert len(journey.farewells) == 1


def test_who_comes_back_after_forgetting_is_a_stranger(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.says("/forget")
    robin.says("yes")
    robin.says("/start")
    robin.sees("not a medical service")
    assert robin.can_press("agree")
