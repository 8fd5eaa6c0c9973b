"""Tools that write on a film: titles, logos, subtitles."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from studio.accounts.prices import editing_price
from studio.renderers.api import RenderError, RenderRequest
from studio.renderers.films.choices import MOST_OVERLAYS, OVERLAY_POSITIONS
from studio.renderers.films.written.captions import MOST_CUES, read_cues, read_document
from studio.renderers.films.written.colours import read_colour
from studio.tools import video_fields as fields
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.video_joining import EDITOR
from studio.tools.video_sources import base_video, chosen, newest, seconds_of, size_of

_COLOUR = "CSS colour, such as #FFFFFF or gold."


def _work(workflow: str, source: Piece, inputs: dict[str, Path], options: dict[str, Any]) -> Work:
    render = RenderRequest(
        "video",
        workflow,
        EDITOR,
        "",
        0,
        *size_of(source),
        inputs={"video1": source.path, **inputs},
        options=options,
    )
    price = editing_price(seconds_of(source))
    return Work("video", EDITOR, (render,), price, edited=(source,))


def _plan_overlay(arguments: Arguments, media: Media) -> Work:
    source = _film(arguments, media)
    items: list[dict[str, Any]] = []
    inputs: dict[str, Path] = {}
    for number, item in enumerate(arguments["overlays"], 1):
        entry = dict(item)
        if entry.get("kind") == "image":
            index = entry.get("sourceImageIndex")
            if index is None:
                picture = newest(
                    media, "image", f"Overlay {number} needs a picture: give sourceImageIndex."
                )
            else:
                picture = chosen(media, "image", index)
            entry["input"] = f"image{number}"
            inputs[entry["input"]] = picture.path
        elif not str(entry.get("text") or "").strip():
            raise ToolRefusal(f"Overlay {number} needs text.")
        else:
            _check_colours(entry, ("color", "outlineColor", "backgroundColor"))
        items.append(entry)
    return _work("overlay_video", source, inputs, {"overlays": items})


def _film(arguments: Arguments, media: Media) -> Piece:
    """Omitted is the newest result, else the first upload; −1 is the first upload, where there is one."""
    index = arguments.get("sourceVideoIndex")
    if index is None or (int(index) < 0 and not media.given("video")):
        return newest(media, "video", "There is no video yet to write on.")
    return chosen(media, "video", index)


def _check_colours(entry: dict[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        try:
            read_colour(str(entry.get(name) or ""), (0, 0, 0, 0))
        except RenderError as error:
            raise ToolRefusal(str(error)) from error


OVERLAY_VIDEO = MediaTool(
    "overlay_video",
    {
        "overlays": {
            "type": "array",
            "minItems": 1,
            "maxItems": MOST_OVERLAYS,
            "description": "What is laid over the video, lowest first.",
            "items": {
                "type": "object",
                "properties": {
                    "kind": fields.choice(["text", "image"], "Text or a picture."),
                    "position": fields.choice(OVERLAY_POSITIONS, "Where it stands."),
                    "offsetX": fields.number(-4096, 4096, "Pixels inward."),
                    "offsetY": fields.number(-4096, 4096, "Pixels inward."),
                    "startSeconds": fields.number(
                        -600, 600, "From when; negative counts from the end."
                    ),
                    "endSeconds": fields.number(
                        -600, 600, "Until when; negative counts from the end."
                    ),
                    "text": fields.text("The words."),
                    "fontSizePct": fields.number(
                        1, 30, "Size in percent of the height, usually 6."
                    ),
                    "color": fields.text(_COLOUR),
                    "outlineColor": fields.text(_COLOUR),
                    "backgroundColor": {
                        "type": ["string", "null"],
                        "description": "Colour of a plate behind the words, such as rgba(0,0,0,0.5).",
                    },
                    "fontWeight": fields.choice(["normal", "bold"], "Weight of the letters."),
                    "sourceImageIndex": fields.index(
                        "The picture: 0, 1 … results, -1, -2 … uploads."
                    ),
                    "widthPct": fields.number(
                        1, 100, "Width in percent of the video's, usually 15."
                    ),
                    "opacity": fields.number(0, 1, "1 is solid."),
                    "fit": fields.choice(["contain", "cover"], "cover fills the whole picture."),
                },
                "required": ["kind", "position"],
            },
        },
        "sourceVideoIndex": fields.index(
            "The video: 0, 1 … results, -1, -2 … uploads. Usually the newest."
        ),
    },
    ("overlays",),
    _plan_overlay,
)


def _plan_subtitles(arguments: Arguments, media: Media) -> Work:
    source = base_video(media, arguments, "sourceVideoIndex")
    cues, document = arguments.get("cues"), str(arguments.get("srt") or "")
    if not cues and not document.strip():
        said = (
            "Speech cannot be read off a video here; " if arguments.get("auto_transcribe") else ""
        )
        raise ToolRefusal(
            f"{said}Say what the subtitles are and when, as cues or as SRT.",
            "USER_INPUT_INCOMPLETE",
        )
    if cues and document.strip():
        raise ToolRefusal("Give either cues or srt, not both.")
    style = dict(arguments.get("style") or {})
    _check_colours(style, ("color", "outlineColor"))
    try:
        found = read_document(document) if document.strip() else read_cues(cues or ())
    except RenderError as error:
        raise ToolRefusal(str(error)) from error
    options = {"cues": list(cues or ()), "srt": document, "style": style}
    return replace(_work("add_subtitles", source, {}, options), notes={"cueCount": len(found)})


ADD_SUBTITLES = MediaTool(
    "add_subtitles",
    {
        "cues": {
            "type": "array",
            "maxItems": MOST_CUES,
            "description": "The subtitles in order.",
            "items": {
                "type": "object",
                "properties": {
                    "startSeconds": {"type": "number", "minimum": 0},
                    "endSeconds": {"type": "number", "minimum": 0},
                    "text": {"type": "string"},
                },
                "required": ["startSeconds", "endSeconds", "text"],
            },
        },
        "srt": fields.text("A whole SRT or VTT file, instead of cues."),
        "sourceVideoIndex": fields.index("The video; -1 and nothing are the newest one."),
        "auto_transcribe": {
            "type": "boolean",
            "description": "Not possible; give the words instead.",
        },
        "style": {
            "type": "object",
            "description": "How they look.",
            "properties": {
                "fontSizePct": fields.number(1, 30, "Size in percent of the height, usually 6."),
                "color": fields.text(_COLOUR),
                "outlineColor": fields.text(_COLOUR),
                "position": fields.choice(["bottom", "top", "center"], "Where they stand."),
            },
        },
    },
    (),
    _plan_subtitles,
)
TOOLS = (OVERLAY_VIDEO, ADD_SUBTITLES)
