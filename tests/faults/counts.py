"""What came of a storm: every promise counted, from what Telegram took and from what is stored."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields

from tests.faults.weather import Taken

NOTING_SECONDS = 3.0
"""Between Telegram's answer and our note of it lies less, on a busy machine too, while the database answers."""
HANDING_SECONDS = 5.0
"""Two living processes do not send within this time of one another: a silent sender's lease lasts longer."""
FLOOD = "faster than Telegram lets me answer"


@dataclass(slots=True)
class Counts:
    """What came of it. The first seven have to be 0."""

    updates_not_applied_once: int = 0
    replies_missing: int = 0
    replies_out_of_order: int = 0
    replies_doubled_without_cause: int = 0
    reminders_missing: int = 0
    reminders_doubled: int = 0
    two_senders_at_once: int = 0

    replies_doubled_as_the_answer_was_cut_off: int = 0
    replies_doubled_as_the_kill_fell_before_the_note: int = 0
    updates_answered_by_the_word_for_a_flood: int = 0
    kills: int = 0
    kills_while_starting: int = 0
    ended_by_themselves: int = 0
    updates: int = 0
    reminders: int = 0
    answers_cut_off: int = 0
    seconds: float = 0.0
    seconds_until_quiet: float = 0.0
    faults: dict[str, int] = field(default_factory=dict)

    def broken(self) -> dict[str, int]:
        """What ought to be 0 and is not."""
        return {each.name: getattr(self, each.name) for each in fields(self)[:7] if getattr(self, each.name)}


@dataclass(frozen=True, slots=True)
class Doubled:
    """How often something came again, by why."""

    cut: int = 0
    killed: int = 0
    uncaused: int = 0


class Record:
    """What Telegram took, looked at when all is quiet. Times are the loop's seconds.

    ``ends``: when each life of a process ended, and how; ``troubles``: from when to when the database took no note.
    """

    def __init__(
        self,
        taken: Sequence[Taken],
        ends: Mapping[str, tuple[float, str]],
        troubles: Sequence[tuple[float, float]],
    ) -> None:
        self._taken, self._ends, self._troubles = taken, ends, troubles
        self._last: dict[tuple[str, int], float] = {}
        for each in taken:
            self._last[each.life, each.chat_id] = each.at

    def doubled(self, copies: Iterable[Sequence[Taken]]) -> Doubled:
        """Tell why there is more than one copy of something: each but one needs a cause."""
        found = Counter[str]()
        for each in copies:
            causes = sorted((self._cause(copy) for copy in each), key=lambda cause: cause != "uncaused")
            found.update(causes[1:])
        return Doubled(found["cut"], found["killed"], found["uncaused"])

    def _cause(self, copy: Taken) -> str:
        if not copy.heard:
            return "cut"
        ended_at, how = self._ends.get(copy.life, (0.0, ""))
        is_last = self._last[copy.life, copy.chat_id] == copy.at
        at_once = ended_at - copy.at < NOTING_SECONDS or any(
            begun <= ended_at and copy.at <= over for begun, over in self._troubles
        )
        return "killed" if how == "killed" and is_last and at_once else "uncaused"

    def overlaps(self) -> int:
        """Count how often a process sent while another lived that had just sent."""
        found = 0
        for before, after in zip(self._taken, self._taken[1:], strict=False):
            both_live = all(self._lives(each.life, after.at) for each in (before, after))
            found += before.life != after.life and both_live and after.at - before.at < HANDING_SECONDS
        return found

    def _lives(self, life: str, at: float) -> bool:
        return self._ends.get(life, (at, ""))[0] >= at

    def answers(self) -> dict[tuple[int, str], list[Taken]]:
        """Gather the copies of the answer to each note, by chat and note, in the order of their first."""
        found = defaultdict[tuple[int, str], list[Taken]](list)
        for each in self._taken:
            for note in each.notes:
                found[each.chat_id, note].append(each)
        return found

    def reminders(self, known: Mapping[str, int]) -> dict[str, list[Taken]]:
        """Gather the copies of each reminder of ``known`` (whose it is): its button names it."""
        found = defaultdict[str, list[Taken]](list)
        for each in self._taken:
            for press in each.buttons.split():
                for one in known.keys() & set(press.replace(":", " ").split()):
                    found[one].append(each)
        return found

    def flooded_until(self) -> dict[int, float]:
        """Tell when each chat was told last that further answers are left out."""
        return {each.chat_id: each.at for each in self._taken if FLOOD in each.text}


def table(rows: Sequence[tuple[str, Counts]]) -> str:
    """Write what was counted as a table in Markdown."""
    names = [name for name in asdict(rows[0][1]) if name != "faults"]
    lines = ["| what | " + " | ".join(title for title, _ in rows) + " |", "|---" * (len(rows) + 1) + "|"]
    for name in names:
        told = " | ".join(str(asdict(counts)[name]) for _, counts in rows)
        lines.append(f"| {name.replace('_', ' ')} | {told} |")
    faults = " | ".join(", ".join(f"{k} {v}" for k, v in sorted(c.faults.items())) for _, c in rows)
    return "\n".join([*lines, f"| faults | {faults} |"])
