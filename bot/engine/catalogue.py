"""What the engine is told about a product: its flows, its commands, and where loose text belongs."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic

from bot.engine import flow

URGENT = "urgent"
WELCOME = "welcome"
TOKEN_BYTES = 4


def random_token() -> str:
    """Make the token of one question: six characters, new each time."""
    return secrets.token_urlsafe(TOKEN_BYTES)


@dataclass(frozen=True, slots=True)
class Route:
    """Where a message belongs that is not an answer.

    ``certain`` is True where it can hardly be meant as an answer to a question that takes free text.
    """

    flow: str
    subject: str = ""
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue(Generic[flow.T]):
    """All flows by name, commands to flows, words that mean a command or a way out, and the router.

    ``spoken`` maps a lower-case message to a command's name or to one of "back", "skip", "stop", "help", "go_on".
    ``route`` says where loose text, a file or an edit belongs; None where it cannot tell.
    """

    flows: Mapping[str, flow.Flow[flow.T]]
    commands: Mapping[str, str]
    spoken: Mapping[str, str]
    route: Callable[[flow.T], Route | None]
    new_token: Callable[[], str] = field(default=random_token)
