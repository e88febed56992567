"""Checks the keyboards a bot sends, as Telegram's server does before a client ever sees them."""

from typing import Any

from bot.channels.simulator import refusals
from bot.channels.simulator.parameters import Json

DATA_BYTES = 64
"""callback_data holds 1-64 bytes (core.telegram.org/bots/api#inlinekeyboardbutton)."""
MOST_BUTTONS = 100
"""More inline buttons than this on one message are refused."""
_STYLES = {"danger", "success", "primary"}


def read(raw: Json) -> Json | None:
    """The checked markup: an inline keyboard, a reply keyboard, its removal or a forced reply; None for none.

    Raises:
        RefusedError: 400, as Telegram words it.

    """
    if not raw:
        return None
    if "inline_keyboard" in raw:
        return _inline(raw["inline_keyboard"])
    if "keyboard" in raw:
        return _replies(raw)
    for name in ("remove_keyboard", "force_reply"):
        if raw.get(name):
            return {key: raw[key] for key in (name, "selective", "input_field_placeholder") if key in raw}
    return None


def is_inline(markup: Json | None) -> bool:
    """True for buttons that belong to a message, the only kind Telegram returns with the message."""
    return markup is not None and "inline_keyboard" in markup


def buttons(markup: Json | None) -> list[Json]:
    """All buttons of an inline keyboard, row after row."""
    return [button for row in (markup or {}).get("inline_keyboard", []) for button in row]


def _inline(rows: Any) -> Json | None:
    checked = [[_inline_button(button) for button in row] for row in _rows(rows)]
    checked = [row for row in checked if row]
    if sum(map(len, checked)) > MOST_BUTTONS:
        raise refusals.bad_request("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise refusals.bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        raise refusals.bad_request("inline keyboard button text must be non-empty")
    kept = {"text": button["text"].strip()}
    if button.get("style") in _STYLES:
        kept["style"] = button["style"]
    if "callback_data" in button:
        return kept | {"callback_data": _data(button["callback_data"])}
    if "url" in button:
        return kept | {"url": _url(button["url"])}
    if "copy_text" in button:
        return kept | {"copy_text": {"text": _copied(button["copy_text"])}}
    others = sorted(set(button) - {"text", "style", "icon_custom_emoji_id"})
    if others:
        raise refusals.not_simulated(f"an inline button with {others[0]}")
    raise refusals.bad_request(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )


def _data(data: Any) -> str:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= DATA_BYTES:
        raise refusals.bad_request("BUTTON_DATA_INVALID")
    return data


def _copied(copy_text: Any) -> str:
    text = copy_text.get("text") if isinstance(copy_text, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= 256:
        raise refusals.bad_request("COPY_TEXT_INVALID")
    return text


def _url(url: Any) -> str:
    scheme, separator, rest = str(url).partition("://")
    if not separator:
        scheme, rest = "https", str(url)
    if scheme not in {"http", "https", "tg"} or "." not in rest or " " in rest:
        raise refusals.bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return f"{scheme}://{rest}"


def _replies(raw: Json) -> Json:
    rows = [[_reply_button(button) for button in row] for row in _rows(raw["keyboard"])]
    if not any(rows):
        raise refusals.bad_request("reply keyboard is empty")
    options = ("is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder")
    return {"keyboard": [row for row in rows if row]} | {key: raw[key] for key in options if key in raw}


def _reply_button(button: Any) -> Json:
    text = button.get("text") if isinstance(button, dict) else button
    if not isinstance(text, str) or not text.strip():
        raise refusals.bad_request("keyboard button text must be non-empty")
    asks = (
        [name for name in button if name.startswith(("request_", "web_app"))]
        if isinstance(button, dict)
        else []
    )
    if asks:
        raise refusals.not_simulated(f"a keyboard button with {asks[0]}")
    return {"text": text.strip()}


def _rows(rows: Any) -> list[list[Any]]:
    if not isinstance(rows, list | tuple) or not all(isinstance(row, list | tuple) for row in rows):
        raise refusals.bad_request("can't parse reply keyboard markup JSON object")
    return [list(row) for row in rows]
