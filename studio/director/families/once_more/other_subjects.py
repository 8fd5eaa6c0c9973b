"""A film made once more of something else: "the same with a dog", "a whale instead of the astronaut", "use a boat"."""

import re
from typing import Any

from studio.director.families.films.film_remakes import remade_film
from studio.director.families.once_more.remake_words import words_of
from studio.director.families.pictures.pictures import picture_of
from studio.director.families.pictures.redrawing import shape_of
from studio.director.language.changes import exchanged
from studio.director.language.continuing import order_from
from studio.director.language.retold import as_shown
from studio.director.language.vocabulary import WORN
from studio.director.plan import Scene, Step

_ANOTHER_SCENE = re.compile(
    r"^(?:(?:use|try|make it|show|do|take|with|have) )?(?P<what>(?:(?:an?|some|two|three) |(?=[\w-]+s,? "
    r"instead\b)(?!(?:this|its|his|"
    r"was|is|ones|seconds|secs|pictures|images|videos|letters|colou?rs)\b))"
    r"(?!(?:picture|image|photo|song|track|bit|little|lot|different|other|new|slow|fast)\b)[\w' -]{2,60}?),? instead"
    r"(?: please)?$",
    re.I,
)
_RATHER = re.compile(
    r"^(?:rather|better|maybe|perhaps|how about|preferably|i['’]?d rather (?:have|see)) (?P<what>(?!(?:in|on|at|"
    r"with|without|"
    r"from|by|more|less|not|no|it|as|the|this|that|slow\w*|fast\w*|long\w*|short\w*)\b)[\w' -]{3,40})$",
    re.I,
)
_SAME_WITH = re.compile(  # everything stays but the one it is of
    r"^(?:(?:now|and|do|make|try|again|exactly|just) )*(?:the )?same(?: (?:thing|again|video|film|clip|one|"
    r"scene))?,? (?:but )?"
    r"(?:with|for|of|as) (?P<what>(?:an?|two|three|some|my|our) [\w' -]{2,40}?)(?: instead| please)*$",
    re.I,
)
_IN_ITS_PLACE = re.compile(
    r"^(?:(?:with|use|make it|show|have|put) )?(?P<what>(?:an?|the|two|three|some) [\w' -]{2,40}?) "
    r"(?P<place>(?:instead|in place) of (?:an?|the|my|his|her) [\w' -]{2,30})$",
    re.I,
)
_WORN = re.compile(rf"\b{WORN}$", re.I)


def of_something_else(
    text: str, scene: Scene, tool: str, arguments: dict[str, Any], film: int
) -> list[Step]:
    """The picture of the other thing, in the old one's shape, then the film from it; empty for any other wish."""
    if not scene.offers("generate_image"):
        return []
    source = arguments.get("sourceImageIndex")
    shown = as_shown(words_of(scene, "image", source)) if isinstance(source, int) else ""
    looks, told = _told_of(text, shown, str(arguments.get("prompt") or ""))
    if not looks:
        return []
    shape = shape_of(scene, source) if isinstance(source, int) else {}
    step = picture_of(looks, scene, shape)
    after = scene.then(step)
    again = {**arguments, "sourceImageIndex": after.last_batch("image")[0].index}
    again |= {"prompt": told} if tool == "sound_to_video" or told != looks else {}
    return [step, *remade_film(after, tool, again, film)]


def _told_of(text: str, shown: str, prompt: str) -> tuple[str, str]:
    """The words of the new picture, and those of the film from it; empty where the text names no other thing."""
    if other := _ANOTHER_SCENE.match(text) or _rather(text):
        return other["what"], other["what"]
    change = _change_in(text)
    looks = exchanged(shown, change) if shown and change else ""
    begins = prompt.split(",")[0].lower() in shown.lower()  # it tells what is seen, not what moves
    return looks, (exchanged(prompt, change) if looks and begins else "") or prompt


def _rather(text: str) -> re.Match[str] | None:
    """ "Rather mountains": another scene, where the words are no look of the one that is there."""
    told = _RATHER.match(text)
    return told if told and not order_from(told["what"]) else None


def _change_in(text: str) -> str:
    """The other thing as a change of what there is; empty where none is named, or only something to wear."""
    if swapped := _IN_ITS_PLACE.match(text):
        return f"{swapped['what']} {swapped['place']}"
    rather = _rather(text)
    if rather and re.match(r"an? ", rather["what"], re.I):
        return f"{rather['what']} instead"
    same = _SAME_WITH.match(text)
    return f"{same['what']} instead" if same and not _WORN.search(same["what"]) else ""


def with_another(text: str) -> str:
    """The order for a picture once more of something else, or with something on: empty for any other words."""
    if change := _change_in(text):
        return f"again, but {change}"
    return with_more_on(text)


def with_more_on(text: str) -> str:
    """ "The same with a hat" as what is added."""
    same = _SAME_WITH.match(text)
    return f"add {same['what']}" if same and _WORN.search(same["what"]) else ""
