"""Where Chromium is, and how it is started so that it asks nothing of the network and runs without a screen."""

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.async_api import ViewportSize

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SMALL_PHONE: "ViewportSize" = {"width": 360, "height": 740}


def find_chromium() -> str:
    """Find Debian's Chromium; without one the test that asks is skipped, but never where CI is set."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("Chromium is not installed; .ci/run should have installed it.")
    if found is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium).")
    return found
