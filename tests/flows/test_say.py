"""The cards of words, all of them: they fit, they are safe to show, their buttons lead somewhere, harm stays harm."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import flows
from bot.channels.simulator import entities
from bot.content import reading, rules, wording
from bot.content import scripts as content
from bot.domain import markup, patients, scripts, visits
from bot.engine import messages
from bot.flows import blanks, script_buttons, script_cards, script_finding, words_request
from bot.flows.turn import Turn
from tests.support.journey import Journey

LONGEST_MESSAGE = 3500
WIDEST_LABEL = 30
CATALOGUE = content.load_scripts()
WORDS = wording.Wording()
NAMES = {each.name for each in flows.FLOWS}
NASTY = '<b>Dr & "Wu"</b> ' * 20

UPDATES = (
    "migraine 7 again, took suma, slept bad",
    "why does my leg tingle?",
    "why me today",
    "how do i tell if it's a migraine?",
    "pain 8, what do i say to my boss",
    "i stopped topiramate, how do i tell my doctor",
    "what is wrong with my hands",
    "the pharmacy was closed, walked home, knees sore",
    "told my doctor about the rash",
    "say hi to the rash again",
    "explained it all twice, worn out",
)
FOR_WORDS = (
    "what do I say when they say my labs are normal",
    "how do I tell my doctor the pills cost too much",
    "they denied my scan. What can I say?",
    "I don\N{RIGHT SINGLE QUOTATION MARK}t know what to say to the insurance",
    "help me ask for a second opinion",
    "so, how do i push back on step therapy",
    "How can I explain brain fog and fatigue to my doctor",
)
FOR_WHY = (
    "why does prior auth exist",
    "What is step therapy?",
    "why are visits so short",
    "explain formularies",
)


@pytest.fixture
def turn(journey: Journey) -> Iterator[Turn]:
    """A turn of a patient who logged a medicine and has a visit with a nasty name."""
    robin = journey.patient()
    for text in ("took topiramate, migraine 6", "took topiramate, migraine 5", "took ibuprofen"):
        robin.says(text)
    robin.says("dr wu march 20 2pm")
    database, people = journey.opened.database, journey.opened.patients
    with database.write() as connection:
        patient_id = people.find(connection, robin.telegram_id)
        assert patient_id
        opened = people.open(connection, patient_id)
        assert opened
        made = journey.turns._maker.make(opened, journey.now, journey.now)
        visit = made.store.visits.planned(journey.now)[0]
        made.store.visits.save(replace(visit, with_whom="Dr " + NASTY, where=NASTY))
        yield made


def every_card(
    turn: Turn, told: blanks.Told, wanted: tuple[scripts.Script, ...] = CATALOGUE.scripts
) -> Iterator[tuple[scripts.Script, messages.Say]]:
    tones: tuple[script_buttons.Tone, ...] = ("soft", "plain", "firm", "short")
    for script in wanted:
        for tone in tones:
            view = script_buttons.View("words", tone, told)
            yield script, script_cards.card(turn, script, view, lead=turn.text("say-copied"))
        yield script, script_cards.replies(turn, script, view)
        yield script, script_cards.facts(turn, script, view)
        yield script, script_cards.copy(turn, script, view)


@pytest.mark.parametrize("energy", patients.ENERGIES)
def test_every_card_fits_a_message_and_is_safe_to_show(turn: Turn, energy: patients.Energy) -> None:
    turn.patient = replace(turn.patient, energy=energy)
    told = blanks.Told("a<&>medicine", "brain & fog") if energy == "low" else blanks.Told()
    for script, say in every_card(turn, told):
        assert len(say.text) <= LONGEST_MESSAGE, script.id
        text, _ = entities.from_html(say.text)
        assert "{" not in text, script.id
        assert "&lt;" not in text, script.id
        for button in (button for row in say.buttons for button in row):
            assert len(button.label) <= WIDEST_LABEL, button.label
            assert button.press.startswith("/")
            assert button.press[1:].partition(":")[0] in NAMES


def test_no_card_of_harm_thanks_softens_or_makes_an_alliance(turn: Turn) -> None:
    harm = CATALOGUE.barrier(scripts.HARM)
    assert harm
    for script, say in every_card(turn, blanks.Told(), harm.scripts):
        plain = markup.plain(markup.Html(say.text))
        heard = {reply.heard for reply in script.replies}
        ours = "\n".join(line for line in plain.splitlines() if not any(each in line for each in heard))
        assert rules.alliance_wording(ours) == (), script.id
        labels = {button.label for row in say.buttons for button in row}
        assert not labels & {"Soft", "Plain", "Firm", "Add to my visit"}
        if say.buttons:
            assert plain.startswith(script.safety[0])
            assert "Urgent numbers" in labels


def test_the_log_fills_only_what_it_knows(turn: Turn) -> None:
    found = blanks.from_log(turn)
    assert found["medicine"] == "topiramate"
    assert found["symptom"] == "migraine"
    assert len(found["clinician"]) <= blanks.LONGEST
    assert set(found) <= {"medicine", "symptom", "clinician", "clinic"}
    assert blanks.known(turn, blanks.Told(plain=True)) == {}
    assert blanks.known(turn, blanks.Told("sumatriptan"))["medicine"] == "sumatriptan"


def test_a_clinic_without_a_name_is_nobody_to_speak_of(turn: Turn) -> None:
    for visit in turn.store.visits.planned(turn.now):
        turn.store.visits.save(visits.Visit(visit.id, visit.at, visit.zone, with_whom="dentist"))
    assert "clinician" not in blanks.from_log(turn)


def test_two_medicines_level_are_none(turn: Turn) -> None:
    for entry in turn.store.journal.latest(1):
        turn.store.journal.remove(entry.id, turn.now)
    for entry in turn.store.journal.latest(2):
        other = replace(entry.reading.medications[0], name=f"other-{entry.id}")
        turn.store.journal.save(replace(entry, reading=replace(entry.reading, medications=(other,))))
    assert "medicine" not in blanks.from_log(turn)


def test_every_blank_has_a_phrase() -> None:
    assert {name for name, key in scripts.BLANKS.items() if WORDS.has(key)} == set(scripts.BLANKS)


@given(
    st.sampled_from(("words", "replies", "facts", "copy", "visit", "note")),
    st.sampled_from(("soft", "plain", "firm", "short")),
    st.text(max_size=40),
    st.text(max_size=40),
)
def test_a_button_carries_what_was_told_whole_or_not_at_all(
    what: script_buttons.What, tone: script_buttons.Tone, medicine: str, symptom: str
) -> None:
    longest = replace(CATALOGUE.scripts[0], id="x" * 32)
    view = script_buttons.View(what, tone, blanks.Told(medicine, symptom))
    press = script_buttons.press("label", longest, view).press
    choice = press.removeprefix(f"/say:{longest.id}:")
    read = script_buttons.read(choice)
    assert read is not None
    assert (read.what, read.tone) == (what, tone)
    assert not read.told.plain
    if "~" not in medicine + symptom:
        assert read.told.medicine in {"", medicine}
        assert read.told.symptom in {"", symptom}


def test_harm_stands_alone_where_it_fits_best_and_is_one_tap_away_elsewhere() -> None:
    assert script_finding.offered_now(("harm_or_abuse", "dismissed")) == [scripts.HARM]
    ids = script_finding.in_order(("dismissed", "harm_or_abuse", "bias"))
    assert ids == ["dismissed", "bias", scripts.HARM]
    assert script_finding.offered_now(ids) == ["dismissed", "bias"]


@pytest.mark.parametrize(
    ("barriers", "said", "first"),
    [
        (("insurance_denial",), "denied again and it's urgent, can't wait", "urgent_denial"),
        (("insurance_denial",), "i lost my appeal", "appeal_lost"),
        (("pharmacy_problem",), "the pharmacy is out of stock everywhere", "out_of_stock"),
        (("dismissed",), "she refused to order the test", "test_refused"),
        (("disability_paperwork",), "school wants a form", "school_form"),
    ],
)
def test_the_script_that_shares_the_words_comes_first(
    barriers: tuple[str, ...], said: str, first: str
) -> None:
    found = script_finding.best(CATALOGUE, barriers, said)
    assert found[0].id == first
    assert len(found) <= script_finding.OFFERED


def test_the_best_of_each_barrier_comes_before_the_second_of_any() -> None:
    found = script_finding.best(CATALOGUE, ("dismissed", "normal_labs"), "they say it's stress")
    assert [script.barrier for script in found] == ["dismissed", "normal_labs", "dismissed"]


def test_asking_for_words_gives_words(journey: Journey) -> None:
    robin = journey.patient()
    for text in FOR_WORDS:
        assert words_request.asks_for_words(text), text
        robin.says(text)
        assert robin.can_press("None of these") or robin.can_press("All topics"), text
        robin.says("stop")
    assert robin.entries() == []


def test_an_update_stays_an_update(journey: Journey) -> None:
    robin = journey.patient()
    for text in UPDATES:
        robin.says(text)
    assert {entry.text for entry in robin.entries()} == set(UPDATES)


@pytest.mark.parametrize("text", FOR_WHY)
def test_asking_why_is_no_request_for_words(text: str) -> None:
    assert words_request.asks_why(text)
    assert not words_request.asks_for_words(text)


def test_what_is_asked_of_the_doctor_or_the_clock_goes_on_as_before(journey: Journey) -> None:
    robin = journey.patient()
    robin.says("remind me what to say to dr wu on friday at 9")
    robin.sees("Friday")
    robin.says("/questions")
    robin.says("How do I tell my boss about this?")
    robin.sees("1. How do I tell my boss about this?")


def test_what_we_say_around_the_words_is_easy_to_read() -> None:
    keys = ("say-what", "say-lost", "say-gone", "say-fits-harm", "say-kept", "say-note-ask", "say-copied",
            "say-added-chosen", "say-added-parked", "say-added-same", "why-topic", "why-lost")  # fmt: skip
    for key in keys:
        for energy in patients.ENERGIES:
            said = markup.plain(WORDS.text(key, energy))
            assert reading.grade(said) <= 6, (key, energy, said)
            assert rules.never_said(said) == ()
