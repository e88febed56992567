"""What was typed at a question that describes nothing the question is about: it goes where it belongs. Not a flow.

An update is kept and the question stands again below its card; a visit, a reminder, a correction or a thank-you
leaves for its own flow.
"""

import re
from collections.abc import Callable
from functools import wraps

from bot.domain import readings
from bot.engine import events, flow, inputs
from bot.flows import cards, entries, rehearse_feedback, routing, words_request
from bot.flows.turn import Turn
from bot.understanding.words import patterns

_NUMBER = patterns.Pattern(r"\d")
_ASK = patterns.Pattern(r"\bask", re.IGNORECASE)
Answer = Callable[[Turn, inputs.Answer], flow.Next]
"""What a step does with an answer."""

ELSEWHERE = (
    "remind_me",
    "reminders",
    "visits",
    "summary",
    "cases",
    "questions",
    "undo_update",
    "fix_update",
    "settings",
    "trusted",
    "energy",
    "urgent",
    "help",
    "add_visit",
    "correct_update",
    "small_talk",
    "say",
    "why",
    "rehearse",
    "history",
    "open_case",
    "log_call",
    "find",
    "trends",
    "show_phone",
    "after",
    "take_code",
)
"""The flows it may leave for: all that the router leads a text to (a test holds them to it)."""


def aside(turn: Turn, asked_by: str, step: str) -> flow.Next | None:
    """Say where the turn's message leads; None where it means nothing but to the flow that asked at ``step``."""
    route = routing.route(turn) if isinstance(turn.event, events.Text) else None
    if route is None or route.flow == asked_by:
        return None
    if route.flow != "quick_update":
        return flow.Switch(route.flow, route.subject) if route.flow in ELSEWHERE else None
    entry = entries.entry_of(turn)
    if entry.reading.is_empty:
        return None
    return flow.Goto(step, (cards.card(turn, turn.store.journal.add(entry)),))


def asked_of_us(turn: Turn, flows: tuple[str, ...]) -> flow.Switch | None:
    """Say which of ``flows`` the turn's message plainly asks for; what is itself a question, or to be asked, for none.

    Where anything may be typed, as into a list of questions, "remind me to take my tablets at 9pm" still is none.
    """
    text = turn.event.text if isinstance(turn.event, events.Text) else ""
    if not text or "?" in text or _ASK.search(text):
        return None
    route = routing.route(turn)
    return flow.Switch(route.flow, route.subject) if route and route.certain and route.flow in flows else None


def step(  # noqa: PLR0913  what `flow.Flow.step` takes, and the flow
    asking: flow.Flow[Turn],
    name: str,
    accepts: inputs.Accepts,
    *,
    to: tuple[str, ...],
    ask: Callable[[Turn], flow.Prompt] | None = None,
    skip: str | None = None,
) -> Callable[[Answer], Answer]:
    """Declare a step that asks for a name, a day or a number: what says how it is goes to the log, and it asks again.

    Whoever types "migraine 8, took suma" at "With whom?" is telling how they are: no doctor is called that.
    """

    def declare(answers: Answer) -> Answer:
        @asking.step(name, accepts, to=(name, *to), ask=ask, skip=skip)
        @wraps(answers)
        def answered(turn: Turn, answer: inputs.Answer) -> flow.Next:
            return (None if answer.choice else _update(turn, name)) or answers(turn, answer)

        return answered

    return declare


def _update(turn: Turn, step: str) -> flow.Goto | None:
    text = turn.event.text if isinstance(turn.event, events.Text) else ""
    if not text or not _says_how_it_is(text, turn.reads.update(text)):
        return None
    if rehearse_feedback.asks(text) or words_request.speaks_to_somebody(text):
        return None
    route = routing.route(turn)
    if route is None or route.flow != "quick_update":
        return None
    turn.answers.pop(step, None)
    return flow.Goto(step, (cards.card(turn, turn.store.journal.add(entries.entry_of(turn))),))


def _says_how_it_is(text: str, said: readings.UpdateReading) -> bool:
    """Tell whether a symptom is rated, or named beside what was taken or slept, or how long the night was.

    A bare "took suma" may be an answer.
    """
    present = [symptom for symptom in said.symptoms if not symptom.negated]
    told = bool(said.sleep) or any(medicine.status != "mentioned" for medicine in said.medications)
    slept = bool(said.sleep and _NUMBER.search(text))
    return slept or any(symptom.severity is not None for symptom in present) or (told and bool(present))
