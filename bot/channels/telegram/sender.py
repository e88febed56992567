"""Messages out: from what a turn wanted said to Bot API calls, and Telegram's errors to what the sender does next."""

import html
import logging
import re
from typing import Any

from telegram import Bot, LinkPreviewOptions, constants, error

from bot.channels.telegram.limits import Limits
from bot.channels.telegram.polling import seconds_of
from bot.engine import messages
from bot.services.transports import BlockedError, File, LaterError, RefusedError

log = logging.getLogger(__name__)

ROOM = 4_000
"""Characters put into one message; Telegram allows 4,096 after entities are parsed."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
SEND_MESSAGE = "send_Message"
"""Becomes "sendMessage" on the wire. Spelled so because the library warns of raw calls to methods it has itself, and
its own builds an object of everything that is sent and of all that comes back, nine tenths of the cost of a call."""
Markup = dict[str, Any]
"""A keyboard as the Bot API writes it, InlineKeyboardMarkup or ReplyKeyboardMarkup."""
TAG = re.compile(r"</?[a-z][^>]*>")
UNCHANGED = "not modified"
UNREADABLE = "can't parse entities"
TOO_LARGE = ("too large", "too big")
MOST_FETCHED = 20_000_000
"""Bytes of a file that a bot may fetch (Bot API, getFile); a server of one's own would send more."""
NOBODY = ("chat not found", "user not found", "peer_id_invalid")


class Sender:
    """Sends through the library's ``Bot``, within Telegram's limits."""

    def __init__(self, bot: Bot, limits: Limits) -> None:
        self._bot, self._limits = bot, limits

    async def room(self) -> int:
        """Wait until Telegram's limits let a message go, and tell how many they let."""
        return await self._limits.room()

    async def send(self, chat_id: int, message: messages.Outgoing, file: File | None) -> int | None:
        """Send one message; give Telegram's id for it, None where it has none.

        Raises:
            LaterError: Telegram asks to wait or does not answer.
            BlockedError: the patient cannot be reached any more.
            RefusedError: Telegram will never take this message.

        """
        try:
            match message:
                case messages.Notice():
                    await self._notice(message)
                case messages.Document():
                    return await self._document(chat_id, message, file)
                case messages.Say():
                    return await self._say(chat_id, message)
        except error.RetryAfter as problem:
            seconds = seconds_of(problem)
            self._limits.pause(seconds)
            raise LaterError(seconds) from None
        except error.Forbidden:
            raise BlockedError from None
        except error.NetworkError as problem:
            raise _meaning(problem) from None
        except error.TelegramError as problem:
            raise LaterError from problem
        return None

    async def fetch(self, file_id: str) -> bytes:
        """Fetch the bytes of a file a patient sent.

        Raises:
            LaterError: Telegram did not answer.
            RefusedError: the file is gone or too large for a bot (20 MB).

        """
        try:
            await self._limits.wait_out()
            file = await self._bot.get_file(file_id)
            if file.file_size and file.file_size > MOST_FETCHED:
                raise RefusedError("file too large")
            return bytes(await file.download_as_bytearray())
        except error.BadRequest:
            raise RefusedError("file") from None
        except error.RetryAfter as problem:
            seconds = seconds_of(problem)
            self._limits.pause(seconds)
            raise LaterError(seconds) from None
        except error.TelegramError:
            raise LaterError from None

    async def _notice(self, message: messages.Notice) -> None:
        await self._limits.wait_out()
        try:
            await self._bot.answer_callback_query(message.query_id, text=message.text or None)
        except error.BadRequest:
            return  # the press is too old to be answered; what it caused is sent all the same

    async def _document(self, chat_id: int, message: messages.Document, file: File | None) -> int:
        if file is None:
            raise RefusedError("no file")
        await self._limits.wait(chat_id)
        send = self._bot.send_photo if message.as_photo else self._bot.send_document
        sent = await send(
            chat_id,
            file.content,
            filename=file.name,
            caption=message.caption or None,
            parse_mode=constants.ParseMode.HTML,
            api_kwargs={"reply_markup": _inline(message.buttons)} if message.buttons else None,
        )
        return sent.message_id

    async def _say(self, chat_id: int, message: messages.Say) -> int:
        await self._limits.wait(chat_id)
        parts = split(message.text)
        if message.replaces is not None and len(parts) == 1:
            try:
                await self._edit(chat_id, message.replaces, message)
            except error.BadRequest as problem:
                if UNCHANGED in problem.message.casefold():
                    return message.replaces
                # Gone, too old, a file, or not to be read: whatever it is, the words are sent anew.
                await self._limits.wait(chat_id)
            else:
                return message.replaces
        for part in parts[:-1]:
            await self._send(chat_id, part, None, silent=message.silent)
            await self._limits.wait(chat_id)
        return await self._send(chat_id, parts[-1], _markup(message), silent=message.silent)

    async def _edit(self, chat_id: int, message_id: int, message: messages.Say) -> None:
        await self._bot.edit_message_text(
            message.text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=constants.ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            api_kwargs={"reply_markup": _inline(message.buttons)} if message.buttons else None,
        )

    async def _send(
        self,
        chat_id: int,
        text: str,
        markup: Markup | None,
        *,
        silent: bool,
    ) -> int:
        try:
            return await self._post(chat_id, text, markup, constants.ParseMode.HTML, silent=silent)
        except error.BadRequest as problem:
            if UNREADABLE not in problem.message.casefold():
                raise
        # Words without their tags are better than none.
        log.error("a message could not be read as HTML")
        return await self._post(chat_id, _bare(text), markup, None, silent=silent)

    async def _post(
        self,
        chat_id: int,
        text: str,
        markup: Markup | None,
        parse_mode: str | None,
        *,
        silent: bool,
    ) -> int:
        sent = await self._bot.do_api_request(
            SEND_MESSAGE,
            api_kwargs={
                "chat_id": chat_id,
                "text": text,
                "parse_mode": parse_mode,
                "reply_markup": markup,
                "disable_notification": silent or None,
                "link_preview_options": NO_PREVIEW,
            },
        )
        return int(sent["message_id"])


def split(text: str) -> list[str]:
    """Cut over-long text at paragraphs, then lines, then anywhere; no part is empty or longer than ``ROOM``.

    Text that has to be cut loses its tags, since a cut inside one would be refused.
    """
    if _length(text) <= ROOM:
        return [text]
    parts: list[str] = []
    rest = _bare(text)
    while rest:
        piece = rest[: ROOM // 2]
        if len(rest) > len(piece):
            cut = max(piece.rfind("\n\n"), piece.rfind("\n"), piece.rfind(" "))
            piece = piece[:cut] if cut > 0 else piece
        parts.append(html.escape(piece, quote=False))
        rest = rest[len(piece) :].lstrip()
    return [part for part in parts if part.strip()] or ["…"]


def _bare(text: str) -> str:
    return html.unescape(TAG.sub("", text))


def _meaning(problem: error.NetworkError) -> LaterError | BlockedError | RefusedError:
    """Tell what a failed call means for its message; a bad request is a kind of network error to the library."""
    said = problem.message.casefold()
    if any(sign in said for sign in TOO_LARGE):  # 413: it will not get smaller
        return RefusedError("too large")
    if not isinstance(problem, error.BadRequest):
        return LaterError()
    return BlockedError() if any(sign in said for sign in NOBODY) else RefusedError(_kind(problem))


def _kind(problem: error.NetworkError) -> str:
    """Name what Telegram objects to; behind the colon it may quote what somebody wrote."""
    return problem.message.partition(":")[0][:40]


def _length(text: str) -> int:
    """Count as Telegram does: UTF-16 units, of which an emoji has two."""
    return len(text.encode("utf-16-le")) // 2


def _markup(message: messages.Say) -> Markup | None:
    if message.buttons:
        return _inline(message.buttons)
    if message.keyboard:
        rows = [[{"text": words} for words in row] for row in message.keyboard]
        return {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}
    return None


def _inline(buttons: messages.Buttons) -> Markup:
    rows = [[{"text": b.label, "callback_data": b.press} for b in row] for row in buttons if row]
    return {"inline_keyboard": rows}
