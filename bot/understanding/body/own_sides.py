"""The side of a complaint that has a place of its own and names it once more: "earache both ears"."""

from bot.understanding.body import later_sides, place_words, sides
from bot.understanding.body.near_places import NearPlaces
from bot.understanding.words.message import Mention, Message


def add(message: Message, places: NearPlaces, position: int, mention: Mention) -> None:
    """Read the side of "carpal tunnel left hand" for the ``mention`` at ``position`` of the things."""
    if mention.body_part is None or mention.body_part.split()[0] in place_words.SIDES:
        return
    for index in (*places.after(position)[:1], *places.before(position)[-1:]):
        found = message.things[index]
        part, side = found.value.part, sides.around(message.words, found.start, found.end)
        if part is None or side is None or not _is_near(part.name, mention.body_part):
            continue
        mention.body_part = sides.place(side, part)
        mention.start, mention.end = min(mention.start, found.start), max(mention.end, found.end)
        places.claimed.add(index)
        return


def _is_near(part: str, own: str) -> bool:
    """Tell whether ``part`` is the place ``own``, one that holds it or one that it holds."""
    within = later_sides.WITHIN
    return part == own or part in within.get(own, ()) or own in within.get(part, ())
