"""What a sentence is before any tool is thought of: an order, a thing to be seen, talk, or a wish too vague to follow.

People wrap an order: they praise first, tell a story, ask whether there is any chance. `order_first` finds it.
"""

import re

_VERBS = """
make create generate draw paint sketch show give render design animate film shoot turn change replace swap remove delete
erase get lose drop take put add place write read say sing speak compose join stitch merge combine glue extend continue
lengthen upscale enlarge sharpen fix repair restore clean retouch brighten darken lighten blur crop cut mask select
segment isolate extract convert transform restyle colorize colourise recolor rotate flip mirror orbit spin subtitle
caption overlay plan script outline draft enhance improve rewrite polish redo repeat try use keep let have bring zoom
pan slow speed scale blow mix blend record narrate translate do move tint crossfade expand shorten smooth bump boost set
describe render dress give fill warm cool soften raise lower edit adjust
save liven spice tidy resize shrink reduce increase shorten paste rescue revive
open close straighten center level reshoot
"""
TOO = r"^(?:(?:a )?(?:bit|little|tad|way|much|far) )?too \w+$"  # of something that is there: "a bit too dark"
GOOD_DAY = r"good (?:morning|afternoon|evening|day)(?: (?:everyone|everybody|all|team|there|to you))?|greetings"
VERB = rf"(?:{'|'.join(_VERBS.split())})"
_ASKED = (
    r"(?:(?:is there |would there be )?any (?:chance|way) (?:you|u|that you|to)(?: (?:can|could|might))?|(?:can|"
    r"could|"
    r"would|will) (?:you|u|we)|"
    r"(?:can|could|should) (?:the|it|this|that|he|she|they)|the [\w ]{2,24} should|(?:i|we)(?:['’]?d|"
    r" would) (?:like|"
    r"love|need|be \w+ if)|(?:i|we) (?:want|need)|it would be \w+ if|i was (?:hoping|wondering)|let['’]?s|"
    r"how about|would it be possible|do you think you|would you mind|is it possible|please|pls|plz)"
)
_SOFT = r"(?:(?:but|so|now|and|just|only|please|pls|plz|maybe|also|ok|then|instead)[\s,]{1,3}){0,6}"
_REQUEST = re.compile(
    rf"(?:\s?[,.!?;:…]{{1,6}}\s?|\s[-–—]{{1,3}}\s?|\s(?=(?:but|so|now|just)\s|and "
    rf"(?:{_ASKED})\b)){_SOFT}(?=(?:{_ASKED}|"
    rf"{VERB})\b(?!['’-]))",
    re.I,
)
CRIES = (
    r"(?:(?:hey|hi|hello) (?:there|everyone|team|guys|all)|omg|omfg|wow|whoa|woah|ooh+|oh+|ah+|aw+|haha\w*|hehe\w*|"
    r"lol|lmao|rofl|yay|yess*|yep|yeah|yup|hmm+|hm|ugh|"
    r"meh|damn|"
    rf"{GOOD_DAY}|dear \w+(?=,)|"
    r"dang|gosh|my god|holy \w+|man|dude|bro|ok|okay|nice|great|cool|perfect|awesome|sweet|hey|hi|hello|well|"
    r"thanks|thx|"
    r"ty|tysm|thank (?:you|u)|sorry(?: to (?:bother|trouble|disturb|bug) (?:you|u)(?: again)?)?(?:,? but\b)?|"
    r"yo+|nvm|sick|neat|fab|guys?|btw|fyi|so|"
    r"(?:let['’]?s )?start over|never ?mind|"
    r"what['’]?s up|wassup|"
    r"forget (?:it|that|about it)|new idea|change of plans?)"
)
_CRY = re.compile(
    rf"^(?:{CRIES}\b[\s,.!?~:)(-]*|(?:incredible|amazing|gorgeous|beautiful|stunning|lovely|fantastic|brilliant|"
    rf"insane|excellent|so cute)"
    r"\s?[,.!]+\s?)+",
    re.I,
)
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
    r"(?:['’]?s|['’]?re|is|are|was|were|has|have|had|looks?|looked|keeps?|feels?|sounds?|turns?|loves?|wants?|"
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
    r"^(?!(?:an?|some|what if|if|can|could)\b)(?:[\w'’-]+\s){1,6}?(?:is|are|was|looks?|seems?)\s(?:\w+\s)?\w+$",
    re.I,
)
_DISLIKES = re.compile(
    r"^(?:i )?(?:do not|don['’]?t|didn['’]?t|never) (?:really )?(?:like|love|think|know)\b|"
    rf"{TOO}",
    re.I,
)
_COMPLAINT = re.compile(  # what is wrong with it, which the order puts right
    r"^(?:th(?:at|is)|it|he|she|they|(?:the|my|his|her) (?:[\w-]+ )?[\w-]+)"
    r"(?:['’]s| is| was| are| looks?| feels?| sounds?) "
    r"(?:(?:a (?:bit|little)|way|far|much) (?:too )?|too )[\w-]+$",
    re.I,
)
_LASTS = re.compile(  # how long a film is already, which is no length it is to have
    r"^((?:my|our|the|this|that) [\w -]{1,40}?) (?:is|lasts|runs|takes) (?:about |only |just )?[\d.]+ ?"
    r"(?:s|secs?|seconds?|min|minutes?)(?: long)?$",
    re.I,
)
_WANTED = re.compile(
    r"^(?:i|we)(?:['’]?d|['’]?m| am| would)? (?:(?:really|just|also|only) )*(?:want|need|like (?:an?|some|to|you)|"
    r"love (?:an?|some|"
    r"to|you)|imagin\w+|wanna|"
    r"wish)\b",
    re.I,
)
_NEEDS = re.compile(
    r"^(?:a )?(?:(?:bit|little|tad|way|much|far) )?too (?!much for|bad)\w+$|"
    r"^(?:it|this|that|the|his|her|image|video|audio)\b(?: [\w'-]+){0,5}?(?:['’]s)? (?:needs?|should|must|"
    r"could use|would (?:look|be) (?:\w+ )?(?:better|nicer|cooler|great)|has to|"
    r"too (?!much for)\w+|not \w+ enough|to be)\b",
    re.I,
)
_HELP = re.compile(
    r"\b(?:(?:can|could|would) (?:you|u) (?!believe|imagine)|please|pls|plz|any chance|help me|fix)\b",
    re.I,
)
_PLACED = re.compile(
    rf"^((?:in|on|to|for|at|from) (?:the|my|our|this|that|@?(?:image|video|picture|clip))\b[^,.!?]{{0,30}}?)(?:\s?,\s?|"
    rf"(?<=video|image)\s|"
    rf"(?<=clip|film)\s|(?<=picture)\s|\s(?=(?:i|we) (?:need|want)\b))(?:please )?(?=(?:{VERB}|{_ASKED})\b)(.+)$",
    re.I,
)
_AUDIENCE = re.compile(  # who it is for, which is not to be seen either
    r"^for (?:the|my|our|this|that) (?:[\w'-]+ ){0,2}(?:web ?site|site|blog|shop|store|students?|pupils?|class|"
    r"lessons?|school|"
    r"children|kids|customers?|clients?|company|business|office|newsletter|homepage|home page|presentation|slides|team|"
    r"boss|friends?|family|wife|husband|mother|father|mom|mum|dad|son|daughter)$",
    re.I,
)
_HERE = re.compile(r"^(?:an? |your )?[\w-]{2,24}(?: teacher| owner)? here ?[!,.:] ?(?=\S)", re.I)
_INTRODUCED = re.compile(  # who is speaking, which is no part of what is to be seen
    r"^(?:(?:i|we) (?:play|work|teach|study|live|sing|dance) [\w' -]{1,60}|my name is [\w' -]{1,40}|(?:i|"
    r"we)(?:['’]?m|['’]?re| am| are) (?:new here|(?:an? )[\w-]{1,24}(?: [\w-]{1,24})?"
    r"(?: (?:at|in|from|of|for|by|with) [\w' -]{1,40})?)|this is \w+ (?:from|of) [\w' -]{1,40}|i hope [\w' -]{1,60})$",
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
quite anyone anybody everyone buddy there're bored tired cool gg bro dude
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_VAGUE = re.compile(
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
    r"|^(?:do )?(?:something|anything|sth) (?:with|about|to|for) (?:it|this|that|them)$|^(?:it )?(?:needs|could use) "
    r"(?:something|work|more|sth)$",
    re.I,
)
_CAN_YOU = re.compile(
    rf"^(?:can|could|do) (?:you|u) (?:also )?(?:do|make|create|draw) (\w{{3,12}}?)s?\? (?={VERB}\b)",
    re.I,
)
_COMMAND = re.compile(
    rf"^{VERB}\s(?:up |out |of |rid of |away )*(?:the|that|this|those|these|my|his|her|its|it|them|him)\b",
    re.I,
)
SEPARATOR = "\u2985"  # what stands behind it points, and is no part of a prompt


def order_first(text: str) -> str:
    """The order before the praise or the story it was wrapped in; praise only points, a story stays."""
    text, start = _able(_uncried(_HERE.sub("", text))), 0
    if placed := _PLACED.match(text):
        where, rest = placed.group(1), placed.group(2).rstrip(" .!?")
        if _AUDIENCE.match(where):
            return f"{order_first(rest)}{SEPARATOR} {where}"
        return f"{rest} {where[0].lower()}{where[1:]}"
    while found := _REQUEST.search(text, start):
        start = found.end()
        head, rest = _CRY.sub("", text[: found.start()]).strip(" .,!?"), text[found.end() :].strip()
        if len(rest.split()) < 2:
            return text
        if not head:
            continue
        if praises(head):
            return f"{rest}{SEPARATOR} {head}"
        if _INTRODUCED.match(head):
            return order_first(rest)
        if lasts := _LASTS.match(head):
            return f"{rest}{SEPARATOR} {lasts.group(1)}"
        if _COMPLAINT.match(head) or _DISLIKES.match(head):
            return f"{rest}{SEPARATOR} {head}"
        if _states(head):
            return f"{rest.rstrip(' .!?')}. {head}"
        if not re.search(r"[.!?]", found.group()):
            return text
    return text


def _able(text: str) -> str:
    """ "Can you do videos? Make one of a waterfall" as "Make a video of a waterfall"."""
    asked = _CAN_YOU.match(text)
    if asked is None:
        return text
    return re.sub(r"\b(?:one|some)\b", f"a {asked.group(1)}", text[asked.end() :], count=1)


def _uncried(text: str) -> str:
    """Without "omg yes!!" or "lol" before an order."""
    rest = _CRY.sub("", text)
    if rest == text:
        return text
    asked = re.match(rf"{_SOFT}(?:{_ASKED}|{VERB})\b", rest, re.I) or _PLACED.match(rest)
    return rest if asked or _INTRODUCED.match(re.split(r"[,.!?;]| and ", rest)[0]) else text


def praises(text: str) -> bool:
    """Whether it is praise, or the opposite."""
    return bool(_GOOD_WORK.match(text) or _PRAISED.match(text) or _OPINION.match(text))


def _states(text: str) -> bool:
    """Whether it tells how things are, without wanting anything."""
    if _DISLIKES.match(text):
        return True
    if _WANTED.match(text) or re.match(rf"{VERB}\b", text, re.I):
        return False
    return bool(_SAID.match(text) or _TOLD.match(text) or _LOOKS.match(text))


def is_talk(text: str) -> bool:
    """Whether a sentence only praises, tells or chats: nothing is to be done and nothing to be seen."""
    plain = _CRY.sub("", text.replace("’", "'")).strip(" .,!?:;)(~*")
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    if not words or all(one in _SMALL for one in words):
        return not words or not re.match(rf"{VERB}\b", plain, re.I)
    if praises(plain) and not _TO_SEE.search(plain):
        return True
    if _TO_SEE.search(plain) or _WANTED.match(plain) or _NEEDS.match(plain) or _HELP.search(plain):
        return False
    return _states(plain)


def tells(text: str) -> bool:
    """Whether it tells how things are, whatever it may want besides."""
    return _states(_CRY.sub("", text)) and not _TO_SEE.search(text)


def is_vague(text: str) -> bool:
    """Whether something is to be done, but neither what nor to what can be told."""
    return bool(_VAGUE.search(text.strip(" .,!?")))


def commands(text: str) -> bool:
    """Whether it orders something about a thing that is there: "fix the roof"."""
    return bool(_COMMAND.match(text))
