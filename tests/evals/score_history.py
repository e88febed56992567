"""Scores how well histories are read, on our own labelled sentences: lists typed into a part, and loose messages.

A line of ``history.jsonl`` holds the text, the part it was typed into (``at``; none where it is a loose message), and
what it tells. A field may list several readings that are as right. "work" was looked at while the rules were written,
"held" was written beforehand by the same hand and is looked at only for its score; `python -m
tests.evals.score_history mistakes` shows what is misread of "work".
"""

import json
import statistics
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.content import history_words, vocabulary, weights
from bot.domain import history
from bot.understanding.history import history_items, history_told
from bot.understanding.updates import updates

SENTENCES = Path(__file__).parent / "history.jsonl"
FIELDS = ("detail", "why", "since", "until", "lasted")
Row = tuple[str, float, int]


def reader() -> history_told.ToldReader:
    """Make the reader of the language."""
    words = history_words.load()
    return history_told.ToldReader(
        words,
        history_items.ItemReader(words, updates.UpdateReader(vocabulary.load(), weights.for_updates())),
    )


def cases(part: str) -> list[dict[str, Any]]:
    """Read the labelled sentences of ``part``."""
    lines = (json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines())
    return [case for case in lines if case["part"] == part]


def read(told: history_told.ToldReader, case: Mapping[str, Any]) -> tuple[history_items.Draft, ...]:
    """Read one case where it was typed."""
    at = case.get("at")
    if at is None:
        return told.find(case["text"])
    is_tried = at == history_words.TRIED
    section: history.Section = "medicine" if is_tried else at
    return told.items.read(case["text"], section, tried=is_tried)


def score(part: str = "held") -> list[Row]:
    """Read every sentence of ``part`` and count what was got right."""
    told, found = reader(), cases(part)
    if not found:
        return []
    for case in found:
        read(told, case)
    counts: dict[str, list[bool]] = {}
    times = []
    for case in found:
        start = time.thread_time()
        drafts = read(told, case)
        times.append((time.thread_time() - start) * 1000)
        for name, right in _judged(case, drafts):
            counts.setdefault(name, []).append(right)
    rows = [(name, sum(each) / len(each), len(each)) for name, each in sorted(counts.items())]
    slow = statistics.quantiles(times, n=100)[98]
    return [
        *rows,
        ("median ms", statistics.median(times), len(times)),
        ("99th percentile ms", slow, len(times)),
    ]


def _judged(case: Mapping[str, Any], drafts: Iterable[history_items.Draft]) -> Iterator[tuple[str, bool]]:
    """Yield (what is measured, whether it is right) for one case."""
    where = "list" if case.get("at") else "message"
    read_as = {_key(d.section, d.name): d for d in drafts}
    labelled = {_key(item["section"], item["name"]): item for item in case["items"]}
    for key, item in labelled.items():
        draft = read_as.get(key)
        yield f"{where}: found", draft is not None
        if draft is None:
            continue
        yield f"{where}: now or stopped right", draft.state == item.get("state", "now")
        for field in FIELDS:
            wanted = item.get(field, "")
            if wanted:
                yield f"{where}: {field} right", _is_one_of(getattr(draft, field), wanted)
            else:
                yield f"{where}: no field invented", not getattr(draft, field)
    for key in read_as:
        yield f"{where}: nothing invented", key in labelled
    if not labelled:
        yield f"{where}: quiet where there is nothing", not read_as


def _key(section: str, name: str) -> tuple[str, str]:
    return section, " ".join(name.casefold().split())


def _is_one_of(said: str, wanted: str | list[str]) -> bool:
    return said.casefold() in {each.casefold() for each in ([wanted] if isinstance(wanted, str) else wanted)}


def mistakes() -> Iterator[str]:
    """Show what was misread of the part to work with; the held part is never shown."""
    told = reader()
    for case in cases("work"):
        drafts = read(told, case)
        wrong = [name for name, right in _judged(case, drafts) if not right]
        if wrong:
            yield f"{case['id']} {case['text']!r}: {', '.join(wrong)}\n    {drafts}"


def main() -> None:
    """Print the table of one part, or the mistakes ("mistakes")."""
    asked = sys.argv[1:] or ["held"]
    if asked[0] == "mistakes":
        print("\n".join(mistakes()))
        return
    for name, value, count in score(asked[0]):
        print(f"{name:36} {value:6.3f}  ({count})")


if __name__ == "__main__":
    main()
