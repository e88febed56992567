"""Every number on the page is counted anew from what was told: gaps, zones, undone and corrected entries."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.content import opening, wording
from bot.documents import page, page_boxes, typesetting
from bot.domain import journal, page_choices
from bot.flows import summary_sources
from bot.storage import patients, store
from tests.support import recount
from tests.support.recount import (
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
ROOMY = page._Room(50, page_boxes.Fit(50, 80, 50), 300, 48, 2, 3, 3, 14)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lives]:
    with recount.lives(tmp_path_factory.mktemp("recount")) as found:
        yield found


def printed(unit: store.Store, who: patients.Opened, reach: page_choices.Reach) -> dict[str, Any]:
    """Give everything the page says, as it goes to the template."""
    patient = who.patient
    caught: dict[str, Any] = {}

    def keep(_: Path, data: dict[str, Any]) -> bytes:
        caught.update(data)
        return b"/Type /Pages /Count 1"

    choice = page_choices.PageChoice("c", reach=reach)
    found = summary_sources.gather(unit, patient, NOW, choice, drawn=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typesetting, "pdf", keep)
        patch.setattr(page, "_ROOMS", (ROOMY,))
        page.render(found, opening.sentence(found, WORDS.text), patient, WORDS.text, choice)
    return caught


def check_table(data: dict[str, Any], now: list[journal.Entry], before: list[journal.Entry]) -> None:
    observed, earlier = len({day_of(e) for e in now}), len({day_of(e) for e in before})
    rows = data["changes"]["rows"]
    columns = data["changes"]["columns"]
    told = {s.name for entries in (now, before) for e in entries for s in e.reading.symptoms if not s.negated}
    assert {row[0].lower() for row in rows} == told
    for row in rows:
        cells = dict(zip(columns, row, strict=True))
        name = row[0].lower()
        count, typical, worst = rated(now, name)
        assert numbers(cells["Days with it"]) == [count, observed]
        assert numbers(cells["Typical"]) == ([] if typical is None else [typical])
        assert numbers(cells["Worst"]) == ([] if worst is None else [worst])
        lost = {day_of(e) for e in now if e.reading.impact}
        felt = by_day(now, lambda e, n=name: [1 for s in e.reading.symptoms if s.name == n and not s.negated])  # type: ignore[misc]  # bound now
        if "Could not do things" in cells:
            both = len(lost & felt.keys())
            assert numbers(cells["Could not do things"]) == ([both] if both else [])
        if "Same time before" in cells:
            was, _, worst_was = rated(before, name)
            expected = [was, earlier, *([] if worst_was is None else [worst_was])] if earlier else []
            assert numbers(cells["Same time before"]) == expected


def check_medicines(data: dict[str, Any], now: list[journal.Entry]) -> None:
    boxes = {box["heading"]: box["lines"] for column in data["columns"] for box in column}
    said = " ".join(line["plain"] for line in boxes["Medicines now"])
    for name in MEDICINES:
        taken = {day_of(e) for e in now for m in e.reading.medications if m.name == name and m.taken is True}
        missed = {day_of(e) for e in now for m in e.reading.medications if m.name == name and was_missed(m)}
        found = re.search(rf"{name}(?: 40 mg)? \(([^)]*)\)", said)
        assert numbers(found[1] if found else "") == [n for n in (len(taken), len(missed)) if n]


def check_picture(data: dict[str, Any], now: list[journal.Entry]) -> None:
    """The stems stand for the days there were, each as high as it should be; the gaps for the days without a word."""
    course = data["course"]
    if course is None:
        assert not any(not s.negated for e in now for s in e.reading.symptoms)
        return
    last = max([date(2026, 3, 31), *(day_of(e) for e in now)])
    unit = re.match(r"Each stem is a (\w+)", course["key"])
    assert unit

    def bucket(day: date) -> object:
        return {"day": day, "week": (last - day).days // 7, "month": (day.year, day.month)}[unit[1]]

    empty = sum(round((gap["to"] - gap["from"]) * course["slots"]) for gap in course["gaps"])
    assert course["slots"] - empty == len({bucket(day_of(e)) for e in now})
    for panel in course["panels"]:
        name = panel["name"].lower()
        felt = [e for e in now if any(s.name == name and not s.negated for s in e.reading.symptoms)]
        stems = re.findall(r"M([\d.]+) ([\d.]+)V([\d.]+)", panel["stems"])
        places = [*(x for x, _, _ in stems), *panel["unrated"]]
        assert len(places) == len(set(places)) == len({bucket(day_of(e)) for e in felt})
        stated = [round((1 - float(top) / float(base)) * 10) for _, base, top in stems]
        assert max(stated, default=None) == rated(now, name)[2]


def check_rest(data: dict[str, Any], now: list[journal.Entry]) -> None:
    assert numbers(data["foot"])[-1] == len({day_of(e) for e in now})
    answered = [e.checkin for e in now if e.checkin]
    expected = [len(answered), 0, 4] if answered else []
    for answers in (
        [c.energy for c in answered],
        [c.sleep for c in answered],
        [c.function for c in answered],
    ):
        told = sorted(a for a in answers if a is not None)
        expected += [told[(len(told) - 1) // 2]] if told else []
    assert numbers(data["checkins"]) == (expected if len(expected) > 3 else [])
    lost = {day_of(e) for e in now if e.reading.impact}
    assert numbers(data["changes"]["lost"]) == ([len(lost)] if lost else [])
    counts = [rated(now, name)[0] for name in SYMPTOMS]
    said = re.search(r"([\d,]+) of ([\d,]+) logged days", data["opening"]["text"])
    if said:
        assert numbers(said[0]) == [max(counts), len({day_of(e) for e in now})]


@pytest.mark.parametrize("seed", range(24))
def test_every_number_is_the_recount_of_the_raw_journal(told: Lives, seed: int) -> None:
    with told.opened.database.write() as connection:
        who = told.begin(connection, seed)
        unit = store.Store(who.scope)
        raw = unit.journal.history()
        for reach in page_choices.REACHES:
            data = printed(unit, who, reach)
            start, earlier = span(unit, raw, reach)
            now = [e for e in raw if e.at >= start]
            before = [e for e in raw if earlier <= e.at < start]
            check_table(data, now, before)
            check_medicines(data, now)
            check_picture(data, now)
            check_rest(data, now)
