"""The parts of a history as the patient sees them: medicines now apart from those tried. Not a flow."""

from dataclasses import dataclass

from bot.content import history_words
from bot.domain import history
from bot.flows.turn import Turn
from bot.understanding.history import history_items, history_told

TRIED = history_words.TRIED


_NO_LABELS = frozenset(("all", "insurance"))
"""What stands before a colon and is no part to add to: "my insurance: they denied it" is no policy."""


@dataclass(frozen=True, slots=True)
class Area:
    """One part: its id in buttons and wording, the section it belongs to and the state it shows."""

    id: str
    section: history.Section
    state: history.State = "now"


AREAS: tuple[Area, ...] = (
    Area("condition", "condition"),
    Area("medicine", "medicine"),
    Area(TRIED, "medicine", "stopped"),
    Area("allergy", "allergy"),
    Area("operation", "operation"),
    Area("test", "test"),
    Area("care_team", "care_team"),
    Area("insurance", "insurance"),
    Area("family", "family"),
    Area("device", "device"),
    Area("helps", "helps"),
    Area("avoid", "avoid"),
)
MAIN = ("condition", "medicine", TRIED, "allergy")
"""What is a tap away at once, so that the words above the buttons stay on a small screen; the rest is behind More."""
FEW = ("medicine", TRIED, "allergy", "avoid")
"""What a foggy day shows first: what another person has to know at once."""
_BY_ID = {area.id: area for area in AREAS}


def area(area_id: str) -> Area | None:
    """Find a part by its id."""
    return _BY_ID.get(area_id)


def of_item(item: history.Item) -> Area:
    """Tell in which part an item is shown."""
    return _BY_ID[TRIED if item.section == "medicine" and item.state == "stopped" else item.section]


def items(turn: Turn, shown: Area) -> tuple[history.Item, ...]:
    """List what stands in a part, oldest first; only medicines have two parts."""
    states: tuple[history.State, ...] = (shown.state,) if shown.section == "medicine" else ("now", "stopped")
    return history.of_section(turn.store.history.all(), shown.section, *states)


def is_none(turn: Turn, shown: Area) -> bool:
    """Tell whether the patient said that there is nothing in this part; of what was tried nobody is asked that."""
    return shown.id != TRIED and history.is_none(turn.store.history.all(), shown.section)


def reader(turn: Turn) -> history_told.ToldReader:
    """Give the reader of history items, with the patient's language."""
    words = history_words.load()
    return history_told.ToldReader(words, history_items.ItemReader(words, turn.reads.readers.updates))


def asked(text: str) -> str:
    """Find the part a message asks to see: its id, "all" for the whole, empty where it asks for none."""
    said = " ".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold().split()).strip(" .!?")
    for polite in ("please ", "can you ", "could you ", "can i see ", "hey ", "ok "):
        said = said.removeprefix(polite)
    said = said.removesuffix(" please").removesuffix(" again")
    words = history_words.load()
    begun = (said.removeprefix(f"{by} ") for by in words.asks_by if said.startswith(f"{by} "))
    ways = [said, *(way for rest in begun for way in (rest, f"my {rest}"))]
    return next((name for name, known in words.asks.items() if not set(ways).isdisjoint(known)), "")


def labelled(text: str) -> tuple[str, str]:
    """Take "my medicines: metformin, sertraline" apart into the part and what it holds; empty where it is none."""
    label, colon, told = text.strip().partition(":")
    named = (asked(label) or asked(f"my {label.strip()}")) if colon and told.strip() else ""
    return (named, told.strip()) if named and named not in _NO_LABELS else ("", "")
