"""Media spoken of by their words: "the red car picture", "me.jpg", "the photo I uploaded"."""

import re
from collections.abc import Sequence

from studio.director.language.retold import order_in
from studio.director.language.styles import COLOUR
from studio.director.plan import Scene, Unclear
from studio.director.reading import Medium
from studio.director.references.kinds import ANY, kind_of, kinds_named, there_is

UPLOADED = re.compile(
    r"\b(uploaded|attached|original|my (?:own )?(?:photo|picture|selfie|image|song|track|music|recording|video|"
    r"clip|footage)|i (?:sent|gave|uploaded|attached)|upload|attachment)\b",
    re.I,
)
_STOP_WORDS = """
a an the this that these those it one ones my your our his her their of with about showing in on at by from to
for and or but so into as is are was new newest latest last first second third fourth fifth final other same
current previous original uploaded attached generated resulting finished nice good best whole full entire old
please just made make more me you i we again both all each every two three four five version versions result
results where which who has have short long little big small bit background prompt existing picked chosen
"""
STOP = frozenset(_STOP_WORDS.split())
_NAMED = re.compile(
    rf"\b(?:the|that|this|my|those|these)\s((?:(?!(?:of|in|on|onto|to|with|from|for|at|and|into|as|under|over|"
    rf"both|all|"
    rf"by)\b)[\w'.-]+\s){{1,5}}?)({ANY}|one|ones|version)\b",
    re.I,
)
_OF = re.compile(
    rf"\b(?:{ANY}|one|version)\s(?:of|with|about|showing|called|named|from)\s(?:the|a|an|"
    rf"my)?\s?((?:[\w'-]+\s?){{1,5}})",
    re.I,
)
_ANOTHER = re.compile(rf"\banother ((?:[\w'-]{{1,24}} ){{1,3}}?)(?:one|{ANY})\b", re.I)
_FILE = re.compile(
    r"(?<![\w-])[\w-]{1,80}\.(?:jpe?g|png|webp|heic|gif|mp4|mov|webm|mp3|m4a|wav|flac|ogg)\b", re.I
)
_OBJECT = re.compile(
    r"^\W*\w+(?:ing)?\s(?:up\s|out\s|me\s|us\s|both\s|all\s|just\s|only\s)?(?:the|my|"
    r"that)\s((?:[\w'-]+\s?){1,4})",
    re.I,
)
_BARE = re.compile(  # a thing without an article, where only a thing can stand
    r"^(?:change|swap|replace|remove|erase|delete|recolou?r|blur|mask|segment|select)\s(?!(?:the|my|that|it|this|them|"
    r"all|both|an?|some|to|out|with)\b)((?:[\w'-]+\s?){1,2})|^((?:[\w'-]+\s){1,3})instead$",
    re.I,
)
_UNTIL = re.compile(
    r"\b(?:an?|and|so|with|to|into|in|for|as|at|from|on|by|but|under|over|where|while|look|looks|more|less|should|"
    r"must|could|would|needs?|wants?|be|is|are|was|"
    rf"jumps?|but|instead)\b|(?<=\s){COLOUR}\b",
    re.I,
)
_ROUND = re.compile(
    r"\b(?:on|onto|to|of|a?round|across|along|past|behind|for|from|under|with|into|at|over|towards?|see|show|view|"
    r"is|use|take|print|like|love|prefer|pick|choose|"
    r"make|let|have|"
    r"get)\s(?:the|my|"
    r"that)\s((?:(?!(?:to|and|into|for|on|in|of|as|from)\b)[\w'-]+\s?){1,3})",
    re.I,
)

_AS_A_NAME = (  # without an article, where only somebody can stand
    r"(?:^|\b(?:on|to|of|with|for|make|give|put|let|have|show|turn|animate|dress|behind|beside|and) ){}"
    r"(?=$|[,.!?]|['’]s\b| (?:as|an?|in|on|to|into|the|look|wear|with|out|and|smile|run|dance|talk|say)\b)"
)


def by_name(clause: str, scene: Scene, kind: str, *, loosely: bool = True) -> list[int] | Unclear:
    """Media whose words a phrase names: "the red car picture", "me.jpg", "the photo I uploaded".

    `loosely`: a word with the same beginning will do.
    """
    pool = scene.now(kind)
    for file in _FILE.findall(clause):
        same = [one.index for one in pool if one.name.lower() == file.lower()]
        if same:
            return same
    if kind == "image" and (called := by_file_name(clause, pool)):
        return called
    phrases = _phrases(clause, kind)
    matches = [
        (index, sure)
        for words, sure in phrases
        if (index := _matching(words, pool, loosely=loosely, named=sure)) is not None
    ]
    found = [index for index, sure in matches if sure] or [index for index, _ in matches]
    if found:
        return list(dict.fromkeys(found))
    if UPLOADED.search(clause):
        uploads = [one.index for one in pool if one.index < 0]
        if uploads:
            return scene.attached(kind)[:1] or uploads[-1:]
    lost = [words for words, sure in phrases if sure]
    if lost and len(pool) > 1:
        return Unclear(f"I find no {kind} of that. {there_is(scene, kind)}")
    return []


def by_file_name(clause: str, pool: Sequence[Medium]) -> list[int]:
    """Pictures of somebody who goes by the name of the file, said as a name: "put a hat on Bruno"."""
    found = []
    for one in pool:
        stems = re.split(r"[\W\d_]+", one.name.rpartition(".")[0].lower())
        names = [stem for stem in stems if len(stem) > 2 and stem not in STOP and not kind_of(stem)]
        if any(re.search(_AS_A_NAME.format(re.escape(name)), clause, re.I) for name in names):
            found.append(one.index)
    return found


def _phrases(clause: str, kind: str) -> list[tuple[list[str], bool]]:
    """Words that name a medium, and whether they can mean nothing else."""
    found: list[tuple[list[str], bool]] = []
    for one in _NAMED.finditer(clause):
        words = _content(one.group(1))
        if words and kind_of(one.group(2)) in ("", kind):
            found.append((words, not re.search(ANY, one.group(1), re.I)))
    for one in _OF.finditer(clause):
        kinds = kinds_named(one.group())
        words = _content(_UNTIL.split(one.group(1))[0])
        if words and (not kinds or kinds[0] == kind):
            found.append((words, False))
    found += [
        (words, False) for one in _ANOTHER.finditer(clause) if (words := _content(one.group(1)))
    ]
    return found + _loose_phrases(clause)


def _loose_phrases(clause: str) -> list[tuple[list[str], bool]]:
    """Words that may name a medium: what is done something to, and what stands behind a preposition."""
    found: list[tuple[list[str], bool]] = []
    for part in re.split(r"\band\b|,", clause):
        start = re.match(r"^\s?(?:the|my|that|same)(?: same)?\s((?:[\w'-]+\s?){1,4})", part)
        for near in (_OBJECT.search(part) or start or _BARE.search(part), *_ROUND.finditer(part)):
            said = next((one for one in near.groups() if one), "") if near else ""
            words = _content(_UNTIL.split(said)[0])
            # "the car drive off": a verb nobody knows may stand behind the thing, so its beginning counts as well
            found += [(part_, False) for part_ in (words, words[:2]) if part_][
                : 1 + (len(words) > 2)
            ]
    return found


def _content(text: str) -> list[str]:
    words = [one.removesuffix("'s") for one in re.findall(r"[\w'-]+", text.lower())]
    return [w for w in words if w not in STOP and not kind_of(w) and not w.isdigit()]


def _matching(
    words: Sequence[str], pool: Sequence[Medium], *, loosely: bool, named: bool
) -> int | None:
    """The medium with most of these words, at least half of them: the newest of those.

    `named`: they name a picture and no thing in it, so the one goes before that they made what it is.
    """
    best, most = None, (0.0, 0.0)
    for one in pool:
        stems = _stems(f"{one.prompt} {one.name}")
        share = sum(1 for word in words if _stem(word) in stems) / len(words)
        order = _stems(order_in(one.prompt)[1]) if named else set()
        made = sum(1 for word in words if _stem(word) in order) / len(words)
        if share >= 0.5 and (share, made) >= most:
            best, most = one.index, (share, made)
    return _akin(words, pool) if best is None and loosely else best


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in re.findall(r"[\w'-]+", text.lower().replace("_", " "))}


def _akin(words: Sequence[str], pool: Sequence[Medium]) -> int | None:
    """The one medium with a word of the same beginning: "sailing" for "a sailboat"."""
    heads = {word[:4] for word in words if len(word) > 5}
    found = [
        one.index
        for one in pool
        if heads
        & {word[:4] for word in re.findall(r"[a-z]{5,}", f"{one.prompt} {one.name}".lower())}
    ]
    return found[0] if len(found) == 1 else None


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
