"""The blanks of scripts: filled from what was told, the history and the log, and graceful where nothing is known."""

import pytest

from bot.flows import limits
from tests.support.journey import Journey, Patient


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("couldn't drive", "driving"),
        ("can't climb stairs today", "climbing stairs"),
        ("couldn\N{RIGHT SINGLE QUOTATION MARK}t pick up the kids", "picking up the kids"),
        ("couldn't run", "running"),
        ("couldn't see", "seeing"),
        ("missed work", "work"),
        ("couldn't work", "working"),
        ("couldn't even", ""),
        ("stayed in bed", ""),
        ("missed my sister's dinner", ""),
    ],
)
def test_what_got_in_the_way_is_named_where_that_is_safe(told: str, name: str) -> None:
    assert limits.as_name(told) == name


def all_lines(patient: Patient, script: str) -> str:
    patient.press_data(f"/say:{script}:wp", patient.screen[-1])
    card = patient.news[-1]
    said = card.plain
    for label in ("Soft", "Firm", "If they say"):
        patient.presses(label, on=card)
        said += f"\n{card.plain}"
    return said


def test_step_therapy_argues_from_one_line_of_the_ledger(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("took ibuprofen")
    robin.says("/history")
    robin.presses("Tried and stopped")
    robin.says("gabapentin\ntopiramate 50 for 8 weeks, stopped because of brain fog")
    robin.says("stop")
    said = all_lines(robin, "try_other_first")
    assert "I took topiramate for 8 weeks." in said
    assert "We stopped it, and brain fog is in my notes." in said
    assert "ibuprofen" not in said


def test_a_reason_that_is_a_whole_clause_keeps_the_graceful_phrase(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("I stopped topiramate, it made me dizzy")
    said = all_lines(robin, "try_other_first")
    assert "I took topiramate for some weeks" in said
    assert "the reason I was given is in my notes" in said


def test_what_was_tried_is_not_put_where_the_medicine_of_now_belongs(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("I stopped topiramate because of brain fog")
    robin.says("I'm on propranolol 40 mg twice a day")
    assert "topiramate" not in all_lines(robin, "forced_switch")
    assert "The plan wants me off propranolol" in all_lines(robin, "forced_switch")


def test_the_insurer_the_doctor_and_the_limit_come_from_what_was_told(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("my insurance is Acme Health")
    robin.says("couldn't drive")
    assert "Acme Health" in all_lines(robin, "treatment_denied")
    assert "in the way of driving" in all_lines(robin, "labs_normal")


def test_waiting_for_weeks_is_not_read_from_the_ledger(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("I tried topiramate for 8 weeks but it did nothing")
    assert "8 weeks" not in all_lines(robin, "wait_and_see")
