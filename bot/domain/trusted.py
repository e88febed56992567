"""A trusted person: somebody with an account of their own whom the patient lets see the summary, or also log.

Two accounts never reach into one another. One asks the other by a letter; the patient's own turn looks whether it may
be answered, draws the answer, and writes down that it did.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.domain import journal, patients
from bot.domain.patients import PatientId

Scope = Literal["summary", "log"]
"""What a trusted person may: see the summary screen; "log": also put words into the patient's log."""

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""No letter or digit that is taken for another."""
HALF = 5
"""Characters on each side of the hyphen: 31 ** 10 codes, of which a guesser may try five a day."""
CODE_FOR = timedelta(days=2)
TRIES_FOR = timedelta(days=1)
MOST_TRIES = 5
"""Wrong codes that one account may type within ``TRIES_FOR``."""
MOST_PEOPLE = 5
"""People trusted and codes waiting, together: all of them fit one screen."""
LOOK_AGAIN_AFTER = timedelta(seconds=5)
"""Between two looks of one person; a thumb that trembles asks once."""
LONGEST_NAME = 24

_LINK = re.compile(r"(?:https?://)?(?:t|telegram)\.me/\w+\?start=", re.IGNORECASE)
_CODE = re.compile(rf"([{ALPHABET}]{{{HALF}}})-?([{ALPHABET}]{{{HALF}}})")
_OF_THE_PATIENT = tuple(
    (re.compile(rf"\b(?:{said})\b", re.IGNORECASE), first)
    for said, first in (
        ("(?:she|he) has|they have", "I have"),
        ("(?:she|he) is|they are|(?:she|he)['\u2019]s|they['\u2019]re", "I am"),
        ("(?:she|he) was|they were", "I was"),
        ("she|he|they", "I"),
        ("her|his|their", "my"),
        ("him|them", "me"),
    )
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that waits to be used. ``code_hash`` is keyed: the code itself is nowhere."""

    id: str
    name: str
    scope: Scope
    made_at: datetime
    expires_at: datetime
    code_hash: bytes


@dataclass(frozen=True, slots=True)
class Grant:
    """What the patient allows one person. ``name`` is what the patient calls them."""

    id: str
    holder: PatientId
    name: str
    scope: Scope
    since: datetime
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Trust:
    """The same from the other side: whom this account may ask. It has the grant's id and goes with the grant."""

    id: str
    owner: PatientId
    name: str
    scope: Scope
    since: datetime
    asked_at: datetime | None = None
    album: str = ""
    """The album whose first picture went into that patient's log: the rest of it belongs there as well."""


What = Literal["joined", "looked", "told", "ended"]


@dataclass(frozen=True, slots=True)
class Access:
    """One thing a trusted person did, listed for the patient; ``entry_id`` is what they put in the log."""

    id: str
    at: datetime
    grant_id: str
    name: str
    what: What
    entry_id: str = ""
    album: str = ""
    """The album it came in: the pictures of one are one entry."""


LetterKind = Literal[
    "accept", "look", "tell", "left", "granted", "refused", "screen", "kept", "unkept", "ended"
]
"""To the patient: accept, look, tell, left. To the trusted person: granted, refused, screen, kept, unkept, ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What one account asks or answers another. ``sender`` is set by the post, never by who writes.

    ``about``: the invitation or grant. ``text``: words to log, or a screen drawn by the patient's turn (HTML).
    ``file``: what is to be logged with the words; Telegram's id of it is good for the bot, whoever sent it, so that
    the patient's own turn fetches it. In the answer "kept": the file that went in without words.
    """

    to: PatientId
    kind: LetterKind
    about: str
    sender: PatientId | None = None
    name: str = ""
    scope: Scope = "summary"
    text: str = ""
    file: journal.Attachment | None = None
    album: str = ""
    at: datetime | None = None
    energy: patients.Energy = "full"
    urgent: bool = False
    message_id: int | None = None
    """The message whose button asked; the answer takes its place."""


def new_code() -> str:
    """Make a code like "K7MXQ-2RTBD": a letter and a digit in each half, so that no word looks like one."""
    while True:
        halves = ["".join(secrets.choice(ALPHABET) for _ in range(HALF)) for _ in range(2)]
        if all(_is_mixed(half) for half in halves):
            return "-".join(halves)


def start_link(username: str, code: str) -> str:
    """Give the link that opens the bot and brings the code along; empty where the bot's name is not known.

    What it starts with may have 64 letters, digits, "_" and "-": https://core.telegram.org/bots/features#deep-linking.
    """
    return f"https://t.me/{username}?start={code}" if username else ""


def read_code(text: str) -> str | None:
    """Find the code that a whole message is, however it is written, or its link; None for anything else."""
    found = _CODE.fullmatch(_LINK.sub("", "".join(text.split()), count=1).upper())
    if found is None or not all(_is_mixed(half) for half in found.groups()):
        return None
    return "-".join(found.groups())


def as_patient(text: str) -> str:
    """Put what somebody says of the patient as the patient would say it, to be read: "she has nausea" is theirs."""
    for said, first in _OF_THE_PATIENT:
        text = said.sub(first, text)
    return text


def _is_mixed(half: str) -> bool:
    return any(ch.isdigit() for ch in half) and any(ch.isalpha() for ch in half)
