"""A patient logs, adds a visit, and lets the clock run: the right word at the right minute on their own wall."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.journey import Journey, Patient, Shown

NEW_YORK = "America/New_York"
LOS_ANGELES = "America/Los_Angeles"
ASKED = "How much energy today?"
NEUTRAL = "A note for today from Sameside."


def bring(journey: Journey, place: str = "New York") -> Patient:
    robin = journey.patient("Robin")
    robin.says("/settings zone")
    robin.says(place)
    return robin


def arrivals(robin: Patient, until: datetime) -> list[Shown]:
    """Let time pass reminder by reminder, opening each and answering each check-in; give all that came."""
    came: list[Shown] = []
    while True:
        robin.news = []
        due = robin.journey.ticks.next_due()
        if due is None or due > until:
            robin.journey.wait_until(until)
            return came
        robin.journey.wait_until(due)
        for shown in list(robin.news):
            came.append(Shown(shown.id, shown.text, shown.buttons, shown.at, shown.silent))
            if shown.plain == NEUTRAL:
                robin.presses("Show", on=shown)
                came[-1].text += "\n" + robin.news[0].text
            elif shown.plain == ASKED:
                answer(robin, shown)


def answer(robin: Patient, shown: Shown) -> None:
    """Answer a check-in: in four taps the first time, in one after that."""
    if robin.can_press("Same as"):
        robin.presses("Same as", on=shown)
        return
    symptom = ("5 migraine", "None of these", "Nothing today")
    for labels in (("A little",), symptom, ("So-so",), ("Some of it",)):
        robin.presses(next(label for label in labels if robin.can_press(label)))
    robin.sees("Kept")


def told(robin: Patient, came: list[Shown], zone: str) -> list[str]:
    """Give each as "month-day hour:minute first words", on the wall clock of ``zone``."""
    return [f"{robin.local(shown.at, zone):%m-%d %H:%M} {gist(shown.plain)}" for shown in came]


def gist(text: str) -> str:
    for words, name in (
        ("start a list", "week"),
        ("Choose three", "two days"),
        ("To bring", "evening"),
        ("opening words", "card"),
        ("How was it", "after"),
        (ASKED, "checkin"),
    ):
        if words in text:
            return name
    return text


@pytest.mark.parametrize(
    ("start", "visit", "days"),
    [
        (datetime(2026, 3, 2, 15, tzinfo=UTC), "Dr Lee on March 10 at 2:15 pm", "03-03 03-08 03-09 03-10"),
        (
            datetime(2026, 10, 26, 14, tzinfo=UTC),
            "Dr Lee on November 3 at 2:15 pm",
            "10-27 11-01 11-02 11-03",
        ),
    ],
    ids=["clocks go forward", "clocks go back"],
)
def test_all_five_and_the_checkins_come_at_their_local_minute_across_the_change_of_clocks(
    tmp_path: Path, start: datetime, visit: str, days: str
) -> None:
    journey = Journey(tmp_path, now=start)
    robin = bring(journey)
    robin.says("migraine 7, nausea 4")
    robin.says(visit)
    came = arrivals(robin, start + timedelta(days=9))
    week, two, eve, that = days.split()
    notes = [line for line in told(robin, came, NEW_YORK) if "checkin" not in line]
    assert notes == [
        f"{week} 10:00 week",
        f"{two} 10:00 " + gist_of(came, 1),
        f"{eve} 18:00 evening",
        f"{that} 12:15 card",
        f"{that} 17:15 after",
    ]
    checkins = [robin.local(s.at, NEW_YORK) for s in came if s.plain.startswith(ASKED)]
    assert {f"{at:%H:%M}" for at in checkins} == {"19:00"}
    assert len({at.date() for at in checkins}) == len(checkins) == 8
    assert len({at.utcoffset() for at in checkins}) == 2, "the story does not cross the change"
    journey.close()


def gist_of(came: list[Shown], index: int) -> str:
    notes = [shown for shown in came if not shown.plain.startswith(ASKED)]
    assert "No question is on your list yet" in notes[index].plain
    return gist(notes[index].plain)


def test_each_note_is_written_from_what_is_kept(journey: Journey) -> None:
    robin = bring(journey)
    robin.says("Dr Lee on March 12 at 2:15 pm")
    robin.says("/questions")
    for question in ("Is it my new pill?", "Is there another test?", "May I drive?", "Why am I tired?"):
        robin.says(question)
    robin.says("stop")
    week, two, eve, card, after = (
        shown for shown in arrivals(robin, journey.now + timedelta(days=12)) if ASKED not in shown.plain
    )
    assert "Why am I tired?" in week.plain
    for shown in (two, eve, card):
        assert "1. Is it my new pill?" in shown.plain
        assert "3. May I drive?" in shown.plain
    assert "Dr Lee: Thursday 12 March, 2:15 pm" in eve.plain
    assert "How was it?" in after.plain
    robin.presses("It went well")
    robin.says("stop")
    for kept in robin.store():
        assert [debrief.sort for debrief in kept.debriefs.all()] == ["good"]
        assert [visit.state for visit in kept.visits.all()] == ["done"]


def test_three_are_chosen_inside_the_reminder(journey: Journey) -> None:
    robin = bring(journey)
    robin.says("Dr Lee on March 12 at 2:15 pm")
    arrivals(robin, datetime(2026, 3, 10, 13, tzinfo=UTC))
    journey.wait_until(datetime(2026, 3, 10, 15, tzinfo=UTC))
    robin.presses("Show")
    robin.presses("Add a question")
    robin.says("Is it my new pill?")
    robin.sees("1. Is it my new pill?")


def test_nothing_of_health_is_on_a_locked_phone_unless_the_patient_wants_it(journey: Journey) -> None:
    robin = bring(journey)
    robin.says("migraine 7")
    robin.says("Dr Lee on March 12 at 2:15 pm")
    robin.says("remind me tomorrow at 9 am to take topiramate")
    robin.news = []
    journey.wait_until(datetime(2026, 3, 13, tzinfo=UTC))
    assert {shown.plain for shown in robin.news} == {NEUTRAL, ASKED} | said_about_asking(robin)


def said_about_asking(robin: Patient) -> set[str]:
    """The one line that check-ins come less often: it names no health word either."""
    lines = {shown.plain for shown in robin.news if "I will ask every" in shown.plain}
    assert len(lines) == 1
    return lines


def test_on_a_journey_west_wall_times_move_along_and_nothing_comes_twice(journey: Journey) -> None:
    robin = bring(journey)
    robin.says("Dr Lee on March 12 at 2:15 pm")
    robin.says("remind me every day at 9 am to stretch")
    robin.says("remind me on March 11 at 4 pm to pack")
    arrivals(robin, datetime(2026, 3, 10, 14, tzinfo=UTC))  # 10 am in New York: 9 am was given today
    robin.says("/settings zone")
    robin.says("Los Angeles")
    came = arrivals(robin, datetime(2026, 3, 13, 7, tzinfo=UTC))
    lines = told(robin, came, LOS_ANGELES)
    assert "03-10 09:00 " + NEUTRAL + "\nYou asked me to remind you: stretch" not in lines
    assert [line for line in lines if "stretch" in line] == [
        f"03-{day} 09:00 {NEUTRAL}\nYou asked me to remind you: stretch" for day in (11, 12)
    ]
    assert f"03-11 16:00 {NEUTRAL}\nYou asked me to remind you: pack" in lines
    assert [line for line in lines if "evening" in line] == ["03-11 18:00 evening"]
    assert [line for line in lines if "card" in line or "after" in line] == [
        "03-12 09:15 card",
        "03-12 14:15 after",
    ]
    assert [line for line in lines if "checkin" in line] == [
        "03-10 19:00 checkin",
        "03-11 19:00 checkin",
        "03-12 19:00 checkin",
    ]


def test_a_cancelled_visit_is_heard_of_no_more(journey: Journey) -> None:
    robin = bring(journey)
    robin.says("Dr Lee on March 12 at 2:15 pm")
    journey.wait_until(datetime(2026, 3, 5, 15, tzinfo=UTC))
    show = next(shown for shown in reversed(robin.screen) if shown.plain == NEUTRAL)
    robin.presses("Cancel visit")
    came = arrivals(robin, datetime(2026, 3, 14, tzinfo=UTC))
    assert [shown for shown in came if NEUTRAL in shown.plain] == []
    robin.presses("Show", on=show)
    robin.sees("Cancelled")
