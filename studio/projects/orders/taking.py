"""Taking an order: the project with its renders, and what each renderer is asked."""

import json
import re
import secrets
import uuid
from collections.abc import Collection, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from studio.catalogue import MODELS, Model, preset
from studio.catalogue.loras import UnknownLora, wanted, with_looks
from studio.catalogue.model import MOST_PX
from studio.files.blobs import Blobs, blob_key
from studio.policy import forbids_any, forbids_branch
from studio.projects.orders import audio, images, videos
from studio.projects.orders.audio_limits import check_sound
from studio.projects.orders.film_inputs import arranged
from studio.projects.orders.film_limits import check_film
from studio.projects.orders.inputs import MASK, referred
from studio.projects.orders.picture_limits import check_picture
from studio.projects.orders.refusals import BadOrder, Declined, NoModel
from studio.projects.orders.values import seconds, whole
from studio.projects.records import Project, Render
from studio.renderers.api import RenderRequest, RenderResult
from studio.renderers.versions import FRESH, parted, seed_of
from studio.safe_json import texts_of

ID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
MOST_RENDERS = 16
LONGEST_PROMPT = 4096
LONGEST_TEXT = 8192
"""No renderer is told more of any text."""
MOST_TEXT = 48 * 1024
"""Characters of all texts of an order, each with a few for itself: reading them takes time, see `permit`."""
MOST_REQUEST_CHARS = 1024 * 1024
"""Every project is kept for a week and told whole to a client that comes back."""


class Kind(Protocol):
    """What differs between the kinds of media."""

    USUAL_SIZE: tuple[int, int]
    INPUTS: tuple[str, ...]

    def workflow(self, model: Model, frame: Mapping[str, Any], inputs: Collection[str]) -> str: ...
    def options(self, frame: Mapping[str, Any]) -> dict[str, Any]: ...
    def price(self, frame: Mapping[str, Any], width: int, height: int) -> Decimal: ...


KINDS: dict[str, Kind] = {"image": images, "model": images, "video": videos, "audio": audio}


def take_order(account: str, app_id: str, request: dict[str, Any]) -> Project:
    """A project with its renders; raises BadOrder. Whether policy allows it is for `permit` to say."""
    job_id = request.get("jobID")
    if not isinstance(job_id, str) or not ID.fullmatch(job_id):
        raise BadOrder("jobID must be a UUID.")
    if len(json.dumps(request)) > MOST_REQUEST_CHARS:
        raise BadOrder("The request is too large; files are uploaded.")
    frames = request.get("keyFrames")
    frame = (
        frames[0] if isinstance(frames, list) and frames and isinstance(frames[0], dict) else None
    )
    if frame is None:
        raise BadOrder("keyFrames must hold one object.")
    model = MODELS.get(str(frame.get("modelID")))
    if model is None:
        raise NoModel("This studio has no such model.")
    for needed in model.needs:
        if not frame.get(f"has{needed[0].upper()}{needed[1:]}"):
            raise BadOrder(f"The model needs {needed}.")
    if model.media == "image":
        check_picture(model, frame)
    check_film(model, request, frame)
    check_sound(model, frame)
    if sum(min(len(text), LONGEST_TEXT) + 8 for text in texts_of(frame)) > MOST_TEXT:
        raise BadOrder("The request holds too much text.")
    renders = _renders(request, frame)
    try:
        wanted(frame)
    except UnknownLora as unknown:
        raise BadOrder(str(unknown)) from unknown
    project = Project(job_id.upper(), account, app_id, request, renders, "0")
    project.price = str(KINDS[model.media].price(frame, *_size(project)))
    return project


def permit(project: Project) -> None:
    """Raises Declined for what policy forbids, be it in one branch of its prompt.

    Takes up to a second for the longest texts: call it in a thread.
    """
    frame = project.key_frame
    if forbids_any(frame, LONGEST_TEXT) or any(
        _forbidden(project, one.seed) for one in project.renders
    ):
        raise Declined("Policy keeps this from being made.")


def _forbidden(project: Project, told: int) -> bool:
    seed, variation = parted(told)
    return forbids_branch(_prompt(project.key_frame), variation, seed)


def quote(model_id: str, frame: dict[str, Any]) -> Decimal:
    """Spark for one render of such a request, before it is made: what `take_order` would charge."""
    project = Project("", "", "", {"keyFrames": [{**frame, "modelID": model_id}]}, [], "0")
    return KINDS[MODELS[model_id].media].price(project.key_frame, *_size(project))


def settled(project: Project, result: RenderResult) -> Decimal:
    """Spark for a finished render of a project."""
    price = Decimal(project.price)
    if project.kind != "video":
        return price
    return videos.settled(MODELS[project.model_id], price, result)


def _renders(request: Mapping[str, Any], frame: Mapping[str, Any]) -> list[Render]:
    count = request.get("numberOfImages") or 1
    if isinstance(count, bool) or count not in range(1, MOST_RENDERS + 1):
        raise BadOrder(f"numberOfImages must be a whole number from 1 to {MOST_RENDERS}.")
    usual = 0 if MODELS[str(frame.get("modelID"))].workflow == "upscale" else -1
    seed = whole(frame.get("seed"), usual, -1, 2**63)
    steps = whole(frame.get("steps"), videos.usual_steps(frame), 1, 100)
    first = seed if seed >= 0 else secrets.randbelow(FRESH)
    return [
        Render(
            str(uuid.uuid4()).upper(),
            index,
            seed_of(first, index),
            steps=steps,
        )
        for index in range(int(count))
    ]


def _size(project: Project) -> tuple[int, int]:
    """Width and height in pixels; 0 is the size of the picture that came with the request."""
    frame = project.key_frame
    named = preset(project.kind, str(frame.get("sizePreset")))
    if named:
        return named
    model = MODELS[project.model_id]
    if project.kind == "video" and model.workflow != "upscale":
        return videos.size(model, frame)
    usual = (0, 0) if model.keeps_size else KINDS[project.kind].USUAL_SIZE
    most = MOST_PX if model.workflow == "upscale" else 4096
    return whole(frame.get("width"), usual[0], 64, most), whole(
        frame.get("height"), usual[1], 64, most
    )


def render_request(project: Project, render: Render, blobs: Blobs) -> RenderRequest:
    """What the renderer is asked. Inputs are the files uploaded for this project."""
    frame, kind = project.key_frame, KINDS[project.kind]
    width, height = _size(project)
    seed, variation = parted(render.seed)
    uploads = _inputs(project, kind.INPUTS, blobs)
    inputs = arranged(MODELS[project.model_id], frame, uploads, referred(frame, blobs))
    if project.kind == "image":
        mask = blobs.named(frame.get(MASK))
        inputs = images.arranged(frame, inputs, blobs.path(mask) if mask else None)
    workflow = kind.workflow(MODELS[project.model_id], frame, inputs)
    length = seconds(frame.get("audioDuration"))
    if project.kind == "audio":
        length = audio.length(frame)
    return RenderRequest(
        kind=project.kind,
        workflow=workflow,
        model_id=project.model_id,
        prompt=with_looks(_prompt(frame), frame),
        negative_prompt=str(frame.get("negativePrompt") or "")[:4000],
        seed=seed,
        width=width,
        height=height,
        steps=render.steps,
        variation=variation,
        duration_s=videos.added_s(frame) if workflow == "extend_video" else length,
        fps=videos.pace(frame),
        audio_start_s=seconds(frame.get("audioStart")),
        strength=images.strength(frame, uploads),
        output_format=str(project.request.get("outputFormat") or ""),
        inputs=inputs,
        options=kind.options(frame),
    )


def _prompt(frame: Mapping[str, Any]) -> str:
    """The words it is made from, those of its style at the end. What is to be spoken has no style."""
    words = str(frame.get("positivePrompt") or "")[:LONGEST_PROMPT]
    style = str(frame.get("stylePrompt") or "").strip()[:LONGEST_PROMPT]
    spoken = MODELS[str(frame.get("modelID"))].workflow == "speech"
    return f"{words}, {style}" if style and not spoken else words


def _inputs(project: Project, roles: Collection[str], blobs: Blobs) -> dict[str, Path]:
    found = {}
    for role in roles:
        key = blob_key(project.account, project.id, role)
        if blobs.find(key) is not None:
            found[role] = blobs.path(key)
    return found
