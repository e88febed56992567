"""The rules that words must keep before a tired person is given them, as functions over text.

A line has to be sayable in one go, plain enough to read with a foggy head, and free of what Sameside never says:
promises, blame, doses, pep talk. ``findings`` holds a whole catalogue to them and says where to look. The patterns
are English; a second language brings its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.content import reading
from bot.domain import scripts

LONGEST_SECONDS = 12.0
HIGHEST_GRADE = 6.5

NEVER: Mapping[str, tuple[str, ...]] = {
    "promises an outcome": (
        r"will be (?:approved|covered|paid|fine|okay|ok)",
        r"(?:usually|always|often|mostly) (?:win|wins|work|works|succeed)",
        r"you(?:'ll| will| are going to) (?:win|get it|be fine|feel better|be okay)",
        r"guarantee[sd]?",
        r"(?:sure|certain|bound) to (?:win|work|help)",
    ),
    "reassures about a symptom": (
        r"nothing to worry about",
        r"(?:don't|do not) worry",
        r"it(?:'s| is) harmless",
    ),
    "blames the patient": (
        r"you should(?:n't| not)? have",
        r"(?<!not )(?:your|my) (?:own )?fault",
        r"you (?:failed|forgot|missed|neglected)",
        r"you didn't (?:take|follow|keep|come)",
    ),
    "blames the person": (
        r"you (?:never|always) (?:listen|care|do)",
        r"you don't (?:care|listen)",
        r"(?:lazy|incompetent|useless|liar|lying|stupid)",
    ),
    "speaks of a dose": (
        r"\d+(?:\.\d+)? ?(?:mg|mcg|ml|grams?|units?|pills?|tablets?|puffs?|drops?)",
        r"take (?:more|less) of",
        r"take (?:half|double|extra|one more|two) (?:a |of )?(?:pills?|tablets?|doses?)",
        r"(?:half|double|extra|skip(?:ping)? (?:a|the|your|my)) doses?",
        r"(?:halve|double|split) (?:it|the pills?|the dose|your)",
    ),
    "belittles or commands feelings": (r"just", r"simply", r"calm down", r"at least you", r"stay positive"),
    "gives pep talk or pity": (
        r"you(?:'ve| have) got this",
        r"hang in there",
        r"stay strong",
        r"poor you",
        r"warrior",
    ),
    "closes the question": (r"anything else",),
}
"""Why a phrase is never said, and the phrases, as patterns matched between word ends, whatever the capitals."""

_OUR_OWN = "I trust you. I'm just frustrated at the process."
"""PRODUCT's own sentence, which one script may quote."""

ALLIANCE = (
    r"thank(?:s|ful)?(?: you)?",
    r"grateful",
    r"gratitude",
    r"appreciate\w*",
    r"same side",
    r"(?:your|their) hands are tied",
    r"on your side",
    r"i trust you",
    r"i know (?:you|it's (?:hard|busy))",
    r"you(?:'re| are) (?:busy|tired|doing your best|only|under)",
    r"(?:we|let's) (?:both|work|fix|sort|solve|figure)",
    r"(?:us|we) both",
    r"as a team",
    r"i understand (?:you|that|why|how)",
    r"i(?:'d| would) (?:be glad|love|like) to (?:help|work)",
    r"how can i help",
    r"meant well",
    r"good intentions?",
    r"didn't mean (?:it|to|any)",
    r"overworked|understaffed|short[- ]staffed|burn(?:ed|t)?[- ]?out",
    r"forgive\w*",
    r"give them (?:the|a) (?:benefit|break|chance)",
)
"""What makes an alliance, thanks or excuses; none of it stands where a person was harmed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that a script does not keep: where it stands and what is wrong, in words for whoever edits it."""

    script: str
    key: str
    problem: str

    def __str__(self) -> str:
        return f"{self.script}: {self.key}: {self.problem}"


def never_said(text: str) -> tuple[str, ...]:
    """List what in ``text`` is never said, each with the reason."""
    plain = _plain(text).replace(_OUR_OWN, "")
    found = ["has an exclamation mark"] if "!" in plain else []
    for reason, patterns in NEVER.items():
        found += [f"{reason}: {said!r}" for said in _matches(patterns, plain)]
    return tuple(found)


def alliance_wording(text: str) -> tuple[str, ...]:
    """List the words of alliance, thanks or excuse in ``text``."""
    return tuple(_matches(ALLIANCE, _plain(text)))


def findings(catalogue: scripts.Catalogue, phrases: Mapping[str, str]) -> tuple[Finding, ...]:
    """Hold every script to the rules; ``phrases`` says what stands in each blank when it is not known."""
    return tuple(found for script in catalogue.scripts for found in _of_script(script, phrases))


def spoken(script: scripts.Script) -> Iterator[tuple[str, str]]:
    """List what is said aloud, each with its key: every part of every tone, the foggy line, every answer."""
    for tone, parts in script.lines.items():
        yield from ((f"lines.{tone}.{part.name}", part.text) for part in parts)
    yield "foggy", script.foggy
    yield from ((f"replies[{number}].say", reply.say) for number, reply in enumerate(script.replies))


def read(script: scripts.Script) -> Iterator[tuple[str, str]]:
    """List what the patient reads, in the pieces in which it is shown, each with its key."""
    if script.safety:
        yield "safety", " ".join(script.safety)
    yield "going_on", script.going_on
    for tone, parts in script.lines.items():
        yield f"lines.{tone}", " ".join(part.text for part in parts)
    yield "replies", " ".join(f"{_ended(reply.heard)} {reply.say}" for reply in script.replies)
    yield "write_down", " ".join(_ended(line) for line in script.write_down)


def whole(script: scripts.Script) -> str:
    """Give everything the script has for the patient to read, facts included, as one passage."""
    pieces = [_ended(script.title), *(text for _, text in read(script)), script.foggy]
    return " ".join([*pieces, *(fact.text for fact in script.facts)])


def ours(script: scripts.Script) -> Iterator[tuple[str, str]]:
    """List every text that is ours, each with its key: all but what we warn that others may say."""
    yield "title", script.title
    yield "going_on", script.going_on
    yield from spoken(script)
    yield from ((f"safety[{number}]", line) for number, line in enumerate(script.safety))
    yield from ((f"write_down[{number}]", line) for number, line in enumerate(script.write_down))
    yield from ((f"facts[{number}].text", fact.text) for number, fact in enumerate(script.facts))


def _of_script(script: scripts.Script, phrases: Mapping[str, str]) -> Iterator[Finding]:
    problems = (*_too_long(script, phrases), *_too_hard(script, phrases), *_badly_worded(script))
    yield from (Finding(script.id, key, problem) for key, problem in problems)


def _too_long(script: scripts.Script, phrases: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, text in spoken(script):
        took = reading.seconds_to_say(scripts.fill(text, {}, phrases))
        if took > LONGEST_SECONDS:
            yield key, f"takes {took:.1f} seconds to say; {LONGEST_SECONDS:.0f} is the most"


def _too_hard(script: scripts.Script, phrases: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, text in (*read(script), ("the whole script", whole(script))):
        found = reading.grade(scripts.fill(text, {}, phrases))
        if found > HIGHEST_GRADE:
            yield key, f"reads at grade {found:.1f}; {HIGHEST_GRADE} is the most"


def _badly_worded(script: scripts.Script) -> Iterator[tuple[str, str]]:
    for key, text in ours(script):
        yield from ((key, problem) for problem in never_said(text))
        if script.barrier == scripts.HARM:
            for said in alliance_wording(text):
                yield key, f"makes an alliance where there was harm: {said!r}"
    for number, reply in enumerate(script.replies):
        for problem in never_said(reply.heard):
            if not problem.startswith("blames"):  # others may blame: that is what the answer is for
                yield f"replies[{number}].if", problem


def _matches(patterns: tuple[str, ...], text: str) -> list[str]:
    return [
        found[0]
        for pattern in patterns
        for found in re.finditer(rf"(?<![\w'])(?:{pattern})(?![\w])", text, re.IGNORECASE)
    ]


def _plain(text: str) -> str:
    return text.replace("\u2019", "'")


def _ended(line: str) -> str:
    return line if line[-1:] in ".?!" else f"{line}."
