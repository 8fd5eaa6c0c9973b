"""Songs and pictures made for the renderers' tests, and readers for what the renderers made."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from PIL import Image

from studio.renderers import Progress, RenderRequest, RenderResult
from studio.renderers.registry import render


def click_track(
    bpm: float, duration_s: float, rate: int = 44100, *, loud_from_s: float = 0
) -> tuple[Any, Any]:
    """Kick and chord on the bar, click on the beat, softer before `loud_from_s`; (samples, beat times)."""
    rng = np.random.default_rng(4)
    sound = np.zeros(int(duration_s * rate), np.float32)
    beats = np.arange(0.21, duration_s - 0.1, 60 / bpm)
    for index, beat in enumerate(beats):
        loud = 1.0 if beat >= loud_from_s else 0.25
        seconds = np.arange(int(0.2 * rate)) / rate
        _add(
            sound,
            beat,
            rate,
            0.3 * loud * rng.standard_normal(len(seconds)) * np.exp(-seconds * 60),
        )
        if index % 4 == 0:
            _add(
                sound,
                beat,
                rate,
                0.7 * loud * np.sin(2 * np.pi * 55 * seconds) * np.exp(-seconds * 16),
            )
            bar = np.arange(int(240 / bpm * rate)) / rate
            root = 220 * 2 ** ([0, 5, 7, 3][(index // 4) % 4] / 12)
            for ratio in (1, 1.26, 1.5):
                _add(sound, beat, rate, 0.06 * loud * np.sin(2 * np.pi * root * ratio * bar))
    return sound, beats


def _add(sound: Any, at_s: float, rate: int, wave: Any) -> None:
    first = round(float(at_s) * rate)
    piece = wave[: len(sound) - first]
    sound[first : first + len(piece)] += piece.astype(np.float32)


def write_song(path: Path, samples: Any, rate: int = 44100, *, codec: str = "pcm_s16le") -> Path:
    """Writes mono (count,) or (count, channels) samples −1 … 1 to a sound file."""
    wide = samples[:, None] if samples.ndim == 1 else samples
    layout = "mono" if wide.shape[1] == 1 else "stereo"
    packed = (np.clip(wide, -1, 1) * 32767).astype(np.int16).reshape(1, -1)
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream(codec, rate=rate, layout=layout)
        frame = av.AudioFrame.from_ndarray(packed, format="s16", layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        resampler = av.AudioResampler(format=stream.codec_context.format, layout=layout, rate=rate)
        for piece in resampler.resample(frame):
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return path


def write_picture(path: Path, size: tuple[int, int] = (320, 200), **options: Any) -> Path:
    """A picture with a bright spot on a sloping background."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width]
    spot = 150 * np.exp(-(((x - width * 0.6) / 30) ** 2 + ((y - height * 0.4) / 30) ** 2))
    pixels = (
        np.stack([x * 200 / width, y * 180 / height, np.full_like(x, 90)], -1) + spot[..., None]
    )
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(path, **options)
    return path


def ask(kind: str, workflow: str, prompt: str, **options: Any) -> RenderRequest:
    """A request with small, usual values."""
    values: dict[str, Any] = {"model_id": "test", "seed": 11, "width": 320, "height": 192}
    return RenderRequest(kind=kind, workflow=workflow, prompt=prompt, **(values | options))


def run(request: RenderRequest, folder: Path) -> tuple[RenderResult, list[Progress]]:
    """Renders, and keeps what was reported."""
    told: list[Progress] = []
    return render(request, folder, told.append), told


def read_frames(path: Path) -> Any:
    """Every frame of a movie as (count, height, width, 3) RGB."""
    with av.open(str(path)) as container:
        return np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)])


def read_sound(path: Path) -> tuple[Any, int]:
    """The mixed-down samples a player would play, and their rate."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler(format="fltp", layout="mono", rate=stream.rate)
        pieces = [
            piece.to_ndarray()[0]
            for frame in container.decode(stream)
            for piece in resampler.resample(frame)
        ]
        return np.concatenate(pieces), stream.rate
