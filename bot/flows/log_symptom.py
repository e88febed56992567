"""The guided log: one thing at a time. Only the first question needs an answer, and each is kept at once."""

from dataclasses import replace
from datetime import datetime

from bot.domain import journal, readings
from bot.engine import asking, flow, inputs
from bot.flows import cards, recent
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("log_symptom")

SKIP = ">"
NAME_WORDS = 6
"""A name of more words than this is a story; the update keeps stories, this step needs a name."""
SINCE = ("now", "morning", "night", "yesterday")
IMPACT = ("work", "home", "moving", "thinking", "people", "nothing")
HELPED = ("rest", "medicine", "quiet", "nothing")


@FLOW.start(to=("what", "bad", "since", "done"))
def begin(turn: Turn) -> flow.Next:
    """Begin; what was typed behind the command is the first answer."""
    if turn.subject.strip():
        return _named(turn, turn.subject.strip())
    return flow.Goto("what")


def _ask_what(turn: Turn) -> flow.Prompt:
    names = recent.symptoms(turn)
    rows = tuple((inputs.Choice(f"w{index}", name),) for index, name in enumerate(names))
    return flow.Prompt(turn.text("log_symptom-what" if names else "log_symptom-first"), rows)


@FLOW.step("what", inputs.Words(anything=True), to=("what", "bad", "since", "done"), ask=_ask_what)
def what(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what it is, in the patient's word; what else the words tell is kept with it."""
    return _named(turn, answer.text)


def _named(turn: Turn, text: str) -> flow.Next:
    read = turn.reads.update(text)
    if not read.symptoms:
        if len(text.split()) > NAME_WORDS or not any(letter.isalpha() for letter in text):
            return flow.Again("log_symptom-short") if turn.answers.get("what") else flow.Goto("what")
        read = replace(read, symptoms=(_own_word(turn, text),))
    turn.answers.pop("what", None)
    entry = journal.Entry(
        id=turn.answers.get("entry") or turn.new_id(),
        at=turn.sent_at,
        recorded_at=turn.sent_at,
        zone=turn.patient.zone,
        kind="log",
        text=text,
        reading=read,
    )
    turn.answers["entry"] = turn.store.journal.save(entry).id
    if any(symptom.severity is None and not symptom.negated for symptom in read.symptoms):
        return flow.Goto("bad")
    return _card(turn) if turn.patient.energy == "foggy" else flow.Goto("since")


def _own_word(turn: Turn, text: str) -> readings.SymptomMention:
    """Take a word nobody taught yet as it is, and know it from now on."""
    name = turn.reads.symptom(text)
    said = " ".join(text.casefold().split())
    if name == said and said not in turn.reads.taught:
        turn.store.words.teach(said, said, turn.now)
    return readings.SymptomMention(name, text)


def _ask_bad(turn: Turn) -> flow.Prompt:
    symptom = _unrated(turn)
    return flow.Prompt(turn.text("log_symptom-bad", name=_capital(symptom.name) if symptom else ""))


@FLOW.step("bad", inputs.Scale(), to=("since", "done"), ask=_ask_bad, skip="done")
def bad(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep how bad it was at its worst."""
    entry = _entry(turn)
    if entry and answer.number is not None:
        unrated = _unrated(turn)
        rated = tuple(
            replace(s, severity=answer.number) if s is unrated or s == unrated else s
            for s in entry.reading.symptoms
        )
        _keep(turn, replace(entry.reading, symptoms=rated))
    return _card(turn) if turn.patient.energy == "foggy" else flow.Goto("since")


def _ask_since(turn: Turn) -> flow.Prompt:
    return flow.Prompt(
        turn.text("log_symptom-since"), turn.choice_rows("log_symptom-since", SINCE, per_row=2)
    )


@FLOW.step("since", inputs.Moment("past"), to=("impact",), ask=_ask_since, skip="impact")
def since(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep since when: the patient's words, made certain by the date where they named one."""
    entry = _entry(turn)
    if entry:
        words = answer.text.lower()
        if answer.moment is not None:
            words = _said_back(turn, answer.moment, has_time=answer.has_time)
        _keep(turn, replace(entry.reading, onset=words))
    return flow.Goto("impact")


def _ask_impact(turn: Turn) -> flow.Prompt:
    return flow.Prompt(
        turn.text("log_symptom-impact"), turn.choice_rows("log_symptom-impact", IMPACT, per_row=2)
    )


@FLOW.step("impact", inputs.Words(anything=True), to=("helped",), ask=_ask_impact, skip="helped")
def impact(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what it got in the way of."""
    entry = _entry(turn)
    if entry and answer.choice != "nothing":
        words = answer.text.lower() if answer.choice else answer.text
        _keep(turn, replace(entry.reading, impact=(words,)))
    return flow.Goto("helped")


def _ask_helped(turn: Turn) -> flow.Prompt:
    return flow.Prompt(
        turn.text("log_symptom-helped"), turn.choice_rows("log_symptom-helped", HELPED, per_row=2)
    )


@FLOW.step("helped", inputs.Words(anything=True), to=("done",), ask=_ask_helped, skip="done")
def helped(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep what helped or set it off, and the medicines named in it."""
    entry = _entry(turn)
    if entry and answer.choice != SKIP:
        read = turn.reads.update(answer.text) if not answer.choice else readings.UpdateReading()
        reading = replace(
            entry.reading,
            triggers=(*entry.reading.triggers, *read.triggers),
            medications=(*entry.reading.medications, *read.medications),
        )
        note = answer.text if answer.choice else str(turn.text("log_symptom-noted", words=answer.text))
        turn.store.journal.save(replace(entry, reading=reading, note=note))
    return _card(turn)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _entry(turn: Turn) -> journal.Entry | None:
    return turn.store.journal.kept(turn.answers.get("entry", ""))


def _unrated(turn: Turn) -> readings.SymptomMention | None:
    entry = _entry(turn)
    present = [s for s in entry.reading.symptoms if not s.negated] if entry else []
    return next((s for s in present if s.severity is None), present[0] if present else None)


def _keep(turn: Turn, reading: readings.UpdateReading) -> None:
    entry = _entry(turn)
    if entry:
        turn.store.journal.save(replace(entry, reading=reading))


def _said_back(turn: Turn, moment: datetime, *, has_time: bool) -> str:
    return asking.say_moment(turn, moment, with_time=has_time)


def _card(turn: Turn) -> flow.Done:
    entry = _entry(turn)
    return flow.Done((cards.card(turn, entry),) if entry else ())
