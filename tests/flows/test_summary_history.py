"""The summary's lines from the history: allergies, medicines now, please don't; unknown apart from none."""

import pytest

from tests.support.journey import Journey, Patient

LONGEST = {"Full": 900, "Low": 600, "Foggy": 400}


def summary(patient: Patient) -> str:
    patient.says("/summary")
    return patient.sees("elf-reported").plain


def test_unknown_none_and_told_are_three_things(journey: Journey) -> None:
    robin = journey.patient()
    assert "Allergies: not told yet." in summary(robin)
    robin.says("I have no known allergies")
    assert "Allergies: none, as told." in summary(robin)
    robin.says("I'm allergic to penicillin, get hives")
    assert "Allergies: penicillin (hives)" in summary(robin)


def test_medicines_told_come_before_those_logged(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("took sumatriptan 50 mg, migraine 7")
    robin.says("dr lee put me on propranolol 40 mg twice a day")
    robin.says("please don't press on my belly")
    shown = summary(robin)
    assert "Medicines now: propranolol 40 mg twice a day" in shown
    assert shown.index("Medicines now") < shown.index("Sumatriptan 50 mg: 1 day")
    assert "Please don't: press on my belly" in shown


@pytest.mark.parametrize("energy", LONGEST)
def test_however_long_the_history_it_stays_one_screen(journey: Journey, energy: str) -> None:
    robin = journey.patient()
    for part in ("Medicines now", "Allergies", "Please don't"):
        robin.says("/history")
        if not robin.can_press(part):
            robin.presses("More parts")
        robin.presses(part)
        robin.says("\n".join(f"something rather long to name {n} and {n}" for n in range(30)))
    for n in range(6):
        robin.says(
            f"migraine {n}, nausea {n}, fatigue {n}, took ibuprofen 400 and sumatriptan 50 and topiramate 25"
        )
    robin.says("appt with dr with a long long name march 20 2pm")
    robin.says("/energy")
    robin.presses(energy)
    shown = summary(robin)
    assert len(shown) <= LONGEST[energy], len(shown)
    assert "Allergies: something" in shown
    assert "more" in shown
