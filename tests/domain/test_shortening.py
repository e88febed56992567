"""Nothing is cut in the middle of a word."""

import random

from bot.domain import shortening


def test_short_text_stays_as_it_is() -> None:
    assert shortening.shorten("a  few\nwords", 20) == "a few words"


def test_long_text_ends_at_a_word() -> None:
    assert shortening.shorten("one two three four", 12) == "one two…"


def test_only_a_word_longer_than_the_room_is_cut() -> None:
    assert shortening.shorten("x" * 40, 10) == "x" * 9 + "…"


def test_whatever_the_text_it_fits_and_holds_whole_words() -> None:
    dice = random.Random(3)
    for _ in range(300):
        words = ["".join(dice.choices("abcde", k=dice.randint(1, 9))) for _ in range(dice.randint(1, 30))]
        width = dice.randint(11, 60)
        said = shortening.shorten(" ".join(words), width)
        assert len(said) <= width
        kept = said.rstrip("…").split()
        assert kept == words[: len(kept)]
