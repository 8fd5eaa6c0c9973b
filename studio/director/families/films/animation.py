"""Pictures that move: one, several at once, one into another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from studio.director.families.films.film_shapes import in_shape
from studio.director.families.films.films import FROM_WORDS, film_options
from studio.director.families.pictures.edits import changed
from studio.director.families.pictures.restoring import DAMAGED
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.motion import motion_in
from studio.director.language.motion_verbs import MOTION
from studio.director.language.no_lettering import without_writing
from studio.director.language.styles import COLOUR
from studio.director.language.subjects import sized_out, trimmed, without_length
from studio.director.language.variations import branched
from studio.director.language.vocabulary import FILM, SONG
from studio.director.plan import (
    Found,
    Scene,
    Step,
    Unclear,
    Unsupported,
    sentence_list,
    side_by_side,
)
from studio.director.references.kinds import kinds_named
from studio.director.references.naming import by_name
from studio.director.references.pointing import ALL, meant, named
from studio.director.references.topic import about, speaks_of_sound

_KINDS = ("image", "video", "audio")
_INTO_LIFE = re.compile(  # two pictures become one first, and that moves
    r"^(?:bring|put|place|set|add) (.{1,80}? (?:in(?:to|side)?|on(?:to)?) .{1,80}?),? (?:(?:and|then) )*(?:(?:bring|"
    r"make) "
    r"(?:it|them|this|everything|the result) )?((?:back )?to life\b.{0,200}|come alive\b.{0,200})$",
    re.I,
)
_SOMEBODY = (
    r"(?:it|him|her|them|me(?! (?:an?|some|two|three|another|one)\b)|us|this|that|these|those|the|my|his|its|their|"
    r"our|both|all|each|every\w*|one|people|"
    r"image|picture|photo|#|@)"
)
ANIMATE = re.compile(
    rf"\banimat(?:e|ing|es)\b|\banimated\b(?! \w+ (?:for|about|with)\b)|\bmorph\w*|\bslide ?show\b|"
    rf"\bbring\w*\b.{{0,50}}\b(?:to life|alive)|\bin(?:to)? "
    rf"motion\b|"
    rf"\bcome\w* (?:alive|"
    rf"to life)\b|\bset\b.{{0,20}}\bin motion"
    rf"|\b(?:make|let|have|want|see|get)\s{_SOMEBODY}\b.{{0,40}}\b{MOTION}\b"
    rf"|(?:photos?|pics?|pictures?|images?|it|this|that|them|these|one|ones|drawing|painting|portrait|"
    rf"poster)\b.{{0,24}}\b(?:(?:in)?to|as) (?:an? |one )?(?:(?!(?:for|of|on|in)\b)[\w-]+ ){{0,3}}{FILM}"
    rf"|^(?:turn|make|transform|convert) (?:the|my|that) (?!(?:(?!into\b)[\w'-]+ ){{0,3}}?(?:{FILM}|"
    rf"{SONG})\b)[\w' -]{{1,40}}? into "
    rf"(?:an? |one )?(?:[\w-]+ ){{0,3}}?{FILM}\b"
    rf"|^(?:make|turn) (?:it|this|that|them|him|her|(?:(?:the|this|that|my) )?(?:image|picture|"
    rf"photo)(?: [-−]?\d{{1,3}})?) "
    rf"(?:(?:in)?to )?(?:an? )?(?:(?:short|little|funny|looping|animated|[\w-]{{1,12}}[ -]seconds?|"
    rf"\d{{1,2}} ?s(?:ecs?)?) ){{0,2}}{FILM}$"
    rf"|{FILM}\b(?: [\w-]+){{0,3}} (?:of|from|out of|with|using|between)\b.{{0,24}}\b(?:images?|pictures?|photos?|"
    rf"it|this|that|them|these|all (?:three|four|\d)|both|\d+(?:,? and|,| &) \d+)\b"
    rf"|\b(?:moving|animated) version of\b|^with (?:some |a bit of )?(?:motion|movement)\b"
    rf"|\bcinemagraph\b|^(?:the|this|that|my|it|him|her)\b[\w ]{{0,30}} to (?:slowly |gently |really )?{MOTION}\b"
    r"|\b(?:add|give)\b.{0,36}\b(?:motion|movement)\b"
    rf"|\b(?:use|take|using|with|from)\b.{{0,16}}\b(?:image|picture|photo)\b.{{0,12}}\b(?:to|and) (?:make|create|"
    rf"get|build)\b.{{0,24}}\b{FILM}\b"
    rf"|^(?:use|take) .{{1,40}}? as (?:the |its )?(?:first|opening|starting) (?:frame|image|picture) (?:of|for|in) "
    rf"(?:an? |the )?(?:[\w-]+ ){{0,3}}?{FILM}\b",
    re.I,
)
_CAMERA = re.compile(
    r"^(?:an? )?(?:slow |smooth )?(?:tracking|dolly|panning|zooming|tilting|crane) shot (?:of|across|over|along|around|"
    r"towards?|into|through|past) (?=(?:the|my|this|that|it)\b)|"
    r"^(?:an? )?(?:(?:slow|gentle|smooth|steady|calm|fast|quick) ){0,2}camera (?:moves?|movement|motion|pushes|push|"
    r"pulls?|flight|flies|glides?|travels?|drifts?|ride)\b(?!.*\b(?:angle|close-?up)\b)|"
    r"^(?:(?:slow(?:ly)?|fast|gentle|the|camera) ){0,3}(?:zooms?(?= (?:in|out|on|into|to|slowly|closer|closely)\b|"
    r"$)|dolly|push in|pull back|"
    r"(?:pan|tilt|track)s?(?= (?:left|right|up|down|across|over|to|along|around|slowly)\b|$))\b"
    r"(?!.*\b(?:angle|close-?up|view)\b)",
    re.I,
)
_HOW = r"(?:slow|gentle|smooth|steady|quick|fast|soft|dramatic|subtle|very|cinematic|camera) "
_CAMERA_ON_IT = re.compile(  # a move told as a thing: "do a slow push-in on it", "a camera pan across the roof"
    r"^(?:(?:do|make|have|add|try|give it|with|and|now) ){0,3}(?:an? |the |some )?"
    rf"(?:(?:{_HOW}){{0,4}}(?:push[- ]?in|pull[- ]?(?:back|out)|zoom[- ]?(?:in|out)|dolly[- ]?(?:in|out|zoom)|"
    rf"ken burns(?: effect)?|parallax(?: effect)?)|"
    rf"(?:{_HOW}){{1,4}}(?:push|zoom|pan|tilt|dolly|crane|drone (?:shot|flight)|fly[- ]?over))"
    r"(?: (?:of|on|in|into|out|out of|across|over|around|towards?|through|to|along|up|down|onto|left|right|back)"
    r"(?: (?:of |from |to )?(?:it|this|that|them|him|her|(?:the|my|its|his) [\w' -]{1,40}))?)?"
    r"(?=$|,|\?| (?:for|over) \d| please)",
    re.I,
)
_SIZED = re.compile(  # "make the waves bigger": a thing, not a deed
    r"^(?:make|have) (?:the|his|her|its|their|my) (?:[\w'-]{1,24} ){1,3}(?:bigger|larger|smaller|taller|higher|"
    rf"{COLOUR})$",
    re.I,
)
_OF_THE = re.compile(rf"\b{FILM} (?:of|from) ((?:the|my|this|that) [\w' -]{{2,40}})$", re.I)
_TO_BE_SEEN = re.compile(
    r"^(?:make|let|have|see|get|show)?\s?(?:me\s)?(?:an?|some|two|three)\s(?!(?:[\w-]+ "
    r"){0,3}(?:video|vid|clip|film|movie|reel|animation|gif)\b|(?:moving|animated) version\b)",
    re.I,
)
_ENDS = re.compile(
    r"\b(?:from|between|morph\w*|start\w*(?: with| on| at| from)?|transition\w* (?:from|between)|begin\w*(?: with| "
    r"on| at)?)\b.{1,60}\b(?:to|into|and|ending|ends?|end)\b",
    re.I,
)
_ROLES = re.compile(
    r"\b(?:start\w*|begin\w*|opening|first frame|opener)\b.{1,80}\b(?:end\w*|last frame|final frame|finish\w*|"
    r"closing)\b"
    r"|\b(?:end\w*|closing|last frame|final frame)\b.{1,80}\b(?:start\w*|begin\w*|opening|opener|first frame)\b|"
    r"\b(?:morph|go|goes|"
    r"transition|travel|blend|turn|change)\w*\b(?: \w+){0,2} from the\b.{1,60}\b(?:in)?to the\b|"
    r"\bmorph\w*\b.{1,60}\b(?:into|to)\b|\b(?:turn|become|change)\w*\b.{0,12}"
    r"\binto the\b",
    re.I,
)
_FROM_ONE = re.compile(  # of two pictures by their places: "video from the first to the second"
    rf"\b(?:{FILM}|animat\w+|go|going|morph\w*|transition\w*) from the [\w-]+(?: \w+)? (?:in)?to the [\w-]+\b",
    re.I,
)
_A_SHOT = r"(?: (?:one|picture|photo|image|pic|shot))?"
_CHANGING = r"(?:turn|fad|becom|chang|morph|melt|transform|blend|dissolv|transition|flow|mov|go)(?:e?s|ing|e)?"
_ONE_BECOMES_THE_OTHER = re.compile(  # "the first photo slowly turns into the second one"
    rf"\b(?:first|1st|one|before|old)\b{_A_SHOT}(?: (?:\w+ly|will|should|to|then|just|can)){{0,3}} {_CHANGING}"
    rf"(?: \w+ly)?(?: (?:in)?to| over to)? (?:the |an)?(?:second|2nd|other|after|new|last)\b|"
    rf"\b(?:turn|fad|chang|morph|melt|transform|blend|dissolv)\w* (?:from )?(?:the )?(?:first|1st|one|before|"
    rf"old)\b{_A_SHOT}(?: \w+ly)? (?:in)?to (?:the |an)?(?:second|2nd|other|after|new|last)\b",
    re.I,
)
_END_FIRST = re.compile(
    r"^(?:(?!\b(?:start|begin|opening|first frame)).)*\b(?:as|for|is|at|to be|on) (?:the |my |its |an? )?(?:end\w*|"
    r"last frame|final frame)\b",
    re.I,
)


_AS_A_FILM = re.compile(  # right after a picture: "now as a video", "video, 10 seconds, engine sound"
    rf"^(?:(?:now|and|then|also|do|make|want|need|turn|convert|change) )*(?:(?:as|into|to|in) )?(?:an? )?"
    rf"(?:(?:short|little|quick|nice|product|promo|teaser|intro|loop|social media|instagram|\d{{1,2}}[ "
    rf"-]?s(?:ec(?:ond)?s?)?) )*"
    rf"{FILM}(?: please| now| of it| version| \d{{1,2}} ?s(?:ec(?:ond)?s?)?)*(?:$|(?:\s?[,:]| where| in which| "
    rf"with|(?<! of it)(?= [\w-]{{3,20}}ing\b)) (?P<rest>.+)$)",
    re.I,
)


_THE_FILM = re.compile(rf"^(?:(?:now|and|then|also) )*the {FILM}(?: please| now)?(?P<rest>)$", re.I)


def _of_the_newest(clause: Clause, scene: Scene) -> Clause:
    """A film asked for right after a picture and of nothing else, as an order to bring that to life."""
    told = _AS_A_FILM.match(clause.text) or (
        not scene.now("video") and _THE_FILM.match(clause.text)
    )
    if not told or scene.attached("audio") or scene.newest_kind(_KINDS) != "image":
        return clause
    rest = trimmed(without_length(sized_out(told["rest"] or "")))
    order = f"animate it with {rest}" if rest else "animate it"
    return Clause(order, f"animate it, {clause.bare}", clause.quotes)


_FROM_TO = re.compile(
    r"\bfrom (?:the )?(?P<first>[\w' -]{2,30}?) to (?:the )?(?P<second>[\w' -]{2,30})$", re.I
)
_MOVES = re.compile(rf"\b(?:{FILM}|animat\w+|morph\w*)\b", re.I)


def _by_their_words(text: str, scene: Scene) -> list[int]:
    """The two pictures that "from sunrise to sunset" names by what they show; empty for any other words."""
    told = _FROM_TO.search(text) if _MOVES.search(text) else None
    if told is None or len(scene.now("image")) < 2:
        return []
    found = [by_name(f"the {word} one", scene, "image", loosely=False) for word in told.groups()]
    picked = [one[0] for one in found if isinstance(one, list) and len(one) == 1]
    return picked if len(set(picked)) == 2 else []


def _one_to_the_other(text: str, scene: Scene) -> list[int]:
    """The two pictures that came with the words, where the first is to become the second in a film."""
    given = scene.attached("image")
    moves = len(given) == 2 and _MOVES.search(text) and _ONE_BECOMES_THE_OTHER.search(text)
    return given if moves else []


def _two_named(clause: Clause, scene: Scene) -> bool:
    found = meant(clause.bare, scene, "image") if len(scene.now("image")) > 1 else []
    return isinstance(found, list) and len(found) == 2


def _ends(clause: Clause, scene: Scene) -> bool:
    """Whether two pictures are meant as the beginning and the end."""
    text = clause.bare
    both = len(named(text, "image")) == 2 and not re.match(
        r"(?:put|place|add|combine|blend)\b", text, re.I
    )
    return bool(both and _ENDS.search(text)) or bool(
        (_ROLES.search(text) or _FROM_ONE.search(text)) and _two_named(clause, scene)
    )


def _something_else(clause: Clause, scene: Scene) -> bool:
    """Whether words of motion are about an old photo, a film that is there, or something still to be filmed."""
    text = clause.bare
    if _SIZED.match(text):
        return True
    if re.search(r"\bback to life\b", text, re.I) and DAMAGED.search(text):
        return True
    if about(clause, scene, ("image", "video")) == "video":
        if scene.now("video") and not scene.now("image"):
            return True
        if re.match(r"^(?:make|turn|have|let)\b", text, re.I) and not kinds_named(text):
            return True
    fresh = re.search(
        rf"\b{FILM}\b (?:of|about|with) (?:an?|some|two|three)\b", text, re.I
    ) or re.match(r"^animate (?:an?|some) ", text, re.I)
    return bool(fresh and not named(text, "image") and not scene.attached("image"))


def _film_of(clause: Clause, scene: Scene) -> bool:
    """Whether a film is asked for of a thing that a picture shows: "a clip of the fox"."""
    told = _OF_THE.search(clause.bare)
    found = by_name(told.group(1), scene, "image", loosely=False) if told else []
    return isinstance(found, list) and bool(found)


def _put_together(clause: Clause, scene: Scene) -> Found:
    """ "Bring image 1 into image 2 to life": one put into the other, and the picture that makes moving."""
    told = _INTO_LIFE.match(clause.bare)
    if told is None or len(named(told.group(1), "image")) != 2:
        return None
    put = Clause(f"put {told.group(1)}", f"put {told.group(1)}")
    made = changed(put, scene, ("edit_image", "refine_result"))
    if not isinstance(made, list):
        return made
    moved = f"bring it {told.group(2)}"
    then = animate(Clause(moved, moved, clause.quotes), scene.then(made[0]))
    return [*made, *then] if isinstance(then, list) else then


_JOINED = re.compile(
    rf"\b(?:one|single|an?) (?:\w+ )?(?:{FILM}|slide ?show)\b|\bslide ?show\b", re.I
)


def animate(clause: Clause, scene: Scene) -> Found:
    """A film for each picture that is meant: one call with all of them where the schema can, else side by side."""
    clause = _of_the_newest(clause, scene)
    text = clause.bare
    if (put := _put_together(clause, scene)) is not None:
        return put
    two = _one_to_the_other(text, scene) or _by_their_words(text, scene)
    if two and scene.offers("animate_photo"):
        return [_between(clause, scene, two)]
    ends = _ends(clause, scene)
    moves = _CAMERA.match(text) or _CAMERA_ON_IT.match(text)
    camera = moves and scene.newest_kind(("image", "video")) == "image"
    given = scene.attached("image") and FROM_WORDS.search(text)
    if not (ANIMATE.search(text) or ends or camera or given or _film_of(clause, scene)):
        return None
    seen = _TO_BE_SEEN.match(text) and not (camera or _film_of(clause, scene))
    if seen or _something_else(clause, scene):
        return None
    indices = meant(
        text if ends or named(text, "image") else re.split(r"\b(?:with|so|where|while)\b", text)[0],
        scene,
        "image",
    )
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return Unclear("Which picture should move? Attach one, or tell me what to draw first.")
    if not scene.offers("animate_photo"):
        return Unsupported("bring pictures to life")
    if len(indices) == 2 and (ends or (_ENDS.search(text) and not ALL.search(text))):
        return [_between(clause, scene, indices[::-1] if _END_FIRST.match(text) else indices)]
    size = values.size_in(text)
    if size and len(indices) == 1:
        (film,) = _movements(clause, scene, indices)
        return [*in_shape(scene, "animate_photo", film.arguments, film.subject, size)]
    steps = side_by_side(_movements(clause, scene, indices))
    if _JOINED.search(text) and len(indices) > 1 and ALL.search(text):
        return _as_one(text, steps, scene)
    return steps


def _as_one(text: str, steps: list[Step], scene: Scene) -> list[Step]:
    """The films joined, with the song that is spoken of; each on its own, and a remark, where nothing joins films."""
    if not scene.offers("stitch_video"):
        return [*steps[:-1], replace(steps[-1], notes=(*steps[-1].notes, _APART))]
    films = [one.index for one in scene.then(steps[0]).last_batch("video")]
    songs = meant(text, scene, "audio") if speaks_of_sound(text, scene) else []
    song = songs[0] if isinstance(songs, list) and songs else None
    joined = scene.call("stitch_video", {"videoIndices": films, "audioIndex": song}, "them")
    return [*steps, joined]


_APART = "Each becomes a film of its own, for nothing here joins films."


def _movements(clause: Clause, scene: Scene, indices: Sequence[int]) -> list[Step]:
    options = film_options(clause, scene, "animate_photo")
    said, refused = without_writing(clause.text)
    options["negativePrompt"] = refused or None
    prompt = motion_in(Clause(said, clause.bare, clause.quotes))
    if len(indices) > 1 and scene.takes("animate_photo", "sourceImageIndices"):
        values_ = {"prompt": prompt, "sourceImageIndices": list(indices), **options}
        names = sentence_list([f"image {index}" for index in indices])
        return [scene.call("animate_photo", values_, names)]
    count = values.count_in(clause.bare)
    extra = {"numberOfVariations": count} if count > 1 and len(indices) == 1 else {}
    ways = (
        "slowly",
        "with a wide move",
        "from close by",
        "with more life",
        "gently",
        "in slow motion",
        "in one sweep",
        "calmly",
    )
    prompt = branched(prompt, count, ways) if extra else prompt
    return [
        scene.call(
            "animate_photo",
            {"prompt": prompt, "sourceImageIndex": i, **extra, **options},
            f"image {i}",
        )
        for i in indices[:8]
    ]


def _between(clause: Clause, scene: Scene, indices: Sequence[int]) -> Step:
    arguments = {
        "prompt": f"a smooth change from the first picture to the second, {motion_in(clause)}",
        "sourceImageIndex": indices[0],
        "endImageIndex": indices[1],
        "frameRole": "both",
        **film_options(clause, scene, "animate_photo"),
    }
    return scene.call("animate_photo", arguments, f"image {indices[0]} into image {indices[1]}")
