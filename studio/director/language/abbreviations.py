"""What people shorten in chats, in the words it stands for: "w/o", "ppl", "b&w", "thru"."""

import re

_SHORT = {  # of any case, for these letters are nothing else
    "ppl": "people", "pple": "people", "btwn": "between", "bday": "birthday", "b-day": "birthday", "abt": "about",
    "tmrw": "tomorrow", "2nite": "tonight", "tonite": "tonight", "gr8": "great",
    "luv": "love", "smth": "something", "smthg": "something", "smthn": "something", "img": "image", "imgs": "images",
    "pix": "pictures", "pfp": "profile picture", "bff": "best friend", "bcoz": "because", "cuz": "because",
    "b/c": "because", "b&w": "black and white", "b+w": "black and white", "b/w": "black and white",
    "fav": "favourite", "fave": "favourite", "incl": "including", "w/o": "without",
    "w/out": "without",
}  # fmt: skip
_SMALL = {  # in small letters only: in capitals they may be a name
    "bg": "background", "bf": "boyfriend", "gf": "girlfriend", "yt": "youtube", "ig": "instagram",
    "fb": "facebook",
}  # fmt: skip
_FRONT, _BACK = r"(?<![\w/&.@#-])", r"(?![\w/&@-]|\.\w)"


def _any_of(words: dict[str, str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return rf"{_FRONT}(?:{'|'.join(map(re.escape, longest_first))}){_BACK}"


_SHORT_WORD = re.compile(_any_of(_SHORT), re.I)
_SMALL_WORD = re.compile(_any_of(_SMALL))
_BEFORE = re.compile(rf"{_FRONT}b4(?= (?:i|we|you|u|he|she|they|it|the|my|our)\b)", re.I)
_BECAUSE = re.compile(rf"(?<!\d ){_FRONT}bc{_BACK}")
_DIFFERENT = re.compile(  # "diff colours"; a "git diff" is one thing
    rf"(?<!\bgit )(?<!\bthe )(?<!\ba ){_FRONT}diff"
    r"(?= (?:[a-z'-]+ )?(?!(?:is|was|as|has|its|this)\b)[a-z'-]+[a-rt-z]s\b)",
    re.I,
)
_WITH = re.compile(r"\bw(?:/ ?|\b(?= (?:an?|the|my|his|her|its|their|some|no|lots)\b) ?)", re.I)
_THROUGH = re.compile(r"(?<![-\w])thru\b", re.I)
_AND = re.compile(r"(?<=[a-z]) ['’]?n['’]? (?!(?:roll|bass|b)\b)(?=[a-z])", re.I)
_AT = re.compile(r"(?<=\s)@ ?(?=(?:an?|the|my|our|his|her|their|\d{1,2} ?[ap]m)\b)", re.I)
_FOR = re.compile(r"(?<=[a-z] )4 (?=(?:my|our|me|him|her|his|us|u|ur|their)\b)", re.I)
_REMOVE = re.compile(
    r"^((?:(?:please|pls|plz|just|now|can (?:you|u)) ){0,2})(?:rm|del) (?=\w)", re.I
)
_ASIDE = re.compile(  # "idk" at the beginning answers a question
    r"\b(?:(?<=\S )idk|tbh|imo|imho|ngl|afaik|iirc)\b[ ,]{0,2}(?=\S)", re.I
)


def written_out(text: str) -> str:
    """The text with its abbreviations as words; asides that say nothing ("tbh") are left out beside others."""
    whole = _SHORT_WORD.sub(lambda one: _cased(one.group(), _SHORT), text)
    whole = _BECAUSE.sub("because", _BEFORE.sub("before", _DIFFERENT.sub("different", whole)))
    whole = _WITH.sub("with ", _SMALL_WORD.sub(lambda one: _SMALL[one.group()], whole))
    whole = _AND.sub(" and ", _THROUGH.sub("through", whole))
    whole = _REMOVE.sub(r"\1remove ", _FOR.sub("for ", _AT.sub("at ", whole)))
    return _ASIDE.sub("", whole)


def _cased(word: str, words: dict[str, str]) -> str:
    told = words[word.lower()]
    return told.capitalize() if word[0].isupper() and word[1:] == word[1:].lower() else told
