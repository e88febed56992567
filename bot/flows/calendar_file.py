"""A calendar file sent to the bot: what is in it is said back, and each of its events is one tap from being a visit.

The file comes in two turns: the message that brings it, and, once its bytes are fetched, the reading. A single clear
visit ahead is kept at once, with Undo; everything else is asked. The file itself is not kept: it may hold a whole life.
"""

from collections.abc import Sequence

from bot.engine import events, flow, messages
from bot.flows import calendar_found, cards, entries, history_keeping, preferences, visit_cards
from bot.flows.calendar_found import Line
from bot.flows.turn import Turn
from bot.understanding.calendars import calendar_files

FLOW = flow.Flow[Turn]("calendar_file")

SHOWN = 4
"""Events of a file at a time: so many, with their buttons, fit a small phone."""
TAKE, UNDO, ALL, PAGE = "k", "u", "a", "p"
"""What the choice of a button begins with; an event's key or the number of the first event shown follows."""


@FLOW.start(to=("done",))
def start(turn: Turn) -> flow.Next:
    """Take in a file that just came; else read the one that a button, or its arrival, names."""
    if isinstance(turn.event, events.Media):
        return flow.Done(_taken_in(turn, turn.event))
    content = turn.store.attachments.get(turn.subject)
    if content is None:
        return flow.Done((_say(turn, "calendar_file-lost" if turn.choice else "calendar_file-not-fetched"),))
    if len(content) > calendar_files.MOST_BYTES:
        return flow.Done((_say(turn, "calendar_file-large"),))
    found = calendar_found.read(turn, content)
    if not found.is_calendar:
        return flow.Done((_say(turn, "calendar_file-none"),))
    lines = calendar_found.lines(turn, found)
    if not turn.choice:
        return flow.Done(_first_look(turn, lines, found.unread))
    return flow.Done((_pressed(turn, lines, found.unread),))


def _taken_in(turn: Turn, media: events.Media) -> tuple[messages.Say, ...]:
    """Have the bytes fetched. What was written under the file is an update; the file alone is none.

    Bytes need an entry; one that is undone at once counts nowhere and goes with its file after a day.
    """
    if media.size > calendar_files.MOST_BYTES:
        return (_say(turn, "calendar_file-large"),)
    entry = turn.store.journal.add(entries.entry_of(turn, then=FLOW.name))
    turn.subject = entry.attachments[0].id
    coming = _say(turn, "calendar_file-coming")
    if not media.caption:
        turn.store.journal.remove(entry.id, turn.now)
        return (coming,)
    history_keeping.tell(turn, entry)
    return (cards.card(turn, entry), coming)


def _first_look(turn: Turn, lines: Sequence[Line], unread: int) -> tuple[messages.Say, ...]:
    """Keep a single clear visit at once; say back everything else."""
    ahead = [line for line in lines if line.standing != "past"]
    if len(ahead) != 1 or unread or not ahead[0].is_clear or not ahead[0].is_near(turn.now):
        return (_overview(turn, lines, unread),)
    card = _added(turn, ahead[0])
    kept = [visit.id for visit in turn.store.visits.all() if visit.uid == ahead[0].event.uid]
    return (card, *preferences.zone_hint_once(turn, kept[0] if kept else ""))


def _pressed(turn: Turn, lines: Sequence[Line], unread: int) -> messages.Say:
    what, named = turn.choice[:1], turn.choice[1:]
    if what == UNDO:
        return _undone(turn, lines, named)
    if what == PAGE:
        return _overview(turn, lines, unread, _number(named))
    if what == ALL:
        first = _number(named)
        chosen = [line for line in _shown(lines, first) if line.is_open]
    else:
        first = 0
        chosen = [line for line in lines if line.is_open and line.event.key == named]
        if len(chosen) == 1 and len(_listed(lines)) == 1:
            return _added(turn, chosen[0])
    for line in chosen:
        calendar_found.take(turn, line)
    again = calendar_found.lines(
        turn, calendar_found.read(turn, turn.store.attachments.get(turn.subject) or b"")
    )
    return _overview(turn, again, unread, _page_of(again, chosen, first))


def _added(turn: Turn, line: Line) -> messages.Say:
    """Do what the file says about one event, and show the visit's card."""
    visit = calendar_found.take(turn, line)
    key = "calendar_file-kept" if line.standing == "new" else "calendar_file-changed"
    card = visit_cards.card(turn, visit, lead=turn.text(key))
    if line.kept is not None:
        return _about(turn, card)
    undo = flow.act(turn.text("calendar_file-undo"), FLOW.name, turn.subject, UNDO + line.event.key)
    return _about(turn, messages.Say(card.text, buttons=((undo,), *card.buttons)))


def _undone(turn: Turn, lines: Sequence[Line], key: str) -> messages.Say:
    """Take a visit out again, unless it has been and gone."""
    line = next((each for each in lines if each.event.key == key), None)
    if line is None or line.kept is None:
        return visit_cards.gone(turn)
    if visit_cards.is_over(turn, line.kept):
        return visit_cards.card(turn, line.kept)
    calendar_found.take_back(turn, line.kept)
    back = flow.act(turn.text("calendar_file-add"), FLOW.name, turn.subject, TAKE + key)
    return _about(turn, messages.Say(turn.text("calendar_file-undone"), buttons=((back,),)))


def _overview(turn: Turn, lines: Sequence[Line], unread: int, first: int = 0) -> messages.Say:
    """Show what is in the file, with a button for each thing that can be done."""
    listed, shown = _listed(lines), _shown(lines, first)
    open_ones = [line for line in shown if line.is_open]
    said = [_lead(turn, lines, listed), *(_say_line(turn, line) for line in shown)]
    if any(not line.event.zone_sure for line in shown):
        said.append(turn.text("calendar_file-zone"))
    if unread:
        said.append(turn.text("calendar_file-unread", count=unread))
    rows = [(_take_button(turn, line),) for line in open_ones]
    if len(open_ones) > 1:
        label = turn.text("calendar_file-all", count=len(open_ones))
        rows.insert(0, (flow.act(label, FLOW.name, turn.subject, f"{ALL}{first}"),))
    if len(listed) > first + SHOWN:
        label = turn.text("calendar_file-more", count=len(listed) - first - SHOWN)
        rows.append((flow.act(label, FLOW.name, turn.subject, f"{PAGE}{first + SHOWN}"),))
    if not open_ones:
        rows.append((flow.act(turn.text("visits-back"), "visits"),))
    return _about(turn, messages.Say("\n".join(said), buttons=tuple(rows)))


def _lead(turn: Turn, lines: Sequence[Line], listed: Sequence[Line]) -> str:
    if not lines:
        return turn.text("calendar_file-empty")
    if not listed:
        return turn.text("calendar_file-past")
    if not any(line.is_open for line in listed):
        return turn.text("calendar_file-known")
    return turn.text("calendar_file-found", count=len(listed))


def _say_line(turn: Turn, line: Line) -> str:
    when = visit_cards.say_when(turn, line.visit)
    whom = visit_cards.short(line.visit.with_whom) or "none"
    before = visit_cards.say_when(turn, line.kept) if line.kept else ""
    return turn.text(f"calendar_file-line-{line.standing}", when=when, whom=whom, before=before)


def _take_button(turn: Turn, line: Line) -> messages.Button:
    label = turn.text(f"calendar_file-button-{line.standing}", visit=visit_cards.label(line.visit))
    return flow.act(label, FLOW.name, turn.subject, TAKE + line.event.key)


def _listed(lines: Sequence[Line]) -> list[Line]:
    """Leave out what is over, and what was called off and is not planned here."""
    return [line for line in lines if line.standing not in {"past", "gone"}]


def _shown(lines: Sequence[Line], first: int) -> list[Line]:
    return _listed(lines)[first : first + SHOWN]


def _page_of(lines: Sequence[Line], chosen: Sequence[Line], first: int) -> int:
    """Stay on the page that was pressed."""
    keys = [line.event.key for line in _listed(lines)]
    found = next((keys.index(line.event.key) for line in chosen if line.event.key in keys), first)
    return found - found % SHOWN


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdecimal() and len(words) < 5 else 0


def _say(turn: Turn, key: str) -> messages.Say:
    return _about(turn, messages.Say(turn.text(key)))


def _about(turn: Turn, said: messages.Say) -> messages.Say:
    """Name the file that a message is about, so that its reading takes the place of its coming."""
    arrived = turn.event is None
    return messages.Say(said.text, said.buttons, about=f"file:{turn.subject}", refresh=arrived)
