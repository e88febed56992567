"""Scores how well times and repetitions are read, on our own labelled sentences (`times.jsonl`).

How a label is made: ``value`` is the reading most people would act on, by the rules at the top of
`times.time_days` and `time_hours` (clinic hours, "next Tuesday", parts of the day); a day without an hour
is its midnight; null where the sentence names no single time. One part is there to work with and shows its misses; the
other is looked at only for its score. Run it with the part's name: `python -m tests.evals.score_times held`; the
sentences of `unseen_times.jsonl`, written without sight of the reader, are its parts "first" and "second". There
``any_value`` lists the values that will do (a bare day: any hour of it), and ``asks`` is null where it is not judged.
"""

import json
import statistics
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.domain.readings import Recurrence
from bot.understanding.times import recurrences, times

SENTENCES = Path(__file__).parent / "times.jsonl"
UNSEEN = Path(__file__).parent / "unseen_times.jsonl"

Row = tuple[str, float, int]
"""What is measured, its value, and the number of cases behind it."""
Verdict = tuple[str, bool, object]
"""What is measured, whether it was right, and what was read."""


def cases(path: Path, part: str) -> list[dict[str, Any]]:
    """Read the labelled sentences of ``part`` ("work" or "held"; "first" or "second" of the unseen ones)."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [case for case in lines if case["part"] == part]


def score(path: Path = SENTENCES, part: str = "held") -> list[Row]:
    """Read every sentence of ``part`` and count what was got right."""
    found = cases(path, part)
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
    return [*rows, ("milliseconds, median", statistics.median(milliseconds), len(found))]


def judged(case: dict[str, Any]) -> list[Verdict]:
    """Read one sentence and say what was got right."""
    found = times.find(case["text"], datetime.fromisoformat(case["now"]), case["kind"], case["locale"])
    repeats = recurrences.find(case["text"])
    said = in_label_form(repeats[0]) if repeats else None
    if case["recurrence"]:
        return [("repetitions", said == case["recurrence"], said)]
    verdicts: list[Verdict] = [("not taken for a repetition", said is None, said)]
    wanted = case["when"]["value"]
    if wanted is None:
        return [*verdicts, ("no time, none read", found.value is None, found.value)]
    verdicts.append(("single times", _will_do(found.value, case["when"]), found.value))
    if case["when"]["asks"] is None:
        return verdicts
    return [*verdicts, ("asks where two are common", found.asks == case["when"]["asks"], found.candidates)]


def _will_do(value: datetime | None, wanted: dict[str, Any]) -> bool:
    """Say whether ``value`` is the label's moment or another that is as right."""
    if value is None:
        return False
    starts = tuple(wanted.get("any_value", ())) or wanted["value"]
    return value.isoformat().startswith(starts)


def in_label_form(recurrence: Recurrence) -> dict[str, Any]:
    """Give a recurrence in the form of the label."""
    return {
        "freq": recurrence.freq,
        "interval": recurrence.interval,
        "byday": list(recurrence.byday),
        "bymonthday": list(recurrence.bymonthday),
        "times": list(recurrence.times),
    }


def main(part: str) -> None:
    """Print the table and, of a part to work with, what was misread."""
    path = SENTENCES if part in {"work", "held"} else UNSEEN
    for kind, value, count in score(path, part):
        print(f"{kind:28} {value:6.3f}  of {count}")
    if part in {"work", "first"}:
        for case in cases(path, part):
            for kind, right, got in judged(case):
                if not right:
                    print(f"  {case['id']} {case['text']!r}: {kind}: {got}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "held")
