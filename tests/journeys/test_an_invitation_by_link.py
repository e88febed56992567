"""Robin hands Sam a link instead of a code to type: it does what the code does, no more and no less."""

import pytest

from bot.domain import readings, trusted
from bot.understanding import alerts
from tests.support.journey import Journey, Patient
from tests.support.trusting import CODE, LINK, invite


def link_from(robin: Patient, name: str = "my sister") -> str:
    """Have Robin invite somebody; gives the link of the message that is to be handed on."""
    invite(robin, name=name)
    found = LINK.search(robin.sees("Open this link").plain)
    assert found, "nothing that a phone makes a link of"
    return found.group()


def opens(somebody: Patient, link: str) -> None:
    """Tap a link and press Start, as Telegram's apps pass it on to the bot of that name."""
    found = LINK.fullmatch(link)
    assert found
    assert found[1] == somebody.journey.bot_username
    somebody.says(f"/start {found[2]}")


def test_sam_taps_the_link_and_is_in(either_journey: Journey) -> None:
    robin, sam = either_journey.patient("Robin"), either_journey.patient("Sam")
    opens(sam, link_from(robin))
    sam.sees("lets you see their summary")
    assert "Your code was used" in robin.screen[-1].plain


def test_somebody_new_taps_it_agrees_first_and_is_in(either_journey: Journey) -> None:
    robin, sam = either_journey.patient("Robin"), either_journey.patient("Sam", agrees=False)
    opens(sam, link_from(robin))
    sam.does_not_see("lets you see")
    either_journey.restart()
    sam.presses("agree")
    sam.sees("lets you see their summary")


def test_the_link_is_shown_beside_the_same_code(journey: Journey) -> None:
    robin = journey.patient("Robin")
    link_from(robin)
    shown = robin.sees("send it this code").plain
    assert len(set(CODE.findall(shown))) == 1
    assert len(CODE.findall(shown)) == 2


def test_without_a_known_name_there_is_the_code_alone(journey: Journey) -> None:
    robin, sam = journey.patient("Robin"), journey.patient("Sam")
    journey.bot_username = ""
    journey.restart()
    code = invite(robin)
    assert "t.me" not in robin.screen[-1].plain
    sam.says(f"/start {code}")
    sam.sees("lets you see their summary")


@pytest.mark.parametrize("way", ["{}", "http://telegram.me/x?start={}", "t.me/sameside_story_bot?start={} "])
def test_the_link_pasted_into_the_chat_works_as_the_code_does(journey: Journey, way: str) -> None:
    robin, sam = journey.patient("Robin"), journey.patient("Sam")
    link = link_from(robin)
    sam.says(way.format(link if way == "{}" else link.partition("=")[2]))
    sam.sees("lets you see their summary")
    assert sam.entries() == []


def test_a_link_that_was_used_lets_nobody_else_in(either_journey: Journey) -> None:
    robin, sam, ash = (either_journey.patient(name) for name in ("Robin", "Sam", "Ash"))
    link = link_from(robin)
    opens(sam, link)
    opens(ash, link)
    ash.sees("does not work")
    opens(sam, link)
    sam.sees("does not work")
    robin.says("/trusted")
    robin.sees("my sister: sees your summary")
    assert not robin.can_press("Take back")


def test_a_link_that_ran_out_or_was_taken_back_lets_nobody_in(either_journey: Journey) -> None:
    robin, sam = either_journey.patient("Robin"), either_journey.patient("Sam", agrees=False)
    old = link_from(robin)
    opens(sam, old)
    either_journey.wait_until(either_journey.now + trusted.CODE_FOR)
    sam.presses("agree")
    sam.sees("does not work")
    taken = link_from(robin, name="my brother")
    robin.presses("Take back: my brother")
    opens(sam, taken)
    sam.sees("does not work")
    robin.says("/trusted")
    robin.sees("You have let no one see your summary")


def test_robins_own_link_says_whose_it_is_and_stays_good(either_journey: Journey) -> None:
    robin, sam = either_journey.patient("Robin"), either_journey.patient("Sam")
    link = link_from(robin)
    opens(robin, link)
    robin.sees("That code is yours")
    opens(sam, link)
    sam.sees("lets you see their summary")


def test_guessing_by_link_counts_as_guessing(either_journey: Journey) -> None:
    robin, ash = either_journey.patient("Robin"), either_journey.patient("Ash")
    link = link_from(robin)
    head = link.partition("=")[0]
    for _ in range(trusted.MOST_TRIES):
        opens(ash, f"{head}={trusted.new_code()}")
        ash.sees("does not work")
    opens(ash, link)
    ash.sees("enough codes for today")


def test_a_link_in_the_middle_of_a_question_loses_no_answer(journey: Journey) -> None:
    robin, sam = journey.patient("Robin"), journey.patient("Sam")
    link = link_from(robin)
    sam.says("/visits")
    sam.presses("Add")
    opens(sam, link)
    sam.sees("lets you see their summary")
    sam.says("dentist friday 3pm")
    sam.sees("Friday 6 March, 3:00 pm")
    assert sam.entries() == []


def test_a_link_is_read_as_its_code_and_nothing_else_is() -> None:
    for _ in range(500):
        code = trusted.new_code()
        assert trusted.read_code(trusted.start_link("sameside_bot", code)) == code
    for words in (
        "https://t.me/sameside_bot",
        "https://t.me/x?start=hello",
        "see t.me/x?start=K7MXQ-2RTBD please",
    ):
        assert trusted.read_code(words) is None


def test_no_code_is_handed_out_that_would_read_as_a_call_for_help(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the reader of alarms took one for it, an ambulance would be named, and the code not used."""
    robin, sam = journey.patient("Robin"), journey.patient("Sam")
    made = iter(["4FVUG-83DKA", "G7KXH-NWGZ2", "K7MXQ-2RTBD"])
    monkeypatch.setattr(trusted, "new_code", lambda: next(made))
    read = alerts.AlertReader.read

    def easily_alarmed(reader: alerts.AlertReader, text: str) -> readings.Alert:
        return readings.Alert("emergency", "heart") if text[:1] in {"4", "G"} else read(reader, text)

    monkeypatch.setattr(alerts.AlertReader, "read", easily_alarmed)
    assert invite(robin) == "K7MXQ-2RTBD"
    sam.says("k7mxq2rtbd")
    sam.sees("lets you see their summary")
