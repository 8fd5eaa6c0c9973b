"""Thanks and delight: when everything that was said is one of them, there is nothing to make."""

import re

from studio.director.language.vocabulary import CRIES

MOST = 300
_PARTS = re.compile(r"[.!?,;:…\n]|\s[-–—]\s|\b(?:and|but)\b", re.I)
_VERY = r"(?:(?:so|really|very|just|absolutely|totally|simply|truly|such|an?|what an?|pretty|way too) ){0,3}"
_GOOD = (
    r"(?:great|good|gorgeous|beautiful|amazing|awesome|perfect|perfection|lovely|nice|cool|stunning|fantastic|"
    r"incredible|wonderful|brilliant|superb|excellent|adorable|cute|hilarious|breathtaking|magical|impressive|"
    r"spot on|spectacular|phenomenal|fabulous|the best|a dream|a masterpiece|a beauty|everything|kind|helpful|"
    r"patient|clever)"
)
_WHAT = r"(?:th(?:at|is|ey|ese|ose)|it|you|the (?:[\w-]+ ){0,2}[\w-]+|(?:image|video|audio) \d+)"
_IS = r"(?:['’]?s|['’]?re| is| are| was| were| looks?| sounds?| came out| turned out)"
_THANKS = (
    r"(?:(?:many|huge|big|so many) )?(?:thanks|thank (?:you|u)|thx|cheers)"
    r"(?: (?:so much|very much|a lot|a million|a ton|again|all|for (?:that|this|it|everything|your \w+))){0,3}"
)
_WANTED = (
    r"(?:(?:exactly|just|precisely) (?:what|how|as|like)|what|how) (?:i|we)(?:['’]d| had| have)? ?"
    r"(?:in (?:mind|my (?:head|mind))|want\w*|imagin\w+|pictur\w+|hop\w+|need\w*|dream\w*).{0,30}"
)
_LOVED = (
    r"(?:(?:i|we|my \w+) )?(?:(?:really|just|absolutely|totally|so|do) ){0,2}(?:love[sd]?|adore[sd]?)"
    r"(?: (?:it|this|that|them|how .{1,30}))(?: (?:so much|a lot))?"
)
_TOLD = (
    r"you(?:['’]?re| are)? (?:the best|a (?:star|legend|genius|lifesaver)|nailed it|rock)|made my day|no notes|"
    r"bravo|well done|could(?:n['’]?t| not) be (?:better|happier)"
)
_NEXT = (  # what somebody will do with it, told in thanks
    r"(?:i|we)(?:['’]ll| will|['’]m going to| am going to|['’]re going to| are going to|['’]m gonna) (?:show|"
    r"send|share|"
    r"print|post|frame|hang|give|keep|use|tell|come back|be back|think about)\b(?!.{0,60}\b(?:but|need|want|if)\b)"
    r"[\w '’-]{0,60}"
)
_PART = re.compile(
    rf"(?:{CRIES}\b\s?){{0,6}}(?:{_THANKS}|{_WANTED}|{_LOVED}|{_TOLD}|{_NEXT}|(?:{_WHAT}{_IS} )?{_VERY}{_GOOD}"
    r"(?: (?:work|job|stuff))?)?",
    re.I,
)


def delighted(text: str) -> bool:
    """Whether all of it is thanks, praise or a cry."""
    parts = [part.strip() for part in _PARTS.split(text[: MOST + 1])]
    return 0 < len(text) <= MOST and any(parts) and all(_PART.fullmatch(part) for part in parts)
