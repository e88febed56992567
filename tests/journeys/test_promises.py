"""The promises of docs/privacy.md that no other test holds, and that each promise names a test that is there."""

import asyncio
import hmac
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels import status
from bot.channels.telegram import gateway, webhook
from bot.services import backup, measuring
from bot.storage import tables
from tests.journeys.test_random_patients import Watched
from tests.support.journey import Journey

HOUSE = Path(__file__).parents[2]
PROMISE = re.compile(
    r"^\|(?P<promise>[^|]+)\|\s*`(?P<file>tests/[\w/]+\.py)`:?\s*(?P<tests>[^|]+)\|", re.MULTILINE
)
NAMED = re.compile(r"`(test_\w+)`")
GROUPS = ("group", "supergroup", "channel")


def test_every_promise_names_a_test_that_is_there() -> None:
    found = list(PROMISE.finditer((HOUSE / "docs" / "privacy.md").read_text()))
    assert len(found) >= 20
    for each in found:
        source = (HOUSE / each["file"]).read_text()
        names = NAMED.findall(each["tests"])
        assert names, each["promise"]
        for name in names:
            assert f"def {name}(" in source, f"{each['promise']}: {name} is not in {each['file']}"


@pytest.mark.parametrize("kind", GROUPS)
def test_whatever_comes_from_a_group_or_channel_is_not_kept_and_the_chat_is_left(
    journey: Journey, kind: str
) -> None:
    chat = {"id": -1001, "type": kind}
    sent = {"message_id": 1, "date": 1, "chat": chat, "text": "migraine 7"}
    updates: list[dict[str, Any]] = [
        {"message": {**sent, "from": {"id": 7}}},
        {"edited_message": {**sent, "from": {"id": 7}}},
        {"message": {**sent, "sender_chat": chat}},
        {"channel_post": sent},
        {"edited_channel_post": sent},
        {
            "my_chat_member": {
                "chat": chat,
                "from": {"id": 7},
                "date": 1,
                "new_chat_member": {"status": "member"},
            }
        },
        {"callback_query": {"id": "1", "from": {"id": 7}, "data": "/agree", "message": sent}},
    ]
    numbered = [{"update_id": number, **update} for number, update in enumerate(updates, 1)]
    accepted = journey.intake.accept(numbered, journey.now)
    assert accepted.stored == 0
    assert set(accepted.leave) == {-1001}
    with journey.opened.database.read() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.patients)).scalar_one() == 0
        assert set(connection.execute(sa.select(tables.inbox.c.body)).scalars()) == {None}


def test_channel_posts_are_not_even_asked_for() -> None:
    assert not {"channel_post", "edited_channel_post", "inline_query"} & set(gateway.ALLOWED_UPDATES)


def test_bodies_are_dropped_after_use(either_journey: Journey) -> None:
    robin = either_journey.patient()
    robin.says("migraine 7")
    robin.says("remind me to stretch in 2 hours")
    robin.says("yes")
    either_journey.wait(hours=3)
    with either_journey.opened.database.read() as connection:
        assert set(connection.execute(sa.select(tables.inbox.c.body)).scalars()) == {None}
        assert set(connection.execute(sa.select(tables.outbox.c.body)).scalars()) == {None}


def test_metrics_are_numbers_without_names(journey: Journey) -> None:
    robin = journey.patient("Quillfeather")
    robin.says("zebracorn pain 7")
    figures = measuring.ages(journey.opened.database, journey.now)
    shown = status.written(figures).decode()
    for line in shown.splitlines():
        assert re.fullmatch(r"# (HELP|TYPE) sameside_\w+ .*|sameside_\w+ [\d.e+-]+", line), line
    assert "zebracorn" not in shown
    assert "Quillfeather" not in shown
    assert str(robin.telegram_id) not in shown


def test_the_age_of_the_last_backup_is_known(journey: Journey, tmp_path: Path) -> None:
    assert backup.last_at(journey.opened) == 0
    backup.write(journey.opened, tmp_path / "backup", journey.now)
    assert backup.last_at(journey.opened) == journey.now.timestamp()


def test_the_secret_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[Any, Any]] = []
    honest = hmac.compare_digest

    def watching(one: Any, other: Any) -> bool:
        compared.append((one, other))
        return honest(one, other)

    monkeypatch.setattr(hmac, "compare_digest", watching)

    class Request:
        def __init__(self, secret: str) -> None:
            self.headers = {webhook.SECRET_HEADER: secret}
            self.content_length = 2

        async def read(self) -> bytes:
            return b"{}"

    async def take(updates: Any) -> None:
        del updates

    (route,) = webhook.routes(take, "the secret")
    for given_secret in ("", "the", "the secret", "another secret"):
        asyncio.run(route.handler(Request(given_secret)))  # type: ignore[arg-type]  # as much of one as is read
    assert [one for one, _ in compared] == [b"", b"the", b"the secret", b"another secret"]


def test_every_pinned_package_has_its_hashes() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (HOUSE / "deploy" / name).read_text().replace("\\\n", " ").splitlines()
        wanted = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
        assert len(wanted) > 20
        for line in wanted:
            assert re.match(r"[\w.\[\]-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line
    assert "--require-hashes" in (HOUSE / "Makefile").read_text()
    assert "--require-hashes" in (HOUSE / "deploy" / "Dockerfile").read_text()


def test_nothing_of_the_bot_calls_anybody_but_telegram_and_the_database() -> None:
    calls = re.compile(
        r"ClientSession|open_connection|create_connection|urllib\.request|http\.client|\bhttpx\b|smtplib"
    )
    found = {
        path.relative_to(HOUSE).as_posix()
        for path in (HOUSE / "bot").rglob("*.py")
        if calls.search(path.read_text())
    }
    assert found == {"bot/channels/telegram/requests.py"}


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    journey = Watched(tmp_path_factory.mktemp("typed"))
    journey.patient("Robin")
    yield journey
    journey.close()


PLACES = (
    "{}",
    "/questions {}",
    "remind me to {} tomorrow at 9am",
    "/visit dr {} on march 20 at 2pm",
    "{} 7/10",
)


@settings(
    max_examples=10, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
@given(
    st.one_of(
        st.text(min_size=1, max_size=60),
        st.text(st.sampled_from("<>&;\"'/abi =#x0123456789\u202e\u200f\n"), min_size=1, max_size=80),
    )
)
def test_whatever_is_typed_telegram_would_take_the_answer(typed: Watched, text: str) -> None:
    """Each message that leaves is read as Telegram reads HTML: ``Watched`` fails where it would be refused."""
    robin = next(iter(typed.patients.values()))
    for place in PLACES:
        robin.says(place.format(text))
        robin.says("stop")
    robin.says("/questions")
    robin.says("stop")
