"""The check-in as it arrives by itself: its first question can be answered inside it and holds no health word.

The start of a message shows on a locked phone. "How much energy today?" says nothing about anybody's health, so it
needs no "Show", and the whole check-in stays within four taps.
"""

from bot.domain import reminders
from bot.engine import flow, messages
from bot.flows import checkin_words, recent
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn]("checkin_reminder")

ENERGY = ("e0", "e1", "e2", "e3", "e4")
PER_ROW = 3
EASED = "ease"


@FLOW.start(to=("done",))
def remind(turn: Turn) -> flow.Next:
    """Ask how today is; or, once, say that the question comes less often now."""
    return flow.Done((_eased(turn) if turn.choice == EASED else _question(turn),))


def _question(turn: Turn) -> messages.Say:
    text = turn.text("checkin_reminder-ask")
    names = recent.symptoms(turn) if turn.patient.open_lock_screen else ()
    if names:
        text = turn.text("checkin_reminder-open", names=checkin_words.listed(turn, names))
    words = [_button(turn, turn.text(f"checkin-energy.{choice}"), choice) for choice in ENERGY]
    rows = [tuple(words[:PER_ROW]), tuple(words[PER_ROW:])]
    earlier = recent.earlier_checkin(turn)
    if earlier:
        rows.append((_button(turn, recent.same_label(turn, earlier), "same"),))
    rows.append((_button(turn, turn.text("checkin_reminder-ask.no"), "no"),))
    return messages.Say(text, buttons=tuple(rows))


def _button(turn: Turn, label: str, choice: str) -> messages.Button:
    return flow.act(label, "checkin", turn.subject, choice)


def _eased(turn: Turn) -> messages.Say:
    days = reminders.checkin_gap_days(reminders.PATIENCE)
    buttons = (
        flow.act(turn.text("checkin_reminder-eased.time"), "settings", "", "checkin"),
        flow.act(turn.text("checkin_reminder-eased.pause"), "pause"),
    )
    return messages.Say(turn.text("checkin_reminder-eased", days=days), buttons=(buttons,))
