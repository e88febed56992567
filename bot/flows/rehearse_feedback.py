"""What is heard in a rehearsed answer: one thing to do with its reason, and a tighter version where one is safe.

Not a flow. The readers are made when an answer is first heard (170 ms), since many a day nobody rehearses.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from bot.content import speech as phrases
from bot.domain import rehearsals
from bot.flows.turn import Turn
from bot.understanding.speech import speech, speech_advice, speech_tighter


@dataclass(frozen=True, slots=True)
class Heard:
    """What is said about an answer: ``works`` and ``advice`` as they are shown, ``kind`` so that it is said once."""

    asks: bool
    works: str
    advice: str
    kind: speech_advice.Kind
    tighter: str


def asks(text: str) -> bool:
    """Tell whether a spoken answer asks for something."""
    return _reader().read(text).has("ask")


def hear(turn: Turn, text: str, goal: rehearsals.Goal, told: Collection[speech_advice.Kind] = ()) -> Heard:
    """Listen to an answer; what was ``told`` before is not said again."""
    heard = _reader().read(text)
    advice = speech_advice.first_of(heard, turn.patient.energy, goal, told)
    words = advice.span.of(text).strip() if advice.span else ""
    return Heard(
        heard.has("ask"),
        turn.text(advice.works) if advice.works else "",
        turn.text(advice.key, words=words, seconds=advice.seconds),
        advice.kind,
        _tightener().tighter(text) or "",
    )


def works(turn: Turn, text: str) -> str:
    """Say what works in a line that was chosen."""
    key = speech_advice.first_of(_reader().read(text), turn.patient.energy).works
    return turn.text(key) if key else ""


@cache
def _reader() -> speech.SpeechReader:
    return speech.SpeechReader(phrases.load())


@cache
def _tightener() -> speech_tighter.Tightener:
    return speech_tighter.Tightener(_reader())
