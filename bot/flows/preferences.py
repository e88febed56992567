"""The questions about the patient themself, asked in the set-up and again in the settings.

Not a flow: each question is how it is asked and what is done with the answer. ``take_…`` stores what was answered and
gives None, or gives where to go because the answer needs another question.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.domain import zones
from bot.engine import flow, inputs, messages
from bot.flows import ladder
from bot.flows.turn import Turn
from bot.understanding.times import places

LONGEST_NAME = 40
COUNTRIES_OFFERED = 7
ZONES_OFFERED = 5
ZONE_PRESSED = "here"
"""The choice in a button whose subject is the zone it sets."""
FIRST_COUNTRIES = ("US", "GB", "CA", "IE", "AU", "NZ")
"""Where most people who write to the bot in English are; any other is a word to type."""
WINTER, SUMMER = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)
"""Two days on which zones with different rules for the clocks differ."""


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
    """Ask where the patient is; the zones of the country their phone is set to are a tap each."""
    guesses = () if turn.patient.zone_known else _guesses(turn)
    rows = tuple((inputs.Choice(zone, _clock_first(turn, zone)),) for zone in guesses)
    return flow.Prompt(turn.text("setting-zone"), rows)


def zone_hint(turn: Turn, key: str = "setting-zone-hint") -> messages.Say:
    """Say that the zone is not known, with the likely clocks as buttons; nothing waits for an answer."""
    rows = [(flow.act(_clock_first(turn, zone), "settings", zone, ZONE_PRESSED),) for zone in _guesses(turn)]
    other = turn.text("setting-zone-other" if rows else "setting-button.zone")
    return messages.Say(turn.text(key), buttons=(*rows, (flow.act(other, "settings", choice="zone"),)))


def zone_hint_once(turn: Turn, about: str) -> tuple[messages.Say, ...]:
    """Hint at the zone with the first visit or reminder that is kept while it is not known, and not again."""
    if turn.patient.zone_known:
        return ()
    others = [visit.id for visit in turn.store.visits.all() if visit.id != about]
    others += [r.id for r in turn.store.reminders.of_kind("own") if r.id != about]
    return () if others else (zone_hint(turn),)


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
    was_known = turn.patient.zone_known
    turn.save_patient(replace(turn.patient, zone=zone, zone_known=True, country=country))
    if not was_known:
        ladder.settle_visits(turn)
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
    country = places.country_of_zone(zone)
    return inputs.Choice(
        zone, f"{_clock_first(turn, zone)}, {country}" if country else _clock_first(turn, zone)
    )


def _told_apart(found: Iterable[str]) -> tuple[str, ...]:
    """Drop zones of one country whose clocks show the same all year: nobody can tell them apart."""
    kept: dict[tuple[object, ...], str] = {}
    for zone in found:
        offsets = (day.astimezone(ZoneInfo(zone)).utcoffset() for day in (WINTER, SUMMER))
        kept.setdefault((places.country_of_zone(zone), *offsets), zone)
    return tuple(kept.values())


def _guesses(turn: Turn) -> tuple[str, ...]:
    """List the zones of the country the phone's language names; plain English is taken as American."""
    region = region_of(turn.patient.locale) or ("US" if turn.patient.locale == "en" else "")
    known = turn.library.urgent_numbers.countries.get(region)
    found = places.find_zone(known.name if known else region, turn.now)
    return _told_apart(zone for zone in found if places.country_of_zone(zone) == region)[:ZONES_OFFERED]


def _clock_first(turn: Turn, zone: str) -> str:
    """Name a zone by what its clock shows now: that is what can be checked at a glance."""
    local = zones.to_local(turn.now, ZoneInfo(zone))
    return f"{zones.say_clock(local, clock24=turn.patient.clock24)} \u00b7 {place_of(zone)}"


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
