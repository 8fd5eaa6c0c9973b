"""What somebody tells before a wish, put into the wish: "I'm opening a bakery called Crumb, I need a logo".

It becomes a brief of its own, 'make a logo for a bakery called "Crumb"', so that nothing is drawn of the story's words.
"""

import re

from studio.director.language.politeness import plain
from studio.director.language.vocabulary import CRY, PEOPLE, VERB

_ASK = (
    r"(?:(?:i|we)(?:['’]?d| would)? (?:just |really |also |now )?(?:need|want|like|love|wanna have|are looking for|"
    r"am looking for)|(?:i['’]?m|we['’]?re) (?:looking for|after)|need|looking for|(?:can|could|would|will) (?:you|u)|"
    rf"(?:can|could) (?:i|we) (?:get|have)|please|pls|{VERB})\b"
)
_CUT = re.compile(
    rf"(?:\s?[,.!;:…]{{1,3}}\s|\s[-–—]\s|\s(?=(?:and|so)\s(?:i |we )?(?:need|want|would)\b))(?:(?:and|so|but|now) )?"
    rf"(?=(?:please )?{_ASK})",
    re.I,
)
_FRESH = re.compile(  # a thing that is still to be made
    rf"^(?:{VERB} )?(?:me |us )?(?:(?:an?|some|two|three|four|five|our|my|\d{{1,2}})\s)(?P<rest>.+)$|"
    rf"^(?:draw|paint|design) (?:the|our|my) (?P<known>.+)$",
    re.I | re.S,
)
_POINTS = re.compile(
    r"\b(?:it|this|that|them|these|those|one|ones|song|track|video|film|clip)\b", re.I
)
_INSIDE = re.compile(r"\b(?:in|on|with|of|under|around|behind) (?:it|them)\b", re.I)  # of itself
_ITS_NAME = r"[A-Z0-9][\w'’.-]*(?: (?:(?:&|and|of|the|on|in the) )?[A-Z0-9][\w'’.-]*){0,4}|[\"“][^\"”]{1,60}[\"”]"
_CALLED = rf"(?:,? (?:that is |which is )?(?i:called|named) (?P<called>.{{2,60}}?)|,? (?P<name>{_ITS_NAME}),?)"
_PLACE = r"(?P<place> (?:in|at|on|near) (?:the |downtown |old )?[\w'’ -]{2,40})"
_WHEN = (
    r"(?: (?:soon|now|(?:this|next|on|in) (?:week|month|year|spring|summer|autumn|fall|winter|\w+day|January|February|"
    r"March|April|May|June|July|August|September|October|November|December)))"
)
_OWN = re.compile(
    r"^(?:(?i:i|we))(?:['’]?(?:m|re|ve)| am| are| have)? ?(?:(?i:just|currently|about to|also) )*(?i:opening(?: "
    r"up)?|open|"
    r"opened|starting|start|started|launching|launch|running|run|own|owning|have|having|got|founded|setting up|"
    r"building|"
    r"writing|hosting|host|organi[sz]ing|organi[sz]e|planning|publishing|releasing|selling|sell|throwing|preparing) "
    rf"(?P<thing>(?:(?i:a|an|my own|our own|my|our|the|some) )?[\w'’&-]+(?: (?!(?i:called|named|in|at|on|"
    rf"near|and (?:i|we))\b)[\w'’&-]+){{0,5}}?)"
    rf"(?:{_CALLED})?{_PLACE}?{_WHEN}?(?: and (?i:i|we)\b.{{0,80}})?$"
)
_NAMED = re.compile(
    r"^(?i:my|our|the) (?P<thing>[\w'’-]+(?: [\w'’-]+){0,3}?)(?: (?i:is|are) (?i:called|named)| (?i:name is)|"
    r"['’]s (?i:name "
    r"is|called)) (?P<called>.{2,60}?)$"
)
_MARRIED = re.compile(
    r"^(?:we|i)(?:['’]?re|['’]?m| are| am)? (?:getting|are getting|going to get|will get|get) married"
    r"(?P<when> (?:on|in|this|next) [\w .'’]{2,30}?)?(?P<where> (?:in|at) [\w'’ ]{2,30}?)?(?:, "
    r"(?P<names>[\w'’ -]{2,30} "
    r"(?:and|&) [\w'’ -]{2,30}))?$",
    re.I,
)
_WHO_IS = re.compile(
    rf"^(?P<who>(?-i:[A-Z])[\w'’-]{{1,20}}|my (?:(?:little|big|best|old|older|younger) )?(?:{PEOPLE}|dog|cat)(?: "
    rf"(?-i:[A-Z])[\w'’-]{{1,20}})?) (?P<what>(?:turns|is turning|will be \d|will turn|is getting|retires|graduates|is "
    rf"graduating|just had|is leaving|has (?:a |her |his )?birthday).{{0,80}})$",
    re.I,
)
_I_AM = re.compile(
    r"^(?:i|we)(?:['’]?m|['’]?re| am| are) (?:an?|the|both|all) [\w' -]{2,40}$|^(?:i|we) (?:teach|work|live|study|"
    r"play) "
    r"[\w' -]{2,50}$",
    re.I,
)
_HELLO = re.compile(
    r"^(?:hi|hello|hey|hiya|good (?:morning|evening|afternoon))(?: there| all| everyone)?\s?[,.!]*\s?",
    re.I,
)


_ALIKE_BUT = re.compile(  # "yes like this but darker" says no more than "darker"
    r"^(?:(?:yes|yeah|ok(?:ay)?|nice|great|good),? )?(?:(?:just|exactly|more|almost) )?like (?:this|that|it),? "
    r"but (?=(?:a "
    r"(?:bit|little) |much |way )?(?:more|less|with|without|in|at|[\w-]{3,12}er)\b)",
    re.I,
)


def briefed(text: str) -> str:
    """The text as one order where it tells something of the person first and wants a new thing then; else as it is."""
    text = _ALIKE_BUT.sub("", text)
    bare = CRY.sub("", _HELLO.sub("", text)).strip()
    for cut in _CUT.finditer(bare):
        head, said = bare[: cut.start()].strip(" ,.!"), bare[cut.end() :].strip()
        purpose = purpose_told(head)
        if purpose is None:
            continue
        wish = plain(said).rstrip(" .!?")
        fresh = _FRESH.match(wish)
        if fresh is None or _POINTS.search(_INSIDE.sub("", wish.partition(" for ")[0])):
            return text
        return _joined(wish, purpose)
    return text


def _joined(wish: str, purpose: str) -> str:
    if not purpose:
        return wish
    comma = "," if re.search(r"\bfor\b|[,:]", wish, re.I) else ""
    return f"{wish}{comma} {purpose}"


def purpose_told(head: str) -> str | None:
    """What a story says the wish is for; empty where that is not to be seen, None where it is no such story."""
    if told := _MARRIED.match(head):
        names = f' of "{told["names"].strip()}"' if told["names"] else ""
        return f"for the wedding{names}{told['when'] or ''}{told['where'] or ''}"
    if told := _WHO_IS.match(head):
        return f"for {told['who']}, who {told['what']}"
    if told := _NAMED.match(head):
        return f"for the {told['thing']} {_quoted(told['called'])}"
    if told := _OWN.match(head):
        thing = re.sub(r"^(?:my own|our own|my|our)\b", "a", told["thing"], flags=re.I)
        name = told["called"] or told["name"]
        called = f" called {_quoted(name)}" if name else ""
        return f"for {thing}{called}{told['place'] or ''}"
    return "" if _I_AM.match(head) else None


def _quoted(name: str) -> str:
    """A name as words that can be written on a picture."""
    return '"' + name.strip(' "“”,') + '"'
