"""Makes the pictures a patient asked for at the moment they are sent: a trend, words in large print."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.content import wording
from bot.documents import large_print, trend
from bot.domain import errors, patients
from bot.flows import phone_buttons, trend_codes, trend_sources
from bot.services.transports import File
from bot.storage import store


class Pictures:
    """Knows how to draw each kind of picture; ``words`` are those of the patient's language, at full length."""

    def __init__(self, words: wording.Wording) -> None:
        self._words = words

    @property
    def makers(self) -> Mapping[str, Any]:
        """Give the makers by the name of their document."""
        return {"trend": self.trend, "large_print": self.large_print}

    def trend(self, unit: store.Store, patient: patients.Patient, now: datetime, subject: str = "") -> File:
        """Draw one to three things over time.

        Raises:
            SamesideError: the subject does not say what.

        """
        read = trend_codes.read(subject)
        if read is None:
            raise errors.SamesideError("A trend was asked for without saying of what.")
        found = trend_sources.gather(unit, patient, now, read[1])
        return File("trend.png", trend.render(found, self._says, patient.locale))

    def large_print(
        self, unit: store.Store, patient: patients.Patient, now: datetime, subject: str = ""
    ) -> File:
        """Draw words as large as they fit."""
        del unit, now
        sheet = phone_buttons.read_sheet(subject)
        drawn = large_print.render(sheet.text, patient.locale, place=sheet.place, turned=sheet.turned)
        return File("words.png", drawn)

    def _says(self, key: str, **values: Any) -> str:
        return self._words.text(key, "full", **values)
