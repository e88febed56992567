"""Scores how well promises are read from what is told after a visit, on our own labelled sentences (`promises.jsonl`).

``promises`` lists whose each is, the day it is due (null where none is said), and the words that are kept of it, in
their order; ``asked`` is true where the sentence answers "who does what by when?". One part is there to work with and
shows its misses; the other, written beforehand by the same hand, is looked at only for its score:
`python -m tests.evals.score_promises work`.
"""

import json
import statistics
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.understanding.cases import promises

SENTENCES = Path(__file__).parent / "promises.jsonl"

Row = tuple[str, float, int]
"""What is measured, its value, and the number of cases behind it."""
Verdict = tuple[str, bool, object]
"""What is measured, whether it was right, and what was read."""


def cases(part: str) -> list[dict[str, Any]]:
    """Read the labelled sentences of ``part``: "work" or "held"."""
    lines = (json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines())
    return [case for case in lines if case["part"] == part]


def score(part: str = "held") -> list[Row]:
    """Read every sentence of ``part`` and count what was got right."""
    found = cases(part)
    verdicts: dict[str, list[bool]] = {}
    milliseconds = []
    for case in found:
        judged(case)  # warm
        start = time.perf_counter()
        results = judged(case)
        milliseconds.append((time.perf_counter() - start) * 1000)
        for kind, right, _ in results:
            verdicts.setdefault(kind, []).append(right)
    rows = [(kind, sum(rights) / len(rights), len(rights)) for kind, rights in sorted(verdicts.items())]
    return [*rows, ("milliseconds, median", statistics.median(milliseconds), len(found))] if found else []


def judged(case: dict[str, Any]) -> list[Verdict]:
    """Read one sentence and say what was got right; days and words are judged where the number is right."""
    now = datetime.fromisoformat(case["now"])
    read = promises.read(case["text"], now, asked=case["asked"]).promises
    wanted = case["promises"]
    if not wanted:
        return [("no promise, none read", not read, read)]
    verdicts: list[Verdict] = [("number of promises", len(read) == len(wanted), read)]
    if len(read) != len(wanted):
        return verdicts
    for got, want in zip(read, wanted, strict=True):
        day = got.days[0].isoformat() if got.days else None
        verdicts.append(("whose", got.whose == want["whose"], got))
        verdicts.append(("by which day", day == want["by"], got))
        verdicts.append(("words kept", got.text == want["text"], got))
    return verdicts


def main(part: str) -> None:
    """Print the table and, of the part to work with, what was misread."""
    for kind, value, count in score(part):
        print(f"{kind:28} {value:6.3f}  of {count}")
    if part == "work":
        for case in cases(part):
            for kind, right, got in judged(case):
                if not right:
                    print(f"  {case['id']} {case['text']!r}: {kind}: {got}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "held")
