"""What a sentence says without ordering anything: praise, a story, a dislike, talk; or a wish too vague to follow."""

import re

from studio.director.language.vocabulary import CRY, PEOPLE, VERB

TOO = r"^(?:(?:a )?(?:bit|little|tad|way|much|far) )?too \w+$"  # of something that is there: "a bit too dark"

_PRAISED = re.compile(
    r"^(?:(?:i|we|my \w+)\s)?(?:just |really |absolutely |totally |so |do |kinda )*(?:love[sd]?|like[sd]?|adores?|"
    r"prefers?|"
    r"digs?|enjoy(?:ed)?)\b"
    r"(?=$|[,.!]|\s(?:it|this|that|the|these|those|them|how|all|both|every\w*|your|what|so|#\d|number|image|video|"
    r"audio|picture|song|clip)\b)",
    re.I,
)

_OPINION = re.compile(
    r"^(?:th(?:at|is|ese|ose|ey)|it|both|all|everything|the (?:[\w-]+ ){0,3}[\w-]+|#\d+|\d+(?=['’]s| (?:is|are|was|"
    r"looks?|came)\b)|(?:image|video|audio|"
    r"picture|song|"
    r"clip) \d+)(?:['’]?s|['’]?re)?\s(?:(?:is|are|was|were|looks?|looked|sounds?|feels?|came|turned|works?|seems?|"
    r"really|"
    r"so|has|have|got)\s)?(?:(?:so|really|very|pretty|just|absolutely|totally|way|too|quite|such an?|actually|out|"
    r"now|already|almost|still)\s)*"
    r"(?:great|good|gorgeous|beautiful|amazing|awesome|perfect\w*|lovely|nice|cool|stunning|fantastic|incredible|"
    r"wonderful|brilliant|pretty|cute|funny|hilarious|sick|fire|dope|fine|ok(?:ay)?|right|better|best|impressive|"
    r"adorable|insane|crazy|epic|wild|neat|sweet|excellent|superb|magic\w*|breathtaking|spot on|on point|done|"
    r"exactly what|what i (?:wanted|needed)|all (?:for (?:now|today))|bad|bland|meh|weird|ugly|creepy|off|wrong)\b",
    re.I,
)

_GOOD_WORK = re.compile(
    r"^(?:(?:so|very|really|such|absolutely|what an?) )*(?:beautiful|lovely|great|nice|good|amazing|awesome|"
    r"fantastic|"
    r"excellent|wonderful|brilliant|cool|perfect|superb)\s(?:(?:work|job|stuff|choice|idea|touch)\b|(?:colou?rs?|"
    r"light\w*|"
    r"details?|mood|shot|composition|background|look|ones?|pictures?|clips?|songs?) (?:in|on|of) (?:the|this|that|"
    r"these)\b)"
    r"|^(?:looks?|sounds?|came out|turned out) (?:(?:so|really|very|pretty|quite) )?(?:good|great|nice|amazing|awesome|"
    r"perfect|lovely|cool|fine|ok(?:ay)?)\b"
    r"|^(?:not bad|close(?:,? but (?:not quite|no cigar|not there yet))?|so close|almost|nearly|getting (?:there|"
    r"closer)|good|nice|better|much better|great)$",
    re.I,
)

_TO_SEE = re.compile(
    r"\b(?:an?|two|three|some|new) (?:[\w-]+ ){0,3}(?:portraits?|posters?|flyers?|logos?|pictures?|pics?|images?|"
    r"photos?|paintings?|"
    r"illustrations?|cards?|covers?|drawings?|wallpapers?|banners?|stickers?|videos?|clips?|songs?)\b|"
    r",\s?(?:[\w-]+ ){0,2}"
    r"(?:portrait|shot|photo|watercolou?r|painting|drawing|style)$|\b\d+\s?(?:s|secs?|seconds?)\b",
    re.I,
)

_STATED = (
    r"(?:['’]?s|['’]?re|is|are|was|were|has|have|had|looks?(?= \w)|looked|keeps?|feels?|sounds?|turns?|loves?|wants?|"
    r"needs?|gets?|"
    r"got|came|broke|will|would|can['’]?t|won['’]?t|doesn['’]?t|isn['’]?t|just|said|says|thinks?|means?|makes? me|"
    r"made me)\b"
)

_SAID = re.compile(
    r"^(?:i(?:['’]?(?:m|ve|ll|d))?|we(?:['’](?:re|ve|ll|d))?|you(?:['’]?(?:re|ve|ll|d))?|he(?:['’]s)?|she(?:['’]s)?|"
    r"they(?:['’]?(?:re|ve))?|there['’]?s|here['’]?s|who['’]?s|thats|what an?|how (?=\w+$))\s",
    re.I,
)

_TOLD = re.compile(
    rf"^(?:(?:it|this|that|these|those|there|here)(?:\s(?:[\w'’-]+\s){{1,3}}?|\s?)|(?:my|our|his|her|their|the)\s"
    rf"(?:[\w'’-]+\s){{1,6}}?){_STATED}",
    re.I,
)

_LOOKS = re.compile(
    r"^(?!(?:an?|some|what if|if|can|could|(?:another )?one (?:where|in which))\b)"
    r"(?:[\w'’-]+\s){1,6}?(?:is|are|was|looks?|seems?)\s(?:\w+\s)?\w+$",
    re.I,
)

DISLIKES = re.compile(
    r"^(?:(?:hm+|well|ok|no|sorry|um)[\s,.]{1,3}){0,2}(?:(?:it|that|this)(?:['’]?s| is| was)? )?not (?:really |"
    r"quite |exactly |"
    r"at all )?(?:what (?:i|we) (?:wanted|meant|had in mind|asked for|imagined|was thinking|need)|my (?:taste|"
    r"thing|style))|"
    r"^(?:i )?(?:do not|don['’]?t|didn['’]?t|never) (?:really )?(?:like|love|think|know)\b|"
    rf"{TOO}",
    re.I,
)

COMPLAINT = re.compile(  # what is wrong with it, which the order puts right
    r"^(?:it|this|that) (?:says|shows|has) (?:nothing|no [\w ]{2,20})$|^there(?:['’]?s| is| are) no(?:thing)?(?: "
    r"[\w ]{2,30})?$|"
    r"^(?:th(?:at|is)|it|he|she|they|(?:the|my|his|her) (?:[\w-]+ )?[\w-]+)"
    r"(?:['’]s| is| was| are| looks?| feels?| sounds?) "
    r"(?:(?:a (?:bit|little)|way|far|much) (?:too )?|too )[\w-]+$",
    re.I,
)

OF_A_PART = re.compile(  # what is wrong with a part of a film, which the order names as "them" or "that part"
    r"^(?:(?:but|ok|hm+|well|and|the|my|only|i think)[\s,]{1,2}){0,3}(?:(?:first|last|final|opening|closing) "
    r"(?:(?:\d{1,2}|few|couple of|two|three|four|five|six|ten) )?(?:s|secs?|seconds?)|seconds? \d{1,3} ?"
    r"(?:to|-|–|until|till) ?\d{1,3}|\d{1,2}(?::\d{2})? ?(?:to|-|–) ?\d{1,2}(?::\d{2})?(?: ?(?:s|secs?|seconds?))?)"
    r"(?: (?:of|in) (?:it|this|that|(?:the|this|that|my) (?:video|clip|film)))? "
    r"(?:is|are|was|were|looks?|feels?|seems?|sucks?|drags?|bores?|(?:do|does)(?: not|n['’]?t)|ha(?:s|ve))\b"
    r"(?!.{0,60}\b(?:should|must|needs? to|to be)\b)",
    re.I,
)

_WANTED = re.compile(
    r"^(?:i|we)(?:['’]?d|['’]?m| am| would)? (?:(?:really|just|also|only) )*(?:want|need|wanting|needing|requir\w+|"
    r"like (?:an?|some|to|you)|"
    r"love (?:an?|some|"
    r"to|you)|prefer (?:an?|some)|rather (?:have|see)|imagin\w+|wanna|"
    r"wish)\b",
    re.I,
)

_NEEDS = re.compile(
    r"^(?:a )?(?:(?:bit|little|tad|way|much|far) )?too (?!much for|bad)\w+$|"
    r"^(?:it|this|that|the|his|her|he|she|they|everybody|everyone|people|image|video|audio)\b(?: [\w'-]+){0,5}?"
    r"(?:['’]s)? (?:needs?|should|must|"
    r"could use|would (?:look|be) (?:\w+ )?(?:better|nicer|cooler|great)|has to|"
    r"too (?!much for)\w+|not \w+ enough|to be|(?:is|are) (?:still )?missing)\b",
    re.I,
)

_HELP = re.compile(
    r"\b(?:(?:can|could|would) (?:you|u) (?!believe|imagine)|please|pls|plz|any chance|help me|fix)\b",
    re.I,
)

_SMALL_WORDS = """
hiya bunch whats app meet expect expected didnt ton tons million wonders wowed
maybe perhaps mate cheers legend star genius nailed hit spot favorite favourite mood vibe vibes soon wonder
a about all already always am an and any anything are as at awesome aww bad be beautiful been best better but bye can
care chat cheers come coming could crazy cute damn day did do does doing done dont down enough epic ever exactly
excited excuse fan fantastic far feel feels few fine fire for from fun funny glad go going gonna good gorgeous gosh
got great guess guys had haha happy hard has have help helped helpful here hey hi hope how i idea idk im impressed in
incredible insane is isnt it its ive job just kind know later laugh like little long lot lots love lovely made man
matter me mean mind mine moment much my name need never nice no nope not nothing now of oh ok okay omg one only our
perfect person please pretty problem quite really right see self so some something soon sorry speechless still stuff
stunning such super sure talk talking test testing thank thanks that thats the them then there these they thing things
think this those time to today tomorrow too totally tried try ty u ur us very wait wanna want wanted was way we well
were what whatever whats when who why will with wonderful wont work worked working works worth would wow yay yeah
years yes yesterday yet you your youre yours weekend weather amazing appreciate appreciated blown away brb gotta
exciting friend ta brill ace wicked smashing splendid close
quite hurry already asap quick quickly anyone anybody everyone buddy there're bored tired cool gg bro dude
"""

_SMALL = frozenset(_SMALL_WORDS.split())

_VAGUE = re.compile(
    r"^(?:(?:do|make|turn|have) it )?(?:now )?(?:(?:the )?other way (?:a)?round|vice versa|the opposite)$|"
    r"\b(?:u|you|ya) kno(?:w)? (?:which|what|the one|who|where|how)\b|\bthe usual\b|\bas (?:always|usual)\b"
    r"|^with (?:an?|my|the) (?:video|picture|pic|image|photo|song|project)s?$|^(?:replace|change|redo|fix) (?:a|"
    r"some) (?:part|bit|"
    r"piece)s? of (?:the |my |this )?\w+$|^(?:do|fix|change|redo|try|make|adjust|remove|delete)\s(?:the|that|this|"
    r"a|some)\s(?:other |ugly |weird |\w+y )?(?:thing|stuff|bit|part|"
    r"thingy|thingie|whatsit)(?:\s(?:there|again|here|a bit|please)|\s(?:we|i|you|u) \w+(?: \w+){0,3}|\s(?:in|"
    r"on|of|with|from) (?:it|"
    r"the (?:\w+ )?\w+))?$"
    r"|^(?:change|edit|modify|alter|adjust|tweak|fix|work on|do something (?:with|to|about|for)|do (?:it|that|this) "
    r"(?:to|with|for)|help (?:me )?with|make something (?:of|out of|from|with))\s(?:it|this|that|them|these|those|"
    r"the (?:thing|stuff|other one|one))(?:\s(?:up|a little|slightly|somewhat|please|a bit|somehow|for me))?$"
    r"|^(?:change|edit|modify|alter|adjust|tweak)\s(?:the|my|this|that)\s(?:pictures?|pics?|images?|photos?|"
    r"videos?|clips?|songs?|tracks?)$"
    r"|^(?:remove|delete|erase|replace|swap|add|put)\s(?:it|this|that|something)$|^(?:change|fix|do|edit|adjust) "
    r"something$"
    r"|^(?:(?:just )?an? (?:tiny )?(?:bit|little|lot) )?(?:more|less)$|^the (?:other )?ones? (?:with|of|from|"
    r"about) (?:the |an? |my )?[\w-]+(?: [\w-]+)?$"
    r"|^(?:it |this |that )?(?:to be )?(?:different|better|nicer|cooler)$|^make (?:it|this|that) (?:different|"
    r"better|nicer)$|^something (?:else|different|new|better|"
    r"other|similar|like that)$"
    rf"|^(?:it['’]?s |this is )?for (?:my|our|the) (?:[\w-]+ )?{PEOPLE}$"
    r"|^(?:do )?(?:something|anything|sth) (?:with|about|to|for) (?:it|this|that|them)$|^(?:it )?(?:needs|could use) "
    r"(?:something|work|more|sth)$",
    re.I,
)


def praises(text: str) -> bool:
    """Whether it is praise, or the opposite."""
    return bool(_GOOD_WORK.match(text) or _PRAISED.match(text) or _OPINION.match(text))


_FROM_SOMEBODY = re.compile(  # whose work came with the words: "my son drew this"
    rf"^(?:my|our|his|her|the) (?:[\w'-]+ ){{0,2}}?{PEOPLE}(?: [\w'-]+)? (?:just )?(?:drew|made|painted|took|shot|"
    rf"wrote|recorded|"
    r"sent|gave|built|found|did|filmed|designed) (?:me |us )?(?:this|these|it|that|them)(?: (?:one|picture|photo|"
    r"clip|song))?"
    r"(?: .{1,40})?$",
    re.I,
)


def states(text: str) -> bool:
    """Whether it tells how things are, without wanting anything."""
    if DISLIKES.match(text) or _FROM_SOMEBODY.match(text):
        return True
    if _WANTED.match(text) or re.match(rf"{VERB}\b", text, re.I):
        return False
    return bool(_SAID.match(text) or _TOLD.match(text) or _LOOKS.match(text))


DISLIKED_BUT = re.compile(
    r"(?:nice|good|great|cool|fine|ok|okay),? but (?!(?:i|it|not|no|still)\b)\w", re.I
)
_POSED = re.compile(  # of somebody in a picture: what they are to do in it
    r"^(?:and |now |but )?(?:he|she|they) (?:holds?|carr(?:y|ies)|wears?|sits?|stands?|lies?|rides?|looks? (?:at|"
    r"up|down|to|"
    r"in|out)|eats?|drinks?|reads?|leans?|points?|hugs?|kiss(?:es)?|smiles?|laughs?|waves?|winks?|dances?|sleeps?|"
    r"jumps?|runs?|"
    r"walks?|flies|sings?|plays?)\b",
    re.I,
)


_ASIDE = re.compile(  # what was meant for somebody else, or for nobody
    r"(?:(?:sorry|oops|ups|whoops|nah|nope|ok|please|pls|just|ah|no|wait)[\s,.!]{1,3}){0,3}(?:(?:(?:that|this|"
    r"it)(?:['’]?s| "
    r"is| was) |"
    r"i(?:['’]m| am) )?(?:in |on |for )?(?:the )?wrong (?:chat|window|tab|group|person|button|number|place|room|"
    r"thread|app)|"
    r"ignore (?:that|this|it|me|(?:my|that|the) (?:last|previous)?(?: message| text| one)?)|(?:that|this|it) was(?: "
    r"not|n['’]t)? "
    r"(?:for|meant for|sent to) (?:someone|somebody|my|the|you|another)[\w ]{0,20}|my bad|misclick|typo|never ?mind|"
    r"forget (?:it|that|about it)|(?:(?:i "
    r")?(?:hit|pressed|"
    r"sent) (?:enter|send|it|that) )(?:too )?(?:early|soon|by (?:accident|mistake))|(?:i['’]?ll |i will |will )?be "
    r"(?:right )?"
    r"back(?: in \w+| later| soon)?|brb|talk (?:to you )?later)(?:[\s,.!]+(?:sorry|again|lol|please|pls|haha|guys|"
    r"all|thanks))*",
    re.I,
)


def is_talk(text: str) -> bool:
    """Whether a sentence only praises, tells or chats: nothing is to be done and nothing to be seen."""
    plain = CRY.sub("", text.replace("’", "'")).strip(" .,!?:;)(~*")
    if _ASIDE.fullmatch(plain):
        return True
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    if not words or all(one in _SMALL for one in words):
        return not words or not re.match(rf"{VERB}\b", plain, re.I)
    if _POSED.match(plain) or DISLIKED_BUT.search(plain):
        return False
    if praises(plain) and not _TO_SEE.search(plain):
        return True
    if _TO_SEE.search(plain) or _WANTED.match(plain) or _NEEDS.match(plain) or _HELP.search(plain):
        return False
    return states(plain)


def tells(text: str) -> bool:
    """Whether it tells how things are, whatever it may want besides."""
    return states(CRY.sub("", text)) and not _TO_SEE.search(text)


def is_vague(text: str) -> bool:
    """Whether something is to be done, but neither what nor to what can be told."""
    return bool(_VAGUE.search(text.strip(" .,!?")))
