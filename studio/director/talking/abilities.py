"""What can be done here, and what cannot: said when it is asked."""

import re
from collections.abc import Mapping

from studio.director.language.belongings import part_order
from studio.director.language.orders import order_first
from studio.director.language.retold import order_in
from studio.director.language.vocabulary import VERB
from studio.director.plan import sentence_list
from studio.director.reading import Turn
from studio.director.references.chosen import UNDO, undone

_MUSIC_VIDEO = "make the music video of a song you attach"
_CHANGES = "change them or a photo you attach"
_DEEDS = (
    (("generate_image",), "make pictures from words"),
    (("edit_image", "apply_style", "refine_result"), "change and restyle them"),
    (("restore_photo",), "restore old photos"),
    (("upscale_image",), "enlarge pictures"),
    (("remove_background", "segment_image"), "cut things out"),
    (("image_to_3d",), "make 3D models"),
    (("animate_photo",), "bring a picture to life"),
    (("generate_video",), "make films from words"),
    (("sound_to_video",), _MUSIC_VIDEO),
    (("generate_music",), "make music"),
    (("generate_speech",), "read words out"),
    (
        ("stitch_video", "extend_video", "overlay_video", "add_subtitles"),
        "join, extend and subtitle films",
    ),
    (("compose_lyrics", "compose_script"), "write lyrics and scripts"),
)

ABILITY = re.compile(
    r"\b(what (?:all |else )?can (?:you|u|i|we)(?: do| make| ask)?|(?:what )?(?:are )?(?:you|u) (?:able|capable)|"
    r"what (?:sorts?|kinds?|types?) of (?:things?|stuff|work|requests?) (?:can|could|do) (?:you|u|i|we)|"
    r"what do you do|can you do\??$|help me$|^help\b|how (?:does|do) (?:this|it|i|that) (?:work|use|start)|how do "
    r"i (?:use|begin|start)|"
    r"what(?:'s| is) possible|your (?:abilities|features|skills|options)|show me what (?:you|u)\b|"
    r"get(?:ting)? started|was "
    r"kannst du|que peux-tu|qué puedes)",
    re.I,
)

_QUESTION = re.compile(
    r"^(what|how|why|when|where|who|which|is|are|was|do(?! (?:an? |some |the )?(?:images?|pictures?|"
    r"photos?|drawings?|logos?|posters?|covers?)\b)|does|did|should (?:i|we)|(?:should|is|are|would|could|"
    r"does)n['’]?t|tell me|explain|calculate|"
    r"translate|say|sing|"
    r"define|solve|write(?= (?:me )?(?:code|an? (?:essay|e-?mail|poem(?!-)|letter|function|program|report|"
    r"haiku|limerick|sonnet|joke|recipe|tweet)))|search|"
    r"google|look up|book(?! (?:cover|illustration|jacket|title|page|mark))|order(?! (?:form|now))|buy|send|"
    r"remind|call|open)\b",
    re.I,
)

TASTELESS = "I have no taste: I can measure pictures, not like them. Name the one you like, and say what comes next."
_TASTE = re.compile(
    r"\b(?:which|what)\b.{0,30}\b(?:do|would) (?:you|u) (?:like|prefer|love|choose|pick|recommend)\b|"
    r"\b(?:which|what)(?: one| picture| image| version| clip)?(?:['’]s| is| looks?) (?:the )?(?:best|nicer|"
    r"nicest|better|prettiest)\b|"
    r"\bwhat(?:['’]?s| is| are) your (?:own )?(?:favou?rites?|opinion|taste)\b|\b(?:do|did) (?:you|u) (?:like|"
    r"love|enjoy)\b|\bwhat do "
    r"(?:you|u) think\b",
    re.I,
)
_BACK = re.compile(
    r"^(?:(?:please )?go back|undo|revert|roll back)(?: (?:it|that|this|one))?$", re.I
)

_TAKES = re.compile(
    r"^how long (?:does|do|will|would) (?:it|this|that|they|an? [\w-]+|videos?|pictures?|songs?|"
    r"films?) (?:usually )?take\b",
    re.I,
)

_DELETE = re.compile(
    r"^(?:delete|remove|trash|erase|bin)\b(?:(?!\b(?:from|in|of|on)\b).){0,12}\b(?:image|video|audio|picture|photo|"
    r"song|clip|file|conversation|"
    r"chat|history|everything|all)s?(?:\s?[-−]?\d+)?$",
    re.I,
)


def ability(tools: Mapping[str, object], idea: str = "") -> str:
    """What can be asked for with these tools and how, after `idea` where one fits who asks."""
    told = possible(tools)
    if told == _NOTHING_TO_USE:
        return told
    drawn = "generate_image" in tools
    first = f"{idea} " if idea and drawn else ""
    example = " For example: “four versions of a lighthouse poster”." if drawn and not idea else ""
    return (
        f"{first}{told}{example} Say what you would like in plain words; every result has a number you can "
        "point at."
    )


def possible(tools: Mapping[str, object]) -> str:
    """The deeds these tools can do, in a sentence."""
    deeds = [deed for names, deed in _DEEDS if any(name in tools for name in names)]
    pictures = tools.get("generate_image")
    members = pictures.get("properties") if isinstance(pictures, Mapping) else None
    if isinstance(members, Mapping) and "sourceImageIndex" in members and len(deeds) < 5:
        deeds.insert(1, _CHANGES)
    if {"generate_image", "animate_photo"} <= set(tools) and _MUSIC_VIDEO not in deeds:
        deeds.append(_MUSIC_VIDEO)  # that tool is offered once there is a song
    return f"I can {sentence_list(deeds)}." if deeds else _NOTHING_TO_USE


_NOTHING_TO_USE = (
    "I can talk about what is here, but I have nothing to make things with just now. Ask again in a new "
    "message."
)


def unanswerable(turn: Turn, text: str) -> str:
    if _TASTE.search(text) and not re.search(
        rf"[?,.] (?:please |then |so |and )?{VERB}\b", text, re.I
    ):
        return TASTELESS
    if _BACK.match(text) or UNDO.match(text):
        before = undone(turn)
        if before:
            return f"Nothing is overwritten: {before[0]} {before[1]} is as it was, and your next wish goes on from it."
        return "Nothing is overwritten: every earlier result keeps its number. Name the one to go on from."
    if _CHANGED.match(text) and (told := _last_change(turn)):
        return told
    if _TAKES.match(text):
        return "That depends on what is made and on how much waits before it; each piece shows how far it is."
    if _DELETE.match(text):
        return "I cannot delete things; use the delete button beside the picture, film or sound."
    if turn.media and _OF_A_PART.match(text):
        return ""
    if _SING_IT.match(text) and turn.past and turn.past[0].tool == "compose_lyrics":
        return ""
    asked = _QUESTION.match(text) and not part_order(text)  # "open door" is a part as it is to be
    if asked and order_first(text) == text and not _could_be_made(text):
        return f"{NO_ANSWER} {ability(turn.tools)}"
    return ""


NO_ANSWER = "I have no answer to that: I follow requests, I do not know things."
_OF_A_PART = re.compile(  # what is to be done to a thing that is seen
    r"^open (?:the|his|her|its|their) (?!(?:file|link|app|page|site|image|picture|video|chat|menu)\b)[\w-]+",
    re.I,
)
_SING_IT = re.compile(r"^sing (?:it|that|them|this|the \w+)\b", re.I)
_CHANGED = re.compile(
    r"^(?:and |so |but )?what (?:did (?:you|u)|have you|has)(?: just)? chang\w*\b|^what(?:['’]?s| is) (?:different|new)"
    r"(?: now)?$",
    re.I,
)


def _last_change(turn: Turn) -> str:
    """What the newest call made, from what and by which words; empty when the conversation has none."""
    past = next((one for one in turn.past if one.made), None)
    if past is None:
        return ""
    kind, index = past.made[0]
    shown, order = order_in(str(past.arguments.get("prompt") or ""))
    source = past.arguments.get("sourceImageIndex")
    start = f" from image {source}" if source is not None else ""
    return f"{kind.capitalize()} {index} was made{start} with the words “{order or shown}”."


def _could_be_made(text: str) -> bool:
    """Whether a sentence that begins like a question or another trade's order is a request for this one."""
    return bool(
        re.search(r"\b(again|instead)\b", text, re.I)
        or re.match(
            r"^send\b.{0,30}\b(?:image|video|audio|picture|photo|clip|song|it|this|that|them)\b",
            text,
            re.I,
        )
        or re.match(
            r"^send (?:me |us )?(?:an?|some|two|three) (?!.*\bto (?:my|his|her|the|@))[\w' -]{0,40}"
            r"\b(?:pictures?|pics?|photos?|postcards?|posters?|cards?|songs?|videos?|clips?)\b",
            text,
            re.I,
        )
        or re.match(
            r"^(?:say|sing)\b.{0,6}[\"“:]|^say\b|^(?:is it possible|are you able|do (?:it|the|that|this|an?|some|"
            r"you think|me|us|\d|two|three|four)|which)\b",
            text,
            re.I,
        )
        or re.match(
            r"^what happens (?:next|then|after)\b|^what if\b|^what would (?:it|this|that|image)",
            text,
            re.I,
        )
        or re.match(
            r"^(?:how|what) (?:would|might|could)\b.{0,200}\blook\b|^(?:what|where)\b.*[.?!] (?:please )?show\b",
            text,
            re.I,
        )
        or re.search(rf"\?\s(?:please |then |so )?{VERB}\b", text, re.I)
        or re.match(r"^do something\b", text, re.I)
        or re.match(r"^sing\b.*\b(?:song|this|lyrics)\b", text, re.I)
    )
