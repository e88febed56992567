"""Makes text fit a small screen without cutting a word in two."""

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def shorten(text: str, width: int) -> str:
    """Give ``text`` on one line of at most ``width`` characters, ended at a word; only a longer word is cut."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    room = line[:width]
    whole = room[: room.rfind(" ")].rstrip(" ,;:.-") if " " in room else ""
    return f"{whole or room[: width - 1]}{ELLIPSIS}"
