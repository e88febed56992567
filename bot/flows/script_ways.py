"""The buttons under a script: what is needed in the moment first, the rest behind "More".

Under the words for harm stand help and a record first; there is no tone, no visit to add them to, nothing to practise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.content import rehearsals
from bot.domain import scripts
from bot.engine import flow, messages
from bot.flows import blanks, phone_buttons, script_buttons, script_kept, script_lines
from bot.flows.script_buttons import View
from bot.flows.script_lines import Filled
from bot.flows.turn import Turn

REHEARSE = "rehearse"
OPENS: Mapping[scripts.Opens, str] = {"reminder": "remind_me", "case": "open_case"}
"""The flow behind what a script can open."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What decides which buttons stand there. ``done`` names the one that was pressed."""

    turn: Turn
    script: scripts.Script
    view: View
    is_own: bool
    has_facts: bool
    done: str = ""

    @property
    def is_harm(self) -> bool:
        """True where somebody was hurt."""
        return self.script.barrier == scripts.HARM

    def to(self, key: str, what: script_buttons.What) -> messages.Button:
        """Make a button to another view in the same tone."""
        return script_buttons.press(self.turn.text(key), self.script, replace(self.view, what=what))


def rows(ways: Ways, said: Filled) -> messages.Buttons:
    """Lay the buttons out in rows."""
    if ways.view.what == "more":
        found = _more(ways)
    elif ways.view.what == "original" and ways.is_own:
        found = [*_tones(ways), (ways.to("say-to.own", "words"),), (ways.to("say-to.drop", "drop"),)]
    else:
        last = (_star(ways), _show(ways), ways.to("say-to.more", "more"))
        found = [*_first(ways), (*_next(ways), *_copied(ways))]
        found = [*(found if ways.is_harm else _paired(found)), last]
        if said.from_log:
            plain = replace(ways.view, what="words", told=blanks.Told(plain=True))
            found.append((script_buttons.press(ways.turn.text("say-leave-out"), ways.script, plain),))
    return tuple(row for row in found if row)


def _paired(found: list[tuple[messages.Button, ...]]) -> list[tuple[messages.Button, ...]]:
    """Put two buttons in each row below the tones: fewer rows leave the words themselves on the screen."""
    tones = [row for row in found[:1] if len(row) > 2]
    rest = [button for row in found[len(tones) :] for button in row]
    return [*tones, *(tuple(rest[i : i + 2]) for i in range(0, len(rest), 2))]


def _first(ways: Ways) -> list[tuple[messages.Button, ...]]:
    replies = ways.to("say-to.replies", "replies")
    if ways.is_harm:
        urgent = flow.act(ways.turn.text("say-urgent"), "urgent")
        return [(urgent,), (ways.to("say-note", "note"),), (replies, *_longer(ways))]
    if ways.is_own:
        return [(replies, ways.to("say-to.original", "original"))]
    return [*_tones(ways), (replies, *_longer(ways))]


def _longer(ways: Ways) -> tuple[messages.Button, ...]:
    if ways.view.tone != "short" or ways.is_own:
        return ()
    long = replace(ways.view, what="words", tone=script_lines.usual_tone(ways.turn))
    return (script_buttons.press(ways.turn.text("say-long"), ways.script, long),)


def _next(ways: Ways) -> tuple[messages.Button, ...]:
    """Lead from the words to a visit, and from there to its questions."""
    if ways.is_harm:
        return ()
    if ways.done == "visit":
        return (ways.to("say-to.question", "question"),)
    if ways.done == "question":
        return (flow.act(ways.turn.text("say-my-questions"), "questions"),)
    return (ways.to("say-to.visit", "visit"),)


def _copied(ways: Ways) -> tuple[messages.Button, ...]:
    """On a foggy day the words to pass on are one tap away; there are no tones to take their room."""
    is_near = ways.view.tone == "short" and ways.done != "copy" and not ways.is_harm
    return (ways.to("say-to.copy", "copy"),) if is_near else ()


def _star(ways: Ways) -> messages.Button:
    kept = script_kept.of_script(ways.turn, ways.script.id)
    return ways.to("say-to.starred" if kept and kept.favourite else "say-to.star", "star")


def _show(ways: Ways) -> messages.Button:
    """Show these words in large print; names told that find no room in the button are left out, never cut."""
    label = ways.turn.text("show_phone-button.short")  # of three in a row
    choice = script_buttons.press(label, ways.script, ways.view).press.split(":", 2)[2]
    whole = f"/{phone_buttons.FLOW}:{ways.script.id}:{choice}"
    fits = len(whole.encode()) <= phone_buttons.MOST_BYTES
    return flow.act(label, phone_buttons.FLOW, ways.script.id, choice if fits else choice[:2])


def _on(ways: Ways) -> tuple[messages.Button, ...]:
    """Offer to practise, and what the script can open: a case, a reminder."""
    found = []
    if rehearsals.load_rehearsals().fitting(ways.script.barrier):
        practise = ways.turn.text("say-to.practise")
        found.append(flow.act(practise, REHEARSE, ways.script.barrier, script_buttons.BARRIER))
    if name := OPENS.get(ways.script.opens):
        about = ways.script.id if name != "remind_me" else _about(ways.script)
        label = ways.turn.text(f"say-opens.{ways.script.opens}")
        found.append(flow.act(label, name, about, "script" if name != "remind_me" else ""))
    return tuple(found)


def _about(script: scripts.Script) -> str:
    """Say what to be reminded of, in as much as fits into a button."""
    return script.title.replace(":", "")


def _more(ways: Ways) -> list[tuple[messages.Button, ...]]:
    facts = (ways.to("say-to.facts", "facts"),) if ways.has_facts else ()
    others = flow.act(
        ways.turn.text("say-others"), script_buttons.SAY, ways.script.barrier, script_buttons.BARRIER
    )
    first = (flow.act(ways.turn.text("say-urgent"), "urgent"),) if ways.is_harm else ()
    on = () if ways.is_harm else _on(ways)
    found: list[tuple[messages.Button, ...]] = [
        first,
        (ways.to("say-to.copy", "copy"), ways.to("say-to.edit", "edit")),
        *_paired([on, facts, _why(ways), (others,), (ways.to("say-back", "words"),)]),
    ]
    return [row for row in found if row]


def _why(ways: Ways) -> tuple[messages.Button, ...]:
    found = ways.turn.library.explainers().explainer(ways.script.barrier)
    if found is None:
        return ()
    return (flow.act(found.title if ways.is_harm else ways.turn.text("say-why"), "why", found.id),)


def _tones(ways: Ways) -> list[tuple[messages.Button, ...]]:
    if ways.view.tone == "short" or ways.is_harm:
        return []
    return [tuple(_tone(ways, tone) for tone in scripts.TONES)]


def _tone(ways: Ways, tone: scripts.Tone) -> messages.Button:
    key = "say-tone-now" if tone == ways.view.tone else "say-tone"
    label = ways.turn.text(key, tone=ways.turn.text(f"say-tones.{tone}"))
    return script_buttons.press(label, ways.script, replace(ways.view, what="tone", tone=tone))
