"""The turns of phrase that say whose deed something is: "I need to", "the nurse will", "results by", "call me"."""

import re

from bot.domain import zones
from bot.understanding.cases.promise_words import ACTS, COMING, DOUBLED, PEOPLE, SAME_IN_PAST, either
from bot.understanding.words import patterns

ACT = either(ACTS)
ACTING = either(frozenset(re.sub(r"e$", "", act) + "ing" for act in ACTS) | DOUBLED)
ACTS_S = either(
    frozenset(f"{act}{'es' if act.endswith(('s', 'sh', 'ch', 'x', 'o')) else 's'}" for act in ACTS)
)
ACT_NOW = either(ACTS - SAME_IN_PAST)
PERSON = (
    rf"(?:(?:the|my|our|their|his|her|a|an|some)\s+)?(?:[\w'-]+\s+){{0,2}}?(?:{either(PEOPLE)})"
    r"(?:\.?\s+(?!will\b)\w+)?"
)
THEY = r"(?:they|she|he|someone|somebody)"
NO_WISH = r"(?!\s+(?:like|rather|better|been|love|prefer|want))"
WILL = (
    rf"(?:\s*'ll|\s+(?:will|shall|should|must|would)|\s*'d{NO_WISH}|"
    r"\s*(?:'s|'re|\s+is|\s+are)\s+(?:going|gonna|meant|supposed|about)(?:\s+to)?|"
    r"\s*(?:'s|'re|\s+is|\s+are)\s+to|\s+(?:gonna|has\s+to|have\s+to|needs?\s+to)|"
    r"\s+(?:promised|agreed|offered|plans?|said)(?:\s+(?:me|us))?\s+to)"
)
DEED = (
    r"\s+(?:also\s+|then\s+|both\s+)?(?:be\s+(?:\w+ed|\w+ing|sent|done|made|put|given|seen|read|in\b)|(?!be\b))"
    r"(?P<deed>[\w-]*)"
)
NOT = patterns.Pattern(
    r"\b(?:not|never|no one|nobody|won't|wont|can't|cant|cannot|don't|dont|doesn't|doesnt|didn't|didnt|isn't|aren't|"
    r"wasn't|couldn't|wouldn't|shouldn't|refused|refuses)\b",
    re.IGNORECASE,
)
IF = patterns.Pattern(r"\b(?:if|unless|in case|in the event|whether)\b", re.IGNORECASE)
CUTS = patterns.Pattern(
    r"\s*[\n\r]+\s*|\s*;\s*|(?<!\bdr)(?<!\bvs)(?<!\d)[.!]+(?:\s+|$)|(?<=\?)\s+|\s+(?=\d[.)]\s+[a-z])",
    re.IGNORECASE,
)
BULLET = patterns.Pattern(r"^\s*(?:[-*\N{BULLET}\N{EN DASH}]|\d{1,2}[.)])\s+")
JOINTS = patterns.Pattern(
    r"(\s*,\s*(?:and|then|but|so|also)\b\s*|\s*,\s*|\s+(?:and then|and|then|but|so|while)\s+|"
    r"\s+[-\N{EN DASH}\N{EM DASH}]+\s+)",
    re.IGNORECASE,
)
OPENERS = patterns.Pattern(
    r"^(?:(?:and|then|so|but|also|ok|okay|well|plus|next|first|second|the plan is(?: that)?|the plan|plan|"
    rf"next steps?|we agreed(?: that)?|(?:i|{THEY}|{PERSON})\s+(?:said|says|told me|told them|"
    r"promised(?: me)?|thinks?)(?: that)?(?=\s+(?:i|they|she|he|we|the|my|someone)\b))[\s:,]+)+",
    re.IGNORECASE,
)
MINE_TOLD = patterns.Pattern(
    rf"^(?:(?:{THEY}|{PERSON})\s+)?"
    r"(?:wants?|wanted|asked|told|needs?|needed|would like|'d like|expects?|reminded)\s+me\s+to\s+"
    r"|^(?:(?:they|she|he)\s+)?(?:said|told me)\s+(?:i\s+(?:should|need to|have to|must)|to)\s+"
    r"|^(?:i\s+(?:was|am|'m)|i'm|i was|i've been)\s+(?:told|asked|supposed|meant|to be)\s+to\s+",
    re.IGNORECASE,
)
MINE = patterns.Pattern(
    r"^(?:i|we|me|my job is|my part is|my part|it's on me|up to me)"
    rf"(?:\s*'ll|\s*'d{NO_WISH}|\s+(?:will|shall|should|must|gotta|gonna|can|promised to|agreed to|plan to|"
    r"intend to|need to|have to|got to)|\s*(?:'ve|\s+have)\s+(?:got\s+)?to|"
    r"\s*(?:'m|'re|\s+am|\s+are)\s+(?:going\s+to|gonna|to|supposed\s+to|meant\s+to)|\s+to|:)\s+",
    re.IGNORECASE,
)
MINE_NOW = patterns.Pattern(
    rf"^(?:i|we)\s+(?={ACT}\b)"
    r"(?!(?:have|get|see|do|go|come|need|like|leave|look|feel)\b(?!\s+(?:back|to)\b))"
    rf"|^(?:i'm|i am|we're|we are)\s+(?={ACTING}\b)",
    re.IGNORECASE,
)
LABELLED = patterns.Pattern(r"^(?P<who>[\w.' -]{1,30}?)\s*:\s*(?P<what>\S.*)$")
ARRIVES = patterns.Pattern(
    r"^(?:i\s*(?:'ll|will|should|'d|would|am going to|'m going to)?\s*(?:hear|(?:get|receive|be getting)\s+"
    r"(?:a|an|the|my|some)?\s*(?:\w+\s+)?(?:call|letter|text|email|message|results?|answer|reply|referral|appointment|"
    r"date)s?)\b|(?:(?:i|i'll|i will)\s+)?(?:expect|expecting|waiting (?:for|on)|wait for)\b)",
    re.IGNORECASE,
)
TO_ME = patterns.Pattern(
    rf"^(?:(?:{ACT})\b.{{0,40}}?\b(?:me|us)\b|get back to (?:me|us)\b|let me know)", re.IGNORECASE
)
MY_OWN = patterns.Pattern(r"^(?:help|remind|excuse) me\b", re.IGNORECASE)
WILL_DO = patterns.Pattern(rf"^(?P<who>[\w.'/ -]{{1,60}}?){WILL}{DEED}", re.IGNORECASE)
DOES = patterns.Pattern(
    rf"^(?:(?:she|he|someone|somebody|{PERSON})\s+(?:also\s+)?(?:{ACTS_S})|"
    rf"(?:they|{PERSON})\s+(?:also\s+)?(?:{ACT_NOW}))\b",
    re.IGNORECASE,
)
IS_DOING = patterns.Pattern(
    rf"^(?:{THEY}|{PERSON})\s*(?:'s|'re|\s+is|\s+are)\s+(?:also\s+)?(?:{ACTING})\b", re.IGNORECASE
)
SHALL = patterns.Pattern(rf"^(?:{PERSON}|them|her|him)\s+to\s+(?:{ACT})\b", re.IGNORECASE)
ON_THE_WAY = r"(?:to be \w+|going out|goes out|coming|comes|due|back|ready|expected)"
COMES = patterns.Pattern(
    rf"^(?:(?:the|my|a|an|some)\s+)?(?:[\w-]+\s+){{0,3}}?(?:{either(COMING)}|{ON_THE_WAY})"
    rf"(?:\s+(?:{ON_THE_WAY}|are|is|in|sent|(?:from|to)\b.*))*\s*$",
    re.IGNORECASE,
)
BARE = patterns.Pattern(
    rf"^(?:(?:please|to|need to|must|have to|should|gotta|gonna|going to|will)\s+)*(?P<deed>{ACT})\b",
    re.IGNORECASE,
)
DANGLING = patterns.Pattern(
    r"(?:\s+(?:by|on|at|until|before|around|within|and)|[\s,;:.\-\N{EN DASH}])+$", re.IGNORECASE
)
LEFT_OF_TIME = patterns.Pattern(r"\s+in$", re.IGNORECASE)
MY_LABELS = frozenset(("me", "i", "mine", "myself"))
BARE_MONTHS = frozenset(month.casefold() for name in zones.MONTHS for month in (name, name[:3]))
ARRANGED = (
    r"(?:order|refer|prescri|increas|rais|lower|decreas|reduc|doubl|book|schedul|switch|chang|add|start|stopp|request|"
    r"recommend|suggest|want|need|decid|agree|plann|ask|push|offer|propos|advis)"
)
"""How a past deed begins that says how it goes on: "she ordered bloods"."""
GOES_ON = patterns.Pattern(
    r"\b(?:to(?! worry)|should|shall|must|needs?|will|try|trying|start|starting|stop|stopping|wait|next|in \d+|again)\b"
    r"|'ll\b",
    re.IGNORECASE,
)
REPORTED = patterns.Pattern(
    rf"^(?:{THEY}|{PERSON})\s+(?:said|says|told me|told us|thinks?|thought|believes?|believed)\s+(?:that\s+)?",
    re.IGNORECASE,
)
FOUND = patterns.Pattern(
    r"^(?:it|that|this|(?:all |all of )?(?:my|the|his|her|their)(?:\s+[\w-]+){1,3}?|everything|labs?|bloods?"
    r"|scans?|tests?|results?|i|i'm)(?:'s|'m|\s+am|\s+(?:is|are|was|were|looks?|looked|seems?|seemed|came back))\b",
    re.IGNORECASE,
)
DONE = patterns.Pattern(
    rf"^(?:i|we|{THEY}|{PERSON})\s+(?:also\s+|really\s+|just\s+)?(?!{ARRANGED})"
    r"(?:was|were|had|did|didn't|didnt|gave|sent|fought|heard|took|made|told|went|saw|got|read|laughed|\w{3,}ed)\b",
    re.IGNORECASE,
)
SUBJECT = patterns.Pattern(
    rf"(?:(?:i|we|{THEY}|me|my part|it|there|that)\b|"
    r"(?:the|my|our|a|an|dr\.?)\s+[\w-]+\s+(?:was|is|were|are|said|says|has|had|gave|told|did|wants?)\b)",
    re.IGNORECASE,
)
BEFORE_COMMA = patterns.Pattern(r"\s+(?=,)")
