"""Scores what is read from messages about a barrier being worked on, on our own labelled sentences (`cases.jsonl`).

Labels: the kind of case, the reference, the last day and who must act by it, the other side, what it is over, and
whether the message should open a case by itself. "work" was looked at while the rules were written; "held" was written
after the first of them and is looked at only for its score. Run it with the part's name to see what was misread.
"""

import json
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.understanding.cases import case_details

SENTENCES = Path(__file__).with_name("cases.jsonl")
Row = tuple[str, float, int]
FIELDS = ("kind", "reference", "deadline", "whose", "with_whom", "about", "opens")


def rows(part: str) -> list[dict[str, Any]]:
    """Read the labelled sentences of ``part``."""
    lines = (json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines())
    return [row for row in lines if row["part"] == part]


def read(row: dict[str, Any]) -> dict[str, Any]:
    """Read one sentence, in the form of its label."""
    found = case_details.read(row["text"], datetime.fromisoformat(row["now"]))
    return {
        "kind": found.kind,
        "reference": found.reference,
        "deadline": found.deadline.isoformat() if found.deadline else None,
        "whose": found.deadline_whose,
        "with_whom": found.with_whom,
        "about": found.about,
        "opens": found.is_certain,
    }


def judged(row: dict[str, Any]) -> Iterator[tuple[str, bool, object]]:
    """Judge each part; whose move a day is counts only where there is one, and names whatever their case."""
    got = read(row)
    for field in FIELDS:
        if field == "whose" and row["deadline"] is None:
            continue
        yield field, _same(row[field], got[field]), got[field]


def _same(wanted: object, got: object) -> bool:
    if isinstance(wanted, str) and isinstance(got, str):
        return wanted.casefold() == got.casefold()
    return wanted == got


def score(part: str = "held") -> list[Row]:
    """Count what was got right in ``part``, and the milliseconds of a message."""
    found = rows(part)
    verdicts: dict[str, list[bool]] = {field: [] for field in FIELDS}
    spent = []
    for row in found:
        read(row)  # warm: what counts is a running bot
        start = time.perf_counter()
        read(row)
        spent.append((time.perf_counter() - start) * 1000)
        for field, right, _ in judged(row):
            verdicts[field].append(right)
    scored = [(field, sum(rights) / len(rights), len(rights)) for field, rights in verdicts.items() if rights]
    return [*scored, ("milliseconds, median", statistics.median(spent), len(found))] if found else []


def main(part: str) -> None:
    """Print the scores and, of the part to work with, what was misread."""
    for field, value, count in score(part):
        print(f"{field:22} {value:6.3f}  of {count}")
    for row in rows(part) if part == "work" else []:
        for field, right, got in judged(row):
            if not right:
                print(f"  {row['id']} {row['text']!r}: {field}: {got!r}, not {row[field]!r}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "held")
