"""The journal as a table: everything told is a line, nothing runs as a formula."""

import csv
import io
from datetime import UTC, datetime

import pytest

from bot.documents import tables
from bot.domain import journal, readings

AT = datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


NOTHING = readings.UpdateReading()


def entry(text: str = "", reading: readings.UpdateReading = NOTHING) -> journal.Entry:
    return journal.Entry("e1", AT, AT, "America/New_York", text=text, reading=reading)


def lines(*entries: journal.Entry) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(tables.journal_csv(entries).decode("utf-8-sig"), newline="")))


def test_symptom_and_medicine_are_lines_with_the_patients_wall_clock() -> None:
    symptom = readings.SymptomMention("migraine", "migrane", severity=7)
    medicine = readings.MedicationMention("sumatriptan", "suma", "50 mg", taken=False, status="ran_out")
    first, second = lines(entry("migrane 7", readings.UpdateReading((symptom,), (medicine,))))
    assert (first["date"], first["time"]) == ("2026-03-08", "03:30")
    assert (first["what"], first["name"], first["severity"], first["present"]) == (
        "symptom",
        "migraine",
        "7",
        "yes",
    )
    assert (second["name"], second["dose"], second["value"]) == ("sumatriptan", "50 mg", "ran out")
    assert first["text"] == second["text"] == "migrane 7"


def test_denied_symptom_and_a_severity_of_zero_are_not_empty() -> None:
    denied = readings.SymptomMention("fever", "fever", negated=True)
    none = readings.SymptomMention("nausea", "nausea", severity=0)
    first, second = lines(entry("x", readings.UpdateReading((denied, none))))
    assert (first["present"], first["severity"]) == ("no", "")
    assert second["severity"] == "0"


def test_words_that_were_not_understood_are_a_note() -> None:
    (line,) = lines(entry("so tired of\nit all, “honestly”"))
    assert (line["what"], line["text"]) == ("note", "so tired of\nit all, “honestly”")


def test_check_in_answers_are_lines_and_skipped_ones_are_not() -> None:
    checked = journal.Entry("e", AT, AT, "UTC", kind="checkin", checkin=journal.Checkin(energy=0, sleep=3))
    assert [(line["name"], line["value"]) for line in lines(checked)] == [("energy", "0"), ("sleep", "3")]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_runs_as_a_formula(start: str) -> None:
    evil = f'{start}HYPERLINK("http://x")'
    symptom = readings.SymptomMention(evil, evil, body_part=evil)
    raw = tables.journal_csv([entry(evil, readings.UpdateReading((symptom,), triggers=(evil,)))])
    for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")):
        assert not any(cell.startswith(tables.FORMULA_STARTS) for cell in row)


def test_lines_come_oldest_first_whatever_order_went_in() -> None:
    late = journal.Entry("b", AT.replace(hour=9), AT, "UTC", text="late")
    early = journal.Entry("a", AT, AT, "UTC", text="early")
    assert [line["text"] for line in lines(late, early)] == ["early", "late"]
