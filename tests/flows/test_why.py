"""Why it is like this: every page can be found and shown, and the line stands on each."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.channels.simulator import entities
from bot.content import explainers as content
from bot.content import loader, words_requests
from bot.domain import errors, patients, scripts
from bot.flows import explainer_cards, words_request
from bot.flows.turn import Turn
from tests.support.journey import Journey

SHELF = content.load_explainers()
LONGEST_MESSAGE = 3500


@pytest.fixture
def turn(journey: Journey) -> Iterator[Turn]:
    robin = journey.patient()
    people = journey.opened.patients
    with journey.opened.database.write() as connection:
        patient_id = people.find(connection, robin.telegram_id)
        assert patient_id
        opened = people.open(connection, patient_id)
        assert opened
        yield journey.turns._maker.make(opened, journey.now, journey.now)


@pytest.mark.parametrize("energy", patients.ENERGIES)
def test_every_page_fits_and_says_where_the_line_is(turn: Turn, energy: patients.Energy) -> None:
    turn.patient = replace(turn.patient, energy=energy)
    for each in SHELF.explainers:
        for more in (False, True):
            say = explainer_cards.card(turn, each, more=more)
            shown, _ = entities.from_html(say.text)
            assert len(say.text) <= LONGEST_MESSAGE
            assert each.line in shown
            assert each.title in shown
            labels = [button.label for row in say.buttons for button in row]
            assert "What can I say" in labels
            assert ("Urgent numbers" in labels) == (each.barriers == (scripts.HARM,))


def test_short_and_more_together_leave_nothing_out(turn: Turn) -> None:
    energies: tuple[patients.Energy, ...] = ("full", "low", "foggy")
    for energy in energies:
        turn.patient = replace(turn.patient, energy=energy)
        for each in SHELF.explainers:
            both = "".join(
                entities.from_html(explainer_cards.card(turn, each, more=more).text)[0]
                for more in (False, True)
            )
            assert all(part in both for part in (*each.short, each.more or "")), (each.id, energy)


def test_every_page_is_found_by_what_people_call_it() -> None:
    topics = words_requests.load().topics
    assert set(topics.values()) == {each.id for each in SHELF.explainers}
    for phrase, name in topics.items():
        assert words_request.topic_of(f"so why {phrase} today") == name


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("why does prior auth exist", "What a prior auth is"),
        ("Why do doctors type so much?", "Why they type so much"),
        ("what is a formulary", "The plan's list of drugs"),
        ("why is my referral taking so long", "A lost or slow referral"),
        ("how come nobody answers the phone there", "Too few people"),
    ],
)
def test_a_question_in_words_finds_its_page(journey: Journey, asked: str, title: str) -> None:
    robin = journey.patient()
    robin.says(asked)
    robin.sees(title)
    robin.says(f"/why {asked}")
    robin.sees(title)


def test_the_pages_turn_round_and_hold_every_topic(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/why")
    seen: list[str] = []
    while (labels := [b.label for b in robin.news[-1].buttons])[0] not in seen:
        topics = [label for label in labels if label not in {"More", "Stop"} and "Back" not in label]
        assert len(topics) <= 8
        seen += topics
        robin.presses("More")
    assert seen == [each.title for each in SHELF.explainers]


def test_a_question_nobody_foresaw_gets_a_way_on(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("/why is the sky blue")
    robin.sees("no page on that yet")
    robin.says("they denied my scan")
    robin.sees("Insurance said no")


def test_a_topic_without_an_explainer_is_named_by_file_and_line(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("content")
    source = loader.HOME / "en"
    (home / "xx" / "explainers").mkdir(parents=True)
    text = (source / "words_requests.yaml").read_text(encoding="utf-8")
    (home / "xx" / "words_requests.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(loader, "HOME", home)
    with pytest.raises(errors.ContentError, match=r"words_requests\.yaml.*insurance_denial"):
        words_requests.load("xx")
