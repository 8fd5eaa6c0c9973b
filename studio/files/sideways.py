"""Whether a film lies on its side: phones write what the sensor saw, and how it is to be turned."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_MOST_BYTES = 32_000_000
_MOST_BOXES = 4000
_HEAD = struct.Struct(">I4s")


def lies_on_its_side(path: Path) -> bool:
    """Whether an MP4's picture is shown turned by a quarter. Blocking; reads the table of its tracks only."""
    with path.open("rb") as file:
        tracks = _table(file)
    for track in _inside(tracks, b"trak"):
        for head in _inside(track, b"tkhd"):
            if len(head) < 44:
                continue
            # A matrix of nine numbers, then width and height: sound has none.
            *matrix, width, height = struct.unpack(">11I", head[-44:])
            if width and height and matrix[0] == 0 and matrix[1] != 0:
                return True
    return False


def _table(file: BinaryIO) -> bytes:
    """What is in the file's `moov`; nothing where there is none of a usual size."""
    for _ in range(_MOST_BOXES):
        head = file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            break
        size, name = _HEAD.unpack(head)
        left = size - _HEAD.size
        if size == 1:
            left = int.from_bytes(file.read(8)) - 16
        if name == b"moov":
            return file.read(left) if 0 < left <= _MOST_BYTES else b""
        if left < 0:
            break
        file.seek(left, 1)
    return b""


def _inside(data: bytes, wanted: bytes) -> Iterator[bytes]:
    """The contents of every box of a name."""
    place = 0
    while place + _HEAD.size <= len(data):
        size, name = _HEAD.unpack_from(data, place)
        if size < _HEAD.size:
            return
        if name == wanted:
            yield data[place + _HEAD.size : place + size]
        place += size
