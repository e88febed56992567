"""Moves a conversation: the step says where to go, the next question is drawn, and there is always a way out.

Back, skip, stop, drafts and a question that a newer version of the program changed are handled here, once, for
every flow.
"""

from dataclasses import asdict
from datetime import datetime
from typing import Generic

import msgspec

from bot.domain import errors
from bot.engine import asking, flow, inputs, messages, session
from bot.engine.catalogue import Catalogue

MAX_HOPS = 12
"""Flows that may hand on to one another within one turn; more is a circle."""


class Conversation(Generic[flow.T]):
    """One patient's conversation during one turn: ``state`` is changed in place, ``said`` grows."""

    def __init__(self, catalogue: Catalogue[flow.T], turn: flow.T, state: session.Session) -> None:
        self.catalogue, self.turn, self.state = catalogue, turn, state
        self.said: list[messages.Outgoing] = []
        self.replaces: int | None = None
        self.begun: set[str] = set()

    # Ways out

    def way_out(self, word: str) -> bool:
        """Go back, skip, stop or go on, where ``word`` says so; tell whether it did."""
        match word:
            case "stop":
                self._stop()
            case "back" if self.state.current:
                self._back()
            case "skip" if self.state.current:
                self._skip()
            case "go_on":
                self._go_on()
            case _:
                return False
        return True

    def _stop(self) -> None:
        if self.state.current is None:
            self.say(messages.Say(self.turn.text("engine-nothing-to-stop")))
            return
        answered = any(frame.answers for frame in self.state.frames)
        self.state.set_aside()
        self.say(
            messages.Say(
                self.turn.text("engine-stopped-kept" if answered else "engine-stopped"),
                buttons=((flow.act(self.turn.text("engine-go-on"), "go_on"),),) if answered else (),
            )
        )

    def _back(self) -> None:
        frame = self.frame()
        if self.state.candidates or not frame.trail:
            self.state.candidates = []
        else:
            frame.step = frame.trail.pop()
        self.ask()

    def _skip(self) -> None:
        step = self.step()
        if step is None:
            return
        if step.skip is None:
            self.ask(reason=self.turn.text("engine-no-skip"))
            return
        frame = self.frame()
        frame.answers.pop(step.name, None)
        if step.skip == flow.PLAN_DONE or step.skip not in self.catalogue.flows[frame.flow].steps:
            self.answer(inputs.Answer(choice=asking.SKIP), keep=False)
        else:
            self._go(flow.Goto(step.skip), (step.skip,))

    def _go_on(self) -> None:
        if self.state.current:
            self.ask()
        elif self.state.drafts:
            self.state.frames = [self.state.drafts.pop(0)]
            if self.step() is not None:
                self.ask()
        else:
            self.say(messages.Say(self.turn.text("engine-nothing-to-go-on")))

    # Moving through flows

    def start(self, name: str, subject: str = "") -> None:
        """Open a flow on top of whatever is under way and follow it until it asks or ends."""
        if len(self.state.frames) >= session.MAX_FRAMES:
            self.state.set_aside()
        found = self.catalogue.flows[name]
        if found.opens is None:
            raise errors.SamesideError(f"The flow {name} does not say how it opens.")
        frame = session.Frame(name, found.version, subject, answers={}, trail=[])
        self.state.frames.append(frame)
        self.begun.add(name)
        self._enter(frame)
        self._go(found.opens(self.turn), found.to)

    def answer(self, answer: inputs.Answer, *, keep: bool = True) -> None:
        """Give the answer to the step that waits, and follow where it leads."""
        frame, step = self.frame(), self.step()
        if step is None:
            return
        self.state.candidates = []
        if keep:
            kept = {name: value for name, value in asdict(answer).items() if value not in ("", None, False)}
            frame.answers[step.name] = msgspec.to_builtins(kept)
        self._go(step.answer(self.turn, answer), step.to)

    def _go(self, to: flow.Next, declared: tuple[str, ...]) -> None:
        for _ in range(MAX_HOPS):
            frame = self.frame()
            self._hold_to(to, declared, frame)
            match to:
                case flow.Goto(step=step, say=say):
                    self.say(*say)
                    self._step_to(frame, step)
                    self.ask()
                    return
                case flow.Again(reason=reason, values=values):
                    self.ask(reason=self.turn.text(reason, **values))
                    return
                case flow.Done(say=say):
                    self.say(*say)
                    self._finish(frame)
                    return
                case flow.Switch(flow=name, subject=subject, say=say):
                    self.say(*say)
                    self.state.frames.pop()
                    self.state.drop_draft(frame.flow)
            found = self.catalogue.flows[name]
            self.state.frames.append(session.Frame(name, found.version, subject, answers={}, trail=[]))
            self._enter(self.frame())
            if found.opens is None:
                raise errors.SamesideError(f"The flow {name} does not say how it opens.")
            to, declared = found.opens(self.turn), found.to
        raise errors.SamesideError("Flows hand on to one another in a circle.")

    def _step_to(self, frame: session.Frame, step: str) -> None:
        """Go to a step; one that was passed before is a way back to it, not one more step away from the start."""
        if step in frame.trail:
            frame.trail = frame.trail[: frame.trail.index(step)]
        elif frame.step and frame.step != step:
            frame.trail.append(frame.step)
        frame.step = step

    def _hold_to(self, to: flow.Next, declared: tuple[str, ...], frame: session.Frame) -> None:
        match to:
            case flow.Goto(step=target) | flow.Switch(flow=target):
                pass
            case flow.Done():
                target = flow.PLAN_DONE
            case flow.Again():
                return
        if target not in declared:
            raise errors.SamesideError(f"{frame.flow}.{frame.step or 'start'} leads to {target}, undeclared.")

    def _finish(self, frame: session.Frame) -> None:
        self.state.frames.pop()
        self.state.token, self.state.candidates = "", []
        self.state.drop_draft(frame.flow)
        if self.state.current is not None and frame.step:
            self.ask_again()

    def _enter(self, frame: session.Frame) -> None:
        self.turn.subject, self.turn.answers = frame.subject, frame.answers

    def frame(self) -> session.Frame:
        """Give the frame that waits for an answer."""
        frame = self.state.current
        if frame is None:
            raise errors.SamesideError("There is no conversation under way.")
        return frame

    def step(self) -> flow.Step[flow.T] | None:
        """Find the step that waits; one that a newer version no longer has starts over, kindly, with a word."""
        frame = self.frame()
        self._enter(frame)
        found = self.catalogue.flows.get(frame.flow)
        step = found.steps.get(frame.step) if found and found.version == frame.version else None
        if step is None:
            self.state.frames.pop()
            self.say(messages.Say(self.turn.text("engine-changed")))
            if found:
                self.start(frame.flow, frame.subject)
            else:
                self.ask_again()
        return step

    # What is said

    def ask(self, reason: str = "") -> None:
        """Ask what the conversation waits for; ``reason`` says first why it is asked again."""
        step = self.step()
        if step is None:
            return
        self.state.token, self.state.candidates = self.catalogue.new_token(), []
        self.state.asked_at = self.turn.now
        self.say(asking.question(step, self.turn, self.frame(), self.state.token, reason))

    def ask_again(self) -> None:
        """Come back to the open question, where there is one."""
        if self.state.current is not None:
            self.ask()

    def ask_which(self, candidates: tuple[datetime, ...], *, has_time: bool) -> None:
        """Ask which of several moments was meant."""
        self.state.token, self.state.asked_at = self.catalogue.new_token(), self.turn.now
        mark = "t" if has_time else "d"
        self.state.candidates = [f"{moment.isoformat()}|{mark}" for moment in candidates]
        self.say(asking.which(self.turn, candidates, self.state.token, with_time=has_time))

    def say(self, *says: messages.Say) -> None:
        """Add messages; after a press, the first takes the place of the message the button was under."""
        for say in says:
            shown = say
            if self.replaces is not None and say.replaces is None and not say.keyboard:
                shown = msgspec.structs.replace(say, replaces=self.replaces)
                self.replaces = None
            self.said.append(shown)
