"""/show: words in large print, to hold up when speech fails: typed ones, kept ones, a script, the opening sentence."""

from bot.content import opening
from bot.domain import large_print, markup, shortening
from bot.engine import flow, inputs, messages, session
from bot.flows import (
    phone_buttons,
    script_buttons,
    script_cards,
    script_kept,
    script_lines,
    summary_sources,
)
from bot.flows.phone_buttons import Sheet
from bot.flows.turn import Turn

FLOW = flow.Flow[Turn](phone_buttons.FLOW, waits=flow.A_WHILE)

SHOWN = "shown"
"""Where the conversation keeps the words shown last, so that they can be turned round."""
KEPT_OFFERED = 3
LABEL_WIDTH = 34
CAPTION_WIDTH = 900
"""Characters of a caption; Telegram takes 1,024 (Bot API, sendPhoto)."""
SPEAK, OPENING, ENOUGH, KEPT = "speak", "opening", "enough", "k"


@FLOW.start(to=("words", "done"))
def start(turn: Turn) -> flow.Next:
    """Show what the button or the command names; without either, ask."""
    choice = turn.choice
    turned = choice.startswith(phone_buttons.TURNED)
    choice = choice.removeprefix(phone_buttons.TURNED).removeprefix("-")
    if not (turn.choice or turn.subject):
        return flow.Goto("words")
    words = _words(turn, choice) if turn.choice else turn.subject
    if not words:
        return flow.Goto("words", (messages.Say(turn.text("show_phone-gone")),))
    if not turn.choice:
        turn.answers[SHOWN] = words
        _show(turn, words, "", "")
        return flow.Goto("words", _about_length(turn, words))
    _show(turn, words, turn.subject, choice, turned=turned)
    return flow.Done()


def _ask(turn: Turn) -> flow.Prompt:
    kept = [
        (inputs.Choice(f"{KEPT}{place}", turn.text("show_phone-kept", words=_label(words))),)
        for place, words in enumerate(_kept(turn))
    ]
    fixed = turn.choice_rows("show_phone-words", (SPEAK, OPENING))
    enough = turn.choice_rows("show_phone-words", (ENOUGH,)) if SHOWN in turn.answers else ()
    return flow.Prompt(turn.text("show_phone-words"), (*fixed, *kept, *enough))


@FLOW.step("words", inputs.Words(anything=True), to=("words", "done"), ask=_ask)
def show(turn: Turn, answer: inputs.Answer) -> flow.Next:
    """Show it, and wait for the next: a conversation can be held this way."""
    if answer.choice == ENOUGH:
        return flow.Done((messages.Say(turn.text("show_phone-done")),))
    words = _picked(turn, answer.choice) or answer.text
    turn.answers[SHOWN] = words
    _show(turn, words, "", "")
    return flow.Goto("words", _about_length(turn, words))


def _picked(turn: Turn, choice: str | None) -> str:
    if choice == SPEAK:
        return _plain(turn, "show_phone-cannot-speak")
    if choice == OPENING:
        return _opening(turn)
    kept = _kept(turn)
    place = choice.removeprefix(KEPT) if choice else ""
    return kept[int(place)] if place.isdecimal() and int(place) < len(kept) else ""


def _show(turn: Turn, words: str, subject: str, choice: str, *, turned: bool = False) -> None:
    """Send the pictures; the last one can be turned round, all of them are then."""
    parts = large_print.pictures(words)[: large_print.MOST_PICTURES]
    turn_back = f"{phone_buttons.TURNED}-{choice}".rstrip("-")
    for number, part in enumerate(parts, start=1):
        place = f"{number} / {len(parts)}" if len(parts) > 1 else ""
        said = turn.text("show_phone-turned") if turned else markup.escape(part[:CAPTION_WIDTH])
        button = flow.act(turn.text("show_phone-turn"), FLOW.name, subject, choice if turned else turn_back)
        has_button = number == len(parts) and bool(choice or not turned)
        turn.outgoing.append(
            messages.Document(
                phone_buttons.DOCUMENT,
                said,
                phone_buttons.write_sheet(Sheet(part, place, turned)),
                as_photo=True,
                buttons=((button,),) if has_button else (),
            )
        )


def _about_length(turn: Turn, words: str) -> tuple[messages.Say, ...]:
    is_cut = len(large_print.pictures(words)) > large_print.MOST_PICTURES
    return (messages.Say(turn.text("show_phone-long")),) if is_cut else ()


def _words(turn: Turn, choice: str) -> str:
    """Find the words that a button names; empty where they are gone."""
    match choice:
        case "":
            return _shown_last(turn)
        case phone_buttons.OPENING:
            return _opening(turn)
        case phone_buttons.CANNOT_SPEAK:
            return _plain(turn, "show_phone-cannot-speak")
        case phone_buttons.VISIT:
            visit = turn.store.visits.get(turn.subject)
            return (visit.opening or _opening(turn)) if visit else ""
        case phone_buttons.KEPT:
            kept = turn.store.kept_scripts.get(turn.subject)
            return " ".join(script_kept.lines(turn, kept)) if kept else ""
        case _:
            return _of_script(turn, choice)


def _of_script(turn: Turn, choice: str) -> str:
    script, view = turn.library.scripts().script(turn.subject), script_buttons.read(choice)
    if script is None or view is None:
        return ""
    lines = script_lines.filled(turn, script, script_lines.fitting(script, view)).lines
    said = lines if view.what == "original" else script_cards.spoken(turn, script, view).lines
    return " ".join(said)


def _opening(turn: Turn) -> str:
    found = summary_sources.gather(turn.store, turn.patient, turn.now)
    return markup.plain(opening.sentence(found, turn.text))


def _kept(turn: Turn) -> list[str]:
    """List the words kept for any time, the latest first."""
    said = [" ".join(script_kept.lines(turn, kept)) for kept in script_kept.everything(turn)]
    return [words for words in said if words][:KEPT_OFFERED]


def _shown_last(turn: Turn) -> str:
    """Find the words this conversation showed last, also where it was stopped since."""
    state = turn.store.sessions.load(session.Session)
    frames = [*reversed(state.frames), *state.drafts] if state else []
    return next((str(f.answers[SHOWN]) for f in frames if f.flow == FLOW.name and SHOWN in f.answers), "")


def _label(words: str) -> str:
    return shortening.shorten(words, LABEL_WIDTH)


def _plain(turn: Turn, key: str) -> str:
    return markup.plain(turn.text(key))
