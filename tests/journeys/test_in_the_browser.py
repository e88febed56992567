"""The whole first day on the chat page: the real program as its own process, in a real Chromium on a small phone."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright, expect

from tests.support.browser import QUIET, SMALL_PHONE, find_chromium

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).parents[2]
ARTEFACTS = REPOSITORY / "artefacts"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
STARTS_WITHIN, ARRIVES_WITHIN = 60, 20_000
"""Seconds for the program to start, milliseconds for an answer, on a machine that is busy with other tests."""
MOST_REMINDERS = 6
"""Check-ins that may come before the first word about the visit."""


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """Start the demo on a free port; gives the address it prints."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "demo", "--port", "0"),
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONUNBUFFERED": "1",
            "SAMESIDE_DATA_DIR": str(tmp_path),
        },
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), STARTS_WITHIN)).decode()
    found = ADDRESS.search(line)
    assert found, line
    yield found[0]
    process.terminate()
    assert await asyncio.wait_for(process.wait(), STARTS_WITHIN) == 0


@pytest.fixture
async def page(address: str) -> "AsyncIterator[Page]":
    """Open the page on a small phone; nothing may go wrong in it unseen."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        context = await browser.new_context(
            viewport=SMALL_PHONE, locale="en-US", timezone_id="America/New_York", reduced_motion="reduce"
        )
        opened = await context.new_page()
        opened.set_default_timeout(ARRIVES_WITHIN)
        wrong: list[str] = []
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        await opened.goto(address)
        yield opened
        assert wrong == []
        await browser.close()


def messages(page: "Page") -> "Locator":
    return page.get_by_test_id("message")


async def says(page: "Page", text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("send").click()


async def presses(page: "Page", label: str) -> None:
    await page.get_by_test_id("button").filter(has_text=label).last.click()


async def sees(page: "Page", text: str) -> None:
    await expect(messages(page).filter(has_text=text).last).to_be_visible(timeout=ARRIVES_WITHIN)


async def to_the_next_word_about_the_visit(page: "Page") -> None:
    shown = page.get_by_test_id("button").filter(has_text="Show")
    for _ in range(MOST_REMINDERS):
        before = await messages(page).count()
        await page.get_by_test_id("clock-next").click()
        await expect(messages(page).nth(before)).to_be_visible(timeout=ARRIVES_WITHIN)
        if await shown.count():
            return
    pytest.fail("No reminder of the visit came.")


async def test_from_joining_to_the_summary_on_a_small_phone(page: "Page") -> None:
    await page.get_by_test_id("welcome-add").or_(page.get_by_test_id("add-patient")).first.click()
    await page.get_by_test_id("patient-name").fill("Robin")
    await page.get_by_test_id("create-patient").click()
    await page.get_by_test_id("start").click()
    await sees(page, "no end-to-end encryption")
    await presses(page, "agree")
    await presses(page, "Skip all")
    await presses(page, "New York")
    await sees(page, "for you now")

    await says(page, "migrane 7 since this mornin, took suma 50 mg, slept bad")
    await sees(page, "Migraine: 7 of 10")
    await presses(page, "Undo")
    await sees(page, "Removed from your log")
    await presses(page, "Bring it back")
    await sees(page, "Migraine: 7 of 10")

    day = datetime.now(UTC) + timedelta(days=9)
    await says(page, f"dr wu at city clinic on {day:%B} {day.day} {day.year} at 2:15pm about my migraine")
    await sees(page, "With Dr Wu")
    await presses(page, "Choose questions")
    for number, question in enumerate(("Is it the tablets?", "What else could it be?", "Who do I call?"), 1):
        await says(page, question)
        await sees(page, f"{number}. {question}")
    await presses(page, "That is all")

    await to_the_next_word_about_the_visit(page)
    await sees(page, "A note for today from Sameside.")
    await presses(page, "Show")
    await sees(page, "This is your list so far.")

    await says(page, "/summary")
    await sees(page, "I'm here about migraine")
    summary = await messages(page).last.inner_text()
    for part in (
        "Dr Wu",
        "1. Is it the tablets?",
        "3. Who do I call?",
        "7 of 10",
        "Sumatriptan",
        "Self-reported",
    ):
        assert part in summary
    ARTEFACTS.mkdir(exist_ok=True)
    await page.screenshot(path=ARTEFACTS / "first-day.png")
