"""Files people attach: good ones, odd ones, and ones made to do harm."""

import struct
import zlib
from fractions import Fraction
from io import BytesIO
from typing import Any

import av
import numpy as np
from PIL import Image

RATE = 48_000


def picture(
    format: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (64, 48), **options: Any
) -> bytes:
    """A gradient; transparent towards one side where the mode has alpha."""
    plain = Image.linear_gradient("L").resize(size)
    drawn = Image.merge("RGB", (plain, plain.transpose(Image.Transpose.ROTATE_180), plain))
    if mode == "RGBA":
        drawn.putalpha(plain)
    out = BytesIO()
    drawn.convert(mode).save(out, format, **options)
    return out.getvalue()


def turned_picture() -> bytes:
    """64 × 48 as stored, to be shown upright as 48 × 64, with a place in its metadata."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=exif)


def png_header(width: int, height: int) -> bytes:
    """A PNG of which nothing but its claim to be this large is there."""
    claim = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", claim) + _chunk(b"IDAT", zlib.compress(b"\0" * 64))
    )


def png_bomb(width: int = 20_000, height: int = 20_000) -> bytes:
    """A whole PNG of a few hundred kilobytes that unfolds to more than a gigabyte."""
    packer = zlib.compressobj(9)
    row = b"\0" * (width * 3 + 1)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    claim = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", claim) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def sound(seconds: float = 1.0, *, container: str = "wav", codec: str = "pcm_s16le") -> bytes:
    """A tone."""
    return film(seconds, container=container, picture=False, codec=codec)


def film(
    seconds: float = 1.0,
    *,
    container: str = "mp4",
    picture: bool = True,
    codec: str = "aac",
    with_sound: bool = True,
    turn: int = 0,
) -> bytes:
    """A moving gradient at 12 pictures a second, to be shown turned by so many degrees, and a tone."""
    out = BytesIO()
    with av.open(out, "w", format=container) as made:
        video: Any = None
        if picture:
            video = made.add_stream("vp9" if container == "webm" else "h264", rate=12)
            video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
            video.set_display_rotation(turn)
        tone: Any = made.add_stream(codec, rate=RATE, layout="mono") if with_sound else None
        if video is not None:
            for number in range(round(seconds * 12)):
                made.mux(video.encode(_frame(number)))
            made.mux(video.encode(None))
        if tone is not None:
            resampler = av.AudioResampler(
                format=tone.codec_context.format, layout="mono", rate=RATE
            )
            for frame in resampler.resample(_tone(seconds)):
                made.mux(tone.encode(frame))
            made.mux(tone.encode(None))
    return out.getvalue()


def _frame(number: int) -> av.VideoFrame:
    shade = np.full((48, 64, 3), (number * 9) % 255, np.uint8)
    return av.VideoFrame.from_ndarray(shade, format="rgb24")


def _tone(seconds: float) -> av.AudioFrame:
    times = np.arange(round(seconds * RATE)) / RATE
    wave = (np.sin(2 * np.pi * 330 * times) * 20_000).astype(np.int16)[None, :]
    frame = av.AudioFrame.from_ndarray(wave, format="s16", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
    return frame
