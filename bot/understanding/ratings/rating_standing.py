"""Where the numbers of a message stand: after which symptom, beside which medicine, how far from what.

The readers of ratings share it; each of them looks at one way in which a bare number may rate or not.
"""

from bot.domain.vocabulary import RatingCues
from bot.understanding.ratings import rating_scales
from bot.understanding.words.message import SENTENCE_ENDS, Message, Rating

LEAST_SCORED = 4
"""In "3 migraine" the 3 may count; in "7 pain" the 7 rates."""
LEAST_BESIDE_MEDICINE = 5
"""In "headache 2 ibuprofen" the 2 counts tablets; in "migraine 7 suma" the 7 rates."""
CIRCUMSTANCES = frozenset(
    (
        "after", "afterwards", "afterward", "all", "when", "while", "during", "in", "on", "with", "this", "last",
        "every", "before", "again", "overnight", "going", "first", "most", "throughout", "whenever", "at", "like",
        "as", "where", "from", "over", "under", "behind", "above", "below", "between", "across", "because", "since",
    )
)  # fmt: skip
"""Open what may stand between a symptom and its rating at the end ("itching after the shower 5")."""
COUNTED = frozenset(
    (
        "took", "take", "taken", "had", "have", "slept", "woke", "got", "until", "till", "til", "by", "total", "pads",
        "trips", "type", "grade", "stage", "page", "bus", "room", "bristol", "bp", "hr", "pulse", "sugar", "temp",
        "than", "and", "or", "least", "lasted", "hours", "hour", "hrs", "h", "days", "day", "weeks", "week",
        "months", "month", "years", "year", "mins", "min", "minutes", "times", "time", "nights", "am", "pm", "x", "of",
        "kids", "people", "stairs", "floor", "number", "no", "mg", "ml", "tablets", "pills", "puffs", "kg", "kgs",
        "kilo", "kilos", "lb", "lbs", "pounds", "stone", "cm", "litre", "litres", "km", "mmol",
    )
)  # fmt: skip
"""Make a number near them one of something else."""
MARKS_LAST = SENTENCE_ENDS | frozenset((",", ")", "-", "now", "today", "tonight"))
OPENING = frozenset((",", ":", "(", "[", "-"))
JOINING = SENTENCE_ENDS | frozenset(
    (",", "and", ":", "-", "(", "so", "but", "then", "plus", "though", "because")
)
"""May stand before what hands a rating over."""
ENDING = SENTENCE_ENDS | frozenset(
    (",", ")", "now", "today", "and", "but", "number", "level", "overall", "tonight", "ish")
)
"""May stand right after a rating that nothing else follows."""
AN_HOUR = (
    ["an", "hour"], ["half", "an"], ["a", "while"], ["a", "bit"], ["a", "few"], ["a", "couple"], ["at", "rest"],
)  # fmt: skip
"""After a second number, tell when it came to that ("9 on the loo, 4 an hour after")."""
_TOWARDS = frozenset(("to", "toward", "towards", "from", "off"))
"""After a verb of change, lead to what it came to ("stomach settled to a 1")."""
_BELOW = frozenset(("below", "under"))
NEGATED = frozenset(("hasnt", "isnt", "not", "never", "cant", "wont", "didnt", "doesnt", "havent", "wouldnt"))
"""Before "below 6", leave it a 6 at the least."""
_COUNTED_BACK = frozenset(("ago", "points", "notches"))
_LEADING = frozenset(("ago", "points", "notches", "off", "toward", "towards"))
_RISING = frozenset(("climbing", "rising", "falling", "building", "dropping", "easing", "getting"))
_SPAN = frozenset(
    (
        "min", "mins", "minutes", "minute", "hour", "hours", "hr", "hrs", "an", "a", "half", "of", "couple",
        "few",
    )
)  # fmt: skip
_TURNS = frozenset(("up", "down", "at", "to", "again"))
_ISH = (["ish"], ["s"])
_TAILS = frozenset(("only", "o", "oo", "sha", "abeg", "yaar", "lah"))
"""Close what is said, right after a number."""
FARTHEST_CHANGED = 14
"""How many words may lie between a rating and what it became."""
FARTHEST = 9
"""How many words may lie between a symptom and its rating."""


def is_turn(message: Message, position: int) -> bool:
    """Tell the "back" of "anxiety back up at 8" from the part of a body."""
    if message.words[position] != "back" or message.word(position + 1) not in _TURNS:
        return False
    return any(mention.end == position for mention in message.mentions)


def is_rising(message: Message, end: int) -> bool:
    """Tell the "and climbing" of "headache at 6 and climbing", which no hour does."""
    return message.word(end) == "and" and message.word(end + 1) in _RISING


class Standing:
    """A message's numbers and what stands around them."""

    def __init__(self, cues: RatingCues, message: Message) -> None:
        self.cues, self.message, self.words = cues, message, message.words
        self.found: list[Rating] = []
        things = message.things
        self.ends = {mention.end for mention in message.mentions}
        told = [t for t in things if (t.value.part or t.value.symptom) and not is_turn(message, t.start)]
        self.ends |= {thing.end for thing in told}
        self._first_end = min(self.ends, default=len(self.words))
        self.part_ends = {t.end for t in things if t.value.part}
        self.part_starts = {t.start for t in things if t.value.part}
        self.starts = {t.start for t in things if t.value.part or t.value.symptom}
        self.starts |= {mention.start for mention in message.mentions}
        self.medicines = {t.start for t in things if t.value.medicine}
        self.of_next: frozenset[int] = frozenset()
        """Numbers of a row in which each stands before its name."""
        self.course: dict[int, int] = {}
        """Number of a row that tells how a symptom went on → where its name ends."""
        self.explained = rating_scales.explained(self.words)

    def _before_ago(self, position: int) -> int:
        """Go back over the "ten minutes ago" that ends at ``position``."""
        said = self.message.led(_SPAN, position - 1)
        return said - (
            self.words[said - 1 : said] != [] and rating_scales.number(self.words[said - 1]) is not None
        )

    def name_end(self, start: int) -> int:
        """Give where the longest name ends that begins at ``start``; ``start`` where none does."""
        told = [mention.end for mention in self.message.mentions if mention.start == start]
        told += [t.end for t in self.message.things if t.start == start and (t.value.part or t.value.symptom)]
        return max(told, default=start)

    def past_ish(self, end: int) -> int:
        """Give where a number ends that the "ish" at ``end`` may belong to, the "s" of "9s" or the last "only"."""
        end += self.words[end : end + 1] in _ISH
        said = self.message.word(end - 2), self.message.word(end), self.message.word(end + 1)
        end += said[0] == "a" and said[1] == "day" and said[2] in MARKS_LAST | {""}  # "it's a 6 day"
        return end + (self.message.word(end) in _TAILS and self.is_closed(end + 1))

    def is_after_symptom(self, position: int) -> bool:
        """Tell whether any symptom or place was told before ``position``."""
        return self._first_end <= position

    def is_closed(self, end: int) -> bool:
        """Tell whether nothing follows at ``end`` or the next symptom does, so that no things are counted."""
        return end >= len(self.words) or self.words[end] in MARKS_LAST or end in self.starts

    def nearest_lead(self, position: int) -> int:
        """Go back over leading words to the nearest symptom or place, or as far as they go."""
        lead, start = position, self.message.sentence_start(position)
        changed = False
        while lead > start and lead not in self.ends and position - lead < FARTHEST:
            word = self.words[lead - 1]
            changes = changed and (word in self.cues.changes or word in NEGATED)
            changes = changes or (
                word in _BELOW and not NEGATED.isdisjoint(self.words[max(0, lead - 5) : lead - 1])
            )
            numbered = word == "number" or (word in ("the", "my") and self.words[lead] == "number")
            if not (
                changes or word in self.cues.leading or word in _LEADING or (numbered and lead < position)
            ):
                break
            changed = changed or word in _TOWARDS or word in _BELOW
            lead = self._before_ago(lead) if word in _COUNTED_BACK else lead - 1
        dashed = lead > start and lead not in self.ends and self.words[lead - 1] == "-"
        return lead - 1 if dashed and lead - 1 in self.ends else lead  # "knee - 6, hip - 4"
