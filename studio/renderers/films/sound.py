"""Soundtracks of films: a track cut to length, sounds laid one after the other without a click."""

from pathlib import Path

import av
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.codecs.hearing import read_sound
from studio.renderers.codecs.inputs import open_media
from studio.renderers.codecs.patience import in_time
from studio.renderers.drawing.canvas import Array
from studio.renderers.films.source import RATE

FADE_OUT_S = 0.4


def track(path: Path, count: int, rate: int = RATE, start_s: float = 0.0) -> Array:
    """`count` samples (at `rate`, stereo) of a sound file, silence after its end, a short fall where it is cut.

    RenderError when the file has no sound this program can read.
    """
    try:
        with open_media(path, pictures=True) as container:
            if not container.streams.audio:
                raise RenderError("The file has no sound in it.")
            first = next(in_time(container, container.streams.audio[0]), None)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise RenderError(
            "The sound could not be read: the file is damaged or of an unknown kind."
        ) from error
    if first is None:
        raise RenderError("The sound could not be read: nothing in it decodes.")
    beyond = rate // 10
    samples = read_sound(path, (first.time or 0.0) + start_s, (count + beyond) / rate, rate)
    out = np.ascontiguousarray(samples[:count])
    if np.abs(samples[count:]).max(initial=0) > 1e-4:
        fall = min(round(FADE_OUT_S * rate), count)
        out[count - fall :] *= np.linspace(1, 0, fall, dtype=np.float32)[:, None]
    return out


def lay_under(whole: Array, first: int, sound: Array, rise: int = 0, fall: int = 0) -> None:
    """Adds a sound at a sample, coming up over `rise` samples and going over `fall`, at equal loudness throughout.

    `sound` is changed by it.
    """
    if rise:
        sound[:rise] *= np.sin(np.linspace(0, np.pi / 2, rise, dtype=np.float32))[:, None]
    if fall:
        sound[-fall:] *= np.cos(np.linspace(0, np.pi / 2, fall, dtype=np.float32))[:, None]
    whole[first : first + len(sound)] += sound[: max(len(whole) - first, 0)]
