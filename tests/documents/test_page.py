"""The printed page in six lives: one page whatever goes in, nothing cut or covered, the patient's words as text.

The reference pictures are made anew by ``python -m tests.documents.test_page``; look at them before they are kept.
"""

import functools
import itertools
import random
import re
import struct
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bot.documents import page, page_words, typesetting
from bot.domain import history, journal, page_choices, patients, readings
from tests.support import grey, lives, programs

NASTY = '#set page(width: 1cm) *bold* $x$ \\ "quoted" <b> @ref // /* `raw`'
REFERENCE = Path(__file__).with_name("reference")
USUAL = page_choices.PageChoice("")
FEWEST_WORDS = 60
"""The page of somebody who told nothing yet has so many words of its own."""
MOST_APART, MOST_SQUARES = 2.5, 0.008
"""Versions of poppler draw edges differently; a word that moved by a line is far beyond this."""

needs_poppler = pytest.mark.usefixtures("poppler")


@pytest.fixture(scope="module")
def poppler() -> None:
    programs.needs("pdftotext", "poppler-utils")


@functools.cache
def life(name: str) -> lives.Life:
    return lives.LIVES[name]()


def drawn(who: lives.Life, choice: page_choices.PageChoice = USUAL) -> bytes:
    return page.render(who.summary(), who.opening(), who.patient, lives.WORDS.text, choice)


@functools.cache
def page_of(name: str) -> bytes:
    return drawn(life(name))


def read(pdf: bytes, order: str = "-layout") -> str:
    said = subprocess.run(["pdftotext", order, "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(said.stdout.decode().split())


@needs_poppler
@pytest.mark.parametrize("name", lives.LIVES)
def test_each_life_is_one_page_that_can_be_read_aloud_and_looks_as_it_did(name: str) -> None:
    pdf = page_of(name)
    assert page.page_count(pdf) == 1
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    apart, squares = grey.differ(grey.of_pdf(pdf), grey.load(REFERENCE / f"{name}.png"))
    assert apart < MOST_APART
    assert squares < MOST_SQUARES


@needs_poppler
def test_a_section_that_is_missing_or_moved_is_seen() -> None:
    usual = grey.load(REFERENCE / "typical.png")
    for section in ("trend", "tried"):
        without = drawn(life("typical"), page_choices.PageChoice("", left_out=(section,)))
        assert grey.differ(grey.of_pdf(without), usual)[1] > MOST_SQUARES


@needs_poppler
@pytest.mark.parametrize("name", lives.LIVES)
def test_nothing_is_cut_and_nothing_covers_anything(name: str) -> None:
    command = ["pdftotext", "-bbox", "-", "-"]
    told = subprocess.run(command, input=page_of(name), capture_output=True, check=True).stdout.decode()
    sheet = ET.fromstring(re.sub(r' xmlns="[^"]*"', "", told)).find(".//page")  # noqa: S314  our own
    assert sheet is not None
    width, height = float(sheet.attrib["width"]), float(sheet.attrib["height"])
    boxes = [
        tuple(float(word.attrib[edge]) for edge in ("xMin", "yMin", "xMax", "yMax"))
        for word in sheet.iter("word")
    ]
    assert len(boxes) >= FEWEST_WORDS
    assert all(x0 > 30 and y0 > 20 and x1 < width - 30 and y1 < height - 15 for x0, y0, x1, y1 in boxes)
    covered = [pair for pair in itertools.combinations(boxes, 2) if _covers(*pair)]
    assert covered == []


def _covers(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Tell whether two words cover each other by more than the room above and below their letters."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    least = min(one[3] - one[1], other[3] - other[1])
    return wide > 1 and high > 0.45 * least


@needs_poppler
def test_words_of_a_trusted_person_are_not_printed_as_the_patients_own() -> None:
    who, choice = life("one_entry"), page_choices.PageChoice("", two_pages=True)
    found = who.summary()
    (own,) = (entry for entry in found.latest if entry.text)
    theirs = replace(own, id="t", told_by="my sister *Sam*", text="she was very dizzy")
    drawn_page = page.render(
        replace(found, latest=(theirs, own)), who.opening(), who.patient, lives.WORDS.text, choice
    )
    said = read(drawn_page)
    assert "Told by my sister *Sam*: she was very dizzy" in said
    assert f"Told by my sister *Sam*: {own.text}" not in said
    assert own.text in said


@needs_poppler
def test_the_page_of_a_usual_month_answers_what_a_doctor_asks() -> None:
    said = read(page_of("typical"))
    for words in (
        "Robin Castillo",
        "Dr. Wu, neurology, Friday 3 April, 12:00 pm",
        "migraine follow-up",
        "1. Is the dizziness from the propranolol?",
        "What changed since the last visit, 1 March 2026",
        "visit with Dr. Lee (family doctor), 19 Mar 2026",
        "propranolol began, 12 Mar 2026",
        "topiramate stopped, 20 Mar 2026",
        "propranolol 40 mg once a day: since 12 March",
        "topiramate 50 mg: for 8 weeks, stopped 20 March",
        "penicillin (hives)",
        "Approval (sumatriptan) day 41, waiting for the insurer",
        "turn on the big lights (they set it off)",
        "Operations: none, as told",
        "Self-reported with Sameside",
    ):
        assert words in said, words


@needs_poppler
def test_what_was_not_told_is_never_said_as_none() -> None:
    said = read(page_of("empty"), "-raw")
    assert "Nothing logged in this time." in said
    assert "That does not mean none are taken." in said
    assert "That does not mean there are none." in said
    none = lives.Life(items=[lives.item(section, "", state="none") for section in ("medicine", "allergy")])
    said = read(drawn(none))
    assert said.count("None, as told.") == 2
    assert "does not mean there are none" not in said


@needs_poppler
def test_what_a_patient_wrote_is_only_text() -> None:
    hostile = "\u202eevil\u202c \x00\x07\ud800 " + NASTY + " e" + "\u0301" * 50
    items = [lives.item(section, hostile, hostile, why=hostile) for section in history.SECTIONS]
    felt = (readings.SymptomMention(hostile, hostile, severity=3),)
    told = replace(lives.entry(1, hostile), reading=readings.UpdateReading(felt, impact=(hostile,)))
    pdf = drawn(lives.Life(hostile, [told], [lives.visit(2, hostile, hostile)], [hostile], items))
    said = read(pdf)
    assert page.page_count(pdf) == 1
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert "#set page(width: 1cm) *bold* $x$ \\" in said
    assert "\u202e" not in said


@needs_poppler
def test_emoji_leave_the_rest_of_the_page_alone() -> None:
    said = read(drawn(lives.Life(asked=["🤕👩🏽‍⚕️ and then?"])))
    assert "1. and then?" in said


@needs_poppler
@pytest.mark.parametrize(
    "name",
    [
        "রবিন ক্ষমা",
        "ปวดหัว น้ำ",
        "தமிழ் கொ",
        "रोबिन क्षमा",
        "محمد بن يوسف",
        "רובין",
        "罗宾 藥",
        "ロビン",
        "로빈",
        "తెలుగు",
        "ગુજરાતી",
        "ਪੰਜਾਬੀ",
        "ಕನ್ನಡ",
        "മലയാളം",
        "ଓଡ଼ିଆ",
        "සිංහල",
        "ພາສາລາວ",
        "ភាសាខ្មែរ",
        "မြန်မာ",
        "Արմեն",
        "ქართული",
        "አማርኛ",
        "Nguyễn Żółć",
        "Ελένη",
        "Робин",
    ],
)
def test_a_name_in_any_of_these_letters_is_printed(name: str) -> None:
    pdf = drawn(lives.Life(name))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf  # not given where a letter is in no font
    assert typesetting.UNPRINTED not in read(pdf)


@needs_poppler
def test_words_in_letters_that_no_font_has_give_way_and_the_page_says_so() -> None:
    pdf = drawn(lives.Life("བསྟན་འཛིན Tenzin", asked=["ܡܝܓܪܝܢ ܚܕܬܐ 7"]))
    said = read(pdf)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert "[…] Tenzin" in said
    assert "1. […] 7" in said
    assert "[…] is in letters this page cannot print. It is on my phone." in said
    assert "cannot print" not in read(page_of("typical"))


def test_words_from_right_to_left_do_not_turn_the_numbers_beside_them() -> None:
    assert page_words.told("כאב ראש: 1 of 3", 90) == "\u2068כאב ראש\u2069: 1 of 3"
    assert page_words.told("האם זה מהתרופה?", 90) == "\u2068האם זה מהתרופה?\u2069"
    assert page_words.told("migraine", 90) == "migraine"


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
    who = lives.empty()
    patient: patients.Patient = replace(who.patient, locale=locale, country=country)
    assert paper in page.render(who.summary(), "x", patient, lives.WORDS.text, USUAL)


def test_it_is_one_page_whatever_goes_in_and_two_where_two_were_asked_for() -> None:
    dice = random.Random(5)
    for number in range(6):
        texts = ["".join(dice.choices("ab#* \n", k=dice.choice([5, 1_000]))) for _ in range(3)]
        names = [f"{n} {'x' * dice.randint(1, 300)}" for n in range(dice.randint(0, 60))]
        felt = tuple(readings.SymptomMention(name, name, severity=7) for name in names)
        told = journal.Entry(
            "e", lives.NOW, lives.NOW, "UTC", text="y" * 2_000, reading=readings.UpdateReading(felt)
        )
        items = [lives.item(dice.choice(history.SECTIONS), name, name, why=name) for name in names]
        who = lives.Life("N" * dice.randint(0, 500), [told], [], texts, items)
        two = bool(number % 2)
        assert page.page_count(drawn(who, page_choices.PageChoice("", two_pages=two))) <= 1 + two
    assert page.page_count(drawn(life("too_long"), page_choices.PageChoice("", two_pages=True))) == 2


@needs_poppler
def test_what_was_left_out_for_this_clinician_is_not_there() -> None:
    headings = {
        "questions": "What I would like to ask",
        "trend": "How it went",
        "symptoms": "What changed",
        "medicines": "Medicines now",
        "tried": "Tried and stopped",
        "allergies": "Allergies",
        "cases": "Open cases",
        "helps": "What helps",
        "history": "Conditions:",
    }
    assert set(headings) == set(page_choices.PAGE_SECTIONS)
    for section in page_choices.PAGE_SECTIONS:
        said = read(drawn(life("typical"), page_choices.PageChoice("", left_out=(section,))))
        assert [name for name, words in headings.items() if words not in said] == [section]
        assert "Why I am here" in said


@pytest.mark.parametrize("name", ["empty", "typical", "too_long"])
def test_the_picture_is_for_a_phone(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "DOTS_PER_INCH", 60)
    who = life(name)
    png = page.picture(who.summary(), who.opening(), who.patient, lives.WORDS.text, USUAL)
    width, height = struct.unpack(">II", png[16:24])
    assert height <= 3 * width


def test_pages_are_counted_as_they_are(tmp_path: Path) -> None:
    template = tmp_path / "three.typ"
    template.write_text(
        '#set document(title: "x")\n#set text(lang: "en")\n= A\n#pagebreak()\nB\n#pagebreak()\nC'
    )
    assert page.page_count(typesetting.pdf(template, {})) == 3


if __name__ == "__main__":
    REFERENCE.mkdir(exist_ok=True)
    for each in lives.LIVES:
        grey.save(grey.of_pdf(page_of(each)), REFERENCE / f"{each}.png")
