"""The questions about the patient themself, asked in the set-up and again in the settings.

Not a flow: each question is how it is asked and what is done with the answer. ``take_…`` stores what was answered and
gives None, or gives where to go because the answer needs another question.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from bot.domain import patients, zones
from bot.engine import flow, inputs, messages
from bot.flows import ladder
from bot.flows.turn import Turn
from bot.understanding import places

LONGEST_NAME = 40
COUNTRIES_OFFERED = 7
FIRST_COUNTRIES = ("US", "GB", "CA", "IE", "AU", "NZ")
"""Where most people who write to the bot in English are; any other is a word to type."""
CHECKINS = {"morning": time(9, 0), "noon": time(12, 0), "evening": patients.DEFAULT_CHECKIN, "none": None}
QUIET_OFFERED = {
    "early": (time(21, 0), time(7, 0)),
    "late": (time(23, 0), time(9, 0)),
    "never": (time(0, 0), time(0, 0)),
}
"""Equal ends mean never."""
WINTER, SUMMER = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)
"""Two days on which zones with different rules for the clocks differ."""
BETWEEN = re.compile(
    r"\s*(?:\bto\b|\buntil\b|\btill\b|\band\b|\s-\s|(?<=\w)-(?=\w)|\u2013|\u2014)\s*", re.IGNORECASE
)
"""What stands between the two ends of "10 pm to 7 am"."""
BARE_HOUR = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?")


def clock(turn: Turn, wall: time) -> str:
    """Say a wall-clock time the way the patient's region writes it."""
    return zones.say_clock(datetime.combine(turn.local_now.date(), wall), clock24=turn.patient.clock24)


# The name


def take_name(turn: Turn, answer: inputs.Answer) -> flow.Next | None:
    """Keep the name to be called by."""
    name = _without_lead(turn, " ".join(answer.text.split())).strip(" .")
    if not 0 < len(name) <= LONGEST_NAME:
        return flow.Again("setting-name-long")
    turn.save_patient(replace(turn.patient, name=name))
    return None


def _without_lead(turn: Turn, said: str) -> str:
    for lead in turn.text("setting-name-leads").split(","):
        if said.casefold().startswith(f"{lead.strip()} "):
            return said[len(lead.strip()) + 1 :]
    return said


# The zone, and the country that follows from it


def ask_zone(turn: Turn) -> flow.Prompt:
    """Ask where the patient is; the one zone of the country their phone is set to is a tap."""
    guesses = _told_apart(places.find_zone(region_of(turn.patient.locale), turn.now)) if _is_new(turn) else ()
    rows = ((_zone_choice(turn, guesses[0]),),) if len(guesses) == 1 else ()
    return flow.Prompt(turn.text("setting-zone"), rows)


def take_zone(turn: Turn, answer: inputs.Answer) -> flow.Next | None:
    """Keep the zone of the place, offset or time of day that was told; ask where it may be several."""
    found = (answer.choice,) if answer.choice else _told_apart(places.find_zone(answer.text, turn.now))
    if not found:
        return flow.Again("setting-zone-unknown")
    if len(found) > 1:
        turn.answers["zones"] = list(found)
        return flow.Goto("zone_which")
    set_zone(turn, found[0])
    return None


def ask_which_zone(turn: Turn) -> flow.Prompt:
    """Offer the zones that what was told can mean."""
    rows = tuple((_zone_choice(turn, zone),) for zone in turn.answers.get("zones", ()))
    return flow.Prompt(turn.text("setting-zone_which"), rows)


def set_zone(turn: Turn, zone: str) -> None:
    """Move the patient to a zone: the country's urgent numbers and every reminder move along."""
    country = places.country_of_zone(zone) or turn.patient.country
    turn.save_patient(replace(turn.patient, zone=zone, zone_known=True, country=country))
    ladder.rezone(turn)


def say_zone(turn: Turn) -> messages.Say:
    """Say back the time of day, so that a wrong zone shows."""
    return messages.Say(
        turn.text("setting-zone-set", place=place_of(turn.patient.zone), now=turn.say_moment(turn.now))
    )


def place_of(zone: str) -> str:
    """Name a zone for people: its city, or "UTC+2"."""
    area, _, city = zone.rpartition("/")
    if area != "Etc":
        return city.replace("_", " ")
    offset = city.removeprefix("GMT")
    # The database's signs of fixed offsets are the other way round (POSIX).
    return f"UTC{'-' if offset.startswith('+') else '+'}{offset[1:]}" if offset[:1] in {"+", "-"} else "UTC"


def region_of(locale: str) -> str:
    """Give the region of a locale ("GB" of "en-GB"), empty where it has none."""
    return locale.replace("_", "-").partition("-")[2].upper()


def _zone_choice(turn: Turn, zone: str) -> inputs.Choice:
    local = turn.now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    country = places.country_of_zone(zone)
    place = f"{place_of(zone)}, {country}" if country else place_of(zone)
    return inputs.Choice(zone, f"{place} \u00b7 {zones.say_clock(local, clock24=turn.patient.clock24)}")


def _told_apart(found: Iterable[str]) -> tuple[str, ...]:
    """Drop zones of one country whose clocks show the same all year: nobody can tell them apart."""
    kept: dict[tuple[object, ...], str] = {}
    for zone in found:
        offsets = (day.astimezone(ZoneInfo(zone)).utcoffset() for day in (WINTER, SUMMER))
        kept.setdefault((places.country_of_zone(zone), *offsets), zone)
    return tuple(kept.values())


def _is_new(turn: Turn) -> bool:
    return not turn.patient.zone_known and bool(region_of(turn.patient.locale))


# When to ask how things are


def ask_checkin(turn: Turn) -> flow.Prompt:
    """Offer three times of day and none; any other may be typed."""
    labels = {name: turn.text(f"setting-checkin-label.{name}") for name in CHECKINS}
    choices = [
        inputs.Choice(name, f"{labels[name]}, {clock(turn, wall)}" if wall else labels[name])
        for name, wall in CHECKINS.items()
    ]
    return flow.Prompt(turn.text("setting-checkin"), tuple((choice,) for choice in choices))


def take_checkin(turn: Turn, answer: inputs.Answer) -> flow.Next | None:
    """Keep the time of the check-in; ask where it may be morning or evening."""
    if answer.choice in CHECKINS:
        set_checkin(turn, CHECKINS[answer.choice])
        return None
    found = _clocks(turn, answer.text)
    if not found:
        return flow.Again("setting-clock-unclear")
    if len(found) > 1:
        turn.answers["clocks"] = [f"{wall:%H:%M}" for wall in found]
        return flow.Goto("checkin_which")
    set_checkin(turn, found[0])
    return None


def ask_which_checkin(turn: Turn) -> flow.Prompt:
    """Offer the times that what was told can mean."""
    walls = [time.fromisoformat(wall) for wall in turn.answers.get("clocks", ())]
    row = tuple(inputs.Choice(f"at{wall:%H%M}", clock(turn, wall)) for wall in walls)
    return flow.Prompt(turn.text("setting-checkin_which"), (row,))


def take_which_checkin(turn: Turn, answer: inputs.Answer) -> None:
    """Keep the time that was meant."""
    set_checkin(turn, datetime.strptime((answer.choice or "").removeprefix("at"), "%H%M").time())  # noqa: DTZ007  wall


def set_checkin(turn: Turn, wall: time | None) -> None:
    """Ask at another time from now on, or not at all."""
    turn.save_patient(replace(turn.patient, checkin_at=wall))
    ladder.rezone(turn)


def say_checkin(turn: Turn) -> messages.Say:
    """Say back when the bot will ask."""
    wall = turn.patient.checkin_at
    key = "setting-checkin-set" if wall else "setting-checkin-never"
    return messages.Say(turn.text(key, time=clock(turn, wall)) if wall else turn.text(key))


def _clocks(turn: Turn, text: str) -> tuple[time, ...]:
    """Read a time of day; a bare "8" is both halves of the day, morning first."""
    bare = BARE_HOUR.fullmatch(text.strip(" ."))
    if bare and 1 <= int(bare[1]) < 12:
        minute = int(bare[2] or 0)
        return time(int(bare[1]), minute), time(int(bare[1]) + 12, minute)
    found = turn.reads.time(text, "future")
    if found.value is None or not found.has_time:
        return ()
    moments = found.candidates if found.asks else (found.value,)
    return tuple(sorted({moment.time().replace(second=0, microsecond=0) for moment in moments}))


# Quiet hours


def ask_quiet(turn: Turn) -> flow.Prompt:
    """Say the quiet hours and offer to keep them; any others may be typed."""
    rows = [inputs.Choice("keep", turn.text("setting-quiet-label.keep"))]
    for name, (start, end) in QUIET_OFFERED.items():
        label = turn.text("setting-quiet-label.never") if start == end else _span(turn, start, end)
        rows.append(inputs.Choice(name, label))
    text = turn.text("setting-quiet", hours=say_quiet_hours(turn))
    return flow.Prompt(text, tuple((choice,) for choice in rows))


def take_quiet(turn: Turn, answer: inputs.Answer) -> flow.Next | None:
    """Keep, change or drop the quiet hours."""
    if answer.choice == "keep":
        return None
    span = QUIET_OFFERED.get(answer.choice) if answer.choice else _read_span(turn, answer.text)
    if span is None:
        return flow.Again("setting-quiet-unclear")
    set_quiet(turn, *span)
    return None


def set_quiet(turn: Turn, start: time, end: time) -> None:
    """Be quiet at other hours from now on; equal ends mean never."""
    turn.save_patient(replace(turn.patient, quiet_start=start, quiet_end=end))
    ladder.rezone(turn)


def say_quiet(turn: Turn) -> messages.Say:
    """Say back the quiet hours."""
    return messages.Say(turn.text("setting-quiet-set", hours=say_quiet_hours(turn)))


def say_quiet_hours(turn: Turn) -> str:
    """Name the quiet hours: "9:30 pm to 8:00 am", or that there are none."""
    start, end = turn.patient.quiet_start, turn.patient.quiet_end
    return turn.text("setting-quiet-none") if start == end else _span(turn, start, end)


def _span(turn: Turn, start: time, end: time) -> str:
    return turn.text("setting-quiet-span", start=clock(turn, start), end=clock(turn, end))


def _read_span(turn: Turn, text: str) -> tuple[time, time] | None:
    """Read "10 pm to 7 am"; a bare "10 to 7" begins in the evening and ends in the morning."""
    ends = [part for part in BETWEEN.split(text) if part.strip()]
    if len(ends) != 2:
        return None
    starts, stops = (_clocks(turn, part) for part in ends)
    if not starts or not stops:
        return None
    return max(starts), min(stops)


# The country of the urgent numbers


def ask_country(turn: Turn) -> flow.Prompt:
    """Offer the country that is set or likely first, then some others; any may be typed."""
    known = turn.library.urgent_numbers.countries
    likely = [code for code in (turn.patient.country or "", region_of(turn.patient.locale)) if code in known]
    codes = list(dict.fromkeys((*likely, *(code for code in FIRST_COUNTRIES if code in known), *known)))[
        :COUNTRIES_OFFERED
    ]
    rows = tuple((inputs.Choice(code, known[code].name),) for code in codes)
    return flow.Prompt(turn.text("setting-country"), rows)


def take_country(turn: Turn, answer: inputs.Answer) -> flow.Next | None:
    """Keep the country whose numbers are shown."""
    code = answer.choice or country_code(turn, answer.text)
    if code is None:
        return flow.Again("setting-country-unknown")
    turn.save_patient(replace(turn.patient, country=code))
    return None


def country_code(turn: Turn, text: str) -> str | None:
    """Find the country that was typed: by its name or code, else the one its place lies in."""
    said = text.strip(" .").casefold()
    for code, country in turn.library.urgent_numbers.countries.items():
        if said in {code.casefold(), country.name.casefold()}:
            return code
    found = places.find_zone(text)
    return places.country_of_zone(found[0]) if found else None


def country_name(turn: Turn) -> str:
    """Name the country that is set; its code where we have no numbers for it, empty where none is set."""
    known = turn.library.urgent_numbers.countries.get(turn.patient.country or "")
    return known.name if known else turn.patient.country or ""
