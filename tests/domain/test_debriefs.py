"""What is missing of a visit looked back on, and its promises."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain import debriefs
from bot.domain.debriefs import Debrief, Task
from bot.domain.questions import Question

NOW = datetime(2026, 3, 3, 15, tzinfo=UTC)
BEGUN = Debrief("d", "v", NOW, NOW, questions=("q",))
ASKED = Question("q", "Why?", NOW, "v", 1, "asked")


def test_what_fades_first_is_asked_first_and_what_is_told_is_not_asked_again() -> None:
    assert debriefs.missing(BEGUN, ())[0] == "asked"
    assert debriefs.missing(BEGUN, [ASKED])[0] == "answer"
    told = replace(BEGUN, plan="MRI first", feeling="tired")
    assert debriefs.missing(told, [replace(ASKED, answer="No")]) == ("promises", "medicines", "more")


def test_nothing_to_tell_is_not_the_same_as_not_told() -> None:
    none = debriefs.settle(debriefs.settle(BEGUN, "medicines", NOW), "promises", NOW)
    assert none.medicines == ()
    assert not {"medicines", "promises"} & set(debriefs.missing(none, ()))
    assert debriefs.settle(none, "medicines", NOW) is none


def test_a_visit_without_questions_asks_for_none() -> None:
    assert debriefs.missing(replace(BEGUN, questions=()), ())[0] == "plan"


def test_the_same_promise_told_twice_is_one_and_changes_find_theirs() -> None:
    first = debriefs.with_task(BEGUN, Task("call me", "theirs", id="1"), NOW)
    second = debriefs.with_task(first, Task("Call  me", "theirs", date(2026, 3, 6), id="2"), NOW)
    assert [task.id for task in second.tasks] == ["2"]
    done = debriefs.with_task(second, replace(second.tasks[0], done=True), NOW)
    assert debriefs.open_tasks([done]) == ()
    assert debriefs.without_task(done, "2", NOW).tasks == ()


def test_open_promises_come_by_their_day() -> None:
    tasks = (Task("later"), Task("second", by=date(2026, 4, 1)), Task("first", by=date(2026, 3, 5)))
    assert [task.text for task in debriefs.open_tasks([replace(BEGUN, tasks=tasks)])] == [
        "first",
        "second",
        "later",
    ]
