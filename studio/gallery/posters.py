"""Stills of what a page cannot show by itself: a film before it is loaded, a model."""

from pathlib import Path

import av
from PIL import Image

from studio.renderers.codecs.inputs import open_media
from studio.renderers.solid.still import still_of

_LONGEST = 960


def poster(film: Path, target: Path) -> bool:
    """Write a JPEG of the frame nearest to the film's middle; False when it has none."""
    try:
        with open_media(film) as container:
            stream = container.streams.video[0]
            middle = (stream.duration or 0) // 2
            container.seek(middle, stream=stream)
            shown = None
            for frame in container.decode(stream):
                shown = frame
                if frame.pts is None or frame.pts >= middle:
                    break
    except (av.FFmpegError, IndexError):
        return False
    if shown is None:
        return False
    picture = Image.fromarray(shown.to_ndarray(format="rgb24"))
    picture.thumbnail((_LONGEST, _LONGEST))
    picture.save(target, "JPEG", quality=82)
    return True


def model_poster(model: Path, target: Path) -> bool:
    """Write a JPEG of a GLB, seen a little from the side; False when it cannot be read."""
    try:
        pixels = still_of(model)
    except ValueError:
        return False
    Image.fromarray(pixels).save(target, "JPEG", quality=88)
    return True
