"""Whoever takes a dead process's place on the same machine need not wait; of others nothing is assumed."""

import os
import subprocess
import sys

import pytest

from bot.services import holders


def test_a_process_that_ended_is_known_to_be_dead_and_one_that_runs_is_not() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "from bot.services import holders; print(holders.name())"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert holders.is_dead(ended)
    where = holders.name().partition("-")[0]
    assert not holders.is_dead(f"{where}-{os.getppid()}-abcd")


def test_an_earlier_process_of_our_own_number_is_dead() -> None:
    assert holders.is_dead(holders.name())  # the sender asks only about names that are not its own


@pytest.mark.parametrize(
    "holder", ["", "first", "elsewhere-1-abcd", "0123456789abcdef-999999-abcd", "--", "a-b-c"]
)
def test_of_another_machine_nothing_is_assumed(holder: str) -> None:
    assert not holders.is_dead(holder)
