"""One event of one patient as our flows see it: the engine's turn, with the store and the understanding."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain import errors, explainers, scripts, trusted, urgent
from bot.domain.patients import Patient
from bot.engine import asking, flow
from bot.storage.store import Store
from bot.understanding.reader import PatientReader


@dataclass(frozen=True, slots=True)
class Library:
    """Content that flows look things up in."""

    urgent_numbers: urgent.UrgentNumbers
    scripts: Callable[[], scripts.Catalogue]
    """Read when first asked for: it takes 30 ms, and many a day goes by without."""
    explainers: Callable[[], explainers.Shelf]


def _no_codes(code: str) -> bytes:
    del code
    raise errors.SamesideError("No code is looked up in this turn.")


@dataclass(slots=True, kw_only=True)
class Turn(flow.Turn):
    """``store`` is this patient's, in this turn's transaction; ``new_id`` makes row ids."""

    reads: PatientReader
    store: Store
    library: Library
    new_id: Callable[[], str]
    forgets: bool = False
    """Set by the flow that was told to remove everything: the turn ends with nothing left of the patient."""

    bot_username: str = ""
    """What the bot is called on Telegram, without the @; empty where nobody told."""
    letter: trusted.Letter | None = None
    """What another account wrote to this patient: the event of this turn, where it is no update and no reminder."""
    letters: list[trusted.Letter] = field(default_factory=list)
    """What is to be written to other accounts."""
    code_hash: Callable[[str], bytes] = _no_codes
    """Hashes the code of an invitation, in turns that a patient began."""

    def save_patient(self, patient: Patient) -> None:
        """Store changed settings and go on with them."""
        self.patient = self.store.save_patient(patient)

    def say_moment(self, moment: datetime, *, with_time: bool = True) -> str:
        """Say a UTC moment on the patient's wall clock: weekday, date and time."""
        return asking.say_moment(self, self.local(moment), with_time=with_time)
