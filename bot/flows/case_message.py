"""Tells whether a message belongs to a case: a new one, a call about one that is open, or neither. Not a flow.

A case is opened at once only where it is asked for or told with a reference or a last day; else it is offered under the
card of the update.
"""

from bot.content import case_rules
from bot.domain import cases, journal, scripts
from bot.engine import flow, messages, session
from bot.flows import case_making, words_request
from bot.flows.turn import Turn
from bot.understanding.cases import call_details, case_details, case_references

LONGEST = 1_000
"""Characters of a message that may open a case; a longer one tells a story, and a case is offered."""
_RARE = frozenset({"cost_worry", "dont_look_sick", "gratitude"})
"""Barriers of which a case is seldom made, so that none is offered."""


def opens_case(turn: Turn, text: str) -> bool:
    """Tell whether ``text`` surely wants a case of its own."""
    if len(text) > LONGEST or words_request.asks_for_words(text) or words_request.asks_why(text):
        return False
    if case_details.asks_for_case(text):
        return True
    if "?" in text or not case_details.may_be_certain(text):
        return False
    details = case_details.read(text, turn.local_now, turn.patient.locale)
    return details.is_certain and scripts.HARM not in turn.reads.situations(text)


def tells_of_call(turn: Turn, text: str) -> bool:
    """Tell whether ``text`` tells of a call while a case is open, or names the reference of one."""
    if len(text) > LONGEST or "?" in text or words_request.tells_how_it_is(turn.reads.update(text)):
        return False
    reference = case_references.find(text)
    if reference is None and not call_details.looks_like_call(text):
        return False
    open_now = turn.store.cases.open()
    if reference and any(cases.same_reference(case, reference.value) for case in open_now):
        return True
    return bool(open_now) and call_details.looks_like_call(text)


def meant(turn: Turn, text: str) -> cases.Case | None:
    """Find the open case that a line about a call surely means: by its reference, or by whom it is with."""
    open_now = turn.store.cases.open()
    reference = case_references.find(text)
    if reference:
        named = [case for case in open_now if cases.same_reference(case, reference.value)]
        if named:
            return named[0]
    low = text.casefold()
    with_them = [case for case in open_now if case.with_whom and case.with_whom.casefold() in low]
    return with_them[0] if len(with_them) == 1 else None


def offer(turn: Turn, entry: journal.Entry, told: tuple[str, ...]) -> tuple[messages.Button, ...]:
    """Offer one tap to keep track of what an update tells; ``told``: its barriers. None where it is no such thing."""
    if scripts.HARM in told or not told or told[0] in _RARE:
        return ()
    kind = case_making.likeliest(told[0])
    if kind is None or kind.id == case_making.OTHER:
        return ()
    if any(entry.id in case.entry_ids for case in turn.store.cases.open()):
        return ()
    return (flow.act(turn.text("case-offer"), "open_case", entry.id, "entry"),)


def asked_for_file(turn: Turn) -> str:
    """Give the id of the case whose question for a note or a photo is open; empty where none is."""
    state = turn.store.sessions.load(session.Session)
    frame = state.current if state else None
    return frame.subject if frame and (frame.flow, frame.step) == ("change_case", "note") else ""


def kinds() -> tuple[tuple[str, str], ...]:
    """List the kinds of case as (id, name)."""
    return tuple((kind.id, kind.name) for kind in case_rules.load_case_rules().kinds)
