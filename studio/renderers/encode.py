"""Writing movies: H.264 and AAC in an MP4 that starts at once, sound and picture exactly together."""

from collections import deque
from fractions import Fraction
from pathlib import Path
from types import TracebackType

import av
import cv2
import numpy as np

from studio.renderers.canvas import Array, Pixels

_AAC_FRAME = 1024
_TICK = Fraction(1, 90_000)
"""Seconds; what the times of uneven frames are rounded to."""


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
        form = "mov" if path.suffix == ".mov" else "mp4"
        self._container = av.open(str(path), "w", format=form, options={"movflags": "+faststart"})
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
        self._sound, self._rate, self._written = sound, rate, 0
        if sound is not None:
            layout = "mono" if sound.shape[1] == 1 else "stereo"
            self._audio = self._container.add_stream("aac", rate=rate, layout=layout)
            self._audio.bit_rate = 192_000

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
        self._add_sound(self._samples() - self._samples() % _AAC_FRAME)

    def _mux(self, packets: "list[av.Packet[av.VideoStream]]") -> None:
        """Writes packets of the picture. The encoder knows no length of uneven frames, and the file needs the last."""
        for packet in packets:
            if self._uneven:
                packet.duration = self._lasting.popleft()
            self._container.mux(packet)

    def _samples(self) -> int:
        """How many samples last as long as the frames so far."""
        return round(self._end * self._clock * self._rate)

    def _add_sound(self, limit: int) -> None:
        if self._sound is None:
            return
        while self._written < limit:
            count = min(_AAC_FRAME, limit - self._written)
            piece = self._sound[self._written : self._written + count]
            piece = np.pad(piece, ((0, count - len(piece)), (0, 0)))
            packed = np.ascontiguousarray(piece.T, np.float32)
            frame = av.AudioFrame.from_ndarray(
                packed, format="fltp", layout=self._audio.layout.name
            )
            frame.sample_rate = self._rate
            frame.pts = self._written
            frame.time_base = Fraction(1, self._rate)
            self._container.mux(self._audio.encode(frame))
            self._written += len(piece)

    def __enter__(self) -> "MovieWriter":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._add_sound(self._samples())
            self._mux(self._video.encode(None))
            if self._sound is not None:
                self._container.mux(self._audio.encode(None))
        self._container.close()
