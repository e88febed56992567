"""The bot's account as Telegram's servers would hold it: its profile, its chats, their messages, who listens.

Both sides of the simulation work on it: the Bot API's methods and the people who chat.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.channels.simulator import markup
from bot.channels.simulator.files import Files
from bot.channels.simulator.parameters import Json
from bot.channels.simulator.updates import Updates

BOT_ID = 7_000_000_001
FIRST_PERSON_ID = 5_000_000_001
"""Ids beyond 32 bits, as Telegram's are, so that whoever keeps them too small is found out."""

ChangeKind = Literal["chat", "message", "edited", "deleted", "typing", "answer", "profile"]


@dataclass(slots=True)
class Message:
    """One message as it stands in the chat."""

    body: Json
    """What the Bot API returns for it."""
    reactions: list[str] = field(default_factory=list)
    """Emoji the bot put on it."""
    editable: bool = True
    """False where it was sent with a reply keyboard: Telegram refuses to edit those."""

    @property
    def by_bot(self) -> bool:
        """True for what the bot said."""
        return bool(self.body["from"]["is_bot"])


@dataclass(slots=True)
class Chat:
    """A private chat between one person and the bot."""

    id: int
    first_name: str
    language_code: str
    messages: dict[int, Message] = field(default_factory=dict)
    next_message_id: int = 1
    started: bool = False
    """A bot may write only to those who wrote to it first."""
    blocked: bool = False
    keyboard: Json | None = None
    """The reply keyboard, or forced reply, that stands below the chat now."""
    pinned: list[int] = field(default_factory=list)

    @property
    def person(self) -> Json:
        """The Bot API's User."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }

    @property
    def summary(self) -> Json:
        """The Bot API's Chat."""
        return {"id": self.id, "type": "private", "first_name": self.first_name}


@dataclass(frozen=True, slots=True)
class Change:
    """Something a watcher may want to show; ``body`` is the message, the answer or the action."""

    kind: ChangeKind
    chat: Chat | None = None
    body: Json = field(default_factory=dict)


class Account:
    """Everything a Bot API server would know about one bot."""

    def __init__(self, now: Callable[[], datetime], name: str, username: str) -> None:
        self.now, self.username = now, username
        self.names = {"": name}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.webhook: Json = {"url": ""}
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.updates = Updates()
        self.queries: dict[str, tuple[int, int]] = {}
        self._listeners: list[Callable[[Change], None]] = []

    @property
    def bot_user(self) -> Json:
        """The bot as the sender of its messages."""
        return {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": self.names[""],
            "username": self.username,
        }

    @property
    def timestamp(self) -> int:
        """The simulated time in Unix seconds, as the Bot API gives dates."""
        return int(self.now().timestamp())

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Tell ``listener`` of every change until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def announce(self, kind: ChangeKind, chat: Chat | None = None, body: Json | None = None) -> None:
        """Tell all listeners of a change."""
        change = Change(kind, chat, body or {})
        for listener in tuple(self._listeners):
            listener(change)

    def open_chat(self, name: str, language_code: str) -> Chat:
        """Make the private chat of a new person."""
        chat = Chat(FIRST_PERSON_ID + len(self.chats), name, language_code)
        self.chats[chat.id] = chat
        self.announce("chat", chat)
        return chat

    def post(  # noqa: PLR0913  a message is as many things as that
        self,
        chat: Chat,
        sender: Json,
        content: Json,
        *,
        reply_to: int | None = None,
        keyboard: Json | None = None,
        at: datetime | None = None,
    ) -> Json:
        """Add a message to a chat and return it as the Bot API does."""
        sent = int(at.timestamp()) if at else self.timestamp
        body = {
            "message_id": chat.next_message_id,
            "from": sender,
            "chat": chat.summary,
            "date": sent,
            **content,
        }
        if reply_to in chat.messages:
            quoted = copy.deepcopy(chat.messages[reply_to].body)
            body["reply_to_message"] = {key: quoted[key] for key in quoted if key != "reply_to_message"}
        if keyboard and markup.is_inline(keyboard):
            body["reply_markup"] = keyboard
        editable = keyboard is None or markup.is_inline(keyboard)
        chat.messages[chat.next_message_id] = Message(body, editable=editable)
        chat.next_message_id += 1
        self.announce("message", chat, body)
        if not editable:
            chat.keyboard = None if keyboard and "remove_keyboard" in keyboard else keyboard
            self.announce("chat", chat)
        return copy.deepcopy(body)

    def rewrite(self, chat: Chat, message: Message, content: Json) -> Json:
        """Replace what a message says; keys with the value None are taken off. Returns the message."""
        body = {key: value for key, value in {**message.body, **content}.items() if value is not None}
        message.body = body
        self.announce("edited", chat, body)
        return copy.deepcopy(body)

    def remove(self, chat: Chat, message_id: int) -> None:
        """Take a message out of the chat, for both sides."""
        del chat.messages[message_id]
        self.announce("deleted", chat, {"message_id": message_id})
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
            self.announce("chat", chat)

    def commands_for(self, chat: Chat) -> list[Json]:
        """The commands this person sees: the narrowest scope wins, then their language (BotCommandScope)."""
        for scope in (f"chat:{chat.id}", "all_private_chats", "default"):
            for language in (chat.language_code, ""):
                if commands := self.commands.get((scope, language)):
                    return commands
        return []
