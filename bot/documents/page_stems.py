"""The stems of one panel of the picture as a vector image (SVG 1.1): one path for all lines of a kind.

Ten years are some four hundred lines a symptom. Typst makes an element of each; a path is read at once.
"""

from dataclasses import dataclass

SCALE = 10
"""Severity at the top of a panel."""
SPILL = 4.0
"""Points around a panel that dots and lines may reach into; the image is so much larger on every side."""
_THINNEST, _THICKEST, _SHARE = 0.9, 2.6, 0.4
"""Points of a stem, and the share of its place that it fills."""
_SPECK = 0.02
"""Points of a line whose round ends make a dot."""


@dataclass(frozen=True, slots=True)
class Stem:
    """One place on the axis: ``x`` from 0 to 1, the worst severity there (0 to 10) and the typical one.

    ``typical`` is None where the place is a single day.
    """

    x: float
    worst: int
    typical: int | None = None


def image(stems: list[Stem], slots: int, width: float, height: float) -> str:
    """Draw stems on a panel of ``width`` by ``height`` points with ``slots`` places; SVG, `SPILL` points larger."""
    thick = max(_THINNEST, min(_THICKEST, width / slots * _SHARE))
    single, ranged, caps, dots = [], [], [], []
    for stem in stems:
        x, top = stem.x * width, _down(stem.worst, height)
        if stem.typical is None:
            single.append(f"M{x:.2f} {height:.2f}V{top:.2f}")
        else:
            ranged.append(f"M{x:.2f} {height:.2f}V{top:.2f}")
            caps.append(f"M{x - thick:.2f} {top:.2f}h{2 * thick:.2f}")
        middle = top if stem.typical is None else _down(stem.typical, height)
        dots.append(f"M{x:.2f} {middle:.2f}h{_SPECK}")
    paths = (
        _path(single, "black", thick),
        _path(ranged, "#5a5a5a", thick * 0.6),
        _path(caps, "black", 0.8),
        _path(dots, "black", max(2.2, thick * 1.5), "round"),
    )
    box = f"{-SPILL} {-SPILL} {width + 2 * SPILL:.2f} {height + 2 * SPILL:.2f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{"".join(paths)}</svg>'


def _down(severity: int, height: float) -> float:
    return height * (1 - severity / SCALE)


def _path(lines: list[str], paint: str, thick: float, cap: str = "butt") -> str:
    said = f'stroke="{paint}" stroke-width="{thick:.2f}" stroke-linecap="{cap}"'
    return f'<path d="{"".join(lines)}" fill="none" {said}/>' if lines else ""
