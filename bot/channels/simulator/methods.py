"""The Bot API methods that are neither messages nor profile: updates, callbacks, files, pins; and the table."""

import json
from typing import Any

from bot.channels.simulator import profile, refusals, sending
from bot.channels.simulator.account import Account, Chat, Message
from bot.channels.simulator.files import DOWNLOAD_BYTES
from bot.channels.simulator.parameters import Json, Parameters
from bot.channels.simulator.profile import Method
from bot.channels.simulator.sending import Uploads

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
ANSWER_LETTERS = 200
"""Longest text of an answer to a button press (core.telegram.org/bots/api#answercallbackquery)."""


async def get_me(account: Account, _: Parameters, __: Uploads) -> Json:
    """https://core.telegram.org/bots/api#getme."""
    abilities = {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }
    return account.bot_user | abilities


async def get_updates(account: Account, parameters: Parameters, _: Uploads) -> list[Json]:
    """https://core.telegram.org/bots/api#getupdates."""
    if account.webhook["url"]:
        raise refusals.conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    if "allowed_updates" in parameters:
        account.updates.allow(map(str, parameters.items("allowed_updates")))
    limit = parameters.integer("limit") or 100
    return await account.updates.fetch(
        parameters.integer("offset") or 0, limit, parameters.integer("timeout") or 0
    )


async def set_webhook(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#setwebhook; updates are kept but never posted anywhere."""
    url = parameters.text("url")
    if url and not url.startswith("https://"):
        raise refusals.bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    account.webhook = {"url": url}
    if "allowed_updates" in parameters:
        account.updates.allow(map(str, parameters.items("allowed_updates")))
    if parameters.flag("drop_pending_updates"):
        account.updates.drop()
    return True


async def delete_webhook(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#deletewebhook."""
    account.webhook = {"url": ""}
    if parameters.flag("drop_pending_updates"):
        account.updates.drop()
    return True


async def get_webhook_info(account: Account, _: Parameters, __: Uploads) -> Json:
    """https://core.telegram.org/bots/api#getwebhookinfo."""
    waiting = {"has_custom_certificate": False, "pending_update_count": len(account.updates)}
    return account.webhook | waiting


async def send_chat_action(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#sendchataction."""
    chat = sending.recipient(account, parameters)
    if parameters.text("action") not in ACTIONS:
        raise refusals.bad_request("wrong parameter action in request")
    account.announce("typing", chat, {"action": parameters.text("action")})
    return True


async def answer_callback_query(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#answercallbackquery."""
    query_id = parameters.text("callback_query_id")
    if query_id not in account.queries:
        raise refusals.bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(parameters.text("text")) > ANSWER_LETTERS:
        raise refusals.bad_request("MESSAGE_TOO_LONG")
    chat_id, message_id = account.queries[query_id]
    answer = {
        "query_id": query_id,
        "message_id": message_id,
        "text": parameters.text("text"),
        "show_alert": parameters.flag("show_alert"),
    }
    account.announce("answer", account.chats[chat_id], answer)
    return True


async def get_file(account: Account, parameters: Parameters, _: Uploads) -> Json:
    """https://core.telegram.org/bots/api#getfile."""
    stored = account.files.by_id(parameters.text("file_id"))
    if stored is None:
        raise refusals.bad_request("invalid file_id")
    if len(stored.content) > DOWNLOAD_BYTES:
        raise refusals.bad_request("file is too big")
    return stored.ids() | {"file_path": stored.path}


async def get_chat(account: Account, parameters: Parameters, _: Uploads) -> Json:
    """https://core.telegram.org/bots/api#getchat."""
    chat = sending.existing_chat(account, parameters)
    return chat.summary | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }


async def leave_chat(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#leavechat: nobody can leave a private chat."""
    sending.existing_chat(account, parameters)
    raise refusals.bad_request("chat member status can't be changed in private chats")


async def set_message_reaction(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#setmessagereaction."""
    from telegram.constants import ReactionEmoji

    chat, message = _message(account, parameters, "message to react not found")
    wanted = [str(reaction.get("emoji", "")) for reaction in parameters.objects("reaction")]
    if len(wanted) > 1 or not set(wanted) <= {str(emoji.value) for emoji in ReactionEmoji}:
        raise refusals.bad_request("REACTION_INVALID")
    message.reactions = wanted
    account.announce("edited", chat, message.body)
    return True


async def pin_chat_message(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#pinchatmessage."""
    chat, message = _message(account, parameters, "message to pin not found")
    message_id = message.body["message_id"]
    chat.pinned = [*(pin for pin in chat.pinned if pin != message_id), message_id]
    account.announce("chat", chat)
    return True


async def unpin_chat_message(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#unpinchatmessage: the newest pin where none is named."""
    chat = sending.recipient(account, parameters)
    message_id = parameters.integer("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if message_id is None or message_id not in chat.messages:
        raise refusals.bad_request("message to unpin not found")
    chat.pinned = [pin for pin in chat.pinned if pin != message_id]
    account.announce("chat", chat)
    return True


async def unpin_all_chat_messages(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#unpinallchatmessages."""
    chat = sending.recipient(account, parameters)
    chat.pinned = []
    account.announce("chat", chat)
    return True


def _message(account: Account, parameters: Parameters, missing: str) -> tuple[Chat, Message]:
    chat = sending.recipient(account, parameters)
    message = chat.messages.get(parameters.integer("message_id") or 0)
    if message is None:
        raise refusals.bad_request(missing)
    return chat, message


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_name,
    "getMyName": profile.get_name,
    "setMyDescription": profile.set_description,
    "getMyDescription": profile.get_description,
    "setMyShortDescription": profile.set_short_description,
    "getMyShortDescription": profile.get_short_description,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVoice": sending.send_voice,
    "sendChatAction": send_chat_action,
    "editMessageText": sending.edit_message_text,
    "editMessageCaption": sending.edit_message_caption,
    "editMessageReplyMarkup": sending.edit_message_reply_markup,
    "deleteMessage": sending.delete_message,
    "deleteMessages": sending.delete_messages,
    "answerCallbackQuery": answer_callback_query,
    "getFile": get_file,
    "getChat": get_chat,
    "leaveChat": leave_chat,
    "setMessageReaction": set_message_reaction,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
}
"""Every method the simulator has; Telegram reads their names without regard to case."""

_BY_LOWER_NAME = {name.lower(): method for name, method in METHODS.items()}


def find(name: str) -> Method:
    """The method called ``name``.

    Raises:
        RefusedError: 404, Telegram has no such method or the simulator has not.

    """
    method = _BY_LOWER_NAME.get(name.lower())
    if method is None:
        raise refusals.RefusedError(404, "Not Found: method not found")
    return method


def answer(status: int, result: Any) -> tuple[int, Json]:
    """A successful answer, through JSON and back so that nothing inside is shared with the bot."""
    return status, {"ok": True, "result": json.loads(json.dumps(result))}
