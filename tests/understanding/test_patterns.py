import re

import pytest

from bot.understanding.words import patterns

PAIN = patterns.Pattern(r"(?P<where>head|back)ache", re.IGNORECASE)


def test_a_pattern_is_compiled_at_its_first_use_and_then_kept() -> None:
    fresh = patterns.Pattern("ache")
    assert "compiled" not in vars(fresh)
    assert fresh.search("headache")
    assert vars(fresh)["compiled"] is fresh.compiled


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    text = "Headache, then backache"
    found = PAIN.match(text)
    assert found
    assert found["where"] == "Head"
    assert PAIN.search("my BACKACHE")
    assert PAIN.fullmatch("headache")
    assert not PAIN.fullmatch(text)
    assert [each["where"] for each in PAIN.finditer(text)] == ["Head", "back"]
    assert PAIN.sub("pain", text, 1) == "pain, then backache"
    assert PAIN.sub(lambda each: each["where"], text) == "Head, then back"
    assert patterns.Pattern(", ").split(text, 1) == ["Headache", "then backache"]


def test_a_wrong_pattern_says_so_at_its_first_use() -> None:
    wrong = patterns.Pattern("(")
    with pytest.raises(re.error):
        wrong.search("")
