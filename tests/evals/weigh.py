"""``make weigh``: learns what each small ground in a message is worth, from our own taught sentences.

One linear separator a kind (L2-regularised, squared hinge: scikit-learn's LinearSVC), the same result each time. A
ground tells the more the rarer it is (inverse document frequency: Spärck Jones, A Statistical Interpretation of Term
Specificity, 1972), which is multiplied into its worth here, so that reading stays adding up; and a long sentence counts
for no more than a short one (`evidence.weigh`). Where the line between yes and no stands is set on sentences the
separator had not seen, by fourfold crossing, so that at most so many of the silent ones alarm. The tables are content;
the sentences stay here. Parts that are looked at only for their score ("held", "second" and what follows it) are never
learned from.
"""

import argparse
import hashlib
import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.content import loader, questions, recognition, rehearsals, scripts, vocabulary, weights
from bot.domain.recognition import UpdateWeights, Weights
from bot.domain.scripts import BARRIERS, HARM
from bot.understanding import alerts, situations
from bot.understanding.cues import evidence
from bot.understanding.denials import denial_grounds, weighed_denials
from bot.understanding.ratings import number_grounds, weighed_numbers
from bot.understanding.updates import updates
from bot.understanding.words.message import Mention, Message
from tests.evals import score_updates

HERE = Path(__file__).parent
FOLDS, ROUNDS, SEED = 4, 2_000, 5
ORDINARY_WEIGHS = 1.5
"""How much more than another sentence an ordinary one counts while learning: there are far more of them in life."""

EACH_MORE = 2
"""Each how many-th sentence about alarm is learned a second time with something ordinary beside it."""

_NO_BARRIER = frozenset({"diary", "mood", "talk", "mild_new", "plain", "known_mild", "medicine"})
"""Topics of silent sentences about alarm in which no barrier is described either."""
_ALARMS = frozenset({"emergency", "crisis"})
_ORDINARY = frozenset({"diary", "plain"})
"""Topics of sentences about alarm that nobody would take for one."""

Grounds = Sequence[str]


@dataclass(frozen=True, slots=True)
class Taught:
    """One sentence made ready: its grounds, and the kinds it is of (none where it should stay silent)."""

    grounds: Grounds
    kinds: frozenset[str]
    counts: bool = True
    """False where it only helps to learn: the line is not set by it."""
    ordinary: bool = False
    """True of what people write every day and what looks like nothing else."""
    source: str = ""
    """The sentence it was made from: what comes from one is never both learned from and crossed with."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is learned: its table's name, its kinds, how little they are regularised (the C of a support vector
    machine), in how many sentences a ground must stand to teach anything, the hundredths below which a worth is left
    out of the table, and the shares of the silent sentences that may pass a kind's line: of those that look like it,
    and of the ordinary ones. Where none are given, kinds are only compared with one another and the line stays where
    the separator puts it."""

    name: str
    kinds: tuple[str, ...]
    sentences: Callable[[], list[Taught]]
    strength: float
    seen_in: int
    least: int
    allowed: dict[str, tuple[float, float]]


def rows(name: str, *parts: str) -> list[dict[str, Any]]:
    """Read labelled sentences of the parts that may be learned from."""
    path = HERE / f"{name}.jsonl"
    read = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in read if not parts or row.get("part") in parts]


def _alerts() -> list[Taught]:
    reader = alerts.AlertReader(recognition.load_red_flags(), Weights((), (), (), (), (), {}))
    taught = []
    own = rows("taught_alerts")
    for row in (
        *own,
        *_with_more(own),
        *rows("alerts", "work"),
        *rows("unseen_alerts", "first", "third", "fourth"),
    ):
        kinds = {str(row["alert"])} - {"none"} | (
            {"other"} if row.get("other") or row.get("someone_else") else set()
        )
        counts = "part" not in row
        ordinary = row.get("topic") in _ORDINARY
        source = str(row.get("source", row["text"]))
        taught += [
            Taught(sorted(each), frozenset(kinds), counts, ordinary, source)
            for each in reader.grounds(str(row["text"]))
        ]
    for text in (*_told_elsewhere(), *_across_the_desk(), *_described()):
        if reader.ruled(text):
            continue  # written for something else: some of them are alarming
        taught += [Taught(sorted(each), frozenset(), False) for each in reader.grounds(text)]
    return taught


def _with_more(taught: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Add to each other sentence something ordinary, before or after it: what it is of, it stays."""
    more = [str(row["text"]) for row in rows("taught_beside")]
    for number, row in enumerate(taught[::EACH_MORE]):
        beside, text = more[number % len(more)], str(row["text"])
        joint = ", " if number // len(more) % 2 else ". "
        pieces = (beside, text) if number // len(more) % 3 == 0 else (text.rstrip(" ."), beside)
        yield {**row, "text": joint.join(pieces), "part": "more", "source": text}


def _told_elsewhere() -> list[str]:
    """List what patients tell that is no alarm and no barrier: updates, times, promises, history, questions."""
    return [
        str(row["text"])
        for row in (
            *rows("updates", "work"),
            *rows("unseen_updates", "first", "third", "fourth", "opened", "sixth", "rare"),
            *rows("times", "work"),
            *rows("promises", "work"),
            *rows("history", "work"),
            *rows("find", "work"),
        )
    ]


def _across_the_desk() -> list[str]:
    """List what a patient says to the other side: answers, our own lines to choose, questions, cases."""
    words = [
        line
        for barrier in scripts.load_scripts().barriers
        for script in barrier.scripts
        if barrier.id != HARM
        for line in (script.foggy, *(part.text for parts in script.lines.values() for part in parts))
    ]
    lines = [
        line
        for encounter in rehearsals.load_rehearsals().encounters
        for turn in encounter.turns
        for line in turn.say.values()
    ]
    asked = [question.text for kind in questions.load_bank().kinds for question in kind.questions]
    answers = [str(row["text"]) for row in (*rows("speech", "work", "first"), *rows("cases", "work"))]
    return [*words, *lines, *asked, *answers]


def _described() -> list[str]:
    """List descriptions of barriers, a clinician's harm among them: `/say` and `/after` meet it with safety first."""
    labelled = (
        *rows("taught_situations"),
        *rows("situations", "work"),
        *rows("unseen_situations", "first", "fourth"),
    )
    return [str(row["text"]) for row in labelled if row["situations"]]


def _situations() -> list[Taught]:
    reader = situations.SituationReader(recognition.load_situations(), Weights((), (), (), (), (), {}))
    taught = []
    labelled = (
        *rows("taught_situations"),
        *rows("situations", "work"),
        *rows("unseen_situations", "first", "fourth"),
    )
    for row in labelled:
        named = row["situations"]
        kinds = frozenset((*named, situations.ANY)) if isinstance(named, list) and named else frozenset()
        counts = "part" not in row
        taught += [Taught(sorted(each), kinds, counts) for each in reader.grounds(str(row["text"]))]
    ordinary = [row for row in rows("taught_alerts") if row["topic"] in _NO_BARRIER]
    for text in (*(str(row["text"]) for row in ordinary), *_told_elsewhere()):
        taught += [Taught(sorted(each), frozenset(), ordinary=True) for each in reader.grounds(text)]
    return taught


_NUMBERED = ("first", "third", "fourth", "opened", "sixth", "rare", "eighth", "tenth")
"""Parts of the unseen updates whose numbers may be learned from: those that were looked at."""


_FROM_UPDATES = frozenset({"ratings", "denials"})


def _updates() -> list[dict[str, Any]]:
    return [*rows("updates", "work"), *rows("unseen_updates", *_NUMBERED)]


def _ratings() -> list[Taught]:
    """Tell of each number in our labelled updates and in what was taught of numbers whether it rates.

    In an update it does where a rule reads it, or where a label has it and no rule does. What a rule reads need not be
    in a label: the 8 of "8 then, 6 now" rates as the 6 does.
    """
    reader = _by_rules()
    found = list[Taught]()
    for row in (*_updates(), *rows("taught_ratings")):
        message = reader.rated(str(row["text"]))
        by_rule = {rating.start: rating.low for rating in message.ratings}
        told: Any = row.get("rates")
        labels: Any = row.get("symptoms", ())
        missed = {label["severity"] for label in labels} - set(by_rule.values())
        around = number_grounds.Surroundings(message)
        for number in number_grounds.numbers(message):
            rates = (
                number.start in by_rule or number.value in missed if told is None else number.value in told
            )
            found.append(Taught(sorted(around.of(number)), frozenset(weighed_numbers.KINDS if rates else ())))
    return found


def _by_rules() -> updates.UpdateReader:
    """Open a reader that weighs nothing."""
    nothing = Weights(("any",), (-1.0,), (), (), (), {})
    return updates.UpdateReader(vocabulary.load(), UpdateWeights(nothing, nothing))


def _denials() -> list[Taught]:
    """Tell of each symptom without a number whether its writer has it: as labelled in updates, as taught by its words.

    A label of an update is a symptom's where one alone bears its name.
    """
    reader = _by_rules()
    found = list[Taught]()
    for row in (*_updates(), *rows("taught_denials")):
        message = reader.rated(str(row["text"]))
        around = denial_grounds.Surroundings(message)
        told = _by_words(row, message) if "not" in row else _by_name(row, message)
        for mention, denied in told:
            if weighed_denials.may_be_weighed(mention):
                kinds = frozenset(weighed_denials.KINDS if denied else ())
                counts, ordinary = not mention.denied, "not" not in row
                found.append(Taught(sorted(around.of(mention)), kinds, counts, ordinary))
    return found


def _by_name(row: dict[str, Any], message: Message) -> Iterator[tuple[Mention, bool]]:
    bearing = Counter(mention.name for mention in message.mentions)
    named = score_updates.by_label(row["symptoms"], message.mentions)
    for label in row["symptoms"]:
        mention = named.get(label["name"])
        if mention is not None and bearing[mention.name] == 1:
            yield mention, label["negated"]


def _by_words(row: dict[str, Any], message: Message) -> Iterator[tuple[Mention, bool]]:
    for side in ("there", "not"):
        for words in row[side]:
            start = row["text"].index(words)
            for mention in message.mentions:
                first, last = message.tokens[mention.start], message.tokens[mention.end - 1]
                if first.start < start + len(words) and start < last.end:
                    yield mention, side == "not"


SUBJECTS = (
    Subject(
        "alerts",
        alerts.KINDS,
        _alerts,
        3.0,
        3,
        3,
        {"emergency": (0.0225, 0.04), "crisis": (0.061, 0.025), "other": (0.1, 0.1)},
    ),
    Subject(
        "situations",
        (*BARRIERS, situations.ANY),
        _situations,
        3.0,
        2,
        8,
        {situations.ANY: (0.295, 0.118)},
    ),
    Subject("ratings", weighed_numbers.KINDS, _ratings, 3.0, 2, 3, {"rating": (0.065, 0.065)}),
    Subject("denials", weighed_denials.KINDS, _denials, 1.0, 2, 3, {"denied": (0.06, 0.009)}),
)


def learn(subject: Subject) -> bytes:
    """Learn one table and give its file."""
    taught = subject.sentences()
    names = _names(taught, subject.seen_in)
    rarities = _rarities(taught, names)
    vectors = _vectors(taught, names, rarities)
    strengths = [subject.strength * (ORDINARY_WEIGHS if _is_ordinary(each) else 1.0) for each in taught]
    columns, biases = [], []
    for kind in subject.kinds:
        signs = [1 if kind in each.kinds else -1 for each in taught]
        separator = _separator().fit(vectors, signs, sample_weight=strengths)
        line = 0.0
        if kind in subject.allowed:
            unseen = _crossed(
                vectors, signs, strengths, [each.source or str(n) for n, each in enumerate(taught)]
            )
            line = _line(taught, unseen, kind, subject.allowed[kind])
            yes = [n for n, sign in enumerate(signs) if sign > 0 and taught[n].counts]
            print(f"{subject.name} {kind}: {sum(unseen[n] > line for n in yes)} of {len(yes)} over the line")
        columns.append([float(w) * rarity for w, rarity in zip(separator.coef_[0], rarities, strict=True)])
        biases.append(float(separator.intercept_[0]) - line)
    return _table(subject, names, rarities, columns, biases)


def _separator() -> Any:
    from sklearn.svm import LinearSVC  # scikit-learn is only here to learn: `make weigh` brings it

    return LinearSVC(loss="squared_hinge", max_iter=ROUNDS, random_state=SEED)


def _crossed(
    vectors: Any, signs: Sequence[int], strengths: Sequence[float], sources: Sequence[str]
) -> list[float]:
    """Give on which side of the separator each sentence lies, as told by one that had not seen its source."""
    from sklearn.model_selection import GroupKFold, cross_val_predict

    folds = list(GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(vectors, groups=sources))
    how = {"cv": folds, "method": "decision_function", "params": {"sample_weight": strengths}}
    return [float(value) for value in cross_val_predict(_separator(), vectors, signs, **how)]


def _names(taught: Iterable[Taught], least: int) -> dict[str, int]:
    seen = Counter(ground for each in taught for ground in each.grounds)
    return {ground: n for n, ground in enumerate(sorted(g for g, count in seen.items() if count >= least))}


def _rarities(taught: Sequence[Taught], names: dict[str, int]) -> list[float]:
    """Give by how much each ground is scaled: 1 on average, more where it is rare."""
    seen = Counter(ground for each in taught for ground in each.grounds)
    rare = [math.log(len(taught) / seen[ground]) for ground in names]
    mean = sum(rare) / len(rare)
    return [one / mean for one in rare]


def _vectors(taught: Sequence[Taught], names: dict[str, int], rarities: Sequence[float]) -> Any:
    """Give a row a sentence: its known grounds, scaled, the whole row of the length of one as in reading."""
    from scipy.sparse import csr_matrix

    values, rows_of, columns = list[float](), list[int](), list[int]()
    for row, each in enumerate(taught):
        known = [names[ground] for ground in each.grounds if ground in names]
        length = max(math.hypot(*(rarities[column] for column in known)), math.sqrt(evidence.SHORTEST / 100))
        values += [rarities[column] / length for column in known]
        rows_of += [row] * len(known)
        columns += known
    return csr_matrix((values, (rows_of, columns)), shape=(len(taught), len(names)))


def _is_ordinary(each: Taught) -> bool:
    return not each.kinds and (each.ordinary or not each.counts)


def _line(taught: Sequence[Taught], unseen: Sequence[float], kind: str, shares: tuple[float, float]) -> float:
    """Set the line so that of the look-alikes and of the ordinary sentences at most their shares pass."""
    lines = []
    for ordinary, share in zip((False, True), shares, strict=True):
        silent = sorted(
            value
            for each, value in zip(taught, unseen, strict=True)
            if each.counts and each.ordinary is ordinary and not _is(each, kind)
        )
        if silent:
            lines.append(silent[min(len(silent) - 1, math.ceil(len(silent) * (1 - share)) - 1)])
    return max(lines)


def _is(each: Taught, kind: str) -> bool:
    """Say whether a sentence is of ``kind``, or of another alarm: one alarm taken for another is no false one."""
    return kind in each.kinds or (kind in _ALARMS and not each.kinds.isdisjoint(_ALARMS))


def _table(
    subject: Subject,
    names: dict[str, int],
    rarities: list[float],
    columns: list[list[float]],
    biases: list[float],
) -> bytes:
    of = dict[str, weights.Learned]()
    for ground, n in names.items():
        cells = [(kind, round(100 * column[n])) for kind, column in enumerate(columns)]
        kept = tuple(each for kind, value in cells if abs(value) >= subject.least for each in (kind, value))
        of[ground] = weights.Learned(round(100 * rarities[n] ** 2), kept)
    return weights.pack(
        fingerprint(subject.name), subject.kinds, tuple(round(bias, 4) for bias in biases), of
    )


def fingerprint(name: str) -> str:
    """Name the sentences a table was learned from."""
    labelled = json.dumps(_updates()).encode() if name in _FROM_UPDATES else b""
    if name == "alerts":
        labelled = (HERE / "taught_beside.jsonl").read_bytes()
    return hashlib.sha256((HERE / f"taught_{name}.jsonl").read_bytes() + labelled).hexdigest()[:16]


def main() -> None:
    """Write the tables asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.evals.weigh", description=__doc__)
    parser.add_argument("names", nargs="*", default=[subject.name for subject in SUBJECTS])
    asked = parser.parse_args().names
    for subject in SUBJECTS:
        if subject.name in asked:
            path = loader.HOME / "en" / "weights" / f"{subject.name}.msgpack"
            path.write_bytes(learn(subject))


if __name__ == "__main__":
    main()
