"""Questions to the director around a wish: whether it can be done, and what it needs to be told first."""

import re

_LED = r"(?:(?:and|so|but|or|also|please|well|ok|okay) ){0,2}"
_CAN_IT_BE = re.compile(
    rf"\s?(?:[,.;!?]|\s[-–—])\s{_LED}(?:(?:is|would|will|could|can|might|should) (?:that|this|it|"
    rf"something like (?:that|"
    r"this))(?: (?:be|work|sound))*(?: (?:possible|doable|feasible|ok|okay|alright|all right|fine|too much|good|a "
    r"problem|something you (?:can|could) (?:do|make)))?(?: to ask| for you| with you| at all)?|(?:can|could|would|"
    r"will) "
    r"(?:you|u) (?:do|manage|make|handle|help (?:me |us )?with) (?:that|this|it)(?: (?:for (?:me|us)|at all))?|"
    r"(?:possible|"
    r"doable|what do (?:you|u) (?:think|reckon|say)))\s?\?{1,3}\s*$",
    re.I,
)
_NEEDED = re.compile(
    rf"(?:[,.;:!?]\s|\s[-–—]{{1,2}}\s|\s(?=(?:and|but|so)\s)){_LED}(?:(?:(?:just )?(?:tell me|let me know|"
    rf"say) )?(?:what|"
    r"which|how much|how many|where|how)(?: (?:else|kind of|sort of|more))?(?: [\w'’-]{1,20}){0,2}? (?:do|does|did|"
    r"would|"
    r"should|will|can|must) (?:you|u|i|we)(?: (?:still|also|usually|best|need to|have to|want to|like to|like me to))?"
    r" (?:need|want|require|suggest|recommend|propose|advise|send|give|provide|tell|know|have|start|begin|go about)\b"
    r"[^.!?\n]{0,50}|(?:tell me|let me know|just say) what (?:you|u) (?:still )?(?:need|want|require)\b[^.!?\n]{0,50}|"
    r"(?:do|would) (?:you|u) (?:still |also )?(?:need|want|require) (?:anything|something|any|more|some|to know|"
    r"me to|a "
    r"(?:photo|picture|text))\b[^.!?\n]{0,50}|(?:have (?:you|u) (?:got )?)?any (?:ideas?|suggestions?|thoughts|tips|"
    r"recommendations|advice)\b[^.!?\n]{0,30}|(?:i|we)(?: still)? (?:don['’]?t|do not|have no idea|haven['’]t decided) "
    r"(?:(?:really|quite|yet|know) )*what(?: (?:yet|exactly|to [\w ]{2,30}|i want|we want|it (?:is|should be)))*|"
    r"how (?:does|would|should|will) (?:this|that|it) work)\s?\?{0,3}\s*$",
    re.I,
)
_NOTHING_ELSE = re.compile(
    rf"{_LED}(?:what|which|how much|how many)(?: (?:else|kind of|sort of|more))?(?: [\w'’-]{{1,20}}){{0,2}}? (?:do|"
    rf"would|will) "
    r"(?:you|u) (?:still |also )?(?:need|require)(?: to know)?(?: (?:from|of) (?:me|us))?(?: (?:to|for|before|so) "
    r"[\w '’-]{2,50})?\s?\?{0,3}\s*",
    re.I,
)


def without_doubts(text: str) -> str:
    """A wish without the question behind it whether it is possible."""
    return _CAN_IT_BE.sub("", text)


def asks_what_is_needed(text: str) -> bool:
    """Whether it ends in asking what there is to be told, so that nothing is ordered yet."""
    return bool(_NEEDED.search(text) or _NOTHING_ELSE.fullmatch(text))
