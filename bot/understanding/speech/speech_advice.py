"""Chooses the one piece of feedback that matters most, and what to say first that works.

The words stand in `rehearse.ftl`; here is only which. A tired person gets fewer kinds: on a foggy day only what would
keep the answer from being heard.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

from bot.domain import patients, rehearsals, speech
from bot.understanding.speech.speech import Feedback
from bot.understanding.speech.speech_phrases import Span

Kind = Literal[
    "insult",
    "accusation",
    "no_ask",
    "two_things",
    "long",
    "self_blame",
    "hedges",
    "no_function",
    "well",
]
"""In the order of what matters: what closes ears, what gives nothing to answer, what gets lost, what makes small."""
KINDS: tuple[Kind, ...] = get_args(Kind)
_PASSED_OVER: dict[patients.Energy, frozenset[Kind]] = {
    "full": frozenset(),
    "low": frozenset({"hedges", "no_function"}),
    "foggy": frozenset({"self_blame", "hedges", "no_function", "two_things"}),
}
_NAMES_LIFE: frozenset[rehearsals.Goal | None] = frozenset({"name_function", None})
"""Where a word about what life is like would help; None is an answer to no turn of ours."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What works (a wording key, None where there is nothing yet), then one thing with its reason (the other key).

    ``span`` is where it rests in the answer; None where it rests on what is missing. ``seconds`` is rounded up.
    """

    kind: Kind
    works: str | None
    key: str
    span: Span | None
    seconds: int


def first_of(
    feedback: Feedback,
    energy: patients.Energy,
    goal: rehearsals.Goal | None = None,
    told: Collection[Kind] = (),
) -> Advice:
    """Give one piece of feedback; the kinds in ``told`` were said before and aren't said again.

    An insult or an accusation is never passed over for energy, as it may be all that is heard.
    """
    passed = {*told, *_PASSED_OVER[energy]}
    kind = next(kind for kind in KINDS if kind not in passed - {"well"} and _applies(kind, feedback, goal))
    found = feedback.first(kind) if kind in speech.KINDS else None
    return Advice(
        kind,
        _works(feedback),
        f"rehearse-advice-{kind.replace('_', '-')}",
        found.span if found else None,
        -int(-feedback.seconds // 1),
    )


def _applies(kind: Kind, feedback: Feedback, goal: rehearsals.Goal | None) -> bool:
    if kind == "no_ask":
        return not feedback.has("ask")
    if kind == "no_function":
        return goal in _NAMES_LIFE and not feedback.has("function")
    return kind == "well" or feedback.has(kind)


def _works(feedback: Feedback) -> str | None:
    asks, tells = feedback.has("ask"), feedback.has("function")
    if asks and tells:
        return "rehearse-works-both"
    if asks:
        return "rehearse-works-ask"
    if tells:
        return "rehearse-works-function"
    return None if feedback.has("long") else "rehearse-works-short"
