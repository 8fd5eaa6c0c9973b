"""What is told before an order and is none itself: who would like it, what is seen in those seconds, what to plan.

"Visitors would love to turn this vase. Make a 3d model of it" is the model alone.
"""

import re

from studio.director.language.vocabulary import PEOPLE, VERB

_TIME = r"(?:\d{1,2}:\d{2}|\d{1,4}(?:\.\d{1,3})?)"
_S = r"(?: ?s(?:ec(?:ond)?s?)?)?"
_AUDIENCE = (
    r"(?:visitors|customers|clients|guests|users|buyers|shoppers|readers|viewers|tourists|fans|followers|subscribers|"
    rf"students|pupils|people|everyone|everybody|(?:my|our|his|her|their|the) (?:[\w'’-]+ ){{0,2}}?(?:{PEOPLE}|"
    r"visitors|users|buyers|readers|viewers))"
)
_WHO_WOULD_LIKE = re.compile(
    rf"^(?:(?:our|my|the|some|many|most|all) )?{_AUDIENCE} (?:(?:would|['’]d) (?:really |just )?(?:love|like|want)|"
    r"(?:really |always |often )?(?:wants?|needs?|loves?|likes?|wish(?:es)?|asks?|keeps? asking)|"
    r"(?:should|must) be able|should|can['’]?t|cannot|could) (?P<told>[^.!?:;\n\"“]{3,160})[.!]\s"
    rf"(?P<order>(?:(?:so|and|please|pls|can you|could you),? ){{0,2}}{VERB}\b[^\n]*\b(?:it|this|that|"
    rf"them)\b[^\n]*)$",
    re.I,
)
_SEEN_THEN = re.compile(
    rf"^(?:from|between) (?P<a>{_TIME}){_S} ?(?:and|to|until|till|-|"
    rf"–) ?(?P<b>{_TIME}){_S},? [^\n\"“]{{3,160}}?[,.;!]\s"
    r"(?:(?:so|and|please|pls|can you|could you) ){0,2}(?:replace|swap|change|exchange|redo|fix) "
    r"(?:(?:that|this|the) (?:bit|part|piece|section|stretch|moment|passage|span)|those seconds|it|that|this)\b"
    r"(?P<rest>[^\n]*)$",
    re.I,
)
_SEEN_WHEN = re.compile(  # "there's a man in the shot from 5 to 8 seconds. Replace that bit with the sea"
    rf"^(?!{VERB}\b)[^\n\"“.!?]{{3,160}}? (?:from|between|at) (?:(?:about|around|second) )?(?P<a>{_TIME}){_S} "
    rf"?(?:and|to|until|till|-|–) ?"
    rf"(?:(?:about|around) )?(?P<b>{_TIME}){_S}[^\n\"“.!?\d]{{0,60}}[,.;!]\s"
    r"(?:(?:so|and|please|pls|can you|could you) ){0,2}(?:replace|swap|change|exchange|redo|fix) "
    r"(?:(?:that|this|the) (?:bit|part|piece|section|stretch|moment|passage|span)|those seconds|it|that|this|"
    r"him|her|them)\b"
    r"(?P<rest>[^\n]*)$",
    re.I,
)
_POINTS = re.compile(r"\b(?:this|these|it|them)\b", re.I)
_LINK = re.compile(r"^[\s,:]{0,2}(?:(?:with|by|into|to show|to|so that|so|and show|show) )?", re.I)
_PLAN_FIRST = re.compile(
    r"^(?P<wish>[^\n\"“]{12,900}?)[.,;!]\s(?:(?:but|and|so|first|please|can you|could you) ){0,3}"
    r"(?:(?:make|draft|write|give|show|do|prepare|draw up|i need|i want)(?: me| us)? an? (?:[\w-]+ )?plan "
    r"(?:for|of) (?:that|this|it|(?:all|the whole) (?:of )?(?:that|this|thing)|everything)|plan (?:that|this|it))"
    r"(?: first| please| beforehand| now){0,2}[.! ]{0,3}$",
    re.I,
)
_WISHED = re.compile(
    r"^(?:i|we)(?:['’]d| would)? (?:really |just )?(?:want|need|like|love)(?: to have)? ", re.I
)
_THEN_TO_THE_END = re.compile(  # where the second line of subtitles begins is where the first one ends
    rf"(?P<cue>(?:to|until|till|and|-|–) ?(?P<end>{_TIME}){_S} ?[:,]? ?[\"“][^\"“”\n]{{1,300}}[\"”])[,;.]? ?(?:and )?"
    r"(?:then|after that|afterwards|from (?:then|there)(?: on)?)[, ]{1,2}(?:until|till|up to|to) "
    r"(?:the )?(?:very )?end\b",
    re.I,
)


def order_alone(text: str) -> str:
    """The order with what it needs of the words before it; a text that is no such thing as it is."""
    told = _WHO_WOULD_LIKE.match(text)
    if told and _POINTS.search(told["told"]):
        return told["order"]
    told = _SEEN_THEN.match(text) or _SEEN_WHEN.match(text)
    if told and (rest := _LINK.sub("", told["rest"]).strip(" .!")):
        unit = "" if ":" in told["a"] else "seconds "
        return f"replace {unit}{told['a']} to {told['b']} with {rest}"
    if told := _PLAN_FIRST.match(text):
        return f"make a plan: {_WISHED.sub('', told['wish'])}"
    return _THEN_TO_THE_END.sub(r"\g<cue>, from \g<end> to the end", text)
