"""Subtitles burned into a film."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import cv2

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.films.finishing import bounded, even_size, given_film
from studio.renderers.films.source import Film
from studio.renderers.films.written.captions import Cue, read_cues, read_document
from studio.renderers.films.written.colours import read_colour
from studio.renderers.films.written.lettering import Pen, Stamp, written_within
from studio.renderers.films.written.stamping import frame_span, render_stamped

_WIDEST = 0.9
_MARGIN = 0.055
_KEPT = 4
_MOST_AT_ONCE = 6


def render_subtitles(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Writes subtitles on `video1`.

    `options`: `cues` (a list with startSeconds, endSeconds, text) or `srt` (SubRip or WebVTT text), and `style`
    (fontSizePct of the height, 1 to 30, usually 6; color; outlineColor; position bottom, top or center).
    """
    cv2.setNumThreads(1)
    film = given_film(request, "video1", "referenceVideo")
    document = str(request.options.get("srt") or "")
    cues = read_document(document) if document else read_cues(request.options.get("cues") or ())
    writer = Subtitles(film, cues, request.options.get("style") or {})
    if not writer.any_shown:
        raise RenderError(
            f"The subtitles begin after the video ends; it lasts {film.duration_s:.1f} seconds."
        )
    return render_stamped(request, film, writer.on, out_dir, report)


class Subtitles:
    """Which writing lies on which frame of a film; each text is drawn once."""

    def __init__(self, film: Film, cues: Sequence[Cue], style: Mapping[str, Any]) -> None:
        self._width, self._height = even_size(film)
        share = bounded(style.get("fontSizePct"), 6, 1, 30) / 100
        # A tall film is narrow: its letters follow the width, else a few words would fill the screen.
        reference = min(self._height, round(self._width * 1.1))
        self._pen = Pen(
            max(round(reference * share), 8),
            read_colour(str(style.get("color") or ""), (255, 255, 255, 255)),
            read_colour(str(style.get("outlineColor") or ""), (0, 0, 0, 255)),
        )
        self._position = str(style.get("position") or "bottom")
        spans = [(frame_span(film, cue.start_s, cue.end_s), cue.text) for cue in cues]
        self._spans = [(span, text) for span, text in spans if span]
        self._drawn: OrderedDict[str, Stamp] = OrderedDict()

    @property
    def any_shown(self) -> bool:
        """Whether any frame carries a subtitle."""
        return bool(self._spans)

    def on(self, frame: int) -> list[Stamp]:
        """The subtitles of a frame; two at a time stand one above the other."""
        texts = [text for span, text in self._spans if frame in span]
        if not texts:
            return []
        text = "\n".join(texts[:_MOST_AT_ONCE])
        if text not in self._drawn:
            self._drawn[text] = self._draw(text)
            if len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        return [self._drawn[text]]

    def _draw(self, text: str) -> Stamp:
        margin = round(self._height * _MARGIN)
        room = self._width * _WIDEST, float(self._height - 2 * margin)
        pixels = written_within(text, self._pen, room)
        assert pixels is not None, "a cue has words"
        rows, columns = pixels.shape[:2]
        top = {"top": margin, "center": (self._height - rows) // 2}.get(
            self._position, self._height - margin - rows
        )
        return Stamp(pixels, (self._width - columns) // 2, max(top, 0))
