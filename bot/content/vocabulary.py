"""Loads the words patients use from the vocabulary folder of a language.

The files are written for people who do not program: the many names of a thing stand on one line, with commas
between them. That is also quick to load, since YAML then reads one value in place of twenty.
"""

import re
from collections.abc import Iterable, Mapping

import msgspec

from bot.content import loader
from bot.domain import errors, vocabulary


class _Symptom(msgspec.Struct, forbid_unknown_fields=True):
    words: str = ""
    of: dict[str, str] = {}
    part: str | None = None
    placed: bool = False
    only_placed: str = ""
    only_denied: str = ""
    only_listed: str = ""
    only_rated: str = ""
    over: str = ""


class _Part(msgspec.Struct, forbid_unknown_fields=True):
    words: str = ""
    pain: str | None = None
    rated: str | None = None


class _Medicine(msgspec.Struct, forbid_unknown_fields=True):
    also: str = ""
    short: str = ""
    strengths: str | float = ""
    unit: str = "mg"
    members: str = ""


class _Severity(msgspec.Struct, forbid_unknown_fields=True):
    range: tuple[int, int]
    words: str


class _Cues(msgspec.Struct, forbid_unknown_fields=True):
    symptoms: dict[str, str]
    medicines: dict[str, str]
    units: dict[str, str]
    circumstances: dict[str, str]
    ratings: dict[str, str]
    small: dict[str, str]
    severities: list[_Severity]
    emoji: dict[str, str]


class _Well(msgspec.Struct, forbid_unknown_fields=True):
    after: str
    before: str
    powers: dict[str, dict[str, str]]


_CONTRACTED = re.compile(r"\b(did|has|was|have|does|were|do|is|are|had|would|could)n't\b")
_SYMPTOM_FILES = (
    "symptoms-body",
    "symptoms-mind",
    "symptoms-gut-and-pelvis",
    "symptoms-skin-and-senses",
    "diagnoses",
)


def load(language: str = "en") -> vocabulary.Vocabulary:
    """Read the vocabulary of ``language``.

    Raises:
        ContentError: a file is missing or wrong; the message names file, line and key.

    """
    folder = loader.HOME / language / "vocabulary"
    symptoms: dict[str, _Symptom] = {}
    for name in _SYMPTOM_FILES:
        found = loader.load(folder / f"{name}.yaml", dict[str, _Symptom])
        for twice in sorted(symptoms.keys() & found.keys()):
            raise errors.ContentError(f"{name}.yaml", 0, twice, "stands in another file of symptoms already")
        symptoms |= found
    parts = loader.load(folder / "body-parts.yaml", dict[str, _Part])
    medicines = loader.load(folder / "medicines.yaml", dict[str, _Medicine])
    cues = loader.load(folder / "cues.yaml", _Cues)
    everyday = loader.load(folder / "everyday-words.yaml", dict[str, str])
    return vocabulary.Vocabulary(
        symptoms=tuple(_symptom(name, entry) for name, entry in symptoms.items()),
        body_parts=tuple(
            vocabulary.BodyPart(name, names(part.words), part.pain, part.rated)
            for name, part in parts.items()
        ),
        medicines=tuple(_medicine(name, entry) for name, entry in medicines.items()),
        severities=tuple(vocabulary.SeverityWord(names(s.words), *s.range) for s in cues.severities),
        cues=vocabulary.Cues(**{key: _spelt_out(ways) for key, ways in _lists(cues.symptoms).items()}),
        medicine_cues=vocabulary.MedicineCues(**_lists(cues.medicines), units=_lists(cues.units)),
        circumstances=vocabulary.CircumstanceCues(**_lists(cues.circumstances)),
        ratings=vocabulary.RatingCues(**_sets(cues.ratings)),
        small=vocabulary.SmallWords(**_sets(cues.small)),
        well=_well(loader.load(folder / "well.yaml", _Well)),
        not_symptoms=names(everyday.pop("not_symptoms", "")),
        everyday=frozenset(word for words in everyday.values() for word in words.split()),
        topics=_sets(loader.load(folder / "topics.yaml", dict[str, str])),
        emoji=_lists(cues.emoji),
    )


def names(line: str) -> tuple[str, ...]:
    """Split a line of names at its commas; empty pieces are left out."""
    return tuple(piece.strip() for piece in line.split(",") if piece.strip())


def _lists(lines: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {key: names(line) for key, line in lines.items()}


def _spelt_out(ways: tuple[str, ...]) -> tuple[str, ...]:
    """Add "has not returned" to "hasn't returned": some write no contractions."""
    whole = (_CONTRACTED.sub(r"\1 not", way) for way in ways if "n't " in way)
    return (*ways, *(way for way in whole if "n't" not in way))


def _sets(lines: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {key: frozenset(line.split()) for key, line in lines.items()}


def _well(entry: _Well) -> vocabulary.WellWords:
    after = names(entry.after)
    powers = {
        symptom: {
            power: tuple(one for said in names(ways) for one in (after if said == "*" else (said,)))
            for things, ways in of.items()
            for power in names(things)
        }
        for symptom, of in entry.powers.items()
    }
    return vocabulary.WellWords(after, names(entry.before), powers)


def _symptom(name: str, entry: _Symptom) -> vocabulary.SymptomTerm:
    return vocabulary.SymptomTerm(
        name=name,
        words=tuple(_expanded(names(entry.words))),
        of=_said_of(entry.of),
        body_part=entry.part,
        placed=entry.placed,
        only_placed=names(entry.only_placed),
        only_denied=names(entry.only_denied),
        only_listed=names(entry.only_listed),
        only_rated=names(entry.only_rated),
        over=names(entry.over),
    )


def _said_of(lines: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Give what is said of each thing; a thing may stand in several lines, and has what all of them say."""
    found: dict[str, tuple[str, ...]] = {}
    for things, line in lines.items():
        said = names(line)
        for thing in names(things):
            found[thing] = found.get(thing, ()) + said
    return found


_UNABLE = (
    "can't", "cannot", "can not", "couldn't", "could not", "unable to", "not able to", "wasn't able to",
    "trouble", "hard to", "difficulty", "hard time", "struggling to", "struggled to", "struggle to", "problems",
    "barely", "could barely", "can barely", "can hardly", "hardly able to", "inability to", "difficult to",
    "impossible to", "issues", "tough to", "not being able to", "haven't been able to", "problem",
    "can no longer", "no longer able to",
)  # fmt: skip
"""What ``{unable}`` stands for in a line of names."""


_LACK = (
    "no", "lack of", "loss of", "lost", "lost my", "decreased", "decrease in", "reduced", "low", "lower", "zero",
    "non existent", "nonexistent", "poor", "diminished", "less", "little", "very little", "lost all", "lack of any",
)  # fmt: skip
"""What ``{lack}`` stands for in a line of names."""
_MACROS = {"{unable}": _UNABLE, "{lack}": _LACK}


def _expanded(phrases: Iterable[str]) -> Iterable[str]:
    for phrase in phrases:
        macro, _, rest = phrase.partition(" ")
        if macro in _MACROS:
            yield from (f"{way} {rest}" for way in _MACROS[macro])
        else:
            yield phrase


def _medicine(name: str, entry: _Medicine) -> vocabulary.Medicine:
    strengths = tuple(float(number) for number in str(entry.strengths).split())
    also, short, members = names(entry.also), names(entry.short), names(entry.members)
    return vocabulary.Medicine(name, also, short, strengths, entry.unit, members)
