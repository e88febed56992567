"""What goes into the summary: counted on days that were told, beside the same span before, and nothing made up."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import journal, questions, readings, summary, visits

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
    return summary.build(entries, [], [], summary.period(last, NOW, ZONE), ZONE)


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
    found = summary.build([], asked, [visit], summary.period(None, NOW, ZONE), ZONE)
    assert ([q.id for q in found.to_ask], found.waiting, found.next_visit) == (["a"], 1, visit)


def test_thirty_days_are_whole_local_days_across_the_change_of_clocks() -> None:
    covered = summary.period(None, NOW, ZONE)
    assert covered.start == datetime(2026, 3, 2, 5, tzinfo=UTC)
    assert covered.before == datetime(2026, 1, 31, 5, tzinfo=UTC)
