"""The frames in which people tell something of themselves that lasts: "I stopped ...", "dr lee put me on ...".

Each pattern names what is told ``x``; whether it is a fact of the writer's own, the reader of told history judges.
"""

import re

from bot.understanding.words import patterns

_DOCTOR = (
    r"(?:(?:my |the |our |a )?(?:new |old )?(?:dr\.?(?:\s+[a-z][\w'-]*)?|doctor|doc|neuro(?:logist)?|gp"
    r"|pcp|specialist|psychiatrist|cardiologist|rheumatologist|rheum|gastro\w*|endo\w*"
    r"|surgeon|nurse(?: practitioner)?|np|pa|consultant|dentist|allergist|pain clinic|clinic|hospital"
    r"|er)|she|he|they)"
)
_NOW = (
    r"(?:(?:have|has|had|'ve|'s|just|now|also|finally|already|recently|then|today|yesterday"
    r"|officially|since)\s+)*"
)
_I = r"(?:(?:i|we)(?:'ve|'d|'m)?\s+|and\s+)?"
SENTENCE = patterns.Pattern(r"(?:(?:\b(?:dr|mr|mrs|ms|prof|st)\.)|\d\.\d|[^.!?;\n])+[.!?;\n]*", re.IGNORECASE)
CLAUSE = patterns.Pattern(
    r",?\s+(?:and|but|so|then|also)\s+(?=(?:i|i'm|i've|im|ive|dr\.?|my doctor|please|she|he|they|my)\s)"
    r"|,\s+(?=(?:i|i'm|i've|im|ive|dr\.?|please)\s)",
    re.IGNORECASE,
)
HEDGED = patterns.Pattern(
    r"\b(?:if|whether|should|could|may|might|maybe|perhaps|possibly|probably|thinking|think i"
    r"|thinks? (?:i|it)|wonder\w*|want|wants|wanted|to see|going to|gonna|will|would|won't|'ll|plan\w*"
    r"|consider\w*"
    r"|hope|hoping|scared|afraid|worried|suppose\w*|asked|asks|ask|suggest\w*|recommend\w*|offer\w*"
    r"|mention\w*|what|unless|wish|not sure|unsure|suspect\w*|almost|nearly|can i|do i|am i|did i"
    r"|have i|was i"
    r"|never|not|didn'?t|don'?t|haven'?t|hasn'?t|isn'?t|wasn'?t|aren'?t|without|refus\w*|denied"
    r"|dream\w*|feel like|felt like|as if|imagine|pretend\w*|joke|apparently|rumou?r|used to think"
    r"|thought)\b",
    re.IGNORECASE,
)
STOPPED = patterns.Pattern(
    rf"\b{_I}{_NOW}(?:(?:had|have) to stop|stopped|quit|came off|went off|gone off|gave up|discontinued"
    rf"|ditched|tapered off|weaned off|got off|am off|'m off|am no longer (?:on|taking)"
    rf"|'m no longer (?:on|taking)"
    r"|no longer take|no longer on|no longer taking)\s+(?:of\s+)?(?:taking |using |on |with |my "
    r"|the )*(?P<x>\S.*)$",
    re.IGNORECASE,
)
DOCTOR_STOPPED = patterns.Pattern(
    rf"\b{_DOCTOR}\s+{_NOW}(?:stopped|took me off|taken me off|pulled me off|discontinued"
    rf"|weaned me off)\s+(?:my |the )*(?P<x>\S.*)$",
    re.IGNORECASE,
)
OFF = patterns.Pattern(rf"\b{_I}(?:was|been|got)\s+taken off\s+(?:my |the )*(?P<x>\S.*)$", re.IGNORECASE)
WAS_STOPPED = patterns.Pattern(
    r"^(?P<x>(?:my |the )?[\w-]+(?:\s[\w-]+)?\s+(?:was|got|has been)\s+(?:stopped|discontinued)\b.*)$",
    re.IGNORECASE,
)
TRIED = patterns.Pattern(
    rf"\b{_I}{_NOW}(?:tried|used to (?:take|be on)|was on|have been on|took)\s+(?P<x>\S.*)$",
    re.IGNORECASE,
)
PUT_ON = patterns.Pattern(
    rf"\b{_DOCTOR}\s+{_NOW}(?:put me (?:back )?on|started me (?:back )?on|prescribed(?: me)?|has me on"
    rf"|have me on|moved me to|got me on|wrote me (?:a prescription )?for|gave me a (?:prescription"
    rf"|script) for)\s+(?P<x>\S.*)$",
    re.IGNORECASE,
)
WAS_PUT = patterns.Pattern(
    rf"\b{_I}(?:was|been|got)\s+{_NOW}(?:put on|started on|prescribed)\s+(?P<x>\S.*)$", re.IGNORECASE
)
STARTED = patterns.Pattern(
    rf"\b(?:{_I}{_NOW}(?:started(?: taking| on)?|began(?: taking)?|restarted|went on)|i(?:'m"
    rf"| am) (?:now |currently |still |back )*on|i(?:'ve| have) been on|i now take|i'm (?:now "
    rf"|currently )*taking|i am (?:now |currently )*taking)"
    r"\s+(?:my |the )?(?P<x>\S.*)$",
    re.IGNORECASE,
)
DAILY = patterns.Pattern(
    r"\bi take\s+(?P<x>\S.*\b(?:every|daily|twice|once|each|a day|at night|nightly|in the morning"
    r"|at bedtime|as needed|when needed|prn|weekly|monthly)\b.*)$",
    re.IGNORECASE,
)
CHANGED = patterns.Pattern(
    rf"\b(?:(?:{_DOCTOR}|i|we)\s+)?{_NOW}(?:upped|increased|raised|lowered|reduced|cut|decreased"
    rf"|changed|doubled|bumped(?: up)?)\s+(?:my |the )(?:dose of |dosage of )?(?P<x>\S.*\bto\s+\d.*)$",
    re.IGNORECASE,
)
SWITCHED = patterns.Pattern(
    rf"\b(?:{_DOCTOR}\s+{_NOW}(?:switched|changed|moved)\s+me|{_I}{_NOW}(?:was\s+)?switched"
    rf"|i\s+(?:was\s+)?changed)\s+(?:over\s+)?(?:from\s+(?:my\s+)?(?P<old>.+?)\s+)?to\s+(?P<x>\S.*)$",
    re.IGNORECASE,
)
ALLERGIC = patterns.Pattern(
    r"^(?P<lead>.*?)\b(?:i'?m|i am|i've always been|i have always been|^)\s*(?:(?:also|really|very"
    r"|severely|highly|deathly|badly|super|a bit|mildly|quite|so|officially)\s+)*(?:allergic"
    r"|anaphylactic) to (?P<x>\S.*)$",
    re.IGNORECASE,
)
ALLERGY = patterns.Pattern(
    r"^(?P<lead>.*?)\b(?:i have|i've got|i've|i had|i got)\s+(?:an?\s+)?(?:(?:bad|severe|serious|known"
    r"|new|mild|life.threatening|terrible)\s+)*(?:(?:allergy|allergic reaction) to\s+(?P<x>\S.*)"
    r"|(?P<y>[\w-]+(?:\s[\w-]+)?)\s+allergy\b.*)$",
    re.IGNORECASE,
)
DIAGNOSED = patterns.Pattern(
    rf"\b(?:(?:{_DOCTOR}\s+{_NOW}diagnosed me with)|(?:{_I}{_NOW}(?:was|got|been"
    rf"|am)?\s*{_NOW}(?:re-?)?(?:diagnosed|dx'?d) with)|(?:my (?:new )?diagnosis is)"
    rf"|{_DOCTOR}\s+{_NOW}confirmed (?:that )?(?:i have|it's|it is))\s+(?P<x>\S.*)$",
    re.IGNORECASE,
)
HAVE = patterns.Pattern(
    r"^(?:well |so |also |and |fyi |btw |hi |hello )*,?\s*i(?:'ve got| have got| have"
    r"| also have)(?: also)?\s+(?P<x>\S.*)$",
    re.IGNORECASE,
)
AVOID = patterns.Pattern(
    r"^(?:and |also |ok |but )*please\s+(?:always\s+)?(?:do not|don'?t|dont|never|avoid|no)\s+(?P<x>\S.*)$",
    re.IGNORECASE,
)
HELPS = patterns.Pattern(
    r"^what (?:really |always |usually )?helps(?: me)?(?: the)?(?: most| best)?(?: is| are"
    r"|:)+\s*(?P<x>\S.*)$",
    re.IGNORECASE,
)
OPERATED = patterns.Pattern(
    r"^(?:so |also |and |well )*i(?:'ve)? (?:had|have had|got)\s+(?:my |an? "
    r"|the )?(?P<x>(?:[\w'-]+\s+){0,5}?(?:surgery|operation|out|removed|taken out|replaced|replacement"
    r"|transplant|fusion|bypass|[\w-]+ectomy|[\w-]+plasty|c-section|hysterectomy)\b.*)$",
    re.IGNORECASE,
)
CARER = patterns.Pattern(
    r"^(?:and |also )*my (?P<role>[\w -]+?) is (?P<x>(?:dr\.?|doctor|prof\.?|nurse)\s+\S.*)$"
    r"|^(?P<y>(?:dr\.?|doctor|prof\.?)\s+[\w'-]+(?:\s[\w'-]+)?) is (?:now )?my (?:new )?(?P<role2>[\w -]+)",
    re.IGNORECASE,
)
INSURED = patterns.Pattern(
    r"^(?:and |also )*[Mm]y (?:new )?(?:health )?(?:insurance|insurer|health plan"
    r"|insurance company) is (?:called |now |through |with )?(?P<x>(?!The\b|A\b"
    r"|I\b)[A-Z][\w&'+-]*(?:\s+(?:[A-Z][\w&'+-]*|of|and|\d+))*)\W*$"
)
FAMILY = patterns.Pattern(
    r"\b(?:i have a )?family history of\s+(?P<x>\S.*)$|^(?P<y>[\w' -]{2,60}?) runs in my family\b",
    re.IGNORECASE,
)
DEVICE = patterns.Pattern(
    r"\bi (?:have|use|wear|got|'ve got|have got|just got|now have|now use|now wear)\s+(?:an?"
    r"|my)\s+(?:new )?(?P<x>\S.*)$",
    re.IGNORECASE,
)
NO_ALLERGIES = patterns.Pattern(
    r"\b(?:i (?:have|'ve got) no|no known|i don'?t have any)\s+(?:known |drug |food |medicine "
    r"|medication )*allergies\b|\bnot allergic to anything\b|^\W*nkda\b",
    re.IGNORECASE,
)
NO_MEDICINES = patterns.Pattern(
    r"\bi(?:'m| am)? (?:don'?t take|not (?:on|taking)) any (?:medicines?|meds|medications?|pills)\b",
    re.IGNORECASE,
)
NO_OPERATIONS = patterns.Pattern(
    r"\bi(?:'ve| have) never had (?:an? |any )?(?:surgery|surgeries|operations?)\b", re.IGNORECASE
)
PAUSED = patterns.Pattern(
    r"\b(?:for (?:now|today|tonight|the (?:day|weekend|night|week|moment|month|test|scan|surgery"
    r"|procedure)|a (?:bit|while|few days|day|week|couple)|\d+ (?:hours?|days?|weeks?)|one day|two days"
    r"|three days|surgery|my (?:surgery|test|scan|procedure)"
    r"|(?:the|my|an?) (?:\w*scope|\w*scopy|biopsy|mri|op|operation|endoscopy|blood test))"
    r"|temporarily|until|till|before (?:the|my|surgery|a)|early|tonight|last night|this (?:morning"
    r"|evening|afternoon))\b",
    re.IGNORECASE,
)
DOING = patterns.Pattern(r"^\W*(?!taking|using)\w+ing\b", re.IGNORECASE)
"""Something else than a medicine was stopped: "bothering with my insulin"."""
NOT_OPERATED = patterns.Pattern(
    r"\b(?:today|yesterday|week|night)\b|\b(?:after|from|before|since|during)\s+(?:my |the )?(?:surgery|operation)\b",
    re.IGNORECASE,
)
NOT_BEGUN = patterns.Pattern(
    r"\b(?:haven'?t|have not|hasn'?t|didn'?t|did not|not yet|yet to|still waiting|waiting (?:for|on)"
    r"|denied|can'?t (?:get|afford)|couldn'?t (?:get|afford|fill)|out of stock|refus\w*|won'?t)\b",
    re.IGNORECASE,
)
VAGUE = patterns.Pattern(
    r"^(?:something|some|whatever|everything|it|this|that|them|those|these|anything|nothing|what|who"
    r"|mornings?|mondays?|people|work|exercise|my (?:job|boss|life|family|ex)|life|being|the\s+(?:world"
    r"|sun(?!screen)))\b",
    re.IGNORECASE,
)
DRUG_CONTEXT = patterns.Pattern(
    r"\s+(?:so|but|then)\s+.*$|\s+(?:and|,)\s+(?:i|i'm|it's|my|they|he|she|dr)\s.*$", re.IGNORECASE
)
WEEKS = patterns.Pattern(r"(?:\b|(?<=\d))(?:week|wk|month|mo|mth|year|yr|decade)s?\b", re.IGNORECASE)
COURSE = patterns.Pattern(
    r"^(?:day|week|night|hold|the|a|an|my way|fire|edge|time|call|leave|holiday|vacation|another|call"
    r"|oxygen)\b",
    re.IGNORECASE,
)
FILLER = patterns.Pattern(
    r"^(?:\W|\b(?:so|ok|okay|well|hi|hello|hey|also|and|but|btw|fyi|by the way|just|update|news"
    r"|good news|bad news|today|yesterday|last (?:week|month|year|night|\w+day)|this (?:week|month"
    r"|morning)|on \w+day|in (?:\w+ )?\d{4}|in \w+"
    r"|turns out|found out(?: that)?|just found out|remember(?: that)?|note(?: that)?|reminder"
    r"|important|after (?:\w+\s){1,4}|to add|one more thing|(?:\w+ )?(?:days?|weeks?|months?"
    r"|years?) ago|finally|now|then|there|please|because|as|since|for the record|you should know)\b)*\W*$",
    re.IGNORECASE,
)
