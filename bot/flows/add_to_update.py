"""Add puts more words, a photo or a voice note with an entry that was kept.

A file comes past this flow (files are never an answer) and is put with the entry by `bot.flows.quick_update`; the
question then stands again, and "That is all" ends it.
"""

from bot.engine import events, flow, inputs, messages
from bot.flows import cards, entries
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("add_to_update", waits=flow.A_WHILE)


@FLOW.start(to=("more", "done"))
def begin(turn: Turn) -> flow.Next:
    """Ask what to add; nothing can be added to an entry that is gone."""
    if turn.store.journal.kept(turn.subject) is None:
        return flow.Done((messages.Say(turn.text("card-lost")),))
    return flow.Goto("more")


def _ask_more(turn: Turn) -> flow.Prompt:
    added_already = isinstance(turn.event, events.Media)
    key = "add_to_update-else" if added_already else "add_to_update-more"
    return flow.Prompt(turn.text(key), turn.choice_rows("add_to_update-more", ("all",)))


@FLOW.step("more", inputs.Words(anything=True), to=("quick_update", "done"), ask=_ask_more)
def more(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the words with the entry; where it is gone by now, they make one of their own."""
    entry = turn.store.journal.kept(turn.subject)
    if answer.choice is not None:
        return flow.Done((cards.card(turn, entry, refresh=True),) if entry else ())
    if entry is None:
        return flow.Switch("quick_update")
    entry = turn.store.journal.save(entries.add_words(turn, entry, answer.text))
    return flow.Done((cards.card(turn, entry, refresh=True),))
