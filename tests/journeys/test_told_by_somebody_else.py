"""Sam may log for Robin: what Sam tells is marked wherever it is listed, and never passes for a word of Robin's."""

from datetime import timedelta

from tests.support.journey import Journey, Patient
from tests.support.trusting import joined

GLAD = "Good to hear from you"


def tells(sam: Patient, words: str) -> None:
    """Have Sam put words into Robin's log."""
    sam.presses("Log for Robin")
    sam.says(words)
    sam.sees("Kept in the log of Robin")


# Whose words they are


def test_what_is_looked_up_says_whose_words_they_are(either_journey: Journey) -> None:
    robin, sam = joined(either_journey, "Also log for me")
    robin.says("nausea 3 after lunch")
    either_journey.wait(minutes=5)
    tells(sam, "she has nausea 6 <again>")
    robin.says("/find how many nausea days")
    robin.presses("The entries")
    listed = robin.news[-1].plain
    assert "Told by my sister: she has nausea 6 <again>" in listed
    assert "nausea 3 after lunch" in listed
    assert listed.count("Told by") == 1
    robin.says("what did I say about nausea")
    assert robin.news[-1].plain.count("Told by my sister: she has nausea 6") == 1
    robin.says("/find what did I say about lunch")
    robin.sees("nausea 3 after lunch")
    robin.does_not_see("Told by")


# Being back after a silence


def test_only_the_patients_own_words_end_a_silence(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey, "Also log for me")
    journey.wait(days=2)
    tells(sam, "she slept badly, nausea 4")
    journey.wait(days=2)
    tells(sam, "she has nausea 5")
    journey.wait(hours=1)
    robin.says("migraine 4")
    robin.sees(GLAD)
    robin.says("migraine 5 now")
    robin.does_not_see(GLAD)


def test_the_check_in_is_glad_of_the_patient_too_whatever_somebody_told_meanwhile(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    journey.wait(days=4)
    tells(sam, "she has nausea 5")
    journey.wait(hours=1)
    robin.says("/checkin")
    robin.presses("Some")
    robin.presses("Skip")
    while not any("Kept" in each.plain for each in robin.news):
        robin.presses("Skip")
    robin.sees(GLAD)


def test_a_note_is_no_silence_where_the_patient_wrote_lately(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    journey.wait(days=2)
    robin.says("tired 5")
    for _ in range(3):
        journey.wait(hours=8)
        tells(sam, "she has nausea 5")
    journey.wait(hours=1)
    robin.says("migraine 4")
    robin.does_not_see(GLAD)
    assert [each.told_by for each in robin.entries()[-4:]] == [*["my sister"] * 3, ""]


def test_somebody_who_never_wrote_is_not_welcomed_back(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    robin.presses("Undo")
    tells(sam, "she has nausea 5")
    journey.wait_until(journey.now + timedelta(days=5))
    robin.says("migraine 4")
    robin.does_not_see(GLAD)
