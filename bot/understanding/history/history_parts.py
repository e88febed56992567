"""Takes the side remarks out of one line of a history: since when, how long, why it stopped, what is in brackets.

What is left is the name. Each remark is kept as it was told; nothing is worked out from it.
"""

import re
from dataclasses import dataclass
from typing import Literal

from bot.understanding.words import patterns

_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_SEASON = r"spring|summer|autumn|fall|winter|christmas|easter"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_COUNT = (
    r"(?:\d{1,3}(?:[-\N{EN DASH}]\d{1,3})?|\d\.\d|an?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve"
    r"|half an?|a couple(?: of)?|a few|several|many|some)"
)
_SPAN = (
    rf"{_COUNT}\s*(?:and a half\s+)?(?:days?|weeks?|wks?|months?|mos?|mths?|years?|yrs?"
    rf"|decades?)(?![\w])"
)
_NEAR = (
    r"(?:(?:about|around|roughly|approx\.?|almost|nearly|over|under|more than|less than|at least"
    r"|maybe|like|only|just|~)\s*)"
)
_POINT = (
    rf"(?:{_YEAR}s?|'?\d0s|(?:{_MONTH})\.?(?![\w])|(?:{_SEASON})(?![\w])|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s+(?:of\s+)?(?:{_MONTH})"
    rf"|\d{{1,2}}/(?:\d{{1,2}}/)?(?:19|20)?\d\d|{_YEAR}-\d\d(?:-\d\d)?|{_SPAN}\s+ago|(?:last"
    rf"|this)\s+(?:year|month|week|night"
    rf"|{_SEASON}|{_MONTH})|yesterday|today|age\s+(?:of\s+)?\d{{1,2}}|(?:my\s+)?(?:early |mid "
    rf"|late )?(?:teens|twenties|thirties|forties"
    r"|fifties|sixties)|childhood|birth|college|high school|i was (?:a (?:kid|child|teen(?:ager)?|baby)"
    r"|\d{1,2}|born|little|young))"
)
_TIME = (
    rf"(?:(?:early|late|mid|the|end of|start of|beginning of|about|around|approx\.?"
    rf"|~)[\s-]*){{0,2}}{_POINT}(?:[\s,]{{1,2}}(?:of\s+)?(?:\d{{1,2}}(?:st|nd|rd"
    rf"|th)?,?\s+)?{_POINT}){{0,2}}"
)
_FROM_TO = patterns.Pattern(
    rf"\(?\b(?:from\s+)?(?P<since>{_TIME})\s*(?:-|\N{{EN DASH}}|to|until|till"
    rf"|through)\s*(?P<until>{_TIME}|now|present)\)?",
    re.IGNORECASE,
)
_SINCE = patterns.Pattern(rf"\(?\b(?:ever\s+)?(?:since|from)\s+(?P<since>{_TIME})\)?", re.IGNORECASE)
_UNTIL = patterns.Pattern(rf"\(?\b(?:until|till|up to)\s+(?P<until>{_TIME})\)?", re.IGNORECASE)
_AT = patterns.Pattern(
    rf"\(?(?:\b(?:diagnosed|dx'?d?|found|started|began|done|in|on|at|back in)\s+)*(?:\b(?:in|on|at"
    rf"|around|about)\s+)?(?<![\w/.-])(?P<at>{_TIME}(?:\s+(?:and|&)\s+{_YEAR}){{0,3}})(?![\w/])\)?",
    re.IGNORECASE,
)
_LASTED = patterns.Pattern(
    rf"\(?\b(?:for|after|x|over|lasted)\s+(?P<lasted>{_NEAR}?(?:the\s+(?:last"
    rf"|past)\s+)?{_SPAN})(?!\s+ago)\)?",
    re.IGNORECASE,
)
_BARE_SPAN = patterns.Pattern(
    rf"(?<!once)(?<!twice)(?<!times)(?<!every)(?<!per)(?<=[\s(,])(?!an?\s)(?P<lasted>{_NEAR}?{_SPAN})(?!\s+ago)(?=\s*(?:[,;)]|$|-|then|stopped))",
    re.IGNORECASE,
)
_STOP = patterns.Pattern(
    r"\b(?:(?:i|we|and|then|but|so|have|has|had|to|dr\.?\s+[\w'-]+|my doctor|they|she|he|was|were|been"
    r"|it was|got|finally|just)\s+)*"
    r"(?:(?:stopped|stop)(?!\s+(?:working|paying|covering|helping|making|responding))|quit|came off"
    r"|come off|comes off|coming off|went off|gone off|gave up|discontinued|d/c'?d?|taken off"
    r"|took me off|taken me off"
    r"|pulled me off|weaned off|tapered off|dropped|ditched|no longer take|no longer taking"
    r"|no longer on|not taking|not on)(?![\w])"
    r"(?:\s+(?:it|them|that|this|taking(?: it)?|using(?: it)?|anymore|any more|again|early"
    r"|by (?:my )?(?:dr\.?\s+)?[\w'-]+))*",
    re.IGNORECASE,
)
_BECAUSE = patterns.Pattern(
    r"(?:^|(?<=[\s,(-]))(?:because\s+of|because|becuase|cuz|coz|bc\s+of|bc|b/c|due\s+to|owing\s+to"
    r"|on\s+account\s+of|since\s+(?=it|i)"
    r"|as\s+(?=it|i\s)|reason:?|for(?=\s+side\s+effects?)|over(?=\s+side\s+effects?)"
    r"|thanks\s+to)\s*(?P<why>\S.*)$",
    re.IGNORECASE,
)
_FAILED = patterns.Pattern(
    r"(?:^|(?<=[\s,(-]))(?:but\s+|and\s+|it\s+|which\s+|that\s+|i\s+)*(?P<why>(?:made me|makes me"
    r"|gave me|gives me|gave|caused|causes|got|had)\s+\S.*"
    r"|(?:it\s+)?(?:really\s+)?(?:didn'?t|did not|doesn'?t|does not|wasn'?t|never|isn'?t|couldn'?t"
    r"|could not|can'?t)\s+\S.*|did nothing.*|stopped working.*|no (?:effect|help|relief|good|use"
    r"|benefit|change|difference|improvement|luck).*"
    r"|not (?:working|helping|effective|enough|tolerated|covered).*|useless.*|ineffective.*|failed.*"
    r"|wore off.*|made it worse.*|made (?:things|everything|my)\s+\S.*"
    r"|too (?!long)\S+.*|side effects?.*|side fx.*|bad (?:side effects?|reaction).*|insurance\s+\S.*"
    r"|allergic.*|lost insurance.*)$",
    re.IGNORECASE,
)
_ENOUGH = patterns.Pattern(
    r"\s*(?:[.;]\s+|,?\s+(?:so|but|and)\s+(?:now\b|then\b|i'?m\b|i am\b|i\s+(?:started|take|took|use)"
    r"|dr\b|my doctor|they\s+(?:put|gave)|switched)).*$",
    re.IGNORECASE | re.DOTALL,
)
_BRACKET = patterns.Pattern(r"\s*[(\[]([^()\[\]]{1,120})[)\]]")
_EDGES = " \t\r\n,;:.-=>\N{EN DASH}\N{EM DASH}\N{BULLET}\N{RIGHTWARDS ARROW}"
_LEFTOVER = patterns.Pattern(
    r"(?:^(?:and|but|or|then|also|plus|on|in|for|at|of|was|it was|which)(?:\s+|$))|(?:(?:^|\s+)(?:and"
    r"|but|or|then|on|in|for|at|of|because|i|it|was|since|from|which|that|the)$)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Parts:
    """One line being read: ``rest`` is what no remark has claimed yet."""

    rest: str
    state: Literal["now", "stopped"] = "now"
    why: str = ""
    since: str = ""
    until: str = ""
    lasted: str = ""


def stop_parts(parts: Parts, *, tried: bool) -> None:
    """Take out that it stopped and why; with ``tried`` a reason alone says as much."""
    stop = _STOP.search(parts.rest)
    if stop:
        parts.state = "stopped"
        told = parts.rest[stop.end() :]
        when = re.match(rf"\s*(?:in|on|after|around|about)?\s*(?P<until>{_TIME})", told, re.IGNORECASE)
        if when:
            parts.until = trim(when["until"])
            told = told[when.end() :]
        parts.rest = f"{parts.rest[: stop.start()].rstrip(' ,;-')} , {told}" if stop.start() else told
    if tried:
        parts.state = "stopped"
    if parts.state == "stopped":
        _take_why(parts)


def _take_why(parts: Parts) -> None:
    found = [m for m in (_BECAUSE.search(parts.rest), _FAILED.search(parts.rest)) if m and m.start()]
    if not found:
        return
    first = min(found, key=lambda m: m.start())
    parts.why = trim(_unled(_ENOUGH.sub("", first["why"])))
    parts.rest = parts.rest[: first.start()]


def fails(text: str) -> bool:
    """Tell whether ``text`` says why something was given up ("it did nothing", "because of the rash")."""
    padded = f"x {text}"
    return any(
        found and found.start() <= len("x ") for found in (_BECAUSE.search(padded), _FAILED.search(padded))
    )


def because(text: str) -> tuple[str, str]:
    """Cut a reason off the end of ``text``: (what stands before it, the reason)."""
    found = _BECAUSE.search(text)
    if found is None or not found.start():
        return text, ""
    return clean(text[: found.start()]), trim(_unled(found["why"]))


def time_parts(parts: Parts, *, bare: bool = True) -> None:
    """Take out since when, until when and how long; with ``bare`` a lone year or date says since when."""
    if found := _FROM_TO.search(parts.rest):
        parts.since, until = trim(found["since"]), trim(found["until"])
        parts.until = parts.until or ("" if until.casefold() in {"now", "present"} else until)
        _cut(parts, found)
    if not parts.since and (found := _SINCE.search(parts.rest)):
        parts.since = trim(found["since"])
        _cut(parts, found)
    if found := _UNTIL.search(parts.rest):
        parts.until = parts.until or trim(found["until"])
        _cut(parts, found)
    for pattern in (_LASTED, _BARE_SPAN):
        if not parts.lasted and (found := pattern.search(parts.rest)):
            parts.lasted = trim(found["lasted"])
            _cut(parts, found)
    if bare and not parts.since and (found := _AT.search(parts.rest)):
        if parts.state == "stopped" and not parts.until:
            parts.until = trim(found["at"])
        elif parts.state == "now":
            parts.since = trim(found["at"])
        else:
            return
        _cut(parts, found)


def has_time(text: str) -> bool:
    """Tell whether ``text`` names a day, a month, a year or a time of life."""
    return bool(_AT.search(text))


def is_time_only(text: str) -> bool:
    """Tell whether ``text`` is nothing but a time ("2019", "for 8 weeks")."""
    parts = Parts(f" {text} ")
    time_parts(parts)
    return not clean(parts.rest) and bool(parts.since or parts.until or parts.lasted)


def take_bracket(parts: Parts) -> str:
    """Take out what stands in the first brackets."""
    found = _BRACKET.search(parts.rest)
    if not found:
        return ""
    _cut(parts, found)
    return trim(found[1])


def clean(text: str) -> str:
    """Take loose signs and small words off both ends."""
    before = None
    while before != text:
        before = text
        text = _LEFTOVER.sub("", trim(text))
    return text


def trim(text: str) -> str:
    """Take loose signs off both ends."""
    text = re.sub(r"\s+([,;])", r"\1", " ".join(text.split())).strip(_EDGES)
    text = re.sub(r"[,;]\s*[,;]+", ",", text)
    return text[:-1].rstrip(_EDGES) if text.count(")") > text.count("(") and text.endswith(")") else text


def _unled(why: str) -> str:
    """Begin a reason with what it was: "the brain fog" is "brain fog"; a whole clause stays whole."""
    return re.sub(r"^(?:the|of|a|an)\s+", "", why.strip(), flags=re.IGNORECASE)


def _cut(parts: Parts, found: re.Match[str]) -> None:
    parts.rest = f"{parts.rest[: found.start()]} {parts.rest[found.end() :]}"
