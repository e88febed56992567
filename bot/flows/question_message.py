"""What is parked becomes a message to the clinic: plain words to copy, as long as the clinic takes. Not a flow."""

from bot.domain import clinic_message, markup, questions
from bot.engine import flow, messages
from bot.flows.question_list import Questions
from bot.flows.turn import Turn

SIZES = {f"s{size}": size for size in clinic_message.SIZES}


def sizes(turn: Turn) -> flow.Prompt:
    """Ask how long it may be."""
    return flow.Prompt(
        turn.text("clinic-message-size"), turn.choice_rows("clinic-message-size", tuple(SIZES))
    )


def written(turn: Turn, mine: Questions, size: str) -> tuple[messages.Say, ...]:
    """Give the message below a word about it; nothing stands around it, so that it can be copied whole."""
    parked = questions.parked(mine)
    room = SIZES.get(size, clinic_message.SIZES[0])
    made = clinic_message.write((each.text for each in parked), _frame(turn), room)
    ways = (_again(turn), flow.act(turn.text("questions-change"), "questions"))
    if not made.text:
        key = "clinic-message-nothing" if parked else "clinic-message-none"
        return (messages.Say(turn.text(key), buttons=(ways if parked else ways[1:],)),)
    lines: list[str] = [turn.text("clinic-message-ready")]
    if made.left_over:
        lines.append(turn.text("clinic-message-left", count=made.left_over))
    return (
        messages.Say("\n\n".join(lines), buttons=(ways,)),
        messages.Say(markup.escape(made.text)),
    )


def _frame(turn: Turn) -> clinic_message.Frame:
    """Give the words around the questions, as they are typed and not as they are shown."""

    def said(key: str, **values: int | str) -> str:
        return markup.plain(turn.text(key, **values))

    name = turn.patient.name
    return clinic_message.Frame(
        greeting=said("clinic-message-greeting"),
        opening="",
        before=lambda count: said("clinic-message-before", count=count),
        after=said("clinic-message-after"),
        farewell=said("clinic-message-signed", name=name) if name else said("clinic-message-farewell"),
        number=lambda place, text: said("clinic-message-number", place=place, text=text),
        later=lambda count: said("clinic-message-later", count=count),
    )


def _again(turn: Turn) -> messages.Button:
    return flow.act(turn.text("questions-other-length"), "questions", "", "message")
