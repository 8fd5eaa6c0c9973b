"""Which video model a name means: the service's short selectors and its full ids, and what each family can do."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from studio.catalogue.aliases import h3_id, selector
from studio.catalogue.video_families import CONSENTED, Family, family_of, snapped_to_h3
from studio.tools.api import Piece, ToolRefusal

USUAL_S = 5.0


@dataclass(frozen=True)
class VideoModel:
    """A model by its full id, with the limits of its family."""

    id: str
    limits: Family

    @property
    def family(self) -> str:
        """The family's short name."""
        return self.limits.name

    @property
    def fps(self) -> int:
        """Its usual pace."""
        return self.limits.fps[0]

    @property
    def most_s(self) -> float:
        """How long its clips may be, in seconds."""
        return self.limits.most_s

    @property
    def sounds(self) -> bool:
        """Whether it makes sound."""
        return self.limits.sounds

    def length(self, wanted: Any, usual: float = USUAL_S) -> float:
        """The clip's length for what was asked; ToolRefusal names the range when that is beyond it."""
        seconds = float(usual if wanted is None else wanted)
        least, most = self.limits.least_s, self.limits.most_s
        if self.limits.h3:
            return snapped_to_h3(seconds)
        if least <= seconds <= most:
            return seconds
        if wanted is None:
            return min(max(seconds, least), most)
        raise ToolRefusal(
            f"{self.id} makes clips of {least:g} to {most:g} seconds, not {seconds:g}."
        )


# A name's beginning, and the id it stands for: `{}` is the workflow; without an id the name is one.
_NAMES: tuple[tuple[str, str | None], ...] = (
    (r"ltx25", "ltx25-22b-int8_{}_distilled"),
    (r"ltx23", "ltx23-22b-fp8_{}_distilled"),
    (r"ltx2(-|$)", "ltx23-22b-fp8_{}_distilled"),
    (r"wan22|wan-s2v|wan_v2\.2", "wan_v2.2-14b-fp8_{}_lightx2v"),
    (r"wan3\.0", None),
    (r"seedance-?2-5", "seedance-2-5"),
    (r"seedance2-mini|seedance-2-0-mini", "seedance-2-0-mini"),
    (r"seedance-?2", "seedance-2-0"),
    (r"happyhorse-1\.1", None),
    (r"minimax-h3", None),
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
    if _open(name):
        long = (
            isinstance(wanted_s, int | float)
            and wanted_s > 20
            and workflow in ("t2v", "i2v", "ia2v", "a2v")
        )
        text = "wan3.0-video" if long else "ltx25"
    for pattern, template in _NAMES:
        if re.match(pattern, text):
            # Ids of LTX 2 are taken for those of LTX 2.3, as the service does.
            full = template is None or ("_" in text and not text.startswith("ltx2-"))
            made = text if full else template.format(workflow) if template else text
            if text.startswith("minimax-h3"):
                made = h3_id(text, workflow)
            elif text == "happyhorse-1.1":
                made = f"{text}-{'t2v' if workflow == 't2v' else 'i2v'}"
            if not full and "uncensored" in text:
                made += "-uncensored"
            limits = family_of(made)
            if limits is not None:
                return VideoModel(made, limits)
    raise ToolRefusal(f"There is no video model called “{text[:60]}”.", "MODEL_UNAVAILABLE")


def kept_model(name: Any, base: Piece, families: Collection[str]) -> VideoModel:
    """The model that goes on with a film: the one that is named; else that of the film where it is of one of these
    families, else LTX 2.5."""
    made_by = family_of(base.maker) if _open(name) else None
    if made_by is None or made_by.name not in families:
        return video_model(name, "i2v")
    return video_model("wan22" if made_by.name == "wan22" else base.maker, "i2v")


def _open(name: Any) -> bool:
    return str(name or "").strip().lower() in ("", "auto")


def check_references(model: VideoModel, pictures: int, films: int, sounds: int) -> None:
    """Whether a model refers to so many media; ToolRefusal names the limit that is passed."""
    passed = model.limits.references.passed(pictures, films, sounds)
    if passed:
        raise ToolRefusal(passed.format(model.id))
    if sounds and not pictures + films and model.family in _SEEN_TOO:
        raise ToolRefusal("Reference audio needs a picture or a video beside it.")


def check_agreement(model: VideoModel) -> None:
    """PERMISSION_REQUIRED for models whose agreement nobody has accepted, as no API key can."""
    if model.id.endswith(CONSENTED):
        raise ToolRefusal(
            f"The agreement of {model.id} is accepted in one of Sogni's own apps.",
            "PERMISSION_REQUIRED",
        )


def output_format(arguments: Mapping[str, Any], model: VideoModel) -> str:
    """mp4, or mov where the model makes it."""
    wanted = str(arguments.get("outputFormat") or "mp4").lower()
    if wanted == "mov" and not model.limits.exports:
        raise ToolRefusal(f"{model.id} makes mp4 files; mov comes from Seedance 2.5 only.")
    return wanted


def last_frame(arguments: Mapping[str, Any], model: VideoModel) -> bool:
    """Whether the last frame is handed back, too; ToolRefusal where the model exports none."""
    wanted = arguments.get("returnLastFrame") is True
    if wanted and model.limits.kept and not model.limits.exports:
        raise ToolRefusal("The last frame is exported by Seedance 2.5 only.")
    return wanted


def with_sound(arguments: Mapping[str, Any], model: VideoModel) -> bool:
    """Sound is made unless it is not wanted, by models that make any; HappyHorse always makes it."""
    wanted = arguments.get("generateAudio") is not False or model.family == "happyhorse"
    return model.sounds and wanted
