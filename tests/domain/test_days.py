"""Days fold the same in whatever pieces a journal is read, and a part of them is what its entries fold to."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import days, journal, readings

FIRST = datetime(2026, 2, 25, 12, tzinfo=UTC)
ENTRIES = st.builds(
    lambda hours, zone, felt, taken, lost, checkin: journal.Entry(
        f"{hours}",
        FIRST + timedelta(hours=hours),
        FIRST,
        zone,
        reading=readings.UpdateReading(felt, taken, impact=lost),
        checkin=checkin,
    ),
    st.integers(0, 120),
    st.sampled_from(["UTC", "Asia/Tokyo", "America/New_York"]),
    st.lists(
        st.builds(
            readings.SymptomMention,
            st.sampled_from(["migraine", "nausea"]),
            st.just("said"),
            severity=st.none() | st.integers(0, 10),
            negated=st.booleans(),
        ),
        max_size=3,
    ).map(tuple),
    st.lists(
        st.builds(
            readings.MedicationMention,
            st.just("iron"),
            st.just("said"),
            st.sampled_from([None, "40 mg"]),
            st.sampled_from([None, True, False]),
        ),
        max_size=3,
    ).map(tuple),
    st.sampled_from([(), ("couldn't work",)]),
    st.none()
    | st.builds(journal.Checkin, energy=st.integers(0, 4), medicines=st.sampled_from([None, "all"])),
)


def plain(folded: days.Days) -> days.Days:
    """Days without the order in which two entries of a day were told."""
    answers = {
        name: {day: tuple(sorted(given)) for day, given in column.items()}
        for name, column in folded.answers.items()
    }
    return replace(folded, answers=answers)


@settings(deadline=None)
@given(st.lists(ENTRIES, max_size=25), st.lists(st.integers(0, 2), min_size=25, max_size=25))
def test_pieces_merge_into_the_whole(told: list[journal.Entry], place: list[int]) -> None:
    pieces = [[e for e, n in zip(told, place, strict=False) if n == piece] for piece in range(3)]
    assert plain(days.merge(*map(days.fold, pieces))) == plain(days.fold(told))


@settings(deadline=None)
@given(st.lists(ENTRIES, max_size=25), st.integers(-1, 6), st.integers(-1, 6))
def test_a_part_is_what_its_entries_fold_to(told: list[journal.Entry], begin: int, length: int) -> None:
    first = date(2026, 2, 25) + timedelta(days=begin)
    last = first + timedelta(days=length)
    inside = days.fold(e for e in told if first <= e.day <= last)
    assert days.fold(told).within(first.toordinal(), last.toordinal()) == inside


def test_the_worst_of_a_day_counts_and_a_day_without_a_number_is_a_day() -> None:
    def one(hour: int, severity: int | None) -> journal.Entry:
        felt = (readings.SymptomMention("migraine", "migraine", severity=severity),)
        at = FIRST + timedelta(hours=hour)
        return journal.Entry(f"{hour}", at, at, "UTC", reading=readings.UpdateReading(felt))

    folded = days.fold([one(0, 3), one(1, 8), one(2, None), one(24, None)])
    assert days.count_symptoms(folded) == (journal.SymptomCount("migraine", 2, 8, 8),)
