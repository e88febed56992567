"""Programs that a test needs from the machine: where one is missing the test is skipped, but never where CI is set.

A skip that nobody sees is a check that nobody runs.
"""

import os
import shutil
from typing import NoReturn

import pytest


def needs(name: str, package: str) -> str:
    """Give the path of a program, or skip (with CI=true: fail) and say which Debian package has it."""
    return shutil.which(name) or missing(f"{name} is not installed (Debian: apt-get install {package}).")


def missing(reason: str) -> NoReturn:
    """Skip the test, or fail it where CI is set: .ci/run installs what is needed."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
