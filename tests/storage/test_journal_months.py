"""Folded months say what the journal says, whatever was added, moved, corrected, undone or brought back since."""

import random
from dataclasses import replace
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.domain import days, finding, journal, readings
from bot.storage import journal_months, opening, sealed, store, tables
from tests.support.prepared import NOW

ZONES = ("America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "UTC")
LONG = 1100
"""Days: two years lie whole in them."""
FIRST = NOW - timedelta(days=LONG)


def entry(dice: random.Random, entry_id: str) -> journal.Entry:
    at = FIRST + timedelta(minutes=dice.randrange(LONG * 24 * 60))
    felt = tuple(
        readings.SymptomMention(
            name, name, severity=dice.choice([None, 0, 4, 10]), negated=dice.random() < 0.2
        )
        for name in dice.sample(["migraine", "nausea", "fatigue"], dice.randint(0, 3))
    )
    taken = readings.MedicationMention(
        "propranolol",
        "propranolol",
        dice.choice([None, "40 mg"]),
        dice.choice([True, False, None]),
    )
    reading = readings.UpdateReading(symptoms=felt, medications=(taken,), impact=("couldn't work",))
    checkin = dice.choice([None, journal.Checkin(energy=dice.randint(0, 4), medicines="all")])
    return journal.Entry(
        entry_id, at, at, dice.choice(ZONES), text=dice.choice(WORDS), reading=reading, checkin=checkin
    )


WORDS = ("the MRI was late", "called Dr. Wu", "slept badly", "Naïve x-ray")


def change_something(dice: random.Random, unit: store.Store) -> None:
    every = [entry.id for entry in unit.journal.all()]
    one = dice.choice(every) if every else ""
    match dice.choice(["add", "add", "correct", "undo", "bring back", "delete"]):
        case "correct" if every:
            unit.journal.save(entry(dice, one))
        case "undo" if every:
            unit.journal.remove(one, NOW)
        case "bring back" if every:
            unit.journal.restore(one)
        case "delete" if every:
            unit.journal.delete(one)
        case _:
            unit.journal.add(entry(dice, sealed.new_id()))


def recounted(unit: store.Store, start: datetime, end: datetime) -> days.Days:
    return days.fold(e for e in unit.journal.history() if start <= e.at < end)


def plain(folded: days.Days) -> days.Days:
    """Days without the order in which two entries of a day were folded."""
    return replace(
        folded,
        lost={day: tuple(sorted(words)) for day, words in folded.lost.items()},
        answers={
            name: {day: tuple(sorted(given)) for day, given in column.items()}
            for name, column in folded.answers.items()
        },
    )


def test_months_folded_at_any_time_are_never_out_of_date(opened: opening.Opened) -> None:
    dice = random.Random(3)
    with opened.database.write() as connection:
        unit = store.Store(opened.patients.join(connection, 1, "en-US", NOW))
        for _ in range(60):
            for _ in range(4):
                change_something(dice, unit)
            start = FIRST + timedelta(hours=dice.randrange(400 * 24))
            end = start + timedelta(hours=dice.randrange(1000 * 24))
            assert plain(unit.journal.by_day(start, end)) == plain(recounted(unit, start, end))
            for words in ("mri", "wu called", "x-ray", "naïve"):
                found = unit.journal.with_words(start, end, words)
                told = [e for e in unit.journal.history() if start <= e.at < end]
                assert {e.id for e in found if finding.says(e, words)} == {
                    e.id for e in told if finding.says(e, words)
                }
            if dice.random() < 0.5:
                unit.journal.fold_months(start, end)
                assert plain(unit.journal.by_day(start, end)) == plain(recounted(unit, start, end))
            if dice.random() < 0.3:
                change_something(dice, unit)
                assert plain(unit.journal.by_day(start, end)) == plain(recounted(unit, start, end))
        first = unit.journal.first_at()
        assert first == min(e.at for e in unit.journal.history())
        unit.journal.fold_months(FIRST, NOW)
        assert names_kept(unit) >= {"2024", "2025", "2025-12"}


def test_a_change_drops_the_month_and_the_year_and_no_other(opened: opening.Opened) -> None:
    with opened.database.write() as connection:
        unit = store.Store(opened.patients.join(connection, 1, "en-US", NOW))
        for number in range(40):
            unit.journal.add(entry(random.Random(number), f"e{number}"))
        unit.journal.fold_months(FIRST, NOW)
        before = names_kept(unit)
        changed = next(e for e in unit.journal.history() if e.at.year == 2025)
        unit.journal.remove(changed.id, NOW)
        assert before - names_kept(unit) == {"2025", journal_months.name_of(changed.at)}
        unit.journal.fold_months(FIRST, NOW)
        assert names_kept(unit) == before
        assert plain(unit.journal.by_day(FIRST, NOW)) == plain(recounted(unit, FIRST, NOW))


def names_kept(unit: store.Store) -> set[str]:
    table = tables.journal_months
    return set(unit.scope.connection.execute(sa.select(table.c.month)).scalars())


def test_a_month_folded_by_an_older_version_is_folded_anew(opened: opening.Opened) -> None:
    with opened.database.write() as connection:
        unit = store.Store(opened.patients.join(connection, 1, "en-US", NOW))
        kept = unit.journal.add(entry(random.Random(1), "e"))
        table = tables.journal_months
        month = journal_months.name_of(kept.at)
        row = {"patient_id": unit.scope.patient_id, "month": month, "version": 0, "body": b"older"}
        connection.execute(sa.insert(table), row)
        found = unit.journal.by_day(FIRST - timedelta(days=60), NOW + timedelta(days=60))
        assert list(found.told.values()) == [1]


def test_the_months_that_lie_whole_between_two_moments() -> None:
    def months(start: str, end: str) -> list[str]:
        return journal_months.whole_months(datetime.fromisoformat(start), datetime.fromisoformat(end))

    assert months("2025-11-01T00:00+00:00", "2026-02-01T00:00+00:00") == ["2025-11", "2025-12", "2026-01"]
    assert months("2025-11-01T00:01+00:00", "2026-01-31T23:59+00:00") == ["2025-12"]
    assert months("2026-01-05T00:00+00:00", "2026-01-20T00:00+00:00") == []
    assert months("2026-01-01T00:00+01:00", "2026-02-01T00:00+00:00") == ["2026-01"]


def test_years_that_lie_whole_stand_for_their_months() -> None:
    def pieces(start: str, end: str) -> list[str]:
        return journal_months.pieces(datetime.fromisoformat(start), datetime.fromisoformat(end))

    around = pieces("2023-11-05T00:00+00:00", "2026-02-03T00:00+00:00")
    assert around == ["2023-12", "2024", "2025", "2026-01"]
    assert journal_months.runs(around) == [around]
    assert pieces("2025-01-01T00:00+00:00", "2026-01-01T00:00+00:00") == ["2025"]
    assert pieces("2025-01-01T00:01+00:00", "2026-01-01T00:00+00:00") == [
        f"2025-{month:02}" for month in range(2, 13)
    ]
    assert pieces("2025-01-05T00:00+00:00", "2025-01-20T00:00+00:00") == []
