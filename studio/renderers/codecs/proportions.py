"""How large a film is shown: recorders that widen their pixels leave that to the player."""

import av

LARGEST_SIDE = 4096
"""Pixels a film may have on a side."""


def shown_size(stream: "av.VideoStream") -> tuple[int, int]:
    """Width and height in square pixels, before any turning. Where they are not the shorter side is drawn out."""
    width, height = stream.codec_context.width, stream.codec_context.height
    ratio = float(stream.sample_aspect_ratio or 1)
    if not 0.2 < ratio < 5 or abs(ratio - 1) < 0.005:
        return width, height
    wide = round(width * max(ratio, 1)), round(height / min(ratio, 1))
    return wide if max(wide) <= LARGEST_SIDE else (width, height)
