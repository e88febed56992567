"""How stories about a trusted person begin: Robin has a code made, Sam uses it."""

import re

from tests.support.journey import Journey, Patient

CODE = re.compile(r"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b")
LINK = re.compile(r"https://t\.me/(\w+)\?start=([\w-]{1,64})")
"""What Telegram's apps take for a link that starts a bot."""
SECRET = "zebracorn"
"""Said in what no summary shows."""


def invite(robin: Patient, scope: str = "See my summary", name: str = "my sister") -> str:
    """Have a code made; gives it."""
    robin.says("/trusted")
    robin.presses("Invite")
    robin.says(name)
    robin.presses(scope)
    found = CODE.search(robin.sees("send it this code").plain)
    assert found
    return found.group()


def joined(journey: Journey, scope: str = "See my summary") -> tuple[Patient, Patient]:
    """Robin with a life, and Sam who used Robin's code."""
    robin, sam = journey.patient("Robin"), journey.patient("Sam")
    robin.says("/settings name")
    robin.says("Robin")
    robin.says("migraine 7, took suma")
    robin.says(f"/history allergies\n{SECRET}")
    robin.says("stop")
    robin.says(f"remind me to hide the {SECRET} tomorrow at 9am")
    robin.says("stop")
    sam.says(invite(robin, scope))
    sam.sees("Robin lets you see")
    return robin, sam
