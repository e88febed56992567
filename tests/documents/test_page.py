"""The printed page: one page whatever goes in, the patient's words as text, self-reported on it."""

import random
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.content import wording
from bot.documents import page
from bot.domain import journal, questions, readings, summary, visits

NOW = datetime(2026, 3, 31, 16, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")
WORDS = wording.Wording()
NASTY = '#set page(width: 1cm) *bold* $x$ \\ "quoted" <b> @ref // /* `raw`'

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def found(
    *texts: str, symptoms: tuple[str, ...] = (), medicines: tuple[str, ...] = (), note: str = "ok"
) -> summary.Summary:
    visit = visits.Visit("v", NOW + timedelta(days=1), "America/New_York", "Dr Wu")
    asked = [questions.Question(f"q{n}", text, NOW, "v", n) for n, text in enumerate(texts, start=1)]
    felt = tuple(readings.SymptomMention(name, name, severity=7) for name in symptoms)
    taken = tuple(
        readings.MedicationMention(name, name, "50 mg", taken=True, status="taken") for name in medicines
    )
    reading = readings.UpdateReading(symptoms=felt, medications=taken)
    told = (
        [journal.Entry("e", NOW, NOW, "America/New_York", text=note, reading=reading)]
        if felt or taken
        else []
    )
    covered = summary.period(None, NOW, ZONE)
    return summary.build(summary.fold(told, covered), asked, [visit], covered, ZONE)


def drawn(
    what: summary.Summary, opening: str = "Why I am here.", name: str = "Robin", locale: str = "en-US"
) -> bytes:
    return page.render(what, opening, name, locale, WORDS.text, ZONE)


def read(pdf: bytes) -> str:
    said = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(said.stdout.decode().split())


@needs_poppler
def test_the_page_says_who_when_what_is_asked_and_that_it_is_self_reported() -> None:
    said = read(drawn(found("How will we know?", symptoms=("migraine",), medicines=("sumatriptan",))))
    for words in (
        "Robin",
        "Dr Wu, Wednesday 1 April, 12:00 pm",
        "Why I am here.",
        "1. How will we know?",
        "Migraine 1 of 1 7 7",
        "sumatriptan, 50 mg: taken on 1 day",
        "Allergies: not told yet",
        "Self-reported with Sameside",
        "2 March 2026 to 31 March 2026",
    ):
        assert words in said


@needs_poppler
def test_what_a_patient_wrote_is_only_text() -> None:
    pdf = drawn(found(NASTY, symptoms=(NASTY,), medicines=(NASTY,), note=NASTY), NASTY, NASTY)
    said = read(pdf)
    assert page.page_count(pdf) == 1
    assert "#set page(width: 1cm) *bold* $x$ \\" in said


@needs_poppler
def test_an_empty_log_is_said_as_not_told_and_never_as_none() -> None:
    said = read(drawn(found(), name=""))
    assert "Nothing logged in this time." in said
    assert "That does not mean none are taken." in said
    assert "That does not mean there are none." in said


@needs_poppler
def test_hebrew_arabic_and_emoji_leave_the_rest_of_the_page_alone() -> None:
    said = read(drawn(found("שלום مرحبا 🤕 and then?"), "🤕 Here for my head"))
    assert "and then?" in said
    assert "Here for my head" in said


@pytest.mark.parametrize(
    ("locale", "country", "paper"),
    [
        ("en-US", None, b"612 792"),
        ("en-CA", None, b"612 792"),
        ("en-GB", None, b"595.27"),
        ("en-US", "DE", b"595.27"),
        ("en", "US", b"612 792"),
    ],
)
def test_the_paper_is_the_one_in_the_printer(locale: str, country: str | None, paper: bytes) -> None:
    assert paper in page.render(found(), "x", "R", locale, WORDS.text, ZONE, country=country)


def test_it_is_one_page_whatever_goes_in() -> None:
    dice = random.Random(5)
    for _ in range(8):
        texts = ["".join(dice.choices("ab#* \n", k=dice.choice([5, 1_000]))) for _ in range(3)]
        names = tuple(f"{n} {'x' * dice.randint(1, 300)}" for n in range(dice.randint(0, 60)))
        what = found(*texts, symptoms=names, medicines=names, note="y" * 2_000)
        pdf = drawn(what, "w" * dice.randint(0, 900), "N" * dice.randint(0, 500))
        assert page.page_count(pdf) == 1


def test_pages_are_counted_as_they_are() -> None:
    import typst

    three = typst.compile(b"#pagebreak()\n#pagebreak()\n", format="pdf")
    assert isinstance(three, bytes)
    assert page.page_count(three) == 3
