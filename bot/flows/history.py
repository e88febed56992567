"""/history: what a new doctor asks for, told once, in any order and a piece at a time.

All that is typed on these screens finds a place: in the part that is open, in the part its words name, in the log
where it says how it is now, and else where the patient says it belongs.
"""

from dataclasses import replace

import msgspec

from bot.domain import history
from bot.engine import events, flow, inputs, messages
from bot.flows import (
    asides,
    history_areas,
    history_keeping,
    history_lines,
    history_offers,
    history_screens,
    pages,
    routing,
)
from bot.flows.turn import Turn
from bot.understanding.history import history_items

FLOW = flow.Flow[Turn](history_offers.HISTORY, waits=flow.A_WHILE)

AREA, ITEM, FIELD, PAGE, GONE, TEXT, EVERY, HELD = (
    "area", "item", "field", "page", "gone", "text", "every", "held"
)  # fmt: skip
"""Names under which the flow keeps where the patient stands; HELD: the offer put off for now."""
SENTENCE = 4
"""Words from which on what is typed is no mere name."""
ASIDES = tuple(name for name in asides.ELSEWHERE if name != FLOW.name)
SCREENS = ("list", "part", "add", "one", "change", "where", "done")


@FLOW.start(to=SCREENS)
def start(turn: Turn) -> flow.Next:
    """Show what is asked for: the whole, one part, an answer to an offer, or what was typed behind the command.

    Who asks in the middle of a day ("what do i take") is told, and nothing stays open.
    """
    subject = turn.subject.strip()
    if turn.choice in {history_offers.YES, history_offers.NO, history_offers.LATER}:
        return flow.Done((_answered(turn, subject, turn.choice),))
    if not subject:
        return flow.Goto("list")
    part, held = history_areas.labelled(subject)
    if part:
        _open(turn, part)
        _keep(turn, held)
        return flow.Goto("part")
    if isinstance(turn.event, events.Text) and (named := history_areas.asked(turn.event.text)):
        return flow.Done((history_screens.answer(turn, history_areas.area(named)),))
    named = history_areas.asked(subject) or history_areas.asked(f"my {subject}")  # "/history medicines"
    wanted = history_areas.area(subject) or history_areas.area(named)
    if wanted:
        turn.answers[AREA] = wanted.id
        return flow.Goto("part")
    return flow.Goto("list") if named else _told(turn, subject)


def _ask_list(turn: Turn) -> flow.Prompt:
    shown = history_screens.Shown(every_part=bool(turn.answers.get(EVERY)))
    return history_screens.the_list(turn, shown, _offer(turn))


@FLOW.step(
    "list", inputs.Words(anything=True, longest=inputs.MAX_TYPED), to=(*SCREENS, *ASIDES), ask=_ask_list
)
def on_list(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Open a part, answer an offer, or take what was typed."""
    choice = answer.choice
    if choice is None:
        return _elsewhere(turn, "list") or _asked(turn, answer.text) or _told(turn, answer.text)
    if choice == history_screens.FINISHED:
        return flow.Done((_farewell(turn),))
    if choice == history_screens.MORE_PARTS:
        turn.answers[EVERY] = True
        return flow.Goto("list")
    if choice.startswith(history_screens.OFFER):
        return _settled(turn, choice.removeprefix(history_screens.OFFER))
    _open(turn, choice)
    return flow.Goto("part")


def _ask_part(turn: Turn) -> flow.Prompt:
    return history_screens.the_part(turn, _area(turn), turn.answers.get(PAGE, 0), _gone(turn))


@FLOW.step(
    "part", inputs.Words(anything=True, longest=inputs.MAX_TYPED), to=(*SCREENS, *ASIDES), ask=_ask_part
)
def on_part(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Open an item, add what was typed, or note that there is none."""
    choice = answer.choice
    if choice is None:
        takes = _told if _is_no_medicine(turn, answer.text) else _added
        return _elsewhere(turn, "part") or _asked(turn, answer.text) or takes(turn, answer.text)
    if choice in {history_screens.ALL, history_screens.ADD}:
        return flow.Goto(choice)
    if choice == history_screens.NONE:
        history_keeping.say_none(turn, _area(turn).section)
    elif choice == pages.MORE:
        turn.answers[PAGE] = turn.answers.get(PAGE, 0) + 1
    elif choice == history_screens.BACK_AGAIN and (gone := _gone(turn)):
        history_keeping.bring_back(turn, gone)
        turn.answers.pop(GONE, None)
    else:
        turn.answers[ITEM] = choice
        return flow.Goto("one")
    return flow.Goto("part")


def _ask_add(turn: Turn) -> flow.Prompt:
    return history_screens.adding(turn, _area(turn))


@FLOW.step("add", inputs.Words(anything=True, longest=inputs.MAX_TYPED), to=(*SCREENS, *ASIDES), ask=_ask_add)
def on_add(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Add one thing or a list; then ask for something else."""
    if answer.choice == history_screens.FINISHED:
        return flow.Goto("part")
    return _elsewhere(turn, "add") or _asked(turn, answer.text) or _added(turn, answer.text)


def _ask_one(turn: Turn) -> flow.Prompt:
    return history_screens.one(turn, _item(turn))


@FLOW.step("one", inputs.Pick(), to=SCREENS, ask=_ask_one)
def on_one(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Change a field, say that it stopped or began again, or take it out."""
    item = _item(turn)
    if item is None or answer.choice == history_screens.ALL:
        return flow.Goto("part")
    if answer.choice == "remove":
        offered = any(
            o.section == item.section and o.name.casefold() == item.name.casefold()
            for o in history_offers.seen(turn)
        )
        history_keeping.remove(turn, item, offered=offered)
        turn.answers[GONE] = msgspec.to_builtins(replace(item, entry_id=None, before=None))
        return flow.Goto("part")
    if answer.choice == "stopped":
        _save(turn, history.stop(item, turn.now))
        turn.answers[FIELD] = "why"
        return flow.Goto("change")
    if answer.choice == "taking":
        _save(turn, replace(item, state="now", why="", until=""))
        return flow.Goto("one")
    turn.answers[FIELD] = answer.choice or "name"
    return flow.Goto("change")


def _ask_change(turn: Turn) -> flow.Prompt:
    return history_screens.changing(turn, _item(turn), turn.answers.get(FIELD, "name"))


@FLOW.step(
    "change",
    inputs.Words(anything=True),
    to=("one", "part", "change", "done", *ASIDES),
    ask=_ask_change,
    skip="one",
)
def on_change(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Keep the patient's words in the field as they are."""
    item, field = _item(turn), turn.answers.get(FIELD, "name")
    if item is None or answer.choice == history_screens.ALL:
        return flow.Goto("part")
    if answer.choice is None and (elsewhere := _elsewhere(turn, "change")):
        return elsewhere
    words = "" if answer.choice == history_screens.EMPTY else " ".join(answer.text.split())
    if field in {"since", "until"}:
        words = history_lines.as_of(turn, words)
    _save(turn, _with(item, field, words))
    return flow.Goto("one")


def _ask_where(turn: Turn) -> flow.Prompt:
    return history_screens.where(turn, turn.answers.get(TEXT, ""), every_part=bool(turn.answers.get(EVERY)))


@FLOW.step("where", inputs.Pick(), to=SCREENS, ask=_ask_where, skip="list")
def on_where(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Put what was typed into the part it belongs to."""
    if answer.choice == history_screens.MORE_PARTS:
        turn.answers[EVERY] = True
        return flow.Goto("where")
    _open(turn, answer.choice or "")
    text = turn.answers.pop(TEXT, "")
    kept = _keep(turn, text) if text else ""
    return flow.Goto("add" if not kept else "part")


def _area(turn: Turn) -> history_areas.Area:
    return history_areas.area(turn.answers.get(AREA, "")) or history_areas.AREAS[0]


def _open(turn: Turn, area_id: str) -> None:
    turn.answers[AREA], turn.answers[PAGE] = area_id, 0
    turn.answers.pop(GONE, None)


def _item(turn: Turn) -> history.Item | None:
    return turn.store.history.get(turn.answers.get(ITEM, ""))


def _save(turn: Turn, item: history.Item) -> None:
    history_keeping.by_hand(turn, item)
    turn.answers[AREA] = history_areas.of_item(item).id


def _with(item: history.Item, field: str, words: str) -> history.Item:
    """Put ``words`` in one field; a name is never left empty."""
    match field:
        case "detail":
            return replace(item, detail=words)
        case "why":
            return replace(item, why=words)
        case "since":
            return replace(item, since=words)
        case "until":
            return replace(item, until=words)
        case "lasted":
            return replace(item, lasted=words)
        case _:
            return replace(item, name=words or item.name)


def _gone(turn: Turn) -> history.Item | None:
    kept = turn.answers.get(GONE)
    return msgspec.convert(kept, history.Item) if kept else None


def _offer(turn: Turn) -> history_offers.Offer | None:
    held = turn.answers.get(HELD, [])
    return next((offer for offer in history_offers.open_offers(turn) if offer.key not in held), None)


def _settled(turn: Turn, answer: str) -> flow.Next:
    """Do what was answered to the offer on the screen; the next one takes its place."""
    offer = _offer(turn)
    if offer and answer == history_offers.LATER:
        # one "later" is meant for all of them: nobody wants to say it three times
        turn.answers[HELD] = [each.key for each in history_offers.open_offers(turn)]
    elif offer:
        _answered(turn, offer.key, answer)
    return flow.Goto("list")


def _answered(turn: Turn, key: str, answer: str) -> messages.Say:
    """Do what was answered to an offer; say what is so now."""
    offer = history_offers.find(turn, key)
    every = flow.act(turn.text("history-open"), FLOW.name)
    if answer == history_offers.LATER:
        return messages.Say(turn.text("history-offer-later"), buttons=((every,),))
    if offer is None:
        return messages.Say(turn.text("history-offer-settled"), buttons=((every,),))
    if answer == history_offers.YES:
        history_offers.accept(turn, offer)
        return messages.Say(turn.text("history-offer-added", name=offer.name), buttons=((every,),))
    history_keeping.refuse(turn, offer.section, offer.name)
    return messages.Say(turn.text("history-offer-refused", name=offer.name), buttons=((every,),))


def _elsewhere(turn: Turn, step: str) -> flow.Next | None:
    """Send on what is plainly no history: how it is now, a reminder, a visit, a request for words."""
    text = turn.event.text if isinstance(turn.event, events.Text) else ""
    route = routing.route(turn) if text else None
    if route is None or route.flow == FLOW.name:
        return None
    rated = any(symptom.severity is not None for symptom in turn.reads.update(text).symptoms)
    if route.flow in ASIDES or (route.flow == "quick_update" and rated):
        return asides.aside(turn, FLOW.name, step)
    return None


def _asked(turn: Turn, text: str) -> flow.Next | None:
    """Open the part that a typed question asks for."""
    name = history_areas.asked(text)
    if not name:
        return None
    if history_areas.area(name) is None:
        return flow.Goto("list")
    _open(turn, name)
    return flow.Goto("part")


def _told(turn: Turn, text: str) -> flow.Next:
    """Keep what a message says of itself where it belongs; else ask."""
    told = history_keeping.told_in(turn, text) or history_areas.reader(turn).medicines(text)
    kept = history_keeping.keep(turn, told)
    if not kept:
        turn.answers[TEXT] = text
        return flow.Goto("where")
    shown = history_areas.of_item(kept[0])
    _open(turn, shown.id)
    return flow.Goto("part")


def _added(turn: Turn, text: str) -> flow.Next:
    """Add what was typed to the open part, and say back what was understood."""
    if history_items.says_none(text):
        history_keeping.say_none(turn, _area(turn).section)
        return flow.Goto("part")
    said = _keep(turn, text)
    if not said:
        return flow.Again("history-same")
    turn.answers.pop(GONE, None)
    return flow.Again("history-added", {"items": said})


def _is_no_medicine(turn: Turn, text: str) -> bool:
    """Tell whether a sentence names no medicine, though the list of medicines is open: it is asked where it belongs."""
    if _area(turn).section != "medicine" or "\n" in text or len(text.split()) < SENTENCE:
        return False
    return not history_areas.reader(turn).medicines(text)


def _keep(turn: Turn, text: str) -> str:
    """Keep what was typed into the open part; give what is new of it, in words."""
    area = _area(turn)
    drafts = history_areas.reader(turn).items.read(text, area.section, tried=area.id == history_areas.TRIED)
    kept = history_keeping.keep(turn, drafts)
    return history_lines.listed(turn, kept)


def _farewell(turn: Turn) -> messages.Say:
    every = [
        flow.act(turn.text("history-open"), FLOW.name),
        flow.act(turn.text("history-summary"), "summary"),
    ]
    return messages.Say(turn.text("history-kept"), buttons=(tuple(every),))
