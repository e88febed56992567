"""Scores what is heard in rehearsed answers, on our own labelled sentences: precision and recall of each finding.

How a label is made, where it is not plain: a list inside one request is one thing, and so is a second question that
points back at the first ("and by when?"). Saying sorry for a deed, or to be heard again, is no apology for being
here. What is said of a rule or a company accuses nobody in the room.

"work" and "held" were written before the phrases, by the same hand, so they flatter. "first" and "second" are messages
from `unseen_situations.jsonl`, which somebody else wrote to the bot, not to a person; they were labelled before they
were heard, and only "first" was looked into. There an ask that drops its "I" or its question mark is often missed.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.content import questions, rules, scripts
from bot.content import speech as content
from bot.domain import scripts as scripts_domain
from bot.domain import speech
from bot.understanding.speech.speech import SpeechReader

SENTENCES = Path(__file__).with_name("speech.jsonl")
LABELLED: tuple[speech.Kind, ...] = tuple(kind for kind in speech.KINDS if kind != "long")
"""How long it takes is counted, not judged."""

Row = tuple[str, float, int]
"""What is measured, its value, and the number of cases behind it."""


def cases(part: str) -> list[dict[str, Any]]:
    """Read the labelled sentences of ``part`` ("work", "held", "first" or "second"); none of another part."""
    lines = (json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines())
    return [case for case in lines if case["part"] == part]


def score(part: str = "held") -> list[Row]:
    """Measure ``part``: precision and recall of each finding, what is wholly right, and ms an answer."""
    found = cases(part)
    if not found:
        return []
    reader = SpeechReader(content.load())
    for case in found:
        reader.read(case["text"])  # warm: what counts is a running bot
    start = time.perf_counter()
    heard = [{str(each.kind) for each in reader.read(case["text"]).findings} - {"long"} for case in found]
    spent = (time.perf_counter() - start) * 1000 / len(found)
    meant = [set(case["found"]) for case in found]
    rows = [row for kind in LABELLED for row in _of_kind(kind, meant, heard)]
    right = sum(said == wanted for said, wanted in zip(heard, meant, strict=True))
    return [*rows, ("wholly right", right / len(found), len(found)), ("ms", spent, 0)]


def house() -> list[Row]:
    """Measure on lines that were written without this in mind: the scripts' and the question bank's.

    Every line that asks should be heard as asking, and in none should anything be heard that stands in the way. The
    few that apologise or accuse on purpose count as wrong here.
    """
    reader = SpeechReader(content.load())
    spoken = [(key, text) for script in scripts.load_scripts().scripts for key, text in rules.spoken(script)]
    asked = [text for key, text in spoken if key.endswith(".ask")]
    asked += [each.text for visit in questions.load_bank().kinds for each in visit.questions]
    lines = [
        scripts_domain.fill(text, {}, dict.fromkeys(scripts_domain.BLANKS, "this")) for _, text in spoken
    ]
    heard = [{each.kind for each in reader.read(line).findings} for line in lines]
    rows: list[Row] = [
        ("ask, recall", sum(reader.read(text).has("ask") for text in asked) / len(asked), len(asked))
    ]
    rows += [
        (f"no {kind} in good lines", sum(kind not in each for each in heard) / len(heard), len(heard))
        for kind in LABELLED[2:]
    ]
    return rows


def _of_kind(kind: str, meant: list[set[str]], heard: list[set[str]]) -> Iterator[Row]:
    both = sum(kind in wanted and kind in said for wanted, said in zip(meant, heard, strict=True))
    claimed, wanted = sum(kind in said for said in heard), sum(kind in said for said in meant)
    if claimed:
        yield f"{kind}, precision", both / claimed, claimed
    if wanted:
        yield f"{kind}, recall", both / wanted, wanted


def mistakes() -> Iterator[str]:
    """Show what was misheard in the part to work with; the held part is never shown."""
    reader = SpeechReader(content.load())
    for case in cases("work"):
        found = {each.kind for each in reader.read(case["text"]).findings} - {"long"}
        if found != set(case["found"]):
            yield f"{case['id']} {case['text']!r}: heard {sorted(found)}, meant {sorted(case['found'])}"


def main(part: str) -> None:
    """Print the table and, of the part to work with, what was misheard."""
    for name, value, count in score(part):
        print(f"{name:28} {value:6.3f}  ({count})")
    if part == "work":
        print("\n".join(mistakes()))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "held")
