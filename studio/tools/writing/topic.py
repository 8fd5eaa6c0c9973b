"""Reading a brief: what it is about, its mood, where it plays, whom it addresses."""

import re
from dataclasses import dataclass

_ASK = re.compile(
    r"^\s*(?:please |hey |hi |can you |could you |would you |"
    r"i(?:'d| would)? (?:want|need|like) (?:you )?(?:to )?|let'?s )*"
    r"(?:(?:write|compose|create|make|generate|produce|design|plan|draft|give|build|show|draw|film|shoot|do)\b\s*)?"
    r"(?:me |us |up |out )*",
    re.IGNORECASE,
)
_KINDS = (
    r"songs?|lyrics|ballads?|anthems?|tunes?|tracks?|jingles?|lullab(?:y|ies)|music|score|theme|instrumentals?|pieces?|"
    r"videos?|films?|clips?|movies?|trailers?|teasers?|ads?|adverts?|commercials?|scripts?|screenplays?|storyboards?|"
    r"stor(?:y|ies)|campaigns?|spots?|reels?|shorts?|promos?|explainers?|montages?|workflows?|plans?|templates?|"
    r"prompts?|pictures?|images?|photos?|posters?|scenes?|briefs?|treatments?"
)
_FORM = re.compile(
    rf"^(?:an?|the|some|my|our)?\s*(?:[\w'’]+[ -]){{0,5}}?(?:{_KINDS})\b"
    r"(?: (?:video|song|script|film|ad|spot|clip|teaser|plan|workflow))*,?\s*"
    r"(?:(?:about|on|of|for|showing|with|featuring|that (?:shows?|tells?(?: the story)? of)|"
    r"telling(?: the story of)?|called|where|in which)\b|[:–—-])\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[,;.\s]{1,3}(?:(?:in|at|with|for|of)\s)?(?:the style of (?s:.*)|"
    r"(?:upbeat|slow|fast|sad|happy|cinematic|epic)?\s?(?:pop|rock|jazz|folk|lo-fi|style|tone|genre)\b(?s:.*)|"
    r"(?:for|on) (?:tiktok|instagram|youtube|reels|social media)\b(?s:.*)|in english\b(?s:.*))$",
    re.IGNORECASE,
)
_LENGTHS = re.compile(
    r"(?:,?\s?\b(?:with|and) (?:[\w-]+ ){0,2}\b(?:music|soundtrack)\b$)|"
    r"(?:,\s?)?(?:\bin )?\b(?:one|two|three|four|five|six|seven|eight)[- ](?:shots?|scenes?|clips?)\b|"
    r"(?:,\s?)?\b(?:\d+[- ]?(?:s|secs?|seconds?|minutes?|min|bpm|shots?|scenes?)|\d+:\d+)\b",
    re.IGNORECASE,
)
_STEPS = re.compile(  # what is to be done with the pictures, told behind what they show
    r"(?:[,;]\s*(?:and |then )*|\s(?:and )?then )(?:animate|stitch|upscale)\b(?:[ ,]+(?:and|then|animate|stitch|join|"
    r"merge|combine|upscale|it|them|all|each(?: one)?|everything|together|up|the (?:clips|scenes|pictures|images|shots|"
    r"results?)|into (?:a|one)(?: single)? (?:film|video|clip|movie)))*$",
    re.IGNORECASE,
)
_RELATIVE = frozenset(
    re.findall(
        r"\w+",
        """over under to in on at with for and as by from near after before a an the of""",
    )
)
_LONGEST = 1200
_TITLE_WORDS = 6
_PRONOUNS = frozenset({"who", "that", "which", "where", "when", "while"})
_MOODS = (
    ("sad", r"sad\w*|melanchol\w*|lonely|loss|lost|goodbye|griev\w*|heartbr\w*|mourn\w*|tears?|farewell|nostalgi\w*"),
    ("tense", r"tense|thriller|suspense\w*|horror|dark|mysteri\w*|haunt\w*|danger\w*|noir|eerie|chase"),
    ("epic", r"epic|heroic|battle|grand|legend\w*|triumph\w*|quest|dragons?|war|glory"),
    ("funny", r"funny|comed\w*|silly|humou?r\w*|quirky|absurd|witty|playful"),
    ("calm", r"calm\w*|peace\w*|relax\w*|gentle|quiet|sleep\w*|meditat\w*|serene|cosy|cozy|slow"),
    ("tender", r"love|romantic|romance|tender|wedding|valentine|kiss|heart\w*|intimate"),
    ("bright", r"happy|joy\w*|upbeat|summer\w*|celebrat\w*|party|fun|dance|sunny|energetic|cheer\w*|birthday|"
     r"uplift\w*"),
)  # fmt: skip
_MOOD_WORDS = tuple(
    (mood, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for mood, words in _MOODS
)
_PLACES = (
    ("sea", r"sea|ocean|beach|harbou?r|boats?|ships?|sail\w*|island|coast|waves?|lighthouse|surf\w*|fish\w*|whales?"),
    ("city", r"city|street|urban|neon|subway|skyline|traffic|café|cafe|coffee|office|downtown|skate\w*"),
    ("road", r"road|drive|driving|car|truck|train|travel\w*|journey|highway|bike|motorcycle|trip"),
    ("nature", r"forest|mountain\w*|river|trees?|garden|field|meadow|rain|snow|winter|spring|autumn|fox|wolf|bear|"
     r"birds?|"
     r"flowers?|lake|hik\w*|camp\w*|desert"),
    ("space", r"space|stars?|planets?|moon|rocket|galax\w*|astronaut|alien|mars|sci-?fi|spaceship"),
    ("home", r"home|house|kitchen|famil\w*|mother|father|child\w*|grand\w*|dog|cat|bak\w*|cook\w*|fireplace|wedding"),
)  # fmt: skip
_PLACE_WORDS = tuple(
    (place, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for place, words in _PLACES
)
_SELLS = re.compile(
    r"\b(ads?|advert\w*|commercial|promo\w*|product|launch|brand|campaign|sale|app|startup|shop|store|service)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)\b")
_STOP = frozenset(
    re.findall(
        r"\w+",
        """a an the and or but of to in on at for with from by about into over under as is are was were be been it its
        this that these those his her their our your my i you he she we they me him them us who whom which what when
        where why how not no so very just some any all each every other another than then there here out up down off
        again more most such only own same too can will would should could may might must do does did have has had
        make makes made get gets one two three""",
    )
)


@dataclass(frozen=True)
class Topic:
    """A brief as it was understood.

    `phrase` is what it is about, fit to stand in a sentence; `words` its content words; `name` a proper name or "";
    `sells` whether it advertises.
    """

    text: str
    phrase: str
    words: tuple[str, ...]
    mood: str
    place: str
    name: str
    sells: bool

    @property
    def title(self) -> str:
        """A short title, capitalised: the phrase if it is short, or its beginning up to a word where it can end."""
        bare = re.sub(r"^(?:an?|the|my|our|your) ", "", self.phrase, flags=re.IGNORECASE)
        kept = re.split(r"[,;:]", bare)[0].split()
        kept = kept[
            : next((at for at, word in enumerate(kept) if at and word.lower() in _PRONOUNS), None)
        ]
        if len(kept) > _TITLE_WORDS:
            ends = [at for at in range(2, _TITLE_WORDS + 1) if kept[at].lower() in _RELATIVE]
            kept = kept[: max(ends, default=_TITLE_WORDS)]
        while len(kept) > 1 and kept[-1].lower() in _RELATIVE:
            kept.pop()
        return " ".join(_titled(word, first=not at) for at, word in enumerate(kept)) or "Untitled"

    @property
    def head(self) -> str:
        """The phrase without what is only said of it: up to a comma, "who", "that" …"""
        return re.split(r",| (?:who|that|which|where|when|while) ", self.phrase)[0]

    @property
    def sentence_start(self) -> str:
        """The phrase with a capital letter."""
        return self.phrase[:1].upper() + self.phrase[1:]


def _titled(word: str, *, first: bool) -> str:
    if not first and len(word) < 4 and word.lower() in _RELATIVE:
        return word.lower()
    return word[:1].upper() + word[1:]


def read_topic(text: str) -> Topic:
    """What a brief is about; never empty."""
    plain = " ".join(text.split())[:_LONGEST]
    phrase = _phrase(plain)
    words = tuple(
        dict.fromkeys(
            word for word in re.findall(r"[^\W\d_]{3,}", phrase.lower()) if word not in _STOP
        )
    )
    mood = next((mood for mood, found in _MOOD_WORDS if found.search(plain)), "warm")
    place = next((place for place, found in _PLACE_WORDS if found.search(plain)), "open")
    names = [
        name
        for name in _NAME.findall(plain)
        if name.lower() not in _STOP and name not in ("I", "TikTok", "Instagram", "YouTube")
    ]
    return Topic(
        plain,
        phrase,
        words or ("story",),
        mood,
        place,
        names[0] if names else "",
        bool(_SELLS.search(plain)),
    )


def _phrase(text: str) -> str:
    first = re.split(r"(?<=[\w)])[.!?;]\s|\n", text)[0][:400].strip(" .!?;:,\"'")
    first = re.sub(r"\s{2,}", " ", _STEPS.sub("", _LENGTHS.sub("", first))).strip(" ,")
    bare = re.sub(r"^(?:of|about|showing) ", "", _ASK.sub("", first, count=1), flags=re.IGNORECASE)
    bare = _FORM.sub("", bare, count=1).strip()
    for _ in range(3):
        shorter = _TAIL.sub("", bare).strip(" ,.;:-")
        if shorter == bare or not shorter:
            break
        bare = shorter
    bare = bare.strip(" ,.;:-–—\"'") or first or text or "a quiet moment"
    words = bare.split()
    if len(words) > 14:
        cut = next((place for place in range(6, 14) if words[place - 1].endswith(",")), 14)
        words = words[:cut]
        while len(words) > 3 and words[-1].lower().strip(",") in _STOP:
            words.pop()
        bare = " ".join(words).rstrip(",")
    if bare != first or bare[:2].isupper() or bare.split()[0] == "I":
        return bare
    return bare[:1].lower() + bare[1:]
