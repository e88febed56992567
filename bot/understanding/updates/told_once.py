"""Tells each symptom of a message once, however often it was said: what was said last of its presence counts.

A loose name means the closer one that is told beside it: "stabbing in the left ovary, pain a 6" is one pain.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.readings import Measurement, SymptomMention
from bot.understanding.body import place_words
from bot.understanding.updates import measurements
from bot.understanding.words.message import Mention, Message

Key = tuple[str, str | None]
"""Name and place of a symptom."""
_BARE_PAIN: Key = ("pain", None)
_FLARE: Key = ("flare", None)
_FLARES = frozenset(("flares", "flared", "flares up", "flared up"))
"""What something else does, up to a number."""
_CLOSER = {
    "cramps": ("period pain", "stomach cramps", "muscle cramp", "leg cramps"),
    "sweating": ("night sweats",),
    "crash": ("post-exertional malaise",),
}
"""A loose name → what it means after one of these ("sheets soaked all night, the sweats a 6"), or before the first."""
_OF_HEADING = frozenset(
    (
        "level", "levels", "score", "scores", "rating", "ratings", "report", "check", "log",
        "diary", "update", "today", "tonight", "now", "this", "morning", "evening", "scale",
        "numbers", "by", "area", "points", "so", "far",
    )
)  # fmt: skip
"""May stand between "pain" and the ":" that makes it the heading of a list of places."""
_COUGHED = frozenset(("cough", "hack", "hacking", "hock", "hocking", "hawk", "hawking"))
"""Open the names of phlegm that tell of a cough too ("coughing up green stuff")."""
_DOWN_THE_LEG = frozenset(("leg pain", "thigh pain", "calf pain", "buttock pain", "foot pain", "shin pain"))
_OF_GOUT = frozenset(
    (
        "toe pain",
        "foot pain",
        "ankle pain",
        "knee pain",
        "thumb pain",
        "finger pain",
        "wrist pain",
        "elbow pain",
    )
)
_RATED_BY_PLACE = {"sciatica": _DOWN_THE_LEG, "gout": _OF_GOUT}
"""What is rated by naming its place → what that place alone would be called."""
_SAYING_PAIN = frozenset(
    ("pain", "pains", "painful", "sore", "ache", "aches", "aching", "achy", "hurt", "hurts", "hurting")
)
_NO = frozenset(("no", "nil", "zero", "0"))
_NOW = frozenset(("now", "anymore", "currently", "present", "moment", "left", "presently"))
_HERE = frozenset(("at", "the", "right", "any", "more", "as", "of", "just"))
_ELSEWHERE = frozenset(("in", "elsewhere", "anywhere", "but", "when", "if", "unless"))
"""After "no pain now", leave the pain told before."""
_LOOSE_WORDS = frozenset(("sweats", "the sweats", "cramps", "cramping", "crash", "crashed"))
"""Loose before the closer name as well."""


def symptoms(message: Message, measured: tuple[Measurement, ...]) -> tuple[SymptomMention, ...]:
    """Give the symptoms of ``message``, a fever that was ``measured`` among them, in the order they were first told."""
    worded = {mention.name for mention in message.mentions if mention.decorates is None}
    found: dict[Key, SymptomMention] = {}
    for index, mention in enumerate(message.mentions):
        if mention.decorates is not None and (
            mention.name in worded or worded.intersection(mention.decorates)
        ):
            continue
        if _is_heading(message, index):
            continue
        key = _key(message, found, mention)
        found[key] = merged(found.get(key), _said(message, mention))
        if mention.name == "phlegm" and not mention.denied and message.stems[mention.start] in _COUGHED:
            found.setdefault(("cough", None), replace(found[key], name="cough"))
    if not any(_is_denied_apart(message, mention) for mention in message.mentions):
        _fold_bare_pain(found)
    _fold_rated_places(found)
    _fold_loose_names(found)
    _fold_flare(found)
    if measurements.has_fever(measured) and not any(name == "fever" for name, _ in found):
        words = next(measurement.value for measurement in measured if measurement.name == "temperature")
        found["fever", None] = SymptomMention("fever", words)
    return tuple(found.values())


def _key(message: Message, found: Mapping[Key, SymptomMention], mention: Mention) -> Key:
    """Choose what a mention adds to: the same symptom, or the closer one that a loose name means."""
    for name, part in found:
        if name == mention.name and (part == mention.body_part or part is None or mention.body_part is None):
            return name, part
    meant: list[Key] = []
    if _is_denied_apart(message, mention):
        return _BARE_PAIN
    if (mention.name, mention.body_part) == _BARE_PAIN:
        ended = mention.denied and _is_of_now(message, mention)
        meant = [
            key for key, said in found.items() if _is_pain(key) and (ended or said.negated == mention.denied)
        ]
        if ended and len(meant) == 1:
            return meant[0]
    elif mention.name in _CLOSER and mention.body_part is None:
        meant = [key for key in found if key[0] in _CLOSER[mention.name]]
    only = len(meant) == 1 and found[meant[0]].negated == mention.denied
    return meant[0] if only else (mention.name, mention.body_part)


def _is_denied_apart(message: Message, mention: Mention) -> bool:
    """Tell the pain of "no cramps, no bleeding, no pain", one of a list, from another word for the cramps."""
    own = (mention.name, mention.body_part) == _BARE_PAIN and mention.denied
    if not own or message.word(mention.start - 1) not in _NO:
        return False
    first, last = message.sentence_start(mention.start), message.sentence_end(mention.start)
    return any(
        first < one.start < last and one.start != mention.start and message.words[one.start - 1] in _NO
        for one in message.mentions
    )


def _is_of_now(message: Message, mention: Mention) -> bool:
    """Tell the "no pain now" that ends the one pain told before it from a further "no pain"."""
    after = message.past(_HERE, mention.end)
    return message.word(after) in _NOW and message.word(after + 1) not in _ELSEWHERE


def _is_pain(key: Key) -> bool:
    return key[0].endswith(place_words.PAINS)


def _fold_bare_pain(found: dict[Key, SymptomMention]) -> None:
    """Take the first word of "stabbing in left ovary" for the one pain that is named after it."""
    bare = found.get(_BARE_PAIN)
    placed = [key for key in found if _is_pain(key) and key != _BARE_PAIN]
    if bare is None or bare.severity is not None:
        return
    if len(placed) == 1:
        _fold(found, _BARE_PAIN, placed[0])
    elif placed and _meant_by(found, placed, bare):
        del found[_BARE_PAIN]  # "typing hurts, thumbs a 6, wrist a 4"


def _meant_by(found: Mapping[Key, SymptomMention], placed: list[Key], bare: SymptomMention) -> bool:
    """Tell whether several pains that were rated in their places are all that a bare pain before them means."""
    order = list(found)
    first = order.index(_BARE_PAIN) < min(order.index(key) for key in placed)
    alike = all(found[key].negated == bare.negated and found[key].severity is not None for key in placed)
    return first and alike and not bare.negated


def _is_heading(message: Message, index: int) -> bool:
    """Tell the "pain levels" of "pain levels: neck 5, shoulders 5" from a pain of its own."""
    mention, following = message.mentions[index], message.mentions[index + 1 : index + 2]
    bare = (mention.name, mention.body_part) == _BARE_PAIN and mention.severity is None and not mention.denied
    if not bare or not following or not following[0].body_part or following[0].severity is None:
        return False
    end = message.past(_OF_HEADING, mention.end)
    return message.word(end) in (":", "-") and following[0].start <= end + 3


def _fold_rated_places(found: dict[Key, SymptomMention]) -> None:
    """Take the leg that sciatica is "screaming down" or the toe of "gout toe 9", and its number, for the illness's."""
    for name, places in _RATED_BY_PLACE.items():
        said = found.get((name, None))
        if said is None or said.negated or said.severity is not None:
            continue
        there = [
            key
            for key, pain in found.items()
            if key[0] in places and not pain.negated and _SAYING_PAIN.isdisjoint(pain.words.lower().split())
        ]
        if len(there) == 1:
            _fold(found, there[0], (name, None))
            found[name, None] = replace(found[name, None], body_part=there[0][1])


def _fold_loose_names(found: dict[Key, SymptomMention]) -> None:
    """Take "the sweats" told before night sweats for those night sweats."""
    for name, closer in _CLOSER.items():
        said, key = found.get((name, None)), next((key for key in found if key[0] == closer[0]), None)
        if said is not None and key is not None and said.words.lower() in _LOOSE_WORDS:
            _fold(found, (name, None), key)


def _fold_flare(found: dict[Key, SymptomMention]) -> None:
    """Leave out the flare of "RA flare, hands 7", which says what the symptoms beside it are of."""
    said = found.get(_FLARE)
    if said is None or said.negated or (said.severity is not None and said.words.lower() not in _FLARES):
        return
    others = [(key, other) for key, other in found.items() if key != _FLARE and not other.negated]
    if any(_is_pain(key) or other.body_part or other.severity is not None for key, other in others):
        del found[_FLARE]


def _fold(found: dict[Key, SymptomMention], loose: Key, closer: Key) -> None:
    """Give what was said of how bad a ``loose`` name is to the ``closer`` one, where both are there or both are not."""
    said, kept = found[loose], found[closer]
    if said.negated != kept.negated:
        return
    if kept.severity is None:
        spans = kept.severity_range or said.severity_range if said.severity is None else None
        found[closer] = replace(kept, severity=said.severity, severity_range=spans)
    del found[loose]


def _said(message: Message, mention: Mention) -> SymptomMention:
    rated = mention.severity is not None
    return SymptomMention(
        name=mention.name,
        words=message.quote(mention.start, mention.end),
        body_part=mention.body_part,
        severity=None if mention.denied and mention.severity != 0 else mention.severity,
        severity_range=None if rated or mention.denied else mention.severity_range,
        negated=mention.denied,
    )


def merged(earlier: SymptomMention | None, later: SymptomMention) -> SymptomMention:
    """Give what is known of a symptom after it was said again."""
    if earlier is None:
        return later
    severity = later.severity if later.severity is not None or later.negated else earlier.severity
    spans = None if severity is not None or later.negated else later.severity_range or earlier.severity_range
    return replace(
        earlier,
        body_part=earlier.body_part or later.body_part,
        severity=severity,
        severity_range=spans,
        negated=later.negated,
    )
