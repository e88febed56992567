"""The card of one entry: what was understood, in plain words, with Fix, Undo and Add."""

from bot.domain import journal, readings, scripts
from bot.engine import events, flow, messages
from bot.flows import (
    case_message,
    checkin_words,
    history_lines,
    script_buttons,
    script_finding,
    words_request,
)
from bot.flows.turn import Turn

NOTE_SHOWN = 300
"""Characters of the patient's own words on a card."""


def about(entry_id: str) -> str:
    """Name the entry, so that a reply to its card or a later change finds it."""
    return f"entry:{entry_id}"


def card(turn: Turn, entry: journal.Entry, *, greeting: str = "", refresh: bool = False) -> messages.Say:
    """Show an entry; with ``refresh`` in place of its earlier card."""
    lines = [greeting, _kept(turn, entry), _told_by(turn, entry), *_lines(turn, entry)]
    buttons = (
        flow.act(turn.text("card-fix"), "fix_update", entry.id),
        flow.act(turn.text("card-undo"), "undo_update", entry.id),
        flow.act(turn.text("card-add"), "add_to_update", entry.id),
    )
    if entry.kind == "update":
        lines.append(history_lines.told(turn, entry.id))
    text = "\n".join(line for line in lines if line)
    rows = (buttons, *_words(turn, entry))
    return messages.Say(text, buttons=rows, about=about(entry.id), refresh=refresh)


def _told_by(turn: Turn, entry: journal.Entry) -> str:
    """Say whose words they are where they are a trusted person's, and show all of them."""
    if not entry.told_by:
        return ""
    if not entry.text:
        return turn.text("card-told_by-bare", name=entry.told_by)
    return turn.text("card-told_by", name=entry.told_by, text=_shortened(entry.text))


def _words(turn: Turn, entry: journal.Entry) -> messages.Buttons:
    """Offer words where the update tells of a barrier, harm before any other, or asks for them."""
    told = turn.reads.situations(entry.text) if entry.kind == "update" else ()
    if not told and not (entry.kind == "update" and words_request.asks_for_words(entry.text)):
        return ()
    barrier = next(iter(script_finding.in_order(told)), "")
    choice = f"{script_buttons.BARRIER}{entry.id}" if barrier else ""
    words = flow.act(turn.text("say-from-card"), script_buttons.SAY, barrier, choice)
    return ((words, *case_message.offer(turn, entry, told)),)


def removed(turn: Turn, entry: journal.Entry) -> messages.Say:
    """Say in the card's place that the entry was removed, with the way to bring it back; below, where it was typed."""
    back = flow.act(turn.text("card-bring-back"), "undo_update", entry.id, "back")
    pressed = isinstance(turn.event, events.Press)
    return messages.Say(turn.text("card-gone"), buttons=((back,),), about=about(entry.id), refresh=pressed)


def symptom_line(turn: Turn, symptom: readings.SymptomMention) -> str:
    """Say one symptom in plain words."""
    name = _capital(symptom.name)
    if symptom.negated:
        return turn.text("card-absent", name=symptom.name)
    if symptom.body_part and symptom.body_part.removesuffix("s") not in symptom.name:
        name = turn.text("card-part", name=name, part=_place(turn, symptom.body_part))
    if symptom.severity is not None:
        return turn.text("card-rated", name=name, severity=symptom.severity)
    return turn.text("card-plain", name=name)


def _place(turn: Turn, part: str) -> str:
    """Name a place, and both of a pair in the plural ("both hands")."""
    both, _, one = part.partition(" ")
    if both != "both" or one.endswith("s"):
        return part
    irregular = dict(pair.split() for pair in turn.text("card-both-parts").split(","))
    last = one.rpartition(" ")[2]
    return f"{part.removesuffix(last)}{irregular.get(last, f'{last}s')}"


def medicine_line(medicine: readings.MedicationMention) -> str:
    """Name one medicine with its dose."""
    return f"{medicine.name} {medicine.dose}" if medicine.dose else medicine.name


def _kept(turn: Turn, entry: journal.Entry) -> str:
    """Say that it is kept, and when it was; a clock the patient never told the bot would only mislead."""
    if not turn.patient.zone_known and entry.at == entry.recorded_at:
        return turn.text("card-kept-now")
    return turn.text("card-kept", when=turn.say_moment(entry.at))


def _lines(turn: Turn, entry: journal.Entry) -> list[str]:
    reading = entry.reading
    lines = list(checkin_words.answers(turn, entry.checkin)) if entry.checkin else []
    lines += [f"• {symptom_line(turn, symptom)}" for symptom in reading.symptoms]
    for key, statuses in (
        ("card-took", {"taken"}),
        ("card-missed", {"missed", "ran_out"}),
        ("card-stopped", {"stopped"}),
        ("card-mentioned", {"mentioned"}),
    ):
        named = [medicine_line(m) for m in reading.medications if m.status in statuses]
        if named:
            lines.append(turn.text(key, list=", ".join(named)))
    for measured in reading.measurements:
        value = f"{measured.value} {measured.unit}" if measured.unit else measured.value
        lines.append(turn.text("card-measured", name=_capital(measured.name), value=value))
    if reading.onset:
        lines.append(turn.text("card-since", words=_after_since(reading.onset)))
    if reading.duration and lines:  # "no appointments for a month" tells of nothing that lasted
        lines.append(turn.text("card-lasted", words=reading.duration.removeprefix("for ")))
    for key, words in (("card-triggers", reading.triggers), ("card-impact", reading.impact)):
        if words:
            lines.append(turn.text(key, list=", ".join(words)))
    if reading.sleep:
        lines.append(turn.text("card-sleep", words=reading.sleep.removeprefix("slept ")))
    if entry.attachments:
        lines.append(turn.text("card-files", count=len(entry.attachments)))
    lines += [turn.text("card-note", text=_shortened(words)) for words in _not_understood(turn, entry)]
    return lines


def _not_understood(turn: Turn, entry: journal.Entry) -> list[str]:
    """List the patient's own words that none of the other lines stands for."""
    added = [line for line in entry.note.splitlines() if turn.reads.update(line).is_empty]
    shown = not entry.text or entry.told_by
    return (
        [entry.text, *added] if not shown and (entry.reading.is_empty or _tells_harm(turn, entry)) else added
    )


def _tells_harm(turn: Turn, entry: journal.Entry) -> bool:
    """Tell whether it says what was done to somebody: that is shown in their words, never as a symptom alone."""
    return entry.kind == "update" and scripts.HARM in turn.reads.situations(entry.text)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _after_since(words: str) -> str:
    return words.removeprefix("since ").removeprefix("started ")


def _shortened(text: str) -> str:
    return text if len(text) <= NOTE_SHOWN else f"{text[:NOTE_SHOWN]}…"
