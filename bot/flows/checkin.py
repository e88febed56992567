"""The check-in: energy, the worst of their own symptoms, sleep, and what the day allowed, in at most four taps.

Each answer is kept in the journal at once, so that whoever stops after the first tap, or falls asleep, has told
that much. There is one check-in a day: a second one goes on with the first.
"""

from dataclasses import replace
from typing import Any, cast

from bot.domain import journal, markup, readings, shortening
from bot.engine import flow, inputs, messages
from bot.flows import cards, checkin_words, history_offers, recent
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("checkin")

ENERGY = ("e0", "e1", "e2", "e3", "e4")
SLEEP = ("s0", "s1", "s2", "s3", "s4")
FUNCTION = ("f0", "f1", "f2", "f3", "f4")
BESIDE_MEDICINES = ("f1", "f2", "f3")
"""The levels that find room in one table with the medicines."""
MEDICINES = ("all", "some", "none")
LEVELS = (2, 5, 8)
"""One tap names a symptom and how bad it was: mild, moderate, severe. A fourth button in the row would leave no room
for the name on a phone; typing takes any number."""
NAME_WIDTH = 14
AGAIN = "again"
NONE = "none"
SAME = "same"
NOT_TODAY = "no"
SKIP = ">"


@FLOW.start(to=("energy", "symptoms", "done"))
def begin(turn: Turn) -> flow.Next:
    """Begin, or go on from a button in the reminder."""
    if turn.choice == AGAIN:
        return _again(turn)
    _hear(turn, turn.subject)
    if turn.choice == NOT_TODAY:
        return flow.Done((messages.Say(turn.text("checkin-not-today")),))
    if turn.choice == SAME:
        return _copy(turn)
    if turn.choice in ENERGY:
        return _energy(turn, turn.choice)
    return flow.Goto("energy")


def _again(turn: Turn) -> flow.Next:
    """Ask anew to put an earlier answer right; what is skipped now stays as it was."""
    if turn.store.journal.kept(turn.subject) is None:
        return flow.Done((messages.Say(turn.text("card-lost")),))
    turn.answers["entry"] = turn.subject
    return flow.Goto("energy")


def _ask_energy(turn: Turn) -> flow.Prompt:
    earlier = None if turn.answers.get("entry") else recent.earlier_checkin(turn)
    rows = turn.choice_rows("checkin-energy", ENERGY, per_row=3)
    if earlier:
        rows = (*rows, (inputs.Choice(SAME, recent.same_label(turn, earlier)),))
    return flow.Prompt(turn.text("checkin-energy"), rows)


@FLOW.step("energy", inputs.Pick(), to=("symptoms", "done"), ask=_ask_energy, skip="done")
def energy(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the energy."""
    if answer.choice == SAME:
        return _copy(turn)
    return _energy(turn, answer.choice or SKIP)


def _energy(turn: Turn, choice: str) -> flow.Next:
    turn.answers["greet"] = recent.was_away(turn)
    _keep(turn, energy=None if choice == SKIP else int(choice[1:]))
    turn.answers["asked"] = _to_ask(turn)
    return flow.Goto("symptoms")


def _to_ask(turn: Turn) -> list[str]:
    """Name what is asked about: what an answer under correction told first, then the most frequent."""
    entry = turn.store.journal.kept(turn.answers.get("entry", ""))
    told = [s.name for s in entry.reading.symptoms if not s.negated] if entry else []
    return list(dict.fromkeys((*told, *recent.symptoms(turn))))[: journal.CHECKIN_SYMPTOMS]


def _ask_symptoms(turn: Turn) -> flow.Prompt:
    names: list[str] = turn.answers.get("asked", [])
    if not names:
        return flow.Prompt(turn.text("checkin-anything"), turn.choice_rows("checkin-anything", (NONE,)))
    if len(names) == 1:
        none = inputs.Choice(NONE, turn.text("checkin-symptom.none"))
        numbers = [inputs.Choice(f"0-{n}", str(n)) for n in range(1, 11)]
        rows: flow.Rows = (tuple(numbers[:5]), tuple(numbers[5:]))
        return flow.Prompt(turn.text("checkin-symptom", name=_capital(names[0])), (*rows, (none,)))
    grid = tuple(
        tuple(
            inputs.Choice(f"{index}-{level}", f"{level} {shortening.shorten(name, NAME_WIDTH)}")
            for level in LEVELS
        )
        for index, name in enumerate(names)
    )
    none = inputs.Choice(NONE, turn.text("checkin-symptoms.none"))
    return flow.Prompt(turn.text("checkin-symptoms", first=names[0]), (*grid, (none,)))


@FLOW.step("symptoms", inputs.Words(anything=True), to=("sleep", "done"), ask=_ask_symptoms, skip="done")
def symptoms(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the worst symptom of today, or that there was none."""
    _keep(turn, reading=_reading(turn, answer), words="" if answer.choice else answer.text)
    return _finish(turn) if turn.patient.energy == "foggy" else flow.Goto("sleep")


def _reading(turn: Turn, answer: inputs.Answer) -> readings.UpdateReading | None:
    names: list[str] = turn.answers.get("asked", [])
    if answer.choice == SKIP:
        return None
    if answer.choice == NONE:
        absent = [readings.SymptomMention(name, name, negated=True) for name in names]
        return readings.UpdateReading(symptoms=tuple(absent))
    if answer.choice:
        index, _, level = answer.choice.partition("-")
        name = names[int(index)]
        return readings.UpdateReading(symptoms=(readings.SymptomMention(name, name, severity=int(level)),))
    read = turn.reads.update(answer.text)
    if read.symptoms:
        return read
    named = readings.SymptomMention(turn.reads.symptom(answer.text), answer.text)
    return replace(read, symptoms=(named,))


def _ask_sleep(turn: Turn) -> flow.Prompt:
    return flow.Prompt(turn.text("checkin-sleep"), turn.choice_rows("checkin-sleep", SLEEP, per_row=3))


@FLOW.step("sleep", inputs.Pick(), to=("day", "done"), ask=_ask_sleep, skip="done")
def sleep(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep how the night was."""
    _keep(turn, sleep=None if answer.choice == SKIP else int((answer.choice or "s0")[1:]))
    if turn.patient.energy == "low":
        return _finish(turn)
    turn.answers["medicines"] = recent.takes_medicines(turn)
    return flow.Goto("day")


def _ask_day(turn: Turn) -> flow.Prompt:
    """Ask what the day allowed; where medicines are known, the same tap says how many were taken."""
    if not turn.answers.get("medicines"):
        return flow.Prompt(turn.text("checkin-day"), turn.choice_rows("checkin-day", FUNCTION, per_row=2))
    rows = tuple(
        tuple(inputs.Choice(f"{did}-{took}", _pair(turn, did, took)) for took in MEDICINES)
        for did in BESIDE_MEDICINES
    )
    return flow.Prompt(turn.text("checkin-both"), rows)


def _pair(turn: Turn, did: str, took: str) -> str:
    return f"{turn.text(f'checkin-both.{did}')} · {turn.text(f'checkin-both.{took}')}"


@FLOW.step("day", inputs.Pick(), to=("done",), ask=_ask_day, skip="done")
def day(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what the day allowed, and the medicines."""
    if answer.choice == SKIP:
        _keep(turn, function=None, medicines=None)
    else:
        did, _, took = (answer.choice or "").partition("-")
        _keep(turn, function=int(did[1:]), medicines=took or None)
    return _finish(turn)


def _keep(
    turn: Turn, *, reading: readings.UpdateReading | None = None, words: str = "", **values: Any
) -> None:
    """Put what was just answered into today's check-in; an entry is made with the first answer.

    ``words``: what was typed, kept as it is beside what was understood.
    """
    known = turn.answers.get("entry")
    entry = (turn.store.journal.kept(known) if known else None) or recent.todays_checkin(turn)
    if entry is None:
        if reading is None and all(value is None for value in values.values()):
            return
        entry = _new(turn)
    answered = {name: value for name, value in values.items() if value is not None}
    told = replace(entry.checkin or journal.Checkin(), **answered)
    turn.answers["entry"] = entry.id
    note = "\n".join(dict.fromkeys(line for line in (*entry.note.splitlines(), words) if line))
    entry = replace(entry, checkin=told, reading=reading or entry.reading, note=note)
    turn.store.journal.save(entry)


def _new(turn: Turn) -> journal.Entry:
    return journal.Entry(
        id=turn.new_id(), at=turn.sent_at, recorded_at=turn.sent_at, zone=turn.patient.zone, kind="checkin"
    )


def _copy(turn: Turn) -> flow.Next:
    earlier = recent.earlier_checkin(turn)
    if earlier is None:
        return flow.Goto("energy")
    turn.answers["greet"] = recent.was_away(turn)
    entry = recent.todays_checkin(turn) or _new(turn)
    symptoms_only = readings.UpdateReading(symptoms=earlier.reading.symptoms)
    note = str(turn.text("checkin-copied", day=turn.say_moment(earlier.at, with_time=False)))
    entry = replace(entry, checkin=earlier.checkin, reading=symptoms_only, note=note)
    turn.answers["entry"] = turn.store.journal.save(entry).id
    return _finish(turn)


def _finish(turn: Turn) -> flow.Done:
    entry = turn.store.journal.kept(cast("str", turn.answers.get("entry", "")))
    if entry is None:
        return flow.Done((messages.Say(turn.text("checkin-nothing")),))
    greeting = turn.text("card-welcome-back") if turn.answers.get("greet") else ""
    named = [cards.symptom_line(turn, symptom) for symptom in entry.reading.symptoms]
    told = [*checkin_words.answers(turn, entry.checkin or journal.Checkin()), *named]
    line = turn.text("checkin-kept", told=markup.Html(" · ".join(told)))
    buttons = (
        flow.act(turn.text("card-fix"), FLOW.name, entry.id, AGAIN),
        flow.act(turn.text("card-undo"), "undo_update", entry.id),
    )
    text = f"{greeting}\n{line}" if greeting else line
    card = messages.Say(text, buttons=(buttons,), about=cards.about(entry.id))
    return flow.Done((card, *history_offers.after_checkin(turn)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _hear(turn: Turn, reminder_id: str) -> None:
    """Note on the check-in's reminder that it was answered, so that it keeps coming as it did."""
    reminder = turn.store.reminders.get(reminder_id) if reminder_id else None
    if reminder and reminder.kind == "checkin":
        turn.store.reminders.settle(reminder.id, "answered", turn.now)
        turn.store.reminders.save(replace(reminder, answered_at=turn.now, unanswered=0, eased=False))
