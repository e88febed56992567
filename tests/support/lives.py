"""Six lives for the page: nothing told, one entry, a usual month, everything too long, other scripts, ten years."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.content import opening, wording
from bot.domain import (
    cases,
    history,
    journal,
    marks,
    page_choices,
    patients,
    questions,
    readings,
    summary,
    visits,
)

NOW = datetime(2026, 3, 31, 16, tzinfo=UTC)
ZONE = "America/New_York"
WORDS = wording.Wording()


@dataclass
class Life:
    """Everything a page is made from."""

    name: str = "Robin"
    entries: list[journal.Entry] = field(default_factory=list)
    appointments: list[visits.Visit] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    items: list[history.Item] = field(default_factory=list)
    barriers: list[cases.Case] = field(default_factory=list)
    reach: page_choices.Reach = "visit"
    locale: str = "en-US"

    @property
    def patient(self) -> patients.Patient:
        """Who it is."""
        return patients.Patient(patients.PatientId("p"), 1, NOW, NOW, self.name, self.locale, ZONE)

    def summary(self) -> summary.Summary:
        """Build the summary as it is built from a store."""
        zone = ZoneInfo(ZONE)
        ahead = visits.at_hand(self.appointments, NOW)
        past = sorted((v for v in self.appointments if v.at < NOW), key=lambda v: v.at, reverse=True)
        first = min((e.at for e in self.entries), default=None)
        last = summary.last_with(past, next(iter(ahead), None))
        covered = summary.period(last, NOW, zone, self.reach, first)
        told = summary.fold(self.entries, covered)
        place = enumerate(self.asked, start=1)
        asked = [
            questions.Question(f"q{n}", text, NOW, ahead[0].id if ahead else None, n) for n, text in place
        ]
        found = replace(
            summary.build(told, asked, ahead, covered, zone),
            items=tuple(self.items),
            open_cases=cases.open_ones(self.barriers),
        )
        named = {"12 March": marks.Named(date(2026, 3, 12)), "20 March": marks.Named(date(2026, 3, 20))}
        happened = (
            *marks.of_medicines(self.items, lambda words, _: named.get(words), told.before, told.now),
            *marks.of_visits(v for v in past if v.at >= covered.start),
        )
        return summary.with_course(found, told, happened)

    def opening(self) -> str:
        """Say the opening sentence."""
        return opening.sentence(self.summary(), WORDS.text)


def entry(
    days_ago: float,
    text: str = "",
    *,
    took: str = "",
    lost: str = "",
    **felt: int | None,
) -> journal.Entry:
    """Tell something; symptoms by name, "_" for a space."""
    at = NOW - timedelta(days=days_ago)
    symptoms = tuple(
        readings.SymptomMention(name.replace("_", " "), name, severity=severity)
        for name, severity in felt.items()
    )
    taken = (readings.MedicationMention(took, took, "40 mg", taken=True, status="taken"),) if took else ()
    reading = readings.UpdateReading(symptoms, taken, impact=(lost,) if lost else ())
    return journal.Entry(f"e{days_ago}", at, at, ZONE, text=text, reading=reading)


def item(section: history.Section, name: str, detail: str = "", **more: str) -> history.Item:
    """Tell something of the history."""
    return replace(history.Item(f"{section}{name}", section, name, NOW, detail=detail), **more)  # type: ignore[arg-type]  # all are text


def visit(days: float, whom: str = "Dr. Wu, neurology", why: str = "") -> visits.Visit:
    """Have a visit so many days from now."""
    return visits.Visit(f"v{days}", NOW + timedelta(days=days), ZONE, whom, why=why)


def empty() -> Life:
    """Nothing was told, not even a name."""
    return Life(name="")


def one_entry() -> Life:
    """One message."""
    return Life(entries=[entry(0.1, "migraine 7, took sumatriptan", took="sumatriptan", migraine=7)])


def typical() -> Life:
    """A usual month with a visit behind and one ahead."""
    dice = random.Random(4)
    told = []
    for day in range(1, 60):
        if day % 9 == 5 or dice.random() < 0.15:
            continue
        felt: dict[str, int | None] = {"fatigue": dice.randint(3, 7)}
        if dice.random() < 0.3:
            felt |= {"migraine": dice.choice([None, 6, 7, 8]), "nausea": dice.randint(2, 6)}
        took = "propranolol" if day < 20 else ""
        lost = "couldn't work" if "migraine" in felt and dice.random() < 0.5 else ""
        told.append(entry(day, f"day {day}", took=took, lost=lost, **felt))
    return Life(
        "Robin Castillo",
        told,
        [visit(3, why="migraine follow-up"), visit(-30), visit(-12, "Dr. Lee (family doctor)")],
        [
            "Is the dizziness from the propranolol?",
            "Who can move the sumatriptan authorization?",
            "What should I do on a day when I can't keep the tablet down?",
        ],
        [
            item("medicine", "propranolol", "40 mg once a day", since="12 March"),
            item(
                "medicine",
                "topiramate",
                "50 mg",
                state="stopped",
                until="20 March",
                lasted="8 weeks",
                why="brain fog",
            ),
            item("allergy", "penicillin", "hives"),
            item("condition", "migraine", since="2014"),
            item("operation", "", state="none"),
            item("helps", "a dark room"),
            item("avoid", "turn on the big lights", why="they set it off"),
        ],
        [cases.Case("c", "authorization", "t", NOW - timedelta(days=40), about="sumatriptan", move="theirs")],
    )


def too_long() -> Life:
    """Names and lists nobody has room for."""
    dice = random.Random(2)

    def words(count: int) -> str:
        return " ".join(
            "".join(dice.choices("abcdefghijklmno", k=dice.choice([2, 5, 9, 40]))) for _ in range(count)
        )

    sections: tuple[history.Section, ...] = history.SECTIONS
    named = [words(8).replace(" ", "_") for _ in range(30)]
    told = [
        entry(
            day, words(80), took=named[day], lost=words(12), **{name: dice.randint(0, 10) for name in named}
        )
        for day in range(1, 28)
    ]
    return Life(
        words(30),
        told,
        [visit(2, words(30), words(60)), visit(-28, words(30))],
        [words(90) for _ in range(3)],
        [item(s, words(9), words(9), why=words(20), since=words(5)) for s in sections for _ in range(25)]
        + [
            item(
                "medicine",
                words(9),
                words(9),
                why=words(20),
                until=words(9),
                lasted=words(4),
                state="stopped",
            )
            for _ in range(25)
        ],
        [cases.Case(f"c{n}", "denial", "t", NOW, about=words(9), with_whom=words(9)) for n in range(20)],
    )


def other_scripts() -> Life:
    """Names right to left, and in scripts that are not Latin."""
    return Life(
        "محمد بن يوسف",
        [
            entry(1, "כאב ראש חזק 7", took="פרופרנולול", כאב_ראש=7),
            entry(2, "الصداع شديد", صداع=5),
            entry(3, "偏头痛", 偏头痛=6, सिरदर्द=4),
        ],
        [visit(2, "Δρ. Παπαδόπουλος", "головная боль")],
        ["האם זה מהתרופה?", "ما هو الدواء التالي؟", "この薬を続けますか。"],
        [
            item("allergy", "पेनिसिलिन", "두드러기"),
            item("medicine", "אמיטריפטילין", "10 mg"),
            item("medicine", "প্যারাসিটামল", "500 mg", since="ปีที่แล้ว"),
            item("helps", "இருட்டு அறை"),
            item("avoid", "ཡོངས་སུ་"),
        ],
        locale="ar-EG",
    )


def ten_years() -> Life:
    """20,000 entries, all of them asked for."""
    dice = random.Random(7)
    names = ["migraine", "fatigue", "nausea", "brain_fog", "dizziness", "neck_pain"]
    told = []
    for number in range(20_000):
        ago = 3650 * number / 20_000
        if 700 < ago < 900:
            continue
        felt = {name: dice.choice([None, *range(1, 11)]) for name in dice.sample(names, 2)}
        told.append(entry(ago, took=dice.choice(["", "propranolol"] if ago < 2000 else [""]), **felt))
    past = [visit(-180 * n, "Dr. Wu") for n in range(1, 20)]
    return Life("Robin Castillo", told, [visit(3), *past], ["What next?"], reach="all")


LIVES: dict[str, Callable[[], Life]] = {
    "empty": empty,
    "one_entry": one_entry,
    "typical": typical,
    "too_long": too_long,
    "other_scripts": other_scripts,
    "ten_years": ten_years,
}
