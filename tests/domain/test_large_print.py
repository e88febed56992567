"""What is shown in large print is cut at sentences, and nothing of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import large_print, portal_text


@given(st.text(max_size=900))
def test_nothing_is_lost_and_no_picture_holds_too_much(text: str) -> None:
    parts = large_print.pictures(text)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(0 < len(part) <= large_print.MOST_LETTERS for part in parts)


def test_a_short_text_is_one_picture_and_a_long_one_breaks_between_sentences() -> None:
    assert large_print.pictures("Please read this.") == ("Please read this.",)
    sentence = "I cannot speak well today, so please read this slowly."
    parts = large_print.pictures(" ".join([sentence] * 6))
    assert len(parts) == 2
    assert all(part.endswith("slowly.") for part in parts)


@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=120), st.integers(0, 3)), max_size=12),
    st.integers(40, 400),
)
def test_a_portal_message_holds_whole_lines_and_never_more_than_its_size(
    told: list[tuple[str, int]], size: int
) -> None:
    lines = [portal_text.Line(text, rank, "s") for text, rank in told]
    made = portal_text.write(lines, (portal_text.Section("s", "Heading:"),), size)
    assert len(made.text) <= size
    whole = {" ".join(line.text.split()) for line in lines} | {"Heading:"}
    assert not made.text or set(made.text.split("\n")) <= whole
    assert made.left_over >= 0
