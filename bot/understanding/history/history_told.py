"""Finds in an ordinary message what belongs into the standing history: "I'm allergic to penicillin", "I stopped ...".

Only what the writer says of themselves and as a fact counts. A question, an "if", a plan, somebody"
    " else's illness, a
dose that was missed and a pause of a few days change nothing; where it is not clear, nothing is changed either.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from bot.domain import history
from bot.domain.history_words import HistoryWords
from bot.understanding.history import history_frames as frames
from bot.understanding.history import history_items, history_medicines, history_parts
from bot.understanding.history.history_items import Draft
from bot.understanding.words import gates, patterns

LONGEST = 1_500
"""Characters of a message that are looked through; a longer one tells a story that the journal keeps."""
_LONGEST_CLAUSE = 300
_NO_NAMES = frozenset(("usual medicines",))
"""What the vocabulary calls "my meds": no name for a list."""

_TOLD = gates.Gate(
    (
        " to stop", "stopped", "quit", "came off", "went off", "gone off", "gave up", "discontinued", "ditched",
        "tapered off", "weaned", "got off", "m off", "no longer", " me off", "taken off", "tried", "used to take",
        "used to be on", "was on", "been on", "start", "began", "went on", "put me", "put on", "prescribed", " me on",
        "moved me", "wrote me", "gave me", " im on", " i am on", "im now", "i am now", "im current", "i am current",
        "im still", "i am still", "im back", "i am back", "im taking", "i am taking", "i now take", "i take ",
        "upped", "increased", "raised", "lowered", "reduced", "cut my", "cut the", "decreased", "changed", "doubled",
        "bumped", "switched", "allerg", "anaphylactic", "nkda", "take any", "on any", "taking any", "never had",
        "diagnos", "dxd", "dx d", "confirmed", "i have", "i ve", "ive ", "i also have", "surger", "operation", " out ",
        "removed", "replace", "transplant", "fusion", "bypass", "ectomy", "plasty", "c section", " is dr ",
        " is doctor ", " is prof ", " is nurse ", " is my ", " is now my ", "insurance is ", "insurer is ", "plan is ",
        "company is ", "family history", "in my family", "i use", "i wear", "i got", "i just got", "i now", "please",
        " helps",
    )
)  # fmt: skip
_TOOK = gates.Gate(("took",))
_LONG = gates.Gate(("week", "wk", "month", "mo ", "mos ", "mth", "year", "yr", "decade"))
"""What was taken once is a dose; what was taken over weeks has been tried (`history_frames.WEEKS`, in a told span)."""


def may_tell(said: str) -> bool:
    """Tell whether a message, made `gates.plain`, may tell anything for the history."""
    return _TOLD.opens(said) or (_TOOK.opens(said) and _LONG.opens(said))


@dataclass(frozen=True, slots=True)
class ToldReader:
    """Reads loose messages with one language's words; keeps nothing of what it reads."""

    words: HistoryWords
    items: history_items.ItemReader

    def find(self, text: str, taken: Iterable[str] = ()) -> tuple[Draft, ...]:
        """Find what ``text`` tells for the history; ``taken`` are names of medicines the patient told before."""
        known = frozenset(name.casefold() for name in taken)
        found: dict[tuple[str, str], Draft] = {}
        for told in _sentences(text):
            sentence = told[:_LONGEST_CLAUSE]
            clauses = [clause.strip() for clause in frames.CLAUSE.split(sentence) if clause.strip()]
            for clause in clauses:
                for draft in self._clause(clause, sentence, known):
                    found.setdefault((draft.section, draft.name.casefold()), draft)
        return tuple(found.values())

    def medicines(self, text: str) -> tuple[Draft, ...]:
        """Read a bare list, typed where a history is told; empty where a name in it is no known medicine."""
        drafts = tuple(self.items.read(text, "medicine"))
        known = all(history_medicines.known_in(self.items.updates, draft.name) for draft in drafts)
        plain = all(not draft.detail or re.search(r"\d", draft.detail) for draft in drafts)
        return drafts if known and plain else ()  # "penicillin - hives" is no medicine that is taken

    def _clause(self, clause: str, sentence: str, known: frozenset[str]) -> Iterator[Draft]:
        readers: tuple[Callable[[str], Iterator[Draft]], ...] = (
            self._nothing,
            self._allergies,
            self._conditions,
            self._around,
            self._wishes,
        )
        for read in readers:
            found = list(read(clause))
            if found:
                yield from found
                return
        yield from self._medicines(clause, sentence, known)

    def _nothing(self, clause: str) -> Iterator[Draft]:
        nones: tuple[tuple[patterns.Pattern, history.Section], ...] = (
            (frames.NO_ALLERGIES, "allergy"),
            (frames.NO_MEDICINES, "medicine"),
            (frames.NO_OPERATIONS, "operation"),
        )
        for pattern, section in nones:
            found = pattern.search(clause)
            if found and self._is_own(clause[: found.start()]):
                yield Draft(section, "", "none")

    def _allergies(self, clause: str) -> Iterator[Draft]:
        for pattern in (frames.ALLERGIC, frames.ALLERGY):
            found = pattern.match(clause)
            if not found or not self._is_own(found["lead"]):
                continue
            told = frames.DRUG_CONTEXT.sub("", found["x"] or found.groupdict().get("y") or "")
            yield from (d for d in self.items.read(told, "allergy") if not frames.VAGUE.match(d.name))
            return

    def _conditions(self, clause: str) -> Iterator[Draft]:
        found = frames.DIAGNOSED.search(clause)
        if found:
            if self._is_own(clause[: found.start()]) and not frames.HEDGED.search(
                found[0][: -len(found["x"])]
            ):
                told = re.sub(r"\s+(?:by|so|but|which|after|because)\s+.*$", "", found["x"])
                yield from (d for d in self.items.read(told, "condition") if not frames.VAGUE.match(d.name))
            return
        have = frames.HAVE.match(clause)
        if have and not frames.HEDGED.search(have["x"]):
            yield from (d for d in self.items.read(have["x"], "condition") if self._is_diagnosis(d))

    def _is_diagnosis(self, draft: Draft) -> bool:
        """Believe "I have ..." only for a diagnosis that is no everyday word for how one feels."""
        name = draft.name.casefold()
        if draft.since.casefold() in {"today", "yesterday"}:
            return False
        return name in self.words.conditions and not self.items.updates.read(draft.name).symptoms

    def _around(self, clause: str) -> Iterator[Draft]:
        """Find operations, devices, people and insurance."""
        if (found := frames.OPERATED.match(clause)) and history_parts.has_time(found["x"]):
            if not frames.NOT_OPERATED.search(found["x"]):
                yield from self.items.read(found["x"], "operation")
        elif found := frames.CARER.match(clause):
            role, name = (found["role"], found["x"]) if found["role"] else (found["role2"], found["y"])
            if role.casefold().removeprefix("new ") in self.words.clinicians:
                yield from self.items.read(f"{name}, {role}", "care_team")
        elif found := frames.INSURED.match(clause):
            yield from self.items.read(found["x"], "insurance")
        elif found := frames.FAMILY.search(clause):
            if self._is_own(clause[: found.start()]):
                yield from self.items.read(found["x"] or found["y"], "family")
        elif found := frames.DEVICE.search(clause):
            told = found["x"].casefold()
            named = next((d for d in self.words.devices if re.match(rf"{re.escape(d)}(?![\w-])", told)), "")
            if named and self._is_own(clause[: found.start()]):
                parts = history_parts.Parts(found["x"][len(named) :])
                history_parts.time_parts(parts)
                yield Draft("device", found["x"][: len(named)], since=parts.since)

    def _wishes(self, clause: str) -> Iterator[Draft]:
        found = frames.AVOID.match(clause)
        if found and not any(
            re.match(rf"{re.escape(w)}(?![\w])", found["x"].casefold()) for w in self.words.not_avoided
        ):
            yield from self.items.read(found["x"].rstrip(".!"), "avoid")
        elif found := frames.HELPS.match(clause):
            yield from self.items.read(found["x"], "helps")

    def _medicines(self, clause: str, sentence: str, known: frozenset[str]) -> Iterator[Draft]:
        if found := frames.SWITCHED.search(clause):
            if self._is_said(clause, found):
                if found["old"]:
                    yield from self._of_medicine(found["old"], known, tried=True)
                yield from self._of_medicine(_unfollowed(found["x"]), known)
            return
        for pattern in (frames.STOPPED, frames.DOCTOR_STOPPED, frames.OFF, frames.WAS_STOPPED):
            found = pattern.search(clause)
            over = list(self._stopped(found["x"], known)) if found and self._is_said(clause, found) else []
            if over:
                yield from over
                return
        found = frames.TRIED.search(sentence)
        if found and self._is_said(sentence, found):
            yield from self._tried(found[0], found["x"], known)
        for pattern in (frames.PUT_ON, frames.WAS_PUT, frames.CHANGED, frames.DAILY, frames.STARTED):
            found = pattern.search(clause)
            if not found or not self._is_said(clause, found) or frames.COURSE.match(found["x"]):
                continue
            if not frames.NOT_BEGUN.search(sentence):
                started = self._of_medicine(_unfollowed(found["x"]), known)
                yield from (d for d in started if d.state == "now")
            return

    def _stopped(self, told: str, known: frozenset[str]) -> Iterator[Draft]:
        head = history_parts.because(told)[0]
        if frames.PAUSED.search(head) or frames.DOING.search(head):
            return
        yield from self._of_medicine(self._with_reason(told), known, tried=True)

    def _with_reason(self, told: str) -> str:
        """Read "amitriptyline, weight gain" as the reason it stopped: what follows the comma is no medicine."""
        head, comma, tail = told.partition(", ")
        is_reason = comma and not history_medicines.goes_on(self.items.updates, tail)
        if (
            not is_reason
            or history_medicines.known_in(self.items.updates, tail)
            or history_parts.is_time_only(tail)
        ):
            return told
        return f"{head}, because {tail}"

    def _tried(self, whole: str, told: str, known: frozenset[str]) -> Iterator[Draft]:
        """Take "tried" and "was on" where weeks of it or its end are told: one tablet tried today is a dose."""
        over = bool(re.search(r"\b(?:used to|was on)\b", whole, re.IGNORECASE))
        for draft in self._of_medicine(told, known, tried=True):
            stops = bool(re.search(r"\b(?:stopped|quit|came off|taken off)\b", told, re.IGNORECASE))
            if (
                over
                or (draft.lasted and frames.WEEKS.search(draft.lasted))
                or (stops and not re.search(r"\btook\b", whole))
            ):
                yield draft

    def _of_medicine(self, told: str, known: frozenset[str], *, tried: bool = False) -> Iterator[Draft]:
        """Read medicines; only names that the vocabulary or the patient's own history knows count."""
        for draft in self.items.read(told, "medicine", tried=tried):
            is_known = bool(history_medicines.known_in(self.items.updates, draft.name))
            if draft.name in _NO_NAMES:
                continue
            if is_known or draft.name.casefold() in known:
                yield replace(draft, detail=re.sub(r"^(?:dose|to|from)\s+(?:to\s+)?", "", draft.detail))

    def _is_said(self, clause: str, found: re.Match[str]) -> bool:
        """Tell whether a frame is stated as a fact of the writer: nothing before it and nothing in it hedges."""
        frame = found[0][: -len(found["x"])] if found["x"] else found[0]
        frame = re.sub(r"\bno longer\b", "", frame)
        return (
            self._is_own(clause[: found.start()])
            and not frames.HEDGED.search(frame)
            and not self._is_others(found["x"])
        )

    def _is_others(self, told: str) -> bool:
        """Tell whose medicine it is: "stopped my son's ritalin" is not the writer's."""
        first = " ".join(told.casefold().split()[:2])
        return bool(
            re.match(rf"(?:my\s+)?(?:{self._people()})(?:'s|s')", first)
            or re.match(r"(?:his|her|their)\s", first)
        )

    def _is_own(self, lead: str) -> bool:
        """Tell whether what stands before a frame leaves it the writer's own and a fact."""
        if frames.HEDGED.search(lead) or re.search(rf"\b(?:{self._people()})\b", lead, re.IGNORECASE):
            return False
        return bool(frames.FILLER.match(lead)) or lead.rstrip().endswith(
            (",", ":", "-", " and", " but", " so")
        )

    def _people(self) -> str:
        return "|".join(re.escape(word) for word in (*self.words.relatives, *self.words.others))


def _unfollowed(told: str) -> str:
    """Cut off what happened next."""
    return re.sub(
        r"\s+(?:but|so|which|because|after|when|since (?=i|my)|on top of|and (?=the\s|it\s|my\s|now\s))\s?.*$"
        r"|,\s*(?=i\s|it\s|hope|so\s|but\s|now\s).*$",
        "",
        told,
        flags=re.IGNORECASE,
    )


def _sentences(text: str) -> Iterator[str]:
    """Give the sentences that state something; one that asks is left out."""
    said = text[:LONGEST].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    said = re.sub(r"\b([Ii])(m|ve)\b", r"\1'\2", said)
    for found in frames.SENTENCE.finditer(said):
        sentence = found[0].strip()
        if sentence and "?" not in sentence:
            yield " ".join(sentence.rstrip(".!;\n ").split())
