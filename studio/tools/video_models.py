"""Which video model a name means: the service's short selectors and its full ids, and what each family can do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from studio.catalogue.aliases import h3_id, selector
from studio.tools.api import ToolRefusal

USUAL_S = 5.0
_H3_STEP, _H3_LEAST, _H3_MOST, _H3_FPS = 17, 124, 362, 24


@dataclass(frozen=True)
class VideoModel:
    """A model by its full id: how long its clips may be (seconds), its pace, whether it makes sound."""

    id: str
    family: str
    least_s: float
    most_s: float
    fps: int
    sounds: bool

    def length(self, wanted: Any, usual: float = USUAL_S) -> float:
        """The clip's length for what was asked; ToolRefusal names the range when that is beyond it."""
        seconds = float(usual if wanted is None else wanted)
        if self.family == "minimax-h3":
            return snapped_to_h3(seconds)
        if self.least_s <= seconds <= self.most_s:
            return seconds
        if wanted is None:
            return min(max(seconds, self.least_s), self.most_s)
        raise ToolRefusal(
            f"{self.id} makes clips of {self.least_s:g} to {self.most_s:g} seconds, not {seconds:g}."
        )


def snapped_to_h3(seconds: float) -> float:
    """MiniMax H3 counts frames in steps of 17 from 124 to 362, at 24 a second."""
    steps = round((seconds * _H3_FPS - _H3_LEAST) / _H3_STEP)
    most = (_H3_MOST - _H3_LEAST) // _H3_STEP
    return (_H3_LEAST + _H3_STEP * min(max(steps, 0), most)) / _H3_FPS


# A name's beginning; family, id (`{}` is the workflow; none keeps the name), shortest, longest, pace, sound.
_FAMILIES: tuple[tuple[str, str, str | None, float, float, int, bool], ...] = (
    (r"ltx25", "ltx25", "ltx25-22b-int8_{}_distilled", 2, 20, 24, True),
    (r"ltx23", "ltx23", "ltx23-22b-fp8_{}_distilled", 2, 20, 24, True),
    (r"ltx2-", "ltx2", None, 2, 20, 24, True),
    (r"wan22|wan-s2v|wan_v2\.2", "wan22", "wan_v2.2-14b-fp8_{}_lightx2v", 2, 10, 16, False),
    (r"wan3\.0", "wan3", None, 2, 30, 30, True),
    (r"seedance-?2-5", "seedance25", "seedance-2-5", 4, 30, 24, True),
    (r"seedance2-mini|seedance-2-0-mini", "seedance", "seedance-2-0-mini", 4, 15, 24, True),
    (r"seedance-?2", "seedance", "seedance-2-0", 4, 15, 24, True),
    (r"happyhorse-1\.1", "happyhorse", None, 3, 15, 24, False),
    (r"minimax-h3", "minimax-h3", None, _H3_LEAST / 24, _H3_MOST / 24, 24, True),
)
_GUIDED_S = 20.0
"""How long WAN goes on where a film or a sound leads it."""

# An id's beginning; how many pictures, films and sounds it refers to, and how many of all together.
_REFERENCES: tuple[tuple[str, int, int, int, int], ...] = (
    (r"seedance-2-5", 30, 10, 10, 50),
    (r"seedance-2-0", 9, 3, 3, 12),
    (r"wan3\.0", 10, 5, 5, 20),
    (r"happyhorse-1\.1-t2v", 0, 0, 0, 0),
    (r"happyhorse-1\.1-i2v", 1, 0, 0, 1),
    (r"happyhorse-1\.1-r2v", 9, 0, 0, 9),
    (r"minimax-h3-.*r2v", 9, 3, 3, 12),
    (r"", 16, 10, 10, 36),
)
SEEDANCE = ("seedance", "seedance25")
_SEEN_TOO = (*SEEDANCE, "minimax-h3")
"""Families that take sound only beside something to see."""


def video_model(name: Any, workflow: str, wanted_s: Any = None) -> VideoModel:
    """The model a selector, another name of one, or a full id names for a workflow.

    Without a name, and for `auto`, it is LTX 2.5, or Wan 3 for a clip longer than LTX makes. MODEL_UNAVAILABLE for a
    name of none.
    """
    text = selector(str(name or "").strip().lower())
    if text in ("", "auto"):
        long = (
            isinstance(wanted_s, int | float)
            and wanted_s > 20
            and workflow in ("t2v", "i2v", "ia2v", "a2v")
        )
        text = "wan3.0-video" if long else "ltx25"
    for pattern, family, template, least, most, fps, sounds in _FAMILIES:
        if re.match(pattern, text):
            full = template is None or "_" in text
            made = text if full else template.format(workflow) if template else text
            if family == "minimax-h3":
                made = h3_id(text, workflow)
            elif text == "happyhorse-1.1":
                made = f"{text}-{'t2v' if workflow == 't2v' else 'i2v'}"
            if not full and "uncensored" in text:
                made += "-uncensored"
            if family == "wan22" and workflow in ("s2v", "animate-move", "animate-replace"):
                most = _GUIDED_S
            return VideoModel(made, family, least, most, fps, sounds)
    raise ToolRefusal(f"There is no video model called “{text[:60]}”.", "MODEL_UNAVAILABLE")


def check_references(model: VideoModel, pictures: int, films: int, sounds: int) -> None:
    """Whether a model refers to so many media; ToolRefusal names the limit that is passed."""
    _, *most = next(row for row in _REFERENCES if re.match(row[0], model.id))
    given = (pictures, films, sounds, pictures + films + sounds)
    for count, limit, what in zip(
        given, most, ("pictures", "videos", "sounds", "media"), strict=True
    ):
        if count > limit:
            raise ToolRefusal(f"Reference {what}: {limit} at most with {model.id}, not {count}.")
    if sounds and not pictures + films and model.family in _SEEN_TOO:
        raise ToolRefusal("Reference audio needs a picture or a video beside it.")


def output_format(arguments: Mapping[str, Any], model: VideoModel) -> str:
    """mp4, or mov where the model makes it."""
    wanted = str(arguments.get("outputFormat") or "mp4").lower()
    if wanted == "mov" and model.family != "seedance25":
        raise ToolRefusal(f"{model.id} makes mp4 files; mov comes from Seedance 2.5 only.")
    return wanted


def with_sound(arguments: Mapping[str, Any], model: VideoModel) -> bool:
    """Sound is made unless it is not wanted, by models that make any."""
    return model.sounds and arguments.get("generateAudio") is not False
