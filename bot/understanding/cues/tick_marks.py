"""Reads lists with a mark before each name: "☑ stiff neck ☐ fever" tells of no fever, "✘ chest pain ✔ tired" of none.

Only where a message begins with a mark and has marks of both kinds: a lone cross before a name may be a cry.
"""

import re

_MARK = re.compile(r"(?P<tick>[✓✔✅☑]|\[ ?[xX✓✔] ?\])|[✗✘✖❌❎☐□⬜]|\[ ? ?\]")


def as_words(text: str) -> str:
    """Give ``text`` with a "no" before what is crossed out or left blank; linear in its length."""
    if not _MARK.match(text.lstrip()):
        return text
    marks = list(_MARK.finditer(text))
    if len({mark["tick"] is None for mark in marks}) == 1:
        return text
    pieces, end, after_tick = list[str](), 0, True
    for mark in marks:
        is_tick = mark["tick"] is not None
        pieces += (text[end : mark.start()], " " if is_tick and after_tick else ". " if is_tick else ". no ")
        end, after_tick = mark.end(), is_tick
    return "".join([*pieces, text[end:]])
