"""Keeps what was sent as a file, under the ids and paths by which the Bot API hands files out."""

import hashlib
import secrets
import struct
from dataclasses import dataclass

from bot.channels.simulator import refusals
from bot.channels.simulator.parameters import Json

DOWNLOAD_BYTES = 20 * 1024 * 1024
"""A bot can download files of up to 20 MB (core.telegram.org/bots/api#getfile)."""
UPLOAD_BYTES = 50 * 1024 * 1024
"""A bot can send files of up to 50 MB (core.telegram.org/bots/api#sending-files)."""
PHOTO_BYTES = 10 * 1024 * 1024
"""A photo must be at most 10 MB (core.telegram.org/bots/api#sendphoto)."""
_SIDES, _RATIO = 10_000, 20


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file: its ids, where it would be downloaded, and its bytes."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes

    def ids(self) -> Json:
        """The part that every Bot API file object has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class Files:
    """All files of a simulation."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, folder: str, name: str, mime: str, content: bytes) -> StoredFile:
        """Keep ``content``; ``folder`` is Telegram's, for example "photos"."""
        ending = name.rpartition(".")[2]
        extension = ending if ending != name and ending.isalnum() and ending.isascii() else "bin"
        path = f"{folder}/file_{len(self._by_id)}.{extension}"
        unique = hashlib.sha256(content).hexdigest()[:16]
        stored = StoredFile(secrets.token_urlsafe(24), unique, path, name, mime, content)
        self._by_id[stored.file_id] = self._by_path[path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """The file a ``file_id`` names, None where there is none."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """The file behind a download address, None where there is none."""
        return self._by_path.get(path)


def photo_size(content: bytes) -> tuple[int, int]:
    """Width and height of a photo that Telegram would take.

    Raises:
        RefusedError: 400, too big, not an image, or of a shape that Telegram refuses.

    """
    if len(content) > PHOTO_BYTES:
        size = f"file of size {len(content)} bytes is too big for a photo"
        raise refusals.bad_request(f"{size}; the maximum size is {PHOTO_BYTES} bytes")
    measured = image_size(content)
    if measured is None:
        raise refusals.bad_request("IMAGE_PROCESS_FAILED")
    width, height = measured
    if not (width and height) or width + height > _SIDES or max(measured) > _RATIO * min(measured):
        raise refusals.bad_request("PHOTO_INVALID_DIMENSIONS")
    return measured


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return struct.unpack(">II", content[16:24])
    if content[:6] in {b"GIF87a", b"GIF89a"} and len(content) >= 10:
        return struct.unpack("<HH", content[6:10])
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp_size(content)
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def image_mime(content: bytes) -> str:
    """The media type of an image that ``image_size`` can read, by its first bytes."""
    starts = {b"\x89PNG": "image/png", b"GIF8": "image/gif", b"RIFF": "image/webp"}
    return starts.get(content[:4], "image/jpeg")


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walk the JPEG's segments to its frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def _webp_size(content: bytes) -> tuple[int, int] | None:
    """Read the canvas of the three kinds of WebP (RFC 9649)."""
    kind = content[12:16]
    if kind == b"VP8X" and len(content) >= 30:
        return tuple(1 + int.from_bytes(content[i : i + 3], "little") for i in (24, 27))  # type: ignore[return-value]  # two of them
    if kind == b"VP8 " and len(content) >= 30:
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and len(content) >= 25:
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return None
