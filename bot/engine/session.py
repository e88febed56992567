"""Where a conversation stands, as data: a stack of frames, drafts of what was stopped, the token of the question.

Telegram keeps a keyboard clickable for ever; the token tells a press of today's question from one of last month.
"""

from datetime import datetime
from typing import Any

import msgspec

MAX_DRAFTS = 5
MAX_FRAMES = 4


class Frame(msgspec.Struct):
    """One flow under way: the step it waits at, what was answered so far, the steps behind it."""

    flow: str
    version: int
    subject: str = ""
    step: str = ""
    answers: dict[str, Any] = {}
    trail: list[str] = []


class Session(msgspec.Struct):
    """The conversation of one patient; the last frame is the one that asks."""

    frames: list[Frame] = []
    drafts: list[Frame] = []
    token: str = ""
    asked_at: datetime | None = None
    """When the open question was asked (UTC)."""
    candidates: list[str] = []
    """ISO local times offered after an unclear answer."""

    @property
    def current(self) -> Frame | None:
        """The frame that waits for an answer."""
        return self.frames[-1] if self.frames else None

    def set_aside(self) -> None:
        """Keep what is under way as a draft: the latest one first, one a flow and subject."""
        for frame in self.frames:
            if frame.answers:
                others = [d for d in self.drafts if (d.flow, d.subject) != (frame.flow, frame.subject)]
                self.drafts = [frame, *others][:MAX_DRAFTS]
        self.frames = []
        self.token, self.candidates = "", []

    def drop_draft(self, flow: str) -> None:
        """Forget the drafts of a flow that was finished."""
        self.drafts = [draft for draft in self.drafts if draft.flow != flow]
