"""Telegram's HTML, read and refused as Telegram does."""

from typing import Any

import pytest

from bot.channels.simulator import entities, refusals


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("<b>Pain</b> 7", "Pain 7", [("bold", 0, 4)]),
        ("<STRONG>a</STRONG><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("1 &lt; 2 &amp;&amp; &quot;x&quot; &#65;&#x42;", '1 < 2 && "x" AB', []),
        ("&nbsp;&copy; a & b", "&nbsp;&copy; a & b", []),
        ("\n  <b> two </b>  \n", "two", [("bold", 0, 3)]),
        ("🙂<u>x</u>", "🙂x", [("underline", 2, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("<code>/log</code>", "/log", [("code", 0, 4)]),
    ],
)
def test_what_telegram_allows_becomes_text_and_entities(
    source: str, text: str, marks: list[tuple[str, int, int]]
) -> None:
    read, found = entities.from_html(source)
    assert read == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == marks


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<div>a</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
        ("é<p>", 'Unsupported start tag "p" at byte offset 2'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("pain <3>", 'Unsupported start tag "3" at byte offset 5'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b", "Unclosed start tag at byte offset 0"),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<a href=http://x.org/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_telegram_refuses_is_refused_in_its_words(source: str, problem: str) -> None:
    with pytest.raises(refusals.RefusedError) as refusal:
        entities.from_html(source)
    assert (refusal.value.status, refusal.value.description) == (
        400,
        f"Bad Request: can't parse entities: {problem}",
    )


def test_a_link_keeps_its_address_and_loses_one_that_leads_nowhere() -> None:
    text, found = entities.from_html(
        '<a href="https://example.org/?a=1&amp;b=2">here</a> <a href="javascript:x()">there</a>'
    )
    assert text == "here there"
    assert found == [{"type": "text_link", "offset": 0, "length": 4, "url": "https://example.org/?a=1&b=2"}]


def test_code_in_pre_names_its_language_once() -> None:
    _, found = entities.from_html('<pre><code class="language-python">x = 1</code></pre>')
    assert found == [{"type": "pre", "offset": 0, "length": 5, "language": "python"}]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("see /log, or www.example.org/a.", [("bot_command", "/log"), ("url", "www.example.org/a")]),
        ("pain 7/10 and 3/4", []),
        ("https://example.org/log/now", [("url", "https://example.org/log/now")]),
        ("🙂 /help", [("bot_command", "/help")]),
        ("write to a.b@example.org.", [("email", "a.b@example.org")]),
    ],
)
def test_telegram_finds_commands_and_addresses_by_itself(text: str, found: list[tuple[str, str]]) -> None:
    def words(entity: dict[str, Any]) -> str:
        units = text.encode("utf-16-le")
        first, last = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        return units[first:last].decode("utf-16-le")

    assert [(e["type"], words(e)) for e in entities.with_detected(text, [])] == found
