"""What the SDK is asked for a media job: the parameters of a project, and its price."""

from collections.abc import Mapping
from typing import Any

from chat.gateway.errors import BadArguments
from chat.gateway.mapping import credits
from chat.gateway.types import Estimate, JobSpec

MEDIA_ROLES = frozenset({"referenceImage", "referenceImageEnd", "referenceAudio", "startingImage"})
PREVIEWS = 3


def project_params(
    spec: JobSpec, *, operation_id: str, token_type: str, network: str
) -> dict[str, Any]:
    """What `projects.create` is called with. Files travel as bytes; raises `BadArguments` for a path or an address."""
    _check_options(spec.options)
    params: dict[str, Any] = {
        "type": spec.kind,
        "modelId": spec.model_id,
        "positivePrompt": spec.prompt,
        "numberOfMedia": spec.count,
        "tokenType": token_type,
        "network": network,
        "attribution": {"workloadKind": "agent_mediated", "operationId": operation_id},
    }
    optional = {
        "negativePrompt": spec.negative_prompt or None,
        "seed": spec.seed,
        "width": spec.width,
        "height": spec.height,
        "duration": spec.duration_s,
        "fps": spec.fps,
        "audioStart": spec.audio_start_s,
        "sizePreset": "custom" if spec.kind == "image" else None,
        "numberOfPreviews": PREVIEWS if spec.kind == "image" else None,
        **spec.options,
    }
    params.update({key: value for key, value in optional.items() if value is not None})
    for given in spec.inputs:
        if given.role not in MEDIA_ROLES or not isinstance(given.data, bytes):
            raise BadArguments("Files are passed as bytes, never as an address.", code="address")
        params[given.role] = given.data
    return params


def _check_options(options: Mapping[str, Any]) -> None:
    """Options are figures: a word among them could be read as a path or an address."""
    for name, value in options.items():
        if value is not None and not isinstance(value, int | float):
            raise BadArguments(f"The option {name} is not a figure.", code="address")


async def estimate(projects: Any, spec: JobSpec, *, token_type: str, network: str) -> Estimate:
    """The service's own quote for all renders of `spec`. `projects`: the SDK's projects API."""
    if spec.kind == "image":
        options = await projects.get_model_options(spec.model_id)
        quote = await projects.estimate_cost(
            token_type=token_type,
            network=network,
            model=spec.model_id,
            image_count=spec.count,
            step_count=options["steps"]["default"],
            preview_count=0,
            width=spec.width,
            height=spec.height,
        )
    else:
        quote = await projects.estimate_video_cost(
            token_type=token_type,
            model=spec.model_id,
            width=spec.width,
            height=spec.height,
            frames=spec.options["frames"],
            fps=spec.fps,
            number_of_media=spec.count,
        )
    seconds = quote.get("estimatedTotalSeconds")
    return Estimate(credits(quote["token"]), float(seconds) if seconds else None)
