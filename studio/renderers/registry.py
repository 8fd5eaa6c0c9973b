"""The door to the renderers: one call for every kind of project."""

from pathlib import Path

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.films.around.orbit import render_orbit
from studio.renderers.films.changed.upscale import render_upscale as render_film_upscale
from studio.renderers.films.changed.video_to_video import render_video_to_video
from studio.renderers.films.danced.montage import render_dance
from studio.renderers.films.joined.extend import render_extend
from studio.renderers.films.joined.replacing import render_replace
from studio.renderers.films.joined.stitch import render_stitch
from studio.renderers.films.shots.animate_photo import render_animate_photo
from studio.renderers.films.shots.generate import render_generate_video
from studio.renderers.films.written.overlay import render_overlay
from studio.renderers.films.written.subtitles import render_subtitles
from studio.renderers.music.render import render_music
from studio.renderers.pictures.edit import render_edit
from studio.renderers.pictures.image import render_image
from studio.renderers.pictures.segment import render_cut_out, render_segment
from studio.renderers.pictures.starting import render_from_picture
from studio.renderers.pictures.upscale import render_upscale
from studio.renderers.solid.model import render_model
from studio.renderers.song_films.sound_to_video import render_sound_to_video
from studio.renderers.speech.render import render_speech

RENDERERS = {
    ("image", "t2i"): render_image,
    ("image", "i2i"): render_from_picture,
    ("audio", "music"): render_music,
    ("audio", "speech"): render_speech,
    ("video", "t2v"): render_generate_video,
    **{
        ("image", name): render_edit
        for name in ("edit", "apply_style", "restore_photo", "refine_result", "change_angle")
    },
    ("image", "cut_out"): render_cut_out,
    ("image", "segment"): render_segment,
    ("image", "upscale"): render_upscale,
    ("model", "i23d"): render_model,
    ("video", "i2v"): render_animate_photo,
    ("video", "flf2v"): render_animate_photo,
    ("video", "ia2v"): render_sound_to_video,
    ("video", "a2v"): render_sound_to_video,
    ("video", "s2v"): render_sound_to_video,
    ("video", "v2v"): render_video_to_video,
    ("video", "animate-move"): render_video_to_video,
    ("video", "animate-replace"): render_video_to_video,
    ("video", "upscale"): render_film_upscale,
    ("video", "add_subtitles"): render_subtitles,
    ("video", "extend_video"): render_extend,
    ("video", "dance_montage"): render_dance,
    ("video", "orbit_video"): render_orbit,
    ("video", "overlay_video"): render_overlay,
    ("video", "replace_video_segment"): render_replace,
    ("video", "stitch_video"): render_stitch,
}


def render(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Makes the file a request asks for, in `out_dir` (made when missing), telling progress on the way.

    RenderError when the request cannot be rendered. The same request gives the same bytes on one machine.
    """
    renderer = RENDERERS.get((request.kind, request.workflow))
    if renderer is None:
        raise RenderError(
            f"This studio has no renderer for {request.kind} by {request.workflow or 'default'}."
        )
    out_dir.mkdir(parents=True, exist_ok=True)
    return renderer(request, out_dir, report)
