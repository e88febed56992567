"""What a patient wants on the page for one clinician: remembered, so that it is chosen once."""

from dataclasses import dataclass
from typing import Literal, get_args

PageSection = Literal[
    "questions", "trend", "symptoms", "medicines", "tried", "allergies", "cases", "helps", "history"
]
PAGE_SECTIONS: tuple[PageSection, ...] = get_args(PageSection)
"""In the order they stand on the page. Who and when, the reason and the opening sentence are always there."""


@dataclass(frozen=True, slots=True)
class PageChoice:
    """The sections left out for one clinician (``for_whom`` in lower case; empty for everybody else)."""

    id: str
    for_whom: str = ""
    left_out: tuple[PageSection, ...] = ()
    two_pages: bool = False
