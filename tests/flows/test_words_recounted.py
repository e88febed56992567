"""Every number that is said in words, or written into a file for a machine, is counted anew from the raw journal."""

import csv
import functools
import io
import itertools
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from bot.content import wording
from bot.documents import fhir, fhir_sections, plain, tables
from bot.domain import finding, journal, page_choices
from bot.flows import (
    find_sources,
    find_words,
    portal_lines,
    summary_screen,
    summary_sources,
    trend_codes,
    trend_sources,
)
from bot.flows.turn import Turn
from bot.services import turn_maker
from bot.storage import store
from tests.support import journey, recount
from tests.support.recount import (
    HOME,
    MEDICINES,
    NOW,
    SYMPTOMS,
    Lives,
    by_day,
    day_of,
    numbers,
    rated,
    span,
    was_missed,
)

WORDS = wording.Wording()
TODAY = NOW.date()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lives]:
    with recount.lives(tmp_path_factory.mktemp("recount")) as found:
        yield found


@pytest.fixture(scope="module")
def maker() -> turn_maker.TurnMaker:
    return turn_maker.TurnMaker(*journey._content())


def line_of(text: str, beginning: str) -> str:
    return next((line for line in re.sub("<[^>]+>", "", text).splitlines() if line.startswith(beginning)), "")


def check_screen(turn: Turn, raw: list[journal.Entry], reach: page_choices.Reach) -> None:
    found = summary_sources.gather(turn.store, turn.patient, NOW, page_choices.PageChoice("c", reach=reach))
    text = summary_screen.text(turn, found)
    start, earlier = span(turn.store, raw, reach)
    now = [e for e in raw if e.at >= start]
    before = [e for e in raw if earlier <= e.at < start]
    observed, observed_before = len({day_of(e) for e in now}), len({day_of(e) for e in before})
    for name in SYMPTOMS:
        line = line_of(text, f"{name.capitalize()}: ")
        said, _, brackets = line.partition("(before:")
        count, typical, worst = rated(now, name)
        was = rated(before, name)[0]
        if re.search(r" of 10\s*$", said):
            assert numbers(said) == [worst, 10]
        elif said:
            stated = [worst, typical] if worst is not None and count else []
            assert numbers(said) in ([count, observed], [count, observed, *stated])
        if brackets:
            assert numbers(brackets) == [was, observed_before]
    for name in MEDICINES:
        line = line_of(text, name.capitalize())
        taken, missed = doses(now, name)
        if line:
            assert numbers(line.replace("40 mg", ""))[-1] == (len(taken) or len(missed))


def severities(entry: journal.Entry, name: str) -> list[int | None]:
    return [s.severity for s in entry.reading.symptoms if s.name == name and not s.negated]


def doses(entries: list[journal.Entry], name: str) -> tuple[set[date], set[date]]:
    found: tuple[set[date], set[date]] = (set(), set())
    for entry, medicine in ((e, m) for e in entries for m in e.reading.medications if m.name == name):
        if medicine.taken or was_missed(medicine):
            found[0 if medicine.taken else 1].add(day_of(entry))
    return found


def check_portal(turn: Turn, raw: list[journal.Entry]) -> None:
    written = portal_lines.written(turn, 2000)
    start, _ = span(turn.store, raw, "visit")
    now = [e for e in raw if e.at >= start]
    if written is None:
        assert not any(not s.negated for e in now for s in e.reading.symptoms)
        return
    text, observed = written.text, len({day_of(e) for e in now})
    for name in SYMPTOMS:
        count, typical, worst = rated(now, name)
        expected = [count, observed, *([] if worst is None else [typical, worst, 10])]
        assert numbers(line_of(text, f"- {name.capitalize()}: ")) == (expected if count else [])
    for name in MEDICINES:
        taken, missed = doses(now, name)
        said = numbers(line_of(text, f"- {name}").replace("40 mg", ""))
        expected = [len(taken), *([len(missed)] if missed else [])] if taken or missed else []
        assert said == expected


def check_found(turn: Turn, raw: list[journal.Entry]) -> None:
    """Check what /find says of each symptom and medicine, over the whole log and over a part of it."""
    for first, name in itertools.product((None, TODAY - timedelta(days=100)), (*SYMPTOMS, *MEDICINES)):
        past = [e for e in raw if day_of(e) <= TODAY and (first is None or day_of(e) >= first)]
        kind: finding.Kind = "medicine" if name in MEDICINES else "symptom"
        found = find_sources.answered(turn, finding.Request("days", kind, name, "day", first))
        said = numbers(find_words.counted(turn, found)[0])
        observed = len({day_of(e) for e in past})
        if kind == "medicine":
            taken, missed = doses(past, name)
            times = sum(m.taken is True for e in past for m in e.reading.medications if m.name == name)
            spoken = [] if times in {1, 2} else [times]
            assert said == ([*spoken, len(taken), observed] if taken else [observed])
            assert len(found.missed) == len(missed)
            continue
        count, typical, worst = rated(past, name)
        felt = by_day(past, functools.partial(severities, name=name))
        with_number = sum(any(number is not None for number in there) for there in felt.values())
        stated = [] if worst is None else [typical, worst, *([with_number] if with_number < count else [])]
        assert said == [count, observed, *stated]
        assert found.without == observed - count


def check_trend(turn: Turn, raw: list[journal.Entry]) -> None:
    trend = trend_sources.gather(turn.store, turn.patient, NOW, trend_codes.Spec(("migraine", "rash"), "y1"))
    past = [e for e in raw if trend.first <= day_of(e) <= TODAY]
    assert trend.observed == len({day_of(e) for e in past})
    for series in trend.series:
        count, typical, worst = rated(past, series.subject.name)
        whole = series.found.whole
        assert (whole.days, whole.typical, whole.worst) == (count, typical, worst)
        assert sum(point.days for point in series.points) == count
        assert max((p.worst for p in series.points if p.worst is not None), default=None) == worst


def check_files(turn: Turn, raw: list[journal.Entry]) -> None:
    """Check that the table, the JSON and the FHIR document hold every symptom as often, and as bad, as it was told."""
    told = sorted(
        (s.name, s.severity, s.negated) for e in raw for s in e.reading.symptoms if s.severity is not None
    )
    rows = list(csv.DictReader(io.StringIO(tables.journal_csv(raw).decode("utf-8-sig"))))
    written = [
        (r["name"], int(r["severity"]), r["present"] == "no")
        for r in rows
        if r["what"] == "symptom" and r["severity"]
    ]
    assert sorted(written) == told
    every = [each for entry in raw for each in plain.symptoms_of(entry)]
    assert (
        sorted((s["name"], s["severity"], s["negated"]) for s in every if s["severity"] is not None) == told
    )
    assert len(every) == sum(len(e.reading.symptoms) for e in raw)
    bundle: dict[str, Any] = json.loads(
        fhir.write(fhir_sections.Told(turn.patient, (), raw, ()), NOW, WORDS.text)
    )
    scores = [
        component["valueQuantity"]["value"]
        for entry in bundle["entry"]
        for component in entry["resource"].get("component", ())
        if component.get("valueQuantity", {}).get("code") == "{score}"
    ]
    assert sorted(scores) == sorted(severity for _, severity, is_negated in told if not is_negated)


@pytest.mark.parametrize("seed", range(12))
def test_every_number_said_or_written_is_the_recount_of_the_raw_journal(
    told: Lives, maker: turn_maker.TurnMaker, seed: int
) -> None:
    with told.opened.database.write() as connection:
        who = told.begin(connection, 1000 + seed)
        assert who.patient.zone == HOME
        turn = maker.make(who, NOW, NOW)
        raw = store.Store(who.scope).journal.history()
        for reach in page_choices.REACHES:
            check_screen(turn, raw, reach)
        check_portal(turn, raw)
        check_found(turn, raw)
        check_trend(turn, raw)
        check_files(turn, raw)
