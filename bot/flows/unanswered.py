"""Questions that the bot has no answer to: what is one, and what is said to it. Not a flow.

A tired thumb leaves the question mark out. Who asks whether to go to hospital hears who can tell them, at once.
"""

import re

from bot.domain import journal
from bot.engine import flow, messages
from bot.flows.turn import Turn
from bot.understanding.words import patterns

SHORTEST = 3
"""A question of fewer words ("why me?") is a sigh."""
_IT = r"(?:i|we|you|they|he|she|it|this|that|these|those|there|the|my|anyone|someone|people)"
_HELPS = r"(?:should|shall|can|could|may|will|would|is|are|am)"
_DOES = r"(?:do|does|did|have|has) (?:i|we|you|they|he|she|it|this|that|these|people|anyone|someone)"
_ASKED = (
    r"(?:what|when|where|which|who|why|how)(?: (?:long|much|many|often|bad|else|kind|sort)(?: of)?(?: \w+)?)?"
)
_OPENS = patterns.Pattern(
    rf"^\s*(?:(?:so|and|but|ok|also|hi|hey|please)[\s,]+)*(?:(?:{_ASKED}(?:['\u2019]?s)? )?(?:{_HELPS} {_IT}|{_DOES})"
    rf"|what (?:if|happens)|how long (?:until|before|till|does|do))\b",
    re.IGNORECASE,
)
_SIGH = patterns.Pattern(
    r"\bever (?:end|stop|get better|be over)|\bthe point\b"
    r"|\bwhen (?:will|does) (?:this|it) (?:all )?(?:end|stop|be over)"
    r"|\bwhy (?:me|always me|is (?:this|it) (?:always |happening )|do i (?:even )?bother)",
    re.IGNORECASE,
)
"""Asks nobody anything, and least of all a pharmacist."""
_OF_US = patterns.Pattern(
    r"^\s*(?:(?:hey|hi|ok|please)[\s,]+)*(?:can|could|will|would|do) you\b(?! think)", re.IGNORECASE
)
_TO_HOSPITAL = patterns.Pattern(
    r"\b(?:go|going|get|head|drive|call|calling|ring|ringing|phone|dial|need|bother)\b[^.!?]{0,30}?"
    r"\b(?:er|e\.r\.|ed|a ?(?:&|and|n) ?e|ane|casualty|emergency|hospital|ambulance|999|911|112|111|000|urgent care)\b",
    re.IGNORECASE,
)


def is_one(entry: journal.Entry) -> bool:
    """Tell whether an update asks something: the bot has no answer to it, the next visit may."""
    rated = any(symptom.severity is not None for symptom in entry.reading.symptoms)
    if rated or len(entry.text.split()) < SHORTEST or _SIGH.search(entry.text):
        return False
    return entry.text.rstrip().endswith("?") or bool(_OPENS.match(entry.text))


def added(turn: Turn, entry: journal.Entry, card: messages.Say) -> messages.Say:
    """Add to a card that the bot cannot answer what was asked, who can, and one tap to go there."""
    button: messages.Button | None
    if _OF_US.match(entry.text) and entry.reading.is_empty:
        told, button = "card-question-us", None
    elif _TO_HOSPITAL.search(entry.text):
        told, button = "card-question-urgent", flow.act(turn.text("card-urgent"), "urgent")
    else:
        told, button = "card-question", flow.act(turn.text("card-ask"), "questions", entry.id, "entry")
    rows = (*card.buttons, (button,)) if button else card.buttons
    return messages.Say(f"{card.text}\n{turn.text(told)}", buttons=rows, about=card.about)
