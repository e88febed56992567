"""Loads what was learned from the taught sentences: a table that `make weigh` writes and nobody edits by hand."""

from functools import cache

from bot.content import loader
from bot.domain import errors, recognition

KINDS, BIAS, TAUGHT = "#kinds", "#bias", "#taught"


@cache
def load(name: str, language: str = "en") -> recognition.Weights:
    """Load the weights called ``name`` ("alerts", "situations").

    Raises:
        ContentError: the file is missing or is not what `make weigh` writes.

    """
    path = loader.HOME / language / "weights" / f"{name}.tsv"
    shown = f"bot/content/{language}/weights/{path.name}"
    number = 0
    head: dict[str, list[str]] = {}
    worth: dict[str, tuple[int, ...]] = {}
    try:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):  # noqa: B007  told below
            ground, *cells = line.split("\t")
            if ground.startswith("#") and ":" not in ground:
                head[ground] = cells
            else:
                worth[ground] = tuple(map(int, cells))
        return recognition.Weights(tuple(head[KINDS]), tuple(map(float, head[BIAS])), worth)
    except OSError as problem:
        raise errors.ContentError(shown, 0, name, f"cannot be read ({problem.strerror})") from problem
    except (ValueError, KeyError) as problem:
        raise errors.ContentError(
            shown, number, name, "is not as `make weigh` writes it; run that"
        ) from problem
