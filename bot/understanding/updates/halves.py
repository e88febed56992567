"""Words that say something only beside others: denied, rated or listed with their like ("no fever, light or noise")."""

from bot.understanding.body import place_words
from bot.understanding.ratings import rating_standing
from bot.understanding.words.lexicon import Lexicon, Thing
from bot.understanding.words.matching import Match
from bot.understanding.words.message import Mention, Message

_SEEN = frozenset(("redness", "burning"))
"""Meant without a place as well where they are denied."""
_DENYING_BEFORE = (["not"], [","], ["isnt"], ["arent"], ["wasnt"], ["werent"], ["nor"], ["or"], ["never"])
_NAMED_CLOSE = frozenset(
    (
        "heat", "falls", "asthma attack", "freezing of gait", "blank spells", "joint clicking", "joint locking",
        "joint instability",
    )
)  # fmt: skip
"""Have halves that are everyday words ("heat", "attack"), and so count only right after a "no"."""
_NO = frozenset(
    (
        "no", "any", "zero", "0", "nil", "without", "never", "not", "hasnt", "havent", "didnt", "doesnt", "nae", "or",
        "nor", "-",
    )
)  # fmt: skip
_DESCRIBING = frozenset(("more", "further", "new", "real", "proper", "actual", "bad", "night", "big", "knee"))
_LISTING = frozenset((",", "and", "/", "&"))
_FARTHEST_NO = 4
_OF_HOUSE = frozenset(
    (
        "heating", "boiler", "house", "flat", "radiator", "radiators", "thermostat", "here", "pad", "pack", "patch",
        "weather", "bottle", "outside", "freezing", "perished", "office", "clothes", "coat", "water",
    )
)  # fmt: skip
"""Make a "no heat" one of the house and not of the body."""
_ATTACKS = {
    "asthma attack": frozenset(
        (
            "asthma", "wheeze", "wheezy", "wheezing", "inhaler", "inhalers", "preventer", "reliever", "puff", "puffs",
            "puffer", "ventolin", "salbutamol", "albuterol", "symbicort", "fostair", "clenil", "seretide", "flixotide",
            "montelukast", "singulair", "advair",
        )
    ),
    "panic attack": frozenset(("panic", "panicky", "anxiety", "anxious", "sertraline", "zoloft", "lorazepam")),
    "cluster headache": frozenset(("cluster", "clusters")),
    "migraine": frozenset(
        ("migraine", "migraines", "aura", "headache", "topiramate", "sumatriptan", "ajovy", "aimovig")
    ),
    "vertigo": frozenset(("vertigo", "spinning", "menieres", "dizzy", "betahistine")),
}  # fmt: skip
"""Of which illness an "attack" is, by the words around it."""
_ATTACK_OF = {"asthma": "asthma attack"}
"""A diagnosis → what is not there where it is denied for a day ("no asthma so far")."""
_MOST_BETWEEN = 6
"""How many small words may stand between two of a list."""
_WITH_GLANDS = frozenset(("sore throat", "post-exertional malaise", "fever", "flu-like symptoms", "crash"))
_FELT_SICK = frozenset(
    (
        "dizziness", "lightheadedness", "feeling faint", "vertigo", "sweating", "fatigue", "headache", "migraine",
        "chills", "tremor", "weakness", "bloating", "stomach pain", "fever", "loss of appetite",
    )
)  # fmt: skip
"""Told right beside a bare "sick", make it how one feels."""
_AFTER_SICK = frozenset(
    (
        "", ".", ",", "!", ";", "\n", "today", "now", "again", "all", "after", "since", "this", "but", "and", "with",
        "tonight", "most", "when",
    )
)  # fmt: skip
_BOTH = frozenset(
    ("both", "all", "are", "is", "were", "each", "still", "at", "a", "about", "around", "really", "so")
)
_BAD = frozenset(
    (
        "bad", "awful", "terrible", "horrible", "unbearable", "hurt", "hurting", "rough", "painful", "brutal",
        "killing",
    )
)  # fmt: skip
"""After two of a list, make both of them too much."""
_HIGHEST = 10
_CLOSES = rating_standing.ENDING | {"", "/", "both", "&"}
"""After a number, leave nothing that it counts ("sound 8 hours", "light 3 mile walk")."""
_LISTED = ([","], ["and"], ["+"], ["&"], ["n"])


def find(lexicon: Lexicon, message: Message, mentions: list[Mention], told: set[int]) -> list[Mention]:
    """Note what halves of ``message`` may say beside the whole ``mentions``; ``told`` are the tokens already read."""
    listed = _listed(lexicon, message, mentions, told) if message.halves else []
    alone = (*_glands(lexicon, message, mentions, told), *_sick(lexicon, message, mentions, told))
    listed = [
        one for one in listed if all((one.start, one.end) != (other.start, other.end) for other in alone)
    ]
    return [*listed, *alone, *_denied_alone(lexicon, message, told)]


def keep_whole(mentions: list[Mention]) -> list[Mention]:
    """Leave out what only counts if denied or rated, and is neither."""
    return [one for one in mentions if not one.is_weak or _counts(one)]


def _counts(half: Mention) -> bool:
    """Tell what was denied or rated; of a diagnosis only a number counts, a span or a zero among them."""
    if half.is_only_rated:
        return half.severity is not None or half.severity_range is not None
    return half.denied or half.severity is not None


def _listed(lexicon: Lexicon, message: Message, mentions: list[Mention], told: set[int]) -> list[Mention]:
    """Note the words that count only if denied or rated, and those listed beside their like."""
    found: list[Mention] = []
    whole = [mention for mention in mentions if mention.term is not None and mention.term.only_listed]
    senses: list[Mention] = []
    for thing in message.halves:
        term = thing.value.symptom
        if term is None or not told.isdisjoint(range(thing.start, thing.end)):
            continue
        if message.word(thing.end) in place_words.SIDES and message.word(thing.end) != "both":
            continue  # "cramp low left 4" is no low mood
        half = Mention(term.name, term, thing.start, thing.end)
        attack = lexicon.symptoms.get(_ATTACK_OF.get(term.name, ""))
        that_day = message.word(thing.start - 1) != "not" and _is_right_after_no(message, thing.start)
        if attack is not None and that_day:
            found.append(Mention(attack.name, attack, thing.start, thing.end, is_weak=True))
        elif thing.value.kind == "only_rated":
            half.is_weak = half.is_only_rated = True
            found.append(half)
        elif thing.value.kind == "only_denied":
            half.is_weak = True
            if term.name not in _NAMED_CLOSE or _is_meant(lexicon, message, half):
                found.append(half)
        else:
            senses.append(half)
    return found + _senses(message, whole, senses)


def _senses(message: Message, whole: list[Mention], halves: list[Mention]) -> list[Mention]:
    """Note the light of "light, noise and smells too much", and both of "sound and light both 7"."""
    found: list[Mention] = []
    for half in (*halves, *reversed(halves)):  # each of a list may lead to the one on either side of it
        twin = next((one for one in (*whole, *found) if _are_listed(message, one, half)), None)
        if twin is not None and half not in found:
            half.denied, half.is_weak = twin.denied, twin.is_weak
            found.append(half)
    rest = [half for half in halves if half not in found]
    for half in rest:
        others = [one for one in rest if one.name != half.name]
        scored = _is_scored(message, half) and any(_is_scored(message, one) for one in others)
        if scored or any(_are_bad_together(message, half, one) for one in others):
            found.append(half)
    return found


def _is_scored(message: Message, half: Mention) -> bool:
    """Tell the sound of "sound 6 light 4"."""
    return _is_rating(message, half.end)


def _is_rating(message: Message, position: int) -> bool:
    """Tell a number up to ten after which nothing is counted."""
    number, end = message.word(position), position + 1
    begins = any(
        thing.start == end and (thing.value.part or thing.value.symptom)
        for thing in (*message.things, *message.halves)
    )
    return number.isdecimal() and int(number) <= _HIGHEST and (begins or message.word(end) in _CLOSES)


def _are_bad_together(message: Message, one: Mention, other: Mention) -> bool:
    """Tell the two of "sound and light both 7" and "light and sound both awful"."""
    if not _are_listed(message, one, other):
        return False
    end = message.past(_BOTH, max(one.end, other.end))
    return message.word(end) in _BAD or _is_rating(message, end)


def _is_meant(lexicon: Lexicon, message: Message, half: Mention) -> bool:
    """Tell the "attack" and the "heat" that are denied from others, and name the attack that is meant."""
    said = message.words[half.start : half.end]
    if not _is_right_after_no(message, half.start):
        return False
    if half.name == "heat":
        return said[0] in ("heat", "warmth", "warm", "hot") and _OF_HOUSE.isdisjoint(message.words)
    if said not in (["attack"], ["attacks"]) or message.word(half.end) == "of":
        return half.name != "asthma attack"
    meant = next((name for name, words in _ATTACKS.items() if not words.isdisjoint(message.words)), None)
    term = lexicon.symptoms.get(meant) if meant is not None else None
    if term is not None:
        half.name, half.term = term.name, term
    return term is not None


def _is_right_after_no(message: Message, position: int) -> bool:
    """Tell whether a "no" leads what stands at ``position``, past one describing word or as one of a list."""
    before = message.words[max(0, position - _FARTHEST_NO) : position]
    if before[-1:] == [] or before[-1] in _NO:
        return before != []
    described = before[-1] in _DESCRIBING and not _NO.isdisjoint(before[-2:])
    return described or (before[-1] in _LISTING and "no" in before)


def _are_listed(message: Message, one: Mention, other: Mention) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    gap = message.words[first.end : second.start]
    return (
        0 < len(gap) <= _MOST_BETWEEN
        and place_words.LISTING.issuperset(gap)
        and not place_words.AND.isdisjoint(gap)
    )


def _glands(lexicon: Lexicon, message: Message, mentions: list[Mention], told: set[int]) -> list[Mention]:
    """Read glands that stand alone in a list beside a sore throat or a fever as swollen ones."""
    if "glands" not in message.words or _WITH_GLANDS.isdisjoint(mention.name for mention in mentions):
        return []
    words, term = message.words, lexicon.symptoms.get("swollen glands")
    found: list[Mention] = []
    for index, word in enumerate(words):
        before, after = words[index - 1 : index], words[index + 1 : index + 2]
        listed = before in _LISTED and (after in _LISTED or after in ([], ["."]))
        if term is not None and word == "glands" and index not in told and listed:
            found.append(Mention(term.name, term, index, index + 1))
    return found


def _sick(lexicon: Lexicon, message: Message, mentions: list[Mention], told: set[int]) -> list[Mention]:
    """Read the "sick" that stands in a list beside how one feels ("dizzy and sick", "dizzy and sick 5") as nausea."""
    term = lexicon.symptoms.get("nausea")
    if "sick" not in message.words or term is None or any(one.name == "nausea" for one in mentions):
        return []
    starts = {one.start for one in mentions if one.name in _FELT_SICK and not one.denied}
    ends = {one.end for one in mentions if one.name in _FELT_SICK and not one.denied}
    found: list[Mention] = []
    for index, word in enumerate(message.words):
        before, after = message.words[index - 1 : index], message.words[index + 1 : index + 2]
        ended = not after or after[0] in _AFTER_SICK or _is_rating(message, index + 1)
        last = before in _LISTED and index - 1 in ends and ended
        first = (
            after in (["and"], ["&"], ["n"]) and index + 2 in starts and message.word(index + 2) != "tired"
        )
        if word == "sick" and index not in told and (last or first):
            found.append(Mention(term.name, term, index, index + 1))
    return found


def _denied_alone(lexicon: Lexicon, message: Message, told: set[int]) -> list[Mention]:
    """Note the "red" of "site is clean, not red", which says nothing without a place but where it is denied."""
    found: list[Mention] = []
    for thing in message.things:
        if thing.value.kind != "only_placed" or thing.value.symptom is None or thing.start in told:
            continue
        half = lexicon.when_denied.get(tuple(message.stems[thing.start : thing.end]))
        if half is not None and _is_right_after_no(message, thing.start):
            found.append(Mention(half.name, half, thing.start, thing.end, is_weak=True))
        elif " ".join(message.words[thing.start : thing.end]) in thing.value.symptom.only_rated:
            term = thing.value.symptom
            found.append(Mention(term.name, term, thing.start, thing.end, is_weak=True, is_only_rated=True))
        elif _is_seen(message, thing, thing.value.symptom.name):
            term = thing.value.symptom
            found.append(Mention(term.name, term, thing.start, thing.end, is_weak=True))
    return found


def _is_seen(message: Message, thing: Match[Thing], name: str) -> bool:
    at = thing.start - (message.word(thing.start - 1) == "even")
    before, after = message.words[at - 1 : at], message.words[thing.end : thing.end + 1]
    compared = after in (["as"], ["so"], ["that"], ["enough"], ["yet"])
    return name in _SEEN and before in _DENYING_BEFORE and not compared
