"""The words that patients use, as plain values: what `content` loads and `understanding` reads with.

How symptoms are named. A symptom has one everyday name that a patient would put on a list: "migraine", "nausea",
"fatigue", "brain fog", "shortness of breath". Pain carries its place in its name, because that is what people call
it ("knee pain", "back pain", "toothache"); side and place also stand in the body part ("left knee"). Every other
symptom that needs a place keeps its own name, with the place beside it: "numbness" with "left hand". Names are lower
case and singular where everyday English allows it. A diagnosis (lupus, POTS, fibromyalgia) is not a symptom; what is
felt is, also where it shares its name with a diagnosis (migraine, anxiety, depression, asthma attack). Who gives a
diagnosis a number ("fibro 6 today") tells how bad it is that day, and so that is kept under its name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SymptomTerm:
    """One symptom and everything people call it."""

    name: str
    words: tuple[str, ...] = ()
    """Other names and whole phrases for it; ``name`` itself counts too."""
    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Thing → what is said of it: ``{"heart": ("racing",)}`` reads "racing heart" and "my heart is racing"."""
    body_part: str | None = None
    """Where it always is ("stomach" for stomach pain), if that is worth saying."""
    placed: bool = False
    """True where it can be anywhere and so looks for a body part beside it."""
    only_placed: tuple[str, ...] = ()
    """Words that mean this symptom only beside a body part ("acting up", "killing me")."""
    only_denied: tuple[str, ...] = ()
    """Words that mean this symptom only where they are denied or rated ("no temp", "no leaks", "sick 6/10")."""
    only_rated: tuple[str, ...] = ()
    """Words that mean this symptom only where they are rated: a diagnosis that was given a number ("fibro 6")."""
    over: tuple[str, ...] = ()
    """What comes back when it ends: ``("taste",)`` reads "taste is back" as no loss of taste."""
    only_listed: tuple[str, ...] = ()
    """Words that mean this symptom only in one list with a like symptom ("can't bear light or noise")."""


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A place on or in the body."""

    name: str
    words: tuple[str, ...] = ()
    pain: str | None = None
    """What pain there is called; "<name> pain" where not given."""
    rated: str | None = None
    """What a bare number rates there where that is no pain ("nerves 6")."""

    @property
    def pain_name(self) -> str:
        """What pain there is called, in every case."""
        return self.pain or f"{self.name} pain"


@dataclass(frozen=True, slots=True)
class Medicine:
    """One medicine: its generic name, what it is sold as, what people shorten it to."""

    name: str
    brands: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    """Short names that are also English words or initials: they count only beside a dose or a word of taking."""
    strengths: tuple[float, ...] = ()
    """Usual single amounts in ``unit``, by which a bare number beside the name is known to be an amount."""
    unit: str = "mg"
    members: tuple[str, ...] = ()
    """For the name of a kind ("antihistamine"): the medicines of that kind."""


@dataclass(frozen=True, slots=True)
class SeverityWord:
    """A word for how bad it is and the part of the 0-10 scale it spans."""

    words: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Cues:
    """The small words that turn what is said around: denied, gone, feared, asked, of someone else, long ago."""

    negators: tuple[str, ...]
    """Deny what follows when only ``transparent`` words stand between ("no", "haven't had")."""
    transparent: tuple[str, ...]
    """Words that let a negation through to the symptom ("have", "any", "a", "really", "sign of")."""
    opaque: tuple[str, ...]
    """Words that stop "no" from reaching further ("relief", "because", "only")."""
    resolved: tuple[str, ...]
    """Said after a symptom, mean that it is over ("gone", "has passed")."""
    restored: tuple[str, ...]
    """Said of what a symptom takes away, mean that it is over ("back", "normal again")."""
    recovered: tuple[str, ...]
    """Said in a clause of their own, mean that what was told before is over ("fine now", "all good")."""
    not_resolved: tuple[str, ...]
    """Said before a ``resolved`` word, mean that it is not ("almost", "not", "won't")."""
    ended: tuple[str, ...]
    """Said before a symptom, mean that it is over ("no longer", "got rid of")."""
    people: tuple[str, ...]
    """Other people ("daughter", "friend") whose symptoms are not the writer's."""
    fears: tuple[str, ...]
    conditions: tuple[str, ...]
    """Ifs, maybes, plans and wishes."""
    general: tuple[str, ...]
    """Statements about illness at large ("run in the family", "side effect")."""
    history: tuple[str, ...]
    """Long ago ("used to", "last year")."""
    things: tuple[str, ...]
    """Nouns that make a symptom word into a name of something else ("migraine clinic", "pain diary")."""
    links: tuple[str, ...]
    """Words that may stand between a body part and what is said of it ("is", "feels", "really")."""
    places: tuple[str, ...]
    """Words that may stand between a symptom and its body part ("in", "behind", "my")."""


@dataclass(frozen=True, slots=True)
class MedicineCues:
    """What was done with a medicine, and the words that amounts are counted in."""

    taken: tuple[str, ...]
    missed: tuple[str, ...]
    ran_out: tuple[str, ...]
    stopped: tuple[str, ...]
    mentioned: tuple[str, ...]
    """Plans, questions, prescriptions: the medicine is named but nothing was done with it."""
    effects: tuple[str, ...]
    """Said after a medicine, mean that it was taken ("helped", "didn't touch it")."""
    left: tuple[str, ...]
    """Said after a medicine, mean that it was not taken ("on hold", "slipped my mind")."""
    emptied: tuple[str, ...]
    """Said after a medicine, mean that there is none left ("is empty")."""
    units: Mapping[str, tuple[str, ...]]
    """Plain unit → how it is written: ``{"mg": ("mg", "milligrams")}``."""


@dataclass(frozen=True, slots=True)
class CircumstanceCues:
    """Words that open a trigger, an impact or a remark on sleep, and what cannot be a trigger."""

    triggers: tuple[str, ...]
    not_triggers: tuple[str, ...]
    impacts: tuple[str, ...]
    sleep: tuple[str, ...]
    activities: tuple[str, ...]
    """What "missed" and "no" make an impact of ("work", "school", "gym")."""


@dataclass(frozen=True, slots=True)
class RatingCues:
    """The words around a bare number that make it a rating of how bad something is."""

    leading: frozenset[str]
    """May stand between a symptom and its number ("is", "about", "a", ":")."""
    changes: frozenset[str]
    """Verbs of change ("dropped", "climbed")."""
    changing: frozenset[str]
    """May stand between a number and the one it became ("to", "but", "now")."""
    following: frozenset[str]
    """May come after a rating; any other word makes the number a count of it ("7 hours")."""
    after_preposition: frozenset[str]
    """May come after "in", "on" or "at" behind a rating ("7 at the moment")."""
    never_before: frozenset[str]
    """Make the number after them something else ("for", "since", "day")."""
    at_rating: frozenset[str]
    """Make "at 7" a rating and not a time ("sitting at 7")."""
    past: frozenset[str]
    past_after: frozenset[str]
    scales: frozenset[str]
    strengths: frozenset[str]
    """May stand between "a" and a rating ("a solid 7")."""
    framing: frozenset[str]
    """May stand in what hands a number over as a rating ("I'd go with")."""
    stating: frozenset[str]
    """Those of ``framing`` that call it a rating by themselves ("call", "reckon", "hovering")."""
    numbering: frozenset[str]
    """Between "a" and a number, make it one of something else ("a type 2")."""
    measured: frozenset[str]
    """What a rating may be said to be for, after the symptom ("5 for soreness")."""
    remarks: frozenset[str]
    """May follow a number that is all a sentence says ("7 or so", "4 by teatime")."""


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Words that carry little, and the common ones worth mending."""

    gaps: frozenset[str]
    """May stand inside a name ("heart has been really racing")."""
    inner_negators: frozenset[str]
    """Deny a name from inside it ("heart isn't racing")."""
    inner_praise: frozenset[str]
    """May stand inside a name right before what denies it there ("throat ok, not closing")."""
    mended: frozenset[str]
    """Common words whose typing errors are mended besides the names of symptoms."""


@dataclass(frozen=True, slots=True)
class WellWords:
    """How people say that a place or a power gives no trouble, and so deny what would take it away."""

    after: tuple[str, ...]
    """Said after a place or a power ("fine", "no bother")."""
    before: tuple[str, ...]
    """Said before one ("not a peep from")."""
    powers: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Symptom → what it takes away ("speech") → what is then said of that ("clear")."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything a language needs to read a quick update."""

    symptoms: tuple[SymptomTerm, ...]
    body_parts: tuple[BodyPart, ...]
    medicines: tuple[Medicine, ...]
    severities: tuple[SeverityWord, ...]
    cues: Cues
    medicine_cues: MedicineCues
    circumstances: CircumstanceCues
    ratings: RatingCues
    small: SmallWords
    well: WellWords
    not_symptoms: tuple[str, ...]
    """Phrases that hold a symptom's word and mean none ("sick of", "pain in the neck")."""
    everyday: frozenset[str]
    """Common words that must never be taken for a misspelt symptom."""
    topics: Mapping[str, frozenset[str]]
    """What a message may be about ("cold") → words that tell it."""
    emoji: Mapping[str, tuple[str, ...]]
    """Emoji → the symptom it stands for, then those beside which it only decorates."""
