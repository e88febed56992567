"""The numbers a person can reach at once, by country: values that the urgent-help screen and alerts show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One line a person can reach; at least one of ``phone``, ``text`` and ``web`` is given.

    ``text`` is the whole instruction ("text HOME to 741741"); ``hours`` is local ("24 hours"). ``checked`` is the
    ISO date on which the number was compared with public copies of it; empty where that is still to be done.
    """

    name: str
    phone: str = ""
    text: str = ""
    web: str = ""
    hours: str = "24 hours"
    checked: str = ""


@dataclass(frozen=True, slots=True)
class UrgentCountry:
    """The numbers of one country (or the fallback where the country is not known).

    ``source`` names the bodies that run the lines; ``checked`` is the ISO date of the last look-up of the country.
    """

    name: str
    emergency: str
    source: str
    checked: str
    emergency_text: str = ""
    crisis: tuple[HelpLine, ...] = ()
    poison: tuple[HelpLine, ...] = ()
    abuse: tuple[HelpLine, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class UrgentNumbers:
    """Every country's numbers; ``countries`` is keyed by ISO 3166-1 alpha-2 in capitals."""

    fallback: UrgentCountry
    countries: dict[str, UrgentCountry]

    def for_country(self, code: str | None) -> UrgentCountry:
        """Return the numbers of ``code`` (two letters, any case), or the fallback where it is not known."""
        return self.countries.get((code or "").strip().upper(), self.fallback)
