"""Scores how well questions about the log are told from updates and read, on our own sentences (`find.jsonl`).

``want`` is the request that should be read, null where the sentence is none. One part is there to work with and shows
its misses; the other, written beforehand by the same hand, is looked at only for its score:
`python -m tests.evals.score_find work`.
"""

import functools
import json
import statistics
import sys
import time
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.content import recognition, vocabulary, weights
from bot.understanding import alerts, reader, situations
from bot.understanding.lookups import find_requests
from bot.understanding.updates import updates

SENTENCES = Path(__file__).parent / "find.jsonl"

Row = tuple[str, float, int]
"""What is measured, its value, and the number of cases behind it."""


@functools.cache
def understanding() -> reader.Understanding:
    """Read the content once."""
    return reader.Understanding(
        updates.UpdateReader(vocabulary.load(), weights.for_updates()),
        alerts.AlertReader(recognition.load_red_flags(), weights.load("alerts")),
        lambda: situations.SituationReader(recognition.load_situations(), weights.load("situations")),
    )


def cases(part: str) -> list[dict[str, Any]]:
    """Read the labelled sentences of ``part``: "work" or "held"."""
    lines = (json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines())
    return [case for case in lines if case["part"] == part]


def read(case: dict[str, Any]) -> dict[str, Any] | None:
    """Read one sentence, as plain values."""
    one = understanding().for_patient(datetime.fromisoformat(case["now"]), "en-US")
    found = find_requests.read(case["text"], one, last_visit=date.fromisoformat(case["last_visit"]))
    if found is None:
        return None
    days = {
        name: day.isoformat() if day else None for name, day in (("first", found.first), ("last", found.last))
    }
    return {**asdict(found), **days}


def score(part: str = "held") -> list[Row]:
    """Read every sentence of ``part`` and count what was got right."""
    found = cases(part)
    if not found:
        return []
    milliseconds, results = [], []
    for case in found:
        read(case)  # warm
        start = time.perf_counter()
        results.append((case["want"], read(case)))
        milliseconds.append((time.perf_counter() - start) * 1000)
    questions = [(want, got) for want, got in results if want is not None]
    others = [got for want, got in results if want is None]
    return [
        ("no question, left alone", sum(got is None for got in others) / len(others), len(others)),
        ("question found", sum(got is not None for _, got in questions) / len(questions), len(questions)),
        (
            "question right in all",
            sum(want == got for want, got in questions) / len(questions),
            len(questions),
        ),
        ("milliseconds, median", statistics.median(milliseconds), len(found)),
    ]


def main(part: str) -> None:
    """Print the table and, of the part to work with, what was misread."""
    for kind, value, count in score(part):
        print(f"{kind:28} {value:6.3f}  of {count}")
    if part == "work":
        for case in cases(part):
            got = read(case)
            if got != case["want"]:
                print(f"  {case['id']} {case['text']!r}: {got}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "held")
