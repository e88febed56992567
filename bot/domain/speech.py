"""The words by which a spoken answer is read: what `content` loads and `understanding` listens with.

A phrase is words in small letters. ``a|b`` is either word, ``[a]`` a word that may be missing, ``*`` up to three
words of any kind, and ``...`` up to three that a turned phrase takes over.
"""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["ask", "function", "self_blame", "accusation", "two_things", "insult", "hedges", "long"]
"""What can be heard in an answer. The first two work well, the others stand in the way."""
KINDS: tuple[Kind, ...] = get_args(Kind)

LONGEST_SECONDS = 12.0
"""What can be said in one go: patients are interrupted after a median of 11 seconds (pubmed 29968051)."""
WORDS_A_MINUTE = 150
"""An easy pace of speech."""


@dataclass(frozen=True, slots=True)
class Turned:
    """An accusation or a long way round, and the plain words that say it without."""

    said: str
    instead: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's phrases, by what they show.

    Asking: ``requests`` stand anywhere, ``orders`` and ``questions`` where a clause begins, after one of ``joins`` or a
    comma (``questions`` only with a question mark or at the front, ``clear_questions`` without); ``no_request`` only
    looks like one, and one of ``tags`` at its end makes a question none. ``shifts`` go over to another matter;
    ``adding`` words put a second request beside the first, ``pointing`` words tie it to the first.

    Life: ``limits`` tell of it by themselves; ``losses`` near one of ``activities``, save ``not_activities``.

    What stands in the way: ``not_self_blame`` and ``kindly`` look like ``self_blame`` and ``accusations`` and are none.
    ``insults`` are names, unless said ``of_oneself``; ``slurs`` hurt only right after ``aimed``. ``hedges`` weigh one
    and ``half_hedges`` half.

    Leaving out: ``fillers`` anywhere, ``asides`` where commas set them apart, ``soft_in_ask`` only from a request, as
    elsewhere they may carry a doubt that is a fact; none after ``kept_after``.

    Writing anew: ``loose`` openings lean on the sentence before. A sentence may be cut at ``cuts``, and ``lead`` words
    go from its front. ``turned`` says a whole clause plainly, ``straight`` the beginning of a request; ``inverted``
    words open what gets a question mark.
    """

    requests: tuple[str, ...]
    orders: tuple[str, ...]
    questions: tuple[str, ...]
    clear_questions: tuple[str, ...]
    no_request: tuple[str, ...]
    joins: tuple[str, ...]
    tags: tuple[str, ...]
    activities: tuple[str, ...]
    not_activities: tuple[str, ...]
    losses: tuple[str, ...]
    limits: tuple[str, ...]
    self_blame: tuple[str, ...]
    not_self_blame: tuple[str, ...]
    accusations: tuple[str, ...]
    kindly: tuple[str, ...]
    insults: tuple[str, ...]
    of_oneself: tuple[str, ...]
    slurs: tuple[str, ...]
    aimed: tuple[str, ...]
    hedges: tuple[str, ...]
    half_hedges: tuple[str, ...]
    shifts: tuple[str, ...]
    adding: tuple[str, ...]
    pointing: tuple[str, ...]
    fillers: tuple[str, ...]
    asides: tuple[str, ...]
    kept_after: tuple[str, ...]
    soft_in_ask: tuple[str, ...]
    loose: tuple[str, ...]
    inverted: tuple[str, ...]
    lead: tuple[str, ...]
    cuts: tuple[str, ...]
    turned: tuple[Turned, ...]
    straight: tuple[Turned, ...]
