"""Rendering speech: a text in, a file out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.loudness import brought_to
from studio.renderers.codecs.sound_file import write_sound
from studio.renderers.drawing.canvas import Array
from studio.renderers.song_films.song import load_song
from studio.renderers.speech.engine import RATE, Saying, say
from studio.renderers.speech.languages import ENGINE, language_of, readable
from studio.renderers.speech.likeness import Likeness, coloured, listen, matched
from studio.renderers.speech.voices import SPEAKERS, Speaker, designed, styled, take_of

OUT_RATE = 44100
_LUFS, _CEILING_DB = -16.0, -1.5
_EDGE_S, _QUIET = 0.12, 0.004
_LONGEST_TEXT = 4096
_SAMPLE_LENGTH = 240


@dataclass(frozen=True)
class _Cast:
    """Who speaks: the speaker, and the recording it is to resemble."""

    speaker: Speaker
    likeness: Likeness | None = None


def render_speech(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Says the prompt, word for word. Options: `speaker`, `instruct`, `language`, `creativity`; input referenceAudio.

    The notes tell the language and, for a copied voice, what of it was matched.
    """
    steps = max(request.steps, 1)
    report(Progress(0, steps))
    text = " ".join(request.prompt.split())
    if not any(letter.isalnum() for letter in text):
        raise RenderError("There are no words to say.")
    if len(text) > _LONGEST_TEXT:
        raise RenderError(f"The text has {len(text)} characters; {_LONGEST_TEXT} is the most.")
    language = language_of(text, str(request.options.get("language") or "auto"))
    readable(text, language)
    cast = _cast(request, text, language)
    lively = _lively(request.options.get("creativity"))
    speaker = take_of(cast.speaker, request.seed, request.variation, lively)
    report(Progress(max(steps // 3, 1), steps, eta_s=1.0))
    spoken = say(_saying(text, speaker, language))
    if cast.likeness:
        spoken = coloured(spoken, cast.likeness)
    sound = _finished(spoken)
    path, mime = write_sound(
        out_dir / "speech", sound, OUT_RATE, request.output_format, usual="wav"
    )
    report(Progress(steps, steps, eta_s=0))
    return RenderResult(
        path, mime, duration_s=sound.shape[1] / OUT_RATE, notes=_facts(cast, language)
    )


def _cast(request: RenderRequest, text: str, language: str) -> _Cast:
    instruct = str(request.options.get("instruct") or "")
    recording = request.inputs.get("referenceAudio")
    if recording is not None:
        song = load_song(recording)
        likeness = listen(song.samples.mean(axis=1), song.rate)
        sample = text[:_SAMPLE_LENGTH]
        return _Cast(matched(likeness, lambda one: say(_saying(sample, one, language))), likeness)
    if "design" in request.model_id:
        return _Cast(designed(instruct, request.seed))
    named = str(request.options.get("speaker") or "serena").lower()
    if named not in SPEAKERS:
        raise RenderError(f"There is no voice {named}. There is: {', '.join(SPEAKERS)}.")
    return _Cast(styled(SPEAKERS[named], instruct) if instruct else SPEAKERS[named])


def _saying(text: str, speaker: Speaker, language: str) -> Saying:
    return Saying(
        text,
        speaker.engine_voice(language, ENGINE[language]),
        speaker.pace,
        speaker.pitch,
        speaker.range,
        speaker.gap,
    )


def _lively(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(min(max(value, 0.1), 2.0))
    return 0.9


def _finished(spoken: Array) -> Array:
    """No rumble, a little air, quiet edges cut, even loudness; (1, samples) at 44.1 kHz."""
    loud = np.flatnonzero(np.abs(spoken) > _QUIET)
    if not len(loud):
        raise RenderError("The speech engine said nothing.")
    edge = int(_EDGE_S * RATE)
    kept = np.pad(spoken[loud[0] : loud[-1] + 1], (edge // 2, edge))
    sound = scipy.signal.resample_poly(kept, OUT_RATE // RATE, 1)
    low = scipy.signal.butter(2, 70, "highpass", fs=OUT_RATE, output="sos")
    sound = scipy.signal.sosfilt(low, sound)
    high = scipy.signal.butter(1, 2600, "highpass", fs=OUT_RATE, output="sos")
    sound = sound + 0.25 * scipy.signal.sosfilt(high, sound)
    return brought_to(np.asarray(sound[None, :], np.float32), OUT_RATE, _LUFS, _CEILING_DB)


def _facts(cast: _Cast, language: str) -> dict[str, object]:
    facts: dict[str, object] = {"language": language, "engine": "eSpeak NG, a formant synthesizer"}
    if cast.likeness:
        facts["likeness"] = (
            "Pitch, pace and colour follow the recording; the voice itself is not copied. "
            f"Measured pitch: {round(cast.likeness.pitch_hz)} Hz."
        )
    return facts
