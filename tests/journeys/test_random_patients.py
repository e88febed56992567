"""Random patients do anything in any order; whatever they do, the promises hold.

The pool of texts is ordinary and nasty at once: markup, right-to-left marks, NUL, commands with junk, texts as long as
Telegram lets them be. Every message that leaves is read the way Telegram reads it.
"""

import logging
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot import flows
from bot.channels.simulator import entities
from bot.channels.telegram import sender
from bot.engine import messages
from bot.storage import outbox, tables
from tests.support.journey import Journey, Patient, Shown

MOST_UNITS = 4096
MOST_LABEL = 64
MARKS = ("zebrafish", "quokka")
"""A word that only one of the two patients ever says."""

TEXTS = (
    "migraine 7 again, took suma, slept bad",
    "no fever, nausea 3/10 since this morning",
    "pain 8",
    "11/10",
    "-4",
    "5",
    "²",
    "٣",
    "cardiology with dr wu next tues 2:15",
    "dentist yesterday at 3",
    "remind me to refill on friday",
    "remind me",
    "every day at 9 and 21",
    "tomorrow",
    "at 2:30 am on the 8th of march",
    "31 february",
    "in 99999999999 years",
    "Paris",
    "+05:30",
    "stop",
    "back",
    "skip",
    "go on",
    "help",
    "yes",
    "no",
    "none",
    "same as yesterday",
    "low",
    "foggy",
    "not migraine, tension headache",
    "it was yesterday",
    "6, not 8",
    "chest pain, can't breathe, left arm numb",
    "i want to die",
    "<b>bold</b> & <script>alert(1)</script>",
    "<b>",
    "</b></i>",
    "&lt;b&gt; &amp; &nbsp; &#0; &#x202e;",
    "a < b > c & d \" ' ` * _ [x](y)",
    "{name} { $name } %s %(x)s {{}}",
    "\u202eright to left\u202c \u200f\u061c مرحبا صداع 7",
    "nul \x00 in the middle \x01\x1f",
    " ",
    "\n\n\n",
    "\u2060",
    "🤕" * 300,
    "👩🏽‍⚕️👨‍👩‍👧‍👦🏳️‍🌈",
    "𝔪𝔦𝔤𝔯𝔞𝔦𝔫𝔢 7",
    "\uff21che \uff17 in full width",
    "x" * 4096,
    "&" * 4096,
    "migraine 7, " * 300,
    "pain in my " + "very " * 400 + "sore knee",
    "/start",
    "/start junk \x00 <b>",
    "/log",
    "/log migraine",
    "/checkin",
    "/summary",
    "/visits",
    "/visit",
    "/visit <i>dr</i> next week",
    "/questions",
    "/questions is it safe to take <b>both</b>?",
    "/remind",
    "/remind to call on monday at 25:99",
    "/reminders",
    "/pause",
    "/pause 3 days",
    "/energy",
    "/settings",
    "/urgent",
    "/privacy",
    "/export",
    "/help",
    "/help@sameside_bot now",
    "/nosuchcommand",
    "/",
    "//",
    "/\n",
    "/forget",
)
FLOWS = tuple(flow.name for flow in flows.FLOWS)
SUBJECTS = ("", "x", "0" * 16, "alert:crisis", "a:b:c", "²", "\x00", "held", "ü" * 8)

TRUST = (
    "Invite",
    "my <b>sister</b> & co",
    "See my summary",
    "Also log",
    "End it",
    "Take back",
    "All they did",
)
"""What is pressed, or else typed, about people one trusts; no code is ever used, so that nobody sees another's mark."""

CONTENTS: tuple[dict[str, Any], ...] = (
    {"photo": [{"file_id": "p", "file_size": 9}], "caption": "rash <b>here</b>"},
    {"photo": [{"file_id": "p", "file_size": 9}]},
    {"voice": {"file_id": "v", "duration": 3}},
    {"document": {"file_id": "d", "file_name": "<a>&.pdf", "file_size": 1 << 40}},
    {"sticker": {"file_id": "s", "emoji": "🙂"}},
    {"location": {"latitude": 1.0, "longitude": 2.0}},
    {"poll": {"id": "1", "question": "?"}},
    {"a_kind_of_tomorrow": {"x": [1]}},
    {},
)
UPDATES: tuple[dict[str, Any], ...] = (
    {"edited_message": {"location": {"latitude": 1.0}}},
    {"message_reaction": {"new_reaction": []}},
    {"my_chat_member": {"new_chat_member": {"status": "kicked"}}},
    {"my_chat_member": {"new_chat_member": {"status": "member"}}},
)

ACTIONS = st.one_of(
    st.tuples(st.just("says"), st.sampled_from(TEXTS)),
    st.tuples(st.just("says"), st.sampled_from(TEXTS)),
    st.tuples(st.just("presses"), st.integers(0, 400)),
    st.tuples(st.just("presses"), st.integers(0, 400)),
    st.tuples(st.just("presses"), st.integers(0, 400)),
    st.tuples(st.just("presses_old"), st.integers(0, 4000)),
    st.tuples(
        st.just("forges"),
        st.tuples(st.sampled_from(FLOWS), st.sampled_from(SUBJECTS), st.sampled_from(SUBJECTS)),
    ),
    st.tuples(st.just("edits"), st.tuples(st.integers(0, 50), st.sampled_from(TEXTS))),
    st.tuples(st.just("replies"), st.tuples(st.integers(0, 50), st.sampled_from(TEXTS))),
    st.tuples(st.just("sends"), st.sampled_from(CONTENTS)),
    st.tuples(st.just("update"), st.sampled_from(UPDATES)),
    st.tuples(st.just("waits"), st.sampled_from((1, 60, 3600, 86_400, 9 * 86_400))),
    st.tuples(st.just("sleeps"), st.sampled_from((3600, 3 * 86_400, 400 * 86_400))),
    st.tuples(st.just("jumps"), st.sampled_from((-60, -3600, -2 * 86_400, 5 * 86_400))),
    st.tuples(st.just("trusts"), st.sampled_from(TRUST)),
    st.tuples(st.just("restarts"), st.none()),
)
STEPS = st.lists(st.tuples(st.integers(0, 1), ACTIONS), min_size=25, max_size=50)


class Watched(Journey):
    """A journey in which every message that leaves is looked at first."""

    def _deliver_one(self, connection: Any, head: outbox.Waiting) -> None:
        opened = self.opened.patients.open(connection, head.patient_id)
        assert opened is not None
        message = outbox.body(opened.scope, head.seq, messages.Outgoing)
        if isinstance(message, messages.Say):
            check_say(message)
        super()._deliver_one(connection, head)


def check_say(message: messages.Say) -> None:
    """Read a message as Telegram would; fails where it would be refused."""
    for part in sender.split(message.text):
        text, _ = entities.from_html(part)
        assert text.strip(), f"an empty message: {message.text!r}"
        assert entities.utf16_length(text) <= MOST_UNITS
    for row in message.buttons:
        for button in row:
            assert button.label.strip()
            assert len(button.label) <= MOST_LABEL, button.label
            assert 1 <= len(button.press.encode()) <= messages.MAX_PRESS_BYTES


class Loud(logging.Handler):
    """Fails on anything the bot logs as an error."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            raise AssertionError(f"{record.getMessage()} {record.__dict__.get('error')}")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  the library's name
        del record


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prepared")
    Journey(folder).close()
    return folder


@pytest.fixture(autouse=True)
def loud() -> Iterator[None]:
    handler, logger = Loud(), logging.getLogger("bot")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)


class Story:
    """One run of two random patients."""

    def __init__(self, folder: Path) -> None:
        self.journey = Watched(folder)
        self.people = [self.journey.patient("Ann"), self.journey.patient("Bo")]
        self.sent: list[list[int]] = [[], []]
        self.old: list[list[tuple[Shown, str]]] = [[], []]

    def do(self, who: int, kind: str, what: Any) -> None:
        person = self.people[who]
        person.news, person.others = [], []
        for shown in person.screen:
            self.old[who] += [(shown, button.press) for button in shown.buttons][-3:]
        getattr(self, f"_{kind}")(who, person, what)
        self.check()

    def _says(self, who: int, person: Patient, text: str) -> None:
        self.sent[who].append(person.says(self.marked(who, text)))
        self.answered(person)

    def _presses(self, who: int, person: Patient, number: int) -> None:
        del who
        self._press(person, [(s, b.press) for s in person.screen[-6:] for b in s.buttons], -1 - number)

    def _presses_old(self, who: int, person: Patient, number: int) -> None:
        self._press(person, self.old[who], number)

    def _press(self, person: Patient, buttons: list[tuple[Shown, str]], number: int) -> None:
        if buttons:
            shown, press = buttons[number % len(buttons)]
            person.press_data(press, shown)
            self.answered(person)

    def _forges(self, who: int, person: Patient, what: tuple[str, str, str]) -> None:
        del who
        if person.screen:
            person.press_data("/" + ":".join(what), person.screen[-1])

    def _edits(self, who: int, person: Patient, what: tuple[int, str]) -> None:
        number, text = what
        if self.sent[who]:
            person.edits(self.sent[who][number % len(self.sent[who])], self.marked(who, text))
            self.answered(person)

    def _replies(self, who: int, person: Patient, what: tuple[int, str]) -> None:
        number, text = what
        if person.screen:
            shown = person.screen[-1 - number % len(person.screen)]
            self.sent[who].append(person.says(self.marked(who, text), reply_to=shown))
            self.answered(person)

    def _sends(self, who: int, person: Patient, content: dict[str, Any]) -> None:
        self.sent[who].append(person.sends(content))
        self.answered(person)

    def _update(self, who: int, person: Patient, update: dict[str, Any]) -> None:
        del who
        ((name, body),) = update.items()
        now = int(self.journey.now.timestamp())
        self.journey.take(
            {name: {"message_id": 1, "from": person.user, "chat": person.chat, "date": now, **body}}
        )

    def _waits(self, who: int, person: Patient, seconds: int) -> None:
        del who, person
        self.journey.wait(seconds=seconds)

    def _sleeps(self, who: int, person: Patient, seconds: int) -> None:
        del who, person
        self.journey.sleep_through(seconds=seconds)

    def _jumps(self, who: int, person: Patient, seconds: int) -> None:
        """Set the clock, back or ahead, while nobody looks: nothing else is done at that moment."""
        del who, person
        self.journey.now += timedelta(seconds=seconds)

    def _trusts(self, who: int, person: Patient, what: str) -> None:
        """Do something about people one trusts, where it is on the screen; else begin at its beginning."""
        if not any(what in button.label for shown in person.screen[-3:] for button in shown.buttons):
            what = what if what.startswith("my") else "/trusted"
            self._says(who, person, what)
            return
        person.presses(what)
        self.answered(person)

    def _restarts(self, *_: Any) -> None:
        self.journey.restart()

    @staticmethod
    def marked(who: int, text: str) -> str:
        plain = text[:1] not in {"/", ""} and len(text) > 12
        return f"{text} {MARKS[who]}" if plain else text

    @staticmethod
    def answered(person: Patient) -> None:
        spoken = [m for m in person.others if not isinstance(m, messages.Notice)]
        ended = [f for f in person.journey.farewells if f.chat_id == person.telegram_id]
        asked = any("agree" in b.label for shown in person.screen[-3:] for b in shown.buttons)
        assert person.news or spoken or ended or asked, "no answer at all"

    def check(self) -> None:
        with self.journey.opened.database.read() as connection:
            states = Counter(connection.execute(sa.select(tables.inbox.c.state)).scalars())
        assert not states["pending"], states
        assert not states["failed"], states
        for who, person in enumerate(self.people):
            other = MARKS[1 - who]
            assert not any(other in s.text or any(other in b.label for b in s.buttons) for s in person.screen)

    def end(self) -> None:
        """Whatever happened, a plain message after "stop" is kept."""
        for who, person in enumerate(self.people):
            person.says("/start")
            if person.can_press("agree"):
                person.presses("agree")
            person.says("stop")
            words = f"a plain closing note {who}"
            person.says(words)
            kept = [entry.text for entry in person.entries()]
            assert kept.count(words) == 1, person.reading()
        self.journey.now += timedelta(days=1)


@settings(
    max_examples=8,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
@given(steps=STEPS)
def test_whatever_two_patients_do_the_promises_hold(
    prepared: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, tuple[str, Any]]]
) -> None:
    folder = tmp_path_factory.mktemp("story")
    for file in prepared.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    story = Story(folder)
    try:
        for who, (kind, what) in steps:
            story.do(who, kind, what)
        story.end()
    finally:
        story.journey.close()
