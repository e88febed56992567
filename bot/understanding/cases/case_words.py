"""The words by which a message tells of a barrier being worked on: what kind, over what, with whom.

Each pattern reads plain lower case with straight apostrophes. They are short and hold no repetition inside another, so
that any text is read in time proportional to its length.
"""

import re
from collections.abc import Mapping

from bot.domain.case_rules import KindId
from bot.understanding.words import patterns

WHO_PAYS = r"(?:insur(?:ance|er)s?|ins|plan|carrier|payer|hmo|ppo|health fund|coverage|medicare|medicaid)"
NAMES = (
    "UnitedHealthcare", "United Healthcare", "United", "UHC", "Aetna", "Cigna", "Evernorth", "Humana", "Kaiser",
    "Anthem", "Blue Cross Blue Shield", "Blue Cross", "Blue Shield", "BCBS", "Highmark", "Molina", "Centene",
    "Ambetter", "Oscar", "Optum Rx", "OptumRx", "Optum", "CVS Caremark", "Caremark", "Express Scripts", "CVS",
    "Walgreens", "Rite Aid", "Accredo", "Evicore", "Carelon", "Medicare", "Medicaid", "Medi-Cal", "Tricare", "VA",
    "Unum", "Sedgwick", "MetLife", "The Hartford", "Hartford", "Prudential", "Lincoln Financial", "Social Security",
    "SSA", "DWP", "Capita", "NHS", "PALS", "Bupa", "Vitality", "Centrelink", "NDIS", "Medibank", "Service Canada",
    "Quest", "Labcorp", "HHS",
)  # fmt: skip
"""Insurers, benefit offices, pharmacies and labs as they write themselves; found in any spelling of case."""

_SHORT = r"[^.?!\n;]{0,40}?"
_INSURERS = "|".join(re.escape(name.casefold()) for name in NAMES)
KINDS: Mapping[KindId, tuple[tuple[str, int], ...]] = {
    "complaint": (
        (r"\b(?:complaint|complain to|ombuds\w+|report (?:him|her|them|the doctor|the nurse|dr))\b", 4),
        (r"\b(?:civil rights|licensing board|medical board|malpractice)\b", 4),
    ),
    "step_therapy": (
        (r"\b(?:step therapy|fail[- ]first|non[- ]?formulary|not on (?:the |their )?formulary)\b", 5),
        (rf"\b(?:try|trying|fail) {_SHORT}\b(?:first|before)\b", 2),
        (r"\b(?:formulary|tier|medical) exception\b|\bforced? (?:me )?(?:to )?switch\b|\bswitch me to\b", 4),
    ),
    "paperwork": (
        (r"\b(?:disability|fmla|ssdi|ssi|std claim|ltd|short[- ]term dis\w*|long[- ]term dis\w*)\b", 5),
        (r"\b(?:pip|esa form|dsp|cpp|blue badge|work note|sick note|fit note|accommodations?)\b", 4),
        (r"\b(?:leave (?:form|paper\w*|request)|medical leave|school form|504 plan)\b", 4),
    ),
    "denial": (
        (r"\b(?:den(?:y|ied|ies|ial|ials|ying)|appeal\w*|peer[- ]to[- ]peer|adverse determination)\b", 4),
        (rf"\b{WHO_PAYS}\b{_SHORT}\b(?:said no|says no|reject\w*|refus\w+|declin\w+|turn\w* down)\b", 4),
        (r"\b(?:won't|wont|will not|doesn't|not|isn't|stopped?) (?:gonna )?(?:pay\w*|cover\w*)\b", 3),
        (r"\b(?:refusing|refused|refuses) to (?:pay|cover|approve)\b|\bnot covering\b", 4),
        (rf"\b(?:{_INSURERS})\b{_SHORT}\b(?:reject\w*|refus\w+|declin\w+|turned|won't|wont|said no)\b", 3),
        (r"\bnot medically necessary\b|\b(?:external|outside|independent) review\b", 4),
        (r"\b(?:rejected|refused|declined|turned down|turned it down)\b", 2),
    ),
    "authorization": (
        (r"\b(?:prior|pre)[ -]?auth\w*|\bpre[- ]?(?:cert\w*|approv\w*|authori[sz]\w*)", 4),
        (r"\bauthori[sz]ations?\b|\bauth\b|\bpa (?:is|for|was|still|request|number|#)|\bp\.a\.", 3),
        (rf"\b(?:waiting|wait|pending){_SHORT}\bapprov\w*|\bapproval\b", 2),
    ),
    "referral": (
        (r"\b(?:referral|referrals|refer me|referred me|re-?refer\w*)\b", 4),
        (r"\b(?:wait(?:ing)?[- ]?list|waitlisted|cancellation list|first available)\b", 3),
    ),
    "records": (
        (r"\b(?:medical |my |the )?records\b|\brecords? request\b|\bchart\b|\bamend\w*\b", 4),
        (r"\bportal\b|\bimaging (?:disc|disk|cd)\b", 2),
        (r"\bresults?\b", 1),
        (r"\bresults?\b[^.?!\n]{0,40}\b(?:late|by|come|coming|missing|not (?:in|here|back)|still|yet)\b", 1),
        (r"\bcopy of\b|\bmy (?:file|notes|images)\b", 2),
    ),
    "bill": (
        (r"\b(?:bill|bills|billed|billing|invoice|overcharg\w+|double[- ]charg\w+|surprise bill)\b", 4),
        (r"\b(?:in|to|debt|with) collect\w+|\bcollect(?:ions?|or|ors)\b|\bcharged? me\b|\bitemi[sz]ed\b", 4),
        (r"\b(?:good[- ]faith )?estimate\b|\beob\b|\bpayment plan\b|\bcopay\b", 2),
    ),
}
"""By kind: what speaks for it, and how much."""
ORDER: tuple[KindId, ...] = tuple(KINDS)
"""Where two kinds weigh the same, the earlier one is meant."""
ENOUGH = 2

PENDING = patterns.Pattern(
    r"\b(?:still |currently )?(?:pending|processing|in review|under review|being reviewed|in process|still waiting"
    r"|waiting (?:on|for|\d)|not approved yet|still not|no (?:answer|word|reply|response)|haven't heard|not heard back"
    r"|havent heard|submitted|faxed|was sent|sent (?:it|in|over|the)|they(?:'re| are) (?:looking|checking|working))\b"
)
"""What says that it lies with the other side."""

REQUEST = patterns.Pattern(
    r"^(?:(?:hi|hey|ok|please|pls|can you|could you|would you|will you|i want to|i'd like to|i need to|let's|lets"
    r"|help me|and|also|so)[ ,]+)*"
    r"(?:(?:start|open|begin|create|add|make|set up)\b[^.?!\n]{0,40}\bcases?\b"
    r"|(?:keep track of|track|follow up on|watch)\b(?= (?:my|the|this|our|a|an)\b)"
    r"|new case\b|(?:start|open|begin) (?:my|an|a|the) (?:\w+ ){0,2}(?:appeal|dispute|complaint)\b)"
)
"""Asks that a case be kept, at the beginning of the message."""
NO_REQUEST = patterns.Pattern(r"\b(?:just )?in case\b|\bcases? of\b|\b(?:steps?|calories|period|sleep)\b")
"""What sounds like asking for a case and is none."""
