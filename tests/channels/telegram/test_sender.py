"""Messages out, against a Telegram that refuses in every way it knows."""

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Bot, error

from bot.channels.simulator import entities
from bot.channels.telegram import limits, live, polling, sender
from bot.domain import markup
from bot.engine import messages
from bot.services.intake import Accepted
from bot.services.transports import BlockedError, File, LaterError, RefusedError

CHAT = 7


def refusal(code: int, description: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return code, {**body, "parameters": parameters} if parameters else body


@pytest.fixture
def out(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> sender.Sender:
    monkeypatch.setattr(limits, "CHAT_PER_SECOND", 1000.0)  # test_limits.py holds it to its pace
    return sender.Sender(bot, limits.Limits(1000))


async def test_an_edit_of_a_message_that_is_gone_is_sent_anew(api: Any, out: sender.Sender) -> None:
    for said in (
        "message to edit not found",
        "message can't be edited",
        "MESSAGE_ID_INVALID",
        "there is no text in the message to edit",
        "something new that Telegram thought of",
    ):
        api.calls.clear()
        api.answers = [refusal(400, f"Bad Request: {said}")]
        await out.send(CHAT, messages.Say("hello", replaces=3), None)
        assert api.texts() == ["hello"], said


async def test_an_edit_that_changes_nothing_is_no_new_message(api: Any, out: sender.Sender) -> None:
    api.answers = [refusal(400, "Bad Request: message is not modified: specified new message content ...")]
    assert await out.send(CHAT, messages.Say("hello", replaces=3), None) == 3
    assert api.texts() == []


async def test_a_message_telegram_cannot_read_is_sent_without_its_tags(api: Any, out: sender.Sender) -> None:
    api.answers = [refusal(400, 'Bad Request: can\'t parse entities: Unsupported start tag "migraine"')]
    await out.send(CHAT, messages.Say("<b>a</b> &lt;migraine&gt;"), None)
    assert api.texts()[-1] == "a <migraine>"
    assert "parse_mode" not in api.calls[-1][1]


@pytest.mark.parametrize(
    ("answer", "raised"),
    [
        (refusal(403, "Forbidden: bot was blocked by the user"), BlockedError),
        (refusal(403, "Forbidden: user is deactivated"), BlockedError),
        (refusal(400, "Bad Request: chat not found"), BlockedError),
        (refusal(400, "Bad Request: BUTTON_DATA_INVALID"), RefusedError),
        (refusal(413, "Request Entity Too Large"), RefusedError),
        (refusal(500, "Internal Server Error"), LaterError),
        (refusal(502, "Bad Gateway"), LaterError),
        (refusal(401, "Unauthorized"), LaterError),
        (error.TimedOut(), LaterError),
        (error.NetworkError("reset"), LaterError),
    ],
)
async def test_each_refusal_is_told_as_what_it_means(
    api: Any, out: sender.Sender, answer: Any, raised: type[Exception]
) -> None:
    api.answers = [answer]
    with pytest.raises(raised):
        await out.send(CHAT, messages.Say("hello"), None)
    api.answers = [answer]
    with pytest.raises(raised):
        await out.send(CHAT, messages.Document("page"), File("x.pdf", b"x"))


async def test_what_telegram_quotes_is_not_named(api: Any, out: sender.Sender) -> None:
    api.answers = [refusal(400, 'Bad Request: wrong HTTP URL specified: "migraine"')]
    with pytest.raises(RefusedError) as caught:
        await out.send(CHAT, messages.Say("hello"), None)
    assert "migraine" not in caught.value.kind


async def test_asked_to_wait_everybody_waits(api: Any, bot: Bot) -> None:
    kept = limits.Limits(1000)
    out = sender.Sender(bot, kept)
    api.answers = [refusal(429, "Too Many Requests: retry after 1", retry_after=1)]
    with pytest.raises(LaterError) as caught:
        await out.send(CHAT, messages.Say("hello"), None)
    assert caught.value.seconds == 1
    asked = len(api.calls)
    waiting = [
        asyncio.create_task(out.send(CHAT + 1, messages.Say("other"), None)),
        asyncio.create_task(out.send(CHAT, messages.Notice("q"), None)),
        asyncio.create_task(out.send(CHAT + 2, messages.Document("page"), File("x", b"x"))),
    ]
    await asyncio.sleep(0.1)
    assert len(api.calls) == asked
    await asyncio.gather(*waiting)
    assert len(api.calls) == asked + 3


async def test_a_picture_is_shown_in_the_chat_and_a_file_is_sent_as_one(api: Any, out: sender.Sender) -> None:
    picture = messages.Document("picture", "My &amp; page", as_photo=True)
    await out.send(CHAT, picture, File("x.png", b"x"))
    await out.send(CHAT, messages.Document("page"), File("x.pdf", b"x"))
    assert [name for name, _ in api.calls] == ["sendPhoto", "sendDocument"]
    assert api.calls[0][1]["caption"] == "My &amp; page"
    assert not any("reply_markup" in sent for _, sent in api.calls)


async def test_a_picture_may_have_buttons_under_it(api: Any, out: sender.Sender) -> None:
    turn = messages.Button("Turn it round", "/show_phone::turned")
    await out.send(CHAT, messages.Document("words", as_photo=True, buttons=((turn,),)), File("x.png", b"x"))
    assert "/show_phone::turned" in str(api.calls[0][1]["reply_markup"])


async def test_a_press_that_is_too_old_to_be_answered_is_no_trouble(api: Any, out: sender.Sender) -> None:
    api.answers = [refusal(400, "Bad Request: query is too old and response timeout expired")]
    assert await out.send(CHAT, messages.Notice("q"), None) is None


async def test_a_file_beyond_what_a_bot_may_fetch_is_refused(api: Any, out: sender.Sender) -> None:
    big = {"file_id": "f", "file_unique_id": "u", "file_size": 1 << 31, "file_path": "x"}
    api.answers = [(200, {"ok": True, "result": big})]
    with pytest.raises(RefusedError):
        await out.fetch("f")


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(["<b>", "&", "🤕", "ß", "pain ", "\n", "\n\n", "x" * 700, "👩‍⚕️" * 90]), max_size=60
    )
)
def test_a_text_of_any_length_leaves_in_parts_that_telegram_takes(words: list[str]) -> None:
    text = "".join(words)
    parts = sender.split(f"<b>Title</b>\n{markup.escape(text)}")
    read = [entities.from_html(part)[0] for part in parts]
    assert all(0 < entities.utf16_length(part) <= 4096 for part in read)
    assert "".join("".join(read).split()) == "".join(f"Title{text}".split())


async def test_a_long_text_has_its_buttons_under_the_last_part(api: Any, out: sender.Sender) -> None:
    buttons = ((messages.Button("Undo", "x"),),)
    await out.send(CHAT, messages.Say("word " * 3000, buttons=buttons, replaces=4), None)
    marked = ["reply_markup" in asked for name, asked in api.calls if name == "sendMessage"]
    assert marked == [False] * (len(marked) - 1) + [True]
    assert len(marked) > 3


async def test_a_stranger_is_told_once_and_a_group_is_left_once(api: Any, bot: Bot) -> None:
    async def take(_: Any) -> Accepted:
        return Accepted(0, (-5, -5), (9, 9))

    channel = live.Channel(bot, take, lambda key: key, webhook_url=None, secret=None)
    for _ in range(3):
        await channel.take([])
    assert [name for name, _ in api.calls].count("sendMessage") == 1
    assert [name for name, _ in api.calls].count("leaveChat") == 3


async def test_polling_begins_once_the_webhook_is_gone(
    api: Any, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.01)
    api.answers = [
        refusal(502, "Bad Gateway"),
        refusal(502, "Bad Gateway"),
        (200, {"ok": True, "result": True}),
    ]

    async def take(_: Any) -> Accepted:
        return Accepted()

    channel = live.Channel(bot, take, lambda key: key, webhook_url=None, secret=None)
    running = asyncio.create_task(channel.poll())
    while len(api.calls) < 4:  # noqa: ASYNC110  what is waited for is a call
        await asyncio.sleep(0.01)
    running.cancel()
    assert [name for name, _ in api.calls][:3] == ["deleteWebhook"] * 3


async def test_updates_that_cannot_be_acknowledged_are_not_asked_for_at_full_speed(
    api: Any, bot: Bot
) -> None:
    api.refuse = lambda *_: (200, {"ok": True, "result": [{"no": "number"}, 5, None]})
    taken: list[Any] = []
    running = asyncio.create_task(polling.Polling(bot, taken.append).run())
    await asyncio.sleep(0.2)
    running.cancel()
    assert len(api.calls) <= 2
    assert taken == []
