"""The sound of a movie that is being written: AAC beside the picture, packet by packet."""

from fractions import Fraction

import av
import numpy as np

from studio.renderers.drawing.canvas import Array

_AAC_FRAME = 1024
AAC_OPTIONS = {"aac_coder": "fast"}
"""At as many bits as here it is a third of the work of FFmpeg's usual search and adds no more noise: on four styles of
music at 192 kbit/s between nothing and 6 dB less."""


class Soundtrack:
    """A track of its own in a container; `sound` is (count, channels) at `rate`, silence follows it."""

    def __init__(self, container: "av.container.OutputContainer", sound: Array, rate: int) -> None:
        layout = "mono" if sound.shape[1] == 1 else "stereo"
        self._container, self._sound, self._rate, self._written = container, sound, rate, 0
        self._stream = container.add_stream("aac", rate=rate, layout=layout, options=AAC_OPTIONS)
        self._stream.bit_rate = 192_000

    def reach(self, seconds: Fraction) -> None:
        """Write as much as lasts so long, in whole packets: the picture is so far."""
        limit = round(seconds * self._rate)
        self._add(limit - limit % _AAC_FRAME)

    def end(self, seconds: Fraction) -> None:
        """Write the rest: the movie lasts so long, to a sample."""
        self._add(round(seconds * self._rate))
        self._container.mux(self._stream.encode(None))

    def _add(self, limit: int) -> None:
        while self._written < limit:
            count = min(_AAC_FRAME, limit - self._written)
            piece = self._sound[self._written : self._written + count]
            piece = np.pad(piece, ((0, count - len(piece)), (0, 0)))
            packed = np.ascontiguousarray(piece.T, np.float32)
            layout = self._stream.layout.name
            frame = av.AudioFrame.from_ndarray(packed, format="fltp", layout=layout)
            frame.sample_rate, frame.pts = self._rate, self._written
            frame.time_base = Fraction(1, self._rate)
            self._container.mux(self._stream.encode(frame))
            self._written += count
