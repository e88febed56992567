"""Notices a possible emergency or crisis in what was written, here and now, and stays silent otherwise.

Nothing is weighed against anything: a combination of red flags either stands in the text as meant or does not.
Silence in an emergency is the worse mistake of the two, and the content is written with that in mind.
"""

from bot.domain.readings import Alert
from bot.domain.recognition import AlertRule, RedFlags
from bot.understanding.cue_reader import CueReader, Mention, Page, Terms, combined, terms

_BACKGROUND = "^"
"""Before a term: a lasting fact (chemotherapy, pregnancy) that may be old and still counts."""
_FORGIVEN_BACKGROUND = frozenset({"past", "known", "gone"})
_JUDGED_TOGETHER = frozenset({"other"})
"""News of someone else is told in the past too ("got stung, her lips are swelling"): one live part is enough."""
_NO_ALERT = Alert()


class _Rule:
    """One content rule made ready."""

    def __init__(self, rule: AlertRule) -> None:
        self.rule = rule
        self.firm = [terms(line) for line in rule.when]
        self.soft = [terms(line) for line in rule.soft]
        self.forgiven = frozenset(rule.despite)


class AlertReader:
    """Reads alerts by the rules of one language."""

    def __init__(self, rules: RedFlags) -> None:
        self._reader = CueReader(rules.speech, rules.concepts, rules.joined, rules.measures)
        self._rules = [_Rule(rule) for rule in rules.rules]

    def read(self, text: str) -> Alert:
        """Return the alert in ``text``; kind "none" where there is none.

        Any text of any length and script is answered; the work is linear in its length.
        """
        for page in self._reader.pages(text):
            for rule in self._rules:
                alert = _judge(rule, page)
                if alert is not None:
                    return alert
        return _NO_ALERT


def _judge(rule: _Rule, page: Page) -> Alert | None:
    if any(_fires(((name,),), page, rule, frozenset({"known"})) for name in rule.rule.unless):
        return None
    for combinations, forgiven in ((rule.firm, rule.forgiven | {"known"}), (rule.soft, rule.forgiven)):
        for combination in combinations:
            chosen = _fires(combination, page, rule, forgiven)
            if chosen:
                other = any(page.circumstance(one).other for one in chosen)
                return Alert(
                    rule.rule.kind, rule.rule.id, someone_else=other and "other" not in rule.forgiven
                )
    return None


def _fires(combination: Terms, page: Page, rule: _Rule, forgiven: frozenset[str]) -> tuple[Mention, ...]:
    plain = tuple(tuple(name.removeprefix(_BACKGROUND) for name in term) for term in combination)
    background = {name[1:] for term in combination for name in term if name.startswith(_BACKGROUND)}

    def usable(name: str, mention: Mention) -> bool:
        allowed = forgiven | (_FORGIVEN_BACKGROUND if name in background else _JUDGED_TOGETHER)
        return page.circumstance(mention).reasons <= allowed

    if not all(any(name in page.mentions for name in term) for term in plain):
        return ()
    for found in page.together(plain, rule.rule.within, usable):
        if combined([page.circumstance(one) for one in found]).reasons <= forgiven | _FORGIVEN_BACKGROUND:
            return found
    return ()
