"""A script on the screen: what is going on, the lines in one tone, what they may say back, facts, a plain copy.

Where a person was harmed, safety comes first, there is no tone to choose, and the ways on are help and a record.
"""

from dataclasses import dataclass, replace

from bot.domain import markup, scripts, zones
from bot.engine import flow, messages
from bot.flows import blanks, script_buttons
from bot.flows.script_buttons import View
from bot.flows.turn import Turn


@dataclass(frozen=True, slots=True)
class Filled:
    """The lines of one view with their blanks filled; ``from_log``: what the log puts there or in the answers."""

    lines: tuple[str, ...]
    ask: str
    from_log: tuple[str, ...]


def opening(turn: Turn, told: blanks.Told) -> View:
    """Say how a script is first shown: in plain words, on a foggy day in one line."""
    return View("words", "short" if turn.patient.energy == "foggy" else "plain", told)


def card(turn: Turn, script: scripts.Script, view: View, *, lead: str = "", done: str = "") -> messages.Say:
    """Show the lines; ``lead`` says first what just happened, ``done`` names the button that did it."""
    view = fitting(script, view)
    said = filled(turn, script, view)
    if view.tone == "short":
        parts = [*_safety(script), lead, _lines(turn, said)]
    else:
        parts = [
            *_safety(script),
            lead,
            turn.text("say-title", title=script.title),
            markup.escape(script.going_on),
            _lines(turn, said),
            write_down(turn, script) if turn.patient.energy == "full" else "",
        ]
    text = "\n\n".join(part for part in parts if part)
    return messages.Say(text, buttons=_buttons(turn, script, view, said, done))


def replies(turn: Turn, script: scripts.Script, view: View) -> messages.Say:
    """Show what they may say, and what can be said then."""
    view = fitting(script, view)
    known, otherwise = blanks.known(turn, view.told), blanks.phrases(turn)
    parts = [*_safety(script), turn.text("say-title", title=script.title)]
    for reply in script.replies:
        answer = scripts.fill(reply.say, known, otherwise)
        parts.append(turn.text("say-reply", heard=scripts.fill(reply.heard, known, otherwise), answer=answer))
    if turn.patient.energy != "full":
        parts.append(write_down(turn, script))
    return messages.Say("\n\n".join(parts), buttons=_back(turn, script, view))


def facts(turn: Turn, script: scripts.Script, view: View) -> messages.Say:
    """Show the facts, each with where it holds, when it was looked up and where it stands."""
    parts = [*_safety(script), turn.text("say-title", title=script.title)]
    parts += fact_lines(turn, script.facts) or [turn.text("say-no-facts")]
    return messages.Say("\n\n".join(parts), buttons=_back(turn, script, fitting(script, view)))


def fact_lines(turn: Turn, every: tuple[scripts.Fact, ...]) -> list[str]:
    """Say each fact that holds where the patient is."""
    here = [fact for fact in every if fact.holds_in(turn.patient.place)]
    return [
        turn.text(
            "say-fact",
            text=fact.text,
            region=turn.text(f"say-region.{fact.region}"),
            month=_month(fact.checked),
            source=fact.source,
        )
        for fact in here
    ]


def copy(turn: Turn, script: scripts.Script, view: View) -> messages.Say:
    """Give a message that holds the lines and nothing else, easy to copy or to pass on."""
    said = filled(turn, script, fitting(script, view))
    return messages.Say(markup.escape("\n".join(said.lines)))


def write_down(turn: Turn, script: scripts.Script) -> str:
    """List what to note."""
    listed = "\n".join(turn.text("say-note-line", words=line) for line in script.write_down)
    return f"{turn.text('say-write-down')}\n{listed}"


def filled(turn: Turn, script: scripts.Script, view: View) -> Filled:
    """Fill the blanks of the lines of a view."""
    known, otherwise = blanks.known(turn, view.told), blanks.phrases(turn)
    tone: scripts.Tone = "plain" if view.tone == "short" else view.tone
    parts = script.lines[tone]
    texts = (script.foggy,) if view.tone == "short" else tuple(part.text for part in parts)
    told = {"medicine": view.told.medicine, "symptom": view.told.symptom}
    spoken = (*texts, *(reply.say for reply in script.replies))
    used = dict.fromkeys(name for text in spoken for name in scripts.blanks(text))
    return Filled(
        tuple(scripts.fill(text, known, otherwise) for text in texts),
        scripts.fill(parts[-1].text, known, otherwise),
        tuple(known[name] for name in used if name in known and not told.get(name)),
    )


def fitting(script: scripts.Script, view: View) -> View:
    """Take a tone away that would soften harm."""
    if script.barrier == scripts.HARM and view.tone != "short":
        return replace(view, tone="plain")
    return view


def gone(turn: Turn) -> str:
    """Say kindly that the words behind a button are no longer there."""
    return turn.text("say-gone")


def _safety(script: scripts.Script) -> list[str]:
    return ["\n".join(markup.escape(line) for line in script.safety)] if script.safety else []


def _lines(turn: Turn, said: Filled) -> str:
    return "\n".join(turn.text("say-line", words=line) for line in said.lines)


def _buttons(turn: Turn, script: scripts.Script, view: View, said: Filled, done: str) -> messages.Buttons:
    is_harm = script.barrier == scripts.HARM
    first = _harm_first(turn, script, view) if is_harm else _tones(turn, script, view)
    middle = [_to(turn, script, view, "replies")]
    if fact_lines(turn, script.facts) and view.tone != "short":
        middle.append(_to(turn, script, view, "facts"))
    if view.tone == "short":
        middle.append(script_buttons.press(turn.text("say-long"), script, replace(view, tone="plain")))
    last = [_to(turn, script, view, what) for what in ("copy", "visit") if what != done]
    if is_harm:
        last = last[:1] if done != "copy" else []
    elif done == "visit":
        last.append(flow.act(turn.text("say-my-questions"), "questions"))
    rows = [*first, tuple(middle), _why(turn, script), tuple(last), _others(turn, script)]
    if said.from_log:
        plain = replace(view, what="words", told=blanks.Told(plain=True))
        rows.append((script_buttons.press(turn.text("say-leave-out"), script, plain),))
    return tuple(row for row in rows if row)


def _tones(turn: Turn, script: scripts.Script, view: View) -> list[tuple[messages.Button, ...]]:
    if view.tone == "short":
        return []
    key = {tone: "say-tone-now" if tone == view.tone else "say-tone" for tone in scripts.TONES}
    return [
        tuple(
            script_buttons.press(
                turn.text(key[tone], tone=turn.text(f"say-tones.{tone}")),
                script,
                replace(view, what="words", tone=tone),
            )
            for tone in scripts.TONES
        )
    ]


def _harm_first(turn: Turn, script: scripts.Script, view: View) -> list[tuple[messages.Button, ...]]:
    return [
        (flow.act(turn.text("say-urgent"), "urgent"),),
        (script_buttons.press(turn.text("say-note"), script, replace(view, what="note")),),
    ]


def _why(turn: Turn, script: scripts.Script) -> tuple[messages.Button, ...]:
    found = turn.library.explainers().explainer(script.barrier)
    if found is None:
        return ()
    label = found.title if script.barrier == scripts.HARM else turn.text("say-why")
    return (flow.act(label, "why", found.id),)


def _others(turn: Turn, script: scripts.Script) -> tuple[messages.Button, ...]:
    return (flow.act(turn.text("say-others"), script_buttons.SAY, script.barrier, script_buttons.BARRIER),)


def _to(turn: Turn, script: scripts.Script, view: View, what: script_buttons.What) -> messages.Button:
    return script_buttons.press(turn.text(f"say-to.{what}"), script, replace(view, what=what))


def _back(turn: Turn, script: scripts.Script, view: View) -> messages.Buttons:
    rows = [(script_buttons.press(turn.text("say-back"), script, replace(view, what="words")),)]
    if script.barrier == scripts.HARM:
        rows.insert(0, (flow.act(turn.text("say-urgent"), "urgent"),))
    return tuple(rows)


def _month(checked: str) -> str:
    year, _, month = checked.partition("-")
    return f"{zones.MONTHS[int(month) - 1]} {year}"
