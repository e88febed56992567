"""The summary, as the patient sees it: at once, on one screen, honest about what was not told."""

import random
from datetime import timedelta

from bot.domain import journal, questions, readings, visits
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
