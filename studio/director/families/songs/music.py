"""Music from words."""

import re

from studio.director.families.songs.music_videos import MUSIC_VIDEO
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.music_words import GENRES, INSTRUMENT, heard, in_a_form
from studio.director.language.subjects import sized_out, subject_of, without_length
from studio.director.language.variations import branched, sound_ways
from studio.director.language.vocabulary import EDGES, FILM, SONG
from studio.director.plan import Found, Scene, Step, Unclear, Unsupported, short
from studio.director.reading import Medium
from studio.director.references.pointing import meant
from studio.director.references.pronouns import spelled_out

_MAKE = (
    r"(?:(?:put|lay)(?= (?:an?|some|more|music)\b)|make|create|generate|compose|write|produce|play|record|need|"
    r"want|give|"
    r"do|have|get|sing|add|"
    r"build|craft)"
)
_MUSIC = re.compile(
    rf"\b{_MAKE}\b.{{0,60}}\b(?:music|songs?|tracks?|tunes?|melod(?:y|ies)|beats?|soundtracks?|jingles?|anthems?|chants?|"
    rf"ballads?|score|symphony|lullaby|ringtone|loop(?! of)|"
    r"instrumentals?|theme|riff|waltz|piano piece|rap)\b"
    r"|^compose (?:me )?(?:an?|some)\b(?!.*\b(?:pictures?|images?|photos?|scene|poster|shot|letter|poem|e-?mail)\b)"
    r"|^(?:(?:an?|some|two|three|four|another|\d+)\s)?(?:[\w.#-]{1,24}[\s,]{1,3}){0,7}?(?:music|songs?|tracks?|tunes?|"
    r"melod(?:y|ies)|beats?|soundtracks?|jingles?|anthems?|chants?|ballads?|lullab(?:y|ies)|"
    r"instrumentals?|ringtones?|(?:piano|guitar|orchestra\w*|violin|cello|string|ambient|jazz|classical|synth|organ|"
    r"flute|harp|choir|musical) (?:piece|solo|loop|theme))\b"
    r"(?=\s?(?:$|[,.:(\d]|\b(?:about|for|with|in|of|at|like|to|from|by|called|named|that|and|using|set|sung|"
    r"on (?!an?\b))))",
    re.I,
)
_GENRE = re.compile(
    rf"^(?P<some>some |a (?:bit|little) of |something )?(?:[\w&-]+[ ,]+){{0,4}}?{GENRES}\b"
    r"(?=\s?(?:$|[,.]|\d|(?:for|with|at|to|like|in|about)\b))",
    re.I,
)
_KEYED = re.compile(  # only music has a key or a tempo
    r"\b[A-G](?:#|b| sharp| flat)? (?:major|minor)\b|\b(?i:\d{2,3} ?bpm)\b"
)
_METRE_TOLD = re.compile(r"\b[2346]/[48] (?:time|metre|meter|beat|rhythm)\b", re.I)
_ONLY_HEARD = re.compile(
    r"^(?:[\w-]+ ){0,2}(?:lo-?fi|bossa nova|techno|trance|dub-?step|"
    r"drum (?:and|n|&) bass|"
    r"dnb|edm|r&b|hip[- ]?hop|k-?pop|afro-?beats?|chip-?tune|phonk|reggae|ambient music|jazz)(?=$|,| (?:for|to)\b)",
    re.I,
)
_HEARD = re.compile(
    r"\b(?:vocals?|instrumental|pads|bass(?:line)?|drums|808s?|riffs?|bpm|chords|synths?)\b", re.I
)
_TO_HEAR = re.compile(
    rf"^(?:(?:\d+ \w+ ){{1,2}}of |(?:\w+ )?sounds? of )(?:an? |the )?(?:[\w-]+ ){{0,2}}(?:{INSTRUMENT}|{GENRES})\b|"
    r"^(?:make |play |give me )?something (?:i|we|you|people|they|everyone|(?:the|my|"
    r"our) [\w-]+(?: [\w-]+)?) can (?:dance|sleep|study|relax|work ?out|run|chill|"
    r"code) to\b|"
    rf"^something (?:[\w-]+ ){{0,2}}with (?:an? |some )?(?:[\w-]+ )?{INSTRUMENT}\b|"
    r"^something (?:\w+ )?to (?:fall asleep|sleep|dance|study|relax|work ?out|meditate|run|chill|listen|code) to\b",
    re.I,
)
_NO_MUSIC = re.compile(
    r"\bmusic(?:al)? (?:video|notes?|(?<!, music )(?<!with music )(?<!on music )box|"
    r"instruments?|stand|festival|hall)\b|\bslide ?show\b|\b(?:poster|picture|image|photo|"
    r"video|film|cover(?! (?:version|song|band)s?\b)|logo|painting|drawing|portrait|clip)s?\b",
    re.I,
)
_FOR_FILM = re.compile(
    rf"\b(?:for|to|under|onto|on|behind) (?:(?:the|my|this|that) (?:[\w-]+ ){{0,2}}?{FILM}(?: \d+)?|"
    rf"(?:it|this|that)(?=$|[,.]| (?:with|in|at)\b))|"
    rf"\b(?:for|to|under) {FILM} -?\d+|\b(?:for|to|under) an? (?:[\w-]+ ){{0,2}}?{FILM}\b(?! (?:about|of)\b)"
    r"|\bfor (?:[\w-]+ )?(?:videos|films|clips|movies|vlogs|reels)\b",
    re.I,
)

_PLAYED = re.compile(  # "add a violin to the clip"
    rf"^(?:add|put|lay|play) (?P<what>(?:an? |some )?(?:[\w-]+ ){{0,3}}?{INSTRUMENT}) (?:to|under|on|over|behind) "
    rf"(?P<film>it|this|that|(?:the|my|this|that) (?:[\w-]+ ){{0,3}}?{FILM}|{FILM} -?\d+)$",
    re.I,
)
_OTHER_MUSIC = re.compile(
    r"^(?:replace|swap|exchange) (?:the|its) (?:music|song|soundtrack|score|track)"
    r"(?: (?:of|in|on|under) [\w -]{1,30}?)? (?:with|for|by) "
    r"(?:(?:an? |some(?:thing)? )(?:more )?)?(?P<what>[\w -]{2,60}?)(?: (?:music|song|track|one))?$",
    re.I,
)
_ABOUT_BPM = re.compile(
    rf"(?:\b(?:at|about|around|approx(?:\.|imately)?|roughly|circa|ca\.|with)\s){{0,2}}(?:{values.BPM.pattern})",
    re.I,
)
_IN_METRE = re.compile(
    rf"(?:\b(?:in|with|at)\s)?(?:an? )?{values.METER.pattern}(?:\s(?:time(?: signature)?|metre|meter|beat|rhythm|"
    r"feel))?\b",
    re.I,
)
_BEHIND_IT = re.compile(  # "with calm piano", "a sea shanty in the background", of the film that was made last
    rf"^(?P<add>(?:with|add|put|lay|play|have) )?(?P<what>(?!(?:the|this|that|my|our|your|his|her|same|no|more)\b)"
    rf"(?P<a>an? )?(?:some )?(?:[\w'-]+ ){{0,3}}?(?:(?P<played>{INSTRUMENT}|{GENRES})|{SONG}|music|shant(?:y|ies)|"
    r"waltz|melody|jingle|lullaby|ballad|anthem|beats?|soundtrack))"
    r"(?P<where> (?:in the background|as (?:the )?(?:background|soundtrack)|under(?:neath)?|behind|over|to)"
    rf"(?: (?:it|that|this|the {FILM}))?)?(?: please| too| as well)*$",
    re.I,
)

_ALSO = re.compile(
    r"(?:(?:oh|ok|okay|yes|great|nice|now)[\s,.!]{1,3}){0,2}(?:and|plus|also|with) ", re.I
)


def music(clause: Clause, scene: Scene) -> Found:
    """A piece of music from words, with tempo, key, length and words to sing where they were said."""
    if scene.now("video"):
        given = _given_to_a_film(clause)
        clause = given if given != clause else _behind_the_newest(clause, scene)
    text = clause.bare
    if re.match(r"(?:no|without|less|remove)\b", text, re.I):
        return None
    other = _NO_MUSIC.search(_FOR_FILM.sub("", text))
    if other or not (_MUSIC.search(text) or in_a_form(text) or _styled_sound(text)):
        return None
    if not scene.offers("generate_music"):
        return Unsupported("make music or speech")
    lyrics = _lyrics(clause, scene)
    film = _film_to_score(text, scene)
    said = clause.text if film else spelled_out(clause.text, scene, kinds=("image", "video"))
    prompt = _music_prompt(Clause(_FOR_FILM.sub("", said), text, clause.quotes))
    if not prompt and film is not None:
        shown = [*scene.made_here("image"), film][0].prompt or film.prompt
        prompt = f"background music that fits: {shown}" if shown else "calm background music"
    if not prompt and clause.quotes:
        prompt = f"a song called {clause.quote}"
    if not prompt and not lyrics:
        return Unclear(
            "What should the music sound like? A style, a mood or an instrument is enough."
        )
    piece = _piece(clause, scene, prompt or "a song", lyrics)
    if film is None or not scene.offers("stitch_video"):
        return [piece]
    song = scene.then(piece).last_batch("audio")[0].index
    under = {"videoIndices": [film.index], "audioIndex": song}
    return [piece, scene.call("stitch_video", under, f"video {film.index}")]


def _behind_the_newest(clause: Clause, scene: Scene) -> Clause:
    """Music that is told after a film without saying so: it belongs under it. A thing with an article is seen."""
    told = _BEHIND_IT.match(clause.bare)
    if told is None or scene.newest_kind(("image", "video", "audio")) != "video":
        return clause
    seen = told["played"] and told["a"]
    also = _ALSO.match(scene.turn.text) or (told["add"] or "").lower() == "with "
    if seen or not (told["where"] or also):
        return clause
    noun = (
        ""
        if re.search(r"\b(?:music|songs?|soundtrack|tunes?|tracks?)$", told["what"], re.I)
        else " music"
    )
    order = f"add {told['what']}{noun} to it"
    return Clause(order, order, clause.quotes)


def _given_to_a_film(clause: Clause) -> Clause:
    """ "Give the clip a soundtrack", "score it with a cello", "replace the music" as "add … to the clip"."""
    swapped = _OTHER_MUSIC.match(clause.bare)
    if swapped:
        told = f"add {swapped['what']} music to it"
        return Clause(told, told, clause.quotes)
    played = _PLAYED.match(clause.bare)
    if played:
        told = f"add {played['what']} music to {played['film']}"
        return Clause(told, told, clause.quotes)
    film = rf"(it|this|that|(?:the|my|this|that) (?:[\w-]+ ){{0,3}}?{FILM}|{FILM} -?\d+)"
    noun = r"(?:music|songs?|soundtracks?|score|tunes?|tracks?|beats?|melody|theme)"
    for order in (
        rf"^give {film} ((?:an?|some) (?:[\w-]+ ){{0,4}}?{noun}\b.*)$",
        rf"^score {film} with (.+)$",
    ):
        if re.match(order, clause.bare, re.I):
            text, bare = (
                re.sub(order, r"add \2 as music to \1", one, flags=re.I)
                for one in (clause.text, clause.bare)
            )
            return Clause(text, bare, clause.quotes)
    return clause


def _styled_sound(text: str) -> bool:
    """ "Some chill jazz, 90 sec": a style alone, where it can only be heard."""
    if _KEYED.search(text) or _ONLY_HEARD.match(text):
        return True
    if values.METER.search(text) and (_METRE_TOLD.search(text) or heard(text)):
        return True
    found = _GENRE.match(text)
    if found is None:
        return bool(_TO_HEAR.match(text))
    return bool(found["some"] or values.seconds_in(text) or _HEARD.search(text))


def _film_to_score(text: str, scene: Scene) -> Medium | None:
    """The film a piece is to be laid under: "add music", "music for the video"."""
    added = (
        re.match(r"^(?:then\s)?(?:add|put|lay|give it|with(?=.{1,40}$))\b", text, re.I)
        and scene.newest_kind(("video", "image", "audio")) == "video"
    )
    if not (added or _FOR_FILM.search(text)):
        return None
    found = meant(text, scene, "video")
    return scene.medium("video", found[0]) if isinstance(found, list) and found else None


def piece_for(clause: Clause, scene: Scene, lyrics: str | None) -> Step:
    """The call for a piece with these words to sing, in the style the clause says."""
    return _piece(clause, scene, _music_prompt(clause) or "a song", lyrics)


def _piece(clause: Clause, scene: Scene, prompt: str, lyrics: str | None) -> Step:
    """The call for a piece."""
    text = clause.bare
    count = values.count_in(text)
    metre = values.METER.search(text)
    waltz = 3 if re.search(r"\bwaltz\b", text, re.I) else None
    arguments = {
        "prompt": branched(prompt, count, sound_ways(prompt)),
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
    for pattern in (_ABOUT_BPM, values.KEY, _IN_METRE):
        text = pattern.sub("", text)
    text = re.sub(
        r"\b(?:called|titled|named|with (?:the|these|those|my) (?:lyrics|words)|with lyrics|lyrics|using (?:the|"
        r"these) lyrics)\b:?",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(
        r"^(?:(?:then|sing|play|record|write|compose|add|need|want|with)\s(?:me\s|us\s)?|"
        r"(?:an? )?(?:songs?|tracks?|music|tunes?)\s?:\s?)",
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
