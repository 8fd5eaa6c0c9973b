"""Models by their names, as people or the selectors of the tools spell them: "Seedance 2", "wan22", "ltx 2.3"."""

import re
from collections.abc import Sequence

MODELS = (
    (r"\bseedance ?-?2[.-]5", "seedance2-5"), (r"\bseedance ?-?2?\.?0? ?-?mini", "seedance2-mini"),
    (r"\bseedance", "seedance2"), (r"\bwan ?-?3", "wan3.0-video"), (r"\bwan(?:\b|\d)", "wan22"),
    (r"\bltx ?-?2\.?3\b", "ltx23"), (r"\bltx", "ltx25"),
    (r"\bflux", "flux-3-klein"),
    (r"\bqwen", "qwen-lightning"), (r"\bkrea", "krea-2-turbo"), (r"\bgpt[- ]?image", "gpt-image-2"),
    (r"\bz-?(?:image|turbo)", "z-turbo"),
)  # fmt: skip
_WITH_ONE = re.compile(  # what something is to be made with, which is not to be seen
    r",?\s?\b(?:with|using|via|use|through) (?:the )?(?:model )?(?P<name>seedance[\w.-]{0,12}(?: "
    r"\d(?:\.\d)?)?(?: mini)?|"
    r"wan ?-?[23](?:\.?\d)?|ltx ?-?(?:2(?:\.?\d)?)?|krea(?:[- ]2)?(?:[- ]turbo)?|"
    r"flux(?:[- ]3(?:[- ]klein)?|[- ]klein|(?= model\b)|(?<=model flux)|(?<!through flux)(?=$|[,.;!?]))|"  # a word too
    r"gpt[- ]image(?:[- ]2)?|z-(?:turbo|image))(?: model)?(?! of\b)(?=$|[\s,.;!?])",
    re.I,
)


def model_in(text: str, usual: str) -> str:
    """The selector of the model a text speaks of."""
    return next((name for pattern, name in MODELS if re.search(pattern, text, re.I)), usual)


def made_with(text: str, choices: Sequence[str]) -> str | None:
    """The model something is to be made with, where a tool offers it."""
    told = _WITH_ONE.search(text)
    name = model_in(told["name"], "") if told else ""
    return name if name in choices else None


def without_model(text: str) -> str:
    """Without the words for the model it is to be made with."""
    return _WITH_ONE.sub("", text)
