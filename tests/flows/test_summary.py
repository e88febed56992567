"""The summary, as the patient sees it: at once, on one screen, honest about what was not told."""

import random
from datetime import timedelta

from bot import flows
from bot.domain import cases, journal, page_choices, questions, readings, visits
from bot.engine import messages
from bot.storage import sealed, store
from tests.support.journey import Journey, Patient

LONGEST = {"Full": 900, "Low": 600, "Foggy": 400}


def fill(patient: Patient, *, words: int, things: int, days: int) -> None:
    """Put a long history into the store, straight away."""
    journey = patient.journey
    with journey.opened.database.write() as connection:
        patient_id = journey.opened.patients.find(connection, patient.telegram_id)
        assert patient_id
        opened = journey.opened.patients.open(connection, patient_id)
        assert opened
        unit = store.Store(opened.scope)
        dice = random.Random(9)
        names = [f"thing{n} " + "longish " * words for n in range(things)]
        for day in range(days):
            at = journey.now - timedelta(days=day)
            felt = tuple(
                readings.SymptomMention(name.strip(), name, severity=dice.randint(0, 10)) for name in names
            )
            taken = tuple(
                readings.MedicationMention(name.strip(), name, "5 mg", taken=True, status="taken")
                for name in names
            )
            reading = readings.UpdateReading(symptoms=felt, medications=taken)
            unit.journal.add(journal.Entry(sealed.new_id(), at, at, "UTC", reading=reading))
        visit = visits.Visit(sealed.new_id(), journey.now + timedelta(days=1), "UTC", "Dr " + "Name " * words)
        unit.visits.add(visit)
        for place in (1, 2, 3):
            unit.questions.add(
                questions.Question(
                    sealed.new_id(), "really " * (words + 1) + "why?", journey.now, visit.id, place
                )
            )


def test_an_empty_log_still_makes_a_summary(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/summary")
    shown = robin.sees("what matters most to me")
    assert "No questions chosen yet." in shown.plain
    assert "Nothing logged in this time." in shown.plain
    assert "Medicines: none logged." in shown.plain
    assert "Allergies: not told yet." in shown.plain
    assert robin.can_press("Add a visit")
    assert not robin.can_press("My words")


def test_one_entry_reads_well(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7, took sumatriptan 50 mg")
    robin.says("/summary")
    shown = robin.sees("I'm here about migraine, 7 of 10 at its worst.")
    assert "Migraine: 7 of 10" in shown.plain
    assert "Sumatriptan 50 mg: 1 day" in shown.plain
    assert "logged on 1 day" in shown.plain


def test_however_much_is_stored_it_fits_one_screen_and_cuts_no_word(journey: Journey) -> None:
    for words, things in ((0, 3), (3, 40), (30, 40)):
        robin = journey.patient(f"R{words}{things}")
        fill(robin, words=words, things=things, days=20)
        for energy, longest in LONGEST.items():
            robin.says("/energy")
            robin.presses(energy)
            robin.says("/summary")
            text = robin.sees("elf-reported").plain
            assert len(text) <= longest
            assert not [w for w in text.split() if w.endswith("…") and w.strip("“”…:") not in _whole_words()]
        if things > 5:
            robin.says("/energy")
            robin.presses("Full")
            robin.says("/summary")
            robin.sees(" more")


def _whole_words() -> set[str]:
    return {
        "longish",
        "really",
        "Name",
        "Dr",
        "mg",
        "5",
        "why?",
        *(f"thing{n}" for n in range(40)),
        *(f"Thing{n}" for n in range(40)),
    }


def test_low_and_foggy_are_shorter(journey: Journey) -> None:
    robin = journey.patient()
    fill(robin, words=3, things=6, days=20)
    lengths = []
    for energy in LONGEST:
        robin.says("/energy")
        robin.presses(energy)
        robin.says("/summary")
        lengths.append(len(robin.sees("elf-reported").plain))
    assert lengths == sorted(lengths, reverse=True)


def test_the_patients_own_words_stand_first_until_they_take_them_back(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.says("appt with dr wu march 20 2pm")
    robin.says("/summary")
    robin.presses("My words")
    robin.sees("I'm here about migraine, 7 of 10 at its worst.")
    robin.says("My head <hurts> & I can't work")
    robin.sees("Saying it takes about 3 seconds")
    robin.sees("“My head <hurts> & I can't work”")
    robin.presses("My words")
    robin.says("word " * 30)
    robin.sees("put the main thing first")
    robin.presses("My words")
    robin.presses("Use the one from my log")
    robin.sees("“I'm here about migraine")


def test_page_and_calendar_are_sent_as_files(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("appt with dr wu march 20 2pm")
    robin.says("/summary")
    robin.presses("Page")
    assert robin.others[-1] == messages.Document("page")
    robin.presses("More", on=robin.screen[-1])
    robin.presses("Calendar", on=robin.screen[-1])
    assert robin.others[-1] == messages.Document("calendar")


def test_in_a_late_waiting_room_the_summary_is_still_the_one_for_this_visit(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("migraine 7")
    robin.says("appt with dr wu march 3 2pm")
    robin.says("/questions What next?")
    journey.wait(days=1)
    robin.says("/summary")
    robin.sees("1. What next?")
    robin.sees("Migraine")
    journey.wait(hours=4)
    robin.says("/summary")
    robin.sees("Since the last visit")
    robin.does_not_see("Migraine: ")


def test_the_picture_is_shown_in_the_chat(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/summary")
    robin.presses("Picture")
    picture = robin.others[-1]
    assert isinstance(picture, messages.Document)
    assert (picture.what, picture.as_photo) == ("picture", True)
    assert "migraine" not in picture.caption


def test_every_button_leads_to_a_flow_that_is_there(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("appt with dr wu march 20 2pm")
    for energy, rows in (("Full", 5), ("Low", 3), ("Foggy", 2)):
        robin.says("/energy")
        robin.presses(energy)
        robin.says("/summary")
        buttons = robin.news[-1].buttons
        assert rows <= len(buttons) <= 3 * rows
        assert {b.press[1:].partition(":")[0] for b in buttons} <= {each.name for each in flows.FLOWS}


def test_what_goes_on_the_page_is_chosen_by_tapping_and_remembered_for_this_clinician(
    journey: Journey,
) -> None:
    robin = journey.patient()
    robin.says("appt with dr wu, neurology march 20 2pm")
    robin.says("/summary")
    robin.presses("More")
    robin.presses("Sections")
    robin.sees("What goes on the page for")
    robin.presses("✓ How it went")
    robin.presses("✓ History")
    robin.presses("✓ How it went") if robin.can_press("✓ How it went") else robin.presses("✗ How it went")
    robin.presses("✗ Two pages")
    assert robin.can_press("✗ History")
    assert robin.can_press("✓ How it went")
    for kept in robin.store():
        choice = kept.page_choices.of(page_choices.whose("Dr. Wu"))
        assert choice
        assert (choice.left_out, choice.two_pages) == (("history",), True)
        assert kept.page_choices.of("lee") is None
    robin.presses("Back to summary")
    robin.sees("elf-reported")


def test_how_far_back_is_chosen_by_tapping_and_remembered(journey: Journey) -> None:
    robin = journey.patient()
    for _ in range(3):
        robin.says("migraine 7")
        journey.wait(days=60)
    robin.says("migraine 7")
    robin.says("/summary")
    robin.presses("More")
    robin.presses("Time covered")
    assert robin.can_press("✓ Last visit")
    robin.presses("2 weeks")
    robin.sees("Last 14 days")
    robin.presses("More")
    robin.presses("Time covered")
    robin.presses("Everything")
    robin.sees("All that was logged")
    robin.says("/summary")
    robin.sees("All that was logged")
    robin.sees("4 of 4 days")


def test_a_button_of_the_page_pressed_with_nonsense_shows_the_summary(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/summary")
    for data in ("/summary::reach_zzz", "/summary::choose_zzz", "/summary::zzz", "/summary:zzz:choose_"):
        robin.press_data(data, robin.screen[-1])
        assert robin.news


def test_open_cases_are_named_and_records_of_harm_are_not_handed_over(journey: Journey) -> None:
    robin = journey.patient()
    for kept in robin.store():
        patient_id = kept.scope.patient_id
    with journey.opened.database.write() as connection:
        opened = journey.opened.patients.open(connection, patient_id)
        assert opened
        unit = store.Store(opened.scope)
        opened_at = journey.now - timedelta(days=40)
        unit.cases.add(cases.Case("c", "authorization", "A", opened_at, about="Humira", move="theirs"))
        unit.cases.add(cases.Case("d", "complaint", "B", opened_at, about="Dr Wu shouted"))
    robin.says("/summary")
    shown = robin.sees("day 41, waiting for").plain
    assert "Humira" in shown
    assert "shouted" not in shown
