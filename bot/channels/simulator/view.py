"""What the page is told: chats and messages as JSON, in the Bot API's own form where it has one."""

from datetime import datetime

from bot.channels.simulator.account import Account, Change, Chat
from bot.channels.simulator.parameters import Json


def snapshot(account: Account, title: str, now: datetime) -> Json:
    """Everything there is, for a page that has just opened or lost its connection."""
    chats = [of_chat(account, chat) | {"messages": _messages(chat)} for chat in account.chats.values()]
    return {"type": "snapshot", "title": title, "now": now.isoformat(), "bot": _bot(account), "chats": chats}


def of_change(account: Account, change: Change) -> Json:
    """One change, as the page applies it to what it shows."""
    chat = change.chat
    if chat is None:
        commands = {str(chat.id): account.commands_for(chat) for chat in account.chats.values()}
        return {"type": "profile", "bot": _bot(account), "commands": commands}
    if change.kind == "chat":
        return {"type": "chat", "chat": of_chat(account, chat)}
    if change.kind in {"message", "edited"}:
        return {"type": change.kind, "chat_id": chat.id, **_message(chat, change.body["message_id"])}
    return {"type": change.kind, "chat_id": chat.id, **change.body}


def of_clock(now: datetime) -> Json:
    """The simulated time, UTC."""
    return {"type": "clock", "now": now.isoformat()}


def of_chat(account: Account, chat: Chat) -> Json:
    """A chat without its messages."""
    return {
        "id": chat.id,
        "name": chat.first_name,
        "started": chat.started,
        "blocked": chat.blocked,
        "keyboard": chat.keyboard,
        "pinned": chat.pinned,
        "commands": account.commands_for(chat),
    }


def _bot(account: Account) -> Json:
    return {
        "name": account.names[""],
        "username": account.username,
        "description": account.descriptions.get("", ""),
        "about": account.short_descriptions.get("", ""),
    }


def _messages(chat: Chat) -> list[Json]:
    return [_message(chat, message_id) for message_id in chat.messages]


def _message(chat: Chat, message_id: int) -> Json:
    message = chat.messages[message_id]
    return {"message": message.body, "reactions": message.reactions}
