"""The composition root: every part is made here, by plain constructors, and handed what it needs."""

import asyncio
import contextlib
import functools
import gc
import logging
import signal
import socket
import traceback
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from bot import clock, flows, settings
from bot.channels.telegram import gateway
from bot.content import explainers, recognition, scripts, vocabulary, weights, wording
from bot.domain import errors, patients
from bot.engine import messages, runner
from bot.flows.turn import Library
from bot.services import (
    arrivals,
    backup,
    delivery,
    holders,
    housekeeping,
    intake,
    measuring,
    papers,
    ticks,
    transports,
    turn_maker,
    turns,
    workers,
)
from bot.storage import database, opening
from bot.understanding import alerts, reader, situations
from bot.understanding.updates import updates

log = logging.getLogger(__name__)

Now = Callable[[], datetime]
FAREWELL_PAUSES = (1.0, 5.0, 30.0, 120.0)
"""Seconds between the attempts to say goodbye to somebody of whom nothing is kept."""


@dataclass(frozen=True, slots=True)
class Program:
    """A bot put together on an open store; what is left is where its messages come from."""

    opened: opening.Opened
    maker: turn_maker.TurnMaker
    workers: workers.Workers
    now: Now


def understanding(language: str = "en") -> reader.Understanding:
    """Read the vocabularies and rules of a language."""
    with _collecting_nothing():
        return reader.Understanding(
            updates.UpdateReader(vocabulary.load(language), weights.for_updates(language)),
            alerts.AlertReader(recognition.load_red_flags(language), weights.load("alerts", language)),
            lambda: situations.SituationReader(
                recognition.load_situations(language), weights.load("situations", language)
            ),
        )


@contextlib.contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Keep the garbage collector from walking what is only being built, which takes half of the building's time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def make_turns(words: wording.Wording) -> turn_maker.TurnMaker:
    """Put together what every turn shares."""
    library = Library(recognition.load_urgent_numbers(), scripts.load_scripts, explainers.load_explainers)
    return turn_maker.TurnMaker(words, understanding(), library)


def assemble(
    opened: opening.Opened,
    maker: turn_maker.TurnMaker,
    transport: transports.Transport,
    now: Now,
    allowed: frozenset[int] = frozenset(),
) -> Program:
    """Put the parts together around ``transport``."""
    conversations = runner.Runner(flows.make_catalogue(maker.wording))

    def apologise(patient: patients.Patient) -> str:
        return maker.wording.text("turn-failed", patient.energy)

    sender = delivery.Delivery(
        opened,
        transport,
        papers.Papers(maker.wording).make,
        apologise,
        holders.name(),
        now,
        arrivals.Arrivals(maker, conversations).follow,
    )

    async def say_farewell(farewell: turns.Farewell) -> None:
        for said in farewell.said:
            await _send_insisting(transport, farewell.chat_id, said)

    work = workers.Workers(
        opened.database,
        intake.Intake(opened, gateway.identify, allowed),
        turns.Turns(opened, maker, conversations, gateway.decode),
        ticks.Ticks(opened, maker, conversations),
        sender,
        housekeeping.Housekeeping(opened.database),
        say_farewell,
        now,
    )
    return Program(opened, maker, work, now)


async def _send_insisting(transport: transports.Transport, chat_id: int, said: messages.Outgoing) -> None:
    """Send what is in no outbox: a few times, where Telegram does not answer."""
    for pause in FAREWELL_PAUSES:
        try:
            await transport.send(chat_id, said, None)
        except transports.LaterError as problem:
            await asyncio.sleep(pause if problem.seconds is None else problem.seconds)
        except errors.SamesideError:
            return
        else:
            return


class Crew:
    """Loops that run while the context lasts; it keeps what it starts, cancels it at the end, and lets errors out."""

    def __init__(self) -> None:
        self._group = asyncio.TaskGroup()
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        await self._group.__aenter__()
        return self

    async def __aexit__(self, *problem: object) -> None:
        for task in self._tasks:
            task.cancel()
        await self._group.__aexit__(*problem)  # type: ignore[arg-type]  # handed on as it came

    def start(self, loop: Coroutine[Any, Any, None]) -> None:
        """Start a loop."""
        self._tasks.append(self._group.create_task(loop))


@contextlib.contextmanager
def ending_plainly() -> Iterator[None]:
    """Turn what ended a loop into one line and an exit code, so that a supervisor starts the program again.

    Raises:
        SamesideError: what the operator can mend, or that a part stopped; the log names its kind and place, since the
            error's own text may hold what somebody wrote.

    """
    try:
        yield
    except BaseExceptionGroup as group:
        problems = _leaves(group)
        for problem in problems:
            if isinstance(problem, errors.SamesideError) or not isinstance(problem, Exception):
                raise problem from None
            trace = traceback.extract_tb(problem.__traceback__)
            at = f"{Path(trace[-1].filename).name}:{trace[-1].lineno}" if trace else ""
            extra = {"error": type(problem).__name__, "at": at}
            log.error("a part stopped", extra=extra)  # noqa: TRY400  no values in logs
        raise errors.SamesideError("A part of the bot stopped; the log says which.") from None


def _leaves(group: BaseExceptionGroup[BaseException]) -> list[BaseException]:
    found: list[BaseException] = []
    for problem in group.exceptions:
        found += _leaves(problem) if isinstance(problem, BaseExceptionGroup) else [problem]
    return found


@contextlib.asynccontextmanager
async def working(program: Program) -> AsyncIterator["Crew"]:
    """Run the loops while the context lasts, then let what is under way end and close the store."""
    ticking = clock.Clock(program.workers.tick, program.workers.nightly)
    try:
        async with Crew() as crew:
            crew.start(program.workers.run_turns())
            crew.start(program.workers.delivery.run())
            crew.start(program.workers.nightly())  # it may have been down every night
            ticking.start()
            try:
                yield crew
            finally:
                ticking.stop()
                await program.workers.finish()
    finally:
        with contextlib.suppress(errors.SamesideError):
            await program.workers.delivery.stop()
        await asyncio.to_thread(program.opened.database.close)


async def run_bot(chosen: settings.Settings, ready: Callable[[str], None]) -> None:
    """Talk to Telegram until told to stop.

    Raises:
        OperatorError: something the operator can mend; nothing was changed on disk then.

    """
    from bot.channels.telegram import live

    maker = make_turns(wording.Wording())
    _set_apart_what_lasts()
    with contextlib.closing(_listen(chosen.listen_host, chosen.listen_port)) as listening:
        token = chosen.telegram_token.get_secret_value() if chosen.telegram_token else ""
        async with live.connected(token, chosen.api_base, chosen.file_base) as bot:
            opened = open_store(chosen, clock.system_now())
            transport = live.transport(bot, chosen.sends_per_second)
            named = replace(maker, bot_username=bot.username)
            program = assemble(opened, named, transport, clock.system_now, chosen.allowed_users)
            measure = functools.partial(_measure, program)
            channel = live.Channel(
                bot,
                program.workers.take,
                maker.wording.text,
                webhook_url=chosen.webhook_url,
                secret=chosen.webhook_secret_token,
            )
            with ending_plainly():
                async with working(program) as crew, live.serving(listening, channel.routes(), measure):
                    await channel.announce(flows.menu(maker.wording))
                    if chosen.webhook_url:
                        await channel.expect_deliveries()
                    else:
                        crew.start(channel.poll())
                    ready(f"Sameside is running as @{bot.username}. Stop it with Ctrl-C.")
                    await until_stopped()


def _set_apart_what_lasts() -> None:
    """Turn the garbage collector on, and let it pass over the 300,000 objects of the program and its words.

    Walking them finds nothing, takes a tenth of the start, and later on 50 ms in the middle of a message.
    """
    gc.freeze()
    gc.enable()


async def _measure(program: Program) -> Mapping[str, float]:
    database = program.opened.database
    ages = await database.in_reader(measuring.ages, database, program.now())
    sender = program.workers.delivery
    return {
        **ages,
        "sameside_last_backup_timestamp_seconds": backup.last_at(program.opened),
        "sameside_turns_failed_total": float(program.workers.turns_failed),
        "sameside_messages_sent_total": float(sender.sent),
        "sameside_messages_refused_total": float(sender.failed),
    }


def open_store(chosen: settings.Settings, now: datetime) -> opening.Opened:
    """Open the store the settings name."""
    return opening.open_store(chosen.database_url, chosen.data_dir, chosen.master_keys, now)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as problem:
        listening.close()
        raise errors.OperatorError(
            f"Cannot listen on {host}:{port} ({problem.strerror}); set SAMESIDE_LISTEN to a free host:port."
        ) from problem
    return listening


async def until_stopped() -> None:
    """Wait for Ctrl-C or a polite request to end."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    await stopped.wait()


async def run_demo(folder: Path, port: int, ready: Callable[[str], None]) -> None:
    """Run the real bot with a simulated Telegram and its chat page on localhost, until told to stop."""
    from bot.channels.simulator import demo

    maker = make_turns(wording.Wording())
    _set_apart_what_lasts()
    hands = demo.Clockwork(clock.system_now)
    opened = demo.fresh_store(folder, hands.now())
    simulated = demo.Simulated(hands)
    async with simulated.connected(flows.menu(maker.wording)) as transport:
        program = assemble(opened, replace(maker, bot_username=simulated.username), transport, hands.now)
        with ending_plainly():
            async with working(program) as crew:
                crew.start(simulated.poll(program.workers.take))
                async with simulated.page(program.workers, program.opened, maker, port) as address:
                    ready(address)
                    await until_stopped()


def open_existing(chosen: settings.Settings, now: datetime) -> opening.Opened:
    """Open a store that must be there already.

    Raises:
        OperatorError: there is none.

    """
    probe = database.Database(chosen.database_url)
    found = probe.exists()
    probe.close()
    if not found:
        raise errors.OperatorError(f"There is no data in {chosen.data_dir} yet.")
    return open_store(chosen, now)


def rotate_keys(chosen: settings.Settings) -> str:
    """Seal every key under a new master key; give what to tell the operator.

    The key file first holds the new and the old key, then everything is wrapped anew in one transaction, and only
    then does the old key leave the file: a crash at any point leaves a store that opens.
    """
    opened = open_existing(chosen, clock.system_now())
    try:
        return opening.rotate(opened, chosen.data_dir, chosen.master_keys)
    finally:
        opened.database.close()
