"""Fix puts right what was understood: the patient points at what is wrong, or types the whole message again.

Every change is saved at once and the card is shown anew in its place.
"""

from dataclasses import replace

from bot.domain import journal, readings
from bot.engine import flow, inputs, messages
from bot.flows import asides, cards, corrections, entries
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("fix_update", waits=flow.A_WHILE)

SYMPTOM, MEDICINE = "s", "m"
LABEL_SHOWN = 40
"""Characters of a name on a button."""


@FLOW.start(to=("what", "done"))
def begin(turn: Turn) -> flow.Next:
    """Ask what is wrong; an entry that is gone cannot be fixed."""
    if _entry(turn) is None:
        return _lost(turn)
    return flow.Goto("what")


def _ask_what(turn: Turn) -> flow.Prompt:
    entry = _entry(turn)
    reading = entry.reading if entry else readings.UpdateReading()
    named = [
        *(inputs.Choice(f"{SYMPTOM}{i}", _label(s.name)) for i, s in enumerate(reading.symptoms)),
        *(inputs.Choice(f"{MEDICINE}{i}", _label(m.name)) for i, m in enumerate(reading.medications)),
    ]
    pairs = tuple(tuple(named[i : i + 2]) for i in range(0, len(named), 2))
    return flow.Prompt(
        turn.text("fix_update-what"),
        (*pairs, *turn.choice_rows("fix_update-what", ("when", "rewrite", "keep"), per_row=2)),
    )


@FLOW.step(
    "what",
    inputs.Words(anything=True),
    to=("how", "how_medicine", "when", "again", "correct_update", "done"),
    ask=_ask_what,
)
def what(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Go to what was pointed at; what is typed corrects a part, or takes the place of the whole message."""
    entry = _entry(turn)
    if entry is None:
        return _lost(turn)
    if answer.choice is None:
        return _typed(turn, entry, answer.text)
    match answer.choice:
        case "when":
            return flow.Goto("when")
        case "rewrite":
            return flow.Goto("again")
        case "keep":
            return _as_it_is(turn)
        case target:
            turn.answers["target"] = answer.text
            return flow.Goto("how" if target.startswith(SYMPTOM) else "how_medicine")


def _typed(turn: Turn, entry: journal.Entry, text: str) -> flow.Next:
    if corrections.is_part(turn, entry, text):
        return flow.Switch("correct_update", turn.subject)
    return _keep(turn, entries.rewritten(turn, entry, text))


@FLOW.step("again", inputs.Words(anything=True), to=("done",))
def again(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Put what was typed in place of the whole message."""
    entry = _entry(turn)
    return _keep(turn, entries.rewritten(turn, entry, answer.text)) if entry else _lost(turn)


def _ask_how(turn: Turn) -> flow.Prompt:
    found = _symptom(turn)
    absent = found is not None and found[2].negated
    ways = ("severity", "name", "present" if absent else "absent", "remove")
    name = found[2].name if found else ""
    return flow.Prompt(
        turn.text("fix_update-how", name=name), turn.choice_rows("fix_update-how", ways, per_row=2)
    )


@FLOW.step("how", inputs.Pick(), to=("severity", "name", "done"), ask=_ask_how)
def how(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Change the symptom, or ask what is right for it."""
    found = _symptom(turn)
    if found is None:
        return _as_it_is(turn)
    entry, index, symptom = found
    match answer.choice:
        case "severity" | "name" as step:
            return flow.Goto(step)
        case "absent":
            denied = replace(symptom, negated=True, severity=None, severity_range=None)
            return _keep(turn, entries.with_symptom(entry, index, denied))
        case "present":
            return _keep(turn, entries.with_symptom(entry, index, replace(symptom, negated=False)))
        case _:
            return _keep(turn, entries.with_symptom(entry, index, None))


@FLOW.step("severity", inputs.Scale(), to=("done",))
def severity(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Note how bad it was; whoever rates a symptom has it."""
    found = _symptom(turn)
    if found is None:
        return _as_it_is(turn)
    entry, index, symptom = found
    rated = replace(symptom, severity=answer.number, severity_range=None, negated=False)
    return _keep(turn, entries.with_symptom(entry, index, rated))


@asides.step(FLOW, "name", inputs.Words(anything=True), to=("done",))
def name(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Call the symptom what the patient calls it, here and from now on."""
    found = _symptom(turn)
    if found is None:
        return _as_it_is(turn)
    entry, index, symptom = found
    own = " ".join(answer.text.casefold().split())
    for said in {" ".join(symptom.words.casefold().split()), own}:
        turn.store.words.teach(said, own, turn.now)
    return _keep(turn, entries.with_symptom(entry, index, replace(symptom, name=own)))


def _ask_how_medicine(turn: Turn) -> flow.Prompt:
    found = _medicine(turn)
    taken = found is not None and found[2].taken is not False
    ways = ("retype", "missed" if taken else "taken", "remove")
    name = cards.medicine_line(found[2]) if found else ""
    return flow.Prompt(
        turn.text("fix_update-how_medicine", name=name), turn.choice_rows("fix_update-how_medicine", ways)
    )


@FLOW.step("how_medicine", inputs.Pick(), to=("medicine", "done"), ask=_ask_how_medicine)
def how_medicine(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Change the medicine, or ask for its name and dose."""
    found = _medicine(turn)
    if found is None:
        return _as_it_is(turn)
    entry, index, medicine = found
    match answer.choice:
        case "retype":
            return flow.Goto("medicine")
        case "missed":
            return _keep(turn, entries.with_medicine(entry, index, _with_status(medicine, taken=False)))
        case "taken":
            return _keep(turn, entries.with_medicine(entry, index, _with_status(medicine, taken=True)))
        case _:
            return _keep(turn, entries.with_medicine(entry, index, None))


@asides.step(FLOW, "medicine", inputs.Words(anything=True), to=("done",))
def medicine(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Take name and dose as typed; whether it was taken stays as it was."""
    found = _medicine(turn)
    if found is None:
        return _as_it_is(turn)
    entry, index, old = found
    understood = turn.reads.update(answer.text).medications
    if len(understood) == 1:
        new = replace(old, name=understood[0].name, dose=understood[0].dose, words=answer.text)
    else:
        new = replace(old, name=answer.text, dose=None, words=answer.text)
    return _keep(turn, entries.with_medicine(entry, index, new))


@asides.step(FLOW, "when", inputs.Moment("past", anything=True), to=("done",))
def when(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Move the entry to when it was; where only a day was said, the hour stays."""
    entry = _entry(turn)
    if entry is None or answer.moment is None:
        return _lost(turn)
    moved = entries.moved(turn, entry, answer.moment, has_time=answer.has_time)
    return _keep(turn, moved) if moved else flow.Again("fix_update-ahead")


def _entry(turn: Turn) -> journal.Entry | None:
    return turn.store.journal.kept(turn.subject)


def _lost(turn: Turn) -> flow.Done:
    return flow.Done((messages.Say(turn.text("card-lost")),))


def _keep(turn: Turn, entry: journal.Entry) -> flow.Done:
    return flow.Done((cards.card(turn, turn.store.journal.save(entry), refresh=True),))


def _as_it_is(turn: Turn) -> flow.Done:
    """Show the entry as it stands: what was pointed at was changed in the meantime."""
    entry = _entry(turn)
    return flow.Done((cards.card(turn, entry, refresh=True),)) if entry else _lost(turn)


def _symptom(turn: Turn) -> tuple[journal.Entry, int, readings.SymptomMention] | None:
    """Find the symptom that was pointed at; None where it is no longer what stood on the button."""
    entry, index = _entry(turn), _pointed_at(turn, SYMPTOM)
    if entry is None or index is None or index >= len(entry.reading.symptoms):
        return None
    found = entry.reading.symptoms[index]
    return (entry, index, found) if _label(found.name) == turn.answers["target"] else None


def _medicine(turn: Turn) -> tuple[journal.Entry, int, readings.MedicationMention] | None:
    entry, index = _entry(turn), _pointed_at(turn, MEDICINE)
    if entry is None or index is None or index >= len(entry.reading.medications):
        return None
    found = entry.reading.medications[index]
    return (entry, index, found) if _label(found.name) == turn.answers["target"] else None


def _pointed_at(turn: Turn, kind: str) -> int | None:
    answer = turn.answered("what")
    choice = answer.choice if answer else None
    return int(choice.removeprefix(kind)) if choice and choice.startswith(kind) else None


def _with_status(medicine: readings.MedicationMention, *, taken: bool) -> readings.MedicationMention:
    return replace(medicine, taken=taken, status="taken" if taken else "missed")


def _label(name: str) -> str:
    return name if len(name) <= LABEL_SHOWN else f"{name[:LABEL_SHOWN]}…"
