"""What "it" and "the song" stand for, said in full where a prompt needs to know: "a poster for it"."""

import re
from collections.abc import Sequence

from studio.director.plan import Scene
from studio.director.reading import Medium
from studio.director.references.kinds import ANY, kinds_named
from studio.director.references.pointing import meant

_MADE_FOR = (  # what is made for, or about, something else
    r"(?:posters?|covers?|art(?:work)?|thumbnails?|logos?|cards?|flyers?|banners?|trailers?|pictures?|images?|drawings?|"
    r"paintings?|illustrations?|wallpapers?|icons?|stickers?|songs?|music|tunes?|melody|melodies|soundtracks?|jingles?|"
    r"beats?|tracks?|lullab(?:y|ies)|anthems?|ballads?|something)"
)
_POINTED = re.compile(
    rf"\b{_MADE_FOR}(?P<at>\s(?P<link>for|about|to go (?:along )?with) "
    rf"(?P<what>it|this|that|them|(?:the|this|that|my|our)(?: [\w-]+)? (?:{ANY})))"
    r"(?=$|[,.;:]|\s(?:in|with|at|on|as|to)\b)",
    re.I,
)
_HEARD = re.compile(
    r"\b(?:songs?|music|tracks?|tunes?|piece|melody|ballad|anthem|jingle|beats?)\b", re.I
)
_ENDING = re.compile(r"\.\w{2,4}$|[_-]+(?:v?\d+|final|master|mix|demo\d*)?(?=\.|$)", re.I)


def spelled_out(
    prompt: str, scene: Scene, kinds: Sequence[str] = ("image", "video", "audio")
) -> str:
    """The prompt with what it points at in words; a pointer to what has no words is left out, for nobody sees it."""
    found = _POINTED.search(prompt)
    if found is None:
        return prompt
    named = kinds_named(found["what"])
    kind = named[0] if named else scene.newest_kind(kinds)
    spoken = meant(found["what"], scene, kind) if kind else []
    known = scene.medium(kind, spoken[0]) if isinstance(spoken, list) and spoken else None
    name = _in_words(known) if known else ""
    if not name and named:
        return prompt
    told = f" {'about' if found['link'].lower() == 'about' else 'for'} {name}" if name else ""
    return f"{prompt[: found.start('at')]}{told}{prompt[found.end('at') :]}".strip()


def _in_words(known: Medium) -> str:
    """What a medium is, by its prompt, else by the name of its file; empty when it has neither."""
    if known.prompt and known.kind == "audio" and not _HEARD.search(known.prompt):
        return f"{known.prompt} music"
    if known.prompt:
        return f"a film of {known.prompt}" if known.kind == "video" else known.prompt
    name = " ".join(re.split(r"[\W_]+", _ENDING.sub("", known.name))).strip()
    noun = {"audio": "the song", "video": "the film"}.get(known.kind, "")
    return f"{noun} {name}".strip() if name else ""
