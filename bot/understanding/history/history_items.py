"""Reads what a patient typed or pasted into a section of their history: one thing a line, or several in one breath.

Names stay in the patient's words; a medicine the vocabulary knows goes by its generic name. Nothing is added that was
not said, and a line that says nothing more is still a name: no words are lost for want of understanding.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.domain import history
from bot.domain.history_words import HistoryWords
from bot.understanding.history import history_medicines, history_parts, history_people
from bot.understanding.updates.updates import UpdateReader
from bot.understanding.words import patterns

MOST = 100
"""Items taken from one message."""
LONGEST = 4_000
"""Characters read of one message; Telegram sends at most 4096."""
LONGEST_NAME = 120
LONGEST_PIECE = 500
"""Characters read of what stands between two commas."""
_BULLET = patterns.Pattern(
    r"^\s*(?:[-*+\N{BULLET}\N{MIDDLE DOT}\N{EN DASH}\N{EM DASH}>]+\s*|\(?\d{1,2}[.)]\s+|[a-h]\)\s+)"
)
_COMMA = patterns.Pattern(r"\s*,(?!\d{3})\s*(?![^()]*\))")
_AND = patterns.Pattern(r"\s+(?:and|&|\+|plus)\s+", re.IGNORECASE)
_OR = patterns.Pattern(r"\s+(?:and|&|\+|plus|or)\s+", re.IGNORECASE)
_LEAD = patterns.Pattern(
    r"^(?:(?:well|so|ok|okay|um|also|and|oh|then)[,\s]+)*(?:(?:i(?:'?ve| have)?(?: also)?(?: got| had"
    r"| have)?|i'?m(?: also)?|i am|my|allergic|diagnosed|dx'?d?|was|been"
    r"|to|with|history of|hx of|allergies?:|conditions?:|please|had|an? allergy to)\s+)+",
    re.IGNORECASE,
)
_SAYS = patterns.Pattern(
    r"\s+(?:which\s+|that\s+|it\s+|i\s+)*(?P<verb>gives?|gave|makes?|made|causes?|caused|gets?|got"
    r"|breaks? out in|broke out in|i get|i got|leads to|with"
    r"|results in)\s+(?:me\s+)?(?P<what>\S.*)$",
    re.IGNORECASE,
)
_RESULT = patterns.Pattern(
    r"^(?P<name>.+?)\s+(?:(?:was|were|is|came back|showed|shows?)\s+)+(?P<detail>\S.*)$"
    r"|^(?P<name2>.+?)\s+(?P<detail2>(?:all\s+)?(?:normal|abnormal|positive|negative|clear|fine"
    r"|inconclusive|high|low))$",
    re.IGNORECASE,
)
_DONT = patterns.Pattern(r"^(?:please\s+)?(?:(?:do not|don'?t|dont|never|no|avoid)\s+)+", re.IGNORECASE)
_BETTER = patterns.Pattern(
    r"\s+(?:help(?:s|ed)?|works?)(?:\s+(?:me|a lot|best|most|well|sometimes))*$", re.IGNORECASE
)
_NONE = patterns.Pattern(
    r"^(?:i\s+)?(?:(?:don'?t|do not|dont)\s+(?:have|take|use|know of)\s+any.*|(?:have\s+)?(?:none"
    r"|nothing|no|nope|nil|n/?a|nka|nkda|zero)(?:\s+(?:that i know of|known|yet|at all|really|so far"
    r"|of these"
    r"|(?:known\s+|drug\s+|food\s+|medicine\s+|medical\s+|other\s+|past\s+)*(?:allerg(?:y|ies)"
    r"|conditions?|medicines?|meds|medications?|operations?|surger(?:y|ies)|devices?|tests?|insurance"
    r"|family history|history)))*"
    r"|never (?:had (?:any|one|an operation|surgery)|any)|not (?:any|that i know of)|not taking (?:any"
    r"|anything).*)[.!]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """One thing told for the history, before it is kept; ``state`` "none" says that there is nothing in the section."""

    section: history.Section
    name: str
    state: history.State = "now"
    detail: str = ""
    why: str = ""
    since: str = ""
    until: str = ""
    lasted: str = ""


@dataclass(frozen=True, slots=True)
class ItemReader:
    """Reads items with one language's words; keeps nothing of what it reads."""

    words: HistoryWords
    updates: UpdateReader

    def read(self, text: str, section: history.Section, *, tried: bool = False) -> tuple[Draft, ...]:
        """Read ``text`` as items of ``section``; with ``tried``, as medicines that were given up."""
        said = _plain(text)[:LONGEST]
        if says_none(said):
            return ()
        found: list[Draft] = []
        for line in said.splitlines():
            found += self._line(line, section, tried=tried)
            if len(found) >= MOST:
                break
        return tuple(_shortened(draft) for draft in found[:MOST] if draft.name)

    def _line(self, line: str, section: history.Section, *, tried: bool) -> Iterator[Draft]:
        line = _BULLET.sub("", line).strip()
        for part in re.split(r"\s*;\s+", line):
            for piece in self._pieces(part, section):
                if section == "medicine":
                    yield from (
                        Draft(
                            "medicine",
                            each.name,
                            each.state,
                            each.detail,
                            each.why,
                            each.since,
                            each.until,
                            each.lasted,
                        )
                        for each in history_medicines.read(self.updates, piece, tried=tried)
                    )
                elif any(letter.isalnum() for letter in piece):
                    yield self._one(piece, section)

    def _pieces(self, line: str, section: history.Section) -> Iterator[str]:
        """Cut a line where a new thing begins; a remark on the last one stays with it."""
        if section == "test" or not line:
            yield from (line,) if line else ()
            return
        pieces: list[str] = []
        for piece in _COMMA.split(line):
            if pieces and (not piece or self._goes_on(piece, section)):
                pieces[-1] = f"{pieces[-1]}, {piece}"
            else:
                pieces.append(piece)
        for piece in pieces:
            yield from self._parted(piece[:LONGEST_PIECE], section)

    def _goes_on(self, piece: str, section: history.Section) -> bool:
        """Tell whether what follows a comma speaks of what stands before it."""
        if history_parts.is_time_only(piece) or history_parts.fails(piece):
            return True
        if section == "medicine":
            return history_medicines.goes_on(self.updates, piece)
        first, words = piece.casefold(), self.words
        if section == "allergy":
            goes_on = history_people.begins(first, words.reactions) or bool(_SAYS.match(f" {first}"))
        elif section in {"care_team", "family"}:
            goes_on = not history_people.is_new(first, words.relatives)
        else:
            goes_on = section == "insurance" or bool(_REMARK.match(first))
        return goes_on

    def _parted(self, piece: str, section: history.Section) -> Iterator[str]:
        """Cut at an "and" between two names of one kind."""
        if section == "family":
            yield from history_people.apart(piece, self.words)
            return
        is_whole = any(phrase in piece.casefold() for phrase in self.words.together)
        if section not in {"allergy", "condition", "device"} or is_whole:
            yield piece
            return
        mark = _OR if section == "allergy" else _AND
        tail: list[str] = []
        for part in mark.split(piece):
            is_name = not (self._goes_on(part, section) or history_parts.is_time_only(part)) if tail else True
            if tail and not is_name:
                tail[-1] = f"{tail[-1]} and {part}"
            else:
                tail.append(part)
        yield from tail

    def _one(self, piece: str, section: history.Section) -> Draft:
        """Read one thing that is no medicine."""
        parts = history_parts.Parts(_LEAD.sub("", piece) if section in _LED else piece)
        if section in {"helps", "avoid"}:
            return _wish(parts.rest, section)
        if section == "care_team":
            name, detail = history_people.carer(parts.rest, self.words)
            return Draft("care_team", name, detail=detail)
        if section == "family":
            name, detail = history_people.relative(parts.rest, self.words)
            return Draft("family", name, detail=detail)
        if section not in {"insurance", "allergy"}:
            history_parts.time_parts(parts)
        elif section == "allergy":
            history_parts.time_parts(parts, bare=False)
        name, detail = self._named(parts, section)
        return Draft(section, name, detail=detail, since=parts.since, until=parts.until, lasted=parts.lasted)

    def _named(self, parts: history_parts.Parts, section: history.Section) -> tuple[str, str]:
        """Part a name from what is said of it: the reaction, the result, the kind."""
        bracket = history_parts.take_bracket(parts)
        name, *more = history_people.DASH.split(parts.rest, maxsplit=1)
        detail = more[0] if more else ""
        if section == "allergy" and not detail:
            name, detail = self._reaction(name)
        elif section == "test" and not detail and (found := _RESULT.match(history_parts.clean(name))):
            name, detail = (
                (found["name"], found["detail"]) if found["name"] else (found["name2"], found["detail2"])
            )
        elif (section == "insurance" and not detail) or (not detail and "," in name):
            name, _, detail = name.partition(",")
        said = [history_parts.clean(words) for words in (detail, bracket)]
        name = history_parts.clean(name)
        if not name:
            name, said = next((words for words in said if words), ""), []
        if section == "allergy":
            name = _allergen(name)
        return name, ", ".join(words for words in said if words)

    def _reaction(self, told: str) -> tuple[str, str]:
        """Part "latex rash" and "latex gives me a rash" into what and what it does."""
        if found := _SAYS.search(told):
            what = re.sub(r"^(?:an?|the|me|in)\s+", "", found["what"], flags=re.IGNORECASE)
            verb = found["verb"].casefold()
            return told[: found.start()], what if verb not in {
                "makes",
                "made",
                "make",
            } else f"{verb} me {what}"
        name, _, more = told.partition(",")
        if more:
            return name, more
        low = told.casefold().rstrip(" .")
        for phrase in self.words.reactions:
            if low.endswith(f" {phrase}"):
                return told[: len(low) - len(phrase)], told[len(low) - len(phrase) :]
        return told, ""


_LED = {"allergy", "condition", "operation", "device", "test", "insurance"}
_REMARK = patterns.Pattern(
    r"(?:diagnosed|dx|since|for|by|from|in|with|which|that|it|suspected|confirmed|mild|moderate|severe"
    r"|stage|grade|type\s|not sure|still|now|on\s|the\s|because|left|right|both|worse|better"
    r"|but|so|no|never|at|was|were|they|all)(?![\w])"
)


def says_none(text: str) -> bool:
    """Tell whether a message says that there is nothing in a section."""
    return bool(_NONE.match(" ".join(_plain(text[:200]).split())))


def _wish(told: str, section: history.Section) -> Draft:
    name, why = history_parts.because(told)
    if section == "helps":
        name = re.sub(r"^(?:an?|the|my)\s+", "", _BETTER.sub("", name), flags=re.IGNORECASE)
        return Draft("helps", history_parts.clean(name), why=why)
    name = _DONT.sub("", name)
    head, comma, tail = name.partition(", ")
    if not why and comma and re.match(r"(?:it|that|this|they)(?:'s)?\s", tail, re.IGNORECASE):
        name, why = head, tail
    return Draft("avoid", history_parts.clean(name) or name.strip(), why=history_parts.clean(why))


def _allergen(name: str) -> str:
    """Drop "allergy" and small words; what somebody is allergic to is never renamed: "sulfa" is no one medicine."""
    return re.sub(
        r"^(?:an?|the|to|taking)\s+|\s+(?:allergy|allergies)$", "", name, flags=re.IGNORECASE
    ).strip()


def _shortened(draft: Draft) -> Draft:
    return replace(
        draft,
        **{
            name: getattr(draft, name)[:LONGEST_NAME].strip()
            for name in ("name", "detail", "why", "since", "until", "lasted")
        },
    )


def _plain(text: str) -> str:
    return (
        text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        .replace("\N{NO-BREAK SPACE}", " ")
        .replace("\0", " ")
    )
