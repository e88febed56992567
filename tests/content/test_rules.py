"""The rules can tell: what breaks them is heard, what keeps them is let through, and the measures are the formula's."""

from dataclasses import replace

import pytest

from bot.content import reading, rules
from bot.content import scripts as content
from bot.domain import scripts

CATALOGUE = content.load_scripts()
SCRIPTS = CATALOGUE.scripts
PHRASES = dict.fromkeys(scripts.BLANKS, "my own")


@pytest.mark.parametrize(
    "said",
    [
        "I'm just tired.",
        "Simply ask.",
        "Please calm down.",
        "Is there anything else?",
        "It will be approved.",
        "Appeals usually win.",
        "You'll win this.",
        "Don't worry about it.",
        "It's your fault.",
        "You missed three days.",
        "You never listen.",
        "I took 50 mg of it.",
        "Take two tablets.",
        "I guarantee it.",
        "Thank you!",
        "Don\u2019t worry.",
    ],
)
def test_what_is_never_said_is_heard(said: str) -> None:
    assert rules.never_said(said)


@pytest.mark.parametrize(
    "said",
    [
        "We can adjust the plan to be fair; justice matters.",
        "What else could it be?",
        "This is not your fault.",
        "It can take two weeks.",
        "I trust you. I'm just frustrated at the process.",
        "You have 180 days.",
    ],
)
def test_what_may_be_said_is_let_through(said: str) -> None:
    assert rules.never_said(said) == ()


@pytest.mark.parametrize(
    "said",
    [
        "Thank you for your time.",
        "I know you're busy.",
        "We both want this.",
        "They were overworked.",
        "I appreciate it.",
    ],
)
def test_alliance_and_excuses_are_heard(said: str) -> None:
    assert rules.alliance_wording(said)


def test_alliance_is_found_only_where_harm_was_done() -> None:
    harm = CATALOGUE.barrier(scripts.HARM)
    assert harm is not None
    spoilt = replace(harm.scripts[0], foggy="Thank you for stopping.")
    found = rules.findings(scripts.Catalogue((replace(harm, scripts=(spoilt,)),)), PHRASES)
    assert [(each.script, each.key) for each in found] == [(spoilt.id, "foggy")]
    fine = replace(SCRIPTS[0], foggy="Thank you for looking.")
    assert rules.findings(scripts.Catalogue((scripts.Barrier(fine.barrier, "", (fine,)),)), PHRASES) == ()


def test_a_long_line_and_a_hard_one_are_named() -> None:
    long = replace(SCRIPTS[0], foggy=" ".join(["no"] * 31) + ".")
    hard = replace(
        SCRIPTS[0],
        going_on="Utilization management organizations necessitate documentation of medical necessity.",
    )
    for script, key in ((long, "foggy"), (hard, "going_on")):
        found = rules.findings(scripts.Catalogue((scripts.Barrier(script.barrier, "", (script,)),)), PHRASES)
        assert key in {each.key for each in found}


def test_what_others_may_say_can_blame_but_not_belittle() -> None:
    def with_reply(heard: str) -> scripts.Catalogue:
        reply = scripts.Reply(heard, "I hear you.")
        script = replace(SCRIPTS[0], replies=(reply, *SCRIPTS[0].replies))
        return scripts.Catalogue((scripts.Barrier(script.barrier, "", (script,)),))

    assert rules.findings(with_reply("You missed your visit."), PHRASES) == ()
    assert rules.findings(with_reply("Calm down."), PHRASES)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("please", 1),
        ("asked", 1),
        ("noted", 2),
        ("tired", 2),
        ("denial", 3),
        ("patient", 2),
        ("medicine", 3),
        ("insurance", 3),
        ("authorization", 5),
        ("didn't", 2),
        ("don't", 1),
        ("I'm", 1),
        ("going", 2),
        ("serious", 3),
        ("table", 2),
        ("safely", 2),
        ("180", 3),
    ],
)
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert reading.syllables(word) == count


def test_the_grade_is_the_formula_s_own() -> None:
    # 6 words, 6 syllables, 1 sentence: 0.39 * 6 + 11.8 * 1 - 15.59
    assert reading.grade("The cat sat on the mat.") == pytest.approx(-1.45)
    # 8 words, 2 sentences, 17 syllables: in-sur-ance de-nied au-thor-i-za-tion, and 7
    assert reading.grade("Insurance denied authorization. My doctor wrote a letter.") == pytest.approx(
        0.39 * 4 + 11.8 * 17 / 8 - 15.59
    )
    assert reading.grade("") == 0


def test_seconds_follow_the_words() -> None:
    assert reading.seconds_to_say(" ".join(["word"] * 30)) == pytest.approx(12)
