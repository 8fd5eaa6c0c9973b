"""Sound: music and speech."""

import re
from typing import Any

from studio.director import values
from studio.director.cues import WORDS_PER_S
from studio.director.music_films import FILM, MUSIC_VIDEO, SONG
from studio.director.plan import Beyond, Found, Scene, Step, Unclear, short
from studio.director.pointing import meant, missing, named
from studio.director.reading import Medium
from studio.director.saying import EDGES, Clause
from studio.director.seeking import refers
from studio.director.subjects import VARY_SOUND, branched, sized_out, subject_of, without_length

_MAKE = r"(?:make|create|generate|compose|write|produce|play|record|need|want|give|do|have|get|sing|add|build|craft)"
_MUSIC = re.compile(
    rf"\b{_MAKE}\b.{{0,60}}\b(?:music|songs?|tracks?|tunes?|melod(?:y|ies)|beats?|soundtracks?|jingles?|anthems?|"
    rf"ballads?|score|symphony|lullaby|ringtone|loop|"
    r"instrumentals?|theme|riff|waltz|piano piece|rap)\b"
    r"|^(?:(?:an?|some|two|three|four|another|\d+)\s)?(?:[\w.#-]{1,24}[\s,]{1,3}){0,7}?(?:music|songs?|tracks?|tunes?|"
    r"melody|beats?|soundtrack|jingle|anthem|ballad|lullaby|"
    r"instrumental|(?:piano|guitar|orchestra\w*|violin|cello|string|ambient|jazz|classical|synth|organ|flute|harp|"
    r"choir|musical) (?:piece|solo|loop|theme))\b"
    r"(?=\s?(?:$|[,.:(\d]|\b(?:about|for|with|in|of|at|like|to|from|by|called|named|that|and|using|set|"
    r"on (?!an?\b))))",
    re.I,
)
_GENRE = re.compile(
    r"^(?P<some>some |a (?:bit|little) of |something )?(?:[\w&-]+[ ,]+){0,4}?(?:lo-?fi|jazz|techno|house|trance|"
    r"ambient|hip[- ]?hop|trap|"
    r"drill|synth-?wave|dub-?step|drum (?:and|n|&) bass|dnb|orchestral|reggae|blues|funk|metal|punk|edm|bossa nova|"
    r"salsa|disco|"
    r"country|folk|r&b|soul|classical|chip-?tune|phonk|afro-?beats?|k-?pop|pop|indie|rock|pads)\b"
    r"(?=\s?(?:$|[,.]|\d|(?:for|with|at|to|like|in|about)\b))",
    re.I,
)
_HEARD = re.compile(
    r"\b(?:vocals?|instrumental|pads|bass(?:line)?|drums|808s?|riffs?|bpm|chords|synths?)\b", re.I
)
_TO_HEAR = re.compile(
    r"^something (?:\w+ )?to (?:fall asleep|sleep|dance|study|relax|work ?out|meditate|run|chill|listen|code) to\b",
    re.I,
)
_NO_MUSIC = re.compile(
    r"\bmusic(?:al)? (?:video|notes?|box|instruments?|stand|festival|hall)\b|\b(?:poster|picture|image|photo|"
    r"video|film|cover|logo|painting|drawing|portrait|clip)s?\b",
    re.I,
)
_FOR_FILM = re.compile(
    rf"\b(?:for|to|under|onto|on|behind) (?:the|my|this|that|it)\b(?: (?:[\w-]+ ){{0,2}}?{FILM})?(?: \d+)?|"
    rf"\b(?:for|to|under) {FILM} -?\d+",
    re.I,
)
_SPEECH = re.compile(
    r"\b(?:read (?:it |this |that |the following |these (?:words|lines) )?(?:out(?: loud)?|aloud)|"
    r"read (?:out )?(?:my|the|this) (?:text|lines?|message|script|note)|read (?:this|"
    r"that|the following|out)|voice[- ]?overs?|narrat\w+|(?:read|spoken) by|text[- ]to[- ]speech|tts|"
    r"speech|spoken|say(?!\s(?:about |around )?(?:\d|five|ten|three|four|six))(?:s|ing)?|speak(?:s|ing)?|"
    r"pronounce|recite|announce\w*|dictate|voice (?:message|note|line|"
    r"clip|recording))\b"
    r"|\bclone\b.{0,20}\bvoice|\b(?:in|with|using|use) (?:my|this|the|a|an) (?:[\w-]+ ){0,3}voice\b",
    re.I,
)
_VOICES = (
    (r"\b(woman|female|girl|lady|her)\b", "serena"),
    (r"\b(man|male|guy|his|deep)\b", "ryan"),
)
_NAMES = ("serena", "vivian", "uncle fu", "ryan", "aiden", "ono anna", "sohee", "eric", "dylan")
_TONGUES = (
    "english",
    "chinese",
    "japanese",
    "korean",
    "german",
    "french",
    "russian",
    "portuguese",
    "spanish",
    "italian",
)
_PERSONAS = (
    r"\b(pirate|robot|witch|wizard|narrator|announcer|grandm\w+|grandpa\w*|monster|king|queen|elderly|old|"
    r"child\w*|cowboy|villain|husky|raspy)\b"
)


def music(clause: Clause, scene: Scene) -> Found:
    """A piece of music from words, with tempo, key, length and words to sing where they were said."""
    text = clause.bare
    other = _NO_MUSIC.search(_FOR_FILM.sub("", text))
    if other or not (_MUSIC.search(text) or _styled_sound(text)):
        return None
    if not scene.offers("generate_music"):
        return Beyond("make music or speech")
    lyrics = _lyrics(clause, scene)
    film = _film_to_score(text, scene)
    prompt = _music_prompt(Clause(_FOR_FILM.sub("", clause.text), text, clause.quotes))
    prompt = _named_subject(prompt, scene)
    if not prompt and film is not None:
        shown = [*scene.made_here("image"), film][0].prompt or film.prompt
        prompt = f"background music that fits: {shown}" if shown else "calm background music"
    if not prompt and not lyrics:
        return Unclear(
            "What should the music sound like? A style, a mood or an instrument is enough."
        )
    piece = _piece(clause, scene, prompt or "a song", lyrics)
    if film is None or not scene.offers("stitch_video"):
        return [piece]
    song = scene.then(piece).last_batch("audio")[0].index
    under = {"videoIndices": [film.index], "audioIndex": song}
    return [piece, scene.call("stitch_video", under, f"video {film.index} and its music")]


def _styled_sound(text: str) -> bool:
    """ "Some chill jazz, 90 sec": a style alone, where it can only be heard."""
    found = _GENRE.match(text)
    if found is None:
        return bool(_TO_HEAR.match(text))
    return bool(found["some"] or values.seconds_in(text) or _HEARD.search(text))


def _named_subject(prompt: str, scene: Scene) -> str:
    """ "A song about it": what it shows in place of "it"."""
    found = re.search(r"\babout (?:it|this|that|them|him|her)$", prompt, re.I)
    kind = ("image" if scene.now("image") else "video") if found else ""
    spoken = meant("it", scene, kind) if kind else []
    known = scene.medium(kind, spoken[0]) if isinstance(spoken, list) and spoken else None
    return (
        f"{prompt[: found.start()]}about {known.prompt}"
        if found and known and known.prompt
        else prompt
    )


def _film_to_score(text: str, scene: Scene) -> Medium | None:
    """The film a piece is to be laid under: "add music", "music for the video"."""
    added = (
        re.match(r"^(?:then\s)?(?:add|put|lay|give it)\b", text, re.I)
        and scene.newest_kind(("video", "image", "audio")) == "video"
    )
    if not (added or _FOR_FILM.search(text)):
        return None
    found = meant(text, scene, "video")
    return scene.medium("video", found[0]) if isinstance(found, list) and found else None


def _piece(clause: Clause, scene: Scene, prompt: str, lyrics: str | None) -> Step:
    """The call for a piece."""
    text = clause.bare
    count = values.count_in(text)
    metre = values.METER.search(text)
    waltz = 3 if re.search(r"\bwaltz\b", text, re.I) else None
    arguments = {
        "prompt": branched(prompt, count, VARY_SOUND),
        "duration": values.seconds_in(text) or _earlier_length(scene),
        "bpm": values.bpm_in(text),
        "keyscale": values.key_in(clause.text),
        "timesig": int(metre.group(1)) if metre else waltz,
        "lyrics": lyrics,
        "numberOfVariations": count if count > 1 else None,
        **_model_for(scene, text, clause.text),
    }
    return scene.call("generate_music", arguments, short(prompt))


def _model_for(scene: Scene, text: str, whole: str) -> dict[str, str]:
    """Tempo, key and metre are arguments of one family of models only; name it where the schema lets us."""
    fragment = (scene.turn.tools["generate_music"].get("properties") or {}).get("model", {})
    wanted = values.bpm_in(text) or values.key_in(whole) or values.METER.search(text)
    ace = [one for one in fragment.get("enum") or [] if str(one).startswith("ace_step")]
    return {"model": ace[0]} if wanted and ace else {}


def _lyrics(clause: Clause, scene: Scene) -> str | None:
    """Words in quotes, or those that were just written in this turn or are spoken of from before."""
    if clause.quotes and not re.search(r"\b(?:called|titled|named|title)\b", clause.bare, re.I):
        return clause.quote
    written = [result for result in scene.results if result.tool == "compose_lyrics"]
    if not written and re.search(
        r"\b(?:the|these|those|this|that|my) lyrics\b|\b(?:it|them) (?:in)?to a song\b",
        clause.bare,
        re.I,
    ):
        written = [
            past.result for past in scene.turn.past if past.result and past.tool == "compose_lyrics"
        ]
    told = written[0].told.get("lyrics") if written else None
    return told if isinstance(told, str) and told else None


def _music_prompt(clause: Clause) -> str:
    """Style and mood, without numbers that are arguments of their own."""
    text = sized_out(
        without_length(
            clause.text.replace(f'"{clause.quote}"', "") if clause.quotes else clause.text
        )
    )
    for pattern in (values.BPM, values.KEY, values.METER):
        text = pattern.sub("", text)
    text = re.sub(
        r"\b(?:called|titled|named|with (?:the|these|those|my) (?:lyrics|words)|with lyrics|lyrics|using (?:the|"
        r"these) lyrics)\b:?",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(
        r"^(?:then|sing|play|record|write|compose|add|need|want)\s(?:me\s|us\s)?",
        "",
        subject_of(text),
        flags=re.I,
    )
    text = re.sub(
        r"\b(?:with|from|using|of|to) (?:it|them|that|this|these)\b", "", text, flags=re.I
    )
    text = re.sub(r"\b(?:in|at|with|for|and|long)\s?(?=[,.]|$)", "", text).strip(EDGES)
    text = re.sub(r"(?:\s?,){1,8}\s?", ", ", " ".join(text.split())).strip(EDGES + "-")
    bare = re.sub(
        rf"^(?:an?|some|the|me|another|{'|'.join(values.COUNTS)}|\d+)\s", "", text, flags=re.I
    )
    if re.fullmatch(
        r"(?:nice |good |new |short |different |it |this |them |into |to |from |a )*(?:music|songs?|tracks?|tunes?|"
        r"melod(?:y|ies)|beats?|pieces?|versions?|it|this)?(?: of (?:it|this|them))?",
        bare,
        re.I,
    ):
        return ""
    return bare


def _earlier_length(scene: Scene) -> float | None:
    for text in reversed(scene.turn.earlier):
        if re.search(rf"\b{SONG}\b", text, re.I) and not MUSIC_VIDEO.search(text):
            return values.seconds_in(text)
    return None


def speech(clause: Clause, scene: Scene) -> Found:
    """Words read out, in a voice that was described, chosen or given."""
    text = clause.bare
    if not _SPEECH.search(text) or re.search(
        r"\b(?:subtitl|caption|overlay|title|poster|image|picture|video|film|script|sign|card|logo|banner|sticker|"
        r"meme|t-?shirt|mug|label|invitation|flyer|plate|(?<!voice )clip|speech bubble)\w*\b",
        text,
        re.I,
    ):
        return None
    made_to = re.match(
        r"^(?:make|let|have)\s(?:it|him|her|them|the \w+)\s(?:say|speak)", text, re.I
    )
    if made_to and refers(clause, scene, "image"):
        return None
    if not clause.quotes and re.match(r"^(?:what|how|why|who|can you (?:speak|say))\b", text, re.I):
        return None
    if not scene.offers("generate_speech"):
        return Beyond("make music or speech")
    question = missing(text, scene, "audio")
    if question is not None:
        return question
    words = clause.quote or _spoken(text)
    if not words:
        return Unclear("What should the voice say? Give me the exact words.")
    count = values.count_in(text)
    tongue = next((one for one in _TONGUES if re.search(rf"\bin {one}\b", text, re.I)), None)
    arguments = {
        "prompt": words,
        **_voice(text, scene),
        "language": tongue,
        "numberOfVariations": count if count > 1 else None,
    }
    return [
        scene.call(
            "generate_speech",
            arguments,
            f"“{short(words, 40)}”, about {max(1, round(len(words.split()) / WORDS_PER_S))} seconds",
        )
    ]


def _spoken(text: str) -> str:
    found = re.search(
        r"\b(?:say(?:ing|s)?|read(?:s)?(?: (?:this|that|the following))?(?: out)?(?: loud| aloud)?|speak|narrate|"
        r"announce|recite|pronounce|voice-?over (?:of|saying))\b:?\s(?!it\b|this\b|that\b|something\b|a\b|an\b|"
        r"in\b)((?s:.+))$",
        text,
        re.I,
    )
    words = found.group(1) if found else ""
    if re.fullmatch(
        r"(?:it |this |that )?(?:out|aloud|loud|out loud|up|something|words?|text)", words, re.I
    ):
        return ""
    return re.sub(
        r"[\s,]{1,3}(?:in|with) (?:an?|the|my|this) (?:[\w-]+ ){0,4}(?:voice|tone|accent)\b.*$",
        "",
        words,
        flags=re.I,
    ).strip(" ")


def _voice(text: str, scene: Scene) -> dict[str, Any]:
    name = next((one for one in _NAMES if re.search(rf"\b{one}\b", text, re.I)), None)
    described = re.search(
        r"\b(?:in|with|using) (?:an? |the )((?:[\w,-]+ ){1,8}?(?:voice|tone|accent))\b|\b(?:as|like) (an? "
        r"(?:[\w-]+ ){0,3}\w+)",
        text,
        re.I,
    )
    words = next((one for one in described.groups() if one), "") if described else ""
    cloned = re.search(
        r"\b(?:clone|in|with|using|like|copy)\b.{0,10}\b(?:my|this|that|his|her|the same) (?:own |\w+ )?voice\b|"
        r"\bclon\w+|\bvoice (?:of|from|in) (?:audio|my recording|the recording)",
        text,
        re.I,
    )
    if (cloned or named(text, "audio")) and scene.now("audio"):
        found = meant(re.sub(r"\bvoice\b", "", text), scene, "audio")
        if isinstance(found, list) and found:
            return {"model": "clone", "voiceSourceIndex": found[0]}
    if name:
        return {
            "model": "voice",
            "voice": name.replace(" ", "_"),
            "voiceDescription": words or None,
        }
    if re.search(_PERSONAS, text, re.I) and words:
        return {"model": "design", "voiceDescription": words}
    gender = next(
        (one for pattern, one in _VOICES if re.search(pattern, words or text, re.I)), None
    )
    return {
        "model": "voice" if gender or words else None,
        "voice": gender,
        "voiceDescription": words or None,
    }
