"""What there is to practise, best first: what the next visit's questions, the open cases and the last weeks speak of.

A message that tells of harm adds nothing here, whatever else it speaks of: nobody is led to practise being heard by
whoever hurt them. Not a flow.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.content import rehearsals as content
from bot.domain import questions, rehearsals
from bot.engine import flow, inputs
from bot.flows import question_list, recent, script_finding
from bot.flows.turn import Turn

DESK, AMONG, BEST, KIND, VISIT, PAGE, LOST = "desk", "among", "best", "kind", "for_visit", "page", "lost"
"""What the conversation remembers on the way to an encounter; no step bears these names."""
MORE, UPSET, OTHERS = "more", "upset", "others"
"""What can be chosen besides a desk and an encounter."""
OFFERED = {"full": 2, "low": 2, "foggy": 1}
"""Encounters that are offered before anybody is named."""
A_PAGE = {"full": 6, "low": 4, "foggy": 3}
READ = 20
"""Entries of the last weeks that are looked at; reading one takes half a millisecond."""
TO_ASK, CASE, PARKED, LATELY = 3, 4, 1, 2
"""What a barrier counts for by where it was met."""
FEWEST_WORDS = 4
"""A shorter text ("who decides?") tells of no barrier."""
SECOND = 0.5
"""How much an encounter's other barriers count beside its main one."""


def best(turn: Turn) -> list[str]:
    """Name the encounters that what the patient told speaks of, best first; none where nothing does."""
    worth = _worth(turn)
    kind = turn.answers.get(KIND)
    scored = {each.id: _score(each, worth) for each in content.load_rehearsals().encounters}
    found = [each for each in content.load_rehearsals().encounters if scored[each.id] > 0]
    found.sort(key=lambda each: (kind not in {None, each.kind}, -scored[each.id]))
    return [each.id for each in found]


def who(turn: Turn) -> flow.Prompt:
    """Ask who is across the desk; what may come up stands first."""
    offered = _encounters(turn.answers.get(BEST, ()))[: OFFERED[turn.patient.energy]]
    rows: list[tuple[inputs.Choice, ...]] = [(inputs.Choice(each.id, each.title),) for each in offered]
    desks = [inputs.Choice(desk.who, desk.name) for desk in _desks(turn)]
    rows += [tuple(desks[i : i + 2]) for i in range(0, len(desks), 2)]
    key = "rehearse-lost" if turn.answers.get(LOST) else "rehearse-who-best" if offered else "rehearse-who"
    return flow.Prompt(turn.text(key), (*rows, *upset(turn)))


def which(turn: Turn) -> flow.Prompt:
    """Ask which visit or call it is, best first, a page at a time."""
    found = among(turn)
    size = A_PAGE[turn.patient.energy]
    pages = max(1, -(-len(found) // size))
    first = (turn.answers.get(PAGE, 0) % pages) * size
    rows: list[tuple[inputs.Choice, ...]] = [
        (inputs.Choice(each.id, each.title),) for each in found[first : first + size]
    ]
    ways = (MORE, OTHERS) if pages > 1 else (OTHERS,)
    rows += turn.choice_rows("rehearse-which", ways, per_row=2)
    desk = content.load_rehearsals().desk(turn.answers.get(DESK, ""))
    text = turn.text("rehearse-which-desk", name=desk.name) if desk else turn.text("rehearse-which")
    return flow.Prompt(text, (*rows, *upset(turn)))


def among(turn: Turn) -> tuple[rehearsals.Encounter, ...]:
    """List the encounters to choose from: those of a desk, or those that fit what was told; the best first."""
    desk = content.load_rehearsals().desk(turn.answers.get(DESK, ""))
    found = desk.encounters if desk else _encounters(turn.answers.get(AMONG, ()))
    if desk:
        order = {name: place for place, name in enumerate(turn.answers.get(BEST, ()))}
        kind = turn.answers.get(KIND)
        found = tuple(
            sorted(found, key=lambda each: (kind not in {None, each.kind}, order.get(each.id, len(order))))
        )
    return found


def upset(turn: Turn) -> flow.Rows:
    """Give the way out that stands under every question."""
    return turn.choice_rows("rehearse-way", (UPSET,))


def _desks(turn: Turn) -> list[rehearsals.Desk]:
    """List the desks; those that have a call come first where a call was named."""
    kind = turn.answers.get(KIND)
    desks = content.load_rehearsals().desks
    return sorted(desks, key=lambda desk: kind is not None and all(e.kind != kind for e in desk.encounters))


def _encounters(ids: Iterable[str]) -> tuple[rehearsals.Encounter, ...]:
    shelf = content.load_rehearsals()
    return tuple(found for each in ids if (found := shelf.encounter(each)))


def _worth(turn: Turn) -> Counter[str]:
    worth: Counter[str] = Counter()
    for text, weight in _told(turn):
        barriers = turn.reads.situations(text)
        if len(text.split()) >= FEWEST_WORDS and barriers and not script_finding.is_harm(barriers):
            worth[barriers[0]] += weight
    for case in turn.store.cases.open():
        if case.barrier and not case.is_factual:
            worth[case.barrier] += CASE
    return worth


def _told(turn: Turn) -> Iterator[tuple[str, int]]:
    visit = question_list.visit_of(turn, turn.answers.get(VISIT, ""))
    mine = question_list.read(turn, visit)
    yield from ((each.text, TO_ASK) for each in questions.chosen(mine))
    yield from ((each.text, PARKED) for each in questions.parked(mine))
    if visit and visit.why:
        yield visit.why, TO_ASK
    for entry in [each for each in recent.entries(turn) if each.kind == "update"][-READ:]:
        yield entry.text, LATELY


def _score(each: rehearsals.Encounter, worth: Counter[str]) -> float:
    first, *others = (worth[barrier] for barrier in each.barriers)
    return first + SECOND * sum(others)
