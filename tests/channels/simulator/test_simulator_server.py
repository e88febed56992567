"""The page's server: for this machine and this page only, and gone at once when it is told to stop."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.channels.simulator import server
from bot.channels.simulator.account import Chat
from bot.channels.simulator.telegram import SimulatedTelegram
from bot.domain import errors
from tests.channels.simulator.echo import BEGINS, png

PAGE = Path(server.__file__).parent / "page"


async def asked(method: str, url: str, **more: Any) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.request(method, url, **more) as response:
        return response.status, await response.text()


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example:80", "192.168.1.4", "127.0.0.1.nip.io", "["]
)
async def test_another_host_name_is_refused(page_address: str, host: str) -> None:
    assert (await asked("GET", page_address, headers={"Host": host}))[0] in {400, 403}


@pytest.mark.parametrize("host", ["localhost:9", "127.0.0.1", "[::1]:80"])
async def test_this_machines_names_are_served(page_address: str, host: str) -> None:
    status, text = await asked("GET", page_address, headers={"Host": host})
    assert (status, "<title>Sameside</title>" in text) == (200, True)


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
)
async def test_another_site_can_neither_write_nor_read(
    page_address: str, simulation: SimulatedTelegram, headers: dict[str, str]
) -> None:
    assert (await asked("POST", f"{page_address}patients", json={"name": "Eve"}, headers=headers))[0] == 403
    assert (await asked("GET", f"{page_address}events", headers=headers))[0] == 403
    assert not simulation.account.chats


async def test_a_form_that_any_site_can_send_is_refused(page_address: str) -> None:
    assert (await asked("POST", f"{page_address}patients", data={"name": "Eve"}))[0] == 415


async def test_every_answer_carries_the_policy(page_address: str) -> None:
    async with aiohttp.ClientSession() as session:
        for path in ("", "page/page.js", "nowhere", "files/none"):
            async with session.get(page_address + path) as response:
                policy = response.headers["Content-Security-Policy"]
                assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
                assert "unsafe" not in policy
                assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_needs_nothing_from_outside_and_no_inline_script() -> None:
    for file in PAGE.iterdir():
        if file.suffix in {".html", ".css", ".js"}:
            text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
            assert not re.search(r"(src|href|url\(|import)\s*[=( ]\s*[\"']?(https?:)?//", text), file.name
            assert not re.search(r"\son\w+=|<style|javascript:|innerHTML|insertAdjacentHTML", text), file.name


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("patients", {"name": " "}, 400),
        ("patients", {}, 400),
        ("chats/7/text", {"text": "x"}, 400),
        ("chats/{chat}/text", {"text": ""}, 400),
        ("chats/{chat}/messages/1/press", {"data": "x"}, 400),
        ("chats/{chat}/messages/1/edit", {"text": "changed"}, 200),
        ("clock/advance", {"seconds": -5}, 400),
        ("clock/advance", {"seconds": "NaN"}, 400),
        ("clock/advance", {"seconds": 1e12}, 400),
        ("clock/advance", {"seconds": 3600}, 200),
    ],
)
async def test_wrong_actions_get_a_sentence_and_change_nothing(
    page_address: str, robin: Chat, path: str, body: dict[str, Any], status: int
) -> None:
    answered, text = await asked("POST", page_address + path.format(chat=robin.id), json=body)
    assert answered == status, text


async def events(response: aiohttp.ClientResponse, count: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while len(found) < count:
        line = await asyncio.wait_for(response.content.readline(), 10)
        if line.startswith(b"data: "):
            event = json.loads(line[6:])
            if event["type"] != "clock":
                found.append(event)
    return found


async def test_a_page_is_told_everything_and_then_each_change(
    page_address: str, simulation: SimulatedTelegram, robin: Chat
) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{page_address}events") as response:
        [snapshot] = await events(response, 1)
        assert snapshot["now"] == BEGINS.isoformat()
        assert snapshot["chats"][0]["name"] == "Robin"
        assert snapshot["chats"][0]["commands"][0]["command"] == "log"
        simulation.send_text(robin, "migraine 7")
        said, typing, answered = await events(response, 3)
        assert (said["type"], said["message"]["text"]) == ("message", "migraine 7")
        assert (typing["type"], typing["action"]) == ("typing", "typing")
        assert answered["message"]["text"] == "You said migraine 7"
        simulation.press(robin, answered["message"]["message_id"], "private")
        [toast] = await events(response, 1)
        assert (toast["type"], toast["show_alert"]) == ("answer", True)


async def test_files_open_or_download_and_never_run(
    page_address: str, simulation: SimulatedTelegram, robin: Chat
) -> None:
    photo = simulation.send_photo(robin, png(20, 10))["photo"][0]["file_id"]
    script = simulation.send_document(robin, "a.html", b"<script>", "text/html")["document"]["file_id"]
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{page_address}files/{photo}") as response:
            assert response.content_type == "image/png"
            assert await response.read() == png(20, 10)
        async with session.get(f"{page_address}files/{script}") as response:
            assert response.content_type == "application/octet-stream"
            assert response.headers["Content-Disposition"] == "attachment; filename*=UTF-8''a.html"


async def test_an_uploaded_photo_arrives(
    page_address: str, simulation: SimulatedTelegram, robin: Chat
) -> None:
    form = aiohttp.FormData({"kind": "photo", "caption": "my hand"})
    form.add_field("file", png(20, 10), filename="hand.png", content_type="image/png")
    status, _ = await asked("POST", f"{page_address}chats/{robin.id}/file", data=form)
    assert (status, simulation.messages(robin)[1]["caption"]) == (200, "my hand")


async def test_open_pages_do_not_hold_up_the_end(
    simulation: SimulatedTelegram, controls: server.Controls
) -> None:
    async with aiohttp.ClientSession() as session:
        async with server.serving(server.build(simulation, controls, "Sameside")) as address:
            response = await session.get(f"{address}events")
            await events(response, 1)
            assert not response.content.at_eof()
        await asyncio.wait_for(
            response.content.read(), 5
        )  # the library would wait a minute for an open stream
        assert response.content.at_eof()
        response.close()


async def test_a_port_in_use_is_told_in_one_line(
    simulation: SimulatedTelegram, controls: server.Controls
) -> None:
    async with server.serving(server.build(simulation, controls, "Sameside")) as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        with pytest.raises(errors.OperatorError, match=rf"^Port {port} [^\n]+$"):
            async with server.serving(server.build(simulation, controls, "Sameside"), port):
                pass


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "ground", 7), ("ink", "bubble", 7), ("ink", "own", 7), ("ink", "paper", 7),
        ("soft", "ground", 4.5), ("soft", "panel", 4.5), ("soft", "paper", 4.5), ("soft", "bubble", 4.5),
        ("soft", "tint", 4.5), ("accent", "tint", 4.5), ("accent", "tint-hover", 4.5), ("accent", "panel", 4.5),
        ("accent", "own", 4.5), ("accent", "bubble", 4.5), ("accent", "ground", 4.5), ("on-accent", "accent", 4.5),
        ("danger", "danger-tint", 4.5), ("danger", "panel", 4.5), ("paper", "ink", 7), ("edge", "paper", 3),
        ("edge", "panel", 3),
    ],
)  # fmt: skip  # pairs read better side by side
def test_colours_can_be_told_apart(scheme: str, ink: str, ground: str, least: float) -> None:
    """WCAG 2.2: 4.5 to 1 for text, 3 to 1 for the edges of controls (1.4.3, 1.4.11)."""
    blocks = re.findall(r":root \{(.*?)\}", (PAGE / "page.css").read_text(encoding="utf-8"), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): #([0-9a-f]{6})", blocks[scheme == "dark"]))
    lights = sorted(_light(colours[name]) for name in (ink, ground))
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= least


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
