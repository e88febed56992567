"""The connection to the real Telegram: who we are there, how updates come, what the chat's menu shows."""

import asyncio
import contextlib
import logging
import socket
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any

from aiohttp import web
from telegram import Bot, BotCommand, error

from bot.channels import status
from bot.channels.telegram import gateway, limits, polling, requests, sender, webhook
from bot.domain import errors
from bot.services.intake import Accepted

log = logging.getLogger(__name__)

REFUSED_FOR = 3600.0
"""Seconds after which a stranger is told again that the bot is private."""
REFUSED_REMEMBERED = 4096

Take = Callable[[Sequence[Mapping[str, Any]]], Awaitable[Accepted]]
Speak = Callable[[str], str]


@contextlib.asynccontextmanager
async def connected(token: str, api_base: str, file_base: str) -> AsyncIterator[Bot]:
    """Connect and ask Telegram who we are.

    Raises:
        OperatorError: the token is refused, or the server cannot be reached.

    """
    bot = Bot(
        token,
        base_url=api_base,
        base_file_url=file_base,
        request=requests.AiohttpRequest(),
        get_updates_request=requests.AiohttpRequest(),
    )
    try:
        await bot.initialize()
    except error.InvalidToken:
        await bot.shutdown()
        raise errors.OperatorError(
            "Telegram refuses this token; copy TELEGRAM_TOKEN anew from @BotFather (/mybots, API Token)."
        ) from None
    except error.TelegramError as problem:
        await bot.shutdown()
        raise errors.OperatorError(
            f"Telegram cannot be reached ({type(problem).__name__}); check the network and TELEGRAM_API_URL."
        ) from None
    try:
        yield bot
    finally:
        await bot.shutdown()


def transport(bot: Bot, sends_per_second: float) -> sender.Sender:
    """Give the way messages go out."""
    return sender.Sender(bot, limits.Limits(sends_per_second))


class Channel:
    """How updates come in: asked for, or delivered to ``webhook_url``."""

    def __init__(
        self, bot: Bot, take: Take, speak: Speak, *, webhook_url: str | None, secret: str | None
    ) -> None:
        self._bot, self._take, self._speak = bot, take, speak
        self._webhook_url, self._secret = webhook_url, secret
        self._refused: OrderedDict[int, float] = OrderedDict()

    async def announce(self, menu: Sequence[tuple[str, str]]) -> None:
        """Set what the chat shows around the conversation; a server that cannot is no reason not to run."""
        try:
            await self._bot.set_my_commands([BotCommand(name, told) for name, told in menu])
            await self._bot.set_my_short_description(self._speak("bot-short-description"))
            await self._bot.set_my_description(self._speak("bot-description"))
        except error.TelegramError as problem:
            log.warning("menu not set", extra={"error": type(problem).__name__})

    async def take(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Store a batch; leave groups it came from, and tell strangers that the bot is private."""
        accepted = await self._take(updates)
        for chat_id in dict.fromkeys(accepted.leave):
            with contextlib.suppress(error.TelegramError):
                await self._bot.leave_chat(chat_id)
        for chat_id in dict.fromkeys(accepted.refuse):
            if self._is_to_be_told(chat_id):
                with contextlib.suppress(error.TelegramError):
                    await self._bot.send_message(chat_id, self._speak("bot-private"))

    def _is_to_be_told(self, chat_id: int) -> bool:
        """Tell whether a stranger was not told lately: one who writes a hundred times is not to use up our limits."""
        now = asyncio.get_running_loop().time()
        told_at = self._refused.get(chat_id)
        if told_at is not None and now - told_at < REFUSED_FOR:
            return False
        self._refused[chat_id] = now
        self._refused.move_to_end(chat_id)
        if len(self._refused) > REFUSED_REMEMBERED:
            self._refused.popitem(last=False)
        return True

    async def poll(self) -> None:
        """Ask for updates for ever; with a webhook still set, Telegram would give none."""
        while True:
            try:
                await self._bot.delete_webhook()
                break
            except error.TelegramError as problem:
                log.warning("webhook not removed", extra={"error": type(problem).__name__})
                await asyncio.sleep(polling.FIRST_PAUSE)
        await polling.Polling(self._bot, self.take).run()

    async def expect_deliveries(self) -> None:
        """Ask Telegram to deliver updates to our address, with our secret.

        Raises:
            OperatorError: Telegram does not take the address.

        """
        try:
            await self._bot.set_webhook(
                f"{self._webhook_url}{webhook.PATH}",
                secret_token=self._secret,
                allowed_updates=list(gateway.ALLOWED_UPDATES),
            )
        except error.TelegramError as problem:
            raise errors.OperatorError(
                f"Telegram does not take SAMESIDE_WEBHOOK_URL ({problem.message})."
            ) from None

    def routes(self) -> list[web.RouteDef]:
        """Give the web routes of this channel."""
        return webhook.routes(self.take, self._secret) if self._webhook_url and self._secret else []


@contextlib.asynccontextmanager
async def serving(
    listening: socket.socket, routes: Sequence[web.RouteDef], measure: status.Measure
) -> AsyncIterator[None]:
    """Answer the webhook and the machines that ask how we are, while the context lasts."""
    application = web.Application(client_max_size=webhook.MOST_BYTES)
    application.add_routes([*routes, *status.routes(measure)])
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=2.0)
    await runner.setup()
    await web.SockSite(runner, listening).start()
    try:
        yield
    finally:
        await runner.cleanup()
