"""What the sender asks of the place where messages go, and how that place says that one did not arrive."""

from dataclasses import dataclass
from typing import Protocol

from bot.domain import errors
from bot.engine import messages


class LaterError(errors.SamesideError):
    """Telegram asked to wait, or did not answer; ``seconds`` says how long, None where it did not say."""

    def __init__(self, seconds: float | None = None) -> None:
        self.seconds = seconds
        super().__init__("Telegram asks to wait.")


class BlockedError(errors.SamesideError):
    """The patient blocked the bot or deleted the account."""


class RefusedError(errors.SamesideError):
    """Telegram will never take this message; ``kind`` names why without its words."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"Telegram refused a message ({kind}).")


@dataclass(frozen=True, slots=True)
class File:
    """A file to send, made when it is sent."""

    name: str
    content: bytes


class Transport(Protocol):
    """Where messages go: Telegram, or the simulator that stands in for it."""

    async def room(self) -> int:
        """Wait until a message may go, and tell how many may at once."""

    async def send(self, chat_id: int, message: messages.Outgoing, file: File | None) -> int | None:
        """Send one message; give the id Telegram gave it."""

    async def fetch(self, file_id: str) -> bytes:
        """Fetch the bytes of a file a patient sent."""
