"""A program that is missing skips a test by hand and fails it in CI: nothing is left out in silence there."""

import pytest

from tests.support import programs


def test_a_missing_program_skips_by_hand_and_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install nowhere"):
        programs.needs("no-such-program", "nowhere")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install nowhere"):
        programs.needs("no-such-program", "nowhere")


def test_a_program_that_is_there_is_given() -> None:
    assert programs.needs("sh", "dash").endswith("/sh")
