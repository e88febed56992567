"""Loads what was learned from the taught sentences: a table that `make weigh` writes and nobody edits by hand.

A table names some hundred thousand grounds. As Python's own dictionary these took twelve megabytes and a tenth of a
second; as a trie they stay the bytes of the file.
"""

from array import array
from functools import cache

import marisa_trie
import msgspec

from bot.content import loader
from bot.domain import errors, recognition


class Table(msgspec.Struct):
    """The form of a table's file (MessagePack): ``taught`` names the sentences it was learned from.

    ``grounds`` is a `marisa_trie.Trie`; for the number that it gives a ground, ``starts`` (unsigned, 32 bits) says
    where in ``worths`` (signed, 16 bits) its own stand. Both have their lowest byte first, as on every machine the
    trie is built for. For what the worths mean see `recognition.Weights`.
    """

    taught: str
    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    grounds: bytes
    starts: bytes
    worths: bytes


@cache
def load(name: str, language: str = "en") -> recognition.Weights:
    """Load the weights called ``name`` ("alerts", "situations").

    Raises:
        ContentError: the file is missing or is not what `make weigh` writes.

    """
    path = loader.HOME / language / "weights" / f"{name}.msgpack"
    try:
        return unpack(path.read_bytes())
    except (OSError, msgspec.MsgspecError, RuntimeError) as problem:
        shown = f"bot/content/{language}/weights/{path.name}"
        why = f"cannot be read ({problem.strerror})" if isinstance(problem, OSError) else UNLIKE
        raise errors.ContentError(shown, 0, name, why) from problem


UNLIKE = "is not as `make weigh` writes it; run that"


def unpack(packed: bytes) -> recognition.Weights:
    """Read a table.

    Raises:
        MsgspecError, RuntimeError: it is not as `pack` makes it.

    """
    table = msgspec.msgpack.decode(packed, type=Table)
    grounds = marisa_trie.Trie().frombytes(table.grounds)
    return recognition.Weights(
        table.kinds, table.bias, array("h", table.worths), array("I", table.starts), grounds
    )


def pack(
    taught: str, kinds: tuple[str, ...], bias: tuple[float, ...], of: dict[str, tuple[int, ...]]
) -> bytes:
    """Write a table. ``of``: the number of a kind and hundredths of worth in turns, for each ground."""
    grounds = marisa_trie.Trie(sorted(of))
    worths, where = array("h"), dict[tuple[int, ...], int]()
    for worth in of.values():
        if worth not in where:
            where[worth] = len(worths)
            worths.extend((len(worth), *worth))
    starts = array("I", (where[of[grounds.restore_key(number)]] for number in range(len(of))))
    table = Table(taught, kinds, bias, grounds.tobytes(), starts.tobytes(), worths.tobytes())
    return msgspec.msgpack.encode(table)
