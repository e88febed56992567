"""What a person can do on the simulated phone, and what no phone would let them do."""

from datetime import UTC, datetime

import pytest

from bot.channels.simulator import files, refusals
from bot.channels.simulator.account import Change, Chat
from bot.channels.simulator.telegram import SimulatedTelegram
from tests.channels.simulator.echo import MovableClock, png


def test_ids_of_messages_begin_anew_in_every_chat(simulation: SimulatedTelegram) -> None:
    robin, sam = simulation.join("Robin"), simulation.join("Sam")
    assert simulation.send_text(robin, "a")["message_id"] == simulation.send_text(sam, "b")["message_id"] == 1
    assert robin.id != sam.id
    assert min(robin.id, sam.id) > 2**32


def test_a_message_has_the_time_of_the_movable_clock_or_the_one_given(
    simulation: SimulatedTelegram, clock: MovableClock, robin: Chat
) -> None:
    clock.move(days=3)
    assert simulation.send_text(robin, "now")["date"] == clock.time.timestamp()
    earlier = datetime(2026, 2, 1, 8, tzinfo=UTC)
    assert simulation.send_text(robin, "offline", at=earlier)["date"] == earlier.timestamp()


def test_a_text_too_long_for_one_message_is_cut_as_the_apps_do(
    simulation: SimulatedTelegram, robin: Chat
) -> None:
    simulation.send_text(robin, "🙂" * 5000)
    assert [len(m["text"]) for m in simulation.messages(robin)[1:]] == [2048, 2048, 904]


def test_control_characters_and_halves_of_characters_do_not_arrive(
    simulation: SimulatedTelegram, robin: Chat
) -> None:
    assert simulation.send_text(robin, "a\r\nb\tc\x00d \ud83d")["text"] == "a\nb c d ?"


def test_nobody_presses_a_button_that_is_not_there(simulation: SimulatedTelegram, robin: Chat) -> None:
    with pytest.raises(refusals.ImpossibleError):
        simulation.press(robin, 1, "yes")


def test_nobody_edits_what_the_bot_said_or_what_is_too_old(
    simulation: SimulatedTelegram, clock: MovableClock, robin: Chat
) -> None:
    said = simulation.send_text(robin, "a")["message_id"]
    clock.move(hours=49)
    with pytest.raises(refusals.ImpossibleError, match="48 hours"):
        simulation.edit_text(robin, said, "b")
    with pytest.raises(refusals.ImpossibleError):
        simulation.edit_text(robin, 99, "b")


def test_who_has_blocked_the_bot_cannot_write_to_it(simulation: SimulatedTelegram, robin: Chat) -> None:
    simulation.block(robin)
    with pytest.raises(refusals.ImpossibleError, match="Unblock"):
        simulation.send_text(robin, "hello")


@pytest.mark.parametrize("nothing", ["", "  \n"])
def test_nothing_cannot_be_sent_and_nobody_has_no_name(
    simulation: SimulatedTelegram, robin: Chat, nothing: str
) -> None:
    with pytest.raises(refusals.ImpossibleError):
        simulation.send_text(robin, nothing)
    with pytest.raises(refusals.ImpossibleError):
        simulation.join(nothing)


def test_pictures_voices_files_and_stickers_have_telegrams_forms(
    simulation: SimulatedTelegram, robin: Chat
) -> None:
    photo = simulation.send_photo(robin, png(60, 40), "my hand")
    assert (photo["photo"][-1]["width"], photo["caption"]) == (60, "my hand")
    assert simulation.send_voice(robin, b"OggS", 4)["voice"]["duration"] == 4
    assert simulation.send_document(robin, "a.ics", b"BEGIN")["document"]["file_name"] == "a.ics"
    assert simulation.send_sticker(robin, "🙂")["sticker"]["emoji"] == "🙂"
    with pytest.raises(refusals.ImpossibleError):
        simulation.send_photo(robin, b"text")


def test_a_message_handed_out_cannot_change_the_chat(simulation: SimulatedTelegram, robin: Chat) -> None:
    simulation.messages(robin)[0]["text"] = "changed"
    assert simulation.messages(robin)[0]["text"] == "/start"


def test_a_listener_hears_every_change_until_it_stops(simulation: SimulatedTelegram) -> None:
    heard: list[Change] = []
    stop = simulation.listen(heard.append)
    robin = simulation.join("Robin")
    simulation.send_text(robin, "/start")
    assert [change.kind for change in heard] == ["chat", "chat", "message"]
    stop()
    simulation.send_text(robin, "more")
    assert len(heard) == 3


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (png(31, 17), (31, 17)),
        (b"GIF89a" + bytes((44, 1, 200, 0)), (300, 200)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x64\x00\xc8\x03" + bytes(9), (200, 100)),
        (b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + bytes((99, 0, 0, 49, 0, 0)), (100, 50)),
        (b"\xff\xd8\xff", None),
        (b"%PDF-1.7", None),
    ],
)
def test_images_are_measured_by_their_first_bytes(content: bytes, size: tuple[int, int] | None) -> None:
    assert files.image_size(content) == size
