"""What a file is: its kind by its first bytes, its size and length by its headers, a length they do not tell by its
packets. Nothing is decoded, nothing opened beside the file itself."""

from dataclasses import dataclass
from itertools import islice
from math import inf
from pathlib import Path

import av
from PIL import Image

from studio.files.sideways import lies_on_its_side
from studio.renderers.codecs.proportions import shown_size

PICTURES = ("PNG", "JPEG", "WEBP", "GIF", "AVIF", "BMP", "TIFF")
_MOST_PIXELS = 120_000_000
_MOST_PACKETS = 200_000
"""Of one stream: more than an hour of film."""


@dataclass(frozen=True)
class Facts:
    """Kind and MIME type; sizes in pixels, as they are shown, and seconds where the kind has them."""

    kind: str
    mime: str
    width: int | None = None
    height: int | None = None
    duration_s: float | None = None


def probe(path: Path) -> Facts | None:
    """Facts of a file, or None when it is no medium the studio reads. Blocking."""
    head = _head(path)
    if head[:4] == b"glTF":
        return Facts("model", "model/gltf-binary")
    form = _form(head)
    try:
        return _picture(path) if form is None else _stream(path, form)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        return None


def lasts_s(path: Path) -> float | None:
    """Seconds a film or a sound lasts by its packets, whatever its headers say; None when it is neither. Blocking."""
    form = _form(_head(path))
    try:
        if form is None:
            return None
        with _opened(path, form) as container:
            return _counted_s(container)
    except (OSError, ValueError, EOFError):
        return None


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(16)


def _form(head: bytes) -> str | None:
    """The container to be read as: told outright, so that no playlist of other addresses is ever followed."""
    if head[4:8] == b"ftyp" and head[8:12] not in (b"avif", b"avis", b"heic", b"mif1"):
        return "mp4"
    if head[:4] == b"\x1aE\xdf\xa3":
        return "matroska"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "wav"
    if head[:4] == b"fLaC":
        return "flac"
    if head[:4] == b"OggS":
        return "ogg"
    if head[:3] == b"ID3" or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0):
        return "mp3" if head[:2] != b"\xff\xd8" else None
    return None


def _picture(path: Path) -> Facts | None:
    with Image.open(path, formats=PICTURES) as picture:
        width, height = picture.size
        turned = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        mime = Image.MIME.get(picture.format or "", "image/png")
    if width * height > _MOST_PIXELS:
        return None
    return Facts("image", mime, *((height, width) if turned else (width, height)))


def _stream(path: Path, form: str) -> Facts | None:
    with _opened(path, form) as container:
        film = _picture_of(container)
        if film is None and not container.streams.audio:
            return None
        told = container.duration
        length = told / av.time_base if told and told > 0 else _counted_s(container)
        if film is not None:
            mime = "video/webm" if form == "matroska" else "video/mp4"
            sides = shown_size(film)
            turned = form == "mp4" and lies_on_its_side(path)
            return Facts("video", mime, *(sides[::-1] if turned else sides), length)
    mimes = {"mp4": "audio/mp4", "mp3": "audio/mpeg", "matroska": "audio/webm"}
    return Facts("audio", mimes.get(form, f"audio/{form}"), duration_s=length)


def _opened(path: Path, form: str) -> "av.container.InputContainer":
    return av.open(str(path), format=form, options={"protocol_whitelist": "file"})


def _picture_of(container: "av.container.InputContainer") -> "av.VideoStream | None":
    """A film's picture; an MP3's cover is a "video" of one picture, and none."""
    return next((one for one in container.streams.video if not one.disposition & 0x400), None)


def _counted_s(container: "av.container.InputContainer") -> float | None:
    """From the first time to the end of the last packet of the film's picture, of a sound where there is none."""
    stream = _picture_of(container) or next(iter(container.streams.audio), None)
    first, last = inf, -inf
    for packet in islice(container.demux(stream), _MOST_PACKETS) if stream else ():
        if packet.pts is not None and packet.time_base is not None:
            first = min(first, float(packet.pts * packet.time_base))
            last = max(last, float((packet.pts + (packet.duration or 0)) * packet.time_base))
    return last - first if last > first else None
