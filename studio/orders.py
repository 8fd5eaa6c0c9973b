"""From a jobRequest to the renders it asks for: checked against the catalogue, priced."""

import re
import secrets
import uuid
from decimal import Decimal
from pathlib import Path
from typing import Any

from studio.blobs import Blobs, blob_key
from studio.catalogue import DEFAULT_FPS, MODELS, preset
from studio.prices import image_price, video_price
from studio.records import Project, Render
from studio.renderers.api import RenderRequest

ID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
MOST_RENDERS = 16
SEEDS = 2**31 - 1
INPUTS = ("startingImage", "referenceImage", "referenceImageEnd", "referenceAudio")


class BadOrder(ValueError):
    """The request cannot be made; the message is a sentence."""


def take_order(account: str, app_id: str, request: dict[str, Any]) -> Project:
    """A project with its renders; raises BadOrder."""
    job_id = request.get("jobID")
    if not isinstance(job_id, str) or not ID.fullmatch(job_id):
        raise BadOrder("jobID must be a UUID.")
    frames = request.get("keyFrames")
    frame = (
        frames[0] if isinstance(frames, list) and frames and isinstance(frames[0], dict) else None
    )
    if frame is None:
        raise BadOrder("keyFrames must hold one object.")
    model = MODELS.get(str(frame.get("modelID")))
    if model is None:
        raise BadOrder("This studio has no such model.")
    for needed in model.needs:
        if not frame.get(f"has{needed[0].upper()}{needed[1:]}"):
            raise BadOrder(f"The model needs {needed}.")
    count = _whole(request.get("numberOfImages"), 1, 1, MOST_RENDERS)
    seed = _whole(frame.get("seed"), -1, -1, 2**63)
    steps = _whole(frame.get("steps"), 8, 1, 100)
    first = seed if seed >= 0 else secrets.randbelow(SEEDS)
    renders = [
        Render(
            str(uuid.uuid4()).upper(),
            index,
            (first + index) % SEEDS if seed < 0 else first,
            steps=steps,
        )
        for index in range(count)
    ]
    project = Project(job_id.upper(), account, app_id, request, renders, "0")
    project.price = str(price_each(project))
    return project


def price_each(project: Project) -> Decimal:
    """Spark for one render."""
    width, height = size_of(project)
    if project.kind == "image":
        return image_price(width, height)
    return video_price(width, height, seconds_of(project))


def size_of(project: Project) -> tuple[int, int]:
    """Pixels."""
    frame = project.key_frame
    named = preset(project.kind, str(frame.get("sizePreset")))
    if named:
        return named
    usual = (1024, 1024) if project.kind == "image" else (832, 480)
    return _whole(frame.get("width"), usual[0], 64, 4096), _whole(
        frame.get("height"), usual[1], 64, 4096
    )


def seconds_of(project: Project) -> float:
    """Length of a film."""
    frame = project.key_frame
    fps = _whole(frame.get("fps"), DEFAULT_FPS, 1, 60)
    return _whole(frame.get("frames"), 5 * fps + 1, 1, 60 * fps) / fps


def render_request(project: Project, render: Render, blobs: Blobs) -> RenderRequest:
    """What the renderer is asked. Inputs are the files uploaded for this project."""
    frame = project.key_frame
    width, height = size_of(project)
    inputs = _inputs(project, blobs)
    workflow = MODELS[project.model_id].workflow
    if workflow == "t2i" and "startingImage" in inputs:
        workflow = "i2i"
    options: dict[str, Any] = {}
    if project.kind == "video":
        options["frames"] = _whole(frame.get("frames"), 121, 1, 3600)
    start, length = frame.get("audioStart"), frame.get("audioDuration")
    return RenderRequest(
        kind=project.kind,
        workflow=workflow,
        model_id=project.model_id,
        prompt=str(frame.get("positivePrompt") or "")[:4000],
        negative_prompt=str(frame.get("negativePrompt") or "")[:4000],
        seed=render.seed,
        width=width,
        height=height,
        steps=render.steps,
        variation=render.index,
        duration_s=float(length) if isinstance(length, int | float) else None,
        fps=_whole(frame.get("fps"), DEFAULT_FPS, 1, 60),
        audio_start_s=float(start) if isinstance(start, int | float) else None,
        strength=float(frame.get("strength") or 0.5),
        output_format=str(project.request.get("outputFormat") or ""),
        inputs=inputs,
        options=options,
    )


def _inputs(project: Project, blobs: Blobs) -> dict[str, Path]:
    found = {}
    for role in INPUTS:
        key = blob_key(project.account, project.id, role)
        if blobs.find(key) is not None:
            found[role] = blobs.path(key)
    return found


def _whole(value: Any, usual: int, least: int, most: int) -> int:
    """A whole number within bounds; the usual one for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return usual
    return int(min(max(value, least), most)) if value == value else usual
