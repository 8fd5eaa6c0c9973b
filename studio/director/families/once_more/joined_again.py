"""Films that were joined, joined anew: the other way round, with another transition, with or without the song."""

import re
from typing import Any

from studio.director.families.films.joining import transition_in
from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.remake_words import kept, past_of
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.music_words import heard
from studio.director.plan import Found, Scene, Unclear, Unsupported, sentence_list

_TURNED = re.compile(
    r"^(?:(?:in|put|play|make|do|switch|swap|change|reverse|turn|the|them|it|both|clips?|films?|videos?|parts?) ){0,5}"
    r"(?:(?:the )?other way (?:a?round)|(?:(?:the )?(?:reverse[d]?|opposite|other) )?order|a?round|reversed|swapped|"
    r"backwards?)$|^(?:(?:with|put|start with|begin with) )?the (?:second|last|other)(?: (?:one|clip|film|"
    r"video))?(?: (?:first|"
    r"at the (?:front|beginning|start)|in front))?$|^(?:second|last)(?: (?:one|clip|film|video))? first$|"
    r"^(?:swap|switch|flip) (?:them|it|the (?:order|clips|films|videos|two))(?: a?round)?$",
    re.I,
)
_GOES_OVER = re.compile(
    r"\b(?:transitions?|cross-?fad\w*|dissolv\w*|wip\w+|fad\w+|cuts?|blend\w*)\b", re.I
)
_AROUND = re.compile(
    r"\b(?:make|use|with|without|no|any|do|have|let|put|add|an?|the|it|them|be|between|hard|soft(?:er)?|smooth(?:er)?|"
    r"slid\w+|short(?:er)?|long(?:er)?|quick(?:er)?|slow(?:er)?|instead|please|to|from|left|right|up|down|clips|films|"
    r"\d[\d.]*|s|secs?|seconds?|straight|of|in|and|bit)\b|[\s,.!-]",
    re.I,
)
_SOFTLY = re.compile(r"\b(?:soft|smooth|gentl)\w*\b", re.I)
_NO_SONG = re.compile(
    r"^(?:(?:but|now|again|make it|the same|and|please) )*(?:without|no|remove|drop|lose|take out|leave out)"
    r"(?: (?:the|any|that))?(?: (?:background|new))? (?:it|that|music|songs?|tracks?|sound ?track|piano|beat|audio)"
    r"(?: (?:again|please|this time|after all|under it|from it))*$",
    re.I,
)
_OTHER_SONG = re.compile(  # "something jazzy", "calmer music"
    r"^(?:(?:with|use|try|take|make it|rather|maybe) )*(?P<thing>something )?(?:some |an? )?(?:(?:more|a bit|much) )*"
    r"(?P<what>(?!(?:else|different|new|better|other|like)$|(?:the|this|that|my|no|without|same)\b)(?:[\w&-]+ "
    r"){0,2}?[\w&-]+?)(?P<song> (?:music|songs?|tunes?|track|beat|"
    r"soundtrack))?$",
    re.I,
)
_USUAL_S, _LEAST_S, _MOST_S = 0.5, 0.2, 2.0


def joined_again(clause: Clause, scene: Scene) -> Found:
    """The newest joining with what the words change of it."""
    past = newest_deed(scene, "stitch_video")
    videos = past.arguments.get("videoIndices") if past else None
    if past is None or not isinstance(videos, list):
        return None
    text, arguments = bared(clause.bare), kept(past.arguments)
    if len(videos) == 1 and "audioIndex" in arguments and (sound := _other_sound(text)):
        if re.fullmatch(r"(?:quiet|loud|soft)er", sound, re.I):
            return Unsupported("change how loud a film is")
        return _scored(sound, videos[0], scene)
    if (
        len(videos) == 1
        and not _NO_SONG.match(text)
        and (joined := _joined_before(videos[0], scene))
    ):
        arguments |= joined  # a song was laid under what had been joined
        videos = arguments["videoIndices"]
    if _NO_SONG.match(text):
        if len(videos) == 1:
            return Unclear(
                f"Video {videos[0]} is the same film without it, and still there. What shall I do with it?"
            )
        arguments.pop("audioIndex", None)
    elif _TURNED.match(text) and len(videos) > 1:
        arguments["videoIndices"] = videos[::-1]
    elif _GOES_OVER.search(text) and not _AROUND.sub("", _GOES_OVER.sub("", text)):
        arguments["transition"] = _goes_over(text, arguments.get("transition"))
    else:
        return None
    told = {name: value for name, value in arguments.items() if value is not None}
    names = sentence_list([*map(str, told["videoIndices"])])
    return [scene.call(past.tool, told, f"videos {names}")]


def _other_sound(text: str) -> str:
    """What is to be heard under the film in place of what is; empty for other words."""
    told = _OTHER_SONG.match(text)
    if told is None or not (told["song"] or told["thing"]):
        return ""
    what = re.sub(r"^(?:other|another|different)\b ?", "", told["what"], flags=re.I)
    return what if told["song"] or heard(what) or len(what.split()) == 1 else ""


def _scored(sound: str, video: int, scene: Scene) -> Found:
    """A piece that is made anew, and the film with it."""
    if not scene.offers("generate_music"):
        return None
    piece = scene.call("generate_music", {"prompt": f"{sound} music"}, f"{sound} music")
    after = scene.then(piece)
    under = {"videoIndices": [video], "audioIndex": after.last_batch("audio")[0].index}
    return [piece, after.call("stitch_video", under, f"video {video}")]


def _joined_before(video: int, scene: Scene) -> dict[str, Any]:
    """What a film was joined of, and how; empty where it was not."""
    past = past_of(scene, "video", video)
    joined = past is not None and past.tool == "stitch_video"
    told = kept(past.arguments) if past and joined else {}
    return told if len(told.get("videoIndices") or ()) > 1 else {}


def _goes_over(text: str, before: Any) -> dict[str, Any] | None:
    """The transition that is told, or the one before at another length."""
    told = transition_in(text)
    if told is None and _SOFTLY.search(text):
        told = {"type": "fade"}
    if told is None or not isinstance(before, dict) or "durationSeconds" in told:
        return told
    pace = values.pace_in(text)
    named = not re.search(r"\btransitions?\b", text, re.I)
    if pace == 1.0:
        return told if named else {**before, **told}
    length = float(before.get("durationSeconds", _USUAL_S)) * pace
    return {**before, "durationSeconds": round(min(max(length, _LEAST_S), _MOST_S), 2)}
