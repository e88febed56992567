"""Urgent help: the numbers a person can reach at once, before anything else happens with what they wrote.

Never reassures, never asks first, gives no advice. Open to strangers: nobody has to agree to anything for a number.
"""

from bot.domain import markup, urgent
from bot.engine import events, flow, inputs, messages
from bot.flows import entries, preferences
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("urgent", open_to_strangers=True)

ALERT = "alert:"
ALL_DAY = "24 hours"


@FLOW.start(to=("country", "done"))
def help_now(turn: Turn) -> flow.Next:
    """Answer an alert, or show every number where nothing was written."""
    if turn.subject.startswith(ALERT):
        if entries.was_held(turn):
            return flow.Done()  # it was answered when it came, before the patient agreed
        lines = _crisis(turn) if turn.alert.kind == "crisis" else _emergency(turn)
        guessed = [] if _is_told(turn) else _whose(turn)
        return _shown(turn, [*lines, *guessed, *_kept(turn)], more=True)
    if turn.alert.kind != "none":
        # "/urgent chest pain": the alert in it was answered a moment ago; its words are still to be kept.
        if turn.patient.agreed_at is not None:
            turn.store.journal.add(entries.entry_of(turn))
        return flow.Done()
    if turn.choice == "country" and turn.patient.agreed_at is not None:
        return flow.Goto("country")
    return _shown(turn, _all_numbers(turn), more=False)


def _ask_country(turn: Turn) -> flow.Prompt:
    """Ask for the country below the number that holds until then: it must not leave the screen."""
    asked = preferences.ask_country(turn)
    number = turn.text("urgent-emergency", number=_numbers(turn).emergency)
    return flow.Prompt(f"{number}\n\n{asked.text}", asked.rows)


@FLOW.step("country", inputs.Words(), to=("done",), ask=_ask_country)
def country(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the country and show its numbers."""
    return preferences.take_country(turn, answer) or _shown(turn, _all_numbers(turn), more=False)


def _emergency(turn: Turn) -> list[str]:
    found = _numbers(turn)
    other = "-other" if turn.alert.someone_else else ""
    lines = [turn.text(f"urgent-call{other}", number=found.emergency)]
    if found.emergency_text:
        lines.append(turn.text("urgent-or", way=found.emergency_text))
    return [*lines, turn.text(f"urgent-say{other}")]


def _crisis(turn: Turn) -> list[str]:
    found = _numbers(turn)
    other = "-other" if turn.alert.someone_else else ""
    if not found.crisis:
        return [turn.text("urgent-crisis-none", number=found.emergency)]
    lines: list[str] = [turn.text(f"urgent-crisis{other}")]
    lines += [_line(turn, line) for line in found.crisis]
    return [*lines, turn.text(f"urgent-crisis-danger{other}", number=found.emergency)]


def _whose(turn: Turn) -> list[str]:
    """Say which country the numbers are for; where that is only guessed, also what holds elsewhere."""
    if not _is_known(turn):
        return [turn.text("urgent-country-unknown")] if turn.alert.kind == "none" else []
    key = "urgent-country" if _is_told(turn) else "urgent-guess"
    return [turn.text(key, country=_numbers(turn).name)]


def _all_numbers(turn: Turn) -> list[str]:
    found = _numbers(turn)
    lines: list[str] = [turn.text("urgent-emergency", number=found.emergency)]
    if found.emergency_text:
        lines.append(turn.text("urgent-or", way=found.emergency_text))
    for key, group in (("crisis", found.crisis), ("poison", found.poison), ("abuse", found.abuse)):
        if group:
            lines += ["", turn.text(f"urgent-lines-{key}"), *(_line(turn, line) for line in group)]
    notes = [markup.escape(found.notes)] if found.notes else []
    return [*lines, "", *notes, *_whose(turn)]


def _line(turn: Turn, line: urgent.HelpLine) -> str:
    phone = f"<b>{markup.escape(line.phone)}</b>" if line.phone else ""
    ways = markup.Html(", ".join(way for way in (phone, *map(markup.escape, (line.text, line.web))) if way))
    if line.hours == ALL_DAY:
        return turn.text("urgent-line", name=line.name, ways=ways)
    return turn.text("urgent-line-hours", name=line.name, ways=ways, hours=line.hours)


def _kept(turn: Turn) -> list[str]:
    """Say that the words are kept, only where they are: what stands behind another command may not be."""
    if turn.patient.agreed_at is None:
        return [] if isinstance(turn.event, events.Command) else [turn.text("urgent-kept-sealed")]
    if isinstance(turn.event, events.Command) and turn.event.name != FLOW.name:
        return []
    return [turn.text("urgent-kept")]


def _shown(turn: Turn, lines: list[str], *, more: bool) -> flow.Done:
    return flow.Done((messages.Say("\n".join(lines), buttons=_buttons(turn, more=more)),))


def _buttons(turn: Turn, *, more: bool) -> messages.Buttons:
    rows = [(flow.act(turn.text("urgent-more"), FLOW.name),)] if more else []
    if turn.patient.agreed_at is None:
        rows.append((flow.act(turn.text("urgent-what"), "welcome"),))
    elif not _is_told(turn):
        rows.append((flow.act(turn.text("urgent-set-country"), FLOW.name, choice="country"),))
    elif not more:
        rows.append((flow.act(turn.text("urgent-other-country"), FLOW.name, choice="country"),))
    return tuple(rows)


def _numbers(turn: Turn) -> urgent.UrgentCountry:
    return turn.library.urgent_numbers.for_country(turn.patient.place)


def _is_known(turn: Turn) -> bool:
    return _numbers(turn) is not turn.library.urgent_numbers.fallback


def _is_told(turn: Turn) -> bool:
    return turn.patient.country in turn.library.urgent_numbers.countries
