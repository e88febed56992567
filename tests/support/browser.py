"""Where Chromium is, and how it is started so that it asks nothing of the network and runs without a screen."""

import shutil
from typing import TYPE_CHECKING

from tests.support import programs

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
    found = shutil.which("chromium-browser")
    return found or programs.needs("chromium", "chromium")
