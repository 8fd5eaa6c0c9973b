"""The renderer of pictures that start from another: told what to change it edits, else it takes on the prompt's look.

A prompt tells a change as an order ("put her in space"), alone or behind what the picture shows and a colon: "a cat:
put her in space". So a tool that only makes pictures reaches what the edit tool does.
"""

import re
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.inputs import check_workable, cover, load_picture
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.edits.reading import read_edit
from studio.renderers.edits.work import Step, Work
from studio.renderers.pictures.edit import carried_out, finished
from studio.renderers.pictures.headline import with_headline
from studio.renderers.pictures.image import check_size, draw, generator, told
from studio.renderers.pictures.printed import LEAST_SIDE, print_with
from studio.renderers.pictures.restyle import restyle
from studio.renderers.prompts.dynamic_prompt import expand_prompt
from studio.renderers.prompts.printed import MAIN, read_printed
from studio.renderers.prompts.words import read_prompt

_LONGEST = 2560
"""Larger sources are read smaller."""
_BEHIND_COLON = re.compile(r"^[^\"“”:]*(?:[\"“][^\"”]*[\"”][^\"“”:]*)*: (?P<change>.+)$", re.DOTALL)
_ORDER = re.compile(
    r"^(?:(?:please|now|just|then) )*(?:make|turn|change|add|put|place|set|give|remove|erase|delete|replace|swap|paint|"
    r"colou?r|recolou?r|crop|flip|mirror|rotate|blur|brighten|darken|lighten|sharpen|write|insert|convert|transform|"
    r"move|take|cut|get rid|zoom|show|dress|fill|cover|tint|increase|decrease|reduce|boost|soften|straighten)\b",
    re.IGNORECASE,
)

_SHEET_OF_IT = re.compile(
    r"^(?:please )?(?:make|create|design|turn) (?:it into |this into )?(?:an? )?[^\"“:]{3,60}? (?:with|of|from|using) "
    r"(?:it|this|that|him|her|them|(?:the|my) (?:logo|picture|photo|image))\b|^(?:make|turn) (?:it|this|"
    r"that) into an? ",
    re.IGNORECASE,
)
"""Something printed is to be made with the picture."""


def change_told(prompt: str) -> str:
    """The words of a prompt that tell what to change; empty when it only says what is to be seen."""
    behind = _BEHIND_COLON.match(prompt)
    if behind:
        return behind["change"]
    return prompt if _ORDER.match(prompt) else ""


def render_from_picture(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `i2i` from a `startingImage` to `out_dir`; `notes` tell what of a change was `understood`."""
    check_size(request)
    source = request.inputs.get("startingImage")
    if source is None:
        raise RenderError("A picture to start from is needed.")
    cv2.setNumThreads(1)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    start = load_picture(source, _LONGEST)
    change = change_told(prompt)
    printed = read_printed(change) if _SHEET_OF_IT.match(change) else None
    if printed is not None and min(request.width, request.height) >= LEAST_SIDE:
        sheet, _ = print_with(start, printed, (request.width, request.height))
        rng = generator(request.seed, request.variation, prompt)
        work = Work(sheet, rng, prompt, request.variation)
        told_words = [f"“{text}” on it" for text in printed.of(MAIN)]
        return finished(work, request, out_dir, report, told_words, [])
    steps = read_edit(change)
    if steps:
        check_workable(start)
    if not any(step.said.startswith("cropped") for step in steps):  # a crop finds what matters
        start = cover(start, request.width, request.height)
    rng = generator(request.seed, request.variation, "edit " + prompt)
    work = Work(start, rng, prompt, request.variation)
    done, failed = _changed(work, steps, request, report)
    return finished(work, request, out_dir, report, done, failed)


def _changed(
    work: Work, steps: list[Step], request: RenderRequest, report: Report
) -> tuple[list[str], list[str]]:
    """Does the steps, or moves the picture towards the prompt where none were told."""
    done, failed = carried_out(work, steps, report)
    if failed and not done:
        raise RenderError(failed[0])
    if not steps:
        work.put(_moved(work.pixels, work.prompt, request, report))
    return done, failed


def _moved(start: Pixels, prompt: str, request: RenderRequest, report: Report) -> Pixels:
    """The source in the light, colours and manner of a picture drawn from the prompt, by `strength`."""
    height, width = start.shape[:2]
    guide = draw(
        prompt,
        seed=request.seed,
        variation=request.variation,
        width=width,
        height=height,
        mark=told(report, max(request.steps, 1)),
        negative=request.negative_prompt,
        styled=False,
    ).pixels
    brief = read_prompt(prompt)
    rng = generator(request.seed, request.variation, "restyle " + prompt)
    strength = float(np.clip(request.strength, 0, 1))
    return with_headline(restyle(start, guide, prompt, brief, strength, rng), brief)
