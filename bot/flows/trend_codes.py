"""What a picture is of, as it stands in a button or in a document's subject: a period and one to three names."""

from dataclasses import dataclass
from datetime import date

from bot.domain import told, trends
from bot.flows import find_codes

FLOW = "trends"
MEASURE = "*"
"""Before the name of an answer of the check-in."""
BETWEEN = "~"
NAMES_BYTES = 47
"""64 bytes of a button, less "/trends::", less the 8 characters of the code."""
SHOW, CHOOSE, PERIOD = "s", "c", "p"
"""What a button does: show the picture, choose what is in it, choose the period."""
PERIODS = ("visit", "w2", "d30", "m3", "y1", "all")
"""The periods to choose from; "dates" says them in figures."""
_LETTERS = {**{name: name[0] for name in PERIODS}, "dates": "x"}
_NAMES = {letter: name for name, letter in _LETTERS.items()}
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Spec:
    """What is shown over which period; ``names`` may have been cut to fit a button."""

    names: tuple[str, ...]
    period: str = "d30"
    first: date | None = None
    last: date | None = None

    @property
    def subjects(self) -> tuple[trends.Subject, ...]:
        """What is drawn."""
        return tuple(
            trends.Subject(name.removeprefix(MEASURE), name.startswith(MEASURE)) for name in self.names
        )


def measure(name: str) -> str:
    """Give the name of an answer of the check-in as it stands here."""
    return f"{MEASURE}{name}"


def write(names: tuple[str, ...], first: date | None, last: date | None) -> str:
    """Write the choice of a button that shows these names between two days; without any, all there is."""
    period = "dates" if first or last else "all"
    return code(SHOW, Spec(names[: trends.MOST_SERIES], period, first, last))


def code(does: str, spec: Spec) -> str:
    """Write the choice of a button; long names are cut, and known again by how they begin."""
    shared = NAMES_BYTES - len(BETWEEN) * (len(spec.names) - 1)
    whole = sum(len(name.encode()) for name in spec.names) <= shared
    room = NAMES_BYTES if whole else shared // max(1, len(spec.names))
    names = BETWEEN.join(find_codes.cut(name.replace(BETWEEN, " "), room) for name in spec.names)
    days = find_codes.day_code(spec.first) + find_codes.day_code(spec.last)
    return f"{does}{_LETTERS[spec.period]}{days}{names}"


def subject(spec: Spec) -> str:
    """Write the subject of a document, where names need not be cut."""
    names = BETWEEN.join(name.replace(BETWEEN, " ") for name in spec.names)
    return f"{code(SHOW, Spec((), spec.period, spec.first, spec.last))}{names}"


def read(choice: str) -> tuple[str, Spec] | None:
    """Read what a button does and with what; None where it is none of ours."""
    if len(choice) < _LENGTH or choice[0] not in {SHOW, CHOOSE, PERIOD} or choice[1] not in _NAMES:
        return None
    try:
        days = find_codes.code_day(choice[2:5]), find_codes.code_day(choice[5:8])
    except (ValueError, OverflowError):
        return None
    names = tuple(name for name in choice[_LENGTH:].split(BETWEEN) if name)[: trends.MOST_SERIES]
    known = tuple(n for n in names if not n.startswith(MEASURE) or n.removeprefix(MEASURE) in told.MEASURES)
    return choice[0], Spec(known, _NAMES[choice[1]], *days)
