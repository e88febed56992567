"""What goes into the summary: counted on days that were told, beside the same span before, and nothing made up."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import journal, page_choices, questions, readings, summary, visits, zones

NOW = datetime(2026, 3, 31, 16, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")


def entry(
    days_ago: float,
    *symptoms: tuple[str, int | None],
    took: tuple[tuple[str, str], ...] = (),
    missed: str = "",
) -> journal.Entry:
    at = NOW - timedelta(days=days_ago)
    felt = tuple(readings.SymptomMention(name, name, severity=severity) for name, severity in symptoms)
    medicines = [readings.MedicationMention(n, n, d, taken=True, status="taken") for n, d in took]
    if missed:
        medicines.append(readings.MedicationMention(missed, missed, taken=False, status="missed"))
    reading = readings.UpdateReading(symptoms=felt, medications=tuple(medicines))
    return journal.Entry(f"e{days_ago}", at, at, "America/New_York", reading=reading)


def built(*entries: journal.Entry, last: visits.Visit | None = None) -> summary.Summary:
    covered = summary.period(last, NOW, ZONE)
    return summary.build(summary.fold(entries, covered), [], [], covered, ZONE)


def test_an_empty_log_makes_an_empty_summary_of_thirty_days() -> None:
    found = built()
    assert (found.observed, found.changes, found.medicines, found.checkins) == (0, (), (), None)
    assert (found.last_day - found.first_day).days == 29


def test_days_are_counted_of_days_told_and_the_worst_of_a_day_counts_once() -> None:
    found = built(
        entry(1, ("migraine", 4)),
        entry(1.1, ("migraine", 8)),
        entry(2, ("migraine", 5)),
        entry(3, ("rash", None)),
    )
    migraine, rash = found.changes
    assert found.observed == 3
    assert (migraine.now.days, migraine.now.worst, migraine.now.typical) == (2, 8, 5)
    assert (rash.now.days, rash.now.worst, rash.now.typical) == (1, None, None)


def test_what_changed_stands_beside_the_same_span_before() -> None:
    found = built(
        entry(2, ("migraine", 4)),
        entry(40, ("migraine", 9)),
        entry(41, ("nausea", 3)),
        entry(70, ("rash", 9)),
    )
    migraine, nausea = found.changes
    assert (migraine.before.days, migraine.before.worst, found.observed_before) == (1, 9, 2)
    assert (nausea.now.days, nausea.before.days) == (0, 1)


def test_the_span_runs_since_the_last_visit_and_as_long_before_it() -> None:
    last = visits.Visit("v", NOW - timedelta(days=10), "America/New_York")
    found = built(
        entry(9, ("migraine", 4)), entry(11, ("migraine", 6)), entry(21, ("migraine", 9)), last=last
    )
    assert found.period.since_visit == last
    assert (found.changes[0].now.days, found.changes[0].before.days) == (1, 1)


def test_no_fever_is_no_day_with_fever() -> None:
    at = NOW - timedelta(days=1)
    said = readings.UpdateReading(symptoms=(readings.SymptomMention("fever", "no fever", negated=True),))
    found = built(journal.Entry("e", at, at, "UTC", reading=said))
    assert (found.observed, found.changes) == (1, ())


def test_medicines_are_counted_by_days_with_their_doses_and_missed_apart() -> None:
    took = (("sumatriptan", "50 mg"),)
    found = built(
        entry(1, took=took),
        entry(1.1, took=took),
        entry(2, took=(("sumatriptan", "100 mg"),)),
        entry(3, missed="sumatriptan"),
    )
    assert found.medicines == (summary.MedicineCount("sumatriptan", 2, ("50 mg", "100 mg"), 1),)


def test_the_middle_answer_of_check_ins_is_taken_and_skipped_ones_are_left_out() -> None:
    answers = [journal.Checkin(energy=1), journal.Checkin(energy=3, sleep=2), journal.Checkin(energy=4)]
    told = [
        journal.Entry(f"c{n}", NOW - timedelta(days=n), NOW, "UTC", "checkin", checkin=answer)
        for n, answer in enumerate(answers, start=1)
    ]
    assert built(*told).checkins == summary.CheckinTypical(3, 3, 2, None)


def test_the_next_visit_brings_its_own_questions() -> None:
    visit = visits.Visit("v", NOW + timedelta(days=1), "UTC")
    asked = [questions.Question("a", "A?", NOW, "v", 1), questions.Question("b", "B?", NOW)]
    found = summary.build(summary.Told(), asked, [visit], summary.period(None, NOW, ZONE), ZONE)
    assert ([q.id for q in found.to_ask], found.waiting, found.next_visit) == (["a"], 1, visit)


def test_thirty_days_are_whole_local_days_across_the_change_of_clocks() -> None:
    covered = summary.period(None, NOW, ZONE)
    assert covered.start == datetime(2026, 3, 2, 5, tzinfo=UTC)
    assert covered.before == datetime(2026, 1, 31, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("reach", "days"), [("visit", 30), ("weeks", 14), ("month", 30), ("quarter", 90), ("year", 365)]
)
def test_each_reach_is_so_many_whole_local_days_with_today(reach: page_choices.Reach, days: int) -> None:
    covered = summary.period(None, NOW, ZONE, reach)
    first, last = (zones.to_local(moment, ZONE).date() for moment in (covered.start, covered.end))
    assert ((last - first).days + 1, covered.days) == (days, days)


def test_everything_begins_with_the_journal_and_has_nothing_before_it() -> None:
    first = NOW - timedelta(days=900)
    covered = summary.period(None, NOW, ZONE, "all", first)
    assert (covered.before, covered.start, covered.days) == (first, first, None)
    assert summary.period(None, NOW, ZONE, "all").start == datetime(2026, 3, 31, 4, tzinfo=UTC)


def test_the_last_visit_is_the_last_one_with_this_clinician() -> None:
    past = [visits.Visit(name, NOW, "UTC", name) for name in ("Lee (GP)", "dr. wu", "Dr Wu, neurology")]
    wu, new, nobody = (visits.Visit("n", NOW, "UTC", name) for name in ("Dr. Wu, neurology", "Dr New", ""))
    assert summary.last_with(past, wu) == past[1]
    assert summary.last_with(past, new) is None
    assert summary.last_with(past, nobody) == summary.last_with(past, None) == past[0]


def test_lost_days_are_those_with_the_symptom_on_which_something_was_lost() -> None:
    lost = entry(2, ("migraine", 4))
    lost = replace(lost, reading=replace(lost.reading, impact=("Couldn't  work",)))
    found = built(lost, entry(1, ("migraine", 3)), entry(1, ("nausea", 3)))
    assert {change.now.name: change.lost for change in found.changes} == {"migraine": 1, "nausea": 0}
    assert found.lost == (("couldn't work", 1),)
