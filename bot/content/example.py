"""The demo's example month: what somebody might have told the bot, as plain lines in a content file."""

from dataclasses import dataclass

from bot.content import loader


@dataclass(frozen=True, slots=True)
class Told:
    """Something told ``day`` days ago at a wall-clock time ("HH:MM")."""

    day: int
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class ExampleVisit:
    """A visit ``day`` days ago; a negative number lies ahead."""

    day: int
    at: str
    with_whom: str
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class ExamplePart:
    """What they told for one part of their history, as they would type it; "none" where there is nothing."""

    part: str
    text: str


@dataclass(frozen=True, slots=True)
class ExampleMonth:
    """A month of one patient: what they told, their visits, three questions, what is parked, and their history."""

    entries: tuple[Told, ...]
    visits: tuple[ExampleVisit, ...]
    questions: tuple[str, ...]
    parked: tuple[str, ...]
    history: tuple[ExamplePart, ...] = ()


def load(language: str = "en") -> ExampleMonth:
    """Read the example month."""
    return loader.load(loader.HOME / language / "example_month.yaml", ExampleMonth)
