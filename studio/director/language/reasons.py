"""What a wish is for, told behind it: no part of the order. "Remove the lamp. I want to put it on our menu"."""

import re

from studio.director.language import values
from studio.director.language.politeness import plain
from studio.director.language.vocabulary import PEOPLE, VERB

MOST = 200  # characters of a reason
_IT = r"(?:it|this|that|them|these|him|her)"
_SHOWN_ON = (
    r"(?:menus?|web ?sites?|web ?pages?|sites?|home ?pages?|pages?|blogs?|shops?|stores?|insta(?:gram)?|facebook|etsy|"
    r"ebay|linkedin|newsletters?|flyers?|leaflets?|posters?|cards?|mugs?|t-?shirts?|shirts?|hoodies?|bags?|stickers?|"
    r"labels?|fridge|walls?|phones?|desktop|slides?|presentations?|profiles?|channels?|cv|resume|books?|albums?|"
    r"covers?|invitations?|packag(?:es?|ing)|box(?:es)?|signs?|listings?|ads?|brochures?|catalogues?|thumbnails?)"
)
_WANTED = (
    r"(?:i|we)(?:['’]?(?:m|re|d|ll)| am| are| would| will)? ?(?:just )?(?:want|need|like|love|plan|going|"
    r"gonna|hope|wanna|have|planning|hoping)?"
)
_USED = (
    rf"(?:(?:put|place|stick|have|add|paste|get) {_IT} (?:on|in|into|onto|up on|to|as) (?:my|our|the|an?|some) "
    rf"(?:[\w'’-]+ ){{0,2}}{_SHOWN_ON}\b|(?:print|upload|send|sell|frame|share|hang|gift|us(?:e|ing)|"
    rf"post(?:ing)?|printing|sending|selling|putting) {_IT}\b(?! (?:on|in|into|onto) an? )|"
    rf"(?:show|give) {_IT} to\b)"
)
_FIRST = rf"{_WANTED} ?(?:to )?{_USED}"
_FOR_SOMEBODY = (
    rf"(?:it|this|that)(?:['’]?s| is) (?:all )?for (?:my|our|his|her) (?:[\w'’-]+ ){{0,2}}{PEOPLE}"
)
_FOR_A_PLACE = (
    r"(?:it|this|that)(?:['’]?s| is) (?:all )?for (?:my |our |an? |the )?(?:instagram|insta|tik ?tok|youtube|facebook|"
    r"whatsapp|linkedin|snapchat)(?: (?:story|stories|reels?|posts?|videos?|shorts?|feed|thumbnails?|page|channel))?"
)
_ANY_PURPOSE = (
    r"(?:it|this|that)(?:['’]?s| is) (?:meant |going |all )?(?:for|to be|going on) [^,;:]{2,80}"
)
_CAN = r"so(?: that)? (?:i|we) (?:can|could|['’]?ll be able to)\b"
_ANY_CAN = r"so(?: that)? (?:i|we|you|he|she|they|it|people|everyone) (?:can|could|will|['’]?ll)\b"
_WHY = r"(?:because|cause|cos|cuz|coz|['’]cause) (?:i|we|my|our)\b"
_ANY_WHY = r"(?:because|cos|cuz|coz|['’]cause) \w"
_STOP = r"(?:\s?[.!?,;…]{1,3}|\s[-–—])\s"
_LINKED = rf"(?:{_STOP}|\s)(?:and |but )?"
_THANKS = r"(?:[\s,.!]{1,3}(?:please|thanks|thank you|cheers|ta|thx)(?: so much| a lot)?)?"
_END = rf"[^.!?;:\n\"“]{{0,120}}?{_THANKS}[\s.!?]*$"
_OF_ANYTHING = re.compile(
    rf"{_STOP}(?:(?:and |so |as |since |because )?{_FIRST}{_END}|"
    rf"(?:and |because )?(?:{_FOR_SOMEBODY}|{_FOR_A_PLACE}){_THANKS}[\s.!?]*$)|"
    rf"{_LINKED}(?:{_CAN}|{_WHY}){_END}",
    re.I,
)
_OF_A_CHANGE = re.compile(
    rf"{_STOP}(?:and |because )?{_ANY_PURPOSE}{_THANKS}[\s.!?]*$|{_LINKED}(?:{_ANY_CAN}|{_ANY_WHY}){_END}",
    re.I,
)
_CHANGES = re.compile(  # an order about a picture or a film that is there
    r"(?:remove|erase|delete|get rid of|take (?:out|away|off)|cut|crop|fix|restore|repair|clean|retouch|sharpen|"
    r"enlarge|"
    r"upscale|brighten|darken|lighten|blur|recolou?r|colou?ri[sz]e|replace|swap|straighten)\b|"
    r"(?:make|turn|change|put|give|have|take|trim|shorten) (?:the|it|this|that|him|her|them|my|our|his|its|"
    r"their|these)\b",
    re.I,
)
_ORDERED_TOO = re.compile(
    rf"(?:,|\band|\bthen|\bbut)\s(?:(?:please|then|also|now) )?{VERB}\b", re.I
)
_NOT_YET = re.compile(  # what is to wait, told behind what is not
    r"(?:\s?[.!,;]{1,2}|\s[-–—])?\s(?:(?:but|and|please|just) ){0,2}(?:don['’]?t|do not|no need to) "
    r"(?:\w+ ){1,2}(?:(?:it|them|that|this|anything|(?:the|any) \w+) )?(?:just )?(?:yet|for now|right now)[\s.!]*$",
    re.I,
)
_FOR_A_USE = re.compile(  # what a picture is wanted for; all else may be told of what is on it
    rf"{_USED}|\b{_SHOWN_ON}\b|(?:because|cause|cos|cuz|coz) (?:i|we) (?:(?:just|really|so) )?(?:love|like|need|want|"
    r"adore|miss|enjoy)\b",
    re.I,
)
_QUOTED = re.compile(r"[\"“„«:\n]|'\w")


def without_reasons(text: str) -> str:
    """The order alone, with the shape a reason names; a reason in words to be read or written stays."""
    start = max(0, len(text) - MOST)
    if waits := _NOT_YET.search(text, max(0, len(text) - 60)):
        head = text[: waits.start()]
        return head if len(head.split()) > 2 and not _QUOTED.search(head) else text
    for reasons, of_a_change in ((_OF_ANYTHING, False), (_OF_A_CHANGE, True)):
        found = reasons.search(text, start)
        if found is None or (head := text[: found.start()].strip()) == "":
            continue
        told = found.group()
        shape = values.size_in(told)
        if _QUOTED.search(head) or "width" in shape or _ORDERED_TOO.search(told):
            return text
        ordered = re.match(rf"{VERB}\b", plain(head), re.I)
        if not ordered and (_FOR_A_USE.search(told) or not told[0].isspace()):
            ordered = re.match(r"(?:an?|some|two|three)\s", plain(head), re.I)
        changes = _CHANGES.match(plain(head))
        if ordered and (changes or not of_a_change):
            return f"{head}, {shape['aspectRatio']}" if shape and not changes else head
    return text
