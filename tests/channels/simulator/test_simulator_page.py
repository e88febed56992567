"""The page in a real Chromium, at the width of a small phone, used as a patient would use it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import async_playwright, expect

from bot.channels.simulator import server
from bot.channels.simulator.telegram import SimulatedTelegram
from tests.channels.simulator.echo import EchoBot, png, served
from tests.support.browser import QUIET

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]  # one Chromium for all of them

FLAGS = (
    *QUIET,
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: str) -> "AsyncIterator[Browser]":
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(
    browser: "Browser", simulation: SimulatedTelegram, controls: server.Controls
) -> "AsyncIterator[Page]":
    """The page on a small phone; nothing may go wrong in it unseen."""
    echo = EchoBot(simulation)
    await echo.begin()
    async with served(simulation, controls, echo) as address:
        context = await browser.new_context(
            viewport={"width": 360, "height": 740},
            locale="en-US",
            timezone_id="America/New_York",
            reduced_motion="reduce",
        )
        opened = await context.new_page()
        wrong: list[str] = []
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        opened.on("request", lambda asked: None if asked.url.startswith(address) else wrong.append(asked.url))
        await opened.goto(address)
        yield opened
        assert wrong == []
        await context.close()


ARTEFACTS = Path(__file__).parents[3] / "artefacts"
"""Where pictures of the page are kept for whoever wants to look; not in the repository."""
TOO_SMALL = """[...document.querySelectorAll("button:not(.command), input, textarea, a.key")].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width && (box.width < 44 || box.height < 44);
  }).map((each) => each.id || each.textContent)"""
"""Names what is smaller than a fingertip; a command inside a sentence may be (WCAG 2.5.8, inline)."""


async def join(page: "Page", name: str) -> None:
    await page.get_by_test_id("add-patient").click()
    await page.get_by_test_id("patient-name").fill(name)
    await page.get_by_test_id("create-patient").click()
    await page.get_by_test_id("start").click()
    await expect(page.get_by_test_id("message").last).to_contain_text("You said /start")


async def test_a_patient_joins_writes_presses_and_sees_the_answer_change(page: "Page") -> None:
    await join(page, "Robin")
    await page.get_by_test_id("composer").fill("migraine 7 again <b>")
    await page.get_by_test_id("send").click()
    answer = page.get_by_test_id("message").nth(3)
    await expect(answer).to_contain_text("You said migraine 7 again <b>")
    await answer.get_by_text("Say it louder").click()
    await expect(answer).to_contain_text("YOU SAID MIGRAINE 7 AGAIN <B>")
    await expect(answer).to_contain_text("edited")
    await expect(answer.get_by_test_id("button")).to_have_count(0)
    await expect(page.get_by_test_id("toast")).to_have_text("Louder.")
    await expect(page.get_by_test_id("message")).to_have_count(4)
    await page.screenshot(path=ARTEFACTS / "simulator-chat.png")


async def test_an_alert_waits_for_ok_and_the_button_stops_waiting(page: "Page") -> None:
    await join(page, "Robin")
    button = page.get_by_text("Is this private?")
    await button.click()
    await expect(page.get_by_test_id("alert")).to_have_text("Only this computer can read it.")
    await page.get_by_role("button", name="OK").click()
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_a_link_that_starts_the_bot_is_opened_on_somebody_elses_phone(
    page: "Page", simulation: SimulatedTelegram
) -> None:
    await join(page, "Robin")
    link = f"https://t.me/{simulation.account.username}?start=K7MXQ-2RTBD"
    await page.get_by_test_id("composer").fill(f"Open {link} please")
    await page.get_by_test_id("send").click()
    await page.get_by_test_id("start-link").first.click()
    await page.get_by_role("button", name="Somebody new").click()
    await page.get_by_test_id("patient-name").fill("Sam")
    await page.get_by_test_id("create-patient").click()
    await page.get_by_test_id("start").click()
    await expect(page.get_by_test_id("message").first).to_contain_text("/start K7MXQ-2RTBD")
    await expect(page.get_by_test_id("composer")).to_be_visible()
    robin, sam = simulation.account.chats.values()
    assert "/start K7MXQ-2RTBD" not in [m.get("text") for m in simulation.messages(robin)]
    assert "/start K7MXQ-2RTBD" in [m.get("text") for m in simulation.messages(sam)]


async def test_who_uses_the_bot_already_presses_start_once_more_as_on_telegram(
    page: "Page", simulation: SimulatedTelegram
) -> None:
    await join(page, "Robin")
    link = f"https://t.me/{simulation.account.username}?start=abc"
    await page.get_by_test_id("composer").fill(f"{link} https://t.me/another_bot?start=abc")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("start-link").first).to_have_text(link)
    await page.get_by_test_id("start-link").first.click()
    await page.locator("#sheet").get_by_role("button", name="Robin").click()
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    await page.get_by_test_id("start").click()
    await expect(page.get_by_test_id("composer")).to_be_visible()
    (robin,) = simulation.account.chats.values()
    assert "/start abc" in [m.get("text") for m in simulation.messages(robin)]


async def test_a_photo_opens_large_and_closes_with_escape(page: "Page") -> None:
    await join(page, "Robin")
    await page.get_by_text("Show a picture").click()
    photo = page.get_by_test_id("photo")
    await photo.click()
    large = page.get_by_test_id("photo-large")
    await expect(large).to_be_visible()
    assert await large.evaluate("image => image.decode().then(() => image.naturalWidth)") == 640
    await page.keyboard.press("Escape")
    await expect(large).to_be_hidden()
    await expect(photo).to_be_focused()


async def test_photos_and_files_are_sent_from_the_clip(page: "Page", simulation: SimulatedTelegram) -> None:
    await join(page, "Robin")
    picture = {"name": "hand.png", "mimeType": "image/png", "buffer": png(40, 30)}
    await page.get_by_test_id("pick-photo").set_input_files(picture)  # type: ignore[arg-type]  # a FilePayload
    await expect(page.get_by_test_id("photo")).to_have_count(1)
    letter = {"name": "letter.txt", "mimeType": "text/plain", "buffer": b"Dear"}
    await page.get_by_test_id("pick-file").set_input_files(letter)  # type: ignore[arg-type]  # a FilePayload
    async with page.expect_download() as download:
        await page.get_by_test_id("document").click()
    saved = await (await download.value).path()
    assert await asyncio.to_thread(Path(saved).read_bytes) == b"Dear"
    [chat] = simulation.account.chats.values()
    assert [k for m in simulation.messages(chat) for k in ("photo", "document") if k in m] == [
        "photo",
        "document",
    ]


async def test_a_voice_note_is_recorded_and_sent(page: "Page", simulation: SimulatedTelegram) -> None:
    await join(page, "Robin")
    await page.get_by_test_id("attach").click()
    await page.get_by_role("button", name="Record a voice note").click()
    await expect(page.get_by_text("0:01")).to_be_visible()
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.get_by_label("Voice note", exact=True)).to_be_visible()
    [chat] = simulation.account.chats.values()
    voice = next(m["voice"] for m in simulation.messages(chat) if "voice" in m)
    assert voice["mime_type"].startswith("audio/")
    assert voice["file_size"] > 100


async def test_what_is_half_written_outlives_a_restart_of_the_program(
    browser: "Browser", simulation: SimulatedTelegram, controls: server.Controls
) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    robin = simulation.join("Robin")
    simulation.send_text(robin, "/start")
    async with server.serving(server.build(simulation, controls, "Sameside")) as address:
        await page.goto(address)
        await page.get_by_test_id("composer").fill("so tired that")
    await expect(page.get_by_text("waiting for the program")).to_be_visible()
    port = int(address.rstrip("/").rpartition(":")[2])
    async with server.serving(server.build(simulation, controls, "Sameside"), port):
        await simulation.call("sendMessage", {"chat_id": robin.id, "text": "Back again"})
        await expect(page.get_by_test_id("message").last).to_contain_text("Back again")
        await expect(page.get_by_test_id("composer")).to_have_value("so tired that")
        await context.close()


async def test_the_whole_of_it_works_with_the_keyboard(page: "Page", simulation: SimulatedTelegram) -> None:
    await page.get_by_test_id("add-patient").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.type("Robin")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("start")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("composer")).to_be_focused()
    await page.keyboard.type("migrane 7")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("message")).to_have_count(4)
    await page.get_by_test_id("message").nth(2).get_by_test_id("message-actions").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await page.get_by_role("button", name="Edit").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("composer")).to_have_value("migrane 7")
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type("migraine 7")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("message").nth(2)).to_contain_text("migraine 7")
    [chat] = simulation.account.chats.values()
    assert simulation.messages(chat)[2]["text"] == "migraine 7"


async def test_a_reply_shows_what_it_answers(page: "Page", simulation: SimulatedTelegram) -> None:
    await join(page, "Robin")
    await page.get_by_test_id("message").nth(1).get_by_test_id("message-actions").click()
    await page.get_by_role("button", name="Reply").click()
    await page.get_by_test_id("composer").fill("yes")
    await page.get_by_test_id("send").click()
    await expect(page.get_by_test_id("message").nth(2)).to_contain_text("You said /start")
    [chat] = simulation.account.chats.values()
    assert simulation.messages(chat)[2]["reply_to_message"]["message_id"] == 2


async def test_commands_are_offered_with_their_descriptions(page: "Page") -> None:
    await join(page, "Robin")
    await page.get_by_test_id("menu").click()
    await page.get_by_role("button", name="/summary One screen for the visit").click()
    await expect(page.get_by_test_id("message").nth(3)).to_contain_text("You said /summary")


async def test_the_clock_moves_and_brings_reminders(page: "Page") -> None:
    await join(page, "Robin")
    await expect(page.get_by_test_id("clock-local")).to_contain_text("9:05")
    await expect(page.get_by_test_id("clock-utc")).to_contain_text("2:05")
    await page.get_by_test_id("clock-hour").click()
    await expect(page.get_by_test_id("clock-local")).to_contain_text("10:05")
    await page.get_by_test_id("clock-next").click()
    await expect(page.get_by_test_id("message").last).to_contain_text("How was today?")
    await expect(page.get_by_test_id("clock-local")).to_contain_text("Thu, Mar 5")
    await page.get_by_test_id("clock-next").click()
    await expect(page.get_by_test_id("toast")).to_have_text("No reminder is planned.")
    await page.get_by_test_id("load-history").click()
    await expect(page.get_by_test_id("message").last).to_contain_text("Loaded.")


async def test_two_patients_are_kept_apart(page: "Page", simulation: SimulatedTelegram) -> None:
    await join(page, "Robin")
    await page.get_by_test_id("back").click()
    await join(page, "Sam")
    robin, _ = simulation.account.chats.values()
    await simulation.call("sendMessage", {"chat_id": robin.id, "text": "For Robin only"})
    await expect(page.get_by_test_id("message")).to_have_count(2)
    await page.get_by_test_id("back").click()
    await expect(page.get_by_test_id("chat").first).to_contain_text("1 unread")
    await page.get_by_test_id("chat").first.click()
    await expect(page.get_by_test_id("message").last).to_contain_text("For Robin only")


async def test_suggested_answers_are_said_and_a_forced_reply_is_prepared(
    page: "Page", simulation: SimulatedTelegram
) -> None:
    await join(page, "Robin")
    [chat] = simulation.account.chats.values()
    answers = {"keyboard": [["Better", "Worse"]], "one_time_keyboard": True}
    await simulation.call("sendMessage", {"chat_id": chat.id, "text": "And now?", "reply_markup": answers})
    await expect(page.get_by_text("And now?", exact=True).last).to_be_in_viewport()
    await page.get_by_test_id("reply-button").get_by_text("Worse").click()
    await expect(page.get_by_test_id("message").last).to_contain_text("You said Worse")
    await expect(page.get_by_test_id("reply-button")).to_have_count(0)
    forced = {"force_reply": True, "input_field_placeholder": "In your words"}
    await simulation.call("sendMessage", {"chat_id": chat.id, "text": "Since when?", "reply_markup": forced})
    await expect(page.get_by_text("Reply to: Since when?")).to_be_visible()
    await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "In your words")


async def test_the_newest_message_stays_in_view_until_the_reader_scrolls_up(
    page: "Page", simulation: SimulatedTelegram
) -> None:
    await join(page, "Robin")
    [chat] = simulation.account.chats.values()
    for number in range(12):
        await simulation.call("sendMessage", {"chat_id": chat.id, "text": f"A line\n\nand number {number}."})
    tall = {"keyboard": [["A"], ["B"], ["C"], ["D"]]}
    await simulation.call("sendMessage", {"chat_id": chat.id, "text": "The newest", "reply_markup": tall})
    newest = page.get_by_test_id("message").last
    await expect(page.get_by_test_id("reply-button")).to_have_count(4)
    await expect(newest).to_be_in_viewport(ratio=1)
    await page.get_by_role("log").evaluate("log => { log.scrollTop = 0; }")
    await expect(newest).not_to_be_in_viewport()
    await simulation.call("sendMessage", {"chat_id": chat.id, "text": "Newer still"})
    await expect(page.get_by_text("Newer still").last).not_to_be_in_viewport()
    await page.get_by_role("button", name="Go to the newest message").click()
    await expect(page.get_by_role("log").get_by_text("Newer still")).to_be_in_viewport()


async def test_the_list_keeps_the_focus_when_news_arrive(page: "Page", simulation: SimulatedTelegram) -> None:
    await join(page, "Robin")
    await page.get_by_test_id("back").click()
    await expect(page.get_by_test_id("chat")).to_be_focused()
    [chat] = simulation.account.chats.values()
    await simulation.call("sendMessage", {"chat_id": chat.id, "text": "News"})
    await expect(page.get_by_test_id("chat")).to_contain_text("1 unread")
    await expect(page.get_by_test_id("chat")).to_be_focused()


async def test_blocking_the_bot_shuts_the_composer_until_it_is_undone(page: "Page") -> None:
    await join(page, "Robin")
    await page.get_by_test_id("chat-more").click()
    await page.get_by_role("button", name="Block the bot").click()
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    await page.get_by_role("button", name="Unblock and start again").click()
    await expect(page.get_by_test_id("composer")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_fits_any_screen_and_every_target_is_large(
    page: "Page", simulation: SimulatedTelegram, scheme: str
) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await join(page, "Robin")
    [chat] = simulation.account.chats.values()
    word = "pneumonoultramicroscopicsilicovolcanoconiosis" * 3
    await simulation.call("sendMessage", {"chat_id": chat.id, "text": word})
    await expect(page.get_by_test_id("message").last).to_contain_text("pneumono")
    for width in (320, 360, 900, 1320):
        await page.set_viewport_size({"width": width, "height": 740})
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert await page.evaluate(TOO_SMALL) == []
        await page.screenshot(path=ARTEFACTS / f"simulator-{scheme}-{width}.png")
