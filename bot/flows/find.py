"""/find: looks things up in the log. The answer comes in words, with what it is counted on and a way to the entries."""

from bot.domain import finding, journal, shortening
from bot.engine import flow, inputs, messages
from bot.flows import (
    asides,
    cards,
    find_codes,
    find_sources,
    find_visits,
    find_words,
    recent,
    trend_codes,
    trusted_lines,
)
from bot.flows.turn import Turn
from bot.understanding.lookups import find_requests

FLOW = flow.Flow[Turn](find_codes.FLOW, waits=flow.A_WHILE)

A_PAGE = 6
SAID_WIDTH = 60
ELSEWHERE = tuple(each for each in asides.ELSEWHERE if each != FLOW.name)


@FLOW.start(to=("what", "done"))
def start(turn: Turn) -> flow.Next:
    """Answer what was typed or pressed; without either, ask."""
    if turn.choice == find_codes.ENTRY:
        return flow.Done((_opened(turn, turn.subject),))
    if turn.choice:
        pressed = find_codes.read(turn.choice)
        if pressed is None:
            return flow.Done((messages.Say(turn.text("find-old")),))
        return flow.Done((_shown(turn, pressed),))
    if turn.subject:
        request = _read(turn, turn.subject)
        return flow.Done((answer(turn, request),)) if request else flow.Goto("what", (_not_read(turn),))
    return flow.Goto("what")


def _ask(turn: Turn) -> flow.Prompt:
    names = recent.symptoms(turn)[:2]
    labels = [turn.text("find-try-last", name=name) for name in names]
    labels += [turn.text("find-try-days", name=name) for name in names[:1]]
    labels += [turn.text("find-try-worst"), turn.text("find-try-bad")]
    choices = [inputs.Choice(f"t{place}", label) for place, label in enumerate(labels)]
    return flow.Prompt(
        turn.text("find-what"), tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))
    )


@FLOW.step("what", inputs.Words(anything=True), to=("what", "done", *ELSEWHERE), ask=_ask)
def what(turn: Turn, said: inputs.Answer) -> flow.Next:
    """Answer; what tells something instead of asking goes where it belongs."""
    request = _read(turn, said.text)
    if (
        said.choice is None
        and turn.reads.update(said.text).is_plain_update
        and not _is_question(turn, said.text)
    ):
        elsewhere = asides.aside(turn, FLOW.name, "what")
        if elsewhere:
            return elsewhere
    if request is None:
        return flow.Again("find-not-understood")
    return flow.Done((answer(turn, request),))


def answer(turn: Turn, request: finding.Request) -> messages.Say:
    """Give the answer with its buttons."""
    if request.kind == "visit":
        return find_visits.say(turn, request)
    found = find_sources.answered(turn, request)
    ways = [_picture(turn, found), _entries(turn, found)]
    more = flow.act(turn.text("find-another"), FLOW.name)
    row = tuple(button for button in ways if button)
    return messages.Say(find_words.text(turn, found), buttons=tuple(each for each in (row, (more,)) if each))


def _read(turn: Turn, text: str) -> finding.Request | None:
    return find_requests.read(text, turn.reads, last_visit=find_sources.last_visit_day(turn), asked=True)


def _is_question(turn: Turn, text: str) -> bool:
    return find_requests.read(text, turn.reads) is not None


def _not_read(turn: Turn) -> messages.Say:
    return messages.Say(turn.text("find-not-understood"))


def _picture(turn: Turn, found: finding.Found) -> messages.Button | None:
    request = found.request
    if request.kind not in {"symptom", "measure"} or not found.hits:
        return None
    shown = (request.name,) if request.kind == "symptom" else (trend_codes.measure(request.name),)
    first, last = (None, None) if request.ask in {"last", "first"} else (request.first, request.last)
    return flow.act(turn.text("find-picture"), "trends", "", trend_codes.write(shown, first, last))


def _entries(turn: Turn, found: finding.Found) -> messages.Button | None:
    if not (found.hits or found.missed):
        return None
    label = turn.text("find-entries")
    return flow.act(label, FLOW.name, "", find_codes.write(find_codes.ENTRIES, found.request))


def _shown(turn: Turn, pressed: find_codes.Pressed) -> messages.Say:
    if pressed.shows == find_codes.ANSWER:
        return answer(turn, pressed.request)
    found = find_sources.answered(turn, pressed.request, by_entry=True)
    pages = max(1, -(-len(found.entries) // A_PAGE))
    return _listed(turn, found, min(pressed.page, pages - 1))


def _listed(turn: Turn, found: finding.Found, page: int) -> messages.Say:
    """List a page of the entries behind a number, each a press away."""
    request, count = found.request, len(found.entries)
    if not count:
        return messages.Say(turn.text("find-list-none"))
    first = page * A_PAGE
    shown = found.entries[first : first + A_PAGE]
    entries = [turn.store.journal.kept(each.id) for each in shown]
    title = find_words.name(turn, request)
    lines: list[str] = [
        turn.text(
            "find-list",
            title=title[:1].upper() + title[1:],
            first=first + 1,
            last=first + len(shown),
            count=count,
        )
    ]
    for place, entry in enumerate(entries, start=first + 1):
        if entry:
            when = find_words.say_day(turn, entry.day)
            said = trusted_lines.marked(turn, entry.told_by, _in_short(turn, entry))
            lines.append(turn.text("find-list-line", place=place, when=when, said=said))
    lines.append(turn.text("find-list-open"))
    numbers = tuple(
        flow.act(str(place), FLOW.name, entry.id, find_codes.ENTRY)
        for place, entry in enumerate(entries, start=first + 1)
        if entry
    )
    ways = [
        flow.act(turn.text(key), FLOW.name, "", find_codes.write(find_codes.ENTRIES, request, to))
        for key, to, there in (
            ("find-open-newer", page - 1, page > 0),
            ("find-open-older", page + 1, first + A_PAGE < count),
        )
        if there
    ]
    back = flow.act(turn.text("find-back"), FLOW.name, "", find_codes.write(find_codes.ANSWER, request))
    rows = (numbers, tuple(ways), (back,))
    return messages.Say("\n".join(lines), buttons=tuple(row for row in rows if row))


def _in_short(turn: Turn, entry: journal.Entry) -> str:
    """Say an entry in a line: the words it was told in, else what was understood."""
    words = entry.text or entry.note
    if not words:
        named = [cards.symptom_line(turn, symptom) for symptom in entry.reading.symptoms]
        words = ", ".join([*named, *(cards.medicine_line(m) for m in entry.reading.medications)])
    return shortening.shorten(words, SAID_WIDTH) or turn.text("find-photo-only")


def _opened(turn: Turn, entry_id: str) -> messages.Say:
    entry = turn.store.journal.kept(entry_id)
    return cards.card(turn, entry) if entry else messages.Say(turn.text("find-gone"))
