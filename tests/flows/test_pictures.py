"""Trends, large print and the message ahead, told by a patient: words first, pictures when they are sent."""

import json
import struct
from datetime import timedelta

import pytest

from bot.engine import messages
from bot.flows import phone_buttons
from bot.services import papers
from tests.support.journey import Journey, Patient, Shown


def with_a_month(journey: Journey) -> Patient:
    robin = journey.patient()
    today = journey.now
    for days, text in (
        (20, "migraine 7, took rizatriptan"),
        (17, "knee pain 4"),
        (10, "migraine 8"),
        (4, "migraine, fatigue 6"),
        (1, "fatigue 3"),
    ):
        journey.now = today - timedelta(days=days)
        robin.says(text)
    journey.now = today
    robin.others.clear()
    return robin


def sent(robin: Patient) -> list[messages.Document]:
    found = [other for other in robin.others if isinstance(other, messages.Document)]
    robin.others.clear()
    return found


def drawn(journey: Journey, robin: Patient, document: messages.Document) -> tuple[int, int]:
    """Draw it, and give its width and height in pixels."""
    with journey.opened.database.read() as connection:
        patient_id = journey.opened.patients.find(connection, robin.telegram_id)
        opened = journey.opened.patients.open(connection, patient_id) if patient_id else None
        assert opened
        for store in robin.store():
            png = papers.Papers(journey.words).make(store, opened.patient, document, journey.now).content
            assert png.startswith(b"\x89PNG")
            width, height = struct.unpack(">II", png[16:24])
            return width, height
    raise AssertionError


def test_a_trend_is_said_in_words_and_then_drawn_for_a_phone(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("/trends migraine and fatigue")
    robin.sees("Migraine: 3 of 5 logged days. Typical 7, worst 8, on the 2 days with a number.")
    robin.sees("Fatigue: 2 of 5 logged days.")
    robin.sees("It does not show why.")
    picture = sent(robin)[0]
    assert (picture.what, picture.as_photo) == ("trend", True)
    assert "Migraine, Fatigue" in picture.caption
    width, height = drawn(journey, robin, picture)
    assert width == 1080
    assert width + height <= 10_000


def test_what_and_when_are_chosen_by_taps(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("/trends")
    robin.sees("Migraine: 3 of 5")
    robin.presses("Choose what")
    robin.presses("Fatigue")
    robin.presses("Knee pain")
    robin.presses("Show the picture")
    robin.sees("Knee pain: 1 of 5")
    robin.presses("Another time")
    robin.presses("Two weeks")
    robin.sees("Migraine: 2 of 3 logged days.")
    robin.sees("Only 3 logged days, so read it with care.")
    robin.presses("Entries: Migraine")
    robin.sees("Migraine, 1 to 2 of 2")


def test_an_update_in_the_middle_of_choosing_is_kept_and_stop_and_restart_do_no_harm(
    journey: Journey,
) -> None:
    robin = with_a_month(journey)
    robin.says("/trends")
    robin.presses("Choose what")
    kept = len(robin.entries())
    robin.says("migraine 5, nausea 3")
    assert len(robin.entries()) == kept + 1
    robin.sees("What should the picture show?")
    journey.restart()
    robin.presses("Fatigue")
    robin.says("stop")
    robin.says("go on")
    robin.presses("Show the picture")
    robin.sees("Fatigue: 2 of 6")


def test_a_picture_is_asked_for_by_talking(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("chart my migraine since february 15")
    robin.sees("Migraine: 2 of 3 logged days.")
    assert sent(robin)[0].what == "trend"


def test_with_nothing_to_draw_no_picture_is_sent(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/trends")
    robin.sees("Nothing is in your log yet")
    assert not sent(robin)


def test_words_are_shown_large_and_turned_round_and_the_next_ones_follow(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/show")
    robin.presses("I cannot speak well")
    first = sent(robin)[0]
    assert json.loads(first.subject)["text"] == "Please read this. I cannot speak well today."
    assert first.caption == "Please read this. I cannot speak well today."
    robin.says("Where is <b>room</b> 5?")
    second = sent(robin)[0]
    assert second.caption == "Where is &lt;b&gt;room&lt;/b&gt; 5?"
    robin.press_data(second.buttons[0][0].press, robin.screen[-1])
    turned = json.loads(sent(robin)[0].subject)
    assert (turned["text"], turned["turned"]) == ("Where is <b>room</b> 5?", True)
    assert drawn(journey, robin, second) == (1080, 1680)
    robin.presses("That is all")
    robin.sees("Done.")


def test_a_visit_a_script_and_kept_words_are_a_tap_from_large_print(journey: Journey) -> None:
    robin = with_a_month(journey)

    def shown(press: str, on: Shown | None = None) -> str:
        robin.presses(press, on=on)
        return " ".join(phone_buttons.read_sheet(picture.subject).text for picture in sent(robin))

    robin.says("appointment with Dr. Wu on 10 March at 2:15 pm")
    assert "igraine" in shown("Show my phone")
    robin.says("/say")
    robin.press_data("/say:labs_normal:wp", robin.news[-1])
    card = robin.news[-1]
    said = shown("Show it", card)
    assert said.split(". ")[0] in card.plain
    robin.presses("☆ Keep", on=card)
    robin.says("/say my words")
    robin.presses("Write my own")
    robin.says("Please write down that I asked.")
    robin.says("/say my words")
    robin.presses("Please write down")
    assert shown("Show my phone") == "Please write down that I asked."
    robin.says("/show")
    assert shown("speak") == "Please read this. I cannot speak well today."


@pytest.mark.parametrize(
    "text",
    ["لا أستطيع الكلام جيدا اليوم", "אני לא יכול לדבר", "我今天说话不方便。" * 30, "x" * 900, "#*$ \\ 🙂"],
)
def test_any_script_and_any_length_becomes_pictures(journey: Journey, text: str) -> None:
    robin = journey.patient()
    robin.says(f"/show {text}")
    pictures = sent(robin)
    assert 1 <= len(pictures) <= 5
    assert all(drawn(journey, robin, each) == (1080, 1680) for each in pictures)


def test_large_print_of_words_that_are_gone_is_met_kindly(journey: Journey) -> None:
    robin = journey.patient()
    robin.press_data("/show_phone:0000000000000000:kept", robin.screen[-1])
    robin.sees("no longer kept")
    assert not sent(robin)


def test_the_message_ahead_is_whole_lines_within_its_size(journey: Journey) -> None:
    robin = with_a_month(journey)
    robin.says("appt with dr wu march 20 2pm")
    robin.says("/questions Is the dizziness from the propranolol?")
    robin.says("stop")
    for label, size in (("Short", 500), ("Middle", 1000), ("Long", 2000)):
        robin.press_data("/send_ahead", robin.screen[-1])
        robin.presses(label)
        message = robin.screen[-1].plain
        assert len(message) <= size
        assert "Self-reported" in message
        assert "1. Is the dizziness from the propranolol?" in message
        assert not robin.screen[-1].buttons


def test_there_is_nothing_to_send_ahead_before_anything_was_told(journey: Journey) -> None:
    robin = journey.patient()
    robin.press_data("/send_ahead", robin.screen[-1])
    robin.sees("nothing to send yet")
