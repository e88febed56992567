"""Where a message belongs that is not an answer: a correction, a reminder, a visit, words, else a quick update."""

from bot.domain import trusted
from bot.engine import events
from bot.engine.catalogue import Route
from bot.flows import (
    after_message,
    calendar_found,
    case_message,
    corrections,
    find_routing,
    history_areas,
    history_keeping,
    reminder_message,
    request_routing,
    small_talk,
    trusted_lines,
    visit_message,
    words_request,
)
from bot.flows.turn import Turn

ENTRY, CASE = "entry:", "case:"


def route(turn: Turn) -> Route | None:
    """Find the flow for loose text, a file or an edit; None for what carries nothing to keep."""
    match turn.event:
        case events.Edit():
            return Route("correct_update", "", certain=True)
        case events.Media(caption=caption, reply_to=reply_to):
            return _file(turn, caption, reply_to)
        case events.Text(text=text, reply_to=reply_to):
            return _text(turn, text, reply_to)
        case _:
            return None


def _text(turn: Turn, text: str, reply_to: int | None) -> Route:
    if turn.alert.kind != "none":
        return _alarm(turn)
    if trusted.read_code(text):
        return Route(trusted_lines.CODE, text, certain=True)
    found = (
        _reply(turn, reply_to) or _taken_back(turn, text) or _plainly_meant(turn, text) or _asked(turn, text)
    )
    if found:
        return found
    certain = turn.reads.update(text).is_plain_update or bool(history_keeping.told_in(turn, text))
    return Route("quick_update", "", certain=certain)


def _alarm(turn: Turn) -> Route:
    """Keep the words of an alarm where they belong: typed for somebody who trusts this patient, in that log."""
    meant_for = trusted_lines.under_way(turn)
    return Route(trusted_lines.TELL if meant_for else "quick_update", meant_for, certain=True)


def _reply(turn: Turn, reply_to: int | None) -> Route | None:
    """Find what a reply is to: the card of an entry is corrected, that of a case hears of a call."""
    shown = turn.store.shown_in(reply_to) if reply_to is not None else None
    if shown and shown.startswith(ENTRY):
        return Route("correct_update", shown.removeprefix(ENTRY), certain=True)
    if shown and shown.startswith(CASE):
        return Route("log_call", shown.removeprefix(CASE), certain=True)
    return None


def _taken_back(turn: Turn, text: str) -> Route | None:
    """Find the entry of a moment ago that the patient corrects without replying to its card."""
    entry = corrections.taken_back(turn, text)
    return Route("correct_update", entry.id, certain=True) if entry else None


def _plainly_meant(turn: Turn, text: str) -> Route | None:
    """Find the flow of a message that says what it is: a reminder, small talk, the history, a case, a visit."""
    if reminder_message.looks_like_request(text):
        return Route("remind_me", "", certain=True)
    if small_talk.kind_of(turn, text):
        return Route("small_talk")
    if asked := request_routing.route(turn, text):
        return asked
    if looked_up := find_routing.route(turn, text):
        return looked_up
    if history_areas.asked(text) or _listed(turn, text):
        return Route("history", text, certain=True)
    return _visit_told(turn, text) or _worked_on(turn, text)


def _listed(turn: Turn, text: str) -> bool:
    """Tell whether it names a part of the history and what is in it; how bad something is belongs in the log."""
    rated = any(symptom.severity is not None for symptom in turn.reads.update(text).symptoms)
    return bool(history_areas.labelled(text)[0]) and not rated


def _worked_on(turn: Turn, text: str) -> Route | None:
    """Find the flow of a message about a case, a new one or a call about one that is open, or about a visit."""
    if case_message.tells_of_call(turn, text):
        return Route("log_call", "", certain=True)
    if case_message.opens_case(turn, text):
        return Route("open_case", "", certain=True)
    if visit_message.looks_like_visit(turn, text):
        return Route("add_visit", "", certain=True)
    return None


def _file(turn: Turn, caption: str, reply_to: int | None) -> Route:
    """Keep a file with the case it is sent to or opens by its caption, or in the log it is meant for."""
    meant_for = trusted_lines.meant_for(turn)
    if meant_for:
        return Route(trusted_lines.TELL, meant_for, certain=True)
    shown = turn.store.shown_in(reply_to) if reply_to is not None else None
    case_id = (
        shown.removeprefix(CASE) if shown and shown.startswith(CASE) else case_message.asked_for_file(turn)
    )
    if turn.alert.kind == "none" and case_id:
        return Route("change_case", case_id, certain=True)
    if turn.alert.kind == "none" and caption and case_message.opens_case(turn, caption):
        return Route("open_case", "", certain=True)
    if turn.alert.kind == "none" and calendar_found.is_calendar(turn.event):
        return Route("calendar_file", "", certain=True)
    return Route("quick_update", "", certain=True)


def _asked(turn: Turn, text: str) -> Route | None:
    """Find what answers a question about words or reasons; whoever also tells how they are is telling an update."""
    if words_request.tells_how_it_is(turn.reads.update(text)):
        return None
    if words_request.asks_to_practise(text, names_situation=lambda: bool(turn.reads.situations(text))):
        return Route("rehearse", text, certain=True)
    if words_request.asks_for_words(text) or words_request.asks_for_mine(text):
        return Route("say", text, certain=True)
    return Route("why", text, certain=True) if words_request.asks_why(text) else None


def _visit_told(turn: Turn, text: str) -> Route | None:
    """Find what tells of a visit that is over, or asks to write one down; one that asks for words gets words."""
    if not after_message.looks_like(turn, text) or words_request.asks_for_words(text):
        return None
    return Route("after", text, certain=True)
