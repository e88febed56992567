"""The card of one case: day, whose move, the last day and where it comes from, the next step, the last calls."""

from bot.content import case_lines, case_rules
from bot.domain import cases, shortening
from bot.engine import flow, messages
from bot.flows import case_days, case_reminders
from bot.flows.turn import Turn

CASES, CHANGE, CALL, CLOSE, OPEN = "cases", "change_case", "log_call", "close_case", "open_case"
"""The flows behind the buttons, by name."""

LABEL_WIDTH = 34
TITLE_WIDTH = 80
DETAIL_WIDTH = 160
CALLS_SHOWN = 2
MOST_CALLS = 10
FIELDS = ("kind", "about", "reference", "with_whom", "deadline", "next")


def about(case_id: str) -> str:
    """Name the case, so that a reply to its card finds it."""
    return f"case:{case_id}"


def card(turn: Turn, case: cases.Case, *, lead: str = "", undo: str = "") -> messages.Say:
    """Show a case with what can be done; ``lead`` says first what just happened, ``undo`` is the choice to undo it."""
    if case.state == "closed":
        return _closed(turn, case, lead)
    lines = [lead, *_head(turn, case), *case_days.due(turn, case), *_body(turn, case)]
    return _say(turn, case, lines, _buttons(turn, case, undo))


def fresh(turn: Turn, case: cases.Case, *, lead: str) -> messages.Say:
    """Show a case just opened: all that was taken over, on one screen; a tap leads to each part, another undoes it."""
    days = case_days.due(turn, case)[:1]  # where the date comes from was told a moment ago
    if not days and turn.patient.energy == "full":
        days = [turn.text("case-no-due")]
    lines = [lead, *_head(turn, case), *days, *_body(turn, case)]
    undo = _to(turn, "case-undo", CASES, case, "undo")
    if turn.patient.energy == "foggy":
        return _say(turn, case, lines, ((_words(turn, case)[0], _field(turn, case, "deadline"), undo),))
    fix = _to(turn, "case-fix", CASES, case, "more")
    rows = (
        _words(turn, case),
        (_field(turn, case, "deadline"), _to(turn, "case-log", CALL, case)),
        (fix, undo),
    )
    return _say(turn, case, lines, rows)


def more(turn: Turn, case: cases.Case) -> messages.Say:
    """Show every field with a button to change it, and what is rarely needed."""
    names = [_field(turn, case, name) for name in FIELDS]
    rows: list[tuple[messages.Button, ...]] = [tuple(names[i : i + 2]) for i in range(0, len(names), 2)]
    rows.append((_to(turn, "case-note", CHANGE, case, "note"), _to(turn, "case-calls", CASES, case, "calls")))
    last = [_to(turn, "case-delete", CASES, case, "delete")]
    if case_reminders.is_stopped(turn, case):
        last.append(_to(turn, "case-remind", CASES, case, "remind"))
    rows.append((*last, _to(turn, "case-back", CASES, case, "card")))
    lines = [*_head(turn, case), *_details(turn, case)]
    if case.kind == "other" and case.about:
        lines.append(turn.text("case-about", words=shortening.shorten(case.about, DETAIL_WIDTH)))
    if case.told:
        lines.append(turn.text("case-told", words=shortening.shorten(case.told, DETAIL_WIDTH)))
    return _say(turn, case, lines, tuple(rows))


def calls(turn: Turn, case: cases.Case) -> messages.Say:
    """Show the latest calls, the newest first."""
    shown = [_call(turn, call) for call in reversed(case.calls[-MOST_CALLS:])]
    if len(case.calls) > MOST_CALLS:
        shown.append(turn.text("case-calls-more", count=len(case.calls) - MOST_CALLS))
    lines = [_title(turn, case), *(shown or [turn.text("case-no-calls")])]
    rows = ((_to(turn, "case-log", CALL, case), _to(turn, "case-back", CASES, case, "card")),)
    return _say(turn, case, lines, rows)


def deleted(turn: Turn, case: cases.Case) -> messages.Say:
    """Say in the card's place that the case was deleted, with the way to bring it back."""
    back = _to(turn, "case-bring-back", CASES, case, "restore")
    return _say(turn, case, [turn.text("case-deleted", title=case.title)], ((back,),))


def gone(turn: Turn) -> messages.Say:
    """Say kindly that the case behind a button is no longer there."""
    return messages.Say(turn.text("case-gone"), buttons=((flow.act(turn.text("case-all"), CASES),),))


def label(case: cases.Case) -> str:
    """Name a case on a button of its own row."""
    return shortening.shorten(case.title, LABEL_WIDTH)


def list_line(turn: Turn, case: cases.Case) -> str:
    """Say a case in one line of a list."""
    title = shortening.shorten(case.title, TITLE_WIDTH)
    if case.state == "closed":
        outcome = case_rules.load_case_rules().outcome(case.outcome)
        return turn.text("cases-line-closed", title=title, outcome=outcome.name if outcome else "")
    days, side = cases.days_open(case, turn.now, turn.zone), case_lines.side(case, turn.text)
    said = turn.text(f"cases-line-{case.move}", title=title, days=days, side=side)
    if case.runs_until is None or case.deadline_whose == "theirs":
        return said
    return turn.text("cases-line-due", line=said, day=case_days.say_day(turn, case.runs_until))


def _title(turn: Turn, case: cases.Case) -> str:
    return turn.text("case-title", title=shortening.shorten(case.title, TITLE_WIDTH))


def _head(turn: Turn, case: cases.Case) -> list[str]:
    days = cases.days_open(case, turn.now, turn.zone)
    since = turn.local(case.move_since or case.opened_at).date()
    side = case_lines.side(case, turn.text)
    key = f"case-move-{case.move}"
    if since != turn.local_now.date() and turn.patient.energy != "foggy":
        key = f"{key}-since"
    moved = turn.text(key, days=days, side=side, since=case_days.say_day(turn, since))
    return [_title(turn, case), moved]


def _body(turn: Turn, case: cases.Case) -> list[str]:
    """Say what is known besides the days; what it is about stands in the title."""
    foggy = turn.patient.energy == "foggy"
    lines = [] if foggy else _details(turn, case)
    if case.next_step:
        lines.append(turn.text("case-next", step=shortening.shorten(case.next_step, DETAIL_WIDTH)))
    lines.append(case_days.follow(turn, case))
    if not foggy:
        shown = case.calls[-CALLS_SHOWN:] if turn.patient.energy == "full" else case.calls[-1:]
        lines += [_call(turn, call, said=case.next_step) for call in reversed(shown)]
    return lines


def _details(turn: Turn, case: cases.Case) -> list[str]:
    said = {"reference": case.reference, "with": case.with_whom}
    parts = [
        str(turn.text(f"case-{name}", words=shortening.shorten(words, DETAIL_WIDTH)))
        for name, words in said.items()
        if words
    ]
    lines = [" · ".join(parts)] if parts else []
    if case.entry_ids:
        lines.append(turn.text("case-entries", count=len(case.entry_ids)))
    return lines


def _call(turn: Turn, call: cases.Call, said: str = "") -> str:
    """Say a call in one line; ``said`` stands elsewhere on the card already."""
    reference = turn.text("case-call-reference", words=call.reference) if call.reference else ""
    parts = [call.who, reference, call.said, call.then if call.then != said else ""]
    words = ", ".join(str(part) for part in parts if part) or str(turn.text("case-call-nothing"))
    day = case_days.say_day(turn, turn.local(call.at).date())
    return turn.text("case-call", day=day, words=shortening.shorten(words, DETAIL_WIDTH))


def _closed(turn: Turn, case: cases.Case, lead: str) -> messages.Say:
    if case.removed_at is not None:
        return deleted(turn, case)
    outcome = case_rules.load_case_rules().outcome(case.outcome)
    day = case_days.say_day(turn, turn.local(case.closed_at or turn.now).date())
    ended = turn.text("case-closed", day=day, outcome=outcome.name if outcome else "none")
    lines = [lead, _title(turn, case), ended, *_details(turn, case)]
    lines += [_call(turn, call) for call in reversed(case.calls[-CALLS_SHOWN:])]
    rows = (
        (_to(turn, "case-reopen", CASES, case, "reopen"), _to(turn, "case-calls", CASES, case, "calls")),
        (_to(turn, "case-delete", CASES, case, "delete"), flow.act(turn.text("case-all"), CASES)),
    )
    return _say(turn, case, lines, rows)


def _buttons(turn: Turn, case: cases.Case, undo: str) -> messages.Buttons:
    words, *practice = _words(turn, case)
    first = (_to(turn, "case-log", CALL, case), _move(turn, case))
    second = (_field(turn, case, "deadline"), words)
    aside = [_to(turn, "case-undo", CASES, case, undo)] if undo else _why(turn, case, _barrier(case))
    if turn.patient.energy == "foggy":
        return (first, (*second, *aside)) if undo else (first, second)
    return (
        first,
        (*second, *practice),
        (*aside, _to(turn, "case-close", CLOSE, case), _to(turn, "case-more", CASES, case, "more")),
    )


def _words(turn: Turn, case: cases.Case) -> tuple[messages.Button, ...]:
    """Lead to words for it and to a try at them; what was done to somebody is never rehearsed."""
    barrier = _barrier(case)
    words = flow.act(turn.text("case-words"), "say", barrier, "b" if barrier else "")
    practice = turn.leads("case-practice", "rehearse", barrier) if barrier and not case.is_factual else ()
    return (words, *practice)


def _barrier(case: cases.Case) -> str:
    kind = case_rules.load_case_rules().kind(case.kind)
    usual = kind.barriers[0] if kind and not case.is_factual and case.kind != "other" else ""
    return case.barrier or usual


def _why(turn: Turn, case: cases.Case, barrier: str) -> list[messages.Button]:
    """Lead to why it is so; of harm there is nothing to explain away."""
    explainer = turn.library.explainers().explainer(barrier) if barrier else None
    if explainer is None or case.is_factual:
        return []
    return [flow.act(turn.text("case-why"), "why", explainer.id)]


def _move(turn: Turn, case: cases.Case) -> messages.Button:
    other = "theirs" if case.move == "mine" else "mine"
    return _to(turn, f"case-to-{other}", CASES, case, other)


def _field(turn: Turn, case: cases.Case, name: str) -> messages.Button:
    return _to(turn, f"case-fields.{name}", CHANGE, case, name)


def _to(turn: Turn, key: str, name: str, case: cases.Case, choice: str = "") -> messages.Button:
    return flow.act(turn.text(key), name, case.id, choice)


def _say(turn: Turn, case: cases.Case, lines: list[str], rows: messages.Buttons) -> messages.Say:
    del turn
    text = "\n".join(line for line in lines if line)
    return messages.Say(text, buttons=rows, about=about(case.id))
