"""Sound and video: opened with the one demuxer their first bytes name, decoded, measured, pictured.

The demuxer is never guessed by the library: playlists, concatenations and network formats are not reachable.
"""

import time
from pathlib import Path
from typing import Any

import av
import numpy as np
from PIL import Image

from media.child.sniff import DAMAGED, Undecodable
from media.child.transcode import to_m4a, to_mp4

DEMUXER = {
    "mp3": "mp3",
    "flac": "flac",
    "ogg": "ogg",
    "wav": "wav",
    "mov": "mov",
    "matroska": "matroska",
}
AUDIO_MIME = {
    "mp3": "audio/mpeg",
    "flac": "audio/flac",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "mov": "audio/mp4",
    "matroska": "audio/webm",
}
VIDEO_MIME = {"mov": "video/mp4", "matroska": "video/webm"}
AUDIO_FOR_TOOLS = ("audio/mpeg", "audio/mp4", "audio/wav")
DECODE_S = 40.0
BARS = 120
POSTER = 960


def examine_stream(path: Path, folder: Path, engine: str, limits: dict[str, Any]) -> dict[str, Any]:
    """Facts of a sound or a film; waveform or poster and thumbnail; `tool` where the tools need another format."""
    try:
        with av.open(
            str(path), format=DEMUXER[engine], options={"protocol_whitelist": "file"}
        ) as container:
            video = next((stream for stream in container.streams.video if not _cover(stream)), None)
            audio = next(iter(container.streams.audio), None)
            if video is None and audio is None:
                raise Undecodable("There is neither sound nor picture in it. Nothing was stored.")
            if video is not None:
                return _film(container, video, path, folder, engine, limits)
            return _sound(container, audio, path, folder, engine, limits)
    except (av.FFmpegError, ValueError, OverflowError, IndexError) as error:
        raise Undecodable(DAMAGED) from error


def _cover(stream: Any) -> bool:
    return bool(stream.disposition & av.stream.Disposition.attached_pic)


def _sound(
    container: Any, stream: Any, path: Path, folder: Path, engine: str, limits: dict[str, Any]
) -> dict[str, Any]:
    peaks: list[float] = []
    samples = 0
    rate = stream.rate or 44_100
    until = time.monotonic() + DECODE_S
    for frame in container.decode(stream):
        block = frame.to_ndarray()
        if block.dtype.kind in "iu":
            span = np.iinfo(block.dtype)
            middle = 0.0 if span.min else (span.max + 1) / 2  # of bytes without a sign
            block = (block.astype(np.float32) - middle) / (span.max - middle)
        peaks.append(float(np.abs(block).max()) if block.size else 0.0)
        samples += frame.samples
        _check_time(samples / rate, until, limits)
    duration = samples / rate
    if duration < 0.1:
        raise Undecodable("There is no sound in it. Nothing was stored.", "empty")
    mime = AUDIO_MIME[engine]
    renditions = {"waveform": _waveform(np.array(peaks, dtype=np.float32), folder)}
    if mime not in AUDIO_FOR_TOOLS:
        renditions["tool"] = to_m4a(path, folder, DEMUXER[engine])
    return {"kind": "audio", "mime": mime, "duration_s": duration, "renditions": renditions}


def _film(
    container: Any, stream: Any, path: Path, folder: Path, engine: str, limits: dict[str, Any]
) -> dict[str, Any]:
    if engine not in VIDEO_MIME:
        raise Undecodable(DAMAGED)
    if stream.width * stream.height > limits["video_pixels_per_frame"]:
        raise Undecodable(
            f"Its picture is {stream.width} × {stream.height}; video may be up to 4K.",
            "too_many_pixels",
        )
    fps = float(stream.average_rate or stream.guessed_rate or 24)
    poster, turn, duration = _seen(container, stream, fps, limits)
    width, height = stream.width, stream.height
    if turn in (90, 270):
        width, height = height, width
    mime = VIDEO_MIME[engine]
    renditions = {"poster": _picture(poster, folder, "poster", POSTER)}
    renditions["thumbnail"] = _picture(poster, folder, "thumbnail", POSTER // 2)
    if mime != "video/mp4":
        renditions["tool"] = to_mp4(path, folder, DEMUXER[engine], turn)
    return {
        "kind": "video",
        "mime": mime,
        "width": width,
        "height": height,
        "fps": fps,
        "duration_s": duration,
        "renditions": renditions,
    }


def _seen(
    container: Any, stream: Any, fps: float, limits: dict[str, Any]
) -> tuple[Image.Image, int, float]:
    """A picture of the first second as it is shown, how far the film is turned for that, and its seconds.

    In degrees against the clock, 0 to 359. Phones write what the sensor saw, and how it is to be turned.
    """
    poster: Any = None
    turn, last = 0, 0.0
    until = time.monotonic() + DECODE_S
    stream.thread_type = "AUTO"
    for number, frame in enumerate(container.decode(stream)):
        if poster is None or number == int(fps):
            turn = int(frame.rotation) % 360
            poster = frame.to_image().rotate(turn, expand=True)
        last = max(last, float(frame.time or number / fps))
        _check_time(last, until, limits)
    if poster is None:
        raise Undecodable("There is no picture in it. Nothing was stored.", "empty")
    return poster, turn, last + 1 / fps


def _check_time(seconds: float, until: float, limits: dict[str, Any]) -> None:
    if seconds > limits["duration_s"]:
        most = limits["duration_s"] // 60
        raise Undecodable(f"It is longer than {most} minutes.", "too_long")
    if time.monotonic() > until:
        raise Undecodable("Opening it took too long.", "too_slow")


def _picture(image: Image.Image, folder: Path, name: str, longest: int) -> dict[str, str]:
    small = image.convert("RGB")
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    small.save(folder / f"{name}.webp", "WEBP", quality=82, method=4)
    return {"file": f"{name}.webp", "mime": "image/webp"}


def _waveform(peaks: Any, folder: Path) -> dict[str, str]:
    """An SVG of about 120 bars, as wide as the place it is put in; colour is the page's."""
    groups = np.array_split(peaks, min(BARS, len(peaks)))
    heights = np.array([group.max() for group in groups])
    heights = np.clip(heights / (heights.max() or 1.0), 0.04, 1.0)
    bars = "".join(
        f'<rect x="{3 * place}" y="{20 - 19 * height:.1f}" width="2" height="{38 * height:.1f}" rx="1"/>'
        for place, height in enumerate(heights)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {3 * len(heights) - 1} 40" '
        f'preserveAspectRatio="none" fill="#8a9196">{bars}</svg>'
    )
    (folder / "waveform.svg").write_text(svg)
    return {"file": "waveform.svg", "mime": "image/svg+xml"}
