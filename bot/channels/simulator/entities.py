"""Turns Telegram's HTML into plain text and entities, refusing what Telegram refuses.

The grammar and the error texts follow TDLib's ``parse_html`` (tdlib/td, td/telegram/MessageEntity.cpp): only
some tags, only four named character references, offsets of errors in bytes, of entities in UTF-16 code units.
"""

import re
from dataclasses import dataclass
from typing import Any

from bot.channels.simulator import refusals

Entity = dict[str, Any]

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
"""Every tag Telegram allows, and the entity it becomes (core.telegram.org/bots/api#html-style)."""

_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ATTRIBUTE = re.compile(r"""([^\s=>]+)\s*(?:=\s*("[^"]*"|'[^']*'|[^\s>]*))?\s*""")
_TAG_NAME = re.compile(r"[^\s>]*")
_END_TAG = re.compile(r"</([^\s>]*)\s*>")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_URL = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]']", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def utf16_length(text: str) -> int:
    """The length Telegram counts: UTF-16 code units, so that most emoji count as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def from_html(source: str) -> tuple[str, list[Entity]]:
    """The text and the entities of ``source``, both trimmed as Telegram trims a message.

    Raises:
        RefusedError: 400 "can't parse entities: …", exactly where Telegram would.

    """
    return trimmed(*_Html(source).read())


def cleaned(text: str) -> str:
    """Take out what Telegram takes out of any text: carriage returns; other control characters become spaces."""
    return _CONTROL.sub(" ", text.replace("\r", ""))


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Drop the white space around a text and keep the entities on the words they were on."""
    bare = text.strip()
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(bare)
    kept = []
    for entity in entities:
        first = max(int(entity["offset"]) - cut, 0)
        last = min(int(entity["offset"]) - cut + int(entity["length"]), end)
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    return bare, kept


def with_detected(text: str, entities: list[Entity]) -> list[Entity]:
    """Add what Telegram finds by itself: commands, web and mail addresses outside of code and links."""
    closed = [
        (e["offset"], e["offset"] + e["length"])
        for e in entities
        if e["type"] in {"code", "pre", "text_link"}
    ]
    found = list(entities)
    for kind, pattern in (("url", _URL), ("email", _EMAIL), ("bot_command", _COMMAND)):
        for match in pattern.finditer(text):
            first = utf16_length(text[: match.start()])
            last = first + utf16_length(match.group())
            if all(last <= a or first >= b for a, b in closed):
                closed.append((first, last))
                found.append({"type": kind, "offset": first, "length": last - first})
    return _in_order(found)


def _in_order(entities: list[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


@dataclass(frozen=True, slots=True)
class _OpenTag:
    name: str
    argument: str
    offset: int
    start: int


class _Html:
    """One reading of one source, left to right."""

    def __init__(self, source: str) -> None:
        self.source, self.at = source, 0
        self.text, self.length = "", 0
        self.open: list[_OpenTag] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            mark = self.source[self.at]
            reference = _REFERENCE.match(self.source, self.at) if mark == "&" else None
            if reference and (character := _character(reference)):
                self._add(character, reference.end())
            elif mark != "<":
                self._add(mark, self.at + 1)
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise self._wrong(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return self.text, _in_order(self.entities)

    def _add(self, text: str, next_at: int) -> None:
        self.text += text
        self.length += utf16_length(text)
        self.at = next_at

    def _start_tag(self) -> None:
        begin = self.at
        name = _TAG_NAME.match(self.source, begin + 1)[0].lower()  # type: ignore[index]  # it can match nothing
        if begin + 1 + len(name) >= len(self.source):
            raise self._wrong("Unclosed start tag", begin)
        if name not in KINDS:
            raise self._wrong(f'Unsupported start tag "{name}"', begin)
        self.at = begin + 1 + len(name)
        argument = self._attributes(name, begin)
        if name == "span" and argument != "spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_OpenTag(name, argument, self.length, len(self.text)))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        self._skip_space()
        while not self.source.startswith(">", self.at):
            if self.at >= len(self.source):
                raise self._wrong("Unclosed start tag", begin)
            match = _ATTRIBUTE.match(self.source, self.at)
            if match is None:
                raise self._wrong(f'Empty attribute name in the tag "{tag}"', begin)
            name, value = match[1].lower(), match[2]
            if value is None and (tag, name) != ("blockquote", "expandable"):
                raise self._wrong(
                    f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin
                )
            argument = _argument(tag, name, self._value(value or "", match.start(2))) or argument
            self.at = match.end()
        self.at += 1
        return argument

    def _value(self, raw: str, begin: int) -> str:
        if raw[:1] in {'"', "'"}:
            return _REFERENCE.sub(lambda match: _character(match) or match[0], raw[1:-1])
        if not _NAME_TOKEN.fullmatch(raw):
            raise self._wrong("Unexpected end of name token", begin)
        return raw.lower()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._wrong("Unexpected end tag", begin)
        match = _END_TAG.match(self.source, begin)
        if match is None:
            raise self._wrong("Unclosed end tag", begin)
        tag = self.open.pop()
        found = match[1].lower()
        if found not in {"", tag.name}:
            place = f"Unmatched end tag at byte offset {self._bytes(begin)}"
            raise self._wrong(f'{place}, expected "</{tag.name}>", found "</{found}>"')
        self.at = match.end()
        if self.length > tag.offset:
            self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        entity: Entity = {"type": KINDS[tag.name], "offset": tag.offset, "length": self.length - tag.offset}
        if tag.name == "a":
            entity["url"] = tag.argument or self.text[tag.start :]
            if not re.match(r"(https?|tg|mailto|tel):|[\w-]+(\.[\w-]+)+", entity["url"], re.IGNORECASE):
                return  # Telegram drops a link it cannot follow and keeps the words
        elif tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.argument
        elif tag.name == "blockquote" and tag.argument:
            entity["type"] = "expandable_blockquote"
        elif tag.name == "code" and tag.argument:
            entity["language"] = tag.argument
        elif tag.name == "pre" and (inner := self._code_inside(tag, entity["length"])):
            self.entities.remove(inner)
            entity["language"] = inner.get("language", "")
        self.entities.append(entity)

    def _code_inside(self, tag: _OpenTag, length: int) -> Entity | None:
        last = self.entities[-1] if self.entities else None
        same = last and (last["type"], last["offset"], last["length"]) == ("code", tag.offset, length)
        return last if same else None

    def _skip_space(self) -> None:
        while self.at < len(self.source) and self.source[self.at].isspace():
            self.at += 1

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _wrong(self, problem: str, at: int | None = None) -> refusals.RefusedError:
        place = "" if at is None else f" at byte offset {self._bytes(at)}"
        return refusals.bad_request(f"can't parse entities: {problem}{place}")


def _character(match: re.Match[str]) -> str:
    """The character a reference stands for, "" where there is none (it then stays as written)."""
    if match[3]:
        return _NAMED[match[3]]
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def _argument(tag: str, name: str, value: str) -> str:
    """What an attribute means for its tag; attributes of no meaning are passed over, as Telegram does."""
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case ("blockquote", "expandable"):
            return "expandable"
        case _:
            return ""
