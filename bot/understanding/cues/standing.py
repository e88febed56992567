"""Decides how a mention stands: meant, here and now, or denied, long past, only asked, told of others, a figure.

The whole difference between an alarm and crying wolf. Every decision rests on phrases from the content and on
where they stand to the mention: nothing here knows any illness.
"""

import functools
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from bot.understanding.cues.cue_phrases import Span
from bot.understanding.cues.cue_words import Words
from bot.understanding.cues.role_spans import RoleSpans

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
        self._roles: dict[str, RoleSpans] = {}
        self._known: dict[Span, Circumstance] = {}

    def of(self, span: Span) -> Circumstance:
        """Judge the mention at ``span``."""
        known = self._known.get(span)
        if known is None:
            known = self._known[span] = self._judge(span)
        return known

    def is_figure(self, span: Span) -> bool:
        """Say whether the mention at ``span`` is part of a figure of speech."""
        return self._role("figure").overlaps(span)

    def _role(self, name: str) -> RoleSpans:
        role = self._roles.get(name)
        if role is None:
            role = self._roles[name] = RoleSpans(self._found.get("@" + name, []), self._words)
        return role

    def _judge(self, span: Span) -> Circumstance:
        who, mark = self._subject(span)
        sentence = self._words[span[0]].sentence
        reasons = set()
        if self.is_figure(span):
            reasons.add("figure")
        if self._is_negated(span):
            reasons.add("negated")
        if self._is_gone(span):
            reasons.add("gone")
        if self._is_past(span):
            reasons.add("past")
        if self._is_hypothetical(span):
            reasons.add("if")
        if who == "you" or ((who != "self" or mark < 0) and self._is_asked(sentence)):
            reasons.add("question")
        if who == "fiction" or self._is_fiction(sentence, who, mark):
            reasons.add("fiction")
        other = who in ("kin", "stranger")
        if other and not self._happens_now(span, who, mark):
            reasons.add("other")
        if self._role("known").in_sentence(sentence) and not self._role("unlike").in_sentence(sentence):
            reasons.add("known")
        return Circumstance(frozenset(reasons), other)

    def _is_negated(self, span: Span) -> bool:
        at = span[0]
        clause = self._words[at].clause
        return any(
            self._words[start].clause == clause or self._listed(end, span[1])
            for start, end in self._denials(at, "negation")
        ) or bool(self._denials(at, "denial"))  # "denies chest pain, syncope": the list runs on

    def _denials(self, at: int, role: str) -> list[Span]:
        """List what denies and ends within reach before the word at ``at``, in its sentence."""
        sentence = self._words[at].sentence
        return [
            (start, end)
            for start, end in self._role(role).ending_within(at - _NEGATION_REACH, at + 1)
            if start < at  # its last word may begin the mention ("nothing like the last clot")
            and self._words[start].sentence == sentence
            and not self._role("not_negation").overlaps((start, start + 1))
            and not self._role("negation_end").begins_within(end, at)
        ]

    def _listed(self, start: int, end: int) -> bool:
        """Say whether an "or" carries the denial over the commas of a list."""
        return self._role("also_list").begins_within(start, end + 3)

    def _is_gone(self, span: Span) -> bool:
        sentence = self._words[span[0]].sentence
        after = self._role("gone").starts_within(span[1], span[1] + _GONE_REACH + 1)
        return any(self._words[start].sentence == sentence for start in after)

    def _is_past(self, span: Span) -> bool:
        word = self._words[span[0]]
        past = self._role("long_past")
        marks = past.in_sentence(word.sentence)
        if not marks:
            return False
        same_thought = word.thought in past.thoughts
        if word.thought in self._role("live_now").thoughts:
            return same_thought and not self._live_after(span, marks)
        if same_thought:
            return True
        return (
            word.sentence in self._rules_what_follows and word.thought not in self._role("present").thoughts
        )

    @functools.cached_property
    def _rules_what_follows(self) -> set[int]:
        """The sentences in which a time at the head of a clause rules what follows ("in 2012, ...")."""
        return {
            self._words[start].sentence for start, _ in self._role("long_past").spans if self._opens(start)
        }

    def _opens(self, at: int) -> bool:
        """Say whether the word at ``at`` stands at the head of its clause."""
        return at == 0 or self._words[at - 1].clause != self._words[at].clause

    def _live_after(self, span: Span, marks: list[Span]) -> bool:
        """Say whether "now" stands between the past mark and the mention, as in "stroke in 2011, now numb"."""
        before = [start for start, _ in marks if start < span[0]]
        live = [start for start, _ in self._role("live_now").in_sentence(self._words[span[0]].sentence)]
        if not before or not live:
            return False
        return live[0] < before[-1] or any(before[0] < start <= span[1] + 2 for start in live)

    def _is_hypothetical(self, span: Span) -> bool:
        clause = self._words[span[0]].clause
        return any(
            self._words[start].clause == clause
            and not self._role("not_hypothetical").overlaps((start, start + 1))
            for start, _ in self._role("hypothetical").ending_within(span[0] - _HYPOTHETICAL_REACH, span[0])
        )

    def _is_asked(self, sentence: int) -> bool:
        if not self._role("question_frame").in_sentence(sentence):
            return False
        return sentence in self._asks or sentence in self._begun_as_question

    @functools.cached_property
    def _begun_as_question(self) -> set[int]:
        """The sentences with a clause that begins as a question does."""
        return {
            self._words[start].sentence
            for start, _ in self._role("question_word").spans
            if self._opens(start)
        }

    def _is_fiction(self, sentence: int, who: str, mark: int) -> bool:
        frames = self._role("fiction").in_sentence(sentence)
        return bool(frames) and (who != "self" or mark < frames[-1][0])

    @functools.cached_property
    def _marks(self) -> list[tuple[int, str]]:
        """The words that say whom a sentence speaks of, in order."""
        marks = [
            (start, role) for role in ("kin", "stranger", "fiction") for start in self._role(role).starts
        ]
        named = {
            i for role in ("stranger", "fiction") for span in self._role(role).spans for i in range(*span)
        }
        mine = self._role("self").spans
        likened = {
            i for span in mine if span[1] - span[0] > 1 for i in range(*span)
        }  # "like someone sat on me"
        marks = [(at, role) for at, role in marks if at not in likened and (role != "kin" or at not in named)]
        owned = {start for start, _ in marks}
        for start, _ in mine:
            belongs = self._words[start].text == "my" and any(
                start + n in owned and self._words[start + n].clause == self._words[start].clause
                for n in range(1, _POSSESSIVE_REACH + 1)
            )
            if not belongs:
                marks.append((start, "self"))
        marks += [(start, "you") for start in self._role("you").starts]
        marks += [(start, "pronoun") for start in self._role("pronoun").starts]
        return sorted(marks)

    @functools.cached_property
    def _people(self) -> list[tuple[int, str]]:
        return [mark for mark in self._marks if mark[1] in ("kin", "stranger", "fiction")]

    def _subject(self, span: Span) -> tuple[str, int]:
        """Return whom the mention is about and the word that says so (-1 where none does)."""
        before = bisect_left(self._marks, (span[1], ""))
        if not before:
            return "self", -1
        start, role = self._marks[before - 1]
        if self._words[start].sentence == self._words[span[0]].sentence:
            return (self._antecedent(start), start) if role == "pronoun" else (role, start)
        if role == "you":
            return "self", -1
        return (self._antecedent(start) if role == "pronoun" else role), -1

    def _antecedent(self, start: int) -> str:
        """Return whom "he" or "they" means: the last person named before, else someone close, or "the pains"."""
        before = bisect_left(self._people, (start, ""))
        if before:
            return self._people[before - 1][1]
        things = self._words[start].text.startswith("the") and any(
            role == "self" for at, role in self._marks[: bisect_left(self._marks, (start, ""))]
        )
        return "self" if things else "kin"

    def _happens_now(self, span: Span, who: str, mark: int) -> bool:
        if self._role("urgent").spans:
            return True
        if who == "stranger":
            return False
        start = mark if mark >= 0 else span[0]
        if self._role("present").begins_within(start, span[1]):
            return True
        return not self._role("past_verb").begins_within(start, span[1])
