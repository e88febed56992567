"""An appointment is read from one message; an update, a wish or a memory is none."""

import dataclasses
import itertools
import json
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.content import vocabulary, weights
from bot.flows import visit_message
from bot.understanding.updates import updates
from bot.understanding.words import gates

EVALS = Path(__file__).parents[1] / "evals"
THURSDAY = datetime(2026, 11, 19, 10)  # noqa: DTZ001  wall time


@pytest.fixture(scope="module")
def turn() -> Any:
    reads = SimpleNamespace(
        update=updates.UpdateReader(vocabulary.load(), weights.for_updates()).read, plain=gates.plain
    )
    return SimpleNamespace(local_now=THURSDAY, patient=SimpleNamespace(locale="en-US"), reads=reads)


@pytest.mark.parametrize(
    ("text", "when", "parts"),
    [
        ("appt with neuro dec 4 10am", "2026-12-04T10:00", ("neuro", "", "")),
        ("pain clinic next tuesday 2.30", "2026-11-24T14:30", ("pain clinic", "", "")),
        ("my neuro clinic dec 4 10am", "2026-12-04T10:00", ("neuro", "", "")),
        ("I see dr patel on friday at 3", "2026-11-20T15:00", ("Dr Patel", "", "")),
        ("gp on friday at 3", "2026-11-20T15:00", ("GP", "", "")),
        ("tomorrow I see Dr Lee at 3", "2026-11-20T15:00", ("Dr Lee", "", "")),
        (
            "cardiology with dr wu next tues 2:15 at city clinic",
            "2026-11-24T14:15",
            ("Dr Wu (cardiology)", "city clinic", ""),
        ),
        (
            "mri dec 4 10am at St Mary's hospital for back pain",
            "2026-12-04T10:00",
            ("MRI", "St Mary's hospital", "back pain"),
        ),
        (
            "Appointment: cardiology, dr wu, tues 2:15, city clinic",
            "2026-11-24T14:15",
            ("Dr Wu (cardiology)", "city clinic", ""),
        ),
        (
            "appt w dr shah dec 8 2pm about problems with my knee",
            "2026-12-08T14:00",
            ("Dr Shah", "", "problems with my knee"),
        ),
        (
            "I have a doctor\N{RIGHT SINGLE QUOTATION MARK}s appointment on Monday at 8am",
            "2026-11-23T08:00",
            ("doctor", "", ""),
        ),
    ],
)
def test_a_message_says_with_whom_when_where_and_why(
    turn: Any, text: str, when: str, parts: tuple[str, str, str]
) -> None:
    told = visit_message.read(turn, text)
    assert told.when.value == datetime.fromisoformat(when)
    assert (told.with_whom, told.where, told.why) == parts
    assert visit_message.looks_like_visit(turn, text)


@pytest.mark.parametrize(
    "text",
    [
        "dentist tomorrow 9:30",
        "new appt friday",
        "physio mon 8am",
        "infusion tuesday 9am at the cancer center",
        "Video visit with NP Jones tomorrow at noon",
        "appt with my rheumatologist friday 3pm about joint pain and fatigue",
        "gp tomorrow 4pm, room 12",
        "seeing Dr. Maria Lopez Nov 30 at 1pm for 30 min",
    ],
)
def test_a_new_appointment_is_known(turn: Any, text: str) -> None:
    assert visit_message.looks_like_visit(turn, text)


@pytest.mark.parametrize(
    "text",
    [
        "saw my doctor, migraine 6",
        "remind me to call dr wu on friday",
        "when is my appointment with dr wu tomorrow?",
        "dr wu called, results tomorrow",
        "I had an appointment yesterday at 4",
        "need to book dentist tomorrow",
        "nervous about my appointment tomorrow",
        "dreading appt tomorrow",
        "my daughter sees dr wu friday 3pm",
        "cancel my appointment friday",
        "physio made my back worse, 7/10 since tuesday",
        "dentist tomorrow 9:30, migraine 7 today",
        "no appointment until dec 4",
        "appt next month",
        "mri results friday",
        "labs look bad today",
        "took ibuprofen at 3",
        "see you tomorrow",
        "appointment",
        "",
        "dr " * 200 + "tomorrow 3pm",
    ],
)
def test_what_is_something_else_is_no_appointment(turn: Any, text: str) -> None:
    assert not visit_message.looks_like_visit(turn, text)


def test_how_long_it_takes_is_read_in_minutes(turn: Any) -> None:
    assert visit_message.read(turn, "dr lopez nov 30 1pm for 30 min").minutes == 30
    assert visit_message.read(turn, "dr lopez nov 30 1pm for half an hour").minutes == 30
    assert visit_message.read(turn, "dr lopez nov 30 1pm").minutes is None


def test_a_bare_time_is_only_a_time(turn: Any) -> None:
    assert visit_message.read(turn, "friday at 3").is_only_a_time
    assert not visit_message.read(turn, "city clinic friday at 3").is_only_a_time


def test_no_sentence_of_ours_that_tells_of_a_visit_is_shut_out(
    turn: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no word of an appointment stands, the whole reading finds none either."""
    lines = itertools.chain.from_iterable(
        path.read_text(encoding="utf-8").splitlines() for path in EVALS.glob("*.jsonl")
    )
    texts = sorted({json.loads(line)["text"] for line in lines})[::8]
    known = visit_message._patterns()
    shut_out = [text for text in texts if not known.signs.opens(gates.plain(text))]
    assert len(shut_out) > 500
    wide_open = dataclasses.replace(known, signs=gates.Gate(("",)))
    monkeypatch.setattr(visit_message, "_patterns", lambda: wide_open)
    assert not [text for text in shut_out if visit_message.looks_like_visit(turn, text)]
