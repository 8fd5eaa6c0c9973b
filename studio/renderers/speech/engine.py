"""Asking the speech engine, which runs as a program of its own (`program`)."""

import importlib.util
import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.drawing.canvas import Array

RATE = 22050
_PROGRAM = Path(__file__).with_name("program.py")
_TIMEOUT_S = 120
ABSENT = (
    "This studio cannot speak: its speech engine, the package espeakng-loader, is not installed."
)


@dataclass(frozen=True)
class Saying:
    """What the engine is asked. `voice` is its language and variant ("en-us+f2"); `words_per_minute` 80 … 450, `pitch`
    and `range` 0 … 99, `gap` between words in hundredths of a second."""

    text: str
    voice: str
    words_per_minute: int = 165
    pitch: int = 50
    range: int = 50
    gap: int = 0


def installed() -> bool:
    """Whether the engine is there."""
    return importlib.util.find_spec("espeakng_loader") is not None


def say(saying: Saying) -> Array:
    """The samples, −1 … 1 at 22 050 a second. RenderError when there is no engine or it cannot say this."""
    if not installed():
        raise RenderError(ABSENT)
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_PROGRAM)],
            input=json.dumps(asdict(saying)).encode(),
            capture_output=True,
            timeout=_TIMEOUT_S,
            check=True,
        )
    except subprocess.SubprocessError as failed:
        raise RenderError("The speech engine could not say this text.") from failed
    return np.frombuffer(done.stdout, np.int16).astype(np.float32) / 32768
