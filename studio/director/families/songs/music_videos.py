"""A film to a song: pictures that set the look, then the film."""

import re
from dataclasses import replace

from studio.director.families.films.film_shapes import in_shape
from studio.director.families.once_more.remake_words import past_of
from studio.director.families.pictures.pictures import earlier_size, picture_of
from studio.director.families.songs.music_video_wishes import (
    SINGS,
    mood_in,
    wants_film,
    wants_singing,
)
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.handing_over import hands_over
from studio.director.language.song_times import song_part, without_times
from studio.director.language.statements import is_talk
from studio.director.language.subjects import sized_out, without_length
from studio.director.language.variations import branched, names_a_time
from studio.director.language.vocabulary import EDGES, FILM, SONG
from studio.director.plan import Found, Scene, Step, Unclear, Unsupported
from studio.director.reading import Medium
from studio.director.references.naming import by_name
from studio.director.references.pointing import meant, missing, named
from studio.director.references.topic import speaks_of_sound

MOST_SONG_S, SHORTEST_S = 30.0, 2.0
_FILM = rf"(?:{FILM}|visuali[sz]ers?)"
_STILLS = (
    r"(?:image|picture|photo|portrait|poster|cover|artwork|drawing|painting|logo|illustration)s?"
)
_COVER = re.compile(r"\b(?:covers?|artwork|album art|single)\b", re.I)
LOOKS = ("wide opening view at dusk", "close view full of light", "night view under a large moon")
LOOKS_OF_THAT_TIME = (
    "wide opening view",
    "close view in fine detail",
    "view from above",
)  # where the wish says when
SCENE = "a lighthouse coast with a wide sea and drifting clouds, cinematic"
IN_TIME = "slow movement in time with the music"
NO_SONG = Unclear("I need the song for that. Can you attach it as a file?")
MUSIC_VIDEO = re.compile(
    rf"\b(?:to|with) the (?:beat|rhythm) of\b|\bmusic[\s-]?(?:video|vid|clip|film)|\blyric video|\bvisuali[sz]er|"
    rf"\b{_FILM}\b.{{0,30}}\b(?:to|for|of|from|with|"
    rf"out of|set to|using) (?:the |this|that|my|our|a )?\s?(?:\w+ ){{0,2}}{SONG}\b"
    rf"|\b{SONG}\b(?:\s?[-−]?\d+)?.{{0,30}}\b(?:into|as|to)\b.{{0,16}}\b{_FILM}\b|\blip[- ]?sync\w*|\b(?:make|let|"
    rf"have)\b.{{0,40}}\bsing\b.{{0,30}}\b(?:{SONG}|to)\b"
    rf"|\b{_FILM}\b.{{0,40}}\band (?:the|this|that|my|our) (?:\w+ )?{SONG}\b"
    rf"|\b(?:this|that|my|the) (?:\w+ )?{SONG}\b.{{0,20}}\bfor\b.{{0,16}}\b{_FILM}\b"
    rf"|\bvisuals? (?:for|to) (?:the|this|that|my)\b.{{0,16}}{SONG}",
    re.I,
)

_ANY_MUSIC = re.compile(
    rf",? ?\b(?:with|and) (?:an? |some )?(?!(?:the|this|that|my|our|your) )(?:[\w-]+ ){{0,2}}?{SONG}\b",
    re.I,
)
_HALF = re.compile(
    r"\b(?:(?:only|just|use|of|for) ){0,2}the (?:first|second|last|other) half\b(?: of (?:it|the \w+))?",
    re.I,
)
_PART_TO_FILM = re.compile(  # a song cannot be cut, but a film can use a part of it
    rf"^(?:trim|cut|crop|shorten|edit) (?P<song>.{{1,60}}?) (?:into|as) (?:an? )?(?:[\w-]+ ){{0,3}}?{_FILM}\b",
    re.I,
)


_FOR_THE_SONG = re.compile(
    rf",? (?:for|to|with|and) (?:my|our|the|this|that) (?:[\w-]+ )?{SONG}$", re.I
)
_POINTS = re.compile(r"(?:that|this|the|my|our) [\w-]+(?: (?:picture|image|one|cover|art))?", re.I)


def music_video(clause: Clause, scene: Scene) -> Found:
    """Pictures that set the look, then the film to the song; one step when a picture was given."""
    text = clause.bare
    sings, wished = wants_singing(clause, scene), wants_film(clause, scene)
    if not _to_a_song(clause, scene, asked=sings or wished):
        return None
    if not scene.now("audio"):
        return NO_SONG if not named(text, "audio") else missing(text, scene, "audio")
    found = meant(text, scene, "audio")
    if isinstance(found, Unclear):
        return found
    question = missing(text, scene, "image")
    if question is not None:
        return question
    if not scene.offers("sound_to_video"):
        return Unsupported("make films to music")
    song = scene.medium("audio", found[0])
    picture = _given_picture(clause, scene)
    theme = SINGS if sings else _shown(clause, song, wished=wished)
    theme = _FOR_THE_SONG.sub("", theme).strip(EDGES) or SCENE
    pointed = theme == SCENE or _POINTS.fullmatch(theme)
    if picture is None and pointed and theme != SCENE:
        there = by_name(theme, scene, "image", loosely=False)
        picture = there[0] if isinstance(there, list) and len(there) == 1 else None
    if pointed and picture is not None and (shown := scene.medium("image", picture)):
        theme = shown.shown or IN_TIME
    steps: list[Step] = []
    if picture is None and scene.offers("generate_image"):
        looks = _looks(clause, scene, theme)
        steps.append(looks)
        picture = scene.then(looks).last_batch("image")[0].index
    arguments = {
        "prompt": theme,
        "audioSourceIndex": found[0],
        "sourceImageIndex": picture,
        **_part_of(song, text),
    }
    lines = values.lines_in(text)
    arguments |= {"targetResolution": lines} if lines else {}
    size = {} if steps else values.size_in(without_times(text))
    return [*steps, *in_shape(scene, "sound_to_video", arguments, f"audio {found[0]}", size)]


def _to_a_song(clause: Clause, scene: Scene, *, asked: bool) -> bool:
    """Whether a film to a song that is there, or should be, is wished; `asked`: it came with the song."""
    text = clause.bare
    if re.match(r"(?:add|put|lay)\b", text, re.I) and scene.now("video"):
        return False  # a song under a film
    part = _PART_TO_FILM.match(text)
    if asked or (part and speaks_of_sound(f"trim {part['song']}", scene)):
        return True
    # a film with any music is a film
    return bool(MUSIC_VIDEO.search(text if scene.now("audio") else _ANY_MUSIC.sub("", text)))


def _part_of(song: Medium | None, text: str) -> dict[str, float | None]:
    """Where in the song the film begins and how long it is, in seconds."""
    whole = song.seconds if song else None
    start, told = song_part(text, whole)
    if start is None and whole and re.search(r"\b(?:second|last|other) half\b", text, re.I):
        start = round(whole / 2, 2)
    left = max(whole - (start or 0), SHORTEST_S) if whole else MOST_SONG_S
    length = told or min(left, MOST_SONG_S)
    return {"audioStart": start, "duration": round(max(length, SHORTEST_S), 2)}


def _given_picture(clause: Clause, scene: Scene) -> int | None:
    """A picture attached, named by number, or spoken of."""
    given = scene.attached("image") or named(clause.bare, "image")
    if given:
        return given[0]
    if re.search(
        rf"\b(?:the|this|that|my|these|from|with) (?:[\w-]+ ){{0,4}}?{_STILLS}\b", clause.bare, re.I
    ):
        found = meant(clause.bare, scene, "image")
        return found[0] if isinstance(found, list) and found else None
    if re.search(
        r"^animate (?:the|it|this|that|him|her)\b|^(?:make|let|have) the .{1,30} (?:sing|lip)|"
        r"\b(it|him|her|them)\b.{0,12}\bsing|lip",
        clause.bare,
        re.I,
    ):
        found = by_name(clause.bare, scene, "image") or meant("it", scene, "image")
        return found[0] if isinstance(found, list) and found else None
    if _BOTH.search(clause.bare):
        found = meant("it", scene, "image")
        return found[0] if isinstance(found, list) and found else None
    made_into = _INTO_ONE.match(clause.bare) and not _theme(clause)
    return _made_into(scene) if made_into else _cover(scene)


_BOTH = re.compile(  # the picture and the song
    rf"\b(?:both|the two|the two of them)\b|\b{_FILM} (?:of|from|out of) (?:it|this|that|him|her|them) "
    r"(?:with|to|and|set to) (?:the|this|that|my|our)\b",
    re.I,
)
_INTO_ONE = re.compile(
    r"^(?:(?:now|and|then|please) )*(?:make|turn|use|put|set|do) (?:it|this|that|them|her|him|us)\b",
    re.I,
)


def _made_into(scene: Scene) -> int | None:
    """The picture that is made into the film: the newest one, or the one the newest film brought to life."""
    newest = next((one for one in scene.turn.recent if one[0] in ("image", "video")), None)
    if newest is None or newest[0] == "image":
        return newest[1] if newest else None
    past = past_of(scene, *newest)
    source = past.arguments.get("sourceImageIndex") if past else None
    return source if isinstance(source, int) else None


def _cover(scene: Scene) -> int | None:
    """The picture that was made right before the song came: a cover, or any where the song came without a wish."""
    newest = scene.turn.recent[0] if scene.turn.recent else ("", 0)
    known = scene.medium(*newest) if newest[0] == "image" and scene.attached("audio") else None
    if known is None or known.index < 0:
        return None
    return known.index if _COVER.search(known.prompt) or hands_over(scene.turn.text) else None


def _looks(clause: Clause, scene: Scene, theme: str) -> Step:
    size = values.size_in(without_times(clause.bare)) or earlier_size(scene)
    extra = {"numberOfVariations": len(LOOKS), **(size or {"aspectRatio": "16:9"})}
    ways = LOOKS_OF_THAT_TIME if names_a_time(theme) else LOOKS
    return replace(picture_of(branched(theme, len(LOOKS), ways), scene, extra), look=True)


def _shown(clause: Clause, song: Medium | None, *, wished: bool) -> str:
    """What the film shows: as it was said, else what the song is about, else the usual scene."""
    mood = mood_in(without_length(sized_out(without_times(clause.text)))) if wished else ""
    return mood or _theme(clause) or _after_the_song(clause) or _theme_of(song)


_SONG_FIRST = re.compile(
    r"^(?:this|that|it)(?: one)?\s?[,:;-]\s", re.I
)  # "of this, a forest at night"


def _theme(clause: Clause) -> str:
    """What the film is about, when a person said it; empty else."""
    for found in re.finditer(
        r"\b(?:about|with|showing|set in|featuring|in the style of|where|in which|of)\s((?s:.+))$",
        without_times(clause.text),
        re.I,
    ):
        told = _SONG_FIRST.sub("", found.group(1))
        theme = without_length(sized_out(told)).strip(EDGES)
        if theme and not re.match(
            rf"^@?(?:(?:this|that|my|the|it|a|an)\b ?)?(?:[\w-]+ ){{0,2}}?(?:{SONG}|{_STILLS})\b"
            rf"|^(?:it|this|that|both|the two|them)\b",
            theme,
            re.I,
        ):
            return theme
        rest = re.search(r"\b(?:with|about|showing|featuring|where)\s((?s:.+))$", theme, re.I)
        if rest and not re.match(
            rf"^(?:this|that|my|the) (?:[\w-]+ )?(?:{SONG}|image|picture|photo)\b",
            rest.group(1),
            re.I,
        ):
            return rest.group(1).strip(EDGES)
    return ""


def _after_the_song(clause: Clause) -> str:
    """What stands behind a comma, dash or colon: "a music video for the song, neon city at night"."""
    told = re.search(
        rf"\b(?:{SONG}|{_FILM})\b(?:\s?[-−]?\d+)?\s?(?:[,:;?!]|\s[-–—]\s|\.\s)\s?((?s:.+))$",
        without_times(clause.text),
        re.I,
    )
    parts = re.split(r"(?<=[a-z])[.!;]\s", told.group(1), flags=re.I) if told else []
    for part in parts:
        part = _HALF.sub("", part)
        words = without_length(sized_out(part))
        words = re.sub(
            r"^(?:make it|(?:i want|i need|think|maybe|please|like|kind of|and|just|it)\b|is (?:fine|ok|enough))\s?",
            "",
            words,
            flags=re.I,
        )
        words = words.strip(EDGES)
        if (
            len(words) > 3
            and not is_talk(words)
            and not re.match(
                r"(?:is|are|would|should|can)\b|.{0,12}\b(?:long|length)$", words, re.I
            )
        ):
            return words
    return ""


def _theme_of(song: Medium | None) -> str:
    """What a song made here is about; else the usual scene."""
    about = re.search(r"\babout ((?s:.+))$", song.prompt, re.I) if song else None
    return about.group(1).strip(EDGES) if about else SCENE
