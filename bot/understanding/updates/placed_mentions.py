"""A complaint and the place it is said of, by the name that the two have together: an ache of the knee is knee pain."""

from bot.domain.vocabulary import BodyPart
from bot.understanding.body import sides
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.message import Mention, Message


class PlacedMentions:
    """Gives what is said of the parts among the things of ``message``."""

    def __init__(self, lexicon: Lexicon, message: Message) -> None:
        self.lexicon, self.message = lexicon, message

    def of(self, thing: Thing, index: int, start: int, end: int, *, denied: bool = False) -> Mention:
        """Give what ``thing``, told in tokens ``start`` up to ``end``, says of the part at ``index`` of the things."""
        term, found = thing.symptom, self.message.things[index]
        part = found.value.part
        assert term is not None  # noqa: S101  only placed symptoms come here
        assert part is not None  # noqa: S101  only parts are indexed
        words = self.message.words
        side = sides.around(words, found.start, found.end) or sides.after(words, end)
        return Mention(self._name(term.name, part), term, start, end, sides.place(side, part), denied)

    def _name(self, symptom: str, part: BodyPart) -> str:
        """Name a complaint with its place, where the vocabulary has a name for the two."""
        if symptom == self.lexicon.pain.name:
            return part.pain_name
        things = self.lexicon.things
        together = things.get(f"{part.name} {symptom}") or things.get(f"{symptom} {part.name}")
        return together.symptom.name if together and together.symptom else symptom
