"""Reads what a question about the log is about: a symptom, a medicine, bad days, visits, an answer of the check-in.

Nothing may be left over that is not understood: "last migraine" asks, "last migraine was awful" tells.
"""

import re
from dataclasses import dataclass

from bot.domain import finding, readings, told
from bot.understanding.reader import PatientReader
from bot.understanding.times import time_words
from bot.understanding.words import patterns

_AROUND = patterns.Pattern(
    r"^(?:(?:a|an|the|my|any|some|this|that|of|for|from|with|about|on|to|i|me|really|very|been|being|when|was|were|"
    r"had|have|has|having|got|get|getting|took|take|taken|taking|used|use|using|feel|felt|feeling|logged|log|"
    r"suffered|suffer|experienced|experience|did|do|there|is|it|his|her) )+"
)
_BEHIND = patterns.Pattern(
    r"(?: (?:days?|attacks?|episodes?|entries|entry|logged|happen(?:ed)?|start(?:ed)?|begin|began|again|at|all|"
    r"like|be|been|come|came|back|on|out|it|doses?|tablets?|pills?|my|do i have|did i have|have i had|i had|i have|"
    r"did i log|did i get|were there|did i take|have i taken|have i logged|i log|i logged|then))+$"
)
_MEDICINES = patterns.Pattern(r"(?:all )?(?:meds|med|medicines?|medications?|pills?|tablets?|drugs)")
_BAD = patterns.Pattern(r"(?:bad|rough|hard|terrible|awful|horrible|worst) (?:days?|ones?)|bad")
_VISIT = patterns.Pattern(
    r"(?:doctor'?s? )?(?:visits?|appointments?|appts?|appt|checkups?)(?: (?:with|at|to|for) (?P<whom>.+))?"
)
_CLINICIAN = patterns.Pattern(
    r"(?:dr|doctor|dentist|gp|pcp|nurse|surgeon|therapist|specialist|psychiatrist|physio(?:therapist)?|midwife|"
    r"pharmacist|optician|\w+ologist|\w+iatrist)\b.*"
)
_BOOKED = patterns.Pattern(
    r"(?:.+ )?(?:mri|ct|pet|scan|ultrasound|x ?-?ray|endoscopy|colonoscopy|gastroscopy|biopsy|mammogram|smear|echo|"
    r"ecg|ekg|eeg|(?:blood|eye|hearing|lung|nerve|stress|sleep|allergy) tests?|bloods|labs|blood draw|infusion|"
    r"injection|jab|vaccine|surgery|operation|procedure|physio|rehab|chemo|dialysis|therapy|clinic|assessment|review|consult|"
    r"consultation|telehealth|phone call|video call)(?: (?:appointment|appt|visit|with .+|at .+))?"
)
"""What is booked as a visit is; asked of what is behind, it is looked for in what was told."""
_MEASURES = {
    "energy": "energy", "energy level": "energy", "energy levels": "energy",
    "sleep": "sleep", "sleeping": "sleep", "slept": "sleep", "sleep quality": "sleep",
    "function": "function", "functioning": "function",
}  # fmt: skip
_RATED = patterns.Pattern(
    r" (?:(?:of |at |rated )?(?P<or>\d{1,2})(?:/10)? (?:or|and) (?:more|higher|over|above|worse|up)|"
    r"(?:over|above|worse than|higher than) (?P<over>\d{1,2})(?:/10)?)$"
)
_FILLERS = time_words.set_of(
    """a an the my any some of in on at all i with really very attack attacks episode episodes days day pain pains
    have had get got take took again me to dose doses tablet tablets pill pills mg hurt hurts"""
)
_HOW_BAD = time_words.set_of("bad terrible awful severe horrible strong intense")
"""Before a name they say which ones are asked about; behind it they tell how it was."""
_NO_NAME = time_words.set_of("was is were went made said felt told has had did gave will and but so")
"""What follows the name of a person only in a sentence about them."""
MOST_WORDS = 4
"""Words looked for at once; more is a sentence."""
_NO_WORDS = time_words.set_of(
    """it that this them they he she you we us one so normal ok okay good fine better worse something anything
    nothing everything wrong too much twice once how many when what why who which where should can"""
)
_SEARCH_FILLERS = time_words.set_of("a an the my any some of in on at i me about with for")


@dataclass(frozen=True, slots=True)
class Meant:
    """What it is about, as a `finding.Request` holds it."""

    kind: finding.Kind
    name: str = ""
    at_least: int = 0


def read(words: str, reader: PatientReader) -> Meant | None:
    """Read what is named; None where it is not known, or where more is said than a name."""
    bare = _BEHIND.sub("", f" {_AROUND.sub('', words.strip() + ' ')}".rstrip()).strip()
    rated = _RATED.search(bare)
    at_least = 0
    if rated:
        at_least = int(rated["or"]) if rated["or"] else int(rated["over"]) + 1
        bare = _BEHIND.sub("", f" {bare[: rated.start()]}").strip()
    found = _plain(bare) or _logged(bare, reader) or _logged(words.strip(), reader)
    if found and at_least and found.kind == "symptom":
        return Meant(found.kind, found.name, min(at_least, 10))
    return None if rated else found


def words_of(text: str) -> Meant | None:
    """Take what is named as words to look for in the patient's own; None where they are none or a sentence."""
    found = [word.strip(".,!?\"'") for word in text.split()]
    kept = [word for word in found if word and word not in _SEARCH_FILLERS]
    if not kept or len(kept) > MOST_WORDS or set(kept) & _NO_WORDS:
        return None
    return Meant("words", " ".join(kept))


def ahead(words: str, *, met: bool) -> Meant | None:
    """Read what the next one is asked of; ``met``: it is somebody, known or not."""
    bare = words.removeprefix("my ").removeprefix("the ").removeprefix("next ")
    named = met or _BOOKED.fullmatch(bare)
    return Meant("visit", bare) if named and len(bare.split()) <= MOST_WORDS else None


def _plain(bare: str) -> Meant | None:
    if bare in _MEASURES:
        return Meant("measure", _MEASURES[bare])
    if _MEDICINES.fullmatch(bare):
        return Meant("medicine")
    if _BAD.fullmatch(bare):
        return Meant("bad")
    visit = _VISIT.fullmatch(bare)
    whom = (visit["whom"] or "") if visit else bare
    if (
        not (visit or _CLINICIAN.fullmatch(bare))
        or len(whom.split()) > MOST_WORDS
        or _NO_NAME & set(whom.split())
    ):
        return None
    return Meant("visit", whom.removeprefix("my ").removeprefix("the "))


def _logged(bare: str, reader: PatientReader) -> Meant | None:
    if not bare or len(bare.split()) > 8:
        return None
    reading = reader.update(bare)
    symptoms, medicines = reading.symptoms, reading.medications
    if len(symptoms) == 1 and not medicines:
        return _symptom(bare, symptoms[0])
    if len(medicines) == 1 and not symptoms and not medicines[0].dose:
        return Meant("medicine", medicines[0].name) if _covers(bare, medicines[0].words) else None
    return None


def _symptom(bare: str, found: readings.SymptomMention) -> Meant | None:
    if found.negated or found.severity is not None:
        return None
    said = f"{found.words} {found.body_part or ''}"
    if not _covers(bare, said):
        return None
    is_bad = found.severity_range is not None and found.severity_range[0] >= told.BAD - 1
    return Meant("symptom", found.name, told.BAD if is_bad else 0)


def _covers(bare: str, said: str) -> bool:
    known = set(re.findall(r"[^\W_]+", said.casefold()))
    words = re.findall(r"[^\W_]+", bare)
    begins = next((n for n, word in enumerate(words) if word in known), 0)
    return all(
        word in known or word in _FILLERS or (n < begins and word in _HOW_BAD) for n, word in enumerate(words)
    )
