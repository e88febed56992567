"""A Bot API kept in memory that stands where Telegram does, and the people who use it.

``SimulatedTelegram`` is both sides of Telegram: ``call`` is what a bot reaches, ``join``, ``send_text``,
``press`` and their like are what a person does on the phone. ``SimulatedRequest`` puts it under
python-telegram-bot's ``Bot``.
"""

import copy
import itertools
import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from telegram.request import BaseRequest, RequestData

from bot.channels.simulator import entities, files, markup, methods, refusals
from bot.channels.simulator.account import Account, Change, Chat
from bot.channels.simulator.parameters import Json, Parameters
from bot.channels.simulator.sending import CAPTION_UNITS, TEXT_UNITS, Upload

EDITABLE = timedelta(hours=48)
"""A person can edit a message of their own for this long (telegram.org/faq)."""
_ADDRESS = re.compile(r"/(file/)?bot[^/]*/(.+)")


class SimulatedTelegram:
    """One bot and everybody who chats with it.

    Args:
        now: the movable clock; gives aware times in UTC.
        name: what the bot is called at the top of a chat.
        username: what it is called in ``getMe``.

    """

    def __init__(
        self, now: Callable[[], datetime], name: str = "Sameside", username: str = "sameside_demo_bot"
    ) -> None:
        self.account = Account(now, name, username)
        self._query_ids = itertools.count(4_000_000_000_000_000_001)

    async def call(
        self,
        method: str,
        params: Mapping[str, Any],
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
    ) -> tuple[int, Json]:
        """Answer one Bot API call: HTTP status and JSON body. ``files`` are (name, bytes, media type)."""
        uploads = {field: Upload(*file) for field, file in (files or {}).items()}
        try:
            result = await methods.find(method)(self.account, Parameters(params), uploads)
        except refusals.RefusedError as refusal:
            return refusal.status, {
                "ok": False,
                "error_code": refusal.status,
                "description": refusal.description,
            }
        return methods.answer(200, result)

    def download(self, path: str) -> bytes | None:
        """The bytes behind a ``file_path``, None where there are none."""
        stored = self.account.files.by_path(path)
        return stored.content if stored else None

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Tell ``listener`` of every change in any chat until the returned function is called."""
        return self.account.listen(listener)

    def join(self, name: str, language_code: str = "en") -> Chat:
        """A new person opens the bot's chat; the bot hears of them once they send something."""
        if not name.strip():
            raise refusals.ImpossibleError("A patient needs a name.")
        return self.account.open_chat(name.strip()[:64], language_code)

    def chat(self, chat_id: int) -> Chat:
        """The chat with this id.

        Raises:
            ImpossibleError: there is none.

        """
        try:
            return self.account.chats[chat_id]
        except KeyError:
            raise refusals.ImpossibleError("There is no such chat.") from None

    def messages(self, chat: Chat) -> list[Json]:
        """All messages of a chat as they stand now, oldest first, in the Bot API's form."""
        return [copy.deepcopy(message.body) for message in chat.messages.values()]

    def send_text(
        self, chat: Chat, text: str, reply_to: int | None = None, at: datetime | None = None
    ) -> Json:
        """The person writes. Returns the first message: long texts are cut in several, as in Telegram's apps.

        ``at``: when it was written, where that is not now (a phone that was offline, a loaded history).
        """
        text = _written(text)
        sent = [
            self._say(chat, {"text": part} | _marks("entities", part), reply_to, at) for part in _parts(text)
        ]
        self._put_keyboard_away(chat, text)
        return sent[0]

    def edit_text(self, chat: Chat, message_id: int, text: str) -> Json:
        """The person edits a message of their own."""
        message = chat.messages.get(message_id)
        if message is None or message.by_bot or "text" not in message.body:
            raise refusals.ImpossibleError("Only your own text messages can be edited.")
        if self.account.timestamp - message.body["date"] > EDITABLE.total_seconds():
            raise refusals.ImpossibleError("Telegram lets people edit a message for 48 hours.")
        text = _parts(_written(text))[0]
        content = {"text": text, "entities": None, "edit_date": self.account.timestamp}
        edited = self.account.rewrite(chat, message, content | _marks("entities", text))
        self.account.updates.add("edited_message", edited)
        return edited

    def press(self, chat: Chat, message_id: int, data: str) -> str:
        """The person presses an inline button; returns the id of the query that the bot should answer."""
        message = chat.messages.get(message_id)
        shown = markup.buttons(message.body.get("reply_markup")) if message else []
        if message is None or not any(button.get("callback_data") == data for button in shown):
            raise refusals.ImpossibleError("This button is no longer there.")
        self._require_open(chat)
        query_id = str(next(self._query_ids))
        self.account.queries[query_id] = (chat.id, message_id)
        query = {
            "id": query_id,
            "from": chat.person,
            "message": copy.deepcopy(message.body),
            "chat_instance": str(-chat.id),
            "data": data,
        }
        self.account.updates.add("callback_query", query)
        return query_id

    def send_photo(self, chat: Chat, content: bytes, caption: str = "") -> Json:
        """The person sends a photo; it is kept as it is, where Telegram would make a smaller JPEG of it."""
        try:
            width, height = files.photo_size(content)
        except refusals.RefusedError as refusal:
            raise refusals.ImpossibleError("Telegram would not take this as a photo.") from refusal
        mime = files.image_mime(content)
        stored = self.account.files.add("photos", f"photo.{mime.removeprefix('image/')}", mime, content)
        photo = {"photo": [{**stored.ids(), "width": width, "height": height}]}
        return self._say(chat, photo | _caption(caption))

    def send_voice(
        self, chat: Chat, content: bytes, duration: int = 0, mime: str = "audio/ogg", caption: str = ""
    ) -> Json:
        """The person sends a voice note of ``duration`` seconds."""
        stored = self.account.files.add("voice", "voice.oga", mime, content)
        voice = {"voice": {"duration": duration, "mime_type": mime, **stored.ids()}}
        return self._say(chat, voice | _caption(caption))

    def send_document(
        self,
        chat: Chat,
        filename: str,
        content: bytes,
        mime: str = "application/octet-stream",
        caption: str = "",
    ) -> Json:
        """The person sends a file."""
        stored = self.account.files.add("documents", filename, mime, content)
        document = {"document": {"file_name": filename, "mime_type": mime, **stored.ids()}}
        return self._say(chat, document | _caption(caption))

    def send_sticker(self, chat: Chat, emoji: str) -> Json:
        """The person sends a sticker, known by its emoji; there is no picture behind it."""
        stored = self.account.files.add("stickers", "sticker.webp", "image/webp", emoji.encode())
        kind = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._say(chat, {"sticker": {**stored.ids(), **kind, "emoji": emoji}})

    def block(self, chat: Chat) -> None:
        """The person blocks the bot."""
        self._set_blocked(chat, blocked=True)

    def unblock(self, chat: Chat) -> None:
        """The person lets the bot write again."""
        self._set_blocked(chat, blocked=False)

    def _set_blocked(self, chat: Chat, *, blocked: bool) -> None:
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        member: Json = {"status": "member", "user": self.account.bot_user}
        kicked: Json = {"status": "kicked", "user": self.account.bot_user, "until_date": 0}
        before, after = (member, kicked) if blocked else (kicked, member)
        change = {"chat": chat.summary, "from": chat.person, "date": self.account.timestamp}
        self.account.updates.add(
            "my_chat_member", change | {"old_chat_member": before, "new_chat_member": after}
        )
        self.account.announce("chat", chat)

    def _say(
        self, chat: Chat, content: Json, reply_to: int | None = None, at: datetime | None = None
    ) -> Json:
        self._require_open(chat)
        began, chat.started = chat.started, True
        if not began:
            self.account.announce("chat", chat)
        body = self.account.post(chat, chat.person, content, reply_to=reply_to, at=at)
        self.account.updates.add("message", copy.deepcopy(body))
        return body

    def _require_open(self, chat: Chat) -> None:
        if chat.blocked:
            raise refusals.ImpossibleError("You have blocked the bot. Unblock it to write.")

    def _put_keyboard_away(self, chat: Chat, text: str) -> None:
        """A one-time keyboard, and a forced reply, go away once they are used."""
        keyboard = chat.keyboard or {}
        choices = [button["text"] for row in keyboard.get("keyboard", []) for button in row]
        if "force_reply" in keyboard or (keyboard.get("one_time_keyboard") and text in choices):
            chat.keyboard = None
            self.account.announce("chat", chat)


def _written(text: str) -> str:
    """What a phone sends of what was typed; halves of characters, which Telegram cannot carry, become "?"."""
    text = entities.cleaned(text).encode("utf-8", "replace").decode().strip()
    if not text:
        raise refusals.ImpossibleError("There is nothing to send.")
    return text


def _parts(text: str) -> list[str]:
    """Cut at 4096 UTF-16 units, never inside a character."""
    parts, part, length = [], "", 0
    for character in text:
        width = entities.utf16_length(character)
        if length + width > TEXT_UNITS:
            parts.append(part)
            part, length = "", 0
        part, length = part + character, length + width
    return [*parts, part]


def _marks(name: str, text: str) -> Json:
    found = entities.with_detected(text, [])
    return {name: found} if found else {}


def _caption(caption: str) -> Json:
    text = caption.strip()[:CAPTION_UNITS]
    return {"caption": text} | _marks("caption_entities", text) if text else {}


class SimulatedRequest(BaseRequest):
    """The transport of python-telegram-bot's ``Bot``, ending in the simulation instead of on the network."""

    def __init__(self, simulation: SimulatedTelegram) -> None:
        self._simulation = simulation

    @property
    def read_timeout(self) -> float | None:
        """No limit: nothing is read from afar."""
        return None

    async def initialize(self) -> None:
        """Nothing needs to be opened."""

    async def shutdown(self) -> None:
        """Nothing needs to be closed."""

    async def do_request(  # noqa: PLR0913, PLR0917  the library's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        """Answer a method call with JSON, a file address with the file."""
        del method, read_timeout, write_timeout, connect_timeout, pool_timeout  # of no use in memory
        address = _ADDRESS.search(unquote(urlsplit(url).path))
        if address is None:
            return _encoded(404, {"ok": False, "error_code": 404, "description": "Not Found"})
        if address[1]:
            content = self._simulation.download(address[2])
            missing = {"ok": False, "error_code": 404, "description": "Not Found"}
            return _encoded(404, missing) if content is None else (200, content)
        parameters = request_data.parameters if request_data else {}
        parts: Mapping[str, Any] = request_data.multipart_data if request_data else {}
        uploads = {field: (name, _bytes(content), mime) for field, (name, content, mime) in parts.items()}
        return _encoded(*await self._simulation.call(address[2], parameters, uploads))


def _encoded(status: int, body: Json) -> tuple[int, bytes]:
    return status, json.dumps(body).encode()


def _bytes(content: bytes | IO[bytes]) -> bytes:
    return content if isinstance(content, bytes) else content.read()
