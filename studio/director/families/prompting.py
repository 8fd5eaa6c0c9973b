"""A prompt made better for the model it is for."""

import re

from studio.director.families.composing import shape_in
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.models import model_in
from studio.director.language.vocabulary import EDGES
from studio.director.plan import Found, Scene, Unclear, Unsupported, short

_PROMPT = re.compile(
    r"\b(?:enhanc\w+|improv\w+|better|rewrit\w+|rework\w*|polish\w*|expand\w*|refin\w+|sharpen\w*|optimi[sz]\w+|"
    r"write|make|turn|give|need|create|stronger|richer|help)\b.{0,60}\bprompts?\b"
    r"|^(?:with )?(?:an? |some )?(?:[\w-]+ ){0,3}prompts? (?:for|about|to|that)\b"
    r"|\bprompts?\b.{0,20}\b(?:better|stronger|richer|more detailed|improve\w*|enhance\w*)\b",
    re.I,
)
_NOT_PROMPT = re.compile(
    r"\b(?:same prompt|(?:using|with|from|for) (?:this|the|that|my) prompt)\b", re.I
)


def prompts(clause: Clause, scene: Scene) -> Found:
    """A prompt made better for the thing it is for."""
    text = clause.bare
    if not _PROMPT.search(text) or _NOT_PROMPT.search(text):
        return None
    if not scene.offers("enhance_prompt"):
        return Unsupported("work on prompts")
    words = _prompt_words(clause, scene)
    if not words:
        return Unclear("Which prompt shall I work on? Paste it here.")
    film = re.search(r"\b(?:video|film|clip|movie|seedance|wan|ltx)\w*\b", text, re.I)
    edit = re.search(r"\b(?:edit|editing)\b", text, re.I)
    kind = "video_prompt" if film else "edit_prompt" if edit else "image_prompt"
    usual = "ltx25" if film else "qwen-lightning" if edit else "z-turbo"
    arguments = {
        "prompt": words,
        "target_output": kind,
        "destination_model": model_in(text, usual),
        "duration_seconds": values.seconds_in(text),
        "aspect_ratio": shape_in(text),
    }
    return [scene.call("enhance_prompt", arguments, short(words))]


def _prompt_words(clause: Clause, scene: Scene) -> str:
    """The prompt that is to be worked on: quoted, told after the noun, or that of the newest result."""
    found = re.search(
        r"\bprompts?\b\s?(?:(?:for|of|about|:|to make|from)\s|(?= (?:an?|two|three|some) ))(?:an? )?(?:(?:image|"
        r"picture|photo|video|film|clip|"
        r"edit)s?\b\s?(?:of|about|with|showing|:)?\s?)?((?s:.+))$",
        clause.text,
        re.I,
    )
    words = clause.quote or (found.group(1).strip(EDGES) if found else "")
    words = re.sub(
        r"\b(?:for|with|in) (?:seedance|wan|ltx|flux|qwen|krea|gpt image)\S*(?s:.*)$",
        "",
        words,
        flags=re.I,
    ).strip(EDGES)
    if not words:
        recent = scene.now("image")[-1:] or scene.now("video")[-1:]
        words = (
            recent[0].prompt
            if recent
            and re.search(r"\b(?:last|previous|this|that|its|the|my)\b", clause.bare, re.I)
            else ""
        )
    return words
