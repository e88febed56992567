"""Scores the alert reader on our own labelled sentences: what it notices, and what it cries wolf at, by kind."""

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bot.content import recognition, weights
from bot.understanding.alerts import AlertReader

SENTENCES = (Path(__file__).with_name("alerts.jsonl"), Path(__file__).with_name("unseen_alerts.jsonl"))
"""The second file was written without knowledge of the rules: "first" may be looked into, what follows may not."""


def score(part: str = "held") -> dict[str, float]:
    """Measure the ``part`` ("work", "held", "first", "second" or "third"): shares from 0 to 1, and ms a message.

    "emergencies" and "crises" are shares noticed (of any kind of alert, as both bring help at once); "false"
    is the share of silent sentences that alarmed, "false: figure" and the like the same by kind of trap.
    """
    rows = [row for row in _rows() if row["part"] == part]
    reader = AlertReader(recognition.load_red_flags(), weights.load("alerts"))
    for row in rows:
        reader.read(row["text"])  # warm: what counts is a running bot
    start = time.perf_counter()
    read = [reader.read(row["text"]) for row in rows]
    spent = (time.perf_counter() - start) * 1000 / len(rows)
    fired: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for row, alert in zip(rows, read, strict=True):
        for group in _groups(row):
            seen[group] += 1
            fired[group] += alert.kind != "none"
    return {**{group: fired[group] / seen[group] for group in sorted(seen)}, "ms": spent}


def _rows() -> list[dict[str, Any]]:
    return [json.loads(line) for file in SENTENCES for line in file.read_text(encoding="utf-8").splitlines()]


def _groups(row: dict[str, Any]) -> tuple[str, ...]:
    if row["alert"] == "none":
        return "false", f"false: {row['trap']}"
    return ("emergencies" if row["alert"] == "emergency" else "crises",)
