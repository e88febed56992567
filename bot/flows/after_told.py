"""What is told of a visit in free words: promises and changes of medicine are taken out, and nothing of it is lost.

Not a flow.
"""

from dataclasses import replace

from bot.domain import scripts, visits
from bot.domain.debriefs import Debrief
from bot.engine import messages
from bot.flows import (
    after_keeping,
    after_medicines,
    after_message,
    after_promises,
    cards,
    entries,
    words_request,
)
from bot.flows.turn import Turn
from bot.understanding.cases import promises

_LIKELIEST = "first:"
"""Before the barrier that the written cues find likeliest in a stretch of text."""
_NOT_IN_THE_WAY = frozenset((scripts.HARM, "gratitude", "want_alliance", "frustrated_but_trusting"))


def gather(turn: Turn, debrief: Debrief, text: str) -> tuple[Debrief, list[str], list[str]]:
    """Take promises and medicine changes out of ``text``; give what is kept, the lines that say so, what is left."""
    found = after_promises.read(turn, text, asked=False)
    lines: list[str] = []
    changes = [piece for rest in found.rest for piece in after_medicines.pieces(rest)]
    changes = [piece for piece in changes if after_medicines.is_change(turn, piece)]
    for promise in found.promises:
        if after_medicines.is_change(turn, promise.text):
            changes.append(promise.text)
            continue
        debrief, task = after_promises.add(turn, debrief, promise)
        lines.append(after_promises.said_back(turn, task))
    known = len(debrief.applied)
    debrief = after_medicines.take(turn, debrief, changes)
    lines += [after_medicines.line(turn, applied) for applied in debrief.applied[known:]]
    left = [rest for rest in found.rest if not any(change in rest for change in changes)]
    return debrief, lines, left


def take(turn: Turn, visit: visits.Visit, text: str) -> tuple[messages.Say, ...]:
    """Keep a visit told in one message: the words whole, the plan, the promises; give what is said back."""
    told = after_message.read(turn, text)
    debrief = after_keeping.of_visit(turn, visit)
    debrief = replace(debrief, notes=(*debrief.notes, text.strip()))
    debrief, lines, left = gather(turn, debrief, told.rest if told else text)
    planned = [piece for piece in left if not promises.is_report(piece)]
    if planned and not tells_harm(turn, text):
        plan = "; ".join(planned)
        debrief = replace(debrief, plan=f"{debrief.plan}; {plan}" if debrief.plan else plan)
        lines.insert(0, turn.text("after-plan-line", text=plan))
    after_keeping.save(turn, debrief)
    kept = messages.Say("\n".join([turn.text("after-kept"), *lines]))
    return (kept, *update_too(turn, text))


def update_too(turn: Turn, text: str) -> tuple[messages.Say, ...]:
    """Keep a message in the log as well where it says how the patient is."""
    if not words_request.tells_how_it_is(turn.reads.update(text)):
        return ()
    return (cards.card(turn, turn.store.journal.add(entries.entry_of(turn))),)


def tells_harm(turn: Turn, text: str) -> bool:
    """Tell whether what was told speaks plainly of harm.

    Only what the written cues find counts here: what is merely likely must not ask "Were you hurt?" of somebody who
    wrote that the clinic calls on Friday.
    """
    return any(f"rule:{scripts.HARM}" in grounds for grounds in turn.reads.readers.situations.grounds(text))


def barriers(turn: Turn, debrief: Debrief) -> list[str]:
    """Name what stood in the way, by what was told, best first; never harm, which the patient names themself."""
    named = [name for each in _grounds(turn, debrief) for name in sorted(each) if name.startswith(_LIKELIEST)]
    found = dict.fromkeys(name.removeprefix(_LIKELIEST) for name in named)
    return [name for name in found if scripts.is_barrier(name) and name not in _NOT_IN_THE_WAY]


def tells_kindness(turn: Turn, debrief: Debrief) -> bool:
    """Tell whether somebody was kind, by what was told."""
    return any("rule:gratitude" in each for each in _grounds(turn, debrief))


def _grounds(turn: Turn, debrief: Debrief) -> list[set[str]]:
    answers = [question.answer for question in after_keeping.asked(turn, debrief)]
    told = [text for text in (*debrief.notes, debrief.plan, debrief.feeling, *answers) if text]
    return [each for text in told for each in turn.reads.readers.situations.grounds(text)]
