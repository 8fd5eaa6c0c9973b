"""Which decoder a file gets, told by its first bytes; everything else is refused by name."""


class Undecodable(Exception):
    """Not a file we take; `reason` is a sentence."""

    def __init__(self, reason: str, code: str = "undecodable") -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


DAMAGED = "It is damaged or not what its name says. Nothing was stored."
NOT_TAKEN = "Images, sound and video can be attached."
TAKEN_ENDINGS = frozenset(
    f".{ending}"
    for ending in (
        *("png", "jpg", "jpeg", "webp", "gif", "heic", "heif", "avif"),
        *("mp3", "m4a", "wav", "flac", "ogg", "oga", "opus", "weba"),
        *("mp4", "m4v", "mov", "webm", "mkv"),
    )
)
STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"ID3", "mp3"),
    (b"fLaC", "flac"),
    (b"OggS", "ogg"),
    (b"\x1aE\xdf\xa3", "matroska"),
)
IMAGE_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis", b"heim", b"heis", b"hevc")


def engine_of(head: bytes) -> str:
    """Which decoder takes a file that begins with `head`: image, or one of `streams.DEMUXER`. Raises `Undecodable`."""
    if not head:
        raise Undecodable("It is empty.", "empty")
    for start, engine in STARTS:
        if head.startswith(start):
            return engine
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image"
    if head[:4] in (b"RIFF", b"RF64") and head[8:12] == b"WAVE":
        return "wav"
    if head[4:8] == b"ftyp":
        brands = head[8:12] + head[16:64]
        return "image" if any(brand in brands for brand in IMAGE_BRANDS) else "mov"
    if head[4:8] in (b"moov", b"mdat", b"wide", b"free"):
        return "mov"
    if head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[1] & 0x06:
        return "mp3"
    raise Undecodable(*_named(head))


def _named(head: bytes) -> tuple[str, str]:
    """What it is instead, in a sentence."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<svg" in text:
        return "It is an SVG drawing, which can carry scripts. Attach a PNG of it.", "svg"
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<script", b"<body")):
        return "It opens as a web page, not as a picture. Nothing was stored.", "html"
    return NOT_TAKEN, "unknown"
