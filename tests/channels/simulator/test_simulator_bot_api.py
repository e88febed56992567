"""The rules a bot meets: each call that Telegram would refuse is refused, with the same status and words."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.channels.simulator.account import Chat
from bot.channels.simulator.telegram import SimulatedTelegram
from tests.channels.simulator.echo import MovableClock, png

Call = Callable[..., Any]


def keyboard(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label.lower()}] for label in labels]}


async def refusal(call: Call, method: str, **params: Any) -> tuple[int, str]:
    status, body = await call(method, **params)
    assert body["ok"] is False
    assert body["error_code"] == status
    return status, body["description"]


async def test_a_message_comes_back_as_telegram_gives_it(call: Call, robin: Chat) -> None:
    status, body = await call("sendMessage", chat_id=robin.id, text="<b>Hello</b> /log", parse_mode="HTML")
    assert status == 200
    assert body["result"] == {
        "message_id": 2,
        "from": {
            "id": 7_000_000_001,
            "is_bot": True,
            "first_name": "Sameside",
            "username": "sameside_demo_bot",
        },
        "chat": {"id": robin.id, "type": "private", "first_name": "Robin"},
        "date": 1772546700,
        "text": "Hello /log",
        "entities": [
            {"type": "bold", "offset": 0, "length": 5},
            {"type": "bot_command", "offset": 6, "length": 4},
        ],
    }


@pytest.mark.parametrize(
    ("params", "status", "description"),
    [
        ({"text": ""}, 400, "Bad Request: message text is empty"),
        ({"text": " \n "}, 400, "Bad Request: message text is empty"),
        ({"text": "x" * 4097}, 400, "Bad Request: message is too long"),
        ({"text": "🙂" * 2049}, 400, "Bad Request: message is too long"),
        ({"text": "x", "chat_id": ""}, 400, "Bad Request: chat_id is empty"),
        ({"text": "x", "chat_id": 12}, 400, "Bad Request: chat not found"),
        ({"text": "x", "parse_mode": "BBCode"}, 400, "Bad Request: unsupported parse_mode"),
        (
            {"text": "x", "reply_parameters": {"message_id": 99}},
            400,
            "Bad Request: message to be replied not found",
        ),
        ({"text": "x", "reply_markup": "[]"}, 400, "Bad Request: can't parse reply markup JSON object"),
        ({"text": "x", "entities": "[7]"}, 400, "Bad Request: can't parse entities JSON object"),
        ({"text": "x", "reply_markup": "{"}, 400, "Bad Request: can't parse reply markup JSON object"),
    ],
)
async def test_a_wrong_message_is_refused(
    call: Call, robin: Chat, params: dict[str, Any], status: int, description: str
) -> None:
    assert await refusal(call, "sendMessage", **{"chat_id": robin.id, **params}) == (status, description)


async def test_the_longest_message_goes_through_once_its_markup_is_read(call: Call, robin: Chat) -> None:
    status, _ = await call("sendMessage", chat_id=robin.id, text=f"<b>{'&lt;' * 4096}</b>", parse_mode="HTML")
    assert status == 200


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "A", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "A", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "A", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": " ", "callback_data": "a"}, "inline keyboard button text must be non-empty"),
        (
            {"text": "A"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "A", "url": "no address"},
            "inline keyboard button URL 'no address' is invalid: Wrong HTTP URL",
        ),
        ({"text": "A", "web_app": {"url": "https://x.org"}}, "not simulated: an inline button with web_app"),
    ],
)
async def test_a_wrong_button_is_refused(
    call: Call, robin: Chat, button: dict[str, str], description: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    answer = await refusal(call, "sendMessage", chat_id=robin.id, text="x", reply_markup=json.dumps(markup))
    assert answer == (400, f"Bad Request: {description}")


async def test_64_bytes_of_button_data_are_allowed(call: Call, robin: Chat) -> None:
    markup = {"inline_keyboard": [[{"text": "A", "callback_data": "é" * 32}]]}
    status, body = await call("sendMessage", chat_id=robin.id, text="x", reply_markup=markup)
    assert (status, body["result"]["reply_markup"]) == (200, markup)


async def test_a_person_who_blocked_the_bot_or_never_wrote_gets_nothing(
    call: Call, simulation: SimulatedTelegram, robin: Chat
) -> None:
    stranger = simulation.join("Sam")
    simulation.block(robin)
    blocked = (403, "Forbidden: bot was blocked by the user")
    assert await refusal(call, "sendMessage", chat_id=robin.id, text="x") == blocked
    assert await refusal(call, "sendChatAction", chat_id=robin.id, action="typing") == blocked
    assert await refusal(call, "sendMessage", chat_id=stranger.id, text="x") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    simulation.unblock(robin)
    assert (await call("sendMessage", chat_id=robin.id, text="x"))[0] == 200


async def test_an_unknown_method_is_404_and_a_known_one_has_no_case(call: Call) -> None:
    assert await refusal(call, "sendMesage") == (404, "Not Found: method not found")
    assert (await call("GETME"))[1]["result"]["is_bot"] is True


async def test_an_edit_changes_the_message_in_place_and_takes_the_buttons_off(
    call: Call, simulation: SimulatedTelegram, robin: Chat
) -> None:
    await call(
        "sendMessage", chat_id=robin.id, text="<b>one</b>", parse_mode="HTML", reply_markup=keyboard("Yes")
    )
    status, body = await call("editMessageText", chat_id=robin.id, message_id=2, text="two")
    assert status == 200
    assert body["result"]["text"] == "two"
    assert not {"reply_markup", "entities"} & set(body["result"])
    assert simulation.messages(robin)[1] == body["result"]


@pytest.mark.parametrize("again", ["editMessageText", "editMessageReplyMarkup"])
async def test_an_edit_that_changes_nothing_is_refused(call: Call, robin: Chat, again: str) -> None:
    await call("sendMessage", chat_id=robin.id, text="one", reply_markup=keyboard("Yes"))
    params = {"chat_id": robin.id, "message_id": 2, "text": "one", "reply_markup": keyboard("Yes")}
    status, description = await refusal(call, again, **params)
    assert (status, description.partition(":")[2].partition(":")[0]) == (400, " message is not modified")


async def test_what_is_gone_or_not_the_bots_cannot_be_edited(call: Call, robin: Chat) -> None:
    edit = {"chat_id": robin.id, "text": "x"}
    assert (await refusal(call, "editMessageText", **edit, message_id=77))[
        1
    ] == "Bad Request: message to edit not found"
    assert (await refusal(call, "editMessageText", **edit, message_id=1))[
        1
    ] == "Bad Request: message can't be edited"
    await call("sendMessage", chat_id=robin.id, text="pick", reply_markup={"keyboard": [["A"]]})
    assert (await refusal(call, "editMessageText", **edit, message_id=2))[
        1
    ] == "Bad Request: message can't be edited"
    await call("sendMessage", chat_id=robin.id, text="gone")
    assert (await call("deleteMessage", chat_id=robin.id, message_id=3))[0] == 200
    assert (await refusal(call, "editMessageText", **edit, message_id=3))[
        1
    ] == "Bad Request: message to edit not found"


async def test_a_message_can_be_deleted_for_48_hours(call: Call, clock: MovableClock, robin: Chat) -> None:
    await call("sendMessage", chat_id=robin.id, text="old")
    clock.move(hours=48, seconds=1)
    assert await refusal(call, "deleteMessage", chat_id=robin.id, message_id=2) == (
        400,
        "Bad Request: message can't be deleted for everyone",
    )
    assert await refusal(call, "deleteMessage", chat_id=robin.id, message_id=9) == (
        400,
        "Bad Request: message to delete not found",
    )


async def test_photos_are_measured_and_what_is_none_is_refused(
    simulation: SimulatedTelegram, robin: Chat
) -> None:
    async def photo(content: bytes) -> tuple[int, dict[str, Any]]:
        return await simulation.call(
            "sendPhoto", {"chat_id": robin.id}, {"photo": ("p.png", content, "image/png")}
        )

    status, body = await photo(png(60, 40))
    sizes = body["result"]["photo"]
    assert (status, [(s["width"], s["height"]) for s in sizes]) == (200, [(60, 40)])
    assert (await photo(b"not an image"))[1]["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    assert (await photo(png(210, 10)))[1]["description"] == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    assert (await photo(b""))[1]["description"] == "Bad Request: file must be non-empty"
    answer = await simulation.call("sendPhoto", {"chat_id": robin.id})
    assert answer[1]["description"] == "Bad Request: there is no photo in the request"


async def test_a_caption_has_its_own_limit(simulation: SimulatedTelegram, robin: Chat) -> None:
    files = {"document": ("a.txt", b"x", "text/plain")}
    status, body = await simulation.call("sendDocument", {"chat_id": robin.id, "caption": "x" * 1025}, files)
    assert (status, body["description"]) == (400, "Bad Request: message caption is too long")


async def test_a_press_is_answered_by_its_id(call: Call, simulation: SimulatedTelegram, robin: Chat) -> None:
    await call("sendMessage", chat_id=robin.id, text="?", reply_markup=keyboard("Yes"))
    query = simulation.press(robin, 2, "yes")
    assert (await call("answerCallbackQuery", callback_query_id=query, text="Noted"))[0] == 200
    assert await refusal(call, "answerCallbackQuery", callback_query_id="1") == (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    assert (await refusal(call, "answerCallbackQuery", callback_query_id=query, text="x" * 201))[0] == 400


async def test_commands_are_seen_by_scope_and_language(call: Call, simulation: SimulatedTelegram) -> None:
    commands = [{"command": "log", "description": "Write down"}]
    german = [{"command": "log", "description": "Aufschreiben"}]
    await call("setMyCommands", commands=json.dumps(commands))
    await call("setMyCommands", commands=german, language_code="de")
    assert simulation.account.commands_for(simulation.join("Robin")) == commands
    assert simulation.account.commands_for(simulation.join("Kim", "de")) == german
    assert (await call("getMyCommands"))[1]["result"] == commands
    wrong = [{"command": "Log it", "description": "x"}]
    assert await refusal(call, "setMyCommands", commands=wrong) == (400, "Bad Request: BOT_COMMAND_INVALID")


async def test_a_reply_keyboard_stands_until_it_is_removed_or_used(
    call: Call, simulation: SimulatedTelegram, robin: Chat
) -> None:
    choice = {"keyboard": [["Good", "Bad"]], "one_time_keyboard": True}
    _, body = await call("sendMessage", chat_id=robin.id, text="How?", reply_markup=choice)
    assert "reply_markup" not in body["result"]
    assert robin.keyboard == {"keyboard": [[{"text": "Good"}, {"text": "Bad"}]], "one_time_keyboard": True}
    simulation.send_text(robin, "Good")
    assert simulation.chat(robin.id).keyboard is None
    await call("sendMessage", chat_id=robin.id, text="How?", reply_markup={"keyboard": [["Good"]]})
    await call("sendMessage", chat_id=robin.id, text="Thanks", reply_markup={"remove_keyboard": True})
    assert simulation.chat(robin.id).keyboard is None


async def test_pins_reactions_and_leaving(call: Call, robin: Chat) -> None:
    await call("sendMessage", chat_id=robin.id, text="one")
    assert (await call("pinChatMessage", chat_id=robin.id, message_id=2))[0] == 200
    assert robin.pinned == [2]
    assert (await call("unpinChatMessage", chat_id=robin.id))[0] == 200
    assert robin.pinned == []
    assert (await refusal(call, "pinChatMessage", chat_id=robin.id, message_id=9))[0] == 400
    heart = [{"type": "emoji", "emoji": "❤"}]
    assert (await call("setMessageReaction", chat_id=robin.id, message_id=1, reaction=heart))[0] == 200
    assert robin.messages[1].reactions == ["❤"]
    odd = [{"type": "emoji", "emoji": "🧷"}]
    assert await refusal(call, "setMessageReaction", chat_id=robin.id, message_id=1, reaction=odd) == (
        400,
        "Bad Request: REACTION_INVALID",
    )
    assert await refusal(call, "leaveChat", chat_id=robin.id) == (
        400,
        "Bad Request: chat member status can't be changed in private chats",
    )
