"""Telegram: updates in, calls out."""

import os

# The library gives times to wait as numbers, and warns each time that they will be time spans; we take spans now.
os.environ.setdefault("PTB_TIMEDELTA", "true")
