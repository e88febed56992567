"""Stories told by the patient: says, presses, waits, sees. The real bot on a real database; time is a value.

Only Telegram itself is missing: updates go in as JSON through the intake, and what stands in the outbox is put on a
small screen the way a chat shows it: new messages below, edits in place.
"""

import functools
import html
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot import flows
from bot.channels.telegram import gateway
from bot.content import explainers, recognition, scripts, vocabulary, weights, wording
from bot.domain import journal
from bot.engine import messages, runner
from bot.flows.turn import Library
from bot.services import arrivals, intake, ticks, turn_maker, turns
from bot.storage import opening, outbox, store
from bot.understanding import alerts, reader, situations
from bot.understanding.updates import updates
from tests.support import prepared

START = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
"""A Monday, 10 am in New York, a week before the clocks go forward there."""
TAG = re.compile(r"</?[a-z][^>]*>")


@dataclass
class Shown:
    """A message on the patient's screen."""

    id: int
    text: str
    buttons: list[messages.Button]
    at: datetime
    silent: bool = False
    keyboard: tuple[tuple[str, ...], ...] = ()
    rows: int = 0
    """Rows of buttons under it."""

    @property
    def plain(self) -> str:
        """The text as it is read: tags gone, entities resolved."""
        return html.unescape(TAG.sub("", self.text))


class OpenTurns(turns.Turns):
    """Turns that fail loudly: in a story nothing may go wrong unnoticed."""

    def _note_failure(self, patient_id: Any, received: Any, problem: Exception, now: datetime) -> None:
        del patient_id, received, now
        raise problem


@functools.cache
def _content() -> tuple[wording.Wording, reader.Understanding, Library]:
    """Read the content once a run; it never changes."""
    understanding = reader.Understanding(
        updates.UpdateReader(vocabulary.load(), weights.for_updates()),
        alerts.AlertReader(recognition.load_red_flags(), weights.load("alerts")),
        lambda: situations.SituationReader(recognition.load_situations(), weights.load("situations")),
    )
    library = Library(recognition.load_urgent_numbers(), scripts.load_scripts, explainers.load_explainers)
    return wording.Wording("en"), understanding, library


class Journey:
    """One bot and its patients. ``now`` moves only when a story says so."""

    def __init__(self, folder: Path, url: str = "", now: datetime = START) -> None:
        self.now = now
        self.folder, self.url = folder, url or prepared.sqlite(folder / "sameside.db")
        self.update_ids, self.message_ids = itertools.count(1000), itertools.count(1)
        self.patients: dict[int, Patient] = {}
        self.farewells: list[turns.Farewell] = []
        self.files: dict[str, bytes] = {}
        self.bot_username = "sameside_story_bot"
        self.open()

    def open(self) -> None:
        """Start the bot on whatever the folder holds."""
        self.words, understanding, library = _content()
        self.opened = opening.open_store(self.url, self.folder, (), self.now)
        maker = turn_maker.TurnMaker(self.words, understanding, library, self.bot_username)
        conversations = runner.Runner(flows.make_catalogue(self.words))
        self.arrivals = arrivals.Arrivals(maker, conversations)
        self.intake = intake.Intake(self.opened, gateway.identify, frozenset())
        self.turns = OpenTurns(self.opened, maker, conversations, gateway.decode)
        self.ticks = ticks.Ticks(self.opened, maker, conversations)

    def restart(self) -> None:
        """Stop the bot and start it again: nothing but the database survives."""
        self.opened.database.close()
        self.open()

    def close(self) -> None:
        """Stop the bot."""
        self.opened.database.close()

    def patient(self, name: str = "Robin", *, agrees: bool = True, locale: str = "en-US") -> "Patient":
        """Bring somebody new; unless told otherwise they agree and skip the questions."""
        someone = Patient(self, 7_123_456_000 + len(self.patients), name, locale)
        self.patients[someone.telegram_id] = someone
        if agrees:
            someone.says("/start")
            someone.presses("agree")
            someone.says("stop")
        return someone

    def take(self, update: dict[str, Any]) -> None:
        """Give the bot one update, and let it do everything that follows."""
        self.intake.accept([{"update_id": next(self.update_ids), **update}], self.now)
        self.work()

    def work(self) -> None:
        """Handle what waits and show what is to be sent."""
        while waiting := self.turns.waiting(self.now):
            self.farewells += self.turns.handle_each(waiting, self.now)
        self._deliver()

    def wait(self, **span: float) -> None:
        """Let time pass: reminders arrive at their own minute."""
        self.wait_until(self.now + timedelta(**span))

    def wait_until(self, moment: datetime) -> None:
        """Let time pass until ``moment`` (UTC)."""
        while True:
            due = self.ticks.next_due()
            if due is None or due > moment:
                break
            self.now = max(self.now, due)
            self.ticks.run_due(self.now)
            self._deliver()
        self.now = moment

    def sleep_through(self, **span: float) -> None:
        """Let time pass while the bot is down: what fell due is looked at only afterwards."""
        self.now += timedelta(**span)
        self.ticks.run_due(self.now)
        self._deliver()

    def _deliver(self) -> None:
        while True:
            with self.opened.database.write() as connection:
                waiting = outbox.heads(connection, self.now, 50, ())
                if not waiting:
                    return
                for head in waiting:
                    self._deliver_one(connection, head)

    def _deliver_one(self, connection: Any, head: outbox.Waiting) -> None:
        opened = self.opened.patients.open(connection, head.patient_id)
        assert opened is not None
        message = outbox.body(opened.scope, head.seq, messages.Outgoing)
        patient = self.patients[opened.patient.chat_id]
        shown = None
        if isinstance(message, messages.Say):
            replaces = message.replaces
            if message.refresh and message.about:
                replaces = outbox.shown_as(connection, head.patient_id, message.about)
            shown = patient.show(message, replaces)
        else:
            patient.others.append(message)
        if isinstance(message, messages.Fetch) and message.file_id in self.files:
            unit = store.Store(opened.scope)
            unit.attachments.put(
                message.attachment_id, message.entry_id, self.files[message.file_id], self.now
            )
            if message.then:
                self.arrivals.follow(opened, message, self.now)
        outbox.settle(connection, head.patient_id, head.seq, "sent", shown)


@dataclass
class Patient:
    """Somebody with a phone. ``screen`` is their chat, ``news`` what came since they last did something."""

    journey: Journey
    telegram_id: int
    name: str
    locale: str = "en-US"
    screen: list[Shown] = field(default_factory=list)
    news: list[Shown] = field(default_factory=list)
    others: list[messages.Outgoing] = field(default_factory=list)

    @property
    def user(self) -> dict[str, Any]:
        """Who they are to Telegram."""
        return {
            "id": self.telegram_id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.locale,
        }

    @property
    def chat(self) -> dict[str, Any]:
        """Their private chat with the bot."""
        return {"id": self.telegram_id, "type": "private", "first_name": self.name}

    def says(self, text: str, *, reply_to: "Shown | int | None" = None, at: datetime | None = None) -> int:
        """Type a message; gives its id."""
        return self.sends({"text": text}, reply_to=reply_to, at=at)

    def sends(
        self, content: dict[str, Any], *, reply_to: "Shown | int | None" = None, at: datetime | None = None
    ) -> int:
        """Send any message content, as the Bot API writes it."""
        self.news = []
        message_id = next(self.journey.message_ids)
        message = {
            "message_id": message_id,
            "from": self.user,
            "chat": self.chat,
            "date": int((at or self.journey.now).timestamp()),
            **content,
        }
        if reply_to is not None:
            replied = reply_to.id if isinstance(reply_to, Shown) else reply_to
            message["reply_to_message"] = {"message_id": replied, "chat": self.chat, "date": 0}
        self.journey.take({"message": message})
        return message_id

    def sends_photo(self, caption: str = "") -> int:
        """Send a photo."""
        return self.sends({"photo": [{"file_id": "photo-1", "file_size": 1000}], "caption": caption})

    def sends_file(self, name: str, content: bytes, *, caption: str = "", mime: str = "") -> int:
        """Send a file, whose bytes the bot can then fetch."""
        file_id = f"file-{next(self.journey.message_ids)}"
        self.journey.files[file_id] = content
        document = {"file_id": file_id, "file_name": name, "file_size": len(content), "mime_type": mime}
        return self.sends({"document": document, "caption": caption})

    def edits(self, message_id: int, text: str) -> None:
        """Change a message sent before."""
        self.news = []
        now = int(self.journey.now.timestamp())
        message = {
            "message_id": message_id,
            "from": self.user,
            "chat": self.chat,
            "date": now,
            "edit_date": now,
        }
        self.journey.take({"edited_message": {**message, "text": text}})

    def presses(self, label: str, *, on: "Shown | None" = None) -> None:
        """Press the lowest button on the screen whose label holds ``label``."""
        shown, button = self._button(label, on)
        self.press_data(button.press, shown)

    def press_data(self, data: str, shown: "Shown") -> None:
        """Press a button by its data, also one that is long gone."""
        self.news = []
        query = {
            "id": f"q{next(self.journey.update_ids)}",
            "from": self.user,
            "message": {"message_id": shown.id, "chat": self.chat, "date": 0},
            "data": data,
        }
        self.journey.take({"callback_query": query})

    def show(self, message: messages.Say, replaces: int | None) -> int:
        """Put a message on the screen; an edit of one that is there changes it in place."""
        buttons = list(itertools.chain.from_iterable(message.buttons))
        old = next((s for s in self.screen if s.id == replaces), None)
        if old is not None:
            old.text, old.buttons, old.at = message.text, buttons, self.journey.now
            old.rows = len(message.buttons)
            self.news.append(old)
            return old.id
        at = self.journey.now
        shown = Shown(
            next(self.journey.message_ids), message.text, buttons, at, message.silent, message.keyboard
        )
        shown.rows = len(message.buttons)
        self.screen.append(shown)
        self.news.append(shown)
        return shown.id

    def sees(self, text: str) -> "Shown":
        """Find ``text`` in what came since the last thing done; fails with the screen where it is not there."""
        found = next((shown for shown in self.news if text.casefold() in shown.plain.casefold()), None)
        assert found is not None, f"{self.name} does not see {text!r} in:\n{self.reading()}"
        return found

    def does_not_see(self, text: str) -> None:
        """Fail where ``text`` came since the last thing done."""
        found = [s for s in self.news if text.casefold() in s.plain.casefold()]
        assert not found, f"{self.name} sees {text!r} in:\n{self.reading()}"

    def can_press(self, label: str) -> bool:
        """Tell whether a button with ``label`` is among the news."""
        return any(label.casefold() in b.label.casefold() for s in self.news for b in s.buttons)

    def reading(self) -> str:
        """The news as text, for people who read a failing test."""
        return (
            "\n---\n".join(f"{shown.plain}\n{[b.label for b in shown.buttons]}" for shown in self.news)
            or "(nothing)"
        )

    def local(self, moment: datetime, zone: str) -> datetime:
        """Give a moment on a wall clock."""
        return moment.astimezone(ZoneInfo(zone))

    def store(self) -> "Iterator[store.Store]":
        """Open this patient's store, for a look at what is kept: ``for kept in robin.store(): ...``."""
        with self.journey.opened.database.read() as connection:
            patient_id = self.journey.opened.patients.find(connection, self.telegram_id)
            opened = self.journey.opened.patients.open(connection, patient_id) if patient_id else None
            if opened:
                yield store.Store(opened.scope)

    def entries(self) -> list[journal.Entry]:
        """What is in this patient's journal."""
        return [entry for kept in self.store() for entry in kept.journal.history()]

    def _button(self, label: str, on: "Shown | None") -> tuple["Shown", messages.Button]:
        for shown in [on] if on else reversed(self.screen):
            for button in shown.buttons:
                if label.casefold() in button.label.casefold():
                    return shown, button
        raise AssertionError(f"{self.name} finds no button {label!r} in:\n{self.reading()}")
