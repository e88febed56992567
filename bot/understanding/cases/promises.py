"""Reads who does what by when from what was told after a visit: "they call me by friday, i book bloods next week".

Told lines are cut where somebody begins to act; each piece is asked whose deed it is, and by which day. A wish, a
memory, a question, a "won't" and an "if" are no promise. What is said stays in the patient's words: only the time
(and "I'll", of what is theirs to do) is cut out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.domain import readings
from bot.understanding.cases import promise_patterns as patterns
from bot.understanding.cases.promise_words import ACTS, NO_AGENT, NO_DEED
from bot.understanding.times import times

LONGEST = 4_096
"""Characters that are read; a chat's message has no more."""
MOST = 20
"""Promises taken from one message."""

Whose = Literal["mine", "theirs", "unsure"]


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing to be done. ``days`` holds the days it may be due, most likely first; empty where none was named.

    ``whose`` is "unsure" only for an answer to "who does what?" that does not say. ``at`` is the local moment, where
    an hour was named.
    """

    text: str
    whose: Whose
    days: tuple[date, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was promised, and the pieces that promise nothing, in their order."""

    promises: tuple[Promise, ...]
    rest: tuple[str, ...]


def read(text: str, now: datetime, locale: str = "en-US", *, asked: bool = False) -> Reading:
    """Find the promises in ``text``; ``now`` is the patient's wall time (naive).

    Args:
        text: what was typed; anything at all.
        now: the wall clock the days are counted from.
        locale: says how 3/4 is read.
        asked: True where it answers "who does what by when?": then every line is one, "unsure" where it does not
            say whose, and a bare "book bloods" is the patient's own.

    """
    promises: list[Promise] = []
    rest: list[str] = []

    def is_timed(piece: str) -> bool:
        when, other = times.split(piece, now, "future", locale)
        return when.value is not None and bool(other)

    for clause in _clauses(text[:LONGEST].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"), is_timed):
        before = promises[-1].whose if promises else None
        found = _promise(clause, now, locale, asked=asked, before=before)
        if found and len(promises) < MOST:
            promises.append(found)
        elif clause.text:
            rest.append(clause.text)
    return Reading(tuple(promises), tuple(rest))


def is_report(piece: str) -> bool:
    """Tell whether a piece of a told visit only says what was said, found or done there: no plan is in it."""
    said = piece.strip().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if patterns.GOES_ON.search(said):
        return False
    said = patterns.REPORTED.sub("", said)
    return bool(patterns.FOUND.match(said) or patterns.DONE.match(said))


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    follows: bool = False
    """True where it goes on in the same sentence, so that it may share its subject."""


def _clauses(text: str, is_timed: Callable[[str], bool]) -> Iterator[_Clause]:
    for sentence in patterns.CUTS.split(text):
        said = patterns.BULLET.sub("", sentence).strip(" ,")
        if said:
            yield from _cut(said, is_timed)


def _cut(sentence: str, is_timed: Callable[[str], bool]) -> Iterator[_Clause]:
    """Cut a sentence where somebody begins to act, or where two days are named.

    What begins no deed stays with the deed before it.
    """
    pieces = patterns.JOINTS.split(sentence)
    current, follows = pieces[0], False
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if _begins(piece, joint, current) or ("," in joint and is_timed(piece) and is_timed(current)):
            yield _Clause(current.strip(" ,"), follows)
            current, follows = piece, True
        else:
            current += joint + piece
    yield _Clause(current.strip(" ,"), follows)


def _begins(piece: str, joint: str, before: str) -> bool:
    """Tell whether a piece is a clause of its own: it has its own subject, or is a deed after a comma."""
    if not before.strip() or patterns.SUBJECT.match(piece) or _is_theirs(piece):
        return True
    is_deed = bool(patterns.BARE.match(piece) or patterns.TO_ME.match(piece))
    return is_deed and ("," in joint or "then" in joint or bool(patterns.LABELLED.match(before)))


def _promise(
    clause: _Clause, now: datetime, locale: str, *, asked: bool, before: Whose | None
) -> Promise | None:
    said = patterns.OPENERS.sub("", clause.text).strip()
    if not said or said.endswith("?"):
        return None
    when, without = _timed(said, now, locale)
    if not without:  # a day alone promises nothing
        return Promise(said, "unsure") if asked else None
    whose, text = _whose(without, timed=when.value is not None, asked=asked)
    if whose is None and clause.follows and before and patterns.BARE.match(without):
        whose, text = before, without
    if whose is None and asked:
        whose, text = "unsure", without or said
    if whose is None or not text or (_is_off(said) and not asked):
        return None
    return Promise(text, whose, _days(when, now.date()), when.value if when.has_time else None)


def _timed(said: str, now: datetime, locale: str) -> tuple[readings.TimeReading, str]:
    """Cut the time out of a piece, with the small word it leaves behind ("in" of "in April")."""
    when, without = times.split(said, now, "future", locale)
    if when.value is None or when.value.date() < now.date():
        return readings.TimeReading(), patterns.DANGLING.sub("", said)
    without = patterns.BEFORE_COMMA.sub("", " ".join(without.split()))
    if when.words[:1].isupper() or when.words.split()[0].casefold() in patterns.BARE_MONTHS:
        without = patterns.LEFT_OF_TIME.sub("", without)
    return when, patterns.DANGLING.sub("", without)


def _is_off(said: str) -> bool:
    lowered = said.casefold()
    return bool(patterns.NOT.search(lowered) or patterns.IF.search(lowered))


def _whose(said: str, *, timed: bool, asked: bool) -> tuple[Whose | None, str]:
    """Say whose deed it is, and give the words to keep: of the patient's own without "I'll"."""
    labelled = patterns.LABELLED.match(said)
    if labelled and labelled["who"].casefold() in patterns.MY_LABELS:
        return "mine", labelled["what"]
    if labelled:
        inside = _whose(labelled["what"], timed=timed, asked=False)
        return inside if inside[0] else ("theirs", said)
    if patterns.ARRIVES.match(said):
        return "theirs", said
    for pattern in (patterns.MINE_TOLD, patterns.MINE, patterns.MINE_NOW):
        mine = pattern.match(said)
        if mine:
            deed = said[mine.end() :].strip()
            return ("mine", deed) if deed and _first(deed) not in NO_DEED else (None, said)
    theirs = _is_theirs(said) or (_comes_or_to_me(said, timed=timed) and (timed or asked))
    if theirs:
        return "theirs", said
    return ("mine" if patterns.BARE.match(said) and (asked or timed) else None), said


def _comes_or_to_me(said: str, *, timed: bool) -> bool:
    """Tell whether it says what comes, or what is done to the patient, without saying by whom."""
    is_deed = _first(said) in ACTS and " " in said
    comes = timed and not is_deed and bool(patterns.COMES.match(said))
    return comes or (bool(patterns.TO_ME.match(said)) and not patterns.MY_OWN.match(said))


def _is_theirs(said: str) -> bool:
    """Tell whether somebody other than the patient acts in it."""
    will = patterns.WILL_DO.match(said)
    if will:
        who = will["who"].casefold().split()
        return bool(who) and not ({who[0], who[-1]} & NO_AGENT) and will["deed"].casefold() not in NO_DEED
    return bool(patterns.DOES.match(said) or patterns.IS_DOING.match(said) or patterns.SHALL.match(said))


def _days(when: readings.TimeReading, today: date) -> tuple[date, ...]:
    if when.value is None:
        return ()
    moments = when.candidates if when.asks else (when.value,)
    days = tuple(dict.fromkeys(moment.date() for moment in moments))
    return tuple(day for day in days if day != today) or days  # on a Monday, "by Monday" is a week away


def _first(words: str) -> str:
    return words.split(maxsplit=1)[0].casefold().strip(" ,.")
