"""Scores how well quick updates are read, on our own labelled sentences.

The labels follow the naming convention of `bot.domain.vocabulary`. `updates.jsonl` has a part to work with and a part
that is looked at only for its score. Run it with the part's name: `python -m tests.evals.score_updates held`; the
parts of `unseen_updates.jsonl`, written without sight of the vocabulary, are "first" to "twentieth" and "rare"; the
second, the seventh and those from the eleventh on are closed, of the others the mistakes were looked at (and what was
opened of the sixth, the eighth, and those from the tenth on before the rest is called "opened").
``any_name``, ``any_dose`` and ``any_taken`` list what is as right as the label, and ``maybe`` names what another reader
might also note: read or not, it is not counted.
"15 ml" and "15 mL" are one dose: how a unit is written is not what is measured. Paracetamol and acetaminophen are one
medicine: a label is found where our vocabulary gives its name and what was read one generic name, but a kind of
medicine ("inhaler") stands for none of its members.
"""

import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from bot.content import vocabulary, weights
from bot.domain.readings import MedicationMention, SymptomMention, UpdateReading
from bot.understanding.updates.updates import UpdateReader

SENTENCES = Path(__file__).parent / "updates.jsonl"
UNSEEN = Path(__file__).parent / "unseen_updates.jsonl"

Row = tuple[str, float, int]
"""What is measured, its value, and the number of cases behind it."""

Generic = Callable[[str], str | None]
"""Gives the name that our vocabulary has for a medicine by any of its names, or None."""


class Tally:
    """Counts right and wrong answers, kind by kind."""

    def __init__(self) -> None:
        self.right: dict[str, int] = {}
        self.all: dict[str, int] = {}

    def add(self, kind: str, *, right: bool) -> None:
        """Count one case of ``kind``."""
        self.right[kind] = self.right.get(kind, 0) + right
        self.all[kind] = self.all.get(kind, 0) + 1

    def row(self, kind: str) -> Row:
        """Give the share that was right."""
        return kind, self.right.get(kind, 0) / max(1, self.all.get(kind, 0)), self.all.get(kind, 0)


def cases(path: Path, part: str) -> list[dict[str, Any]]:
    """Read the labelled sentences of ``part`` ("work" or "held"; "first" to "fourth" of the unseen ones)."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [case for case in lines if case["part"] == part]


def score(path: Path = SENTENCES, part: str = "held") -> list[Row]:
    """Read every sentence of ``part`` and count what was got right."""
    reader, generic = open_reader()
    tally, times = Tally(), []
    found = cases(path, part)
    for case in found:
        reader.read(case["text"])
    for case in found:
        start = time.thread_time()
        reading = reader.read(case["text"])
        times.append((time.thread_time() - start) * 1000)
        _count_symptoms(tally, case, reading)
        _count_medicines(tally, case, reading, generic)
    return [*_symptom_rows(tally), *map(tally.row, _SHARES), *_time_rows(times)]


_SHARES = (
    "denied called denied",
    "denied not called present",
    "severity exact",
    "severity not invented",
    "body part right",
    "medicine found",
    "medicine not invented",
    "dose right",
    "taken right",
    "quiet where there is nothing",
)


def by_label(
    labels: Iterable[Mapping[str, Any]], said: Iterable[Any], generic: Generic | None = None
) -> dict[str, Any]:
    """Give what was read by its name, under the label's name where that is one of the names that will do.

    What bears the name of one label is that label's, and stands for no other.
    """
    labels = list(labels)
    read = {one.name: one for one in said}
    own = {label["name"] for label in labels}
    plain = {_named_plainly(name): name for name in read if name not in own}
    for label in labels:
        alike = [plain.get(_named_plainly(name)) for name in (label["name"], *label.get("any_name", ()))]
        alike.append(generic(label["name"]) if generic else None)
        other = next((name for name in alike if name in read), None)
        if label["name"] not in read and other is not None:
            read[label["name"]] = read.pop(other)
    return read


def open_reader() -> tuple[UpdateReader, Generic]:
    """Open a reader, and what gives the generic name of a medicine by any of its names; of a mere kind, none."""
    words = vocabulary.load()
    reader = UpdateReader(words, weights.for_updates())
    kinds = {medicine.name for medicine in words.medicines if medicine.members}

    def generic(name: str) -> str | None:
        known = reader.canonical_medication(name)
        return None if known in kinds else known

    return reader, generic


def _named_plainly(name: str) -> frozenset[str]:
    """Take "budesonide/formoterol" and "budesonide and formoterol" for one name."""
    return frozenset(re.split(r" and |[/-]|, ", name.lower()))


def _count_symptoms(tally: Tally, case: Mapping[str, Any], reading: UpdateReading) -> None:
    labelled = {label["name"]: label for label in case["symptoms"]}
    read = by_label(case["symptoms"], reading.symptoms)
    present = {name for name, label in labelled.items() if not label["negated"]}
    claimed = {name for name, said in read.items() if not said.negated}
    claimed -= set(case.get("maybe", ())) - set(labelled)
    for name in present | claimed:
        kind = "hit" if name in present and name in claimed else "missed" if name in present else "invented"
        tally.add(kind, right=True)
    for name, label in labelled.items():
        said = read.get(name)
        if label["negated"]:
            tally.add("denied called denied", right=said is not None and said.negated)
            tally.add("denied not called present", right=name not in claimed)
        if said is not None and label["severity"] is not None:
            tally.add("severity exact", right=said.severity == label["severity"])
        if said is not None and label["severity"] is None:
            tally.add("severity not invented", right=said.severity is None)
        if said is not None and label["body_part"]:
            tally.add("body part right", right=_one(said.body_part or "") == _one(label["body_part"]))
    if not labelled:
        tally.add("quiet where there is nothing", right=not claimed)


def _one(place: str) -> str:
    """Take "left feet" and "left foot" for one place."""
    return place.replace("feet", "foot").replace("teeth", "tooth").removesuffix("s")


def _count_medicines(tally: Tally, case: Mapping[str, Any], reading: UpdateReading, generic: Generic) -> None:
    read = by_label(case["medications"], reading.medications, generic)
    labelled = {label["name"]: label for label in case["medications"]}
    for name, label in labelled.items():
        said = read.get(name)
        tally.add("medicine found", right=said is not None)
        if label["dose"]:
            doses = map(_written_plainly, label.get("any_dose", [label["dose"]]))
            tally.add("dose right", right=said is not None and _written_plainly(said.dose) in doses)
        taken = label.get("any_taken", [label["taken"]])
        tally.add("taken right", right=said is not None and said.taken in taken)
    for name in read:
        tally.add("medicine not invented", right=name in labelled)


def _written_plainly(dose: str | None) -> str:
    return (dose or "").replace(" ", "").lower()


def _symptom_rows(tally: Tally) -> Iterable[Row]:
    hit, missed, invented = (tally.all.get(kind, 0) for kind in ("hit", "missed", "invented"))
    precision, recall = hit / max(1, hit + invented), hit / max(1, hit + missed)
    yield "symptom precision", precision, hit + invented
    yield "symptom recall", recall, hit + missed
    yield "symptom F1", 2 * precision * recall / max(1e-9, precision + recall), hit + missed


def _time_rows(times: list[float]) -> Iterable[Row]:
    yield "median ms", statistics.median(times), len(times)
    yield "99th percentile ms", statistics.quantiles(times, n=100)[98], len(times)


def mistakes(path: Path = SENTENCES, part: str = "work") -> Iterable[str]:
    """Show what was misread in a part to work with; the held part is never shown."""
    reader, generic = open_reader()
    for case in cases(path, part):
        reading = reader.read(case["text"])
        tally = Tally()
        _count_symptoms(tally, case, reading)
        _count_medicines(tally, case, reading, generic)
        wrong = [
            kind for kind in (*_MISSES, *_SHARES) if tally.all.get(kind, 0) > _counted_right(tally, kind)
        ]
        if wrong:
            yield f"{case['id']} {case['text']}: {', '.join(wrong)}"
            yield f"    read  {list(map(_brief, reading.symptoms))} {list(map(_brief, reading.medications))}"
            yield f"    meant {case['symptoms']} {case['medications']}"


_MISSES = ("missed", "invented")
_OPEN = ("work", "first", "third", "fourth", "opened", "sixth", "rare", "eighth", "tenth")
"""The parts whose mistakes may be looked at."""


def _counted_right(tally: Tally, kind: str) -> int:
    return 0 if kind in _MISSES else tally.right.get(kind, 0)


def _brief(said: SymptomMention | MedicationMention) -> str:
    if isinstance(said, MedicationMention):
        return f"{said.name} {said.dose} {said.status}"
    return f"{'no ' * said.negated}{said.name} {said.severity} {said.body_part}"


def main() -> None:
    """Print the table of one part, or the mistakes of a part to work with ("mistakes", "mistakes first")."""
    asked = sys.argv[1:] or ["held"]
    path = SENTENCES if asked[-1] in {"work", "held", "mistakes"} else UNSEEN
    if asked[0] == "mistakes":
        part = asked[-1] if asked[-1] in _OPEN else "work"
        print("\n".join(mistakes(path if part != "work" else SENTENCES, part)))
        return
    for name, value, number in score(path, asked[0]):
        print(f"{name:32} {value:6.3f}  ({number})")


if __name__ == "__main__":
    main()
