"""What is heard gets something to be seen: "put it over a picture of a lake", "something to look at while it plays"."""

import re

from studio.director.families.pictures.pictures import picture_of
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.motion import USUAL
from studio.director.language.vocabulary import FILM, SONG
from studio.director.plan import Found, Scene, Unclear
from studio.director.references.pointing import meant

_HEARD = (
    rf"(?:it|this|that|(?:the|this|that|my) (?:[\w-]+ )?(?:{SONG}|voice|recording|speech|reading|announcement|"
    r"narration|message|audio|sound))"
)
_SEEN = rf"(?:pictures?|images?|photos?|paintings?|drawings?|illustrations?|animations?|scenes?|visuals?|{FILM})"
_LAID = re.compile(
    rf"^(?:(?:put|lay|play|use|set|show|combine|have) )?{_HEARD} (?:over|on(?:to)?|to|with|under|behind|as the "
    rf"sound of) "
    rf"(?:(?:an?|some) )(?:[\w-]+ )?{_SEEN} (?:of|with|showing|that shows) (?P<what>.{{2,200}})$",
    re.I,
)
_MEANWHILE = re.compile(
    rf"^(?:(?:make|give|show|add|i need|we need)(?: me| us)? )?(?:(?:an?|some) (?:[\w-]+ )?{_SEEN}|something)"
    rf"(?: to (?:look at|see|watch|show|go with it|go with the \w+))?"
    rf"(?: (?:while|when|as|during) {_HEARD}(?: (?:is )?(?:plays|playing|goes on|runs|lasts))?| with it| for it)?"
    r"(?: ?[,:.-] ?| (?=of |with |showing ))(?:like |of |with |showing |maybe |perhaps ){0,3}(?P<what>.{2,200})$",
    re.I,
)
_SPEAKER = re.compile(
    r"^(?:make|let|have) (?P<who>him|her|it|them|the [\w-]+(?: [\w-]+)?) (?:say|speak|read|sing|tell) (?:it|that|"
    r"this|the \w+)"
    r"(?: (?:in|on|to|with) [\w ]{2,40})?$",
    re.I,
)
_OVER_IT = re.compile(
    rf"^(?:(?:let|have|make|put|lay|play|use) )?{_HEARD}(?: play| run| sound| be heard)? (?:over|on(?:to)?|to|with|"
    rf"under|behind) "
    r"(?P<seen>it|(?:the|this|that|my) [\w' -]{2,40})$",
    re.I,
)
_POINTS = re.compile(  # at a picture that is there
    r"(?:it|this|these|those|them)\b|that (?!moment\b)|(?:the|my|our) (?:[\w-]+ ){0,2}?(?:pictures?|images?|photos?|"
    r"paintings?|drawings?|one)\b",
    re.I,
)
_WITH_IT = re.compile(rf",? (?:with|to|for|over) {_HEARD}$", re.I)
_WHO = {"him": "he", "her": "she", "it": "it", "them": "the one in front"}
_MOST_S, _LEAST_S = 30.0, 2.0


def pictured(clause: Clause, scene: Scene) -> Found:
    """A picture of what is told, and the film from it to the sound that was made last."""
    if scene.turn.attached or not scene.offers("generate_image", "sound_to_video"):
        return None
    text = bared(clause.text)
    if (speaker := _SPEAKER.match(text)) and scene.now("image") and scene.now("audio"):
        return _spoken_by(speaker["who"], scene)
    if (over := _OVER_IT.match(text)) and scene.now("audio") and not scene.now("video"):
        return _spoken_by("", scene, over["seen"])
    if scene.newest_kind(("image", "video", "audio")) != "audio":
        return None
    told = _LAID.match(text) or _meanwhile(text)
    heard = meant("it", scene, "audio")
    if told is None or isinstance(heard, Unclear) or not heard or _is_there(told["what"], scene):
        return None
    shown = _WITH_IT.sub("", told["what"])
    step = picture_of(shown, scene, {"aspectRatio": "16:9"})
    after = scene.then(step)
    known = scene.medium("audio", heard[0])
    seconds = known.seconds if known and known.seconds else _MOST_S
    arguments = {
        "prompt": shown,
        "audioSourceIndex": heard[0],
        "sourceImageIndex": after.last_batch("image")[0].index,
        "duration": round(min(max(seconds, _LEAST_S), _MOST_S), 2),
    }
    return [step, after.call("sound_to_video", arguments, f"audio {heard[0]}")]


_OF_A_PICTURE = re.compile(
    rf"(?P<which>(?:it|this|that|him|her|them|(?:the|this|that|my|our) [\w'-]+(?: [\w'-]+){{0,2}}?))"
    rf"(?:,? (?:with|to|and|for) {_HEARD}\b|$)|{_HEARD} (?:and|with) (?:the|this|that|my|our) ",
    re.I,
)


def _is_there(what: str, scene: Scene) -> bool:
    """Whether a picture that is there is to be seen with what is heard, so that none is to be made."""
    return bool(_POINTS.match(what) or (scene.now("image") and _OF_A_PICTURE.match(what)))


def _spoken_by(who: str, scene: Scene, picture: str = "it") -> Found:
    """The film from a picture to what was heard last, which somebody on it may say."""
    heard, seen = meant("it", scene, "audio"), meant(picture, scene, "image")
    if isinstance(heard, Unclear) or isinstance(seen, Unclear) or not heard or not seen:
        return None
    known, shown = scene.medium("audio", heard[0]), scene.medium("image", seen[0])
    seconds = known.seconds if known and known.seconds else _MOST_S
    speaks = f"{_WHO.get(who.lower(), who)} speaks, the lips move with the words"
    arguments = {
        "prompt": speaks if who else (shown.shown if shown else "") or USUAL,
        "audioSourceIndex": heard[0],
        "sourceImageIndex": seen[0],
        "duration": round(min(max(seconds, _LEAST_S), _MOST_S), 2),
    }
    return [scene.call("sound_to_video", arguments, f"audio {heard[0]}")]


def _meanwhile(text: str) -> re.Match[str] | None:
    """Something to be seen, where the words say that it goes with what is heard."""
    told = _MEANWHILE.match(text)
    goes_with = re.search(
        rf"\b(?:while|when|as|during|with|for) {_HEARD}\b|\bto go with\b|\bto (?:look at|watch)\b",
        text,
        re.I,
    )
    return told if told and goes_with else None
