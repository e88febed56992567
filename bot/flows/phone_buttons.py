"""Buttons that show words in large print, for every screen that holds words worth showing. Not a flow.

What a picture holds is written into its document, so that it shows what stood on the screen when it was asked for.
"""

from dataclasses import asdict, dataclass

import msgspec

from bot.engine import flow, messages
from bot.flows.turn import Turn

FLOW = "show_phone"
DOCUMENT = "large_print"
OPENING, VISIT, KEPT, CANNOT_SPEAK, TURNED = "opening", "visit", "kept", "speak", "turned"
"""What a button shows: the opening sentence, that of a visit, a kept wording, that speech fails, all of it turned."""
MOST_BYTES = 64


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture: its words, its place among several ("1 / 2"), and whether it is turned round."""

    text: str
    place: str = ""
    turned: bool = False


def write_sheet(sheet: Sheet) -> str:
    """Write the subject of its document."""
    return msgspec.json.encode(asdict(sheet)).decode()


def read_sheet(subject: str) -> Sheet:
    """Read the subject of a document."""
    return msgspec.json.decode(subject.encode(), type=Sheet)


def of_kept(turn: Turn, kept_id: str) -> messages.Button:
    """Show words that are kept."""
    return flow.act(turn.text("show_phone-button"), FLOW, kept_id, KEPT)


def of_visit(turn: Turn, visit_id: str) -> messages.Button:
    """Show the opening sentence of a visit."""
    return flow.act(turn.text("show_phone-button"), FLOW, visit_id, VISIT)
