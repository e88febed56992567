"""Loads what was learned from the taught sentences: a table that `make weigh` writes and nobody edits by hand.

A table names some hundred thousand grounds. As Python's own dictionary these took twelve megabytes and a tenth of a
second; as a trie they stay the bytes of the file.
"""

from array import array
from functools import cache
from typing import NamedTuple

import marisa_trie
import msgspec

from bot.content import loader
from bot.domain import errors, recognition


class Table(msgspec.Struct):
    """The form of a table's file (MessagePack): ``taught`` names the sentences it was learned from.

    ``grounds`` is a `marisa_trie.Trie`; for the number that it gives a ground, ``starts`` (unsigned, 32 bits) says
    where in ``worths`` (signed, 16 bits) its own stand, and ``rarities`` (unsigned, 16 bits) how rare it is. All have
    their lowest byte first, as on every machine the trie is built for. For what they mean see `recognition.Weights`.
    """

    taught: str
    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    grounds: bytes
    starts: bytes
    rarities: bytes
    worths: bytes


_UNLIKE = "is not as `make weigh` writes it; run that"


class Learned(NamedTuple):
    """Of one ground: hundredths of its squared rarity, and the number of a kind and hundredths of worth in turns."""

    rarity: int
    worth: tuple[int, ...]


@cache
def load(name: str, language: str = "en") -> recognition.Weights:
    """Load the weights called ``name`` ("alerts", "situations", "ratings", "denials").

    Raises:
        ContentError: the file is missing or is not what `make weigh` writes.

    """
    path = loader.HOME / language / "weights" / f"{name}.msgpack"
    try:
        return unpack(path.read_bytes())
    except (OSError, msgspec.MsgspecError, RuntimeError, ValueError) as problem:
        shown = f"bot/content/{language}/weights/{path.name}"
        why = f"cannot be read ({problem.strerror})" if isinstance(problem, OSError) else _UNLIKE
        raise errors.ContentError(shown, 0, name, why) from problem


def for_updates(language: str = "en") -> recognition.UpdateWeights:
    """Load what is learned of quick updates.

    Raises:
        ContentError: a file is missing or is not what `make weigh` writes.

    """
    return recognition.UpdateWeights(load("ratings", language), load("denials", language))


def unpack(packed: bytes) -> recognition.Weights:
    """Read a table.

    Raises:
        MsgspecError, RuntimeError, ValueError: it is not as `pack` makes it.

    """
    table = msgspec.msgpack.decode(packed, type=Table)
    grounds = marisa_trie.Trie().frombytes(table.grounds)
    worths, starts, rarities = array("h", table.worths), array("I", table.starts), array("H", table.rarities)
    if not len(grounds) == len(starts) == len(rarities) or max(starts, default=0) > len(worths):
        raise ValueError("The parts of the table do not belong together.")
    return recognition.Weights(table.kinds, table.bias, worths, starts, rarities, grounds)


def pack(taught: str, kinds: tuple[str, ...], bias: tuple[float, ...], of: dict[str, Learned]) -> bytes:
    """Write a table. ``of``: what was learned of each ground."""
    grounds = marisa_trie.Trie(sorted(of))
    worths, where = array("h"), dict[tuple[int, ...], int]()
    for each in of.values():
        if each.worth not in where:
            where[each.worth] = len(worths)
            worths.extend((len(each.worth), *each.worth))
    numbered = [of[grounds.restore_key(number)] for number in range(len(of))]
    starts = array("I", (where[each.worth] for each in numbered))
    rarities = array("H", (each.rarity for each in numbered))
    return msgspec.msgpack.encode(
        Table(taught, kinds, bias, grounds.tobytes(), starts.tobytes(), rarities.tobytes(), worths.tobytes())
    )
