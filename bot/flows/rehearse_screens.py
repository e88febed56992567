"""How a rehearsal looks: what they say, what could be said, what was heard in it, where it is kept, and the way out.

Not a flow. A foggy day gets two turns, two lines to choose from and no lesson.
"""

from bot.content import rehearsals as content
from bot.domain import rehearsals, scripts
from bot.engine import events, flow, inputs, messages
from bot.flows import blanks, rehearse_choices, script_buttons, visit_cards
from bot.flows.turn import Turn

ENCOUNTER, AT, SAID, MINE, OFFERED, CHOSEN = "encounter", "at", "said", "mine", "offered", "chosen"
TOLD, WORKS, ADVICE, REACTION, KEPT, NOTE, COUNT = (
    "told",
    "works",
    "advice",
    "reaction",
    "kept",
    "log_it",
    "count",
)
"""What the conversation remembers of the answer given last; no step bears these names."""
TURNS = {"full": 5, "low": 3, "foggy": 2}
LINES = {"full": 3, "low": 2, "foggy": 2}
USE, KEEP_MINE, AGAIN, NEXT, KEEP, LOG, ANY_TIME, URGENT = (
    "use", "mine", "again", "next", "keep", "log", "any", "urgent",
)  # fmt: skip
VISITS = 3


def encounter(turn: Turn) -> rehearsals.Encounter | None:
    """Find the encounter under way; None where it was taken out of the files since."""
    return content.load_rehearsals().encounter(turn.answers.get(ENCOUNTER, ""))


def at(turn: Turn) -> rehearsals.Turn | None:
    """Give the turn under way."""
    found = encounter(turn)
    place = turn.answers.get(AT, 0)
    return found.turns[place] if found and place < len(found.turns) else None


def is_last(turn: Turn) -> bool:
    """Tell whether this is the last turn that is played today."""
    found = encounter(turn)
    return found is None or turn.answers.get(AT, 0) + 1 >= min(len(found.turns), TURNS[turn.patient.energy])


def lines(turn: Turn) -> dict[scripts.Tone, str]:
    """Give the lines to choose from, with their blanks filled; the tone used most comes first where there is room."""
    here = at(turn)
    if here is None:
        return {}
    tones = list(here.say)
    room = LINES[turn.patient.energy]
    if len(tones) > room:
        usual = turn.patient.tone or "plain"
        tones = [each for each in tones if each == usual] + [each for each in tones if each != usual]
        tones = [each for each in here.say if each in tones[:room]]
    known, otherwise = blanks.known(turn, blanks.Told()), blanks.phrases(turn)
    return {tone: scripts.fill(here.say[tone], known, otherwise) for tone in tones}


def scene(turn: Turn) -> tuple[messages.Say, ...]:
    """Say where it begins, in a message of its own, so that what they say and the lines stay on one screen."""
    found = encounter(turn)
    if found is None or turn.patient.energy == "foggy":
        return ()
    return (messages.Say(turn.text("rehearse-setting", text=found.setting)),)


def answer(turn: Turn) -> flow.Prompt:
    """Say what they say, and ask what the patient would."""
    here = at(turn)
    if here is None:
        return flow.Prompt(turn.text("rehearse-gone"), turn.choice_rows("rehearse-which", ("others",)))
    offered = lines(turn)
    parts = [
        _voice(turn),
        turn.text("rehearse-they", words=here.heard),
        turn.text("rehearse-answer"),
        "\n".join(_line(turn, tone, words) for tone, words in offered.items()),
    ]
    labels = tuple(inputs.Choice(tone, turn.text(f"say-tones.{tone}")) for tone in offered)
    return _prompt(parts, (labels, *rehearse_choices.upset(turn)))


def tighter(turn: Turn) -> flow.Prompt:
    """Say one thing about the answer, and offer it tighter in the patient's own words."""
    parts = [
        _voice(turn),
        " ".join(said for name in (WORKS, ADVICE) if (said := turn.answers.get(name, ""))),
        turn.text("rehearse-tighter", words=turn.answers.get(OFFERED, "")),
    ]
    rows = turn.choice_rows("rehearse-tighter", (USE, KEEP_MINE), per_row=2)
    last = (*turn.choice_rows("rehearse-way", (AGAIN, rehearse_choices.UPSET), per_row=2),)
    return _prompt(parts, (*rows, *last))


def heard(turn: Turn) -> flow.Prompt:
    """Show the answer as it now stands, and what they say to it."""
    parts = [
        _voice(turn),
        turn.answers.get(KEPT, ""),
        turn.text("rehearse-said", words=turn.answers.get(SAID, "")),
        " ".join(said for name in (WORKS, ADVICE) if (said := turn.answers.get(name, ""))),
        turn.text("rehearse-they", words=turn.answers.get(REACTION, "")),
    ]
    ways = (NEXT,) if turn.answers.get(KEPT) else (NEXT, KEEP)
    rows = list(turn.choice_rows("rehearse-heard", ways, per_row=2))
    if turn.answers.get(NOTE):
        rows += turn.choice_rows("rehearse-heard", (LOG,))
    rows += turn.choice_rows("rehearse-way", (AGAIN, rehearse_choices.UPSET), per_row=2)
    return _prompt(parts, tuple(rows))


def keep(turn: Turn) -> flow.Prompt:
    """Ask for which visit the words are kept, or for any time."""
    ahead = visit_cards.at_hand(turn)[:VISITS]
    rows: list[tuple[inputs.Choice, ...]] = [
        (inputs.Choice(visit.id, visit_cards.label(visit)),) for visit in ahead
    ]
    rows += turn.choice_rows("rehearse-keep", (ANY_TIME,))
    return _prompt([_voice(turn), turn.text("rehearse-keep")], (*rows, *rehearse_choices.upset(turn)))


def minute(turn: Turn) -> flow.Prompt:
    """Give the minute to come back to the room: no lesson, no question."""
    grounding = content.load_rehearsals().grounding
    said = grounding.lines if turn.patient.energy == "full" else grounding.foggy
    lined = "\n".join(turn.text("rehearse-minute", words=line) for line in said)
    return flow.Prompt(lined, turn.choice_rows("rehearse-way", (URGENT,)))


def closing(turn: Turn) -> messages.Say:
    """End it: how it often goes on, what was kept, and ways on that nobody has to take."""
    found = encounter(turn)
    if found is None:
        return messages.Say(turn.text("rehearse-gone"), buttons=((_others(turn),),))
    count = turn.answers.get(COUNT, 0)
    kept = turn.text("rehearse-kept-count", count=count) if count else ""
    rows: list[tuple[messages.Button, ...]] = [
        (flow.act(turn.text("rehearse-once-more"), "rehearse", found.id), _others(turn))
    ]
    if count:
        rows.append((flow.act(turn.text("say-mine-list"), script_buttons.SAY, "", "mine"),))
    text = "\n\n".join(part for part in (turn.text("rehearse-closing", text=found.closing), kept) if part)
    return messages.Say(text, buttons=tuple(rows))


def way_back(turn: Turn) -> tuple[messages.Say, ...]:
    """Leave a button that goes on where a rehearsal was left for something else."""
    if encounter(turn) is None:
        return ()
    go_on = flow.act(
        turn.text("engine-go-on"), "rehearse", turn.answers[ENCOUNTER], f"t{turn.answers.get(AT, 0)}"
    )
    return (messages.Say(turn.text("rehearse-left"), buttons=((go_on,),)),)


def _others(turn: Turn) -> messages.Button:
    return flow.act(turn.text("rehearse-which.others"), "rehearse")


def _line(turn: Turn, tone: scripts.Tone, words: str) -> str:
    return turn.text("rehearse-line", tone=turn.text(f"say-tones.{tone}"), words=words)


def _voice(turn: Turn) -> str:
    """Say of a voice note that came as an answer that it is kept, and that nobody here can listen to it."""
    is_voice = isinstance(turn.event, events.Media) and turn.event.media == "voice"
    return turn.text("rehearse-voice") if is_voice else ""


def _prompt(parts: list[str], rows: flow.Rows) -> flow.Prompt:
    return flow.Prompt("\n\n".join(part for part in parts if part), tuple(row for row in rows if row))
