"""Who the patient is to the bot: how to address, when to write, how much they can read today."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal, NewType

TWELVE_HOURS = {"US", "CA", "AU", "NZ", "IN", "PH", "ZA"}
"""Countries whose English writes 2:15 pm (CLDR 46, timeFormat "h:mm a" of en-*)."""

PatientId = NewType("PatientId", str)
"""16 random hex digits: says nothing about the person on Telegram."""

UNKNOWN_ZONE = "UTC"
"""Where the patient is, until they say so."""

Energy = Literal["full", "low", "foggy"]
ENERGIES: tuple[Energy, ...] = ("full", "low", "foggy")

DEFAULT_CHECKIN = time(19, 0)
DEFAULT_QUIET_START = time(21, 30)
DEFAULT_QUIET_END = time(8, 0)


@dataclass(frozen=True, slots=True)
class Patient:
    """One patient's settings; everything but ``id`` is sealed on disk.

    ``zone`` is an IANA name. ``checkin_at`` and the quiet hours are wall-clock times in that zone;
    ``checkin_at`` None means no check-ins. ``paused_until`` holds back every reminder but urgent ones.
    """

    id: PatientId
    chat_id: int
    joined_at: datetime
    agreed_at: datetime | None = None
    name: str = ""
    locale: str = "en-US"
    zone: str = UNKNOWN_ZONE
    zone_known: bool = False
    country: str | None = None
    energy: Energy = "full"
    checkin_at: time | None = DEFAULT_CHECKIN
    quiet_start: time = DEFAULT_QUIET_START
    quiet_end: time = DEFAULT_QUIET_END
    paused_until: datetime | None = None
    open_lock_screen: bool = False
    """True where the patient chose to see health words in reminders on a locked phone."""
    tone: Literal["soft", "plain", "firm"] | None = None
    """The tone of scripts last chosen; None where none was."""

    @property
    def clock24(self) -> bool:
        """True where the patient's country writes 14:15 rather than 2:15 pm; plain "en" is taken as American."""
        return self.place not in TWELVE_HOURS if self.place else self.locale != "en"

    @property
    def place(self) -> str | None:
        """ISO 3166-1 alpha-2: the country as told, else the region of the phone's language, None where neither is."""
        return self.country or self.locale.partition("-")[2].upper() or None
