"""Every number of an answer is a number anybody can count again from the journal."""

import itertools
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import days, finding, journal, readings, trends
from bot.domain.told import is_pain

TODAY = date(2026, 3, 2)
NAMES = ("migraine", "knee pain", "nausea")
ZONES = ("America/New_York", "Pacific/Auckland", "Europe/Berlin")


@st.composite
def entries(draw: st.DrawFn) -> list[journal.Entry]:
    told = []
    for number in range(draw(st.integers(0, 25))):
        at = datetime(2026, 3, 2, 12, tzinfo=UTC) - timedelta(hours=draw(st.integers(0, 24 * 60)))
        felt = tuple(
            readings.SymptomMention(
                name, name, severity=draw(st.none() | st.integers(0, 10)), negated=draw(st.booleans())
            )
            for name in draw(st.lists(st.sampled_from(NAMES), max_size=3))
        )
        status = draw(st.sampled_from((None, True, False)))
        took = (
            (readings.MedicationMention("rizatriptan", "riza", taken=status),) if draw(st.booleans()) else ()
        )
        function = draw(st.none() | st.integers(0, 4))
        checkin = journal.Checkin(function=function) if draw(st.booleans()) else None
        reading = readings.UpdateReading(symptoms=felt, medications=took)
        told.append(
            journal.Entry(
                f"e{number}", at, at, draw(st.sampled_from(ZONES)), reading=reading, checkin=checkin
            )
        )
    return told


def days_with(told: list[journal.Entry], name: str, at_least: int = 0) -> list[date]:
    return sorted(
        {
            e.day
            for e in told
            for s in e.reading.symptoms
            if s.name == name
            and not s.negated
            and (at_least == 0 or (s.severity is not None and s.severity >= at_least))
            and e.day <= TODAY
        }
    )


@settings(max_examples=120, deadline=None)
@given(entries(), st.sampled_from((0, 7)))
def test_days_without_and_gaps_equal_a_recount(told: list[journal.Entry], at_least: int) -> None:
    found = finding.answer(
        finding.Request("days", "symptom", "migraine", at_least=at_least), days.fold(told), TODAY
    )
    hits = days_with(told, "migraine", at_least)
    observed = {e.day for e in told if e.day <= TODAY}
    assert list(found.hits) == hits
    assert found.whole.observed == len(observed)
    assert found.without == len(observed) - len(hits)
    gap = finding.answer(
        finding.Request("gap", "symptom", "migraine", at_least=at_least), days.fold(told), TODAY
    ).best
    lengths = [(b - a).days - 1 for a, b in itertools.pairwise(hits)]
    assert (gap is None) == (len(hits) < 2)
    if gap:
        assert (gap.last - gap.first).days + 1 == max(lengths)
        assert gap.observed == len([d for d in observed if gap.first <= d <= gap.last])


@settings(max_examples=120, deadline=None)
@given(entries())
def test_bad_days_and_the_worst_week_equal_a_recount(told: list[journal.Entry]) -> None:
    bad = {
        e.day
        for e in told
        if any(not s.negated and (s.severity or 0) >= 7 for s in e.reading.symptoms)
        or (e.checkin is not None and e.checkin.function is not None and e.checkin.function <= 1)
        if e.day <= TODAY
    }
    found = finding.answer(finding.Request("worst", "bad", unit="week"), days.fold(told), TODAY)
    assert set(found.hits) == bad
    weeks: dict[date, int] = {}
    for day in bad:
        weeks[day - timedelta(days=day.weekday())] = weeks.get(day - timedelta(days=day.weekday()), 0) + 1
    assert (found.best.bad if found.best else 0) == max(weeks.values(), default=0)


@settings(max_examples=120, deadline=None)
@given(
    entries(),
    st.sampled_from(("days", "gap", "without", "worst")),
    st.sampled_from(("symptom", "medicine", "bad")),
)
def test_an_answer_counts_the_days_of_the_entries_it_is_about(
    told: list[journal.Entry], ask: finding.Ask, kind: finding.Kind
) -> None:
    name = {"symptom": "pain", "medicine": "rizatriptan"}.get(kind, "")
    request = finding.Request(ask, kind, name, "week")
    found = finding.answer(request, days.fold(told), TODAY)
    past = [e for e in told if e.day <= TODAY]
    hits = [e for e in past if finding.is_hit(request, e)]
    assert set(found.hits) == {e.day for e in hits}
    if kind == "medicine":
        doses = [m for e in past for m in e.reading.medications]
        assert found.times == sum(1 for m in doses if m.taken)
        assert set(found.missed) == {e.day for e in past for m in e.reading.medications if m.taken is False}
        return
    for day, number in found.daily.items():
        that_day = [s for e in past if e.day == day for s in e.reading.symptoms if not s.negated]
        felt = [s.severity for s in that_day if kind == "bad" or is_pain(s.name)]
        assert number == max((n for n in felt if n is not None), default=None)
    behind = finding.answer(request, days.fold(told), TODAY, told)
    assert {e.id for e in behind.entries} == {e.id for e in hits}
    assert (behind.whole, behind.best) == (found.whole, found.best)


@settings(max_examples=60, deadline=None)
@given(entries(), st.integers(0, 900))
def test_a_trend_draws_every_logged_day_once_and_the_rest_as_gaps(
    told: list[journal.Entry], back: int
) -> None:
    first = TODAY - timedelta(days=back)
    trend = trends.build([trends.Subject("migraine")], days.fold(told), [], first, TODAY)
    observed = {e.day for e in told if first <= e.day <= TODAY}
    drawn = trend.series[0].points
    covered = {p.first + timedelta(days=n) for p in drawn for n in range((p.last - p.first).days + 1)}
    empty = {a + timedelta(days=n) for a, b in trend.gaps for n in range((b - a).days + 1)}
    assert covered | empty == {first + timedelta(days=n) for n in range(back + 1)}
    assert not covered & empty
    assert observed <= covered
    assert sum(p.days for p in drawn) == len([d for d in days_with(told, "migraine") if d >= first])


def test_pain_of_any_kind_counts_as_pain() -> None:
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    felt = (readings.SymptomMention("migraine", "migraine"),)
    one = journal.Entry("e", at, at, "UTC", reading=readings.UpdateReading(symptoms=felt))
    found = finding.answer(finding.Request("without", "symptom", "pain"), days.fold([one]), TODAY)
    assert (found.without, found.names) == (0, ("migraine",))
