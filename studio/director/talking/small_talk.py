"""Answers to greetings, thanks, praise, dislikes and goodbyes."""

import re

from studio.director.language.asides import COMPLAINT, DISLIKE, PRAISE, THANKS
from studio.director.language.clauses import clauses_of
from studio.director.language.orders import order_first
from studio.director.language.remarks import only_remarks
from studio.director.language.statements import is_talk, praises
from studio.director.language.thanks import delighted
from studio.director.language.vocabulary import CRY, EDGES
from studio.director.reading import Turn
from studio.director.references.chosen import chosen_in

GLAD = "Glad it fits. Say what should come next, or change anything by its number."
WELCOME = f"You are welcome. {GLAD}"

HELLO = "Hello. What shall we make? A picture, a moving picture, or a film to a song of yours."
_GREETS = re.compile(  # nothing but hello, in as many words as people take for it
    r"(?:(?:hi|hiya|hello|hey|heya|yo|sup|howdy|morning|evening|afternoon|good (?:morning|evening|afternoon|"
    r"day)|greetings|"
    r"there|again|everyone|all|guys|friend|buddy|mate|bot|studio|what['’]?s (?:up|new|good)|wh?assup|how (?:are|r) "
    r"(?:you|u|things)(?: (?:doing|today|going))*|how['’]?s it going|nice to meet (?:you|u)|long time no see|"
    r"i['’]?m \w+|"
    r"my name is \w+)\b[\s,.!?:)-]{0,4}){1,8}",
    re.I,
)
_GREETING = re.compile(
    r"^(hi|hiya|hello|hey|heya|good (morning|evening|afternoon|day)|greetings|moin|hallo|yo|sup|howdy|hola|bonjour|"
    r"salut|ciao|how are you|how's it going|what's up)\b",
    re.I,
)

_THANKS = re.compile(
    r"\b(thanks|thank you|thx|ty|cheers|great (?:work|job)|good (?:work|job)|nice work|well done|lovely|perfect|"
    r"amazing|awesome|brilliant|love it|you(?:'re| are) (?:great|amazing|the best|awesome|good)|that was (?:quick|"
    r"fast|great|good)|danke|merci|gracias|grazie)\b",
    re.I,
)

_BYE = re.compile(
    r"^(bye|goodbye|see you|good night|that's all|that is all|i'm done|we're done)\b", re.I
)

_YES = re.compile(
    r"^(ok|okay|k|yes|yeah|yep|sure|cool|nice|great|good|perfect|wow|beautiful|fine|right|got it|i see|haha+|lol|"
    r"ja|oui|sí|si)( (?:one|then|ok|cool))?$",
    re.I,
)

_LIKES = re.compile(r"^i (?:really |do )?(like|love|prefer|choose|pick|take)\b", re.I)

_UNHAPPY = re.compile(
    r"^(?:that(?:'s| is|s)?|this|it(?:'s)?|(?:i )?(?:don't|do not|dont)|i (?:hate|dislike)|not)\b.{0,40}\b(?:wrong|bad|"
    r"ugly|not (?:what|right|good|it)|like (?:it|that|this|the)|terrible|awful|broken|boring|hate|meant)\b|"
    r"^i (?:really )?(?:hate|dislike|can['’]?t stand) (?:it|this|that|them|these|those)\b",
    re.I,
)

_ORDERED_AFTER = re.compile(
    r"[,.!;-] ?(?:(?:please|so|and|but|pls|now) )*"
    r"(?:try|make|do|redo|draw|give|show|again|another|one more|use|change)\b",
    re.I,
)


def pleasantry(text: str, turn: Turn) -> str:
    if turn.attached:
        return ""
    if _greets(text):
        return HELLO
    if len(text.split()) > 1 and (delighted(text) or pleased(text)):
        return WELCOME if _thanked(text) else GLAD
    if len(text.split()) > 7:
        return ""
    if not _ORDERED_AFTER.search(text) and _UNHAPPY.search(
        re.sub(r"^(?:no+|nope|nah)\b[\s,.!]{0,3}", "", CRY.sub("", text), flags=re.I)
    ):
        return "I see. What should be different? Name the picture or film by its number and say the change."
    if _YES.match(text):
        return "Good. What should come next? Say a number to change something, or what to make."
    if _LIKES.match(text) and is_talk(order_first(text)) and len(clauses_of(text)) == 1:
        return "Good choice. Shall it move, or should something about it change?"
    if _BYE.match(text):
        return "Goodbye. Everything that was made stays in this conversation."
    rest = _GREETING.sub("", _THANKS.sub("", text), count=1).strip(EDGES)
    if _THANKS.search(text) and not _asks(rest):
        return WELCOME if _thanked(text) else GLAD
    if _GREETING.match(text) and not _asks(rest):
        return HELLO
    return ""


def _thanked(text: str) -> bool:
    """Whether thanks are among it, and not praise alone."""
    return bool(
        re.search(
            r"\b(?:thanks?|thank ?you|thx|tnx|ty|tysm|cheers|danke|merci|gracias|grazie)\b",
            text,
            re.I,
        )
    )


def pleased(text: str) -> bool:
    """Whether all of it is remarks, of thanks or praise among others that want nothing."""
    kinds = only_remarks(text)
    return bool({THANKS, PRAISE} & set(kinds)) and not {COMPLAINT, DISLIKE} & set(kinds)


_USED = re.compile(r"^(?:[\w,]{1,12} )?(?:use|take)\b", re.I)


def settled(turn: Turn, text: str) -> str:
    """The answer to words that only choose what the next wish is about: "I like the second one more"."""
    found = None if turn.attached else chosen_in(text.strip(EDGES), turn)
    if found is None or (_USED.match(text) and turn.recent[:1] and turn.recent[0][0] == "video"):
        return ""  # a film can be made once more from that picture
    return f"Good choice. Your next wish goes on from {found[0]} {found[1]}: shall it move, or should something change?"


_MEASURED = re.compile(  # "how cool is that" praises; these ask
    r"^(?:(?:and|so|ok|but),? )?how (?:long|big|large|wide|tall|high|many|much)\b", re.I
)


def chat(text: str, turn: Turn) -> str:
    """The answer to praise or a story in which nothing is asked for."""
    clauses = clauses_of(text)
    if (
        turn.attached
        or len(clauses) != 1
        or _MEASURED.match(text)
        or not (is_talk(clauses[0].text) or (praises(text) and order_first(text) == text))
    ):
        return ""
    if _thanked(" ".join((text, *turn.remarks))):
        return WELCOME
    return "Good to know. What should come next: a change to something here, or something new?"


def _greets(text: str) -> bool:
    return bool(_GREETING.match(text) and _GREETS.fullmatch(text))


def _asks(rest: str) -> bool:
    """Whether more than a greeting was said."""
    small = (
        r"(?:there|you|very|so|much|a lot|lot|for|that|this|it|it's|its|is|are|all|again|everyone|friend|today|"
        r"and|the|job|work|one|looks?|great|really|i|s)"
    )
    return bool(re.sub(rf"\b{small}\b|\W+", " ", rest, flags=re.I).strip())
