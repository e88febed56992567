"""Makes the files a patient asked for at the moment they are sent, from what is stored then."""

import functools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.content import opening, wording
from bot.documents import calendar, fhir, fhir_journal, fhir_sections, page, tables
from bot.domain import errors, page_choices, patients, summary
from bot.engine import messages
from bot.flows import summary_sources
from bot.services import pictures
from bot.services.transports import File
from bot.storage import store

A_MOMENT = timedelta(minutes=1)
"""What was told this very second belongs to a document, also where two clocks differ a little."""
Draw = Callable[[summary.Summary, str, patients.Patient, opening.Says, page_choices.PageChoice], bytes]
Maker = Callable[[store.Store, patients.Patient, datetime, str], File]


class Papers:
    """Knows how to make each kind of document; ``words`` are those of the patient's language, at full length."""

    def __init__(self, words: wording.Wording) -> None:
        self._words = words
        self._makers: dict[str, Maker] = {
            "page": self.page,
            "picture": self.picture,
            "calendar": self.calendar,
            "fhir": self.fhir,
            "table": self.table,
            "export": self.export,
            **pictures.Pictures(words).makers,
        }

    def make(
        self, unit: store.Store, patient: patients.Patient, wanted: messages.Document, now: datetime
    ) -> File:
        """Make one document.

        Raises:
            SamesideError: there is no such kind.

        """
        maker = self._makers.get(wanted.what)
        if maker is None:
            raise errors.SamesideError(f"There is no document called {wanted.what}.")
        return maker(unit, patient, now, wanted.subject)

    def page(self, unit: store.Store, patient: patients.Patient, now: datetime, subject: str = "") -> File:
        """Draw the one-page summary."""
        del subject
        return File(f"summary-{_day(patient, now)}.pdf", self._drawn(page.render, unit, patient, now))

    def picture(self, unit: store.Store, patient: patients.Patient, now: datetime, subject: str = "") -> File:
        """Draw the same as a picture for the chat."""
        del subject
        return File(f"summary-{_day(patient, now)}.png", self._drawn(page.picture, unit, patient, now))

    def _drawn(self, draw: Draw, unit: store.Store, patient: patients.Patient, now: datetime) -> bytes:
        found = summary_sources.gather(unit, patient, now, drawn=True)
        ahead = [found.next_visit] if found.next_visit else []
        choice = summary_sources.choice_for(unit, ahead)
        # A page is filled anew until all of it fits, mostly with the same words.
        says = functools.cache(self._says)
        return draw(found, opening.sentence(found, says), patient, says, choice)

    def calendar(
        self, unit: store.Store, patient: patients.Patient, now: datetime, subject: str = ""
    ) -> File:
        """Write one visit, or all that are planned, as a calendar file."""
        del patient
        one = unit.visits.get(subject) if subject else None
        wanted = [one] if one else unit.visits.planned(now)
        title, with_whom = (
            self._words.text("calendar-visit"),
            self._words.text("calendar-visit-with", whom="{whom}"),
        )
        return File("visits.ics", calendar.visits_to_ics(wanted, now, title=title, title_with=with_whom))

    def fhir(self, unit: store.Store, patient: patients.Patient, now: datetime, subject: str = "") -> File:
        """Write the patient summary for another system."""
        del subject
        told = fhir_sections.Told(
            patient,
            unit.history.all(),
            unit.journal.between(now - fhir_journal.COVERED, now + A_MOMENT),
            unit.visits.planned(now),
        )
        return File(f"summary-{_day(patient, now)}.fhir.json", fhir.write(told, now, self._says))

    def table(self, unit: store.Store, patient: patients.Patient, now: datetime, subject: str = "") -> File:
        """Write the journal as a table."""
        del subject
        return File(f"journal-{_day(patient, now)}.csv", tables.journal_csv(unit.journal.history()))

    def export(self, unit: store.Store, patient: patients.Patient, now: datetime, subject: str = "") -> File:
        """Pack everything that is kept."""
        from bot.services import archive

        del subject
        name, content = archive.build_export(unit, patient, now, self)
        return File(name, content)

    def _says(self, key: str, **values: Any) -> str:
        return self._words.text(key, "full", **values)


def _day(patient: patients.Patient, now: datetime) -> str:
    return now.astimezone(ZoneInfo(patient.zone)).date().isoformat()
