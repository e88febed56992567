"""What the patient told lately, as the check-in, the guided log and the reminders draw on it. Not a flow."""

from datetime import timedelta

from bot.domain import journal
from bot.flows.turn import Turn

DAYS = 30
AWAY = timedelta(days=3)
"""After so long without a word, the bot is glad to hear from the patient, and asks nothing about the gap."""
SAME_WITHIN = timedelta(days=7)
"""The longest recall to ask for (PRO-CTCAE FAQ): an older check-in is no longer a fair "same as last time"."""


def entries(turn: Turn) -> list[journal.Entry]:
    """List what was told of the last 30 days, oldest first."""
    return turn.store.journal.between(turn.midnight(days_ago=DAYS), turn.now + timedelta(days=1))


def symptoms(turn: Turn) -> tuple[str, ...]:
    """Name the patient's most frequent symptoms, at most three, most frequent first."""
    return journal.frequent_symptoms(entries(turn))


def takes_medicines(turn: Turn) -> bool:
    """Tell whether any medicine was mentioned lately that was not stopped."""
    return any(m.status != "stopped" for entry in entries(turn) for m in entry.reading.medications)


def todays_checkin(turn: Turn) -> journal.Entry | None:
    """Find today's check-in, where there is one."""
    latest = turn.store.journal.latest(1, ("checkin",))
    return latest[0] if latest and turn.local(latest[0].at).date() == turn.local_now.date() else None


def earlier_checkin(turn: Turn) -> journal.Entry | None:
    """Find the latest check-in before today, of the last seven days, that "same as" may copy."""
    today = turn.local_now.date()
    for entry in turn.store.journal.latest(2, ("checkin",)):
        is_fresh = turn.now - entry.at <= SAME_WITHIN
        if is_fresh and entry.checkin and turn.local(entry.at).date() < today:
            return entry
    return None


def same_label(turn: Turn, entry: journal.Entry) -> str:
    """Name the button that copies an earlier check-in."""
    was_yesterday = turn.local(entry.at).date() == turn.local_now.date() - timedelta(days=1)
    return turn.text("checkin-same.yesterday" if was_yesterday else "checkin-same.last")


def was_away(turn: Turn) -> bool:
    """Tell whether the patient told nothing for some days; what a trusted person told meanwhile is no sign of them."""
    last_at = turn.store.journal.last_own_at()
    return last_at is not None and turn.sent_at - last_at > AWAY
