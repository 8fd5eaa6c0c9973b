"""How long decoding a given file may take: a film made to do harm would keep a render process for minutes."""

import time
from collections.abc import Iterator
from typing import Any, overload

import av

from studio.renderers.api import RenderError

MOST_S = 180.0
"""On the clock. Ten minutes of 1080p at 30 a second would take 155 on two cores under a load of eight."""
TOO_LONG = "Decoding the file took too long, so it was given up. A smaller or shorter one will do."


@overload
def in_time(
    container: "av.container.InputContainer", stream: av.VideoStream
) -> Iterator[av.VideoFrame]: ...
@overload
def in_time(
    container: "av.container.InputContainer", stream: av.AudioStream
) -> Iterator[av.AudioFrame]: ...
def in_time(container: "av.container.InputContainer", stream: Any) -> Iterator[Any]:
    """A stream's frames, for MOST_S of decoding: what is done with them in between does not count. RenderError then.

    The clock is looked at after every packet, also after those that show nothing; one packet is not interrupted.
    """
    left, began = MOST_S, time.monotonic()
    for packet in container.demux(stream):
        for frame in packet.decode():
            left -= time.monotonic() - began
            yield frame
            began = time.monotonic()
        if time.monotonic() - began > left:
            raise RenderError(TOO_LONG)
