"""Telegram's updates in: from the JSON as it came to what a patient did.

The JSON is read as it is, not through the library's classes: an update of a kind newer than the library must not
stop the bot, and a stored update must still be readable after an upgrade. Field names: Bot API, "Update".
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.engine import events

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
GONE = {"kicked", "left"}
FILES = ("voice", "audio", "video_note", "video", "document", "animation")


def identify(update: Mapping[str, Any]) -> events.Sender | None:
    """Tell who an update is from and whether it came in a private chat; None where nobody can be told."""
    query = _object(update.get("callback_query"))
    if query:
        user = _object(query.get("from"))
        chat = _object(_object(query.get("message")).get("chat")) or {"id": user.get("id"), "type": "private"}
        return _sender(user, chat)
    for kind in ("message", "edited_message", "my_chat_member", "channel_post", "edited_channel_post"):
        body = _object(update.get(kind))
        if body:
            chat = _object(body.get("chat"))
            return _sender(_object(body.get("from")) or chat, chat)
    return None


def decode(update: Mapping[str, Any]) -> events.Incoming:
    """Read what the patient did; what is not known is ``Unknown`` and answered kindly."""
    query = _object(update.get("callback_query"))
    if query:
        return events.Incoming(_press(query))
    edited = _object(update.get("edited_message"))
    if edited:
        return events.Incoming(_edit(edited), _moment(edited.get("edit_date")))
    member = _object(update.get("my_chat_member"))
    if member:
        status = _object(member.get("new_chat_member")).get("status")
        return events.Incoming(events.Presence(blocked=status in GONE), _moment(member.get("date")))
    message = _object(update.get("message"))
    if message:
        return events.Incoming(_message(message), _moment(message.get("date")))
    return events.Incoming(events.Unknown("update"))


def _sender(user: Mapping[str, Any], chat: Mapping[str, Any]) -> events.Sender | None:
    telegram_id, chat_id = _whole(user.get("id")), _whole(chat.get("id"))
    if telegram_id is None or chat_id is None:
        return None
    locale = str(user.get("language_code") or "")
    return events.Sender(telegram_id, chat_id, chat.get("type") == "private", locale)


def _press(query: Mapping[str, Any]) -> events.Event:
    message_id = _whole(_object(query.get("message")).get("message_id"))
    return events.Press(str(query.get("data") or ""), message_id, str(query.get("id") or ""))


def _edit(message: Mapping[str, Any]) -> events.Event:
    text = str(message.get("text") or message.get("caption") or "")
    message_id = _whole(message.get("message_id"))
    if not text or message_id is None:
        return events.Unknown("edit", message_id)
    return events.Edit(text, message_id)


def _message(message: Mapping[str, Any]) -> events.Event:
    message_id = _whole(message.get("message_id"))
    if message_id is None:
        return events.Unknown("message")
    reply_to = _whole(_object(message.get("reply_to_message")).get("message_id"))
    text = message.get("text")
    if isinstance(text, str) and text.startswith("/") and len(text) > 1 and text[1].isascii():
        return _command(text, message_id)
    if isinstance(text, str) and text:
        return events.Text(text, message_id, reply_to)
    return _media(message, message_id, reply_to) or events.Unknown(_kind(message), message_id)


def _command(text: str, message_id: int) -> events.Event:
    head, _, argument = text[1:].partition(" ")
    first_line, newline, rest = head.partition("\n")
    name = first_line.partition("@")[0].casefold()
    return events.Command(name, f"{rest} {argument}".strip() if newline else argument.strip(), message_id)


def _media(message: Mapping[str, Any], message_id: int, reply_to: int | None) -> events.Event | None:
    caption = str(message.get("caption") or "")
    photos = message.get("photo")
    if isinstance(photos, list) and photos:
        largest = max((_object(p) for p in photos), key=lambda p: _whole(p.get("file_size")) or 0)
        file, media = largest, "photo"
    else:
        kind = next((k for k in FILES if _object(message.get(k))), None)
        if kind is None:
            return None
        file, media = _object(message.get(kind)), "voice" if kind in {"voice", "audio"} else "document"
    file_id = str(file.get("file_id") or "")
    if not file_id:
        return None
    name, size = str(file.get("file_name") or ""), _whole(file.get("file_size")) or 0
    return events.Media(
        "photo" if media == "photo" else "voice" if media == "voice" else "document",
        file_id,
        message_id,
        name,
        size,
        caption,
        reply_to,
        str(file.get("mime_type") or ""),
        str(message.get("media_group_id") or ""),
    )


def _kind(message: Mapping[str, Any]) -> str:
    plain = {"message_id", "from", "chat", "date", "reply_to_message"}
    return next((str(key) for key in message if key not in plain), "message")


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _moment(value: Any) -> datetime | None:
    seconds = _whole(value)
    if seconds is None or not 0 < seconds < 1 << 33:
        return None
    return datetime.fromtimestamp(seconds, UTC)
