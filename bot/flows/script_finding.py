"""Which scripts fit what a patient describes, best first. Where harm fits best, its scripts and no others.

Harm as a second guess is one tap away: of 485 labelled sentences without harm, 37 have it there and none has it first;
all 25 with harm have it first.

The barriers come from the understanding. Which script of a barrier fits best is told by the words that the
description shares with it; a word that many of them hold says little.
"""

import re
from collections import Counter
from collections.abc import Sequence

from bot.domain import scripts

OFFERED = 3
MEANT_FIRST = frozenset({"gratitude", "want_alliance"})
_STEM = 5
"""Letters that two words share where they are taken as one: "urgent" and "urgently"."""
_NAMED = 3
"""How much more a word of the title says than one of the text."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def in_order(barriers: Sequence[str]) -> list[str]:
    """Put harm first where it fits best, else last: there it is a way of its own beside what is offered."""
    return sorted(barriers, key=lambda each: each == scripts.HARM and not is_harm(barriers))


def offered_now(barriers: Sequence[str]) -> list[str]:
    """Leave out what must not stand beside harm (every other barrier makes an alliance), and harm beside the others.

    Thanks, and help for the clinic, are offered where they were meant before all else: to somebody who was denied, or
    whose trust is gone, they would be a slap as a second guess.
    """
    if is_harm(barriers):
        return [scripts.HARM]
    return [
        each
        for place, each in enumerate(barriers)
        if each != scripts.HARM and not (place and each in MEANT_FIRST)
    ]


def is_harm(barriers: Sequence[str]) -> bool:
    """Tell whether harm is what a description tells of before all else."""
    return tuple(barriers[:1]) == (scripts.HARM,)


def best(catalogue: scripts.Catalogue, barriers: Sequence[str], said: str) -> tuple[scripts.Script, ...]:
    """List the scripts to offer: the best of each barrier in turn, then the next best, at most three."""
    found = [barrier for each in barriers if (barrier := catalogue.barrier(each))]
    ranked = [_ranked(barrier.scripts, said) for barrier in found]
    firsts = [scripts_of[0] for scripts_of in ranked if scripts_of]
    others = [script for scripts_of in ranked for script in scripts_of[1:]]
    return tuple([*firsts, *others][:OFFERED])


def _ranked(candidates: Sequence[scripts.Script], said: str) -> list[scripts.Script]:
    held = {script.id: _stems(_words_of(script)) for script in candidates}
    shared_by = Counter(stem for stems in held.values() for stem in stems)
    wanted = _stems(said)

    def worth(script: scripts.Script) -> float:
        named = _stems(f"{script.id.replace('_', ' ')} {script.title}")
        return sum((_NAMED if stem in named else 1) / shared_by[stem] for stem in held[script.id] & wanted)

    return sorted(candidates, key=worth, reverse=True)


def _words_of(script: scripts.Script) -> str:
    names = [parts[0].text for parts in script.lines.values()]
    return " ".join([script.id.replace("_", " "), script.title, script.going_on, *names, script.foggy])


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())}
