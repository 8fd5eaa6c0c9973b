"""Deeds that no tool does: said at once, so that nothing else is made in their place."""

import re

from studio.director.language.clauses import Clause
from studio.director.language.vocabulary import FILM
from studio.director.plan import Found, Scene, Unclear, Unsupported
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import meant
from studio.director.references.topic import speaks_of_sound

_FILM = rf"(?:{FILM}|it|this|that)"
_DEEDS = (
    (rf"^(?:remove|mute|strip|delete|take out|silence|get rid of)\b.{{0,20}}\b(?:audio|sound|music|"
     rf"voice)\b.{{0,16}}\b{_FILM}\b|^mute\b",
     "take the sound out of films"),
    (rf"^(?:trim|crop|cut)\b.{{0,30}}\b{_FILM}\b.{{0,24}}\b(?:to|from|after|at|by|down)\b.{{0,12}}\d+[\s-]*(?:s|"
     rf"secs?|seconds?)\b"
     r"|^(?:trim|cut)(?: off| away)? the (?:first|last|beginning|end|start)\b(?!.*\breplac)"
     r"|^(?:cut|take|leave|trim|edit) out (?:the (?:part|bit|piece|section)|(?:the )?(?:first |"
     r"last )?seconds?)\b(?!.*\breplac)",
     "cut films shorter"),
    (rf"^turn (?:the|its) (?:volume|music|sound|song|audio)\b.{{0,20}}\b(?:up|down)\b|"
     rf"^make (?:it|this|that|the (?:{FILM}|music|song|sound|audio|volume)) (?:a (?:bit|little) |much |even "
     rf")?(?:louder|quieter)$|"
     rf"^(?:lower|raise|turn (?:up|down)|increase|decrease|reduce|boost|soften)\b.{{0,16}}\b(?:volume|music|sound|song|"
     rf"voices?|audio|track)\b.{{0,30}}(?:\b{_FILM}|$)", "change how loud a film is"),
    (rf"^(?:reverse|loop)(?: (?:it|this|that|them)| (?:(?:the|my|this|that|our) )?(?:[\w-]+ ){{0,2}}?(?:{FILM}|image)"
     rf"(?: \d+)?)$|^play\b.{{0,30}}\bbackwards?\b|"
     rf"^(?:make|let|have) (?:it|this|that|(?:the|my|this|that) (?:[\w-]+ ){{0,2}}?{FILM}(?: \d+)?) loop\b|"
     r"^(?:put|play|set)\b.{0,30}\b(?:on|in) (?:a )?loop\b", "reverse or loop films"),
    (r"(?:^|\b(?:make|let|have|add|with)\b.{0,30}\b)fad(?:e|ing)[ -](?:(?:it|them|this|that|(?:the|my) [\w-]+) )?"
     r"(?:in|out|to (?:black|white))\b(?! (?:the|a|an|this|my) )(?!.*\bbetween\b)",
     "fade films or songs in or out"),
    (rf"^(?:add|put|insert|play|have)\b.{{0,24}}\b(?:laugh(?:ter|ing)|applause|footsteps|sirens?|white noise|"
     rf"barking|sound effects?|sfx)\b.{{0,24}}\b(?:{FILM}|sound|audio)\b|\b(?:sound effects?|sfx|foley)\b",
     "make noises and sound effects"),
    (r"^(?:(?:make|put|combine|show|arrange|turn|place) )?(?:them|all|both|these|the (?:two|three|"
     r"four))\b.{0,30}\b(?:collage|"
     r"side by side|grid|as a set|one (?:sheet|page)|next to each other)\b|^(?:show (?:me |us )?)?(?:the )?before "
     rf"and after\b(?!.*\b{FILM}\b)",
     "put several pictures side by side"),
    (r"^(?:let (?:me|us)|i want to|can (?:i|we)) (?:hear|listen to) (?:it|him|her|them|this|that)\b|^play (?:it|"
     r"him|her|them)$",
     "make noises and sound effects"),
    (r"^(?:transcribe|write down what|caption automatically)\b|\bwhat (?:do|does|is|are) .{0,24}\b(?:sing|say|"
     r"singing|saying|said)\b",
     "hear what is said in a recording"),
    (r"^(?:convert|export|save)\b.{0,30}\b(?:to|as|into) (?:an? )?(?:gif|mp3|wav|pdf|psd|svg|avi|mkv|"
     r"zip)\b", "convert files"),
    (r"\bfile ?size\b|^(?:make|get|keep) (?:the |these |those |that |this )?(?:(?:image|video|audio) )?files? "
     r"(?:(?:a bit|much|way) )?(?:smaller|lighter|bigger)\b|^compress (?:it|this|that|them|the [\w ]{2,30})$",
     "make files smaller"),
    (r"^(?:download|share|e-?mail|print(?!.{1,40} on(?:to)? (?:an?|my|the) (?!paper|printer))|"
     r"post|upload|publish|send|save(?= (?:it|this|that|"
     r"them)$))\b.{0,30}\b(?:images?|pictures?|videos?|clips?|"
     r"songs?|it|them|this|that|files?)\b",
     "download or send files for you"),
)  # fmt: skip

_SONG_CUT = re.compile(
    r"^(?:trim|cut|crop|shorten|clip) "
    r"(?!.{0,80}\b(?:into|as) (?:an? )?(?:[\w-]+ ){0,3}?(?:clip|video|film|movie)\b)",
    re.I,
)
_ANOTHER_LENGTH = Unclear(
    "Nothing here cuts a song. Shall I make it once more at another length, or a film to just that part of it?"
)
_PART_OF_A_FILM = Unclear(
    "Nothing here cuts a song. A film to it can begin and end where you say: shall I make one, and what should it show?"
)


def _song_cut(clause: Clause, scene: Scene) -> Unclear | None:
    """What can be done in place of a song made shorter; None when it is about something else."""
    if not _SONG_CUT.match(clause.bare) or not speaks_of_sound(clause.bare, scene):
        return None
    if "video" in kinds_named(clause.bare):
        return None
    found = meant(clause.bare, scene, "audio")
    if isinstance(found, Unclear):
        return found
    return _PART_OF_A_FILM if found and found[0] < 0 else _ANOTHER_LENGTH


_WITH_MUSIC = re.compile(
    r"^(?:(?:and|but|maybe|also) )*with (?:(?:some|a|an|background|nice|calm|happy|sad) )*(?:music|sounds?|soundtrack|"
    r"voice[- ]?over|narration)$",
    re.I,
)
_ATTACH_A_SONG = Unclear(
    "Nothing here makes music. Can you attach a song? Then I make a film to it, in the look of a picture that is here."
)


def unsupported(clause: Clause, scene: Scene) -> Found:
    """What cannot be done at all, whatever is on offer."""
    if not any(scene.now(kind) for kind in ("image", "video", "audio")):
        return None
    if re.search(r"\bresolution\b|\bup-?scal|\benlarg", clause.bare, re.I):
        return None
    if scene.newest_kind(("image", "video")) == "image" and re.match(
        r"^(?:loop|(?:make|let|have) (?:it|this|that) loop)\b", clause.bare, re.I
    ):
        return None
    music = scene.offers("generate_music") or scene.now("audio")
    if _WITH_MUSIC.match(clause.bare.rstrip("?")) and not music:
        return _ATTACH_A_SONG
    if question := _song_cut(clause, scene):
        return question
    deed = next((one for pattern, one in _DEEDS if re.search(pattern, clause.bare, re.I)), "")
    return Unsupported(deed) if deed else None
