"""Scores the situation reader on our own labelled sentences: first, among three, and quiet where it should be."""

import json
import time
from pathlib import Path
from typing import Any

from bot.content import recognition, weights
from bot.understanding.situations import SituationReader

SENTENCES = (
    Path(__file__).with_name("situations.jsonl"),
    Path(__file__).with_name("unseen_situations.jsonl"),
)
"""The second file was written without knowledge of the rules: "first" may be looked into, what follows may not."""


def score(part: str = "held") -> dict[str, float]:
    """Measure the ``part`` ("work", "held", "first", "second" or "fourth"): "top1", "top3", "quiet", and ms a
    message.
    """
    rows = [row for row in _rows() if row["part"] == part]
    reader = SituationReader(recognition.load_situations(), weights.load("situations"))
    for row in rows:
        reader.rank(row["text"])  # warm: what counts is a running bot
    start = time.perf_counter()
    ranked = [(row["situations"], reader.rank(row["text"])) for row in rows]
    spent = (time.perf_counter() - start) * 1000 / len(rows)
    meant = [(set(wanted), found) for wanted, found in ranked if wanted]
    outside = [found for wanted, found in ranked if not wanted]
    return {
        "top1": sum(not wanted.isdisjoint(found[:1]) for wanted, found in meant) / len(meant),
        "top3": sum(not wanted.isdisjoint(found) for wanted, found in meant) / len(meant),
        "quiet": sum(not found for found in outside) / len(outside),
        "ms": spent,
    }


def _rows() -> list[dict[str, Any]]:
    return [json.loads(line) for file in SENTENCES for line in file.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    for part in ("work", "held", "first", "second", "fourth", "fifth", "sixth", "seventh", "eleventh"):
        print(f"situations, {part} part")
        for name, value in score(part).items():
            print(f"  {name:20} {value:.3f}")
