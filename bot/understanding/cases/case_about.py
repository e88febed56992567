"""Finds what a barrier is over: the scan, the medicine, the form. "insurance denied my mri" is over the MRI.

Each pattern names the thing as ``about``; the longest reading is cut where the sentence goes on.
"""

from bot.understanding.cases import case_words
from bot.understanding.words import patterns

ABOUT_WORDS = 6

_THING = r"(?P<about>[^\s,.;:!?()$\n][^,.;:!?()\n]{1,60})"
_OWN = r"(?:(?:my|the|a|an|our|this|that|his|her|their|some)\s+)?"
_PAPER = (
    r"(?:prior auth\w*|pre-?auth\w*|preapproval|authori[sz]ation|auth|approval|pa|denial|denied claim|appeal|exception"
    r"|claim|bill|invoice|letter|case|estimate|charged? me|billed me|complaint)(?: (?:request|form|letter))?"
)
_REFERRAL = r"(?:referral|referred(?: me)?|refer me|waitlist|waiting list|wait list)"
_REFUSED = (
    r"(?:den(?:y|ies|ied)|rejected|refused|declined|turned down|won't (?:pay for|cover|approve)|wont cover"
    r"|refus\w+ to (?:pay for|cover)|not covering|doesn't cover|not paying for|stopped covering|said no to"
    r"|cover|pay for|approved?)"
)
_IS = r"(?:(?:was|were|is|got|gets|has been|been|keeps getting|are)\s+)?(?:just |still )?"
_NO = r"(?:denied|rejected|refused|declined|turned down|pending|not covered|not approved)"
_NOT_SMALL = r"(?!for\b|of\b|to\b|is\b|was\b|by\b)"
_NO_MORE = r"(?=\s*(?:$|[,;.]|ref\b|by\b|expires\b|ends\b))"
_BEFORE = r"(?:^|[.,;:!?\n]|\b(?:my|the|our|and|but|that)\b)"

_PATTERNS = tuple(
    patterns.Pattern(pattern)
    for pattern in (
        rf"\b{_PAPER}\s+(?:for|of|about|over|on)\s+{_OWN}{_THING}",
        rf"\b{_REFERRAL}\s+(?:to|for)\s+{_OWN}{_THING}",
        rf"\b{_REFUSED}\s+(?:coverage (?:for|of) |the claim for |to cover |to pay for )?{_OWN}{_THING}",
        rf"{_BEFORE}\s*{_OWN}(?P<about>[\w'-]+(?: [\w'-]+){{0,3}}?)\s+{_IS}{_NO}\b",
        rf"\b(?:prior auth\w*|appeal|denied|denial|referral|preauth)\s+(?P<about>{_NOT_SMALL}[\w'-]+){_NO_MORE}",
        rf"\b(?:copy|copies|results|records|images|report)\s+(?:of|for)\s+{_OWN}{_THING}",
        rf"\b{_OWN}(?P<about>(?:[\w'-]+ ){{0,2}}?(?:results|form|paperwork|forms))\b",
        r"\b(?P<about>[\w'-]+)\s+(?:denial|appeal|referral|prior auth\w*|preauth\w*|authori[sz]ation|bill)\b",
        rf"\bfor\s+(?:my|the)\s+{_THING}",
    )
)  # fmt: skip
_ENDS = patterns.Pattern(
    r"\s+(?:and|but|because|bc|since|so|again|from|with|w|at|by|before|until|till|ref(?:erence)?|claim|case|conf\w*"
    r"|which|that|they|i|it|is|was|has|were|got|after|today|yesterday|last|this|due|still|as|saying|says|said|on|in"
    r"|deadline|number|dated|sent|submitted|lost|approved|faxed|took|must|to|#\S*|who|when|unless|without|right|pls|please|now|have|need|keeps?|not|pending|expires?)\b.*$"
)
_NOTHING = frozenset(
    """it this that them me my claim case denial appeal insurance prior auth authorization approval request everything
    something again still pending referral insurer pharmacy plan what no yes they he she i new first second start open
    medical letter reason reference number the a an care coverage internal external level urgent final last claims
    their your billing mine to for of surprise lost time week day month year third past old""".split()  # noqa: SIM905  reads as a list of words
)
_LETTERS = frozenset(
    """mri ct pet ivig cpap emg eeg ekg ecg dexa pt ot er ed tens iud ivf tmj tmd icu ssdi ssi fmla ltd std pip
    cgm""".split()  # noqa: SIM905  the same
)
_PAPERS = frozenset("denial appeal claim referral request prior auth authorization bill".split())  # noqa: SIM905  the same
_SMALL = frozenset("my the a an our this that his her their some for of to".split())  # noqa: SIM905  the same


def find(text: str) -> str:
    """Name what ``text`` is over; the name of an insurer is no such thing."""
    low = text.casefold()
    names = {name.casefold() for name in case_words.NAMES}
    for pattern in _PATTERNS:
        for found in pattern.finditer(low):
            said = _trimmed(text[found.start("about") : found.end("about")])
            if said and said.casefold() not in names:
                return said
    return ""


def _trimmed(words: str) -> str:
    """Cut what stands behind the thing itself, and small words around it."""
    kept = _cut(words).split()
    while kept and kept[0].casefold() in _SMALL:
        kept.pop(0)
    kept = kept[:ABOUT_WORDS]
    while kept and kept[-1].casefold() in _SMALL | _PAPERS:
        kept.pop()
    if not kept or all(word.casefold() in _NOTHING for word in kept):
        return ""
    said = " ".join(word.upper() if word.casefold() in _LETTERS else word for word in kept)
    return said.strip(" -'\"")


def _cut(words: str) -> str:
    found = _ENDS.search(f" {words}".casefold())
    return words[: max(found.start() - 1, 0)] if found else words
