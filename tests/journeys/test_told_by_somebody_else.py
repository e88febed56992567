"""Sam may log for Robin: what Sam tells is marked wherever it is listed, and never passes for a word of Robin's."""

import io
import json
import zipfile
from datetime import timedelta

import pytest

from bot.engine import messages
from bot.services import papers
from bot.storage import store
from tests.support.journey import Journey, Patient
from tests.support.trusting import joined

GLAD = "Good to hear from you"


def tells(sam: Patient, words: str) -> None:
    """Have Sam put words into Robin's log."""
    sam.presses("Log for Robin")
    sam.says(words)
    sam.sees("Kept in the log of Robin")


# Whose words they are


def test_what_is_looked_up_says_whose_words_they_are(either_journey: Journey) -> None:
    robin, sam = joined(either_journey, "Also log for me")
    robin.says("nausea 3 after lunch")
    either_journey.wait(minutes=5)
    tells(sam, "she has nausea 6 <again>")
    robin.says("/find how many nausea days")
    robin.presses("The entries")
    listed = robin.news[-1].plain
    assert "Told by my sister: she has nausea 6 <again>" in listed
    assert "nausea 3 after lunch" in listed
    assert listed.count("Told by") == 1
    robin.says("what did I say about nausea")
    assert robin.news[-1].plain.count("Told by my sister: she has nausea 6") == 1
    robin.says("/find what did I say about lunch")
    robin.sees("nausea 3 after lunch")
    robin.does_not_see("Told by")


# Photos and files


RASH = b"what the rash looks like"


def pictures(sam: Patient, *names: str, caption: str = "", album: str = "") -> None:
    """Send pictures, several of them as an album, whose words stand under the first."""
    for name in names:
        sam.journey.files[name] = RASH + name.encode()
        group = {"media_group_id": album} if album else {}
        sam.sends({"photo": [{"file_id": name, "file_size": 30}], "caption": caption, **group})
        caption = ""


def stored(somebody: Patient) -> list[bytes | None]:
    """Give the bytes of all files in a log."""
    files = [file for entry in somebody.entries() for file in entry.attachments]
    return [kept.attachments.get(file.id) for kept in somebody.store() for file in files]


def test_a_photo_sent_while_logging_goes_into_the_patients_log_and_is_marked(either_journey: Journey) -> None:
    robin, sam = joined(either_journey, "Also log for me")
    sam.presses("Log for Robin")
    sam.sees("A photo is fine")
    pictures(sam, "rash-1", caption="she has a rash, itching 6")
    sam.sees("Kept in the log of Robin")
    assert sam.entries() == []
    assert not any(isinstance(each, messages.Fetch) for each in sam.others)
    entry = robin.entries()[-1]
    assert (entry.text, entry.told_by, len(entry.attachments)) == (
        "she has a rash, itching 6",
        "my sister",
        1,
    )
    assert "itching" in {each.name for each in entry.reading.symptoms}
    assert stored(robin) == [RASH + b"rash-1"]
    note = robin.screen[-1]
    assert note.plain == "My sister put something in your log."
    robin.presses("Show it")
    robin.sees("Told by my sister: “she has a rash, itching 6”")
    robin.sees("One file kept with it")
    robin.presses("Undo")
    assert [each.text for each in robin.entries()] == ["migraine 7, took suma"]
    sam.says("my knee hurts 3")
    assert [each.text for each in sam.entries()] == ["my knee hurts 3"]


@pytest.mark.parametrize(
    "sent",
    [
        {"voice": {"file_id": "v", "duration": 3, "file_size": 9}},
        {"document": {"file_id": "d", "file_name": "letter.pdf", "file_size": 9}},
        {
            "document": {
                "file_id": "i",
                "file_name": "visit.ics",
                "mime_type": "text/calendar",
                "file_size": 9,
            }
        },
    ],
    ids=["voice", "file", "calendar"],
)
def test_whatever_is_sent_without_words_is_kept_and_the_way_to_add_them_is_said(
    journey: Journey, sent: dict[str, dict[str, object]]
) -> None:
    robin, sam = joined(journey, "Also log for me")
    sam.presses("Log for Robin")
    sam.sends(sent)
    sam.sees("To add words, press “Log for Robin” first")
    robin.presses("Show it")
    assert "Told by my sister\n" in robin.news[-1].plain
    assert "“" not in robin.news[-1].plain
    tells(sam, "from her doctor")
    assert [(each.told_by, each.text) for each in robin.entries()[1:]] == [
        ("my sister", ""),
        ("my sister", "from her doctor"),
    ]
    assert sam.entries() == []


def test_an_album_is_one_entry_and_one_word_on_each_side(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey, "Also log for me")
    sam.presses("Log for Robin")
    told_before = len(robin.screen)
    said_before = len(sam.screen)
    pictures(sam, "a", "b", "c", caption="her hands", album="album-1")
    assert sam.entries() == []
    assert stored(robin) == [RASH + b"a", RASH + b"b", RASH + b"c"]
    assert len(robin.entries()) == 2
    assert len(robin.screen) == told_before + 1
    assert len(sam.screen) == said_before + 1
    journey.restart()
    pictures(sam, "late", album="album-1")
    assert len(robin.entries()[-1].attachments) == 4
    pictures(sam, "own-1", "own-2", album="album-2")
    assert [len(each.attachments) for each in sam.entries()] == [1, 1]
    robin.presses("Show it")
    robin.presses("Undo")
    pictures(sam, "later", album="album-1")
    assert [len(each.attachments) for each in robin.entries()] == [0, 1]


def test_a_photo_of_danger_brings_the_help_and_is_kept_with_the_patient(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    sam.presses("Log for Robin")
    pictures(sam, "lips", caption="her lips are blue and she can't breathe")
    sam.sees("911")
    sam.sees("Kept in the log of Robin")
    assert robin.entries()[-1].told_by == "my sister"
    assert stored(robin) == [RASH + b"lips"]
    assert not robin.screen[-1].silent
    assert sam.entries() == []


@pytest.mark.parametrize("what", ["words", "a photo"])
def test_what_is_sent_after_the_end_is_in_nobodys_log_and_that_is_said(
    either_journey: Journey, what: str
) -> None:
    robin, sam = joined(either_journey, "Also log for me")
    sam.presses("Log for Robin")
    robin.says("/trusted")
    robin.presses("End it")
    if what == "words":
        sam.says("she has nausea 5")
    else:
        pictures(sam, "rash-1")
    sam.sees("this was not kept")
    assert sam.entries() == []
    assert len(robin.entries()) == 1
    sam.says("she has nausea 5")
    assert len(sam.entries()) == 1, "what is sent once more is Sam's own"


def test_a_photo_that_was_on_its_way_when_it_ended_does_not_arrive(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey, "Also log for me")
    sam.presses("Log for Robin")
    sam.news = []
    end = next(b for s in reversed(robin.screen) for b in s.buttons if "End it" in b.label)
    photo = {"photo": [{"file_id": "rash-1", "file_size": 30}], "caption": "her rash"}
    message = {"message_id": 5000, "from": sam.user, "chat": sam.chat, "date": int(journey.now.timestamp())}
    press = {
        "id": "q",
        "from": robin.user,
        "message": {"message_id": robin.screen[-1].id, "chat": robin.chat, "date": 0},
        "data": end.press,
    }
    ids = journey.update_ids
    journey.intake.accept([{"update_id": next(ids), "callback_query": press}], journey.now)
    journey.intake.accept([{"update_id": next(ids), "message": {**message, **photo}}], journey.now)
    for who in journey.turns.waiting(journey.now):
        journey.turns.handle_each([who], journey.now)
    journey.work()
    assert [each.text for each in robin.entries()] == ["migraine 7, took suma"]
    assert sam.entries() == []
    sam.sees("this was not kept")


def test_who_may_only_look_sends_photos_to_nobody_else(journey: Journey) -> None:
    robin, sam = joined(journey)
    (trust,) = [trust for kept in sam.store() for trust in kept.trusted.trusts.all()]
    sam.press_data(f"/tell_for:{trust.id}", sam.screen[-1])
    pictures(sam, "knee", caption="my knee", album="x")
    pictures(sam, "knee-2", album="x")
    assert [len(each.attachments) for each in sam.entries()] == [1, 1]
    assert not any(each.attachments for each in robin.entries())


def test_the_archive_of_the_patient_has_the_photo_and_whose_it_is(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey, "Also log for me")
    sam.presses("Log for Robin")
    pictures(sam, "rash-1", caption="her rash")
    made = papers.Papers(journey.words)
    with journey.opened.database.read() as connection:
        mine = journey.opened.patients.find(connection, robin.telegram_id)
        assert mine
        opened = journey.opened.patients.open(connection, mine)
        assert opened
        unit = store.Store(opened.scope)
        packed = made.make(unit, opened.patient, messages.Document("export"), journey.now)
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        (name,) = [each for each in archive.namelist() if each.startswith("attachments/")]
        assert archive.read(name) == RASH + b"rash-1"
        entry = json.loads(archive.read("data.json"))["entries"][-1]
    assert entry["told_by"] == "my sister"
    assert entry["attachments"][0]["file"] == name


# Being back after a silence


def test_only_the_patients_own_words_end_a_silence(either_journey: Journey) -> None:
    journey = either_journey
    robin, sam = joined(journey, "Also log for me")
    journey.wait(days=2)
    tells(sam, "she slept badly, nausea 4")
    journey.wait(days=2)
    tells(sam, "she has nausea 5")
    journey.wait(hours=1)
    robin.says("migraine 4")
    robin.sees(GLAD)
    robin.says("migraine 5 now")
    robin.does_not_see(GLAD)


def test_the_check_in_is_glad_of_the_patient_too_whatever_somebody_told_meanwhile(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    journey.wait(days=4)
    tells(sam, "she has nausea 5")
    journey.wait(hours=1)
    robin.says("/checkin")
    robin.presses("Some")
    robin.presses("Skip")
    while not any("Kept" in each.plain for each in robin.news):
        robin.presses("Skip")
    robin.sees(GLAD)


def test_a_note_is_no_silence_where_the_patient_wrote_lately(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    journey.wait(days=2)
    robin.says("tired 5")
    for _ in range(3):
        journey.wait(hours=8)
        tells(sam, "she has nausea 5")
    journey.wait(hours=1)
    robin.says("migraine 4")
    robin.does_not_see(GLAD)
    assert [each.told_by for each in robin.entries()[-4:]] == [*["my sister"] * 3, ""]


def test_somebody_who_never_wrote_is_not_welcomed_back(journey: Journey) -> None:
    robin, sam = joined(journey, "Also log for me")
    robin.presses("Undo")
    tells(sam, "she has nausea 5")
    journey.wait_until(journey.now + timedelta(days=5))
    robin.says("migraine 4")
    robin.does_not_see(GLAD)
