"""The words of denying and of ending that more than one reader of denials asks about."""

MAY_FOLLOW_END = frozenset(
    (
        "now", "finally", "thank", "thankfully", "but", "and", "today", "this", "after", "by", "since",
        "as", "so", "yet", "far", "tonight", "though", "tho", "either", "at", "for", "again", "anymore", "touch",
        "overnight", "about", "during", "early", "around", "yesterday", "last",
    )
)  # fmt: skip
"""After a word of ending or a "too", leave it the last word on the symptom."""
UNTIL = frozenset(("till", "until", "til"))
"""After a denial or an ending, leave it only for a time."""
TESTED = frozenset(
    (
        "scan", "scans", "xray", "ray", "mri", "ct", "bloods", "blood", "test", "tests", "ecg", "ekg", "results",
        "result", "swab", "urine", "smear", "ultrasound", "biopsy", "echo", "doctor", "gp", "er", "bp", "sugar", "sats",
        "car", "tested", "covid", "lfts", "pcr",
    )
)  # fmt: skip
"""What is found clear or normal besides a symptom."""


DID = frozenset(
    (
        "sat", "seated", "stood", "lay", "ate", "drank", "rested", "stopped", "took", "woke", "got", "walked", "had",
        "went", "was", "were", "came", "did", "left", "finished", "put", "used", "opened", "moved", "started", "slept",
        "felt", "turned", "kicked", "tried", "changed", "stretched", "gave", "loosened", "began", "broke", "ended",
    )
)  # fmt: skip
"""After "gone when", tell once what was done, and not always ("gone when I rest")."""
_NEGATORS = frozenset(
    (
        "not", "never", "cannot", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "aint", "havent",
        "hasnt", "hadnt", "wont", "wouldnt", "cant", "couldnt", "shouldnt", "mustnt", "mightnt", "neednt", "darent",
        "shant",
    )
)  # fmt: skip


def is_negator(word: str) -> bool:
    """Tell "not" and "haven't" from other words, "went" and "different" among them."""
    return word in _NEGATORS
