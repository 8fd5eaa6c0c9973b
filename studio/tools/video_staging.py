"""Tools that set a picture's subject in scene: a camera around it, a dance."""

from studio.accounts.prices import video_price
from studio.renderers.api import RenderRequest
from studio.renderers.films.choices import (
    DANCE_LENGTHS_S,
    DANCE_LONGEST_S,
    DANCE_SINGLE_S,
    DANCE_SIZE,
    ORBIT_ANGLES,
    ORBIT_DISTANCES,
    ORBIT_ELEVATIONS,
    ORBIT_SEGMENT_S,
    USUAL_ORBIT_ANGLES,
)
from studio.tools import video_fields as fields
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.seeds import first_seed
from studio.tools.video_models import video_model
from studio.tools.video_sizes import film_size
from studio.tools.video_sources import chosen, newest


def _plan_orbit(arguments: Arguments, media: Media) -> Work:
    index = arguments.get("sourceImageIndex")
    if index is not None:
        source = chosen(media, "image", index)
    else:
        source = newest(media, "image", "There is no picture yet to go around.")
    angles = list(arguments.get("angles") or USUAL_ORBIT_ANGLES)
    parts = len(angles) + 1
    lines = _dialogue(arguments, parts)
    size = film_size({}, source)
    model = video_model(None, "i2v")
    render = RenderRequest(
        "video",
        "orbit_video",
        model.id,
        str(arguments.get("prompt") or ""),
        first_seed(arguments),
        *size,
        duration_s=parts * ORBIT_SEGMENT_S,
        inputs={"referenceImage": source.path},
        options={
            "angles": angles,
            "elevation": str(arguments.get("elevation") or "eye-level shot"),
            "distance": str(arguments.get("distance") or "medium shot"),
            "dialogue": lines,
        },
    )
    notes: dict[str, object] = {"segments": parts, "duration_s": parts * ORBIT_SEGMENT_S}
    if any(lines):
        notes["dialogue"] = "shown as subtitles; nothing is spoken"
    return Work("video", model.id, (render,), video_price(*size, parts * ORBIT_SEGMENT_S), notes)


def _dialogue(arguments: Arguments, parts: int) -> list[str]:
    """A line for each part, empty where nothing is said."""
    many = [str(one) for one in arguments.get("dialogues") or ()]
    if many:
        return (many + [""] * parts)[:parts]
    line = str(arguments.get("dialogue") or "")
    place = int(arguments.get("dialogueSegment") or 0)
    if line and not -parts <= place < parts:
        raise ToolRefusal(f"There are {parts} parts; dialogueSegment can be 0 to {parts - 1}.")
    return [line if number == place % parts else "" for number in range(parts)]


ORBIT_VIDEO = MediaTool(
    "orbit_video",
    {
        "prompt": fields.text("What is there, for its sound."),
        "sourceImageIndex": fields.index("The picture; usually the newest."),
        "angles": {
            "type": "array",
            "items": {"type": "string", "enum": list(ORBIT_ANGLES)},
            "minItems": 1,
            "maxItems": 14,
            "description": "Where the camera passes; without it, once around by right, back and left.",
        },
        "elevation": fields.choice(ORBIT_ELEVATIONS, "How high the camera is."),
        "distance": fields.choice(ORBIT_DISTANCES, "How near the camera is."),
        "dialogue": fields.text("A line for one part; shown as a subtitle."),
        "dialogueSegment": fields.index("Which part the line belongs to, from 0."),
        "dialogues": {
            "type": "array",
            "items": {"type": "string"},
            "maxItems": 15,
            "description": "A line for each part.",
        },
        "seed": fields.SEED,
    },
    (),
    _plan_orbit,
)


def _plan_dance(arguments: Arguments, media: Media) -> Work:
    name = str(arguments["dance"])
    if name not in DANCE_LENGTHS_S:
        raise ToolRefusal(f"dance can be one of {', '.join(DANCE_LENGTHS_S)}.")
    single = bool(arguments.get("singleClip"))
    own = min(DANCE_LENGTHS_S[name], DANCE_LONGEST_S)
    wanted = arguments.get("duration")
    if single and wanted is not None and wanted > DANCE_SINGLE_S:
        raise ToolRefusal(f"One unbroken clip can be up to {DANCE_SINGLE_S:.0f} seconds long.")
    seconds = min(float(own if wanted is None else wanted), own, DANCE_SINGLE_S if single else own)
    prompt = str(arguments.get("imagePrompt") or "")
    pictures = _dancers(arguments, media, composed=bool(prompt))
    model = video_model("wan22", "animate-move")
    render = RenderRequest(
        "video",
        "dance_montage",
        model.id,
        prompt,
        first_seed(arguments),
        *DANCE_SIZE,
        duration_s=seconds,
        inputs={f"contextImage{number}": one.path for number, one in enumerate(pictures[:8], 1)},
        options={"dance": name, "single": single},
    )
    notes = {"duration_s": seconds, "pictures": len(pictures[:8])}
    return Work("video", model.id, (render,), video_price(*DANCE_SIZE, seconds), notes)


def _dancers(arguments: Arguments, media: Media, *, composed: bool) -> list[Piece]:
    """The picture named (−1 is the first upload), else all results, else the first upload."""
    index = arguments.get("sourceImageIndex")
    if index is not None:
        return [chosen(media, "image", index)]
    if media.made("image"):
        return list(media.made("image"))
    if media.given("image"):
        return [media.given("image")[0]]
    if composed:
        return []
    raise ToolRefusal(
        "A dance needs a picture of who dances; upload or make one first.", "ASSET_NOT_FOUND"
    )


DANCE_MONTAGE = MediaTool(
    "dance_montage",
    {
        "dance": fields.choice(DANCE_LENGTHS_S, "Which dance."),
        "duration": fields.number(8, 30, "Seconds; usually as long as the dance is."),
        "sourceImageIndex": fields.index(
            "Who dances: 0, 1 … results, -1 the original upload. Usually all results."
        ),
        "imagePrompt": fields.text("Who dances, where there is no picture."),
        "singleClip": {
            "type": "boolean",
            "description": "true makes one unbroken clip of up to 20 seconds.",
        },
        "seed": fields.SEED,
    },
    ("dance",),
    _plan_dance,
)
TOOLS = (ORBIT_VIDEO, DANCE_MONTAGE)
