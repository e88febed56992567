"""What a turn wants to have sent: plain data, stored in the outbox and delivered afterwards."""

from typing import Literal

import msgspec

from bot.domain import errors

MAX_PRESS_BYTES = 64
"""Telegram's limit for the data of a button (Bot API, InlineKeyboardButton.callback_data)."""


class Button(msgspec.Struct, frozen=True):
    """A button under a message. ``press`` comes back when it is pressed; ``url`` opens a page or a call instead."""

    label: str
    press: str

    def __post_init__(self) -> None:
        """Refuse data Telegram would refuse."""
        if not 1 <= len(self.press.encode()) <= MAX_PRESS_BYTES:
            raise errors.SamesideError(f"Button data of {len(self.press.encode())} bytes does not fit.")


Buttons = tuple[tuple[Button, ...], ...]


class Say(msgspec.Struct, frozen=True, tag="say", omit_defaults=True):
    """One message of HTML text.

    ``replaces`` is the Telegram message it is shown in place of; where that is gone it is sent as a new one.
    ``about`` names what it shows ("entry:<id>"), so that a reply to it or a later change finds it; with ``refresh``
    it takes the place of the latest message about the same. ``keyboard`` sets the labels that stay under the
    input field. ``silent`` makes no sound.
    """

    text: str
    buttons: Buttons = ()
    replaces: int | None = None
    about: str | None = None
    refresh: bool = False
    keyboard: tuple[tuple[str, ...], ...] = ()
    silent: bool = False


class Notice(msgspec.Struct, frozen=True, tag="notice", omit_defaults=True):
    """The answer to a button press that ends its waiting circle; ``text`` is shown for a moment."""

    query_id: str
    text: str = ""


class Document(msgspec.Struct, frozen=True, tag="document", omit_defaults=True):
    """A file that is made when it is sent, from what is stored then.

    ``what`` names the document ("export", "page", "calendar"); ``subject`` narrows it to one visit. ``as_photo`` shows
    a picture in the chat instead of as a file; its caption is then all that a screen reader has. ``buttons`` stand
    under it; a press on one leaves it as it is.
    """

    what: str
    caption: str = ""
    subject: str = ""
    as_photo: bool = False
    buttons: Buttons = ()


class Fetch(msgspec.Struct, frozen=True, tag="fetch"):
    """The bytes of a photo, voice note or file are to be fetched from Telegram and kept with the entry.

    ``then`` names the flow that is started about the attachment once its bytes are there, or are not to be had.
    """

    entry_id: str
    attachment_id: str
    file_id: str
    then: str = ""


class Farewell(msgspec.Struct, frozen=True, tag="farewell"):
    """The last message to somebody of whom nothing is kept; sent outside the outbox."""

    text: str


Outgoing = Say | Notice | Document | Fetch
Priority = Literal[0, 1]
REPLY: Priority = 0
REMINDER: Priority = 1
