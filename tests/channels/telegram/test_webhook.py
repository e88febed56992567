"""What is delivered to the webhook is stored before it is answered, whoever calls and however broken the call."""

import asyncio
import io
import json
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.channels.telegram import live, webhook
from bot.storage.database import UnavailableError

SECRET = "a-secret"


class Desk:
    """Takes updates like the intake, and can be closed."""

    def __init__(self) -> None:
        self.taken: list[Mapping[str, Any]] = []
        self.closed = False

    async def take(self, updates: Sequence[Mapping[str, Any]]) -> None:
        if self.closed:
            raise UnavailableError("closed")
        self.taken += updates

    async def measure(self) -> Mapping[str, float]:
        return {}


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
async def address(desk: Desk) -> AsyncIterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    async with live.serving(listening, webhook.routes(desk.take, SECRET), desk.measure):
        yield f"http://127.0.0.1:{port}{webhook.PATH}"


async def _post(address: str, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {webhook.SECRET_HEADER: secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(address, data=io.BytesIO(body), headers=headers) as answer,
    ):
        return answer.status


async def test_an_update_with_the_secret_is_stored(desk: Desk, address: str) -> None:
    assert await _post(address, b'{"update_id": 5, "message": {}}') == 200
    assert desk.taken == [{"update_id": 5, "message": {}}]


@pytest.mark.parametrize("secret", [None, "", "wrong", "a-secreta-secret"])
async def test_without_the_secret_nothing_is_read(desk: Desk, address: str, secret: str | None) -> None:
    assert await _post(address, b'{"update_id": 5}', secret) == 401
    assert desk.taken == []


async def test_a_secret_of_bytes_that_are_no_text_is_a_wrong_secret(address: str) -> None:
    host, port = address.removeprefix("http://").partition("/")[0].split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = f"POST {webhook.PATH} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 2\r\n{webhook.SECRET_HEADER}: "
    writer.write(head.encode() + b"\xff\xfe\r\n\r\n{}")
    assert b"401" in await reader.readline()
    writer.close()
    await writer.wait_closed()


async def test_an_update_that_arrives_in_pieces_is_read_whole(desk: Desk, address: str) -> None:
    update = {"update_id": 6, "message": {"text": "ß" * 4096}}
    body = json.dumps(update).encode()
    host, port = address.removeprefix("http://").partition("/")[0].split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = f"POST {webhook.PATH} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(body)}\r\n"
    writer.write(f"{head}{webhook.SECRET_HEADER}: {SECRET}\r\n\r\n".encode() + body[:1000])
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.write(body[1000:])
    assert b"200" in await reader.readline()
    assert desk.taken == [update]
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"nul\x00", b"[" * 100_000, b'{"update_id": 1' + b"0" * 5000]
)
async def test_what_is_not_json_is_refused_and_not_stored(desk: Desk, address: str, body: bytes) -> None:
    assert await _post(address, body) == 400
    assert desk.taken == []


@pytest.mark.parametrize(
    "body",
    [
        b"5", b"null", b"[]", b'"x"', b"{}", b'{"update_id": null}', b'{"update_id": "7"}', b'{"update_id": true}',
        b'{"update_id": 1.5}', b'{"update_id": 99999999999999999999}', b'{"update_id": -1}',
    ],
)  # fmt: skip
async def test_json_that_is_no_update_is_passed_so_that_it_is_not_delivered_again(
    desk: Desk, address: str, body: bytes
) -> None:
    assert await _post(address, body) == 200
    assert desk.taken == []


async def test_a_body_beyond_the_limit_is_refused_with_and_without_a_stated_length(
    desk: Desk, address: str
) -> None:
    body = b'{"update_id": 5, "x": "' + b"x" * webhook.MOST_BYTES + b'"}'

    async def pieces() -> AsyncIterator[bytes]:
        yield body[: len(body) // 2]
        yield body[len(body) // 2 :]

    assert await _post(address, body) == 413
    headers = {webhook.SECRET_HEADER: SECRET}
    async with (
        aiohttp.ClientSession() as session,
        session.post(address, data=pieces(), headers=headers) as answer,
    ):
        assert answer.status == 413
    assert desk.taken == []


async def test_while_nothing_can_be_stored_telegram_is_asked_to_come_again(desk: Desk, address: str) -> None:
    desk.closed = True
    assert await _post(address, b'{"update_id": 5}') == 503
    desk.closed = False
    assert await _post(address, b'{"update_id": 5}') == 200


async def test_only_post_is_answered(address: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == web.HTTPMethodNotAllowed.status_code
