"""What a waveform shows: how loud it is where, whatever the samples are written in."""

import math
import re
import wave
from io import BytesIO

import pytest

from media.storage import open_media
from tests.media.conftest import Take

RATE = 8_000


def soft_then_loud(width: int) -> bytes:
    """Two seconds of one tone as WAV, the first at a fiftieth of its height; `width` bytes a sample."""
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(width)
        file.setframerate(RATE)
        for place in range(2 * RATE):
            height = (0.02 if place < RATE else 1.0) * math.sin(2 * math.pi * 440 * place / RATE)
            whole = round(height * (2 ** (8 * width - 1) - 1))
            file.writeframesraw(
                bytes([128 + whole]) if width == 1 else whole.to_bytes(width, "little", signed=True)
            )
    return out.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("width", [1, 2, 3, 4], ids=["8 bit", "16 bit", "24 bit", "32 bit"])
def test_soft_is_low_and_loud_is_high(take: Take, width: int) -> None:
    blob = take("tone.wav", soft_then_loud(width)).blob
    with open_media(blob.renditions.get(purpose="waveform").name) as file:
        bars = [float(height) for height in re.findall(rb' height="([\d.]+)"', file.read())]
    assert max(bars[: len(bars) // 2 - 1]) < 3
    assert min(bars[len(bars) // 2 + 1 :]) > 30
