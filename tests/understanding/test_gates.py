import itertools
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.content import history_words, vocabulary, weights
from bot.understanding.history import history_frames, history_items, history_told
from bot.understanding.lookups import find_requests, find_ways, trend_requests
from bot.understanding.updates import updates
from bot.understanding.words import gates, patterns

EVALS = Path(__file__).parents[1] / "evals"
UNKNOWN = "\0"
"""Stands for whatever a pattern leaves open: no word of a gate may rest on it."""

MOST_SPELT = 9
"""What may be left out is spelt out up to so many ways."""


def least(parsed: Any) -> Iterator[str]:
    """Spell out the least that a pattern must find: its fixed letters, without what may be left out."""
    pieces = [list(_least_of(str(kind), value)) for kind, value in parsed]
    yield from map("".join, itertools.product(*pieces))


def _least_of(kind: str, value: Any) -> Iterator[str]:
    match kind:
        case "LITERAL":
            yield chr(value)
        case "BRANCH":
            yield from itertools.chain.from_iterable(map(least, value[1]))
        case "SUBPATTERN":
            yield from least(value[3])
        case "MAX_REPEAT" | "MIN_REPEAT":
            yield from least(value[2]) if value[0] else _left_out(value[2], value[1])
        case "IN" if [(str(a), str(b)) for a, b in value] == [("CATEGORY", "CATEGORY_SPACE")]:
            yield " "
        case "AT":
            yield " "  # the beginning, the end or the edge of a word
        case "ASSERT" | "ASSERT_NOT":
            yield ""
        case _:
            yield UNKNOWN


def _left_out(parsed: Any, most: int) -> Iterator[str]:
    once = list(itertools.islice(least(parsed), MOST_SPELT + 1))
    if len(once) > MOST_SPELT:
        once = [UNKNOWN]
    yield from ("", *once)
    if most > 1:
        yield from (f"{first}{UNKNOWN}{last}" for first in once for last in once)


def unguarded(pattern: patterns.Pattern, gate: gates.Gate, *, whole: bool = False) -> set[str]:
    """List what a pattern may find that holds no word of the gate; ``whole``: it is to fit from end to end."""
    edge = " " if whole else ""
    parser: Any = getattr(re, "_parser")  # noqa: B009  not part of the library's outside; a test may look
    found = set(least(parser.parse(pattern.source, pattern.flags)))
    return {
        each
        for each in found
        if not any(gate.opens(_as_plain(f"{edge}{each}{edge}", joint)) for joint in ("", " "))
    }


def _as_plain(least_text: str, joint: str) -> str:
    return re.sub("[ .-]+", " ", least_text.casefold().replace("'", joint))


TOLD = [
    getattr(history_frames, name)
    for name in (
        "STOPPED", "DOCTOR_STOPPED", "OFF", "WAS_STOPPED", "PUT_ON", "WAS_PUT", "STARTED", "DAILY", "CHANGED",
        "SWITCHED", "ALLERGIC", "ALLERGY", "DIAGNOSED", "HAVE", "AVOID", "HELPS", "OPERATED", "CARER", "INSURED",
        "FAMILY", "DEVICE", "NO_ALLERGIES", "NO_MEDICINES", "NO_OPERATIONS",
    )
]  # fmt: skip


@pytest.mark.parametrize("pattern", TOLD, ids=lambda pattern: pattern.source[:40])
def test_every_frame_of_the_history_has_a_word_that_opens_its_gate(pattern: patterns.Pattern) -> None:
    assert not unguarded(pattern, history_told._TOLD)


def test_what_was_tried_opens_the_gate_unless_it_was_only_taken() -> None:
    both = gates.Gate(history_told._TOLD.words + history_told._TOOK.words)
    assert not unguarded(history_frames.TRIED, both)
    assert not unguarded(history_frames.WEEKS, gates.Gate((*history_told._LONG.words, "mo")))


@pytest.mark.parametrize("way", find_ways.WAYS, ids=lambda way: way.pattern.source[:40])
def test_every_way_to_ask_about_the_log_has_a_word_that_opens_its_gate(way: find_ways.Way) -> None:
    assert not unguarded(way.pattern, find_requests._ASKS, whole=True)


@pytest.mark.parametrize("ask", trend_requests._ASKS, ids=lambda ask: ask.source[:40])
def test_every_wish_for_a_picture_has_a_word_that_opens_its_gate(ask: patterns.Pattern) -> None:
    assert not unguarded(ask, trend_requests._DRAW, whole=True)


def test_a_gate_that_lacks_a_word_is_found_out() -> None:
    assert unguarded(patterns.Pattern(r"\bi (?:quit|stopped)\b"), gates.Gate(("stopped",))) == {" i quit "}
    assert not unguarded(patterns.Pattern(r"\bi(?:'m| am) off\b"), gates.Gate(("im off", "am off")))


def sentences() -> list[str]:
    """Give what our evals hold; of the many taught sentences some."""
    found = {
        json.loads(line)["text"]
        for path in sorted(EVALS.glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines())
        if number % 10 == 0 or not path.name.startswith("taught")
    }
    return sorted(found)


def test_no_sentence_of_ours_is_shut_out_of_the_history() -> None:
    words = history_words.load()
    told = history_told.ToldReader(
        words,
        history_items.ItemReader(words, updates.UpdateReader(vocabulary.load(), weights.for_updates())),
    )
    shut_out = [text for text in sentences() if not history_told.may_tell(gates.plain(text))]
    assert len(shut_out) > 1000
    assert not [text for text in shut_out if told.find(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Migraine 7/10, nausea!", " migraine 7 10 nausea "),
        ("I\u2019m off it", " im off it | i m off it "),
        ("for 3mo", " for 3 mo "),
        ("D\u0130AGNOSED", " diagnosed "),
        ("", "  "),
    ],
)
def test_a_text_is_looked_at_as_plain_words(text: str, said: str) -> None:
    assert gates.plain(text) == said


def test_a_long_text_is_made_plain_in_step_with_its_length() -> None:
    text = "".join(random.Random(3).choices("ab '7.\n", k=200_000))
    assert len(gates.plain(text)) < 3 * len(text)
