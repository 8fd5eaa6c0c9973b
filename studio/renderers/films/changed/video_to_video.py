"""The door for everything that makes a film out of a film."""

from pathlib import Path

from studio.renderers.api import RenderRequest, RenderResult, Report
from studio.renderers.films.changed.animate import render_animate
from studio.renderers.films.changed.transform import render_transform


def render_video_to_video(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `v2v`, `animate-move` and `animate-replace`; a pose with a picture is that picture, moved."""
    control = str(request.options.get("control") or "")
    moved = request.workflow.startswith("animate-") or control.startswith("animate-")
    if moved or (control == "pose" and "referenceImage" in request.inputs):
        return render_animate(request, out_dir, report)
    return render_transform(request, out_dir, report)
