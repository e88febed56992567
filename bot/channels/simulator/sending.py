"""The Bot API methods by which a bot speaks: send, edit, delete, with the checks Telegram makes."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from bot.channels.simulator import entities, files, markup, refusals
from bot.channels.simulator.account import Account, Chat, Message
from bot.channels.simulator.parameters import Json, Parameters

TEXT_UNITS = 4096
"""Longest text of a message after the markup is read (core.telegram.org/bots/api#sendmessage)."""
CAPTION_UNITS = 1024
DELETABLE = timedelta(hours=48)
"""A message older than this can no longer be deleted (core.telegram.org/bots/api#deletemessage)."""


class Upload(NamedTuple):
    """One file of a call, as a multipart form carries it."""

    name: str
    content: bytes
    mime: str


Uploads = Mapping[str, Upload]


def recipient(account: Account, parameters: Parameters) -> Chat:
    """The chat a call is meant for.

    Raises:
        RefusedError: there is none, or its person does not hear the bot.

    """
    chat = existing_chat(account, parameters)
    if chat.blocked:
        raise refusals.forbidden("bot was blocked by the user")
    if not chat.started:
        raise refusals.forbidden("bot can't initiate conversation with a user")
    return chat


def existing_chat(account: Account, parameters: Parameters) -> Chat:
    """The chat a call names, whether or not its person still listens."""
    if not parameters.text("chat_id"):
        raise refusals.bad_request("chat_id is empty")
    chat = account.chats.get(parameters.integer("chat_id") or 0)
    if chat is None:
        raise refusals.bad_request("chat not found")
    return chat


async def send_message(account: Account, parameters: Parameters, _: Uploads) -> Json:
    """https://core.telegram.org/bots/api#sendmessage."""
    chat = recipient(account, parameters)
    return _post(account, chat, parameters, _text(parameters))


async def send_photo(account: Account, parameters: Parameters, uploads: Uploads) -> Json:
    """https://core.telegram.org/bots/api#sendphoto."""
    chat = recipient(account, parameters)
    stored = _file(account, parameters, uploads, "photo", "photos")
    width, height = files.photo_size(stored.content)
    photo = [{**stored.ids(), "width": width, "height": height}]
    return _post(account, chat, parameters, {"photo": photo} | _caption(parameters))


async def send_document(account: Account, parameters: Parameters, uploads: Uploads) -> Json:
    """https://core.telegram.org/bots/api#senddocument."""
    chat = recipient(account, parameters)
    stored = _file(account, parameters, uploads, "document", "documents")
    document = {"file_name": stored.name, "mime_type": stored.mime, **stored.ids()}
    return _post(account, chat, parameters, {"document": document} | _caption(parameters))


async def send_voice(account: Account, parameters: Parameters, uploads: Uploads) -> Json:
    """https://core.telegram.org/bots/api#sendvoice."""
    chat = recipient(account, parameters)
    stored = _file(account, parameters, uploads, "voice", "voice")
    voice = {"duration": parameters.integer("duration") or 0, "mime_type": stored.mime, **stored.ids()}
    return _post(account, chat, parameters, {"voice": voice} | _caption(parameters))


async def edit_message_text(account: Account, parameters: Parameters, _: Uploads) -> Json:
    """https://core.telegram.org/bots/api#editmessagetext."""
    chat, message = _editable(account, parameters)
    if "text" not in message.body:
        raise refusals.bad_request("there is no text in the message to edit")
    return _edit(account, chat, message, {"entities": None} | _text(parameters) | _inline(parameters))


async def edit_message_caption(account: Account, parameters: Parameters, _: Uploads) -> Json:
    """https://core.telegram.org/bots/api#editmessagecaption."""
    chat, message = _editable(account, parameters)
    if not {"photo", "document", "voice"} & set(message.body):
        raise refusals.bad_request("there is no caption in the message to edit")
    bare: Json = {"caption": None, "caption_entities": None}
    return _edit(account, chat, message, bare | _caption(parameters) | _inline(parameters))


async def edit_message_reply_markup(account: Account, parameters: Parameters, _: Uploads) -> Json:
    """https://core.telegram.org/bots/api#editmessagereplymarkup."""
    chat, message = _editable(account, parameters)
    return _edit(account, chat, message, _inline(parameters))


async def delete_message(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#deletemessage."""
    chat = existing_chat(account, parameters)
    message_id = parameters.integer("message_id")
    if message_id is None:
        raise refusals.bad_request("message identifier is not specified")
    _delete(account, chat, message_id)
    return True


async def delete_messages(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#deletemessages: those that are not there are passed over."""
    chat = existing_chat(account, parameters)
    wanted = parameters.items("message_ids")
    if not 1 <= len(wanted) <= 100:
        raise refusals.bad_request("message identifiers are not specified")
    for message_id in wanted:
        if int(message_id) in chat.messages:
            _delete(account, chat, int(message_id))
    return True


def _delete(account: Account, chat: Chat, message_id: int) -> None:
    message = chat.messages.get(message_id)
    if message is None:
        raise refusals.bad_request("message to delete not found")
    if account.timestamp - message.body["date"] > DELETABLE.total_seconds():
        raise refusals.bad_request("message can't be deleted for everyone")
    account.remove(chat, message_id)


def _post(account: Account, chat: Chat, parameters: Parameters, content: Json) -> Json:
    keyboard = markup.read(parameters.object("reply_markup"))
    if parameters.flag("protect_content"):
        content["has_protected_content"] = True
    reply_to = _reply_to(chat, parameters)
    return account.post(chat, account.bot_user, content, reply_to=reply_to, keyboard=keyboard)


def _reply_to(chat: Chat, parameters: Parameters) -> int | None:
    asked = parameters.object("reply_parameters")
    message_id = asked.get("message_id", parameters.integer("reply_to_message_id"))
    if message_id is None or int(message_id) in chat.messages:
        return None if message_id is None else int(message_id)
    if asked.get("allow_sending_without_reply") or parameters.flag("allow_sending_without_reply"):
        return None
    raise refusals.bad_request("message to be replied not found")


def _editable(account: Account, parameters: Parameters) -> tuple[Chat, Message]:
    if "inline_message_id" in parameters:
        raise refusals.not_simulated("messages sent through inline mode")
    chat = recipient(account, parameters)
    message_id = parameters.integer("message_id")
    if message_id is None:
        raise refusals.bad_request("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None:
        raise refusals.bad_request("message to edit not found")
    if not message.by_bot or not message.editable:
        raise refusals.bad_request("message can't be edited")
    return chat, message


def _edit(account: Account, chat: Chat, message: Message, content: Json) -> Json:
    if all(message.body.get(key) == value for key, value in content.items()):
        raise refusals.bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    said = set(content) - {"reply_markup"}
    return account.rewrite(chat, message, content | ({"edit_date": account.timestamp} if said else {}))


def _inline(parameters: Parameters) -> Json:
    """The keyboard of an edited message; without one, Telegram takes the old one off."""
    keyboard = markup.read(parameters.object("reply_markup"))
    if keyboard and not markup.is_inline(keyboard):
        raise refusals.bad_request("object expected as reply markup")
    return {"reply_markup": keyboard}


def _text(parameters: Parameters) -> Json:
    text, marks = _formatted(parameters, "text", "entities")
    if not text:
        raise refusals.bad_request("message text is empty")
    if entities.utf16_length(text) > TEXT_UNITS:
        raise refusals.bad_request("message is too long")
    return {"text": text} | ({"entities": marks} if marks else {})


def _caption(parameters: Parameters) -> Json:
    text, marks = _formatted(parameters, "caption", "caption_entities")
    if entities.utf16_length(text) > CAPTION_UNITS:
        raise refusals.bad_request("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": marks} if marks else {})


def _formatted(
    parameters: Parameters, text_name: str, entities_name: str
) -> tuple[str, list[entities.Entity]]:
    source, mode = entities.cleaned(parameters.text(text_name)), parameters.text("parse_mode").lower()
    if mode == "html":
        text, marks = entities.from_html(source)
    elif mode in {"markdown", "markdownv2"}:
        raise refusals.not_simulated(f"parse_mode {mode}; use HTML or entities")
    elif mode:
        raise refusals.bad_request("unsupported parse_mode")
    else:
        text, marks = entities.trimmed(source, parameters.objects(entities_name))
    return text, entities.with_detected(text, marks)


def _file(
    account: Account, parameters: Parameters, uploads: Uploads, name: str, folder: str
) -> files.StoredFile:
    given = parameters.text(name)
    upload = uploads.get(given.removeprefix("attach://") if given.startswith("attach://") else name)
    if upload is not None:
        if not upload.content:
            raise refusals.bad_request("file must be non-empty")
        if len(upload.content) > files.UPLOAD_BYTES:
            raise refusals.RefusedError(413, "Request Entity Too Large")
        return account.files.add(folder, upload.name, upload.mime, upload.content)
    if not given:
        raise refusals.bad_request(f"there is no {name} in the request")
    if "://" in given:
        raise refusals.not_simulated("sending a file by its web address")
    stored = account.files.by_id(given)
    if stored is None:
        raise refusals.bad_request("wrong file identifier/HTTP URL specified")
    return stored
