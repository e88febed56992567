"""Loads what the recognition of alarm, barriers and urgent numbers rests on, and checks that it hangs together.

A rule that names a concept nobody wrote would be silent for ever; it is refused here instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.content import loader
from bot.domain import errors, recognition, urgent

_RED_FLAGS, _SITUATIONS = "red_flags.yaml", "situations.yaml"


@dataclass(frozen=True, slots=True)
class _RedFlagsFile:
    """The form of ``red_flags.yaml``; a concept's phrases are one text, which is read five times as fast."""

    concepts: dict[str, str]
    joined: dict[str, recognition.Joined]
    measures: tuple[recognition.Measure, ...]
    rules: tuple[recognition.AlertRule, ...]


@dataclass(frozen=True, slots=True)
class _SituationsFile:
    """The form of ``situations.yaml``."""

    concepts: dict[str, str]
    joined: dict[str, recognition.Joined]
    barriers: tuple[recognition.SituationCues, ...]
    threshold: float = 1.0


@dataclass(frozen=True, slots=True)
class _SpeechFile:
    """The form of ``cue_speech.yaml``."""

    same: dict[str, str]
    fillers: str
    breaks: str
    thoughts: str
    not_typos: str
    numbers: dict[str, float]
    context: dict[str, str]


@cache
def load_red_flags(language: str = "en") -> recognition.RedFlags:
    """Load the rules for emergencies and crises.

    Raises:
        ContentError: a file is missing or malformed, or a rule names a concept that does not exist.

    """
    path = loader.HOME / language / _RED_FLAGS
    content = loader.load(path, _RedFlagsFile)
    known = {
        *content.concepts,
        *content.joined,
        *(band.concept for m in content.measures for band in m.bands),
    }
    _check_joined(path, content.joined, known)
    for rule in content.rules:
        used = (*rule.when, *rule.soft, *rule.unless)
        _check(path, f"rules.{rule.id}", used, known)
    for measure in content.measures:
        _check(path, f"measures.{measure.named}", (measure.named,), known)
    return recognition.RedFlags(
        _all_phrases(content.concepts), content.joined, content.measures, content.rules, load_speech(language)
    )


@cache
def load_situations(language: str = "en") -> recognition.Situations:
    """Load the cues that speak for each barrier.

    Raises:
        ContentError: a file is missing or malformed, or a cue names a concept that does not exist.

    """
    path = loader.HOME / language / _SITUATIONS
    content = loader.load(path, _SituationsFile)
    known = {*content.concepts, *content.joined}
    _check_joined(path, content.joined, known)
    for barrier in content.barriers:
        _check(path, f"barriers.{barrier.id}", (*(cue.when for cue in barrier.cues), *barrier.unless), known)
    return recognition.Situations(
        _all_phrases(content.concepts),
        content.joined,
        content.barriers,
        load_speech(language),
        content.threshold,
    )


@cache
def load_urgent_numbers(language: str = "en") -> urgent.UrgentNumbers:
    """Load the numbers to call, by country.

    Raises:
        ContentError: the file is missing or malformed.

    """
    return loader.load(loader.HOME / language / "urgent_numbers.yaml", urgent.UrgentNumbers)


@cache
def load_speech(language: str = "en") -> recognition.Speech:
    """Load how the language denies, asks, tells of the past and of others.

    Raises:
        ContentError: the file is missing or malformed.

    """
    content = loader.load(loader.HOME / language / "cue_speech.yaml", _SpeechFile)
    return recognition.Speech(
        content.same,
        _phrases(content.fillers),
        _phrases(content.breaks),
        _phrases(content.thoughts),
        _phrases(content.not_typos),
        content.numbers,
        _all_phrases(content.context),
    )


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase for part in text.split(",") if (phrase := part.strip()))


def _all_phrases(texts: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: _phrases(text) for name, text in texts.items()}


def _check_joined(path: Path, joined: dict[str, recognition.Joined], known: set[str]) -> None:
    for name, one in joined.items():
        _check(path, f"joined.{name}", one.of, known)


def _check(path: Path, key: str, lines: Iterable[str], known: set[str]) -> None:
    for line in lines:
        for term in line.split():
            for name in term.split("|"):
                if name.removeprefix("^") not in known:
                    shown = f"bot/content/{path.parent.name}/{path.name}"
                    raise errors.ContentError(
                        shown, 0, key, f"there is no concept {name!r}; add it or mend the name"
                    )
