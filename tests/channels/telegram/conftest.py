"""A Bot API that can be told to misbehave, under the library's own ``Bot``."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram import Bot
from telegram.request import BaseRequest, RequestData

Answer = tuple[int, dict[str, Any]]


@dataclass
class Api(BaseRequest):
    """Answers calls by ``answers``, in turn, then kindly; keeps what was asked."""

    answers: list[Answer | Exception] = field(default_factory=list)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    refuse: Callable[[str, dict[str, Any]], Answer | None] = lambda *_: None

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Keep nothing."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        del method
        name = url.rsplit("/", 1)[-1]
        asked = dict(request_data.parameters) if request_data else {}
        self.calls.append((name, asked))
        answer = self.answers.pop(0) if self.answers else self.refuse(name, asked)
        if isinstance(answer, Exception):
            raise answer
        if answer is None:
            chat = {"id": asked.get("chat_id", 1), "type": "private"}
            sent = {"message_id": len(self.calls), "date": 0, "chat": chat}
            user = {"id": 1, "is_bot": True, "first_name": "B", "username": "b"}
            result: Any = {"getMe": user, "answerCallbackQuery": True, "leaveChat": True}.get(name, sent)
            answer = 200, {"ok": True, "result": result}
        status, body = answer
        return status, json.dumps(body).encode()

    def texts(self) -> list[str]:
        """What was sent, in order."""
        return [asked["text"] for name, asked in self.calls if name == "sendMessage"]


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
async def bot(api: Api) -> AsyncIterator[Bot]:
    found = Bot("1:x", request=api, get_updates_request=api)
    await found.initialize()
    api.calls.clear()
    yield found
    await found.shutdown()
