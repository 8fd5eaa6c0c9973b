"""What stands in quotes, or is told to be read or heard, put behind a mark: the rules for orders do not see it."""

import re

from studio.director.language.notices import notice_kept
from studio.director.language.orders import SEPARATOR
from studio.director.language.vocabulary import ANNOUNCEMENT

MARKED = r"\u2983\d+\u2984"
"""The mark of any such words, as a rule has it."""
_MARK = "\u2983{}\u2984"
MARKS = re.compile(r"\u2983(\d+)\u2984")
"""A mark, with the place of its words."""
_OURS = str.maketrans(
    "", "", f"\u2983\u2984{SEPARATOR}"
)  # signs that stand for something here, whoever types them

_CAPITALS = re.compile(  # big words for a sign or a film: put SALE NOW ON at the top
    r"\b((?:[Pp]ut|[Aa]dd|[Ww]rite|[Ss]tick|[Ss]lap|[Pp]lace|[Dd]isplay|[Oo]verlay|[Ss]how|saying|says?|reading|"
    r"reads|words?|text|"
    r"title|caption|headline)\s(?:the (?:words?|text|"
    r"title)\s)?)([A-Z][A-Z'’&!-]{2,}(?:[ ,]+[-−+]?[$€£]?[A-Z0-9][A-Z0-9'’&!:%$€£-]*)*|"
    r"[$€£]?[A-Z0-9][A-Z0-9'’&!%-]*(?: [$€£]?[A-Z0-9][A-Z0-9'’&!:%$€£-]*)+)(?=[\s.,!?]|$)"
)
_FIGURES = re.compile(  # "add the date 12.06.2027" is something to be read
    r"\b(?:add|put|write|insert|include) the (?:date|time|price|year|phone number) "
    r"(\d[\d.:/,€$£% -]*\d)(?=[.!]?$| on (?:it|top)\b)",
    re.I,
)
_QUOTE = re.compile(
    r"\"([^\"]{1,2000})\"|“([^”]{1,2000})”|„([^“”]{1,2000})[“”]|«([^»]{1,2000})»|(?:(?<=\s)|"
    r"(?<=[:(]))'([^'\n]{2,400})'(?=[\s,.;!?)]|$)"
    r"|(?<=\s)‘([^’\n]{2,400})’"
)
_SRT = re.compile(r"(?:^|\n)(?:WEBVTT[^\n]*\n+)?(?:\d+\s?\n)?\d{1,2}:\d{2}[^\n]*-->.*", re.S)
_TOLD = re.compile(
    r"\b((?:lyrics|words|text|script|line|lines|prompt|caption|captions|subtitles?|titles?|headline|heading|tts|"
    r"narrate|narration|workflow|plan|template|brief|"
    r"say|says|saying|speak|read|"
    r"aloud|voice)\b(?:[^:\n\"“]|(?<=\d):(?=\d)){0,30})"
    r"(?:(?<!\d):|:(?!\d))\s?(?=\S)((?s:.+))$",
    re.I | re.S,
)
_READ_OUT = re.compile(  # what is only heard, and its words behind a colon
    rf"\b((?:voice-?mail|answering machine|mailbox|(?:phone|telephone) greeting|audio-?(?:guide|book)|"
    rf"{ANNOUNCEMENT})\b"
    r"[^:\n\"“]{0,60}):\s?(?=\S)((?s:.+))$",
    re.I,
)
_ANNOUNCED = re.compile(  # what somebody wants to be read on it, said without quotes
    r"\b(?:announcing|to announce|saying|that says|telling (?:people|everyone|everybody|customers))(?: that)? "
    r"(?P<words>(?:we|our|i|my|you|it['’]s)\b[^,.;:\n\"“]{3,80})$",
    re.I,
)
_WRITTEN = re.compile(  # "write Leo turns 5 at the end"
    r"^(?P<order>(?:(?:and|now|please|then|can you|could you) ){0,2}write) (?P<words>(?!(?:lyrics|an?|the|some|me|"
    r"us|it|that|this|"
    r"something|on|in|at|words|text|down|about)\b)[^\n\"“:]{1,60}?) (?P<place>(?:at|in|on|over|across) (?:the |its )?"
    r"(?:very )?(?:top|bottom|end|ending|start|beginning|middle|cent(?:er|re)|corner|front|back|side|sky|wall|sign)|"
    r"on (?:it|him|her|them|top))(?=[.!]?$)",
    re.I,
)
_ON_A_THING = re.compile(  # what is to be read on something printed, said without quotes
    r"\b(?P<thing>(?:post ?cards?|cards?|posters?|flyers?|banners?|signs?|stickers?|labels?|invitations?|"
    r"t-?shirts?|mugs?|"
    r"logos?|memes?|billboards?|thumbnails?|certificates?|menus?)\b[^\"\n:]{0,80}?),? (?:that says|which says|and "
    r"says|says|"
    r"saying|it says|that reads|with the (?:words?|text|title|slogan|caption|headline|message)) (?P<words>[^\s,.;:!\"]"
    r"[^,.;:\n\"“]{1,60}?)(?= in (?:big|large|small|bold|golden|gold|white|black|red|blue|yellow|green|pink)\b| at the "
    r"(?:top|bottom)\b| on (?:it|top)\b|[,.;!]|$)",
    re.I,
)


def masked(text: str) -> tuple[str, list[str]]:
    """The text with marks, and the words behind them."""
    text = text.translate(_OURS)
    quotes: list[str] = []

    def keep(words: str) -> str:
        quotes.append(words.strip())
        return _MARK.format(len(quotes) - 1)

    srt = _SRT.search(text)
    if srt:
        text = text[: srt.start()] + " " + keep(srt.group())
    text = _QUOTE.sub(lambda found: keep(next(one for one in found.groups() if one)), text)
    if not quotes:
        text = _CAPITALS.sub(lambda found: found.group(1) + keep(found.group(2)), text)
        text = _FIGURES.sub(lambda found: f"write {keep(found.group(1))}", text)
    if not quotes:
        text = notice_kept(text, keep)
    if not quotes:
        text = _READ_OUT.sub(lambda found: f"{found.group(1)}: {keep(found.group(2))}", text)
    if not quotes:
        text = _TOLD.sub(lambda found: f"{found.group(1)}: {keep(found.group(2))}", text)
    if not quotes:
        text = _WRITTEN.sub(
            lambda said: f"{said['order']} {keep(said['words'])} {said['place']}", text
        )
    if not quotes:
        text = _ANNOUNCED.sub(
            lambda said: f"with the words {keep(_as_heading(said['words']))}", text
        )
    if not quotes:
        text = _ON_A_THING.sub(
            lambda said: f"{said['thing']} with the words {keep(_as_heading(said['words']))}", text
        )
    return text, quotes


def _as_heading(words: str) -> str:
    return words[0].upper() + words[1:]
