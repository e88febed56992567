"""The Bot API methods for what a bot shows of itself: its names, its descriptions, its menu of commands."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from bot.channels.simulator import refusals
from bot.channels.simulator.account import Account
from bot.channels.simulator.parameters import Json, Parameters
from bot.channels.simulator.sending import Uploads

Method = Callable[[Account, Parameters, Uploads], Awaitable[Any]]
"""One method of the Bot API: its result, or a RefusedError."""

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


async def set_my_commands(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#setmycommands."""
    commands = parameters.objects("commands")
    if len(commands) > 100:
        raise refusals.bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise refusals.bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise refusals.bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    account.commands[_scope(parameters)] = [
        {"command": command["command"].removeprefix("/"), "description": command["description"]}
        for command in commands
    ]
    account.announce("profile")
    return True


async def delete_my_commands(account: Account, parameters: Parameters, _: Uploads) -> bool:
    """https://core.telegram.org/bots/api#deletemycommands."""
    account.commands.pop(_scope(parameters), None)
    account.announce("profile")
    return True


async def get_my_commands(account: Account, parameters: Parameters, _: Uploads) -> list[Json]:
    """https://core.telegram.org/bots/api#getmycommands."""
    return account.commands.get(_scope(parameters), [])


def _scope(parameters: Parameters) -> tuple[str, str]:
    scope = parameters.object("scope")
    kind = str(scope.get("type", "default"))
    named = f"chat:{scope.get('chat_id')}" if kind == "chat" else kind
    return named, parameters.text("language_code")


def _text_of_profile(attribute: str, field: str, most: int) -> tuple[Method, Method]:
    """The setter and the getter of one text of the bot's profile, kept per language."""

    async def put(account: Account, parameters: Parameters, _: Uploads) -> bool:
        text = parameters.text(field)
        if len(text) > most:
            raise refusals.bad_request(f"bot {field.replace('_', ' ')} is too long")
        texts = getattr(account, attribute)
        texts[parameters.text("language_code")] = text
        account.announce("profile")
        return True

    async def get(account: Account, parameters: Parameters, _: Uploads) -> Json:
        texts = getattr(account, attribute)
        return {field: texts.get(parameters.text("language_code"), texts.get("", ""))}

    return put, get


set_name, get_name = _text_of_profile("names", "name", 64)
set_description, get_description = _text_of_profile("descriptions", "description", 512)
set_short_description, get_short_description = _text_of_profile(
    "short_descriptions", "short_description", 120
)
