"""What stands in the blanks of a script: what the patient told or logged, and a graceful phrase where nothing is known.

Only what is honestly known is filled in. How many days a symptom was logged says nothing of how long a result is
late, so {days} keeps its phrase, and {weeks} is only ever how long a medicine was tried.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain import history, scripts, shortening
from bot.flows import limits, recent, visit_cards
from bot.flows.turn import Turn

LONGEST = 40
"""Characters of a name that a spoken line still bears."""
_PLACE = re.compile(
    r"\b(?:clinic|hospital|cent(?:er|re)|practice|surgery|medical|health"
    r"|institute)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:i|it|we|they|made|makes|gave|gives|caused|got|had|did|didn't|did not|doesn't|was|wasn't|is"
    r"|isn't|could"
    r"|couldn't|can't|never|not|stopped|too|failed|helped|worked|working|me)\b",
    re.IGNORECASE,
)


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


def known(turn: Turn, told: Told, script: scripts.Script | None = None) -> dict[str, str]:
    """Give what is known for the blanks, by the blank's name.

    What was told comes first, then the history, then the log. Where ``script`` speaks of a medicine that was tried,
    its name, how long and why it stopped come from the ledger, and from one line of it.
    """
    found = {} if told.plain else from_log(turn)
    found |= {"medicine": told.medicine} if told.medicine else {}
    found |= {"symptom": told.symptom} if told.symptom else {}
    if script and not told.plain and _speaks_of_tried(script):
        found |= _tried(turn, told.medicine)
    return found


def from_log(turn: Turn) -> dict[str, str]:
    """Give what the history, the next visit and the log of the last 30 days show."""
    found = {
        "medicine": _taken_now(turn) or _most_taken(turn),
        "symptom": next(iter(recent.symptoms(turn)), ""),
        "limit": limits.most_frequent(turn),
        **_people(turn),
    }
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


def _taken_now(turn: Turn) -> str:
    """Name the one medicine taken now; none where there are several, for a guess may be the wrong one."""
    return _only(history.medicines_now(turn.store.history.all()))


def _people(turn: Turn) -> dict[str, str]:
    """Name the insurer, and the doctor with the clinic, where the history holds one and no other."""
    every = turn.store.history.all()
    carers = history.of_section(every, "care_team", "now")
    found = {"insurer": _only(history.of_section(every, "insurance", "now")), "clinician": _only(carers)}
    if found["clinician"]:
        found["clinic"] = next(
            (part.strip() for part in carers[0].detail.split(",") if _PLACE.search(part)), ""
        )
    return found


def _only(items: tuple[history.Item, ...]) -> str:
    return items[0].name if len(items) == 1 else ""


def _speaks_of_tried(script: scripts.Script) -> bool:
    """Tell whether a script asks how long a medicine was taken, or why it stopped."""
    spoken = [part.text for parts in script.lines.values() for part in parts]
    used = {
        name for text in (*spoken, *(reply.say for reply in script.replies)) for name in scripts.blanks(text)
    }
    return "medicine" in used and bool(used & {"weeks", "reason"})


def _tried(turn: Turn, wanted: str) -> dict[str, str]:
    """Give one line of the ledger: that of the ``wanted`` medicine, else the one of which most is known."""
    ledger = history.tried(turn.store.history.all())
    same = [item for item in ledger if item.name.casefold() == wanted.casefold()]
    best = max(same or ledger, key=lambda i: (bool(i.lasted) + bool(_noun(i.why)), i.added_at), default=None)
    if best is None:
        return {}
    line = {"medicine": best.name, "weeks": best.lasted, "reason": _noun(best.why)}
    return {blank: shortening.shorten(words, LONGEST) for blank, words in line.items() if words}


def _noun(why: str) -> str:
    """Give a reason that can stand as a thing ("brain fog"); a whole clause ("made me dizzy") cannot."""
    return "" if _CLAUSE.search(why) else why
