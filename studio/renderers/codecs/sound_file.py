"""Writing sound: MP3, WAV, FLAC or M4A, exactly as long as the samples."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from studio.renderers.codecs.soundtrack import AAC_OPTIONS
from studio.renderers.drawing.canvas import Array

_KINDS = {  # container, codec, what samples it takes, bits a second, MIME type
    "mp3": ("mp3", "libmp3lame", "fltp", 192_000, "audio/mpeg"),
    "wav": ("wav", "pcm_s16le", "s16", 0, "audio/wav"),
    "flac": ("flac", "flac", "s16", 0, "audio/flac"),
    "m4a": ("ipod", "aac", "fltp", 192_000, "audio/mp4"),
}
_SLICE = 4608


def write_sound(
    stem: Path, sound: Array, rate: int, wanted: str, usual: str = "mp3"
) -> tuple[Path, str]:
    """Writes (channels, samples) of −1 … 1 beside `stem` with the ending of the format; gives path and MIME type.

    An unknown format is taken as the usual one.
    """
    ending = wanted.lower().lstrip(".") if wanted.lower().lstrip(".") in _KINDS else usual
    container_name, codec, shape, bits, mime = _KINDS[ending]
    path = stem.with_suffix(f".{ending}")
    layout = "mono" if len(sound) == 1 else "stereo"
    with av.open(
        str(path), "w", format=container_name, options={"fflags": "+bitexact"}
    ) as container:
        options = AAC_OPTIONS if codec == "aac" else {}
        stream = container.add_stream(codec, rate=rate, layout=layout, options=options)
        assert isinstance(stream, av.AudioStream)
        stream.codec_context.format = shape
        if bits:
            stream.bit_rate = bits if layout == "stereo" else bits // 2
        size = stream.codec_context.frame_size or _SLICE
        for begin in range(0, sound.shape[1], size):
            piece = sound[:, begin : begin + size]
            frame = av.AudioFrame.from_ndarray(_packed(piece, shape), format=shape, layout=layout)
            frame.sample_rate, frame.pts, frame.time_base = rate, begin, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path, mime


def _packed(piece: Array, shape: str) -> Array:
    if shape == "fltp":
        return np.ascontiguousarray(piece, np.float32)
    whole = np.clip(np.round(piece.T * 32767), -32768, 32767).astype(np.int16)
    return np.ascontiguousarray(whole.reshape(1, -1))
