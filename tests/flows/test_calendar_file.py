"""A calendar file sent to the bot: said back, one tap from being visits, and nothing added that was not clear."""

from datetime import UTC, datetime

import pytest

from bot.domain import visits
from bot.engine import messages
from bot.services import papers
from bot.storage import journal, store
from tests.support.journey import Journey, Patient

CRLF = "\r\n"
DR_LEE = (
    "UID:a1@clinic",
    "SUMMARY:Appointment with Dr Lee",
    "DTSTART;TZID=Eastern Standard Time:20260310T141500",
    "DTEND;TZID=Eastern Standard Time:20260310T150000",
    "LOCATION:City clinic",
)


def ics(*events: tuple[str, ...], head: tuple[str, ...] = ()) -> bytes:
    lines = ["BEGIN:VCALENDAR", *head]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return CRLF.join([*lines, "END:VCALENDAR", ""]).encode()


def many(count: int) -> bytes:
    return ics(
        *((f"UID:m{n}", f"SUMMARY:Physio {n}", f"DTSTART:202603{10 + n:02}T150000Z") for n in range(count))
    )


def kept(patient: Patient) -> list[visits.Visit]:
    return sorted((v for unit in patient.store() for v in unit.visits.all()), key=lambda v: v.at)


def rungs(patient: Patient, visit: visits.Visit) -> int:
    return sum(len(unit.reminders.about(visit.id)) for unit in patient.store())


def calendar_of(someone: Patient) -> bytes:
    """Write the patient's visits as our own file."""
    bot = someone.journey.opened
    with bot.database.read() as connection:
        patient_id = bot.patients.find(connection, someone.telegram_id)
        found = bot.patients.open(connection, patient_id) if patient_id else None
        assert found is not None
        made = papers.Papers(someone.journey.words).calendar(
            store.Store(found.scope), found.patient, someone.journey.now
        )
        return made.content


@pytest.fixture
def robin(journey: Journey) -> Patient:
    someone = journey.patient()
    someone.says("/settings zone")
    someone.says("New York")
    return someone


def test_one_clear_visit_is_kept_at_once_with_its_reminders_and_can_be_undone(robin: Patient) -> None:
    robin.sends_file("invite.ics", ics(DR_LEE))
    robin.sees("From your calendar file. Kept.")
    card = robin.sees("Tuesday 10 March, 2:15 pm")
    assert "With Dr Lee" in card.plain
    assert "At City clinic" in card.plain
    assert "45 minutes" in card.plain
    (visit,) = kept(robin)
    assert visit.at == datetime(2026, 3, 10, 18, 15, tzinfo=UTC)
    assert rungs(robin, visit) == 5

    robin.presses("Undo")
    robin.sees("Taken out again")
    assert kept(robin) == []
    assert rungs(robin, visit) == 0
    robin.presses("Add it again")
    robin.sees("Tuesday 10 March, 2:15 pm")
    assert len(kept(robin)) == 1


def test_the_reading_takes_the_place_of_the_coming(robin: Patient) -> None:
    before = len(robin.screen)
    robin.sends_file("invite.ics", ics(DR_LEE))
    assert len(robin.screen) == before + 1


def test_the_same_file_again_changes_nothing(robin: Patient) -> None:
    robin.sends_file("invite.ics", ics(DR_LEE))
    robin.sends_file("invite (1).ics", ics(DR_LEE))
    robin.sees("Nothing new in that file")
    assert len(kept(robin)) == 1


def test_a_visit_told_before_is_found_and_only_its_details_are_offered(robin: Patient) -> None:
    robin.says("dr lee march 10 2:15pm")
    robin.sends_file("invite.ics", ics(DR_LEE))
    robin.sees("the file has another place or length")
    assert kept(robin)[0].where == ""
    robin.presses("Change Tue 10 Mar")
    robin.sees("At City clinic")
    (visit,) = kept(robin)
    assert (visit.minutes, visit.uid) == (45, "a1@clinic")


def test_a_visit_that_moved_is_moved_by_a_tap_and_its_reminders_with_it(robin: Patient) -> None:
    robin.sends_file("invite.ics", ics(DR_LEE))
    later = (*DR_LEE[:2], "DTSTART;TZID=America/New_York:20260312T101500", "SEQUENCE:1")
    robin.sends_file("update.ics", ics(later))
    robin.sees("Thursday 12 March, 10:15 am, Dr Lee: you have Tuesday 10 March, 2:15 pm")
    assert kept(robin)[0].at.day == 10
    robin.presses("Change Thu 12 Mar")
    robin.sees("Changed, as in your calendar file")
    (visit,) = kept(robin)
    assert visit.at == datetime(2026, 3, 12, 14, 15, tzinfo=UTC)
    assert visit.where == "City clinic"
    assert rungs(robin, visit) == 5


def test_a_visit_called_off_is_cancelled_by_a_tap_only(robin: Patient) -> None:
    robin.sends_file("invite.ics", ics(DR_LEE))
    robin.sends_file("cancel.ics", ics(DR_LEE, head=("METHOD:CANCEL",)))
    robin.sees("the file says it is called off")
    assert kept(robin)[0].state == "planned"
    robin.presses("Cancel Tue 10 Mar")
    robin.sees("Cancelled")
    (visit,) = kept(robin)
    assert (visit.state, rungs(robin, visit)) == ("cancelled", 0)


def test_what_was_called_off_and_never_planned_here_is_not_offered(robin: Patient) -> None:
    robin.sends_file("cancel.ics", ics(DR_LEE, head=("METHOD:CANCEL",)))
    assert kept(robin) == []
    assert not robin.can_press("Cancel")


def test_several_visits_are_asked_about_one_by_one_or_all(robin: Patient) -> None:
    robin.sends_file("calendar.ics", many(8))
    robin.sees("8 visits in your file")
    assert kept(robin) == []
    robin.presses("Physio 1")
    robin.sees("Physio 1: you have it")
    assert [visit.with_whom for visit in kept(robin)] == ["Physio 1"]
    robin.presses("All 3 of these")
    assert len(kept(robin)) == 4
    robin.presses("4 more")
    robin.sees("Physio 7")
    robin.presses("All 4 of these")
    assert len(kept(robin)) == 8
    assert len({visit.id for visit in kept(robin)}) == 8


def test_a_button_pressed_twice_adds_once(robin: Patient) -> None:
    robin.sends_file("calendar.ics", many(2))
    shown = robin.sees("2 visits in your file")
    press = next(b.press for b in shown.buttons if "Physio 0" in b.label)
    robin.press_data(press, shown)
    robin.press_data(press, shown)
    assert len(kept(robin)) == 1


@pytest.mark.parametrize(
    "event",
    [
        (*DR_LEE, "RRULE:FREQ=WEEKLY;COUNT=2"),
        ("UID:b", "SUMMARY:x", "DTSTART;TZID=Our own zone:20260310T141500"),
        ("UID:c", "SUMMARY:x", "DTSTART:20290310T141500Z"),
    ],
    ids=["repeats", "zone unknown", "years ahead"],
)
def test_what_is_not_clear_is_never_added_without_a_tap(robin: Patient, event: tuple[str, ...]) -> None:
    robin.sends_file("invite.ics", ics(event))
    assert kept(robin) == []
    assert robin.can_press("+ ")


def test_what_is_over_and_what_is_unreadable_are_said(robin: Patient) -> None:
    robin.sends_file("old.ics", ics(("UID:o", "DTSTART:20200310T141500Z")))
    robin.sees("All that is in that file is over")
    robin.sends_file("mixed.ics", ics(DR_LEE, ("UID:bad", "SUMMARY:no time")))
    robin.sees("One more I could not read")
    assert kept(robin) == []
    robin.sends_file("empty.ics", ics())
    robin.sees("There is no visit in that file")
    robin.sends_file("broken.ics", b"%PDF")
    robin.sees("could not read that as a calendar file")
    robin.sends_file("large.ics", b"x" * 300_000)
    robin.sees("too big")


def test_a_file_whose_size_telegram_did_not_say_is_still_bounded(robin: Patient, journey: Journey) -> None:
    journey.files["f1"] = b"x" * 300_000
    robin.sends({"document": {"file_id": "f1", "file_name": "large.ics"}})
    robin.sees("too big")


def test_a_calendar_by_type_alone_is_read_too(robin: Patient) -> None:
    robin.sends_file("attachment", ics(DR_LEE), mime="text/calendar; method=REQUEST")
    robin.sees("Tuesday 10 March")


def test_the_file_alone_is_no_log_entry_and_words_under_it_are(robin: Patient) -> None:
    robin.sends_file("invite.ics", ics(DR_LEE))
    assert robin.entries() == []
    robin.sends_file("invite.ics", ics(DR_LEE), caption="migraine 7 today, my next visit")
    robin.sees("Migraine: 7 of 10")
    (entry,) = robin.entries()
    assert entry.attachments[0].name == "invite.ics"


def test_an_alarm_in_the_words_comes_first(robin: Patient) -> None:
    robin.sends_file("invite.ics", ics(DR_LEE), caption="crushing chest pain, can't breathe")
    assert kept(robin) == []
    robin.sees("911")


def test_a_question_under_way_is_asked_again(robin: Patient) -> None:
    robin.says("/log")
    robin.sends_file("calendar.ics", many(2))
    robin.sees("2 visits in your file")
    robin.presses("Stop")
    robin.presses("Physio 0")
    assert len(kept(robin)) == 1


def test_buttons_of_a_file_that_is_gone_say_so_kindly(robin: Patient, journey: Journey) -> None:
    robin.sends_file("calendar.ics", many(2))
    shown = robin.sees("2 visits in your file")
    with journey.opened.database.write() as connection:
        journal.clean(connection, datetime(2026, 3, 5, tzinfo=UTC))
    robin.press_data(next(b.press for b in shown.buttons if "Physio 0" in b.label), shown)
    robin.sees("I no longer have that file")
    assert kept(robin) == []


@pytest.mark.parametrize("choice", ["k", "kffffffff", "u", "uffffffff", "a", "a99999", "p-1", "p9999", "zz"])
def test_any_button_data_is_met_kindly(robin: Patient, choice: str) -> None:
    robin.sends_file("calendar.ics", many(2))
    shown = robin.sees("2 visits in your file")
    subject = shown.buttons[0].press.split(":")[1]
    robin.press_data(f"/calendar_file:{subject}:{choice}", shown)
    robin.does_not_see("went wrong")
    assert robin.news


def test_our_own_file_comes_home_to_the_same_visit(robin: Patient, journey: Journey) -> None:
    robin.says("cardiology with dr wu on march 20 2:15pm at city clinic")
    (visit,) = kept(robin)
    written = calendar_of(robin)
    robin.sends_file("visits.ics", written)
    robin.sees("Nothing new in that file")
    assert kept(robin) == [visit]
    robin.presses("All visits")

    other = journey.patient("Kim")
    other.says("/settings zone")
    other.says("New York")
    other.sends_file("visits.ics", written)
    (theirs,) = kept(other)
    assert (theirs.at, theirs.with_whom, theirs.where) == (visit.at, visit.with_whom, visit.where)
    assert theirs.id != visit.id


def test_an_instant_stays_one_when_the_zone_is_told_later(journey: Journey) -> None:
    kim = journey.patient("Kim")
    kim.sends_file("a.ics", ics(("UID:z", "SUMMARY:Dr Lee", "DTSTART:20260310T181500Z")))
    kim.sees("6:15 pm (UTC time)")
    kim.says("/settings zone")
    kim.says("Chicago")
    (visit,) = kept(kim)
    assert (visit.at, visit.zone) == (datetime(2026, 3, 10, 18, 15, tzinfo=UTC), "America/Chicago")


def test_a_wall_clock_time_moves_to_the_zone_that_is_told_later(journey: Journey) -> None:
    kim = journey.patient("Kim")
    kim.sends_file("a.ics", ics(("UID:z", "SUMMARY:Dr Lee", "DTSTART:20260310T141500")))
    kim.sees("2:15 pm")
    kim.says("/settings zone")
    kim.says("Chicago")
    assert kept(kim)[0].at == datetime(2026, 3, 10, 19, 15, tzinfo=UTC)


def test_a_foggy_day_gets_fewer_words(robin: Patient) -> None:
    robin.says("/energy")
    robin.presses("Foggy")
    robin.sends_file("calendar.ics", many(2))
    assert "Nothing is added" not in robin.sees("2 visits in your file").plain


def test_the_bytes_are_asked_for_with_what_follows(robin: Patient) -> None:
    robin.sends({"document": {"file_id": "never", "file_name": "a.ics", "file_size": 10}})
    robin.sees("I will read it now")
    fetch = robin.others[-1]
    assert isinstance(fetch, messages.Fetch)
    assert (fetch.file_id, fetch.then) == ("never", "calendar_file")
