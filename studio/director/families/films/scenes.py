"""Films of what somebody tells: a story in stages as clips that are joined, and scenes in which a line is said."""

import re

from studio.director.families.films.animation import animate
from studio.director.families.films.films import (
    FROM_WORDS,
    film_options,
    film_subject,
    filmed,
    from_words,
)
from studio.director.families.pictures.pictures import pictures
from studio.director.language.changes import head_of
from studio.director.language.clauses import Clause, clause_of
from studio.director.language.dialogue import seen_speaking
from studio.director.language.stages import ON_A_PAGE, TO_LIFE, Stages, stages_in
from studio.director.language.styles import STYLE
from studio.director.language.subjects import subject_of
from studio.director.language.vocabulary import FILM
from studio.director.plan import Found, Scene, Step, short, side_by_side
from studio.director.references.naming import by_name
from studio.director.references.pointing import named

_TOOLS = ("generate_video", "stitch_video")
_THEY = re.compile(r"^(?:it|he|she|they)\b", re.I)
_OPEN_END = re.compile(
    r"[\s,:]*\b(?:of|about|where|in which|showing|with|that|who|which|in|as)[\s,:]*$", re.I
)
_COUNTED = re.compile(
    r"\b(?:in|of|with|as)?\s?(?:\d|two|three|four|five|six)\s(?:short |quick )?(?:scenes|clips|shots|parts|videos)\b",
    re.I,
)
_ONLY_A_TALE = re.compile(
    r"(?:(?:an?|the|my|our|short|little|small|funny|sad|nice) ){0,4}(?:story|tale|sequence|series|scenes?|clips?|"
    r"movie|film|"
    r"one|it|that|something)",
    re.I,
)
_EACH = re.compile(r"\beach\b", re.I)
_STILL = re.compile(
    r"\b(?:pictures?|images?|photos?|pics?|posters?|drawings?|paintings?|illustrations?|comics?|cartoons?|"
    r"cards?|memes?|"
    r"stickers?|speech bubbles?|logos?|banners?|signs?|covers?)\b",
    re.I,
)
SHORTEST_S = 2.0


def told_in_stages(text: str, scene: Scene) -> tuple[list[Step], str] | None:
    """The films of a story and the text that is still to be read; None where none is told."""
    story = stages_in(text)
    if story is None or _of_what_is_there(story, scene):
        return None
    if ON_A_PAGE.search(story.head):
        found = pictures(clause_of(story.whole), scene)
        return (found, story.behind) if isinstance(found, list) else None
    if scene.turn.attached or TO_LIFE.match(story.head):
        found = animate(clause_of(story.whole), scene)
        return (found, story.behind) if isinstance(found, list) else None
    if not scene.offers(*_TOOLS):
        return None
    if not story.apart:
        told = clause_of(story.whole)
        found = from_words(told, scene) or filmed(told, scene)
        return (found, story.behind) if isinstance(found, list) else None
    return _joined_clips(story, scene), story.behind


def _of_what_is_there(story: Stages, scene: Scene) -> bool:
    """Whether stages name films that are there, which are to be put in that order."""
    return any(
        named(one, "video") or by_name(one, scene, "video", loosely=False) for one in story.told
    )


def _joined_clips(story: Stages, scene: Scene) -> list[Step]:
    """A clip for each stage, side by side, and all of them in one film."""
    head = clause_of(story.head)
    options = film_options(head, scene, "generate_video")
    if options["duration"] and not _EACH.search(story.head):
        options["duration"] = max(options["duration"] / len(story.told), SHORTEST_S)
    clips = []
    for prompt in _prompts(story):
        said = film_options(clause_of(prompt), scene, "generate_video")
        own = {name: value for name, value in said.items() if value is not None}
        clips.append(
            scene.call("generate_video", {"prompt": prompt, **options, **own}, short(prompt))
        )
    filming = side_by_side(clips)
    films = [one.index for one in scene.then(filming[0]).last_batch("video")]
    joining = scene.call("stitch_video", {"videoIndices": films}, "them into one film")
    return [*filming, joining]


def _prompts(story: Stages) -> list[str]:
    """What each clip shows, whole in itself: with whom it is about, and in the manner of all."""
    common = _OPEN_END.sub("", film_subject(_COUNTED.sub("", _OPEN_END.sub("", story.head))))
    common = "" if _ONLY_A_TALE.fullmatch(common) else common
    manner = STYLE.search(story.head)
    told = [subject_of(one) or one for one in story.told]
    who = head_of(common) or head_of(told[0]) if common else head_of(told[0])
    found = []
    for one in told:
        named = _THEY.sub(who, one) if who and _THEY.match(one) else one
        parts = [named]
        if common and who.lower() not in named.lower():
            parts.append(common)
        if manner and manner.group().lower() not in " ".join(parts).lower():
            parts.append(f"{manner.group().lower()} style")
        found.append(", ".join(parts))
    return found


def spoken(clause: Clause, scene: Scene) -> Found:
    """A scene in which somebody says a line: a film of it, or of the picture that came with the words."""
    text = clause.bare
    still = _STILL.search(text) and not re.search(rf"\b{FILM}", text, re.I)
    if not seen_speaking(clause) or still or scene.attached("video") or scene.attached("audio"):
        return None
    if scene.attached("image"):
        order = Clause(f"animate it: {clause.text}", f"animate it: {text}", clause.quotes)
        return animate(order, scene)
    return None if FROM_WORDS.search(text) else filmed(clause, scene)
