"""Says what was found: the answer, then the period, the days logged in it, what can't be known. Not a flow."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from bot.domain import finding, shortening, zones
from bot.domain.finding import Found
from bot.flows import trusted_lines
from bot.flows.turn import Turn

NAMES_SHOWN = 5
SAID_SHOWN = 3
SAID_WIDTH = 120
TIMES_SHOWN = 3


def text(turn: Turn, found: Found) -> str:
    """Say the answer."""
    lines = _SAYS[found.request.ask](turn, found)
    return "\n".join(line.strip() for line in lines if line.strip())


def name(turn: Turn, request: finding.Request) -> str:
    """Name what is asked about, in the middle of a sentence."""
    if request.kind in {"bad", "measure"} or not request.name:
        key = {"bad": "bad", "measure": request.name}.get(request.kind, "medicines")
        return turn.text(f"find-name-{key}")
    if request.at_least:
        return turn.text("find-name-rated", name=request.name, number=request.at_least)
    return request.name


def say_day(turn: Turn, day: date) -> str:
    """Say a day with its weekday, and with its year where that is not clear."""
    return zones.say(
        datetime.combine(day, datetime.min.time()), turn.local_now, with_time=False, clock24=False
    )


def _title(turn: Turn, request: finding.Request) -> str:
    said = name(turn, request)
    return said[:1].upper() + said[1:]


def base(turn: Turn, found: Found) -> list[str]:
    """Say the period, how much of it was logged, and that few days say little."""
    whole = found.whole
    first, last = say_day(turn, whole.first), say_day(turn, whole.last)
    key = "find-period-day" if whole.first == whole.last else "find-period"
    span = (whole.last - whole.first).days + 1
    unknown = turn.text("find-unknown", observed=whole.observed, unknown=found.unknown, span=span)
    lines: list[str] = [f"{turn.text(key, first=first, last=last)} {unknown}"]
    if 0 < whole.observed < finding.FEW:
        lines.append(turn.text("find-few", count=whole.observed))
    return [*_meaning(turn, found), *lines]


def _meaning(turn: Turn, found: Found) -> list[str]:
    if found.request.kind == "bad":
        return [turn.text("find-bad-means")]
    if found.names:
        shown = ", ".join(found.names[:NAMES_SHOWN])
        return [turn.text("find-pain-means", list=shown)]
    return []


def counted(turn: Turn, found: Found) -> list[str]:
    """Say on how many of the logged days it was, and its numbers."""
    request, whole = found.request, found.whole
    values: dict[str, Any] = {
        "name": _title(turn, request),
        "days": len(found.hits),
        "observed": whole.observed,
    }
    match request.kind:
        case "medicine":
            return _doses(turn, found, values)
        case "measure":
            key = "find-measure" if found.hits else "find-measure-none"
            return [turn.text(key, typical=whole.typical or 0, worst=whole.worst or 0, **values)]
        case "bad":
            return [turn.text("find-bad", **values)]
        case _:
            return [f"{turn.text('find-days', **values)} {_numbers(turn, found)}".strip()]


def _days(turn: Turn, found: Found) -> list[str]:
    return [*counted(turn, found), *base(turn, found)]


def _numbers(turn: Turn, found: Found) -> str:
    whole = found.whole
    if whole.worst is None or whole.typical is None:
        return ""
    values = {"typical": whole.typical, "worst": whole.worst}
    if found.rated == len(found.hits):
        return turn.text("find-days-numbers", **values)
    return turn.text("find-days-numbers-some", rated=found.rated, **values)


def _doses(turn: Turn, found: Found, values: dict[str, Any]) -> list[str]:
    if found.request.missed:
        return [turn.text("find-missed", **values)]
    lines: list[str] = [
        turn.text("find-medicine", times=found.times, **values)
        if found.hits
        else turn.text("find-medicine-none", **values)
    ]
    if found.missed:
        lines.append(turn.text("find-medicine-missed", days=len(found.missed)))
    return lines


def _without(turn: Turn, found: Found) -> list[str]:
    counted = {"days": found.without, "observed": found.whole.observed}
    if found.request.kind == "bad":
        return [turn.text("find-without-bad", **counted), *base(turn, found)]
    first = turn.text("find-without", name=name(turn, found.request), **counted)
    return [first, turn.text("find-without-means"), *base(turn, found)]


def _last(turn: Turn, found: Found) -> list[str]:
    if not found.hits:
        return _never(turn, found)
    day = found.hits[-1]
    ago = (turn.local_now.date() - day).days
    values = {"name": name(turn, found.request), "when": say_day(turn, day)}
    since = found.whole.observed - len([hit for hit in found.hits if hit == day])
    between = max(0, (found.whole.last - day).days)
    logged = turn.text("find-last-since", between=between, observed=since)
    if found.request.missed:
        return [turn.text("find-last-missed", **values), logged]
    return [turn.text("find-last", ago=ago, number=_number_on(found, day), **values), logged]


def _first(turn: Turn, found: Found) -> list[str]:
    if not found.hits:
        return _never(turn, found)
    day = found.hits[0]
    values = {"name": name(turn, found.request), "when": say_day(turn, day)}
    begins = turn.text("find-log-begins", when=say_day(turn, found.whole.first))
    return [
        turn.text("find-first", number=_number_on(found, day), **values),
        begins if found.request.first is None else "",
    ]


def _number_on(found: Found, day: date) -> int | str:
    """Give the highest number of a symptom on a day; "none" where there is none, as the wording asks."""
    number = found.daily.get(day) if found.request.kind == "symptom" else None
    return "none" if number is None else number


def _never(turn: Turn, found: Found) -> list[str]:
    if not found.whole.observed and found.request.first is None:
        return [turn.text("find-nothing-at-all")]
    key = "find-never-missed" if found.request.missed else "find-never"
    first, last = say_day(turn, found.whole.first), say_day(turn, found.whole.last)
    there = turn.text("find-never-there", observed=found.whole.observed, first=first, last=last)
    return [turn.text(key, name=name(turn, found.request)), there]


def _worst(turn: Turn, found: Found) -> list[str]:
    best, request = found.best, found.request
    if best is None:
        return _days(turn, found)
    if request.unit == "day" and best.worst is None:
        return [turn.text("find-worst-no-number"), *base(turn, found)]
    if request.kind == "measure":
        said: list[str] = [
            turn.text(
                "find-worst-measure", name=_title(turn, request), typical=best.typical, worst=best.worst
            )
        ]
    elif request.unit == "day":
        said = [turn.text("find-worst-rated", name=_worst_name(found), worst=best.worst)]
    else:
        said = _worst_stretch(turn, found, best)
    means = turn.text("find-worst-means-week") if request.unit != "day" and request.kind != "measure" else ""
    return [f"{_worst_when(turn, request, best)}. {' '.join(said)}", means, *base(turn, found)]


def _worst_when(turn: Turn, request: finding.Request, best: finding.Stretch) -> str:
    if request.unit == "month":
        month = f"{zones.MONTHS[best.first.month - 1]} {best.first.year}"
        return turn.text("find-worst-month", month=month)
    first, last = say_day(turn, best.first), say_day(turn, best.last)
    return turn.text(f"find-worst-{request.unit}", when=first, first=first, last=last)


def _worst_stretch(turn: Turn, found: Found, best: finding.Stretch) -> list[str]:
    values = {"days": best.days, "bad": best.bad, "observed": best.observed}
    key = "find-worst-bad" if found.request.kind == "bad" else "find-worst-symptom"
    said: list[str] = [turn.text(key, name=_title(turn, found.request), **values)]
    if best.worst is not None:
        said.append(turn.text("find-worst-number", worst=best.worst))
    return said


def _worst_name(found: Found) -> str:
    """Name what was worst on a day."""
    named = found.worst_name or found.request.name
    return named[:1].upper() + named[1:]


def _gap(turn: Turn, found: Found) -> list[str]:
    named = name(turn, found.request)
    best = found.best
    if best is None:
        return [turn.text("find-gap-one", name=named, days=len(found.hits)), *base(turn, found)]
    days = (best.last - best.first).days + 1
    if days <= 0:
        return [turn.text("find-gap-none", name=_title(turn, found.request)), *base(turn, found)]
    first, last = say_day(turn, best.first), say_day(turn, best.last)
    said = turn.text("find-gap", name=named, days=days, first=first, last=last, observed=best.observed)
    running = "" if found.running is None else turn.text("find-gap-running", days=found.running)
    return [said, running, *base(turn, found)]


def _whether(turn: Turn, found: Found) -> list[str]:
    request, whole = found.request, found.whole
    when = say_day(turn, whole.first)
    if whole.first != whole.last:
        when = f"{when} to {say_day(turn, whole.last)}"
    if request.kind == "entry":
        key = "find-entry-yes" if found.entries else "find-entry-no"
        return [turn.text(key, count=len(found.entries), when=when)]
    missed: list[str] = []
    if found.missed:
        days = _days_said(turn, found.missed)
        missed.append(turn.text("find-yes-missed", name=_title(turn, request), when=days))
    if found.hits:
        return [_yes(turn, found), *([] if request.missed else missed)]
    if missed:
        return missed
    return _no(turn, found, when)


def _yes(turn: Turn, found: Found) -> str:
    request = found.request
    named = _title(turn, request)
    if len(found.hits) > 1:
        return turn.text("find-yes-days", name=named, days=len(found.hits), observed=found.whole.observed)
    hits = [e for e in reversed(found.entries) if finding.is_hit(request, e)]
    if request.kind == "medicine" and not any(e.reading.medications for e in hits):
        return turn.text("find-yes-some", when=say_day(turn, found.hits[0]))
    times = [turn.say_moment(e.at) for e in hits[:TIMES_SHOWN]]
    return turn.text("find-yes", name=named, when="; ".join(times))


def _no(turn: Turn, found: Found, when: str) -> list[str]:
    request = found.request
    key = "find-no-missed" if request.missed else "find-no"
    lines: list[str] = [
        turn.text(key, name=name(turn, request) if request.missed else _title(turn, request), when=when)
    ]
    if request.kind == "medicine" and not request.missed:
        lines.append(turn.text("find-no-medicine"))
    elif found.whole.observed:
        lines.append(turn.text("find-no-but"))
    if not found.whole.observed or found.unknown:
        span = (found.whole.last - found.whole.first).days + 1
        values = {"observed": found.whole.observed, "unknown": found.unknown, "span": span}
        lines.append(turn.text("find-unknown", **values))
    return lines


def _days_said(turn: Turn, days: tuple[date, ...]) -> str:
    return ", ".join(say_day(turn, day) for day in days[-TIMES_SHOWN:])


def _said(turn: Turn, found: Found) -> list[str]:
    words, count = found.request.name, len(found.entries)
    if not count:
        return [turn.text("find-said-none", words=words), *_never(turn, found)[1:]]
    lines: list[str] = [turn.text("find-said", words=words, count=count)]
    for entry in found.entries[:SAID_SHOWN]:
        said = shortening.shorten(around(entry.text or entry.note, words), SAID_WIDTH)
        text = trusted_lines.marked(turn, entry.told_by, said)
        lines.append(turn.text("find-said-line", day=say_day(turn, entry.day), text=text))
    if count > SAID_SHOWN:
        lines.append(turn.text("find-said-more", count=count - SAID_SHOWN))
    return lines


def around(said: str, words: str) -> str:
    """Give the part of a long text that holds the first of the words."""
    at = said.casefold().find(words.casefold().split()[0]) if words.split() else -1
    if at < SAID_WIDTH - 20:
        return said
    begin = said.find(" ", at - 40)
    return f"{shortening.ELLIPSIS}{said[begin:].strip()}" if begin >= 0 else said


_SAYS: dict[finding.Ask, Callable[[Turn, Found], list[str]]] = {
    "last": _last,
    "first": _first,
    "days": _days,
    "worst": _worst,
    "gap": _gap,
    "without": _without,
    "whether": _whether,
    "said": _said,
    "next": _days,
    "chart": _days,
}
