"""What a shop or a person wants to be read on a film, said without quotes: opening hours, a price, an address."""

import re
from collections.abc import Callable

_NOTICE = (
    r"(?:(?:opening |office |business )?(?:hours|times)|(?:(?:shop|street|web|e-?mail|postal) )?address|"
    r"(?:(?:tele)?phone|mobile|whatsapp|booking|contact) ?(?:number|no\.?)|number|prices?|web ?site|web ?page|url|"
    r"e-?mail|"
    r"handle|date|name|tag ?line|slogan|motto|message|special offer|offer|discount(?: code)?|promo code|"
    r"(?:contact )?details|"
    r"location|hashtag|sentence|lines?|quote|credits?|announcement)"
)
_PUT = re.compile(
    r"\b(?:put|make|add|write|stick|slap|place|show|display|burn|overlay|include|insert|type|lay|have|need|want|"
    r"should (?:be|go|say|read|stand|appear)|goes|to (?:be|go|appear))\b",
    re.I,
)
_WHERE = re.compile(
    r"\b(?:bottom|top|corner|middle|cent(?:er|re)|foot|lower|upper|(?:on|over|onto|across|to|in|of|"
    r"throughout) (?:it|this|"
    r"that|them|(?:the|my|this|our|that) (?:whole )?(?:video|film|clip|reel|footage|movie|screen|end|start|"
    r"beginning)))\b",
    re.I,
)
_AFTER_A_COLON = re.compile(
    rf"\b(?P<notice>{_NOTICE})\b(?P<where>[^:\n\"“]{{0,100}}?)(?:\s?(?<!\d):(?![\d/])\s?|\s[-–—]\s)(?P<words>[^\s\"“][^\n\"“]{{0,300}})$",
    re.I,
)
_DATA = (
    r"(?:[£$€]\s?\d[\d.,]*|\d[\d.,]* ?(?:€|£|euros?|pounds?|dollars?)|(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|"
    r"net|uk|de|shop|coffee|io|eu|fr|es|it|info|biz|co|me|tv)(?:/\S*)?|[\w.-]+@[\w.-]+\w|@\w{3,}|#\w{2,}|"
    r"\+?\d[\d ()/-]{6,}\d)"
)
_BESIDE = re.compile(
    rf"\b(?P<notice>{_NOTICE})\b(?P<where>[^\d:\n\"“@#£$€]{{0,80}}?)[ ,:]{{1,3}}(?P<words>{_DATA})(?=[\s,.!?]|$)",
    re.I,
)


def notice_kept(text: str, keep: Callable[[str], str]) -> str:
    """The text with the words that are to be read on a film kept as a quotation."""
    for pattern in (_AFTER_A_COLON, _BESIDE):
        told = pattern.search(text)
        if told is None:
            continue
        around = text[: told.start("words")]
        rest = text[told.end("words") :]
        if _PUT.search(around) and _WHERE.search(f"{around}{rest}"):
            return f"{around.rstrip(' :,?!')}: {keep(told['words'].rstrip(' .!?'))}{rest}"
    return text


def names_a_notice(text: str) -> bool:
    """Whether it speaks of such words and of where they are to stand."""
    return bool(re.search(rf"\b{_NOTICE}\b", text, re.I) and _WHERE.search(text))
