"""The opening sentence: why the patient is here, short enough to be said before anybody interrupts.

The median uninterrupted patient needs 6 seconds, and is interrupted after 11 (pubmed 29968051). At an easy 150 words
a minute 6 seconds hold 15 words.
"""

from typing import Any, Protocol

from bot.domain import journal, markup, summary

BREATH_WORDS = 15
WORDS_A_MINUTE = 150


class Says(Protocol):
    """Gives wording by key, as a turn or a wording does."""

    def __call__(self, key: str, **values: Any) -> str:
        """Give the wording of ``key`` with its values filled in."""


def sentence(found: summary.Summary, says: Says) -> str:
    """Say why the patient is here: in their own words, else for the visit's reason, else from the log."""
    visit = found.next_visit
    if visit and visit.opening:
        return visit.opening
    return from_log(found, says)


def from_log(found: summary.Summary, says: Says) -> str:
    """Build the sentence from the visit's reason and the most frequent symptom; the first that fits one breath."""
    fallback = "opening-questions" if found.to_ask else "opening-empty"
    said = [plain(says, key, **values) for key, values in _ways(found)]
    return next((each for each in said if is_one_breath(each)), plain(says, fallback))


def plain(says: Says, key: str, **values: str | int) -> str:
    """Give wording as plain text, for a page or a button, where nothing needs to be escaped."""
    raw = {name: markup.Html(value) if isinstance(value, str) else value for name, value in values.items()}
    return str(says(key, **raw))


def is_one_breath(text: str) -> bool:
    """Tell whether ``text`` can be said in one breath."""
    return len(text.split()) <= BREATH_WORDS


def seconds(text: str) -> int:
    """Tell how long ``text`` takes to say, in whole seconds, rounded up."""
    return -(-len(text.split()) * 60 // WORDS_A_MINUTE)


def _ways(found: summary.Summary) -> list[tuple[str, dict[str, Any]]]:
    """List the ways to say it, the fullest first."""
    why = found.next_visit.why.rstrip(" .") if found.next_visit else ""
    for_why = [("opening-why", {"why": why})] if why else []
    count = found.changes[0].now if found.changes and found.changes[0].now.days else None
    if count is None:
        return for_why
    about = _about(count, found.observed)
    if why and count.name.casefold() not in why.casefold():
        days = {"name": count.name, "days": count.days, "observed": found.observed}
        return [("opening-why-and-days", {"why": why, **days}), *for_why, *about]
    return [*about, *for_why]


def _about(count: journal.SymptomCount, observed: int) -> list[tuple[str, dict[str, Any]]]:
    """List the ways to say how one symptom went; a single logged day is no frequency."""
    name, worst = {"name": count.name}, {"worst": count.worst}
    days = {**name, "days": count.days, "observed": observed}
    many = observed > 1
    ways: list[tuple[str, dict[str, Any]]] = []
    if count.worst is not None:
        ways.append(
            ("opening-days-worst", {**days, **worst}) if many else ("opening-once-worst", {**name, **worst})
        )
    if many:
        ways.append(("opening-days", days))
    return [*ways, ("opening-name", name)]
