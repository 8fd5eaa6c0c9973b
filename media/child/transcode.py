"""What the tools do not take, in a format they do: sound as M4A, film as MP4. Metadata stays behind."""

from pathlib import Path
from typing import Any

import av


def to_m4a(path: Path, folder: Path, demuxer: str) -> dict[str, str]:
    """AAC in an M4A file."""
    target = folder / "tool.m4a"
    with (
        av.open(str(path), format=demuxer) as source,
        av.open(str(target), "w", format="ipod") as out,
    ):
        heard = source.streams.audio[0]
        stream = out.add_stream("aac", rate=44_100)
        stream.bit_rate = 192_000
        resampler = av.AudioResampler(format="fltp", layout="stereo", rate=44_100)
        for frame in source.decode(heard):
            _encode(out, stream, resampler.resample(frame))
        _encode(out, stream, resampler.resample(None))
        out.mux(stream.encode(None))
    return {"file": target.name, "mime": "audio/mp4"}


def to_mp4(path: Path, folder: Path, demuxer: str, turn: int) -> dict[str, str]:
    """H.264 and AAC in an MP4 file, to be shown turned by so many degrees as the source is."""
    target = folder / "tool.mp4"
    with (
        av.open(str(path), format=demuxer) as source,
        av.open(str(target), "w", format="mp4", options={"movflags": "faststart"}) as out,
    ):
        seen = source.streams.video[0]
        video = out.add_stream("libx264", rate=seen.average_rate or 24)
        video.width, video.height = seen.width // 2 * 2, seen.height // 2 * 2
        video.pix_fmt = "yuv420p"
        video.set_display_rotation(turn)
        video.options = {"preset": "veryfast", "crf": "20"}
        audio: Any = None
        resampler: Any = None
        if source.streams.audio:
            audio = out.add_stream("aac", rate=48_000)
            resampler = av.AudioResampler(format="fltp", layout="stereo", rate=48_000)
        for frame in source.decode(*source.streams.video[:1], *source.streams.audio[:1]):
            if isinstance(frame, av.AudioFrame):
                _encode(out, audio, resampler.resample(frame))
            elif isinstance(frame, av.VideoFrame):
                plain = frame.reformat(video.width, video.height, "yuv420p")
                out.mux(video.encode(plain))
        out.mux(video.encode(None))
        if audio is not None:
            _encode(out, audio, resampler.resample(None))
            out.mux(audio.encode(None))
    return {"file": target.name, "mime": "video/mp4"}


def _encode(out: Any, stream: Any, frames: Any) -> None:
    for frame in frames:
        out.mux(stream.encode(frame))
