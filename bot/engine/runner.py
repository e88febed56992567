"""Finds what an event answers: a question, a button of any age, a command, or nothing that was asked.

Safety, consent, stale buttons and an update in the middle of something else are handled here, once, for every
flow, before any step.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic

from bot.engine import asking, conversation, events, flow, inputs, messages, session
from bot.engine.catalogue import URGENT, WELCOME, Catalogue, Route

TELLING = 5
"""Words from which on a message that answers no question is kept, though no symptom is read in it."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an event: messages in order; ``held`` where it must wait for the patient's consent.

    ``urgent`` where somebody in danger is answered, which nothing may leave out.
    """

    outgoing: tuple[messages.Outgoing, ...]
    held: bool = False
    urgent: bool = False


class Runner(Generic[flow.T]):
    """Handles one event of one patient at a time; all state is in the session that is handed in."""

    def __init__(self, catalogue: Catalogue[flow.T]) -> None:
        self._catalogue = catalogue

    def handle(self, turn: flow.T, state: session.Session) -> Result:
        """Handle the turn's event; ``state`` is changed in place."""
        turn.flows = self._catalogue.flows.keys()
        run = _Run(self._catalogue, turn, state)
        held = run.handle()
        return Result((*run.talk.said, *turn.outgoing), held=held, urgent=URGENT in run.talk.begun)

    def begin(self, turn: flow.T, name: str, subject: str = "") -> Result:
        """Start a flow that speaks first (a reminder) without touching what is under way."""
        turn.flows = self._catalogue.flows.keys()
        talk = conversation.Conversation(self._catalogue, turn, session.Session())
        talk.start(name, subject)
        return Result((*talk.said, *turn.outgoing))


class _Run(Generic[flow.T]):
    """One event on its way through the conversation."""

    def __init__(self, catalogue: Catalogue[flow.T], turn: flow.T, state: session.Session) -> None:
        self.catalogue, self.turn, self.state = catalogue, turn, state
        self.talk = conversation.Conversation(catalogue, turn, state)

    def handle(self) -> bool:
        if isinstance(self.turn.event, events.Press):
            self.talk.said.append(messages.Notice(self.turn.event.query_id))
            self.talk.replaces = self.turn.event.message_id
        self._mind_safety()
        if self.turn.patient.agreed_at is None and not self._is_open_to_strangers():
            if self.turn.alert.kind == "none":
                self.talk.start(WELCOME, "held")
            return True
        self._dispatch()
        return False

    def _dispatch(self) -> None:
        match self.turn.event:
            case events.Press(data=data) if data.startswith("/"):
                self._act(data)
            case events.Press(data=data):
                self._press(data)
            case events.Command(name=name, argument=argument):
                self._command(name, argument)
            case events.Text(text=text):
                self._text(text)
            case events.Media(caption=caption) if self._takes_files():
                self.talk.answer(inputs.Answer(text=caption.strip()))
            case events.Media() | events.Edit():
                self._loose(self.catalogue.route(self.turn))
            case events.Unknown():
                self.talk.say(messages.Say(self.turn.text("engine-unknown")))
                self.talk.ask_again()
            case _:
                pass

    def _mind_safety(self) -> None:
        match self.turn.event:
            case events.Text(text=text) if self._spoken(text):
                pass  # "go on" is said to the bot, whatever it means in a sentence
            case events.Text(text=text) | events.Edit(text=text) | events.Media(caption=text) if text:
                self.turn.alert = self.turn.reads.alert(text)
            case events.Command(argument=text) if text:
                self.turn.alert = self.turn.reads.alert(text)
        if self.turn.alert.kind != "none":
            self.state.set_aside()  # nobody in danger owes an answer; "go on" returns to it
            self.talk.start(URGENT, f"alert:{self.turn.alert.kind}")

    def _is_open_to_strangers(self) -> bool:
        match self.turn.event:
            case events.Command(name=name):
                wanted = self.catalogue.commands.get(name, "")
            case events.Press(data=data) if data.startswith("/"):
                wanted = data[1:].partition(":")[0]
            case events.Text(text=text):
                wanted = self.catalogue.commands.get(self._spoken(text), "")
            case _:
                wanted = ""
        found = self.catalogue.flows.get(wanted)
        return found is not None and found.open_to_strangers

    def _spoken(self, text: str) -> str:
        said = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").strip()
        return self.catalogue.spoken.get(said.strip(" .!?") or said, "")

    def _text(self, text: str) -> None:
        if self.turn.alert.kind != "none":
            self._loose(self.catalogue.route(self.turn), ask_again=False)
            return
        word = self._spoken(text)
        if word and self.talk.way_out(word):
            return
        if word in self.catalogue.commands:
            self._command(word, "")
            return
        if self._is_left():
            self.state.set_aside()  # "go on" returns to it
        if self.state.current is None:
            self._loose(self.catalogue.route(self.turn))
        else:
            self._typed_answer(text)

    def _is_left(self) -> bool:
        """Tell whether the open question was left alone for longer than it is waited for."""
        frame, asked_at = self.state.current, self.state.asked_at
        found = self.catalogue.flows.get(frame.flow) if frame else None
        if found is None or found.waits is None or asked_at is None:
            return False
        return self.turn.now - asked_at > found.waits

    def _takes_files(self) -> bool:
        step = self.talk.step() if self.state.current else None
        return step is not None and isinstance(step.accepts, inputs.Words) and step.accepts.files

    def _typed_answer(self, text: str) -> None:
        step = self.talk.step()
        if step is None:
            return
        parsed = step.accepts.parse(
            text, asking.choices_of(step, self.turn, self.talk.frame().flow), self.turn.reads.time
        )
        picked = isinstance(parsed, inputs.Answer) and parsed.choice is not None
        if not (picked or step.accepts.anything):
            route = self.catalogue.route(self.turn)
            if route and route.certain:
                self._loose(route)
                return
        match parsed:
            case inputs.Answer():
                self.talk.answer(parsed)
            case inputs.Unclear(candidates=candidates, has_time=has_time):
                self.talk.ask_which(candidates, has_time=has_time)
            case inputs.Refused(key=key):
                self._refuse(key)

    def _refuse(self, key: str) -> None:
        route = self.catalogue.route(self.turn)
        if route and (route.certain or self._tells_something()):
            self._loose(route)
        else:
            self.talk.ask(reason=self.turn.text(key, **self._scale_values()))

    def _tells_something(self) -> bool:
        """Tell whether what answers no question is worth keeping: what took pains to type is not thrown away."""
        typed = self._typed()
        return not self.turn.reads.update(typed).is_empty or len(typed.split()) >= TELLING

    def _typed(self) -> str:
        return self.turn.event.text if isinstance(self.turn.event, events.Text) else ""

    def _scale_values(self) -> dict[str, int]:
        step = self.talk.step()
        accepts = step.accepts if step else None
        return {"low": accepts.low, "high": accepts.high} if isinstance(accepts, inputs.Scale) else {}

    def _press(self, data: str) -> None:
        token, _, choice = data.partition(":")
        if not self.state.token or token != self.state.token or self.state.current is None:
            self._stale()
            return
        ways = {asking.BACK: "back", asking.SKIP: "skip", asking.STOP: "stop"}
        if choice in ways:
            self.talk.way_out(ways[choice])
        elif self.state.candidates and choice.startswith(asking.CANDIDATE):
            self._candidate(choice.removeprefix(asking.CANDIDATE))
        else:
            self._chosen(choice)

    def _chosen(self, choice: str) -> None:
        step = self.talk.step()
        if step is None:
            return
        offered = asking.choices_of(step, self.turn, self.talk.frame().flow)
        found = next((c for c in offered if c.id == choice), None)
        if found is None:
            self._stale()
            return
        number = int(found.id) if found.id.lstrip("-").isdecimal() else None
        self.talk.answer(inputs.Answer(text=found.label, choice=found.id, number=number))

    def _candidate(self, index: str) -> None:
        if not index.isdecimal() or int(index) >= len(self.state.candidates):
            self._stale()
            return
        chosen, _, has_time = self.state.candidates[int(index)].partition("|")
        self.talk.answer(inputs.Answer(moment=datetime.fromisoformat(chosen), has_time=has_time == "t"))

    def _stale(self) -> None:
        self.talk.replaces = None
        self.talk.say(messages.Say(self.turn.text("engine-stale")))
        self.talk.ask_again()

    def _act(self, data: str) -> None:
        name, _, rest = data[1:].partition(":")
        subject, _, self.turn.choice = rest.partition(":")
        if name in {"go_on", "stop"}:
            self.talk.way_out(name)
        elif name not in self.catalogue.flows:
            self._stale()
        else:
            self._leave_for(name, subject)

    def _command(self, name: str, argument: str) -> None:
        if self.talk.way_out(name):
            return
        wanted = self.catalogue.commands.get(name)
        if wanted is None:
            self.talk.say(messages.Say(self.turn.text("engine-no-command")))
            self.talk.ask_again()
        else:
            self._leave_for(wanted, argument)

    def _leave_for(self, name: str, subject: str) -> None:
        """Start what was asked for by name; a flow that asks sets what was under way aside as a draft."""
        before, self.state.frames = self.state.frames, []
        token, candidates = self.state.token, self.state.candidates
        self.talk.start(name, subject)
        if not self.state.frames:
            self.state.frames, self.state.token, self.state.candidates = before, token, candidates
            return
        started, self.state.frames = self.state.frames, before
        kept_token, kept = self.state.token, self.state.candidates
        self.state.set_aside()
        self.state.frames, self.state.token, self.state.candidates = started, kept_token, kept

    def _loose(self, route: Route | None, *, ask_again: bool = True) -> None:
        """Hand on what is not an answer, then come back to the question that was open."""
        if route is None:
            self.talk.ask(reason=self.turn.text("engine-lost")) if self.state.current else self.talk.say(
                messages.Say(self.turn.text("engine-lost"))
            )
            return
        if self._gives_way():
            self.state.set_aside()
        open_before = len(self.state.frames)
        self.talk.start(route.flow, route.subject)
        if open_before and len(self.state.frames) == open_before and ask_again:
            self.talk.ask_again()

    def _gives_way(self) -> bool:
        frame = self.state.current
        found = self.catalogue.flows.get(frame.flow) if frame else None
        return found is not None and found.gives_way
