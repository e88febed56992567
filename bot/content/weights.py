"""Loads what was learned from the taught sentences: a table that `make weigh` writes and nobody edits by hand."""

from array import array
from functools import cache

import msgspec

from bot.content import loader
from bot.domain import errors, recognition


class Table(msgspec.Struct):
    """The form of a table's file. ``taught`` names the sentences it was learned from; see `recognition.Weights`."""

    taught: str
    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    worths: list[int]
    of: dict[str, int]


@cache
def load(name: str, language: str = "en") -> recognition.Weights:
    """Load the weights called ``name`` ("alerts", "situations").

    Raises:
        ContentError: the file is missing or is not what `make weigh` writes.

    """
    path = loader.HOME / language / "weights" / f"{name}.json"
    shown = f"bot/content/{language}/weights/{path.name}"
    try:
        table = msgspec.json.decode(path.read_bytes(), type=Table)
    except OSError as problem:
        raise errors.ContentError(shown, 0, name, f"cannot be read ({problem.strerror})") from problem
    except msgspec.MsgspecError as problem:
        raise errors.ContentError(shown, 0, name, "is not as `make weigh` writes it; run that") from problem
    # Many grounds share their worths: one number each is enough for where these stand.
    once: dict[int, int] = {}
    of = {ground: once.setdefault(at, at) for ground, at in table.of.items()}
    return recognition.Weights(table.kinds, table.bias, array("h", table.worths), of)
