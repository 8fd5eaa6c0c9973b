"""The edit renderer: a picture, what shall change in it, and the changed picture."""

from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.inputs import (
    REFERENCE_SIDE,
    check_workable,
    cover,
    load_cut_out,
    load_picture,
)
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.drawing.finish import preview
from studio.renderers.edits.reading import angle_step, read_edit, style_step
from studio.renderers.edits.work import REPAIR, SHAPE, STYLE, Step, Work
from studio.renderers.pictures.angle import Angle, read_angle
from studio.renderers.pictures.delivery import delivered
from studio.renderers.pictures.image import draw, generator
from studio.renderers.pictures.repair import polished, restored
from studio.renderers.pictures.restyle import restyle
from studio.renderers.pictures.upscale import enlarge
from studio.renderers.prompts.dynamic_prompt import expand_prompt
from studio.renderers.prompts.styles import named_styles
from studio.renderers.prompts.words import read_prompt

_LONGEST = 2560
"""Larger sources are read smaller; `_LARGEST` bounds what a scale makes of them."""
_LARGEST = 4096
_LEAST_EDGE = 480
"""Smaller sources of style, repair and refinement are enlarged to this first, as the service does."""
_PLAIN_STYLE = "oil"
Plan = Callable[[str, RenderRequest, int], list[Step]]


def _edit(prompt: str, request: RenderRequest, others: int) -> list[Step]:
    return read_edit(prompt, others)


def _style(prompt: str, request: RenderRequest, others: int) -> list[Step]:
    """All the prompt's styles; a painting where it names none that is known."""
    names = named_styles(prompt) or [_PLAIN_STYLE]
    strong = names if names == ["photo"] else [name for name in names if name != "photo"][:2]
    return [Step(STYLE, f"{name} style", style_step(name)) for name in strong]


def _restore(prompt: str, request: RenderRequest, others: int) -> list[Step]:
    """Repair first, then what else the prompt asks for (colour stays unless black and white is asked for)."""
    keep = any(
        word in prompt.lower()
        for word in ("black and white", "black-and-white", "sepia", "keep the tones")
    )
    mend = Step(REPAIR, "restored", lambda work: work.put(restored(work.pixels, keep_colours=keep)))
    more = [step for step in read_edit(prompt) if step.rank == SHAPE and step.said != "closer"]
    return [mend, *more]


def _refine(prompt: str, request: RenderRequest, others: int) -> list[Step]:
    """The edit that is asked for, and a finish."""
    finish = Step(SHAPE, "finished", lambda work: work.put(polished(work.pixels, 0.7)))
    return [*read_edit(prompt, others), finish]


def _angle(prompt: str, request: RenderRequest, others: int) -> list[Step]:
    strength = float(np.clip(float(request.options.get("loraStrength") or 0.9) / 0.9, 0.1, 1.15))
    return [
        Step(SHAPE, "another angle", angle_step(read_angle(prompt) or Angle(turn=45), strength))
    ]


_PLANS: dict[str, Plan] = {
    "edit": _edit,
    "apply_style": _style,
    "restore_photo": _restore,
    "refine_result": _refine,
    "change_angle": _angle,
}


def render_edit(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `edit`, `apply_style`, `restore_photo`, `refine_result` and `change_angle`.

    Inputs are contextImage1 (or startingImage), further contextImages, and a referenceMask, whose see-through or black
    parts stay open to change. Width and height 0 mean the source's own size; option `scale` multiplies it. `notes`
    tell what of the prompt was `understood` and what went wrong.
    """
    cv2.setNumThreads(1)
    names = _pictures(request)
    if not names:
        raise RenderError("A picture to change is needed.")
    source = load_picture(request.inputs[names[0]], _LONGEST)
    check_workable(source)
    others = tuple(load_picture(request.inputs[name], REFERENCE_SIDE) for name in names[1:])
    if request.workflow != "edit" and request.workflow != "change_angle":
        source = _scaled(source, float(request.options.get("scale") or 1))
    if request.width and request.height:
        source = cover(source, request.width, request.height)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    work = Work(
        source,
        generator(request.seed, request.variation, "edit " + prompt),
        prompt,
        request.variation,
        others,
    )
    steps = _PLANS[request.workflow](prompt, request, len(others))
    done, failed = carried_out(work, steps, report)
    if not done:
        if failed:
            raise RenderError(failed[0])
        _towards(work, request)
    _masked(work, source, request)
    return finished(work, request, out_dir, report, done, failed)


def _pictures(request: RenderRequest) -> list[str]:
    """The inputs in order, the one to change first."""
    shown = sorted(
        (name for name in request.inputs if name.startswith("contextImage")),
        key=lambda name: int(name[12:] or 0),
    )
    return [*(["startingImage"] if "startingImage" in request.inputs else []), *shown]


def carried_out(work: Work, steps: Sequence[Step], report: Report) -> tuple[list[str], list[str]]:
    """Does the steps; what was done, and the sentences of those that could not be."""
    done: list[str] = []
    failed: list[str] = []
    for number, step in enumerate(steps):
        try:
            step.do(work)
            done.append(step.said)
        except RenderError as refused:
            failed.append(str(refused))
        report(Progress(step=number + 1, step_count=len(steps) + 1, preview=preview(work.pixels)))
    return done, failed


def _towards(work: Work, request: RenderRequest) -> None:
    """Words that ask for nothing known: the picture moves towards the mood of a picture drawn from them."""
    seed = request.seed
    drawn = draw(work.prompt, seed=seed, variation=work.variation, width=256, height=256).pixels
    guide = cv2.resize(drawn, (work.width, work.height), interpolation=cv2.INTER_CUBIC)
    work.put(restyle(work.pixels, guide, work.prompt, read_prompt(work.prompt), 0.4, work.rng))
    work.put(polished(work.pixels, 0.8))


def _masked(work: Work, source: Pixels, request: RenderRequest) -> None:
    """Only what the mask leaves open is changed; a step that changed the shape has no use for a mask."""
    path = request.inputs.get("referenceMask")
    if path is None or work.pixels.shape != source.shape:
        return
    mask, opacity = load_cut_out(path, _LONGEST)
    open_ = (
        1 - opacity.astype(np.float32) / 255
        if opacity is not None
        else mask.mean(-1).astype(np.float32) / 255
    )
    share = np.clip(
        cv2.resize(open_, (work.width, work.height), interpolation=cv2.INTER_LINEAR), 0, 1
    )
    changed = work.pixels
    work.pixels = source
    work.blend(changed, share)


def _scaled(source: Pixels, scale: float) -> Pixels:
    height, width = source.shape[:2]
    factor = max(
        scale, _LEAST_EDGE / min(height, width) if min(height, width) < _LEAST_EDGE else 1.0
    )
    factor = min(factor, _LARGEST / max(height, width))
    if factor <= 1.001:
        return source
    size = (round(width * factor), round(height * factor))
    matrix = np.array([[factor, 0, (factor - 1) / 2], [0, factor, (factor - 1) / 2]], np.float32)
    return np.clip(enlarge(source.astype(np.float32), matrix, size, factor) + 0.5, 0, 255).astype(
        np.uint8
    )


def finished(
    work: Work,
    request: RenderRequest,
    out_dir: Path,
    report: Report,
    done: list[str],
    failed: list[str],
) -> RenderResult:
    """The file of a picture that was changed, in the size that was asked for, and what is told of it."""
    pixels = work.pixels
    if (
        request.width
        and request.height
        and (work.width, work.height) != (request.width, request.height)
    ):
        pixels = cover(pixels, request.width, request.height)
    opacity = work.opacity
    form = request.output_format
    if opacity is not None:
        opacity = cv2.resize(opacity, pixels.shape[1::-1], interpolation=cv2.INTER_LINEAR)
        pixels = np.dstack([pixels, np.clip(opacity * 255 + 0.5, 0, 255).astype(np.uint8)])
        form = form if form == "webp" else "png"  # a jpg could not be see-through
    path, mime = delivered(pixels, request, out_dir, f"edit-{request.variation}", form)
    last = len(done) + len(failed) + 1
    report(Progress(step=last, step_count=last, eta_s=0, preview=preview(pixels[..., :3])))
    notes = {"prompt": work.prompt, "understood": done, **({"not_done": failed} if failed else {})}
    return RenderResult(
        path=path, mime=mime, width=pixels.shape[1], height=pixels.shape[0], notes=notes
    )
