"""How a conversation is declared: a flow is a name, a start and steps; a step returns where to go.

A step never sends anything and never sees Telegram. It gets the turn and the answer, may read and write through the
turn, and returns the next step, the same one again with a reason, another flow, or done.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic, Protocol, TypeVar
from zoneinfo import ZoneInfo

from bot.domain import markup, patients, readings
from bot.engine import events, inputs, messages

Rows = tuple[tuple[inputs.Choice, ...], ...]
PLAN_DONE = "done"


class Speaks(Protocol):
    """Gives wording by key for a patient's energy; values are escaped."""

    def text(self, key: str, energy: patients.Energy, **values: Any) -> markup.Html:
        """Give the wording of ``key``."""

    def has(self, key: str) -> bool:
        """Tell whether there is wording for ``key``."""


class Reads(Protocol):
    """Understands text for one patient."""

    def update(self, text: str) -> readings.UpdateReading:
        """Read symptoms, medicines and the rest from a quick update."""

    def time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        """Read a text that is meant as a time."""

    def find_time(self, text: str, kind: readings.Kind) -> readings.TimeReading:
        """Find a time inside free text."""

    def alert(self, text: str) -> readings.Alert:
        """Recognise an emergency or a crisis."""


@dataclass(slots=True, kw_only=True)
class Turn:
    """One event of one patient, as flows see it. ``now`` is UTC, ``sent_at`` when the patient sent it."""

    now: datetime
    sent_at: datetime
    patient: patients.Patient
    speaks: Speaks
    reads: Reads
    event: events.Event | None = None
    alert: readings.Alert = field(default_factory=readings.Alert)
    subject: str = ""
    """What the flow was started about: an id, or what was typed behind a command."""
    choice: str = ""
    """The choice in the button that started the flow, where there was one."""
    answers: dict[str, Any] = field(default_factory=dict)
    outgoing: list[messages.Outgoing] = field(default_factory=list)
    """What is to be sent besides the conversation: documents, fetches."""
    flows: AbstractSet[str] = frozenset()
    """The names of all flows there are; set by the engine."""

    def text(self, key: str, **values: Any) -> markup.Html:
        """Give wording by key, shorter where the patient has less energy."""
        return self.speaks.text(key, self.patient.energy, **values)

    def leads(self, key: str, name: str, subject: str = "", choice: str = "") -> tuple[messages.Button, ...]:
        """Make the button labelled by ``key`` that starts the flow ``name``; none where there is no such flow."""
        return (act(self.text(key), name, subject, choice),) if name in self.flows else ()

    def answered(self, step: str) -> inputs.Answer | None:
        """Give what was answered at a step of this flow; None where it was skipped or not reached."""
        kept = self.answers.get(step)
        if kept is None:
            return None
        moment = kept.get("moment")
        return inputs.Answer(**{**kept, "moment": datetime.fromisoformat(moment) if moment else None})

    def choice_rows(self, key: str, ids: Sequence[str], per_row: int = 1) -> Rows:
        """Make choices from the attributes of a wording: ``key.id`` is the label of ``id``.

        ``key-typed.id``, where there is such a wording, lists with commas what is typed for it as well.
        """
        choices = [
            inputs.Choice(name, self.text(f"{key}.{name}"), self._typed_for(key, name)) for name in ids
        ]
        return tuple(tuple(choices[i : i + per_row]) for i in range(0, len(choices), per_row))

    def _typed_for(self, key: str, name: str) -> tuple[str, ...]:
        typed = f"{key}-typed.{name}"
        return tuple(self.text(typed).split(",")) if self.speaks.has(typed) else ()

    @property
    def zone(self) -> ZoneInfo:
        """The patient's zone."""
        return ZoneInfo(self.patient.zone)

    @property
    def local_now(self) -> datetime:
        """The patient's wall clock, naive."""
        return wall_clock(self.now, self.patient.zone)

    def local(self, moment: datetime) -> datetime:
        """Give a UTC moment on the patient's wall clock, naive."""
        return moment.astimezone(self.zone).replace(tzinfo=None)

    def midnight(self, days_ago: int = 0) -> datetime:
        """Give the UTC moment at which a local day began."""
        day = self.local_now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days_ago)
        return day.replace(tzinfo=self.zone).astimezone(self.now.tzinfo)


@dataclass(frozen=True, slots=True)
class Goto:
    """Go on with another step of this flow."""

    step: str
    say: tuple[messages.Say, ...] = ()


@dataclass(frozen=True, slots=True)
class Again:
    """Ask the same again; ``reason`` is wording that says why, kindly and shortly."""

    reason: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """The flow is finished."""

    say: tuple[messages.Say, ...] = ()


@dataclass(frozen=True, slots=True)
class Switch:
    """Go on in another flow, by name; this one is finished."""

    flow: str
    subject: str = ""
    say: tuple[messages.Say, ...] = ()


Next = Goto | Again | Done | Switch


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question: its text and what can be chosen."""

    text: str
    rows: Rows = ()


T = TypeVar("T", bound=Turn)

A_WHILE = timedelta(minutes=30)
"""How long a question is waited for that was opened to look something up or to put it right: one forgets it."""


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """One question of a flow.

    ``to``: the steps or flows it may lead to ("done" for the end); the engine refuses any other, so that the
    diagrams drawn from it are true. ``skip``: where skipping leads, None where it cannot be skipped.
    """

    name: str
    accepts: inputs.Accepts
    to: tuple[str, ...]
    answer: Callable[[T, inputs.Answer], Next]
    ask: Callable[[T], Prompt] | None = None
    skip: str | None = None


@dataclass(slots=True)
class Flow(Generic[T]):
    """A conversation. ``version`` is raised when stored answers of an older one no longer fit."""

    name: str
    version: int = 1
    opens: Callable[[T], Next] | None = None
    to: tuple[str, ...] = ()
    steps: dict[str, Step[T]] = field(default_factory=dict)
    open_to_strangers: bool = False
    """True where it may run before the patient agreed: first contact, urgent help, help."""
    gives_way: bool = False
    """True where the questions matter less than what the patient has to tell: an update sets them aside."""
    waits: timedelta | None = None
    """How long its questions are waited for; after that, what is typed is told anew and answers none of them."""

    def start(self, *, to: tuple[str, ...]) -> Callable[[Callable[[T], Next]], Callable[[T], Next]]:
        """Declare how the flow opens and where that leads."""

        def declare(function: Callable[[T], Next]) -> Callable[[T], Next]:
            self.opens, self.to = function, to
            return function

        return declare

    def step(
        self,
        name: str,
        accepts: inputs.Accepts,
        *,
        to: tuple[str, ...],
        ask: Callable[[T], Prompt] | None = None,
        skip: str | None = None,
    ) -> Callable[[Callable[[T, inputs.Answer], Next]], Callable[[T, inputs.Answer], Next]]:
        """Declare a step; the function takes the answer and returns what comes next."""

        def declare(function: Callable[[T, inputs.Answer], Next]) -> Callable[[T, inputs.Answer], Next]:
            self.steps[name] = Step(name, accepts, to, function, ask, skip)
            return function

        return declare


def wall_clock(moment: datetime, zone: str) -> datetime:
    """Give a UTC moment on the wall clock of an IANA zone, naive."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def act(label: str, flow: str, subject: str = "", choice: str = "") -> messages.Button:
    """Make a button that starts a flow by name, whenever it is pressed, also in a month.

    ``subject`` is an id (or "" where there is none), ``choice`` what the button means to the flow.
    """
    return messages.Button(markup.plain(label), f"/{flow}:{subject}:{choice}".rstrip(":"))
