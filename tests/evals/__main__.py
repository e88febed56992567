"""``make eval``: how well patients are understood, on our own labelled sentences, as one table.

Parts: "work" was looked at while the rules were written; "held" was written beforehand by the same hand and looked at
only for its score. What follows was written by somebody who had not seen the rules: "first", "third" and "fourth",
and of the updates the sixth, "rare", the eighth, the tenth and half of what came after ("opened"), were looked at or
learned from afterwards; the second, the fifth to the sixteenth of the others, and of the updates the second, the
seventh and the rest of the eleventh to the twentieth, were looked at only for their scores. The tenth part about
alerts is made of twins, half of them roundabout, half of them harmless in the same words. The higher the number, the
fewer decisions it has had a part in, so the last figure of a row is the one to believe. Of rehearsed answers, "first"
and "second" are messages that others wrote, not answers to anybody, and the lines of our scripts and questions are
held to it too.
"""

import argparse
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tests.evals import (
    score_alerts,
    score_cases,
    score_find,
    score_history,
    score_promises,
    score_situations,
    score_speech,
    score_times,
    score_updates,
)

HERE = Path(__file__).parent
UNSEEN = (
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
)
Rows = Iterable[tuple[str, float, int]]


def rows_of(scores: Mapping[str, float]) -> Rows:
    """Bring a plain mapping into rows without counts."""
    return [(name, value, 0) for name, value in scores.items()]


SHEETS: dict[str, Callable[[str], Rows]] = {
    "updates": lambda part: score_updates.score(_file("updates", part), part),
    "times": lambda part: score_times.score(_file("times", part), part),
    "situations": lambda part: rows_of(score_situations.score(part)),
    "alerts": lambda part: rows_of(score_alerts.score(part)),
    "cases": score_cases.score,
    "promises": score_promises.score,
    "speech": score_speech.score,
    "speech, lines of the house": lambda part: score_speech.house() if part == "held" else [],
    "history": score_history.score,
    "find": score_find.score,
}


def _file(sheet: str, part: str) -> Path:
    return HERE / (f"{sheet}.jsonl" if part in {"work", "held"} else f"unseen_{sheet}.jsonl")


def _has(sheet: str, part: str) -> bool:
    """Tell whether anybody wrote such a part; a sheet without files of its own names is asked in any case."""
    path = _file(sheet, part)
    return not path.exists() or f'"part": "{part}"' in path.read_text(encoding="utf-8")


def main() -> None:
    """Print the table of the parts asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.evals", description=__doc__)
    parser.add_argument("parts", nargs="*", default=["held", "second", *UNSEEN])
    parts = parser.parse_args().parts
    for sheet, score in SHEETS.items():
        there = [part for part in parts if _has(sheet, part)]
        found = {part: {name: (value, count) for name, value, count in score(part)} for part in there}
        print(f"\n{sheet:34}" + "".join(f"{part:>16}" for part in there))
        for name in dict.fromkeys(name for rows in found.values() for name in rows):
            print(f"  {name:32}" + "".join(_cell(rows.get(name)) for rows in found.values()))


def _cell(found: tuple[float, int] | None) -> str:
    if found is None:
        return f"{'-':>16}"
    value, count = found
    return f"{value:10.3f}" + (f" ({count:3})" if count else "      ")


if __name__ == "__main__":
    main()
