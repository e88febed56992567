"""Decides how a mention stands: meant, here and now, or denied, long past, only asked, told of others, a figure.

The whole difference between an alarm and crying wolf. Every decision rests on phrases from the content and on
where they stand to the mention: nothing here knows any illness.
"""

import functools
from dataclasses import dataclass
from typing import Final

from bot.understanding.cue_phrases import Span
from bot.understanding.cue_words import Words

ROLES: Final = frozenset({
    "negation", "denial", "not_negation", "negation_end", "gone", "long_past", "live_now", "present", "past_verb",
    "hypothetical", "not_hypothetical", "question_word", "question_frame", "fiction", "known", "unlike", "figure",
    "self", "kin", "stranger", "pronoun", "you", "urgent", "also_list",
})  # fmt: skip
"""The roles a language's content fills with phrases."""

_NEGATION_REACH, _GONE_REACH, _HYPOTHETICAL_REACH = 7, 6, 14
"""Words; a denial rarely reaches further without being said again (NegEx uses 5 to 6)."""
_POSSESSIVE_REACH = 3


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Why a mention may not be meant, and whether it is about someone else."""

    reasons: frozenset[str]
    other: bool


class Standing:
    """The circumstances of mentions in one message; ``found`` holds the context roles, prefixed with "@"."""

    def __init__(self, words: Words, found: dict[str, list[Span]]) -> None:
        self._words = words.items
        self._asks = words.asks
        self._found = found
        self._known: dict[Span, Circumstance] = {}

    def of(self, span: Span) -> Circumstance:
        """Judge the mention at ``span``."""
        known = self._known.get(span)
        if known is None:
            known = self._known[span] = self._judge(span)
        return known

    def _role(self, name: str) -> list[Span]:
        return self._found.get("@" + name, [])

    def _in_sentence(self, name: str, i: int) -> list[Span]:
        sentence = self._words[i].sentence
        return [span for span in self._role(name) if self._words[span[0]].sentence == sentence]

    def _in_thought(self, name: str, i: int) -> bool:
        thought = self._words[i].thought
        return any(self._words[span[0]].thought == thought for span in self._role(name))

    def _judge(self, span: Span) -> Circumstance:
        who, mark = self._subject(span)
        reasons = set()
        if self._is_figure(span):
            reasons.add("figure")
        if self._is_negated(span):
            reasons.add("negated")
        if self._is_gone(span):
            reasons.add("gone")
        if self._is_past(span):
            reasons.add("past")
        if self._is_hypothetical(span):
            reasons.add("if")
        if who == "you" or ((who != "self" or mark < 0) and self._is_asked(span)):
            reasons.add("question")
        if who == "fiction" or self._is_fiction(span, who, mark):
            reasons.add("fiction")
        other = who in ("kin", "stranger")
        if other and not self._happens_now(span, who, mark):
            reasons.add("other")
        if self._in_sentence("known", span[0]) and not self._in_sentence("unlike", span[0]):
            reasons.add("known")
        return Circumstance(frozenset(reasons), other)

    def _is_figure(self, span: Span) -> bool:
        return any(start < span[1] and span[0] < end for start, end in self._role("figure"))

    def _is_negated(self, span: Span) -> bool:
        ends = self._role("negation_end")
        for start, end in (*self._in_sentence("negation", span[0]), *self._in_sentence("denial", span[0])):
            if not 0 <= span[0] - end <= _NEGATION_REACH:
                continue
            if any(s <= start < e for s, e in self._role("not_negation")):
                continue
            if any(end <= s < span[0] for s, _ in ends):
                continue
            if self._words[start].clause == self._words[span[0]].clause or self._listed(end, span[1]):
                return True
        return False

    def _listed(self, start: int, end: int) -> bool:
        """Say whether an "or" carries the denial over the commas of a list."""
        return any(start <= s <= end + 2 for s, _ in self._role("also_list"))

    def _is_gone(self, span: Span) -> bool:
        return any(0 <= start - span[1] <= _GONE_REACH for start, _ in self._in_sentence("gone", span[0]))

    def _is_past(self, span: Span) -> bool:
        marks = self._in_sentence("long_past", span[0])
        if not marks:
            return False
        thought = self._words[span[0]].thought
        same_thought = any(self._words[start].thought == thought for start, _ in marks)
        if self._in_thought("live_now", span[0]):
            return same_thought and not self._live_after(span, marks)
        if same_thought:
            return True
        return any(self._opens_clause(mark) for mark in marks) and not self._in_thought("present", span[0])

    def _opens_clause(self, mark: Span) -> bool:
        """Say whether a time stands at the head of its clause and so rules what follows ("in 2012, ...")."""
        first = mark[0] - 1
        return first < 0 or self._words[first].clause != self._words[mark[0]].clause

    def _live_after(self, span: Span, marks: list[Span]) -> bool:
        """Say whether "now" stands between the past mark and the mention, as in "stroke in 2011, now numb"."""
        live = [s for s, _ in self._in_sentence("live_now", span[0])]
        return any(
            mark[0] < s <= span[1] + 2 or s < mark[0] for s in live for mark in marks if mark[0] < span[0]
        )

    def _is_hypothetical(self, span: Span) -> bool:
        clause = self._words[span[0]].clause
        return any(
            0 <= span[0] - end <= _HYPOTHETICAL_REACH
            and self._words[start].clause == clause
            and not any(s <= start < e for s, e in self._role("not_hypothetical"))
            for start, end in self._role("hypothetical")
        )

    def _is_asked(self, span: Span) -> bool:
        sentence = self._words[span[0]].sentence
        frames = self._in_sentence("question_frame", span[0])
        asks = sentence in self._asks or any(
            start == 0 or self._words[start - 1].clause != self._words[start].clause
            for start, _ in self._in_sentence("question_word", span[0])
        )
        return asks and bool(frames)

    def _is_fiction(self, span: Span, who: str, mark: int) -> bool:
        frames = self._in_sentence("fiction", span[0])
        return any(who != "self" or mark < start for start, _ in frames)

    @functools.cached_property
    def _marks(self) -> list[tuple[int, str]]:
        """The words that say whom a sentence speaks of, in order."""
        marks = [(start, role) for role in ("kin", "stranger", "fiction") for start, _ in self._role(role)]
        named = [*self._role("stranger"), *self._role("fiction")]
        likened = [span for span in self._role("self") if span[1] - span[0] > 1]  # "like someone sat on me"
        marks = [
            (at, role)
            for at, role in marks
            if not any(s <= at < e for s, e in likened)
            and (role != "kin" or not any(s <= at < e for s, e in named))
        ]
        owned = {start for start, _ in marks}
        for start, _ in self._role("self"):
            belongs = self._words[start].text == "my" and any(
                start + n in owned and self._words[start + n].clause == self._words[start].clause
                for n in range(1, _POSSESSIVE_REACH + 1)
            )
            if not belongs:
                marks.append((start, "self"))
        marks += [(start, "you") for start, _ in self._role("you")]
        marks += [(start, "pronoun") for start, _ in self._role("pronoun")]
        return sorted(marks)

    def _subject(self, span: Span) -> tuple[str, int]:
        """Return whom the mention is about and the word that says so (-1 where none does)."""
        sentence = self._words[span[0]].sentence
        before = [mark for mark in self._marks if mark[0] < span[1]]
        here = [mark for mark in before if self._words[mark[0]].sentence == sentence]
        if here:
            start, role = here[-1]
            return (self._antecedent(start), start) if role == "pronoun" else (role, start)
        if before and before[-1][1] != "you":
            role = before[-1][1]
            return (self._antecedent(before[-1][0]) if role == "pronoun" else role), -1
        return "self", -1

    def _antecedent(self, start: int) -> str:
        """Return whom "he" or "they" means: the last person named before, else someone close, or "the pains"."""
        people = [role for at, role in self._marks if at < start and role in ("kin", "stranger", "fiction")]
        if people:
            return people[-1]
        things = self._words[start].text.startswith("the") and any(
            at < start and role == "self" for at, role in self._marks
        )
        return "self" if things else "kin"

    def _happens_now(self, span: Span, who: str, mark: int) -> bool:
        if self._role("urgent"):
            return True
        if who == "stranger":
            return False
        start = mark if mark >= 0 else span[0]
        present = any(start <= s < span[1] for s, _ in self._role("present"))
        past = any(start <= s < span[1] for s, _ in self._role("past_verb"))
        return present or not past
