"""Pictures as grey squares, to be compared without minding how a machine draws the edge of a letter."""

import struct
import subprocess
import zlib
from pathlib import Path

SQUARE = 6
"""Dots of a side: a letter's edge is lost in it, a missing line is not."""
DOTS_PER_INCH = 72

Grey = list[list[int]]


def of_pdf(pdf: bytes) -> Grey:
    """Draw the first page and average its squares, 0 (black) to 255."""
    command = ["pdftoppm", "-gray", "-singlefile", "-r", str(DOTS_PER_INCH), "-"]
    return _squares(*_read_pgm(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout))


def _read_pgm(drawn: bytes) -> tuple[int, int, bytes]:
    _, size, _, dots = drawn.split(b"\n", 3)
    width, height = map(int, size.split())
    return width, height, dots


def _squares(width: int, height: int, dots: bytes) -> Grey:
    rows = []
    for top in range(0, height - SQUARE + 1, SQUARE):
        lines = [dots[y * width : (y + 1) * width] for y in range(top, top + SQUARE)]
        lefts = range(0, width - SQUARE + 1, SQUARE)
        rows.append([sum(sum(line[x : x + SQUARE]) for line in lines) // SQUARE**2 for x in lefts])
    return rows


def differ(one: Grey, other: Grey) -> tuple[float, float]:
    """Give the mean difference of two pictures, and the share of squares that differ a lot (more than 48)."""
    if [len(row) for row in one] != [len(row) for row in other]:
        return 255.0, 1.0
    apart = [
        abs(a - b) for row, others in zip(one, other, strict=True) for a, b in zip(row, others, strict=True)
    ]
    return sum(apart) / len(apart), sum(1 for each in apart if each > 48) / len(apart)


def save(picture: Grey, path: Path) -> None:
    """Write a grey PNG."""
    lines = b"".join(b"\0" + bytes(row) for row in picture)
    head = struct.pack(">IIBBBBB", len(picture[0]), len(picture), 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks))


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def load(path: Path) -> Grey:
    """Read a PNG that `save` wrote."""
    content = path.read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    at = content.index(b"IDAT")
    (length,) = struct.unpack(">I", content[at - 4 : at])
    lines = zlib.decompress(content[at + 4 : at + 4 + length])
    return [list(lines[y * (width + 1) + 1 : (y + 1) * (width + 1)]) for y in range(height)]
