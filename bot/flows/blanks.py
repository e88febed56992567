"""What stands in the blanks of a script: what the patient told or logged, and a graceful phrase where nothing is known.

Only what is honestly known is filled in. How many days a symptom was logged says nothing of how long a result is
late, so {days} and {weeks} keep their phrase.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain import scripts, shortening
from bot.flows import recent, visit_cards
from bot.flows.turn import Turn

LONGEST = 40
"""Characters of a name that a spoken line still bears."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the patient said this is about; it comes before what the log shows.

    ``plain``: nothing is to be taken from the log, the graceful phrases stand everywhere.
    """

    medicine: str = ""
    symptom: str = ""
    plain: bool = False


def told_in(turn: Turn, text: str) -> Told:
    """Read from a description which medicine and which symptom it is about."""
    reading = turn.reads.update(text)
    medicine = next((m.name for m in reading.medications), "")
    symptom = next((s.name for s in reading.symptoms if not s.negated), "")
    return Told(medicine, symptom)


def known(turn: Turn, told: Told) -> dict[str, str]:
    """Give what is known for the blanks, by the blank's name."""
    found = {} if told.plain else from_log(turn)
    found |= {"medicine": told.medicine} if told.medicine else {}
    found |= {"symptom": told.symptom} if told.symptom else {}
    return found


def from_log(turn: Turn) -> dict[str, str]:
    """Give what the log and the next visit show: the medicine and the symptom logged most in the last 30 days."""
    found = {"medicine": _most_taken(turn), "symptom": next(iter(recent.symptoms(turn)), "")}
    visit = next(iter(visit_cards.at_hand(turn)), None)
    if visit:
        name = visit.with_whom.partition("(")[0].strip()
        found["clinician"] = name if name[:1].isupper() else ""
        found["clinic"] = visit.where
    return {blank: shortening.shorten(words, LONGEST) for blank, words in found.items() if words}


def phrases(turn: Turn) -> Mapping[str, str]:
    """Give the phrase for each blank of which nothing is known."""
    return {blank: str(turn.text(key)) for blank, key in scripts.BLANKS.items()}


def _most_taken(turn: Turn) -> str:
    """Name the medicine taken most often lately; none where two are level, for a guess may be the wrong one."""
    taken = Counter(m.name for entry in recent.entries(turn) for m in entry.reading.medications if m.taken)
    first, second = [*taken.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > second[1] else ""
