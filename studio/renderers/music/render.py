"""Rendering music: a request in, a file out."""

import time
from pathlib import Path

from studio.renderers.api import Progress, RenderRequest, RenderResult, Report
from studio.renderers.codecs.sound_file import write_sound
from studio.renderers.music.brief import Brief, read_brief
from studio.renderers.music.compose import produce
from studio.renderers.music.form import Form
from studio.renderers.music.lyrics import WORDLESS
from studio.renderers.music.tones import RATE
from studio.renderers.prompts.dynamic_prompt import expand_prompt

_SHORTEST_S, _LONGEST_S, _USUAL_S = 4.0, 600.0, 30.0


def render_music(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Writes, plays, mixes and masters a piece. Options: `bpm`, `keyscale`, `timesignature`, `lyrics`.

    The notes tell style, bpm, key, meter, the sections with their start in seconds, and how a voice sings, if one does.
    """
    steps = max(request.steps, 1)
    started = time.monotonic()

    def tell(share: float) -> None:
        gone = time.monotonic() - started
        left = gone / share * (1 - share) if share > 0.05 else None
        report(Progress(min(int(share * steps), steps), steps, eta_s=left))

    tell(0.0)
    duration_s = min(max(request.duration_s or _USUAL_S, _SHORTEST_S), _LONGEST_S)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    brief = read_brief(prompt, request.seed + 7919 * request.variation, duration_s, request.options)
    sound, form = produce(brief, lambda share: tell(share * 0.85))
    path, mime = write_sound(out_dir / "music", sound, RATE, request.output_format)
    tell(1.0)
    return RenderResult(path, mime, duration_s=sound.shape[1] / RATE, notes=_facts(brief, form))


def _facts(brief: Brief, form: Form) -> dict[str, object]:
    sung = any(verse.lines for verse in brief.verses)
    return {
        **({"vocals": WORDLESS if sung else "without words"} if brief.lead == "voice" else {}),
        "style": brief.style.name,
        "bpm": brief.bpm,
        "keyscale": brief.key.name,
        "timesignature": str(brief.meter),
        "sections": [
            {"name": section.name, "startSeconds": round(section.first * brief.bar_s, 2)}
            for section in form.sections
        ],
    }
