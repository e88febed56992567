"""Three questions for this visit, in order; the rest is parked and comes back."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain import questions

START = datetime(2026, 3, 2, tzinfo=UTC)


def question(name: str, place: int | None = None, visit_id: str | None = None) -> questions.Question:
    return questions.Question(
        name, f"About {name}?", START + timedelta(minutes=ord(name[0])), visit_id, place
    )


def names(found: tuple[questions.Question, ...]) -> list[str]:
    return [each.id for each in found]


def test_what_was_chosen_without_a_visit_belongs_to_the_next_one() -> None:
    mine = questions.for_visit([question("a", 1), question("b")], "soon", ["soon", "later"])
    assert names(questions.chosen(mine)) == ["a"]
    assert mine[0].visit_id == "soon"


def test_what_was_chosen_without_a_visit_waits_for_the_next_one_only() -> None:
    mine = questions.for_visit([question("a", 1)], "later", ["soon", "later"])
    assert names(questions.chosen(mine)) == []
    assert names(questions.parked(mine)) == ["a"]


def test_what_another_visit_ahead_chose_is_left_to_it() -> None:
    mine = questions.for_visit([question("a", 1, "later"), question("b")], "soon", ["soon", "later"])
    assert names(mine) == ["b"]


def test_what_a_visit_that_is_over_did_not_ask_is_parked_again() -> None:
    mine = questions.for_visit([question("a", 1, "over")], "soon", ["soon"])
    assert names(questions.parked(mine)) == ["a"]
    assert mine[0].visit_id is None


def test_never_more_than_three_have_a_place() -> None:
    asked = [question(name, n, "soon") for n, name in enumerate("abcde", start=1)]
    mine = questions.for_visit(asked, "soon", ["soon"])
    assert names(questions.chosen(mine)) == ["a", "b", "c"]
    assert names(questions.parked(mine)) == ["d", "e"]


def test_a_fourth_is_not_chosen() -> None:
    asked = (*(question(name, n) for n, name in enumerate("abc", start=1)), question("d"))
    assert questions.choose(asked, "d") == ()


def test_a_parked_one_takes_the_place_of_another() -> None:
    asked = (question("a", 1, "v"), question("b", 2, "v"), question("c"))
    fresh, other = questions.swap(asked, "c", "a")
    assert (fresh.place, fresh.visit_id, other.place, other.visit_id) == (1, "v", None, None)


def test_dropping_closes_the_gap() -> None:
    asked = (question("a", 1), question("b", 2), question("c", 3))
    changed = {q.id: q for q in questions.drop(asked, "a")}
    assert changed["a"].state == "dropped"
    assert (changed["b"].place, changed["c"].place) == (1, 2)


def test_the_same_question_is_known_by_its_words() -> None:
    asked = [replace(question("a"), text="Is it  the heart?")]
    assert questions.find_same(asked, "is it the HEART")
    assert questions.find_same(asked, "Is it the liver?") is None


def test_places_stay_one_two_three_whatever_is_done() -> None:
    dice = random.Random(7)
    stored = {name: question(name) for name in "abcdefg"}
    for _ in range(400):
        visit_id = dice.choice([None, "v", "w"])
        mine = questions.for_visit(stored.values(), visit_id, ["v", "w"] if visit_id else [])
        one, other = dice.choice(list(stored)), dice.choice(list(stored))
        act = dice.choice(["choose", "park", "first", "swap"])
        changed = {
            "choose": lambda: questions.choose(mine, one, visit_id),  # noqa: B023  called at once
            "park": lambda: questions.park(mine, one),  # noqa: B023  called at once
            "first": lambda: questions.move_first(mine, one),  # noqa: B023  called at once
            "swap": lambda: questions.swap(mine, one, other),  # noqa: B023  called at once
        }[act]()
        if changed:
            stored |= {q.id: q for q in (*questions.chosen(mine), *changed)}
        again = questions.chosen(
            questions.for_visit(stored.values(), visit_id, ["v", "w"] if visit_id else [])
        )
        assert [q.place for q in again] == list(range(1, len(again) + 1))
        assert len(again) <= questions.TOP
