"""A reply to a card, or an edit of the message behind it, corrects the entry; the card changes in place."""

from bot.domain import journal
from bot.engine import events, flow, inputs, messages
from bot.flows import cards, corrections, entries
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("correct_update", waits=flow.A_WHILE)


@FLOW.start(to=("which", "quick_update", "done"))
def correct(turn: Turn) -> flow.Next:
    """Change the entry as the message says; where the entry is gone, the words make a new one."""
    if isinstance(turn.event, events.Edit):
        return _edited(turn, turn.event)
    entry = turn.store.journal.kept(turn.subject)
    if entry is None:
        return flow.Switch("quick_update")
    if isinstance(turn.event, events.Media):
        return _keep(turn, entries.add_file(turn, entry, turn.event))
    text, _ = entries.said(turn.event)
    rating = corrections.rating(turn, text)
    if rating is not None and entry.reading.symptoms:
        index = corrections.rated_symptom(entry, rating)
        if index is None:
            turn.answers["severity"] = rating.severity
            return flow.Goto("which")
        return _keep(turn, corrections.rate(entry, index, rating.severity))
    return _keep(turn, corrections.corrected(turn, entry, text))


def _ask_which(turn: Turn) -> flow.Prompt:
    entry = turn.store.journal.kept(turn.subject)
    symptoms = entry.reading.symptoms if entry else ()
    rows = tuple((inputs.Choice(f"s{i}", s.name),) for i, s in enumerate(symptoms))
    return flow.Prompt(turn.text("correct_update-which", severity=turn.answers["severity"]), rows)


@FLOW.step("which", inputs.Pick(), to=("done",), ask=_ask_which)
def which(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Rate the symptom that was meant."""
    entry = turn.store.journal.kept(turn.subject)
    index = int((answer.choice or "s0").removeprefix("s"))
    if entry is None or index >= len(entry.reading.symptoms):
        return flow.Done((messages.Say(turn.text("card-lost")),))
    return _keep(turn, corrections.rate(entry, index, turn.answers["severity"]))


def _edited(turn: Turn, edit: events.Edit) -> flow.Next:
    """Read the changed message anew. An edit that may be an emergency is kept whatever it changed."""
    entry = turn.store.journal.of_message(edit.message_id)
    if entry is not None:
        return _keep(turn, entries.reread(turn, entry, edit.text))
    if turn.alert.kind != "none":
        return flow.Switch("quick_update")
    return flow.Done((messages.Say(turn.text("correct_update-not_an_entry")),))


def _keep(turn: Turn, entry: journal.Entry) -> flow.Done:
    """Save the entry and show it; after an alert the help has been shown, and no card follows."""
    entry = turn.store.journal.save(entry)
    return flow.Done((cards.card(turn, entry, refresh=True),) if turn.alert.kind == "none" else ())
