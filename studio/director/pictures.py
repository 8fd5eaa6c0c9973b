"""Pictures from words, and pictures made again with a change."""

import re

from studio.director import words
from studio.director.plan import Step, Unclear, allowed, named_indices, pictures_meant, side_by_side
from studio.director.reading import Turn
from studio.director.words import EDGES

VARY = (
    "at first light",
    "under a full moon",
    "with a storm coming in",
    "in low golden sun",
    "in soft fog",
    "under northern lights",
    "in clear winter air",
    "at dusk with lamps lit",
)
SURPRISES = (
    "a lighthouse under northern lights",
    "a red fox in a snowy forest at dawn",
    "a sailing boat before a huge moon",
    "a neon city in the rain",
)
LEAD_IN = re.compile(
    r"^(please|can you|could you|would you|i want|i need|i'd like|let's|now|ok|okay|so|and|hi|hello|hey|just|instead)"
    r"\b[\s,]*",
    re.I,
)
VERB = re.compile(
    r"^(make|create|generate|draw|paint|sketch|show|design|render|give|do|produce|imagine|have)\b(\s+(me|us))?\s*",
    re.I,
)
HEAD = re.compile(
    r"^(an?|the|some|one|new|another|\d{1,2}|" + "|".join(words.COUNTS) + r")?\s*"
    r"((nice|beautiful|different|new|more)\s+)*"
    r"(pictures?|images?|photos?|drawings?|illustrations?|versions?|variations?|options?|takes?|looks?|paintings?|"
    r"videos?|films?|clips?|movies?)"
    r"(\s+(of|with|showing|for|about)\s+|$)",
    re.I,
)
_BUT = re.compile(r".*?\b(but|only|just|this time|now|with|at|in)\b", re.I)
_ASKED_OF = re.compile(
    r"^(put|add|give|make|change|turn|have|let|something like|like|use)\b\s*|\b(the |of |in |to |on |like |from )?"
    r"(@?(image|picture|photo)\s*#?\s*[-−]?\d+|it|this one|that one)\b|\bthe (picture|image|photo)\b",
    re.I,
)


def subject_of(clause: str) -> str:
    """What is to be seen, without the asking around it."""
    text = clause.strip(EDGES)
    for _ in range(4):
        text = LEAD_IN.sub("", text)
    text = HEAD.sub("", VERB.sub("", text))
    text = words.SIZE.sub("", words.RATIO.sub("", text))
    text = re.sub(r",?\s*\b(square|vertical|widescreen)\b\s*$", "", text, flags=re.I)
    text = re.sub(r"\b(in|at|as|for)\s*(?=[,.]|$)", "", text)
    text = re.sub(
        r"\bfor (tiktok|youtube|reels?|instagram|stories|(my |the )?phones?)\b",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(r"\bplease\b", "", text, flags=re.I)
    return " ".join(text.split()).strip(EDGES)


def pictures(clause: str, turn: Turn) -> list[Step] | Unclear:
    """One picture, several versions, or two different ones side by side."""
    if "generate_image" not in turn.tools:
        return []
    parts = re.split(
        r"\s+and\s+(?=an?\s+(?:picture|image|photo|portrait|poster|drawing|painting)\b)", clause
    )
    made = [_picture(part, turn) for part in parts]
    if any(not step.subject for step in made):
        return Unclear("What should the picture show?")
    return side_by_side(made)


def surprise(turn: Turn) -> list[Step]:
    """Something of our own choice, another one each time."""
    prompt = SURPRISES[len(turn.of_kind("image")) % len(SURPRISES)]
    return [Step("generate_image", allowed(turn, "generate_image", {"prompt": prompt}), prompt)]


def _picture(clause: str, turn: Turn) -> Step:
    count = words.count_in(clause)
    source = next(iter(named_indices(clause, "image")), None)
    if source is None and turn.attached and words.POINTS.search(clause):
        source = next((index for kind, index in turn.attached if kind == "image"), None)
    prompt = subject = subject_of(clause)
    if source is not None:
        prompt = _changed(clause, turn, source)
        subject = f"image {source} with that change" if count == 1 else prompt
    if count > 1:
        prompt = f"{prompt}, {{{'|'.join(VARY[:count])}}}"
    arguments = allowed(
        turn,
        "generate_image",
        {
            "prompt": prompt,
            "numberOfVariations": count if count > 1 else None,
            "sourceImageIndex": source,
            **(words.size_in(clause) or _earlier_size(turn)),
        },
    )
    return Step("generate_image", arguments, subject)


def _changed(clause: str, turn: Turn, source: int) -> str:
    """The prompt of a picture with what is to change put after it."""
    change = clause.strip(EDGES)
    for _ in range(4):
        change = LEAD_IN.sub("", change)
    change = " ".join(_ASKED_OF.sub(" ", words.SIZE.sub("", change)).split()).strip(EDGES)
    return _merged(_prompt_of(turn, source), change) or "the same scene"


def _merged(prompt: str, change: str) -> str:
    """The change after the prompt; a new time of day takes the old one's place."""
    if words.MOMENT.search(change):
        prompt = words.MOMENT.sub("", prompt)
    return ", ".join(part for part in (prompt.strip(EDGES), change) if part)


def edited(clause: str, turn: Turn) -> list[Step]:
    """ "Put some rain on it": the picture that is meant, made from itself with the change."""
    index = next(iter(pictures_meant(clause, turn, ())), None)
    if index is None or "generate_image" not in turn.tools:
        return []
    values = {"prompt": _changed(clause, turn, index), "sourceImageIndex": index}
    arguments = allowed(turn, "generate_image", {**values, **words.size_in(clause)})
    return [Step("generate_image", arguments, f"image {index} with that change")]


def again(clause: str, turn: Turn) -> list[Step]:
    """A picture's prompt once more, with the change that was said."""
    meant = named_indices(clause, "image")
    if not meant and words.ORDINAL.search(clause):
        meant = pictures_meant(clause, turn, ())
    prompt = _prompt_of(turn, meant[0]) if meant else ""
    prompt = prompt or last_prompt(turn)
    change = _BUT.sub(r"\1", clause, count=1)
    change = re.sub(r"^(but|only|just|this time|now)\b[\s,]*", "", change, flags=re.I).strip(EDGES)
    if change and change != clause.strip(EDGES):
        prompt = _merged(prompt, words.RATIO.sub("", change).strip(EDGES + " in"))
    values = {
        "prompt": prompt.strip(" ,"),
        **(words.size_in(clause) or _earlier_size(turn)),
    }
    return [Step("generate_image", allowed(turn, "generate_image", values), prompt)]


def last_prompt(turn: Turn) -> str:
    """The words of the newest generated picture."""
    made = [one for one in turn.of_kind("image") if one.index >= 0 and one.prompt]
    return made[-1].prompt if made else ""


def _prompt_of(turn: Turn, index: int) -> str:
    return next((one.prompt for one in turn.of_kind("image") if one.index == index), "")


def _earlier_size(turn: Turn) -> dict[str, object]:
    """A size stays in force until it is changed; a poster's shape is no size a person gave."""
    for text in reversed(turn.earlier):
        if words.SIZE.search(text) or words.RATIO.search(text):
            return words.size_in(text)
    return {}
