"""Notices a possible emergency or crisis in what was written, here and now, and stays silent otherwise.

First the rules: a combination of red flags stands in the text as meant, or does not. Then everything in the message
is weighed, the rule among it (`cues.evidence`), and the sum decides: it hears what no rule foresaw, and
lets a rule be outweighed by a story of last year. Silence in an emergency is the worse mistake of the two.
"""

import functools
from dataclasses import dataclass

from bot.domain.readings import Alert, AlertKind
from bot.domain.recognition import AlertRule, RedFlags, Weights
from bot.understanding.cues import evidence
from bot.understanding.cues.cue_reader import CueReader, Mention, Page, Terms, combined, terms

_BACKGROUND = "^"
"""Before a term: a lasting fact (chemotherapy, pregnancy) that may be old and still counts."""
_FORGIVEN_BACKGROUND = frozenset({"past", "known", "gone"})
_JUDGED_TOGETHER = frozenset({"other"})
"""News of someone else is told in the past too ("got stung, her lips are swelling"): one live part is enough."""
_NO_ALERT = Alert()
KINDS = ("emergency", "crisis", "other")
"""What is weighed: the two alerts, and whether it is about someone else."""
WEIGHED = "weighed"
"""Stands for the rule where no rule fired."""


@dataclass(frozen=True, slots=True)
class _Combination:
    """One line of a rule made ready; ``background`` holds the concepts that may be old and still count."""

    terms: Terms
    background: frozenset[str]
    forgiven: frozenset[str]

    def usable(self, page: Page, name: str, mention: Mention) -> bool:
        """Say whether a mention may stand for one of the terms."""
        more = _FORGIVEN_BACKGROUND if name in self.background else _JUDGED_TOGETHER
        return page.circumstance(mention).reasons <= self.forgiven | more

    def find(self, page: Page, within: int) -> tuple[Mention, ...]:
        """Return the mentions that meet the terms as meant, or nothing."""
        if not page.may_hold(self.terms):
            return ()
        for found in page.together(self.terms, within, functools.partial(self.usable, page)):
            reasons = combined([page.circumstance(one) for one in found]).reasons
            if reasons <= self.forgiven | _FORGIVEN_BACKGROUND:
                return found
        return ()


class _Rule:
    """One content rule made ready."""

    def __init__(self, rule: AlertRule) -> None:
        self.rule = rule
        forgiven = frozenset(rule.despite)
        self.lines = [_combination(line, forgiven | {"known"}) for line in rule.when]
        self.lines += [_combination(line, forgiven) for line in rule.soft]
        self.unless = [_combination(name, forgiven | {"known"}) for name in rule.unless]
        self.tells_who = "other" not in forgiven


def _combination(line: str, forgiven: frozenset[str]) -> _Combination:
    names = line.replace("|", " ").split()
    background = frozenset(name[1:] for name in names if name.startswith(_BACKGROUND))
    return _Combination(terms(line.replace(_BACKGROUND, "")), background, forgiven)


class AlertReader:
    """Reads alerts by the rules of one language and the weights learned from its taught sentences."""

    def __init__(self, rules: RedFlags, weights: Weights) -> None:
        self._reader = CueReader(rules.speech, rules.concepts, rules.joined, rules.measures)
        self._weights = weights
        self._lines = [(line, rule) for rule in map(_Rule, rules.rules) for line in rule.lines]
        # A line is looked at only where the term with the fewest concepts is mentioned at all.
        self._lines_of: dict[str, list[int]] = {}
        for number, (line, _) in enumerate(self._lines):
            for name in min(line.terms, key=len):
                self._lines_of.setdefault(name, []).append(number)

    def read(self, text: str) -> Alert:
        """Return the alert in ``text``; kind "none" where there is none.

        Any text of any length and script is answered; the work is linear in its length.
        """
        for page in self._reader.pages(text):
            ruled = self._by_rule(page)
            for grounds in _grounds(page, ruled):
                alert = _weighed(evidence.weigh(grounds, self._weights), ruled)
                if alert.kind != "none":
                    return alert
        return _NO_ALERT

    def grounds(self, text: str) -> list[set[str]]:
        """Name everything in ``text`` that is weighed, stretch by stretch: what the weights are learned from."""
        return [each for page in self._reader.pages(text) for each in _grounds(page, self._by_rule(page))]

    def ruled(self, text: str) -> bool:
        """Tell whether a rule fires, whatever else is said."""
        return any(self._by_rule(page).rule for page in self._reader.pages(text))

    def _by_rule(self, page: Page) -> Alert:
        mentioned = {number for name in page.mentions for number in self._lines_of.get(name, ())}
        for number in sorted(mentioned):
            alert = _judge(*self._lines[number], page)
            if alert is not None:
                return alert
        return _NO_ALERT


def _grounds(page: Page, ruled: Alert) -> list[set[str]]:
    return evidence.heaps(page, (ruled.rule, ruled.kind) if ruled.rule else ())


def _weighed(worth: list[float], ruled: Alert) -> Alert:
    """Decide by the sums for `KINDS`; a rule of the same kind lends its name."""
    emergency, crisis, other = worth
    if max(emergency, crisis) <= 0:
        return _NO_ALERT
    kind: AlertKind = "emergency" if emergency >= crisis else "crisis"
    if ruled.kind == kind:
        return ruled
    return Alert(kind, WEIGHED, someone_else=other > 0)


def _judge(line: _Combination, rule: _Rule, page: Page) -> Alert | None:
    within = rule.rule.within
    chosen = line.find(page, within)
    if not chosen or any(one.find(page, within) for one in rule.unless):
        return None
    first = min(chosen, key=_start)
    other = rule.tells_who and page.circumstance(first).other
    return Alert(rule.rule.kind, rule.rule.id, someone_else=other)


def _start(mention: Mention) -> int:
    return mention.start
