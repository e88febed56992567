"""What a patient can do in a chat, without Telegram: a message, a command, a press, an edit, a file."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Text:
    """A message typed. ``reply_to`` is the Telegram id of the message it answers."""

    text: str
    message_id: int
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """A message that starts with a slash: ``name`` without it, in lower case, and what follows."""

    name: str
    argument: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: its data, the message it stood under, and the query that waits for an answer."""

    data: str
    message_id: int | None
    query_id: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A message of the patient, changed afterwards."""

    text: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Media:
    """A photo, voice note or file, with what was written under it."""

    media: Literal["photo", "voice", "document"]
    file_id: str
    message_id: int
    name: str = ""
    size: int = 0
    caption: str = ""
    reply_to: int | None = None
    mime: str = ""
    album: str = ""
    """What the files sent together in one go share; empty where it came alone."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something the bot cannot use (a sticker, a game, a kind of update that is newer than the bot)."""

    what: str
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """The patient blocked the bot or took it back."""

    blocked: bool


@dataclass(frozen=True, slots=True)
class Incoming:
    """An event and when the patient caused it; None where Telegram does not say (a press)."""

    event: "Event"
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """Who an update is from. ``private`` is False for groups and channels, which the bot leaves."""

    telegram_id: int
    chat_id: int
    private: bool
    locale: str = ""


Event = Text | Command | Press | Edit | Media | Unknown | Presence
