"""The last frame of a film, as a picture of its own."""

from collections import deque
from io import BytesIO
from pathlib import Path

import av
from PIL import Image

from studio.renderers.codecs.inputs import open_media

LAST_FRAME = "lastFrame"


def last_frame(film: Path) -> bytes:
    """The very last picture of a film as PNG bytes. ValueError when it holds none. Slow: call it in a thread."""
    try:
        with open_media(film) as container:
            stream = container.streams.video[0]
            if stream.duration:
                container.seek(max(0, stream.duration - 1), stream=stream)
            frames = deque(container.decode(stream), maxlen=1)
    except (av.FFmpegError, IndexError) as wrong:
        raise ValueError("There is no picture in this film.") from wrong
    if not frames:
        raise ValueError("There is no picture in this film.")
    out = BytesIO()
    Image.fromarray(frames[0].to_ndarray(format="rgb24")).save(out, "PNG")
    return out.getvalue()
