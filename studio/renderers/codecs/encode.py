"""Writing movies: H.264 and AAC in an MP4 that starts at once, sound and picture exactly together."""

from collections import deque
from fractions import Fraction
from pathlib import Path
from types import TracebackType

import av
import cv2

from studio.renderers.codecs.soundtrack import Soundtrack
from studio.renderers.drawing.canvas import Array, Pixels

_TICK = Fraction(1, 90_000)
"""Seconds; what the times of uneven frames are rounded to."""


def new_movie(path: Path) -> "av.container.OutputContainer":
    """An empty MP4 (or MOV, by its ending) that will start at once."""
    form = "mov" if path.suffix == ".mov" else "mp4"
    return av.open(str(path), "w", format=form, options={"movflags": "+faststart"})


class MovieWriter:
    """Takes frames one by one; the soundtrack goes in beside them, cut or filled up to the picture's length.

    Sizes must be even; `sound` is (count, channels); `quality` is x264's constant rate factor, lower is better. The
    path's ending chooses mp4 or mov. Use as a context manager; the file is complete when the block ends well. Where it
    is `uneven`, each frame comes with the moment until which it is shown, and `fps` is only about their pace.
    """

    def __init__(
        self,
        path: Path,
        width: int,
        height: int,
        fps: int | Fraction,
        *,
        sound: Array | None = None,
        rate: int = 48000,
        quality: int = 20,
        uneven: bool = False,
    ) -> None:
        self._container = new_movie(path)
        video = self._container.add_stream("libx264", rate=fps)
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        # x264's macroblock tree differs from run to run on AVX2 (seen in the library inside PyAV 18 wheels).
        video.options = {
            "preset": "veryfast",
            "crf": str(quality),
            "profile": "high",
            "x264-params": "no-mbtree=1",
        }
        video.codec_context.color_range = 1
        video.codec_context.colorspace = 6
        video.codec_context.color_primaries = 1
        video.codec_context.color_trc = 1
        video.codec_context.gop_size = max(round(fps * 2), 1)
        video.codec_context.thread_count = 2
        self._video = video
        self._uneven, self._clock, self._end = uneven, _TICK if uneven else 1 / Fraction(fps), 0
        self._lasting: deque[int] = deque()
        if uneven:
            video.codec_context.time_base = video.time_base = _TICK
            video.codec_context.max_b_frames = 0  # in order: an MP4 counts its length in packets
        self._track = None if sound is None else Soundtrack(self._container, sound, rate)

    def add(self, pixels: Pixels, until_s: float | None = None) -> None:
        """Appends one RGB frame, shown from the end of the one before; `until_s` where frames are uneven only."""
        assert (until_s is not None) == self._uneven, "uneven frames come with their ends"
        planes: Pixels = cv2.cvtColor(pixels, cv2.COLOR_RGB2YUV_I420)
        frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        frame.pts, frame.time_base = self._end, self._clock
        frame.color_range, frame.colorspace = 1, 6
        if until_s is None:
            self._end += 1
        else:
            self._end = max(round(until_s / self._clock), self._end + 1)
            self._lasting.append(self._end - frame.pts)
        self._mux(self._video.encode(frame))
        if self._track is not None:
            self._track.reach(self._length_s)

    def _mux(self, packets: "list[av.Packet[av.VideoStream]]") -> None:
        """Writes packets of the picture. The encoder knows no length of uneven frames, and the file needs the last."""
        for packet in packets:
            if self._uneven:
                packet.duration = self._lasting.popleft()
            self._container.mux(packet)

    @property
    def _length_s(self) -> Fraction:
        """How long the frames so far are shown."""
        return self._end * self._clock

    def __enter__(self) -> "MovieWriter":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._mux(self._video.encode(None))
            if self._track is not None:
                self._track.end(self._length_s)
        self._container.close()
