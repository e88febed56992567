"""Loads the phrases by which a rehearsed answer is read, and refuses one that could never be heard."""

import re
from functools import cache
from pathlib import Path

import msgspec

from bot.content import loader
from bot.domain import errors, speech

_FILE = "speech.yaml"
_WORD = r"\w[\w'-]*(?:\|\w[\w'-]*)*"
_PHRASE = re.compile(rf"(?:{_WORD}|\[{_WORD}\]|\*|\.\.\.)(?: (?:{_WORD}|\[{_WORD}\]|\*|\.\.\.))*")
_GAP = "..."


class _Turned(msgspec.Struct, forbid_unknown_fields=True):
    said: str
    instead: str

    def __post_init__(self) -> None:
        """Refuse what cannot be matched, and words that would be lost or come from nowhere."""
        _phrases(self.said)
        if self.said.count(_GAP) != self.instead.count(_GAP) or self.said.count(_GAP) > 1:
            raise ValueError("said and instead: each has the same one ..., or none")


class _File(msgspec.Struct, forbid_unknown_fields=True):
    requests: str
    orders: str
    questions: str
    clear_questions: str
    no_request: str
    joins: str
    tags: str
    activities: str
    not_activities: str
    losses: str
    limits: str
    self_blame: str
    not_self_blame: str
    accusations: str
    kindly: str
    insults: str
    of_oneself: str
    slurs: str
    aimed: str
    hedges: str
    half_hedges: str
    shifts: str
    adding: str
    pointing: str
    fillers: str
    asides: str
    kept_after: str
    soft_in_ask: str
    loose: str
    inverted: str
    lead: str
    cuts: str
    turned: tuple[_Turned, ...]
    straight: tuple[_Turned, ...]


@cache
def load(language: str = "en") -> speech.Phrases:
    """Load the phrases of ``language``.

    Raises:
        ContentError: the file is missing or malformed, or a phrase is not written as `bot.domain.speech` says.

    """
    path = loader.HOME / language / _FILE
    found = msgspec.structs.asdict(loader.load(path, _File))
    turned, straight = (
        tuple(speech.Turned(each.said, each.instead) for each in found.pop(name))
        for name in ("turned", "straight")
    )
    lists = {name: _list(path, name, line) for name, line in found.items()}
    return speech.Phrases(**lists, turned=turned, straight=straight)


def _list(path: Path, name: str, line: str) -> tuple[str, ...]:
    try:
        return _phrases(line)
    except ValueError as problem:
        lines = path.read_text(encoding="utf-8").splitlines()
        number = next((n for n, text in enumerate(lines, start=1) if text.startswith(f"{name}:")), 0)
        shown = f"bot/content/{path.parent.name}/{_FILE}"
        raise errors.ContentError(shown, number, name, str(problem)) from problem


def _phrases(line: str) -> tuple[str, ...]:
    """Split a line at its commas, the longest phrase first."""
    found = {" ".join(phrase.split()) for phrase in line.split(",")} - {""}
    for phrase in sorted(found):
        if phrase != phrase.lower() or not _PHRASE.fullmatch(phrase):
            raise ValueError(f"{phrase!r} is no phrase: small letters, a|b, [a], * and ... between spaces")
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))
