"""What a patient wants on the page for one clinician: remembered, so that it is chosen once."""

import re
from dataclasses import dataclass
from typing import Literal, TypeGuard, get_args

PageSection = Literal[
    "questions", "trend", "symptoms", "medicines", "tried", "allergies", "cases", "helps", "history"
]
PAGE_SECTIONS: tuple[PageSection, ...] = get_args(PageSection)
"""In the order they stand on the page. Who and when, the reason and the opening sentence are always there."""

Reach = Literal["visit", "weeks", "month", "quarter", "year", "all"]
REACHES: tuple[Reach, ...] = get_args(Reach)
"""How far back is looked: since the last visit with this clinician, 14, 30, 90 or 365 days, or everything."""

_TITLE = re.compile(r"^(?:dr|doctor|prof|professor|nurse|mr|mrs|ms|miss|mx)\b\.?\s*", re.IGNORECASE)
_ROLE = re.compile(r"\s*[,(:;/].*$|\s+-\s.*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PageChoice:
    """What is left out for one clinician (``for_whom`` as `whose` names them; empty for everybody else)."""

    id: str
    for_whom: str = ""
    left_out: tuple[PageSection, ...] = ()
    two_pages: bool = False
    reach: Reach = "visit"


def whose(with_whom: str) -> str:
    """Name a clinician so that "Dr. Wu, neurology" and "dr wu" are the same: no title, no role, lower case."""
    name = " ".join(_ROLE.sub("", with_whom).casefold().split())
    return _TITLE.sub("", name) or name


def is_section(word: str) -> TypeGuard[PageSection]:
    """Tell whether ``word`` is a section of the page."""
    return word in PAGE_SECTIONS


def is_reach(word: str) -> TypeGuard[Reach]:
    """Tell whether ``word`` says how far back."""
    return word in REACHES
