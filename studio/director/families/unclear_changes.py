"""Wishes for a change that nobody could make as it was said: a question, for a guess would be paid."""

import re

from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.styles import COLOUR
from studio.director.plan import Found, Scene, Unclear
from studio.director.references.pointing import named

COLOUR_NAMED = re.compile(rf"\b{COLOUR}\b", re.I)

_PART_UNTOLD = re.compile(  # what should be there instead is not said
    r"^(?:change|redo|remake|fix|improve|replace|make a (?:different|new|another|better)|i (?:don['’]?t|do not) "
    r"like|another|a "
    r"different|a new|a better) (?:the |its )?(?:end|ending|last part|beginning|start|opening|intro|outro|first "
    r"part|middle)"
    r"(?: part)?(?: of (?:it|the [\w ]{2,20}))?(?: please)?$",
    re.I,
)
_NOTHING_TOLD = re.compile(
    r"^(?:(?:without|with|move|change|turn|more of|less of|use) (?:it|that|this|them|these|those)|more variety|"
    r"(?:show it )?as an? (?:picture|image|photo))$",
    re.I,
)
_NOT_THAT = re.compile(
    r"^(?:no )?not the [\w -]{2,20}[,.]? (?:(?:but|i mean[t]?) )?(?:the|his|her|its) [\w -]{2,20}$",
    re.I,
)
_OF_SEVERAL = re.compile(
    r"^(?:(?:swap|mix|merge|combine|both of|show both of) (?:them|these|those)|both)$", re.I
)
_SOUND = re.compile(
    r"^(?:(?:make it|a (?:bit|little)|much|way|still|too|please) )*(?:louder|quieter|loud|quiet)(?: please)?$|"
    r"^(?:no|without|less|more|remove the|turn (?:down|up|off) the) (?:music|sounds?|noise|audio|voices?|"
    r"volume)(?: please)?$",
    re.I,
)
_ALONE = re.compile(  # words that only mean something of what is there
    r"^(?:(?:the )?(?:very |exact )?same(?: (?:thing|one|again))?(?:,? but)? .{2,40}|"
    r"(?:start|begin|end|stop)s? (?:(?:a (?:bit|little)|much) )?(?:earlier|later|sooner)|"
    r"(?:finish|end|complete|repeat|continue|improve|shorten|lengthen) (?:it|that|this|them)|"
    r"(?:(?:a (?:bit|little)|more|further|slightly|much|way) )+(?:to the |to |on the )?(?:left|right|up|down|"
    r"higher|lower|back|"
    r"forward|top|bottom)|"
    r"(?:an? (?:third|quarter|half|fifth|lot|tad|touch)|twice|half|\d{1,3} ?%|\d ?x) (?:as )?(?:fast|slow|long|"
    r"short|big|small|"
    r"high|low|loud|quiet)(?:er)?|"
    r"(?:more )?(?:at|on|in|to|from) the (?:very )?(?:bottom|top|left|right|middle|cent(?:er|re)|back|front|corner|"
    r"side|"
    r"beginning|end)|"
    r"in (?:english|german|french|spanish|italian|dutch|portuguese|polish|turkish|russian|japanese|chinese)|"
    r"(?:(?:much|a bit|even) )?(?:better|higher|lower|more|less|worse) (?:quality|resolution|variety|detail|of "
    r"(?:it|that|this))|"
    r"(?:and )?the other(?: one| ones)?|as an? (?:picture|image|photo|video|film|song|clip|file))$",
    re.I,
)
_COLOUR_UNTOLD = re.compile(
    r"^(?:change|swap|alter|switch|modify) (?:the|its|his|her|their) colou?rs?"
    r"(?: (?:of|on|in) (?:(?!to\b|into\b)[\w'’-]+ ?){1,5})?(?: please)?$",
    re.I,
)
WHICH_COLOUR = Unclear("Which colour should it be?")
WHICH_AND_COLOUR = Unclear("Which picture do you mean, and which colour should it be?")
_FRAME = re.compile(
    r"^(?:(?:give|show|save|get|can i have|i want)(?: me)? )?(?:the )?(?:last|first|final|middle) frame"
    r"(?: (?:as|in) (?:an? )?(?:picture|image|still|photo|file))?$",
    re.I,
)
_NO_FRAMES = Unclear(
    "Nothing here takes single frames out of a film. Shall I go on from the picture it was made from?"
)
_OF_A_PART = Unclear(
    "What should be there instead? Say what is to be seen or heard, and when it begins."
)
_NO_SOUND = Unclear("A picture makes no sound. What should change about it, or shall it move?")


def unclear(clause: Clause, scene: Scene) -> Found:
    """A question about the newest thing, where words tell that something should be different but not how."""
    text = bared(clause.bare)
    if _COLOUR_UNTOLD.match(text) and scene.newest_kind(("image", "video")) == "image":
        return _colour_of(text, scene)
    if scene.steps or scene.turn.attached or clause.quotes:
        return None
    kind = scene.newest_kind(("image", "video", "audio"))
    if kind == "video" and _FRAME.match(text.rstrip("?")):
        return _NO_FRAMES
    if kind and _PART_UNTOLD.match(text):
        return _OF_A_PART
    alone = len(scene.now("image")) < 2
    if kind == "image" and (
        _NOTHING_TOLD.match(text)
        or _NOT_THAT.match(scene.turn.text.strip(" .!"))
        or (alone and _OF_SEVERAL.match(text))
    ):
        return Unclear("What exactly should be different on it?")
    heard = scene.now("audio") or scene.now("video")
    silent = kind == "image" and not heard
    return _NO_SOUND if silent and (_SOUND.match(text) or _SOUND.match(clause.bare)) else None


def _colour_of(text: str, scene: Scene) -> Unclear | None:
    """Which colour is meant, and which picture where several could be; nothing where words name it after all."""
    if COLOUR_NAMED.search(text):
        return None
    one = len(scene.now("image")) == 1 or len(scene.attached("image")) == 1
    return WHICH_COLOUR if one or named(text, "image") else WHICH_AND_COLOUR


def means_nothing_alone(text: str, scene: Scene) -> bool:
    """Whether words can only be meant of what is there, so that no picture is drawn of them."""
    return bool(scene.turn.past) and bool(_ALONE.match(bared(text)))


def without_effect(index: int) -> Unclear:
    """The question where a deed would only be done again as it was."""
    return Unclear(
        f"Making video {index} once more changes nothing of that. What should be different: how it looks, its length, "
        "or the film it was made from?"
    )
