"""The program around eSpeak NG, run on its own: a request as JSON on standard input, samples (16 bit, mono) out.

It imports nothing of the studio. A fresh process for each text keeps the engine's hidden state out, so that the same
request gives the same samples.
"""

import ctypes
import json
import sys
from typing import Any

import espeakng_loader

RATE = 22050
_SYNCHRONOUS, _DONT_EXIT, _UTF8 = 2, 0x8000, 1
_PARAMETERS = {"words_per_minute": 1, "pitch": 3, "range": 4, "gap": 7}
_Take = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


def speak(saying: dict[str, Any]) -> bytes:
    """What the engine says. RuntimeError when it refuses."""
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    data = espeakng_loader.get_data_path().encode()
    rate = library.espeak_Initialize(_SYNCHRONOUS, 200, data, _DONT_EXIT)
    if rate != RATE:
        raise RuntimeError(f"the engine has the rate {rate}")
    library.espeak_ng_SetRandSeed(ctypes.c_long(1))  # it draws the breath from the clock otherwise
    pieces: list[bytes] = []

    def take(samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            pieces.append(ctypes.string_at(samples, count * 2))
        return 0

    callback = _Take(take)
    library.espeak_SetSynthCallback(callback)
    if library.espeak_SetVoiceByName(saying["voice"].encode()):
        raise RuntimeError(f"there is no voice {saying['voice']}")
    for name, number in _PARAMETERS.items():
        library.espeak_SetParameter(number, int(saying[name]), 0)
    text = saying["text"].encode() + b"\0"
    library.espeak_Synth(text, ctypes.c_size_t(len(text)), 0, 1, 0, _UTF8, None, None)
    library.espeak_Synchronize()
    return b"".join(pieces)


if __name__ == "__main__":
    sys.stdout.buffer.write(speak(json.load(sys.stdin)))
