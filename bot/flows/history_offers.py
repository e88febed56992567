"""What the log shows and the history does not hold yet, offered for a yes or a "not mine". Not a flow.

Nothing of it goes into the history by itself, and what was refused is never asked again.
"""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from bot.content import history_words
from bot.domain import history, journal
from bot.engine import flow, messages
from bot.flows import history_keeping, recent
from bot.flows.turn import Turn
from bot.understanding.history.history_items import Draft

LEAST = 3
"""Times in the last 30 days; fewer may be chance."""
YES, NO, LATER = "yes", "no", "later"
HISTORY = "history"
_NOT_NAMES = frozenset(("usual medicines",))
_DENIED = re.compile(
    r"\b(?:no|not|without|if|isn't|don't have|never|maybe|rule out|ruled out)\s+(?:\w+\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something seen ``count`` times: doses taken of a medicine, days on which a diagnosis was written about."""

    section: history.Section
    name: str
    count: int

    @property
    def key(self) -> str:
        """A short id that a button can carry, the same each time."""
        return hashlib.blake2s(f"{self.section}:{self.name.casefold()}".encode(), digest_size=6).hexdigest()


def open_offers(turn: Turn) -> tuple[Offer, ...]:
    """List what may be offered now: medicines first, then the most often."""
    every = turn.store.history.all()
    return tuple(o for o in seen(turn) if history.find_same(every, o.section, o.name) is None)


def seen(turn: Turn) -> tuple[Offer, ...]:
    """List what the log of the last 30 days shows often enough, whether it is known or not."""
    told = recent.entries(turn)
    taken = Counter(
        m.name for entry in told for m in entry.reading.medications if m.taken and m.name not in _NOT_NAMES
    )
    medicines = [Offer("medicine", name, count) for name, count in taken.most_common() if count >= LEAST]
    return (*medicines, *_diagnoses(told))


def find(turn: Turn, key: str) -> Offer | None:
    """Find the offer a button names; None where it is answered, or no longer seen in the log."""
    return next((offer for offer in open_offers(turn) if offer.key == key), None)


def question(turn: Turn, offer: Offer) -> str:
    """Ask about an offer."""
    return turn.text(f"history-offer-{offer.section}", name=offer.name, count=offer.count)


def buttons(turn: Turn, offer: Offer) -> messages.Buttons:
    """Give the three answers, for a message outside the history."""
    return (
        tuple(
            flow.act(turn.text(f"history-offer.{answer}"), HISTORY, offer.key, answer)
            for answer in (YES, NO, LATER)
        ),
    )


def accept(turn: Turn, offer: Offer) -> tuple[history.Item, ...]:
    """Add what was offered."""
    return history_keeping.keep(turn, (Draft(offer.section, offer.name),))


def after_checkin(turn: Turn) -> tuple[messages.Say, ...]:
    """Offer one thing below the first check-in of a week, and nothing on a foggy day."""
    if turn.patient.energy == "foggy" or not _is_first_of_week(turn):
        return ()
    offer = next(iter(open_offers(turn)), None)
    return (messages.Say(question(turn, offer), buttons=buttons(turn, offer), silent=True),) if offer else ()


def _is_first_of_week(turn: Turn) -> bool:
    monday = turn.midnight(days_ago=turn.local_now.weekday())
    latest = turn.store.journal.latest(2, ("checkin",))
    return len([entry for entry in latest if entry.at >= monday]) == 1


def _diagnoses(told: list[journal.Entry]) -> list[Offer]:
    """Count the days on which each diagnosis was written about, under the name it was most often written by."""
    days: dict[str, set[object]] = {}
    written: dict[str, Counter[str]] = {}
    for entry in told:
        for phrase, words in _named(entry):
            days.setdefault(phrase, set()).add(entry.day)
            written.setdefault(phrase, Counter())[words] += 1
    found = [
        Offer("condition", written[phrase].most_common(1)[0][0], len(on))
        for phrase, on in days.items()
        if len(on) >= LEAST
    ]
    return sorted(found, key=lambda offer: (-offer.count, offer.name))


def _named(entry: journal.Entry) -> list[tuple[str, str]]:
    absent = {symptom.name for symptom in entry.reading.symptoms if symptom.negated}
    found = []
    for sentence in re.split(r"[.!?\n;]+", entry.text):
        if _people().search(sentence):
            continue
        found += [
            (each[0].casefold(), each[0])
            for each in _conditions().finditer(sentence)
            if each[0].casefold() not in absent and not _DENIED.search(sentence[: each.start()].casefold())
        ]
    return found


@cache
def _conditions() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'-])(?:{'|'.join(map(re.escape, history_words.load().conditions))})(?![\w'])", re.IGNORECASE
    )


@cache
def _people() -> re.Pattern[str]:
    words = history_words.load()
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, (*words.relatives, *words.others)))})\b", re.IGNORECASE
    )
