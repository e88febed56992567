"""Whatever JSON comes in, the gateway reads it without raising, and the intake never keeps what is nobody's."""

import copy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.telegram import gateway, polling
from bot.engine import events

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.just("/"),
    st.just("private"),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=12,
)
USER = {"id": 7, "is_bot": False, "first_name": "Robin", "language_code": "en"}
CHAT = {"id": 7, "type": "private"}
MESSAGE = {"message_id": 5, "date": 1_772_000_000, "chat": CHAT, "from": USER}
REAL: tuple[dict[str, Any], ...] = (
    {"message": {**MESSAGE, "text": "migraine 7"}},
    {"message": {**MESSAGE, "text": "/log@bot now", "entities": [{"type": "bot_command", "offset": 0}]}},
    {"message": {**MESSAGE, "text": "yes", "reply_to_message": {"message_id": 4, "chat": CHAT}}},
    {
        "message": {
            **MESSAGE,
            "photo": [{"file_id": "a", "file_size": 1}, {"file_id": "b"}],
            "caption": "rash",
        }
    },
    {"message": {**MESSAGE, "voice": {"file_id": "v", "duration": 2}}},
    {"message": {**MESSAGE, "document": {"file_id": "d", "file_name": "x.ics", "file_size": 9}}},
    {"message": {**MESSAGE, "sticker": {"file_id": "s", "emoji": "🙂"}}},
    {"edited_message": {**MESSAGE, "text": "migraine 8", "edit_date": 1_772_000_100}},
    {"callback_query": {"id": "9", "from": USER, "data": "abc:1", "message": {**MESSAGE, "text": "?"}}},
    {"callback_query": {"id": "9", "from": USER, "data": "abc:1", "inline_message_id": "i"}},
    {"my_chat_member": {"chat": CHAT, "from": USER, "date": 1, "new_chat_member": {"status": "kicked"}}},
)
KINDS = (
    events.Text, events.Command, events.Press, events.Edit, events.Media, events.Unknown, events.Presence,
)  # fmt: skip


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for key, each in inner for deeper in _paths(each, (*path, key)))]


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    update: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(REAL)))
    for _ in range(draw(st.integers(1, 3))):
        paths = [path for path in _paths(update) if path]
        if not paths:
            break
        *way, last = draw(st.sampled_from(paths))
        place: Any = update
        for key in way:
            place = place[key]
        if draw(st.booleans()) and isinstance(place, dict):
            del place[last]
        else:
            place[last] = draw(JSON)
    return update


def _is_read(update: dict[str, Any]) -> None:
    sender = gateway.identify(update)
    if sender is not None:
        assert isinstance(sender.telegram_id, int)
        assert isinstance(sender.chat_id, int)
    incoming = gateway.decode(update)
    assert isinstance(incoming.event, KINDS)
    if incoming.sent_at is not None:
        assert incoming.sent_at.tzinfo is not None
    match incoming.event:
        case events.Text(text=text) | events.Edit(text=text):
            assert isinstance(text, str)
            assert text
        case events.Media(file_id=file_id, caption=caption):
            assert file_id
            assert isinstance(caption, str)


def test_real_updates_are_read_with_the_moment_they_were_sent() -> None:
    dated = [update for update in REAL if "message" in update or "edited_message" in update]
    assert len(dated) == 8
    for update in dated:
        sent_at = gateway.decode(update).sent_at
        assert sent_at is not None
        assert sent_at.timestamp() == update.get("edited_message", MESSAGE).get("edit_date", MESSAGE["date"])


@settings(max_examples=300, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(update=mutated())
def test_real_updates_with_parts_changed_or_missing_are_read(update: dict[str, Any]) -> None:
    _is_read(update)


@settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    update=st.dictionaries(
        st.sampled_from(
            ["message", "edited_message", "callback_query", "my_chat_member", "channel_post", "new"]
        ),
        st.one_of(
            JSON,
            st.dictionaries(
                st.sampled_from(
                    ["chat", "from", "message_id", "text", "photo", "voice", "data", "message", "date"]
                ),
                JSON,
            ),
        ),
    )
)
def test_json_of_any_shape_is_read(update: dict[str, Any]) -> None:
    _is_read(update)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(raw=JSON)
def test_a_batch_of_any_shape_gives_only_updates_with_a_number(raw: Any) -> None:
    for update in polling.readable(raw):
        assert 0 <= update["update_id"] <= polling.LARGEST_NUMBER


def test_somebody_in_a_group_is_never_taken_for_a_private_chat() -> None:
    in_a_chat = [update for update in REAL if "inline_message_id" not in update.get("callback_query", {})]
    assert len(in_a_chat) == len(REAL) - 1
    for update in in_a_chat:
        changed = copy.deepcopy(update)
        (body,) = changed.values()
        body.get("message", body)["chat"] = {"id": -100, "type": "supergroup"}
        found = gateway.identify(changed)
        assert found is not None
        assert not found.private
