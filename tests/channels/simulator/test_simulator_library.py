"""python-telegram-bot's own Bot works over the simulation unchanged: it is what the real bot will use."""

import io

import pytest
import telegram as library
from telegram.error import BadRequest, Conflict, Forbidden

from bot.channels.simulator.account import Chat
from bot.channels.simulator.telegram import SimulatedTelegram
from tests.channels.simulator.echo import EchoBot, png


async def test_an_echo_bot_talks_edits_and_answers(echo: EchoBot, simulation: SimulatedTelegram) -> None:
    robin = simulation.join("Robin")
    simulation.send_text(robin, "migraine <7>")
    assert await echo.turn() == 1
    assert simulation.messages(robin)[-1]["text"] == "You said migraine <7>"
    simulation.press(robin, 2, "loud")
    simulation.press(robin, 2, "picture")
    assert await echo.turn() == 2
    edited, photo = simulation.messages(robin)[-2:]
    assert edited["text"] == "YOU SAID MIGRAINE <7>"
    assert photo["caption"] == "Your last month"


async def test_files_go_up_and_come_down_unchanged(
    echo: EchoBot, simulation: SimulatedTelegram, robin: Chat
) -> None:
    content = b"BEGIN:VCALENDAR"
    sent = await echo.api.send_document(robin.id, io.BytesIO(content), filename="visit.ics", caption="Add it")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("visit.ics", "text/calendar")
    again = await echo.api.send_document(robin.id, sent.document.file_id)
    assert again.document is not None
    assert await (await again.document.get_file()).download_as_bytearray() == content
    simulation.send_photo(robin, png(20, 10))
    [update] = await echo.api.get_updates()
    assert update.message is not None
    photo = await update.message.photo[-1].get_file()
    assert await photo.download_as_bytearray() == png(20, 10)


async def test_refusals_become_the_librarys_errors(
    echo: EchoBot, simulation: SimulatedTelegram, robin: Chat
) -> None:
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await echo.api.send_message(robin.id, "<div>", parse_mode="HTML")
    with pytest.raises(library.error.InvalidToken):
        await echo.api.get_sticker_set("x")
    simulation.block(robin)
    with pytest.raises(Forbidden, match="blocked"):
        await echo.api.send_message(robin.id, "x")
    await echo.api.set_webhook("https://example.org/hook")
    with pytest.raises(Conflict):
        await echo.api.get_updates()


async def test_every_update_is_readable_for_the_library(
    echo: EchoBot, simulation: SimulatedTelegram, robin: Chat
) -> None:
    markup = library.InlineKeyboardMarkup.from_button(
        library.InlineKeyboardButton("Yes", callback_data="yes")
    )
    shown = await echo.api.send_message(robin.id, "?", reply_markup=markup)
    simulation.edit_text(robin, simulation.send_text(robin, "a", reply_to=1)["message_id"], "b")
    simulation.press(robin, shown.message_id, "yes")
    simulation.send_voice(robin, b"OggS", 3)
    simulation.send_sticker(robin, "🙂")
    simulation.send_document(robin, "a.pdf", b"%PDF")
    simulation.block(robin)
    simulation.unblock(robin)
    updates = await echo.api.get_updates()
    kinds = [next(key for key in update.to_dict() if key != "update_id") for update in updates]
    assert kinds == ["message", "edited_message", "callback_query", *["message"] * 3, *["my_chat_member"] * 2]
    assert all(update.effective_chat and update.effective_chat.id == robin.id for update in updates)


async def test_the_profile_is_kept(echo: EchoBot) -> None:
    await echo.api.set_my_short_description("Short")
    assert (await echo.api.get_my_short_description()).short_description == "Short"
    assert (await echo.api.get_my_description()).description.startswith("Remembers")
    assert [command.command for command in await echo.api.get_my_commands()] == ["log", "summary"]
    assert (await echo.api.get_me()).username == "sameside_demo_bot"
