"""The small boxes of the page: medicines, what was tried, allergies, cases, what helps, and the history.

"Unknown" stands apart from "none" in every one of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.content import case_lines
from bot.content.opening import Says, plain
from bot.documents import page_words
from bot.domain import history, page_choices, shortening, summary

HISTORY: tuple[history.Section, ...] = ("condition", "operation", "test", "device", "family")
DOSES_WIDTH = 30


@dataclass(frozen=True, slots=True)
class Fit:
    """How much of a box is shown: items, characters of one, and items joined in one line."""

    items: int
    width: int
    joined: int

    @property
    def short(self) -> int:
        """Characters of a time or a span."""
        return min(30, self.width)


Box = dict[str, Any]
"""A heading, and lines of a strong and a plain part."""
_Maker = Callable[[summary.Summary, Says, Fit, ZoneInfo], Iterator[Box]]


def boxes(
    found: summary.Summary, left_out: frozenset[str], says: Says, fit: Fit, zone: ZoneInfo
) -> list[Box]:
    """Make the boxes that are wanted, in their order."""
    wanted = [make for section, make in _MAKERS.items() if section not in left_out]
    return [box for make in wanted for box in make(found, says, fit, zone) if box["lines"]]


def height(box: Box, per_line: int) -> int:
    """Estimate the lines a box takes, its heading included."""
    lengths = (len(line["strong"]) + len(line["plain"]) for line in box["lines"])
    return 2 + sum(1 + length // per_line for length in lengths)


def _box(says: Says, key: str, lines: list[dict[str, str]]) -> Box:
    return {"heading": plain(says, key), "lines": lines}


def _line(text: str, strong: str = "") -> dict[str, str]:
    return {"strong": strong, "plain": text}


def _medicines(found: summary.Summary, says: Says, fit: Fit, zone: ZoneInfo) -> Iterator[Box]:
    del zone
    told = history.medicines_now(found.items)
    logged = {medicine.name.casefold(): medicine for medicine in found.medicines}
    lines = []
    for item in told[: fit.items]:
        facts = (
            [plain(says, "page-medicine-since", when=page_words.told(item.since, fit.short))]
            if item.since
            else []
        )
        count = logged.get(item.name.casefold())
        facts += _counted(count, says) if count else []
        lines.append(_line(", ".join(facts), page_words.named(item, fit.width)))
    if len(told) > fit.items:
        lines.append(_line(page_words.more(len(told) - fit.items, says)))
    named = {item.name.casefold() for item in told}
    others = [_logged(m, says, fit) for name, m in logged.items() if name not in named]
    if others:
        key = "page-medicines-logged" if told else "page-medicines-only-logged"
        lines.append(_line(plain(says, key, items=page_words.in_one_line(others, fit.joined, says))))
    if not told and history.is_none(found.items, "medicine"):
        lines.insert(0, _line(plain(says, "page-medicines-none")))
    yield _box(says, "page-medicines", lines or [_line(plain(says, "page-medicines-unknown"))])


def _counted(medicine: summary.MedicineCount, says: Says) -> list[str]:
    said = []
    if medicine.days:
        said.append(plain(says, "page-medicine-days", days=medicine.days))
    if medicine.missed_days:
        said.append(plain(says, "page-medicine-missed", days=medicine.missed_days))
    return said


def _logged(medicine: summary.MedicineCount, says: Says, fit: Fit) -> str:
    doses = shortening.shorten(", ".join(medicine.doses[:2]), DOSES_WIDTH)
    name = " ".join(part for part in (medicine.name, doses) if part)
    return f"{page_words.told(name, fit.width)} ({', '.join(_counted(medicine, says))})"


def _tried(found: summary.Summary, says: Says, fit: Fit, zone: ZoneInfo) -> Iterator[Box]:
    """List what was tried, the latest first, for that is what is asked about."""
    del zone
    ledger = history.tried(found.items)[::-1]
    lines = [_line(_over(item, says, fit), page_words.named(item, fit.width)) for item in ledger[: fit.items]]
    if len(ledger) > fit.items:
        lines.append(_line(page_words.more(len(ledger) - fit.items, says)))
    yield _box(says, "page-tried", lines or [_line(plain(says, "page-tried-unknown"))])


def _over(item: history.Item, says: Says, fit: Fit) -> str:
    said = (
        [plain(says, "page-tried-for", span=page_words.told(item.lasted, fit.short))] if item.lasted else []
    )
    values = {"when": page_words.told(item.until, fit.short), "why": page_words.told(item.why, fit.width)}
    kind = "-".join(part for part in ("when", "why") if values[part]) or "stopped"
    said.append(plain(says, f"page-tried-{kind}", **{k: v for k, v in values.items() if v}))
    return ", ".join(said)


def _allergies(found: summary.Summary, says: Says, fit: Fit, zone: ZoneInfo) -> Iterator[Box]:
    del zone
    told = history.of_section(found.items, "allergy", "now")
    if told:
        names = [page_words.named(item, fit.width) for item in told]
        lines = [_line("", page_words.in_one_line(names, max(fit.items, fit.joined), says))]
    else:
        key = "none" if history.is_none(found.items, "allergy") else "unknown"
        lines = [_line(plain(says, f"page-allergies-{key}"))]
    yield _box(says, "page-allergies", lines)


def _cases(found: summary.Summary, says: Says, fit: Fit, zone: ZoneInfo) -> Iterator[Box]:
    said = case_lines.lines(found.open_cases, found.period.end, zone, says)
    lines = [_line(page_words.told(line, 2 * fit.width + 40)) for line in said[: fit.items]]
    rest = page_words.more(len(said) - fit.items, says)
    yield _box(says, "page-cases", [*lines, _line(rest)] if rest else lines)


def _helps(found: summary.Summary, says: Says, fit: Fit, zone: ZoneInfo) -> Iterator[Box]:
    del zone
    for section, key in (("helps", "page-helps"), ("avoid", "page-avoid")):
        told = [item for item in found.items if item.section == section and item.state == "now"]
        names = [_with_why(item, fit) for item in sorted(told, key=lambda i: (i.added_at, i.id))]
        yield _box(says, key, [_line(page_words.in_one_line(names, fit.joined, says))] if names else [])


def _with_why(item: history.Item, fit: Fit) -> str:
    name = page_words.named(item, fit.width)
    return f"{name} ({page_words.told(item.why, fit.width)})" if item.why else name


def _history(found: summary.Summary, says: Says, fit: Fit, zone: ZoneInfo) -> Iterator[Box]:
    del zone
    lines = []
    for section in HISTORY:
        told = history.of_section(found.items, section, "now")
        if told:
            names = [_dated(item, fit) for item in told]
            items = page_words.in_one_line(names, fit.joined, says)
            lines.append(_line(plain(says, f"page-history-in.{section}", items=items)))
        elif history.is_none(found.items, section):
            lines.append(_line(plain(says, f"page-history-none.{section}")))
    yield _box(says, "page-history", lines)


def _dated(item: history.Item, fit: Fit) -> str:
    name = page_words.named(item, fit.width)
    return f"{name}, {page_words.told(item.since, fit.short)}" if item.since else name


_MAKERS: dict[page_choices.PageSection, _Maker] = {
    "medicines": _medicines,
    "tried": _tried,
    "allergies": _allergies,
    "cases": _cases,
    "helps": _helps,
    "history": _history,
}
