"""Ash tries to reach what Robin told: with Robin's buttons, message numbers, ids, links and files. Nothing opens.

Robin's words hold a mark that nobody else ever says. Whatever Ash does, the mark is in nothing Ash is sent, and
nothing of Robin's changes by a byte.
"""

import itertools
import random
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from bot import flows
from bot.engine import messages
from bot.storage import tables
from tests.support.journey import Journey, Patient

MARK = "zebracorn"
SEED = 20_260_302
TRIES = 80
PRESSED = 60


def _lived(journey: Journey) -> Patient:
    robin = journey.patient(f"Robin {MARK}")
    for text in (
        f"{MARK} pain 7, took 50 suma",
        f"cardiology with dr {MARK} on march 20 at 2:15pm",
        f"remind me to buy {MARK} cream tomorrow at 9am",
        f"/questions is it safe to take {MARK}?",
        f"insurance denied my {MARK} scan, ref 8841",
    ):
        robin.says(text)
        robin.says("stop")
    robin.sends_photo(f"{MARK} rash")
    for command in ("/visits", "/questions", "/reminders", "/summary", "/settings", "/history", "/cases"):
        robin.says(command)
        robin.says("stop")
    journey.wait(days=1)
    return robin


def _rows(journey: Journey, patient: Patient) -> dict[str, list[Any]]:
    """Everything of a patient as it lies there, without what time alone changes."""
    with journey.opened.database.read() as connection:
        mine = journey.opened.patients.find(connection, patient.telegram_id)
        found = {}
        for table in tables.metadata.sorted_tables:
            key = table.c.id if table is tables.patients else table.c.get("patient_id")
            if key is not None:
                query = sa.select(table).where(key == mine).order_by(*table.primary_key.columns)
                found[table.name] = [tuple(row) for row in connection.execute(query)]
    return found


def _ids(journey: Journey, patient: Patient) -> list[str]:
    rows = _rows(journey, patient)
    return sorted({str(v) for each in rows.values() for row in each for v in row if isinstance(v, str)})


def _seen(patient: Patient) -> str:
    texts = [s.text + "".join(b.label + b.press for b in s.buttons) for s in patient.screen]
    return " ".join([*texts, *(str(other) for other in patient.others)])


@pytest.fixture
def two(journey: Journey) -> tuple[Patient, Patient]:
    robin = _lived(journey)
    ash = journey.patient("Ash")
    ash.says("nausea 3")
    return robin, ash


def _presses(robin: Patient) -> list[str]:
    """The data of every button Robin was ever shown, with their tokens."""
    return sorted({button.press for shown in robin.screen for button in shown.buttons})


def _forged(ids: list[str], chance: random.Random) -> Iterator[str]:
    """Press data nobody was ever shown: any flow, with any of Robin's ids in any place."""
    names = [flow.name for flow in flows.FLOWS]
    for _ in range(TRIES):
        about = chance.choice(ids)
        choice = chance.choice(["", "yes", "remove", "show", "delete", "0", "page", about])
        data = "/" + ":".join(
            (chance.choice(names), *chance.choice([(about,), (about, choice), (choice, about)]))
        )
        if len(data.encode()) <= messages.MAX_PRESS_BYTES:
            yield data


def test_no_button_token_reply_link_or_id_of_another_reaches_a_patients_data(
    journey: Journey, two: tuple[Patient, Patient]
) -> None:
    robin, ash = two
    chance = random.Random(SEED)
    ids, before = _ids(journey, robin), _rows(journey, robin)
    assert len(ids) > 10
    assert MARK in _seen(robin)
    for data in itertools.chain(chance.sample(_presses(robin), PRESSED), _forged(ids, chance)):
        ash.press_data(data, chance.choice(robin.screen))
    for shown in robin.screen[::2]:
        ash.says(chance.choice(["7 of 10", "no, 6", "undo", "?"]), reply_to=shown)
    for about in chance.sample(ids, 10):
        ash.says(f"/start {about}")
        ash.says(f"/{chance.choice(list(flows.COMMANDS))} {about}")
    for number in range(1, 60, 5):
        ash.edits(number, "changed by somebody else")
    assert MARK not in _seen(ash)
    assert _rows(journey, robin) == before


def test_a_file_id_of_another_brings_only_what_telegram_gives_the_sender(
    journey: Journey, two: tuple[Patient, Patient]
) -> None:
    robin, ash = two
    before = _rows(journey, robin)
    ash.sends_photo("look")  # the very file_id of Robin's photo
    ash.says("/export")
    (mine,) = [e for e in ash.entries() if e.attachments]
    theirs = [e for e in robin.entries() if e.attachments]
    assert not {a.id for a in mine.attachments} & {a.id for e in theirs for a in e.attachments}
    for kept in ash.store():
        assert kept.attachments.get(theirs[0].attachments[0].id) is None
        assert kept.journal.get(theirs[0].id) is None
    assert _rows(journey, robin) == before


def test_who_forges_the_sender_in_the_body_is_who_telegram_says(journey: Journey) -> None:
    robin, ash = journey.patient("Robin"), journey.patient("Ash")
    forwarded = {"text": f"{MARK} pain 7", "forward_origin": {"type": "user", "sender_user": robin.user}}
    ash.sends({**forwarded, "reply_to_message": {"message_id": 1, "from": robin.user, "chat": robin.chat}})
    assert robin.entries() == []
    assert len(ash.entries()) == 1
