"""Loads the scripts, one file a barrier, and refuses what would fall silent or read wrong when it is needed.

The form is held by types. What types cannot say (a blank nobody fills, an id that stands twice) is checked here and
named by file, line and key, so that somebody who does not program can mend it.
"""

import re
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from bot.content import loader
from bot.domain import errors, scripts

FOLDER = "scripts"
LONGEST_LABEL = 28
"""Characters of a button's label that a narrow phone still shows."""

_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Label = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_LABEL)]
_Id = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{2,31}$")]
"""Short enough to stand in a button's data beside other words (64 bytes in all)."""


class _Checked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of a file. A ValueError raised here comes back from the loader with its file, line and key."""

    def __post_init__(self) -> None:
        """Refuse a blank that nobody would ever fill in."""
        for field, value in msgspec.structs.asdict(self).items():
            for blank in scripts.blanks(value) if isinstance(value, str) else ():
                if blank not in scripts.BLANKS:
                    known = ", ".join(scripts.BLANKS)
                    raise ValueError(f"{field}: there is no blank {{{blank}}}; there are: {known}")


class _Lines(_Checked, frozen=True):
    name: _Text
    feeling: _Text
    alliance: _Text
    ask: _Text


class _HarmLines(_Checked, frozen=True):
    stop: _Text
    leave: _Text
    support: _Text
    record: _Text


class _Tones(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    soft: _Lines
    plain: _Lines
    firm: _Lines


class _HarmTones(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    soft: _HarmLines
    plain: _HarmLines
    firm: _HarmLines


class _Reply(_Checked, frozen=True, rename={"heard": "if"}):
    heard: _Text
    say: _Text


class _Fact(_Checked, frozen=True):
    text: _Text
    source: _Text
    checked: _Text
    region: scripts.Region

    def __post_init__(self) -> None:
        _Checked.__post_init__(self)
        if not re.match(r"https?://\S+\.\S|10\.\d{4,}/\S", self.source):
            raise ValueError("source: give the address it stands at (https://...) or its doi (10....)")
        if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", self.checked):
            raise ValueError('checked: give the month it was looked up, in quotes, like "2026-11"')


class _Script(_Checked, frozen=True, kw_only=True):
    id: _Id
    title: _Label
    moments: Annotated[tuple[scripts.Moment, ...], msgspec.Meta(min_length=1)]
    going_on: _Text
    foggy: _Text
    replies: Annotated[tuple[_Reply, ...], msgspec.Meta(min_length=3)]
    write_down: Annotated[tuple[_Text, ...], msgspec.Meta(min_length=1)]
    opens: scripts.Opens
    facts: tuple[_Fact, ...]


class _AllianceScript(_Script, frozen=True, kw_only=True):
    lines: _Tones


class _HarmScript(_Script, frozen=True, kw_only=True):
    lines: _HarmTones
    safety: Annotated[tuple[_Text, ...], msgspec.Meta(min_length=1, max_length=3)]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    barrier: scripts.BarrierId
    name: _Label
    scripts: Annotated[tuple[_AllianceScript, ...], msgspec.Meta(min_length=1)]


class _HarmFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    barrier: scripts.BarrierId
    name: _Label
    scripts: Annotated[tuple[_HarmScript, ...], msgspec.Meta(min_length=1)]


@cache
def load_scripts(language: str = "en") -> scripts.Catalogue:
    """Load every script of ``language``.

    Raises:
        ContentError: a file is missing or malformed, a blank is not known, a barrier stands in a file of another
            name, or a script's id stands twice.

    """
    folder = loader.HOME / language / FOLDER
    for path in sorted(folder.glob("*.yaml")):
        if not scripts.is_barrier(path.stem):
            raise errors.ContentError(
                _shown(path),
                1,
                "barrier",
                f"there is no barrier {path.stem!r}; the file bears the barrier's id",
            )
    seen: dict[str, str] = {}
    barriers = tuple(_barrier(folder / f"{each}.yaml", each, seen) for each in scripts.BARRIERS)
    return scripts.Catalogue(barriers)


def _barrier(path: Path, barrier_id: scripts.BarrierId, seen: dict[str, str]) -> scripts.Barrier:
    """Load one file; ``seen`` holds the file of each script id that was met so far."""
    file: _File | _HarmFile
    file = loader.load(path, _HarmFile) if barrier_id == scripts.HARM else loader.load(path, _File)
    if file.barrier != barrier_id:
        problem = f"is {file.barrier!r} in the file of {barrier_id!r}; both must be the same"
        raise errors.ContentError(_shown(path), _line(path, "barrier:"), "barrier", problem)
    for number, script in enumerate(file.scripts):
        if script.id in seen:
            problem = (
                f"{script.id!r} stands twice, also in {seen[script.id]}; every script needs an id of its own"
            )
            line = _line(path, f"id: {script.id}", last=True)
            raise errors.ContentError(_shown(path), line, f"scripts[{number}].id", problem)
        seen[script.id] = path.name
    return scripts.Barrier(barrier_id, file.name, tuple(_script(barrier_id, one) for one in file.scripts))


def _script(barrier_id: scripts.BarrierId, one: _AllianceScript | _HarmScript) -> scripts.Script:
    return scripts.Script(
        id=one.id,
        barrier=barrier_id,
        title=one.title,
        moments=one.moments,
        going_on=one.going_on,
        lines={tone: _parts(getattr(one.lines, tone)) for tone in scripts.TONES},
        foggy=one.foggy,
        replies=tuple(scripts.Reply(reply.heard, reply.say) for reply in one.replies),
        write_down=one.write_down,
        opens=one.opens,
        facts=tuple(scripts.Fact(fact.text, fact.source, fact.checked, fact.region) for fact in one.facts),
        safety=one.safety if isinstance(one, _HarmScript) else (),
    )


def _parts(lines: _Lines | _HarmLines) -> tuple[scripts.Part, ...]:
    names = scripts.HARM_PARTS if isinstance(lines, _HarmLines) else scripts.PARTS
    return tuple(scripts.Part(name, getattr(lines, name)) for name in names)


def _shown(path: Path) -> str:
    return f"bot/content/{path.parent.parent.name}/{FOLDER}/{path.name}"


def _line(path: Path, words: str, *, last: bool = False) -> int:
    """Find the line that says ``words``: the first one, or the last."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines, start=1) if words in line]
    return found[-1 if last else 0] if found else 0
