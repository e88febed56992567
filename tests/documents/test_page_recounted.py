"""Every number on the page is counted anew from what was told: gaps, zones, undone and corrected entries.

The recount shares no code with the page: it walks over the raw journal, entry by entry, with a calendar of its own.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content import opening, wording
from bot.documents import page, page_boxes, typesetting
from bot.domain import journal, page_choices, patients, readings, visits
from bot.flows import summary_sources
from bot.storage import opening as stores
from bot.storage import sealed, store

NOW = datetime(2026, 3, 31, 16, tzinfo=UTC)
HOME = "America/New_York"
ZONES = (HOME, "Asia/Tokyo", "Pacific/Kiritimati", "Europe/London")
SYMPTOMS = ("migraine", "nausea", "fatigue", "rash")
MEDICINES = ("propranolol", "iron")
DAYS_OF = {"weeks": 14, "month": 30, "quarter": 90, "year": 365}
WORDS = wording.Wording()
ROOMY = page._Room(50, page_boxes.Fit(50, 80, 50), 300, 48, 2, 3, 3, 14)


@dataclass
class Bench:
    """A store, and every patient in it a life of its own."""

    opened: stores.Opened
    patients: int = 0

    def unit(self, connection: Any) -> store.Store:
        self.patients += 1
        self.opened.patients.join(connection, self.patients, "en-US", NOW)
        found = self.opened.patients.find(connection, self.patients)
        scope = self.opened.patients.scope(connection, found) if found else None
        assert scope
        return store.Store(scope)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder: Path = tmp_path_factory.mktemp("recount")
    opened = stores.open_store(f"sqlite:///{folder / 's.db'}", folder, (), NOW)
    yield Bench(opened)
    opened.database.close()


def made(dice: random.Random, entry_id: str) -> journal.Entry:
    """Make an entry: mostly lately, some years ago, with silent weeks in between."""
    ago = dice.choice([dice.uniform(0, 30), dice.uniform(60, 130), dice.uniform(0, 1500)])
    at = NOW - timedelta(days=ago)
    felt = tuple(
        readings.SymptomMention(s, s, severity=dice.choice([None, *range(11)]), negated=dice.random() < 0.2)
        for s in dice.sample(SYMPTOMS, dice.randint(0, 3))
    )
    taken = tuple(
        readings.MedicationMention(
            m, m, dice.choice([None, "40 mg"]), taken=dice.choice([True, True, False, None])
        )
        for m in dice.sample(MEDICINES, dice.randint(0, 2))
    )
    lost = ("couldn't work",) if dice.random() < 0.3 else ()
    energy, sleep, function = (dice.choice([None, dice.randint(0, 4)]) for _ in range(3))
    answers = journal.Checkin(energy=energy, sleep=sleep, function=function)
    return journal.Entry(
        entry_id,
        at,
        at,
        dice.choice(ZONES),
        text="words",
        reading=readings.UpdateReading(felt, taken, impact=lost),
        checkin=dice.choice([None, answers]),
    )


def live(unit: store.Store, dice: random.Random) -> None:
    """Tell, correct, undo, bring back; now and then months are folded on the way."""
    told: list[str] = []
    for _ in range(dice.randint(0, 60)):
        action = dice.choice(["tell"] * 6 + ["correct", "undo", "back", "fold"])
        if action == "tell" or not told:
            told.append(sealed.new_id())
            unit.journal.add(made(dice, told[-1]))
        elif action == "correct":
            unit.journal.save(made(dice, dice.choice(told)))
        elif action == "undo":
            unit.journal.remove(dice.choice(told), NOW)
        elif action == "back":
            unit.journal.restore(dice.choice(told))
        else:
            unit.journal.fold_months(NOW - timedelta(days=2000), NOW)
    for _ in range(dice.randint(0, 3)):
        whom = dice.choice(["Dr. Wu", "Dr. Lee"])
        at = NOW - timedelta(days=dice.uniform(1, 200))
        unit.visits.add(
            visits.Visit(sealed.new_id(), at, HOME, whom, state=dice.choice(["done", "cancelled"]))
        )
    if dice.random() < 0.6:
        unit.visits.add(visits.Visit(sealed.new_id(), NOW + timedelta(days=2), HOME, "Dr Wu, neurology"))


def printed(unit: store.Store, reach: page_choices.Reach) -> dict[str, Any]:
    """Give everything the page says, as it goes to the template."""
    patient = patients.Patient(patients.PatientId("p"), 1, NOW, name="Robin", zone=HOME)
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


# The recount.


def day_of(entry: journal.Entry) -> date:
    return (
        entry.at
        + (
            ZoneInfo(entry.zone).utcoffset(entry.at.astimezone(ZoneInfo(entry.zone)).replace(tzinfo=None))
            or timedelta()
        )
    ).date()


def span(unit: store.Store, entries: list[journal.Entry], reach: str) -> tuple[datetime, datetime]:
    """Where the period begins, and where the time before it does."""
    here = ZoneInfo(HOME)
    if reach == "all":
        midnight = datetime(2026, 3, 31, tzinfo=here).astimezone(UTC)
        first = min([midnight, *(e.at for e in entries)])
        return first, first
    if reach == "visit":
        every = unit.visits.all()
        coming = any(v.at > NOW for v in every)
        seen = [
            v for v in every if v.at < NOW and v.state != "cancelled" and (not coming or "Wu" in v.with_whom)
        ]
        if seen:
            last = max(v.at for v in seen)
            return last, last - (NOW - last)
    length = DAYS_OF.get(reach, 30)
    today = date(2026, 3, 31)

    def begin(ago: int) -> datetime:
        day = today - timedelta(days=ago)
        return datetime(day.year, day.month, day.day, tzinfo=here).astimezone(UTC)

    return begin(length - 1), begin(2 * length - 1)


def by_day(entries: list[journal.Entry], what: Callable[[journal.Entry], list[Any]]) -> dict[date, list[Any]]:
    found: dict[date, list[Any]] = {}
    for each in entries:
        for value in what(each):
            found.setdefault(day_of(each), []).append(value)
    return found


def rated(entries: list[journal.Entry], name: str) -> tuple[int, int | None, int | None]:
    """Days with it, typical, worst."""
    told = by_day(
        entries, lambda e: [s.severity for s in e.reading.symptoms if s.name == name and not s.negated]
    )
    worst = [max(numbers) for numbers in ([n for n in d if n is not None] for d in told.values()) if numbers]
    worst.sort()
    return len(told), worst[(len(worst) - 1) // 2] if worst else None, max(worst, default=None)


def numbers(text: str) -> list[int]:
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)]


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
        missed = {
            day_of(e) for e in now for m in e.reading.medications if m.name == name and m.taken is False
        }
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
        assert len(panel["stems"]) == len({bucket(day_of(e)) for e in felt})
        worst = rated(now, name)[2]
        stated = [stem["worst"] * 10 for stem in panel["stems"] if stem["worst"] is not None]
        assert max(stated, default=None) == worst


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


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(seed=st.integers(0, 10**9), reach=st.sampled_from(page_choices.REACHES))
def test_every_number_is_the_recount_of_the_raw_journal(
    bench: Bench, seed: int, reach: page_choices.Reach
) -> None:
    dice = random.Random(seed)
    with bench.opened.database.write() as connection:
        unit = bench.unit(connection)
        live(unit, dice)
        if dice.random() < 0.5:
            unit.journal.fold_months(NOW - timedelta(days=2000), NOW)
        data = printed(unit, reach)
        raw = unit.journal.history()
        start, earlier = span(unit, raw, reach)
    now = [e for e in raw if e.at >= start]
    before = [e for e in raw if earlier <= e.at < start]
    check_table(data, now, before)
    check_medicines(data, now)
    check_picture(data, now)
    check_rest(data, now)
