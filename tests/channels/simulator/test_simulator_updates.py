"""Polling: offsets confirm, long waits end when something comes, and only one reader is served."""

import asyncio
from collections.abc import Callable
from typing import Any

from bot.channels.simulator.account import Chat
from bot.channels.simulator.telegram import SimulatedTelegram
from tests.channels.simulator.echo import MovableClock

Call = Callable[..., Any]


async def fetched(call: Call, **params: Any) -> list[dict[str, Any]]:
    status, body = await call("getUpdates", **params)
    assert status == 200, body
    result: list[dict[str, Any]] = body["result"]
    return result


async def test_updates_stay_until_a_larger_offset_confirms_them(
    call: Call, simulation: SimulatedTelegram, robin: Chat
) -> None:
    for word in ("one", "two", "three"):
        simulation.send_text(robin, word)
    first = await fetched(call)
    assert [u["message"]["text"] for u in first] == ["one", "two", "three"]
    assert first == await fetched(call)
    assert [u["update_id"] for u in first] == [first[0]["update_id"] + n for n in range(3)]
    rest = await fetched(call, offset=first[0]["update_id"] + 1)
    assert [u["message"]["text"] for u in rest] == ["two", "three"]
    assert [u["message"]["text"] for u in await fetched(call, limit=1)] == ["two"]
    assert await fetched(call, offset=first[-1]["update_id"] + 1) == []


async def test_a_negative_offset_counts_from_the_end(
    call: Call, simulation: SimulatedTelegram, robin: Chat
) -> None:
    for word in ("one", "two", "three"):
        simulation.send_text(robin, word)
    assert [u["message"]["text"] for u in await fetched(call, offset=-1)] == ["three"]
    assert [u["message"]["text"] for u in await fetched(call)] == ["three"]


async def test_a_long_wait_ends_when_something_comes(
    call: Call, simulation: SimulatedTelegram, robin: Chat
) -> None:
    waiting = asyncio.create_task(fetched(call, timeout=30))
    await asyncio.sleep(0)
    simulation.send_text(robin, "now")
    assert [u["message"]["text"] for u in await asyncio.wait_for(waiting, 5)] == ["now"]


async def test_a_second_reader_ends_the_first(call: Call) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=30))
    await asyncio.sleep(0)
    await call("getUpdates")
    status, body = await asyncio.wait_for(first, 5)
    assert (status, body["description"].startswith("Conflict: terminated by other getUpdates")) == (409, True)


async def test_only_the_kinds_asked_for_are_queued(
    call: Call, simulation: SimulatedTelegram, robin: Chat
) -> None:
    await fetched(call, allowed_updates='["callback_query"]')
    simulation.send_text(robin, "not asked for")
    assert await fetched(call) == []
    await fetched(call, allowed_updates="[]")
    simulation.send_text(robin, "asked for")
    assert len(await fetched(call)) == 1


async def test_polling_and_a_webhook_exclude_each_other(call: Call) -> None:
    assert (await call("setWebhook", url="http://example.org/"))[0] == 400
    assert (await call("setWebhook", url="https://example.org/hook"))[0] == 200
    assert (await call("getUpdates"))[0] == 409
    assert (await call("getWebhookInfo"))[1]["result"]["url"] == "https://example.org/hook"
    await call("deleteWebhook")
    assert await fetched(call) == []


async def test_what_a_person_does_becomes_complete_updates(
    call: Call, simulation: SimulatedTelegram, clock: MovableClock, robin: Chat
) -> None:
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}
    await call("sendMessage", chat_id=robin.id, text="Sure?", reply_markup=markup)
    said = simulation.send_text(robin, "migrane 7", reply_to=2)
    clock.move(minutes=1)
    simulation.edit_text(robin, said["message_id"], "migraine 7")
    simulation.press(robin, 2, "yes")
    simulation.block(robin)
    message, edited, query, blocked = await fetched(call)
    assert message["message"]["reply_to_message"]["text"] == "Sure?"
    assert edited["edited_message"] == {
        **message["message"],
        "text": "migraine 7",
        "edit_date": clock.time.timestamp(),
    }
    assert query["callback_query"]["data"] == "yes"
    assert query["callback_query"]["message"]["reply_markup"] == markup
    assert query["callback_query"]["from"]["first_name"] == "Robin"
    change = blocked["my_chat_member"]
    assert [change[side]["status"] for side in ("old_chat_member", "new_chat_member")] == ["member", "kicked"]
