"""The door to the renderers: one call for every kind of project."""

from pathlib import Path

from studio.renderers.animate_photo import render_animate_photo
from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.image import render_image
from studio.renderers.music.render import render_music
from studio.renderers.sound_to_video import render_sound_to_video
from studio.renderers.speech.render import render_speech

_RENDERERS = {
    ("image", "t2i"): render_image,
    ("image", "i2i"): render_image,
    ("audio", "music"): render_music,
    ("audio", "speech"): render_speech,
    ("video", "i2v"): render_animate_photo,
    ("video", "ia2v"): render_sound_to_video,
    ("video", "a2v"): render_sound_to_video,
}


def render(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Makes the file a request asks for, in `out_dir` (made when missing), telling progress on the way.

    RenderError when the request cannot be rendered. The same request gives the same bytes on one machine.
    """
    renderer = _RENDERERS.get((request.kind, request.workflow))
    if renderer is None:
        raise RenderError(
            f"This studio has no renderer for {request.kind} by {request.workflow or 'default'}."
        )
    out_dir.mkdir(parents=True, exist_ok=True)
    return renderer(request, out_dir, report)
