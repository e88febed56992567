"""Every step of every flow survives stop, back, a restart of the bot and an update typed in the middle.

The flows and their steps come from the catalogue, so a new flow is walked by itself. Each is explored as a patient
could go: its buttons are pressed and plain answers typed until every declared step was reached. Where a flow needs a
subject, or an answer only a person would think of, the tables below give it; a step nobody reaches fails the test.
Each step is met on a fresh copy of the database by a bot that was started on it that moment.
"""

import copy
import itertools
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot import flows
from bot.domain import debriefs
from bot.engine import asking, flow, inputs, session
from bot.flows import case_cards
from bot.flows.turn import Turn
from bot.storage.store import Store
from tests.support.journey import START, Journey, Patient, Shown

UPDATE = "migraine 7 since noon, took suma, slept bad"
"""What a tired patient types whatever was asked."""
NOW = START + timedelta(days=1, hours=6)
"""After the first of Robin's visits."""
CODE = re.compile(r"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b")
Find = Callable[[Store], str]


def _entry(kept: Store) -> str:
    return next(e.id for e in kept.journal.latest(9) if e.reading.symptoms and e.reading.medications)


def _visit(kept: Store) -> str:
    return max(kept.visits.all(), key=lambda each: each.at).id


def _trust(kept: Store) -> str:
    return next(iter(kept.trusted.trusts.all())).id


def _past_visit(kept: Store) -> str:
    return min(kept.visits.all(), key=lambda each: each.at).id


def _case(kept: Store) -> str:
    return next(each.id for each in kept.cases.all() if each.deadline is None)


def _promise(kept: Store) -> str:
    return next(iter(kept.debriefs.all())).tasks[0].id


@dataclass(frozen=True)
class Opening:
    """A button that opens a flow: whose subject it carries, and its choice; or what is typed to open it."""

    subject: Find | str = ""
    choice: Find | str = ""
    said: str = ""
    """Typed instead of pressing a button."""
    in_reply: bool = False
    """Whether that is a reply to the card of the latest update."""


OPENINGS: dict[str, tuple[Opening, ...]] = {
    "fix_update": (Opening(_entry),),
    "add_to_update": (Opening(_entry),),
    "change_visit": (Opening(_visit),),
    "visit_reminder": (Opening(_visit, "question"),),
    "after": (Opening(_past_visit, "how"), *(Opening(_past_visit, piece) for piece in debriefs.PIECES)),
    "after_promise": (Opening(_past_visit, _promise),),
    "after_record": (Opening(_past_visit, "record"),),
    "questions": (Opening(), Opening("", "ideas"), Opening("", "message")),
    "say": (
        Opening(),
        Opening("insurance denied my scan"),
        Opening("dismissed", "b"),
        *(Opening("labs_normal", f"{what}p") for what in ("n", "v", "e")),
        Opening("", "own"),
    ),
    "correct_update": (Opening(said="5", in_reply=True),),
    "log_call": (Opening(_case), Opening(said="called them, on hold 50 min, hung up")),
    "change_case": tuple(Opening(_case, each) for each in (*case_cards.FIELDS, "note")),
    "tell_for": (Opening(_trust),),
    "close_case": (Opening(_case),),
    "summary": (Opening("", "words"),),
    "settings": tuple(
        Opening("", part) for part in ("name", "zone", "checkin", "quiet", "country", "lock", "dates")
    ),
    "trends": (Opening("migraine", "cd------migraine"), Opening("migraine", "pd------migraine")),
    "history": (Opening(), Opening("medicines")),
    "urgent": (Opening("", "country"),),
}
"""How a flow is opened that needs more than its name."""

ANSWERS: dict[str, tuple[str, ...]] = {
    "setup.zone": ("Springfield", "New York"),
    "setup.checkin": ("7",),
    "settings.zone": ("Springfield",),
    "add_visit.when": ("march 20", "friday at 7"),
    "change_visit.when": ("march 20", "friday at 7"),
    "remind_me.when": ("twice a day", "friday at 7"),
    "after.promises": ("i email the form next thursday", "mri"),
    "history.add": ("peanuts",),
    "add_visit.hour": ("7",),
    "change_visit.hour": ("7",),
    "rehearse.answer": ("You people denied my scan. Could you possibly read me the reason for the denial?",),
    "settings.checkin": ("7",),
}
"""What is typed at "flow.step" besides the plain answers, to get on."""


TAKES_IT = frozenset(
    {
        "add_visit.why",
        "change_visit.why",
        "after_record.record",
        "summary.opening",
        "show_phone.words",
        "tell_for.words",
        "log_symptom.impact",
    }
)
"""Questions to which an update is an answer: the words are kept there, in full."""
MEANT = frozenset(
    {
        "fix_update.what",
        "fix_update.again",
        "add_to_update.more",
        "log_symptom.what",
        "log_symptom.impact",
        "log_symptom.helped",
        "checkin.symptoms",
        "say.note",
        "after.feeling",
        "change_case.note",
        "rehearse.minute",
    }
)
"""Questions of the log itself: an update answers them."""

MOST_ROWS = 4
"""Rows of buttons, with Back and Stop, that leave the words above them on a phone of 360 x 740."""
WIDER = {
    "a country, most likely first": {"setup.country", "settings.country", "urgent.country"},
    "one topic, person, problem or sentence a row, under one line of words": {
        "questions.kind", "say.fits", "say.barrier", "say.script", "rehearse.who", "rehearse.which", "rehearse.keep",
        "why.topic", "open_case.what", "change_case.kind", "change_case.next", "change_case.deadline",
    },
    "one thing already told a row, which is what one came to change": {"fix_update.what", "checkin.symptoms"},
    "being hurt has a row of its own": {"after.how"},
}  # fmt: skip
"""Pickers, where the buttons are what is read; each with its reason."""
PLAIN: dict[type, tuple[str, ...]] = {
    inputs.Words: ("the blue door",),
    inputs.Pick: (),
    inputs.Scale: ("5",),
    inputs.Moment: ("tomorrow at 3:15 pm", "yesterday"),
}


@dataclass(frozen=True)
class Met:
    """A step as it was met: the database at that moment and what stood on the screen."""

    flow: str
    step: str
    token: str
    files: dict[str, bytes]
    screen: list[Shown]


class Walk:
    """One flow on one database: goes anywhere in it, and back to any moment."""

    def __init__(self, folder: Path, files: dict[str, bytes], screen: list[Shown]) -> None:
        self.folder, self.files = folder, files
        for name, content in files.items():
            (folder / name).write_bytes(content)
        self.journey = Journey(folder, now=NOW)
        self.journey.update_ids, self.journey.message_ids = itertools.count(5000), itertools.count(5000)
        self.robin = Patient(self.journey, 7_123_456_000, "Robin")
        self.robin.screen = copy.deepcopy(screen)
        self.ann = Patient(self.journey, self.robin.telegram_id + 1, "Ann")
        self.journey.patients = {each.telegram_id: each for each in (self.robin, self.ann)}

    def keep(self, flow_name: str, step: str, token: str) -> Met:
        self.journey.opened.database.close()
        met = Met(flow_name, step, token, _files(self.folder), copy.deepcopy(self.robin.screen))
        self.journey.open()
        return met

    def return_to(self, files: dict[str, bytes], screen: list[Shown]) -> None:
        """Go back to a moment: the bot starts on the database as it was."""
        self.journey.opened.database.close()
        for old in self.folder.iterdir():
            old.unlink()
        for name, content in files.items():
            (self.folder / name).write_bytes(content)
        self.robin.screen, self.robin.news = copy.deepcopy(screen), []
        self.journey.open()

    def types(self, text: str) -> None:
        """Type a text; which message it was does not matter here."""
        self.robin.says(text)

    def state(self) -> session.Session:
        for kept in self.robin.store():
            return kept.sessions.load(session.Session) or session.Session()
        return session.Session()

    def open_flow(self, name: str, opening: Opening) -> None:
        if opening.said:
            card = next(s for s in reversed(self.robin.screen) if "Kept" in s.plain and "suma" in s.plain)
            self.robin.says(opening.said, reply_to=card if opening.in_reply else None)
            return
        subject, choice = (
            each if isinstance(each, str) else next(each(kept) for kept in self.robin.store())
            for each in (opening.subject, opening.choice)
        )
        self.robin.press_data(flow.act("", name, subject, choice).press, self.robin.screen[-1])


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def explore(walk: Walk, one: flow.Flow[Turn]) -> dict[str, Met]:
    """Reach every declared step of a flow; gives each as it was met the first time."""
    met: dict[str, Met] = {}
    waiting: deque[Met] = deque()

    def look() -> None:
        state = walk.state()
        frame = state.current
        if frame and frame.flow == one.name and frame.step not in met:
            met[frame.step] = walk.keep(frame.flow, frame.step, state.token)
            waiting.append(met[frame.step])

    begin = walk.files, copy.deepcopy(walk.robin.screen)
    for opening in OPENINGS.get(one.name, (Opening(),)):
        walk.return_to(*begin)
        walk.open_flow(one.name, opening)
        look()
    while waiting and len(met) < len(one.steps):
        here = waiting.popleft()
        for do in _ways(walk, one, here):
            walk.return_to(here.files, here.screen)
            do()
            look()
            if len(met) == len(one.steps):
                break
    return met


def _ways(walk: Walk, one: flow.Flow[Turn], here: Met) -> Iterator[Callable[[], None]]:
    """List what can be done at a step: what the table types, every button of the question, a plain answer, skip."""
    shown = next(s for s in reversed(here.screen) if any(_is_of(here.token, b.press) for b in s.buttons))
    typed = (*ANSWERS.get(f"{one.name}.{here.step}", ()), *PLAIN[type(one.steps[here.step].accepts)])
    for text in typed:
        yield partial(walk.types, text)
    for button in shown.buttons:
        choice = button.press.partition(":")[2]
        if _is_of(here.token, button.press) and choice not in {asking.BACK, asking.STOP}:
            yield partial(walk.robin.press_data, button.press, shown)


def _is_of(token: str, press: str) -> bool:
    return bool(token) and press.startswith(f"{token}:")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], list[Shown]]:
    """Robin's month: updates, a visit that was and one that comes, questions, a case, a history, reminders."""
    folder = tmp_path_factory.mktemp("world")
    journey = Journey(folder)
    robin = journey.patient()
    for told in LIFE:
        robin.says(told)
    robin.says("stop")
    ann = journey.patient("Ann")
    for told in ("/trusted", "Invite", "Robin", "Log for me"):
        ann.says(told) if told in {"/trusted", "Robin"} else ann.presses(told)
    code = CODE.search(ann.sees("send it this code").plain)
    assert code
    robin.says(code.group())
    journey.wait_until(NOW)
    for told in AFTERWARDS:
        robin.says(told)
    robin.says("stop")
    robin.says("nausea 4 and headache 6, took suma")
    robin.says("stop")
    journey.close()
    return _files(folder), robin.screen


LIFE = (
    "migraine 7, took suma, slept bad",
    "/settings zone",
    "New York",
    "dr lee tomorrow at 2:15 pm",
    "dr wu on march 20 at 9 am",
    "dr bo on march 24 at 9 am",
    "insurance denied my mri ref 8841, appeal by may 5",
    "aetna rejected my botox claim # 5512",
    "/history medicines",
    "metformin 500 mg, sertraline",
    "stop",
    "/questions Is it my new pill?",
    "May I drive?",
    "stop",
    "remind me to refill on friday",
)
AFTERWARDS = (
    "/after",
    "The system was in the way",
    "○ Is it my new pill?",
    "Go on",
    "no",
    "scan first",
    "i email the form by friday",
)


@pytest.mark.parametrize("one", flows.FLOWS, ids=lambda each: each.name)
def test_every_step_survives_stop_back_a_restart_and_an_update_in_the_middle(
    one: flow.Flow[Turn], world: tuple[dict[str, bytes], list[Shown]], tmp_path: Path
) -> None:
    walk = Walk(tmp_path, *world)
    try:
        met = explore(walk, one)
        unreached = sorted(set(one.steps) - set(met))
        assert not unreached, f"give OPENINGS or ANSWERS what leads to {unreached} of {one.name}"
        for here in met.values():
            _leaves_room(here)
            _survives(walk, here)
    finally:
        walk.journey.close()


def _leaves_room(here: Met) -> None:
    """At full energy the words stay in sight above the buttons, but for pickers."""
    place = f"{here.flow}.{here.step}"
    shown = next(s for s in reversed(here.screen) if any(_is_of(here.token, b.press) for b in s.buttons))
    is_picker = any(place in places for places in WIDER.values())
    assert shown.rows <= MOST_ROWS or is_picker, f"{place} has {shown.rows} rows under:\n{shown.plain}"


def _survives(walk: Walk, here: Met) -> None:
    walk.return_to(here.files, here.screen)
    _a_restart(walk, here)
    _stop(walk, here)
    walk.return_to(here.files, here.screen)
    _back(walk, here)
    if _at(walk) != (here.flow, here.step):
        walk.return_to(here.files, here.screen)
    _an_update(walk, here)
    _is_free(walk)


def _a_restart(walk: Walk, here: Met) -> None:
    """The bot was started on the database a moment ago; it knows what it asked."""
    walk.robin.says("go on")
    assert _at(walk) == (here.flow, here.step)
    assert _asks(walk), walk.robin.reading()


def _stop(walk: Walk, here: Met) -> None:
    """Stop always stops; what was answered waits as a draft, and the same question comes back."""
    frame = walk.state().frames[-1]
    walk.robin.says("stop")
    walk.robin.sees("Stopped")
    assert walk.state().current is None, f"{here.flow}.{here.step} cannot be stopped"
    walk.robin.says("go on")
    if frame.answers:
        assert _at(walk) == (here.flow, here.step), f"the draft of {here.flow}.{here.step} is lost"
        assert walk.state().frames[-1].answers == frame.answers
        assert _asks(walk), walk.robin.reading()


def _back(walk: Walk, here: Met) -> None:
    """Back leads to the question before, with everything that was answered."""
    frame = walk.state().frames[-1]
    walk.robin.says("back")
    assert _at(walk) == (here.flow, frame.trail[-1] if frame.trail else here.step)
    assert _asks(walk), walk.robin.reading()
    assert frame.answers.items() <= walk.state().frames[-1].answers.items()


def _an_update(walk: Walk, here: Met) -> None:
    """What was typed is kept; the question stands again, waits as a draft, or took it as its answer."""
    robin, before = walk.robin, walk.state().current
    assert before is not None
    robin.says(UPDATE)
    assert robin.news, "nothing was said"
    state = walk.state()
    logged = any(UPDATE in f"{entry.text} {entry.note}" for entry in robin.entries())
    place = f"{here.flow}.{here.step}"
    assert logged != (place in TAKES_IT), (
        f"{place}: {'logged' if logged else 'not logged'}\n{robin.reading()}"
    )
    if not logged:
        assert UPDATE in _everything(walk), f"{place} loses it\n{robin.reading()}"
    elif place not in MEANT and (before.answers or not _flow(here.flow).gives_way):
        waits = [(each.flow, each.step) for each in (*state.frames, *state.drafts)]
        assert (here.flow, here.step) in waits, f"{place} is gone\n{robin.reading()}"
    assert state.current is None or _asks(walk), robin.reading()


def _flow(name: str) -> flow.Flow[Turn]:
    return next(each for each in flows.FLOWS if each.name == name)


def _is_free(walk: Walk) -> None:
    """Nobody is ever caught in a conversation: a plain word leads out, and what is typed then is kept."""
    walk.robin.says("stop")
    assert walk.state().current is None
    walk.robin.says("a plain closing note")
    assert [e.text for e in walk.robin.entries()].count("a plain closing note") == 1, walk.robin.reading()


def _at(walk: Walk) -> tuple[str, str] | None:
    frame = walk.state().current
    return (frame.flow, frame.step) if frame else None


def _asks(walk: Walk) -> bool:
    """Tell whether the open question is the last thing on the screen, with its buttons good."""
    token = walk.state().token
    return bool(walk.robin.news) and any(_is_of(token, b.press) for b in walk.robin.news[-1].buttons)


def _everything(walk: Walk) -> str:
    """All that is kept of the patient, as text: the archive's data, the words, the conversation."""
    for kept in walk.robin.store():
        parts = (
            kept.history, kept.cases, kept.debriefs, kept.kept_scripts, kept.visits, kept.questions, kept.reminders
        )  # fmt: skip
        told_for = [entry.text for entry in walk.ann.entries()]
        return repr([walk.state(), told_for, *(list(part.all()) for part in parts)])
    return ""
