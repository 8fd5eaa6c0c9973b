"""What people say around an order, sentence by sentence: greetings, thanks, praise, feelings, doubts, purposes.

`aside` names the kind of a sentence that is nothing else; an order in it, or something to be seen, makes it none.
"""

import re

from studio.director.language.vocabulary import CRIES, PEOPLE, VERB

CRY, GREETING, THANKS, PRAISE, DOUBT, DISLIKE, COMPLAINT, STORY, PURPOSE, DELIGHT = (
    "cry", "greeting", "thanks", "praise", "doubt", "dislike", "complaint", "story", "purpose", "delight",
)  # fmt: skip
MOST = 240
"""Characters of a remark; what is longer is not looked at."""

_CRIES = (
    rf"(?:(?:{CRIES}|goodness(?: me)?|my goodness|bless (?:you|him|her|them)|phew|ta|aw+|ooh+|hiya|he+y+|"
    rf"hi+|nah+|nope|no|please|pls)\b[\s,.!?~:)-]{{0,4}}){{0,6}}"
)
_MY = r"(?:(?:my|our|his|her|the|your) (?:(?:little|big|late|dear|old|older|younger|other|whole|new) )*)"
_KIN = (
    rf"(?:{_MY}(?:{PEOPLE})(?: (?:and|&) (?:i|{_MY}?(?:{PEOPLE})))?|mum|mom|dad|nan|gran|grandma|grandpa|"
    rf"everyone|everybody)"
)
_ME = r"(?:i|we)"
_THEY = r"(?:he|she|they)"
_WHO = rf"(?:{_KIN}|{_THEY}|{_ME}|you)"
_WILL = r"(?:['’]ll|['’]d|['’]s going to|['’]re going to| will| would| (?:is|are) (?:going to|gonna)| might)"
_VERY = r"(?:so|really|very|just|absolutely|totally|simply|truly|quite|rather|pretty|such an?|an?|ever so|also|only)"
_GOOD = (
    r"(?:great|good|gorgeous|beautiful|amazing|awesome|perfect|lovely|nice|cool|stunning|fantastic|incredible|"
    r"wonderful|brilliant|superb|excellent|adorable|cute|hilarious|magical|catchy|relaxing|soothing|calming|sweet|"
    r"funny|moving|touching|clever|handsome|charming|pretty|kind|helpful|patient|fun|spot on|impressive|fabulous|"
    r"marvellous|marvelous|splendid|delightful|terrific|special|precious|happy|thrilled|delighted|pleased|"
    r"grateful|impressed|speechless|right|fine|ok|okay|fast|quick)"
)
_IT = r"(?:it|that|this|these|those|they)"
_IS = r"(?:['’]?s|['’]re| is| are| was| were| looks?| sounds?| feels?| came out| turned out)"
_ONE = (
    r"(?:(?:the|that|this|your|number|image|picture|video|song|film)\s(?:[\w-]{1,20}\s){0,2}?[\w-]{1,20}|"
    r"(?:the )?(?:first|second|third|fourth|fifth|last))"
)
_FOR = r"(?: (?:for|to) (?:me|us|my|our|the|a|an|his|her)\b[\w '’-]{0,40})?"
_SO = rf"(?: (?:too|as well|already|though|actually|indeed|now|then|really|{_GOOD}))*"

_NO_THANKS = (
    r"(?! ?-?(?:you )?(?:cards?|notes?|letters?|gifts?|posters?|signs?|banners?|messages?|stickers?|"
    r"tags?)\b)"
)
_THANKED = (
    rf"(?:(?:with )?(?:(?:many|huge|big|so many|a (?:big|huge|million)|lots of|all my|warm|kind) )?(?:thanks|thank "
    rf"(?:you|u|ya)|thankyou|thx|tnx|ty|cheers|ta|best wishes|kind regards|regards|bye|goodbye)(?!-)\b{_NO_THANKS}|"
    rf"(?:{_ME} )?can['’]?t thank you enough|(?:{_ME} )?(?:really |so |much )?appreciate(?:d| it| this| that|"
    rf" your help)?\b)"
)
_WISHES_WELL = (
    r"(?:have a|enjoy your) (?:[\w-]+ )?(?:day|evening|night|weekend|week|morning|afternoon|one)|take care|"
    r"god bless|bless you|see you(?: \w+)?|until next time"
)
_NOT_WANTED = re.compile(
    rf"\b(?:should|must|needs?|has to|have to|ought|could use|wants?|too|instead|missing|wrong|but|except|(?:if|"
    rf"unless)"
    rf" you|can you|could you|please|make|draw)\b|^{VERB}\b(?! (?:it|that|this) (?:so|very|really|up|on)\b)",
    re.I,
)
_LENIENT = re.compile(  # anything told of people, of it or of oneself, beside thanks or praise
    rf"^(?:(?:and|so|because|as|now|i think|i know|i bet|honestly|truly) )*(?:{_WHO}|{_IT}|the (?:kids|children|"
    rf"whole "
    r"\w+)|[A-Z][a-z]+)(?:['’](?:s|re|ll|ve|d|m)\b| (?:is|are|was|were|will|would|can|could|has|have|had|love[sd]?|"
    r"like[sd]?|adores?|made|makes|looks?|went|did|does|got|never|always|really|just|am|didn['’]?t|haven['’]?t|"
    r"couldn['’]?t|hasn['’]?t|won['’]?t|appreciate|knew|feel|thought|said|says|showed)\b)",
)
_ADDRESSED = (
    r"(?:(?:my )?(?:dear|love|friend|mate|darling|sweetheart|buddy|pal|guys|all|everyone|bot|studio|computer)|x{1,4}|"
    r"(?:ever )?(?:so|very) much|a lot|a million|a ton|tons|again|in advance|for (?:that|this|it|everything|"
    r"your [\w ]{2,30}|all "
    r"[\w ]{2,30}|the [\w ]{2,30}|[a-z]{2,12}ing\b[\w ]{0,40}))"
)
_AFTER_THANKS = re.compile(rf"(?:[\s,]{{0,2}}{_ADDRESSED}\b){{0,4}}", re.I)

_KINDS = tuple(
    (kind, re.compile(rf"{_CRIES}(?:{pattern})", re.I))
    for kind, pattern in (
        (
            GREETING,
            r"(?:hi|hiya|hello|hey|heya|howdy|dear|greetings|hi again|hello again|(?:good )?(?:morning|evening|"
            r"afternoon|day))(?: (?:there|again|all|everyone|everybody|guys|folks|team|computer|studio|bot|"
            r"friend|sir|"
            r"madam|robot|dear|to you)){0,3}|dear [\w ]{2,20}|(?:it['’]?s )?me again(?: lol| haha)?|"
            r"(?:i |we )?(?:hope|trust) (?:you|u|this|that|everyone|all|it)\b(?!.*\b(?:can|could|will) (?:make|"
            r"draw|do)\b)"
            r"[\w '’,-]{0,60}|how are (?:you|things)[\w ]{0,20}|nice to meet you|long time no see|"
            r"i['’]?m back(?: again)?|"
            r"my name(?:['’]s| is) [\w' -]{1,30}?(?: and i(?:['’]m| am) [\w ]{1,30})?|"
            r"this is (?-i:[A-Z][a-z]+) (?:again|here)|"
            r"(?-i:[A-Z][a-z]+) here(?: again)?|(?:i['’]?m|i am) (?-i:[A-Z][a-z]+)(?:,? (?:from|and|"
            r"\d{1,3}) ?[\w ',-]{0,40})?",
        ),
        (
            DOUBT,
            r"(?:i['’]?m |we['’]?re )?so+ (?:excited|nervous|happy) (?:for|about) [\w '’]{2,40}|"
            r"(?:it['’]?s been a |it has been a |(?:i['’]?ve )?had a )(?:[\w]+ )?(?:long|hard|bad|rough|tough) "
            r"(?:day|week)[\w ]{0,30}|"
            r"(?:i )?(?:really )?need(?:ed|s)? (?:cheering up|a laugh|some cheer)|for context|just so you know|"
            r"not being funny|(?:i['’]?ve|i have) (?:got )?no (?:clue|idea)[\w '’]{0,40}|last thing|"
            r"(?:i['’]?m |i am |we['’]?re |sorry,? )?(?:a bit |quite |very |totally |completely )?new (?:here|to "
            r"(?:this|all this))(?: so [\w '’]{2,60})?|(?:i['’]?ve |i have )?never (?:done|used|tried) (?:this|"
            r"anything "
            r"like this|one of these)(?: before)?|(?:ok(?:ay)?,? |so )*(?:this|it)(?:['’]s| is| may be|"
            r" might be| will| may| might) (?:(?:probably|gonna|going to|be) )*"
            r"(?:a bit |a little |kind of |quite |rather |sound |a )*(?:silly|weird|odd|strange|random|crazy|"
            r"daft|stupid|"
            r"long shot|big ask|tall order|mad)(?: (?:request|question|idea|one|i know))?|(?:i['’]?m |"
            r"i am )?not sure (?:if|"
            r"whether|how) [\w '’]{3,60}|(?:i )?(?:don['’]?t|do not) know (?:if|whether|how) [\w '’]{3,60}|"
            r"no idea (?:if|"
            r"how|whether) [\w '’]{3,60}|(?:sorry|apologies|forgive me|excuse me)\b(?! (?:cards?|"
            r"notes?)\b) [\w '’]{3,60}|"
            r"bear with me|(?:well,? )?here goes(?: nothing)?|(?:just )?(?:a )?quick (?:one|question|request|favou?r)"
            r"(?: (?:before|for|from) [\w ]{2,40})?|(?:and )?one (?:more|last) (?:thing|question|request)|"
            r"i have a (?:quick |small |little )?"
            r"(?:question|request|favou?r(?: to ask)?|idea)|i was told [\w '’]{3,60}|(?:my|our) [\w' ]{2,30} (?:told|"
            r"showed|recommended|said|says|tells me|thinks|reckons) [\w '’]{2,60}|you['’]?re (?:my|our) (?:last|"
            r"only) hope|(?:i['’]?m|i am) (?:not (?:very |so |too )?good "
            r"(?:with|at)|hopeless (?:with|at)|useless (?:with|at)|no good (?:with|at)) [\w ]{2,40}|help|"
            r"fingers crossed|no rush|"
            r"no hurry|take your time|whenever you can|if (?:that['’]?s|it['’]?s|that is|it is) (?:possible|ok|"
            r"okay|alright|"
            r"not too much (?:trouble|to ask))|(?:anyway|right)",
        ),
        (
            PRAISE,
            rf"(?:(?:{_IT}|you|{_ONE}){_IS}|how|what an?|such an?|isn['’]?t (?:he|she|it|this|that)|"
            rf"aren['’]?t (?:they|you|these)) "
            rf"(?:{_VERY} ){{0,3}}{_GOOD}(?:,? (?:and )?(?:{_VERY} )?{_GOOD})?(?: (?:work|job|stuff|voice|tune|"
            rf"start|try|"
            rf"one|ones|effort|choice|song|picture|photo|video|film|clip|colou?rs|light|you))?{_FOR}{_SO}|"
            rf"(?:(?!an?\b){_VERY} ){{0,3}}{_GOOD}(?:,? (?:and )?(?:{_VERY} )?{_GOOD})?(?: (?:work|job|stuff|"
            rf"voice|tune|"
            rf"start|try|one|ones|effort|choice))?{_SO}|"
            r"(?:not bad(?: at all)?|much better(?: than [\w '’]{2,40})?|better(?: than [\w '’]{2,40})?|"
            r"(?:almost|nearly|getting) "
            r"(?:there|perfect|right|it)|(?:so )?close|spot on|nailed it|that['’]?s (?:it|the one|more like it|"
            r"him|her|me)|"
            rf"{_ME} (?:didn['’]?t|did not|never) (?:expect|think|imagine) [\w '’]{{2,60}}|(?:that|this|"
            rf"it)(?:['’]ll| will) do"
            r"(?: nicely| perfectly| fine)?|(?:just|exactly|precisely) (?:right|what [\w '’]{2,60}|"
            r"like [\w '’]{2,60})|"
            r"(?:it|that|this|he|she)(?:['’]s| is)? (?:looks?|sounds?|feels?|is) (?:just |exactly |"
            r"a lot )?like (?:him|her|me|us|the real thing)|"
            rf"{_ONE} (?:wins|won|it is|is it)|(?:my|our|his|her) favou?rite (?:one )?(?:is|was|"
            rf"has to be) {_ONE}(?: one)?|"
            rf"{_ONE} (?:is|was|are) (?:(?:definitely|my|our|the|his|her) )+(?:best|favou?rite|nicest|one|"
            rf"winner|prettiest)|"
            rf"(?:{_WHO} )?(?:(?:really|also|do|much|all|both|definitely|absolutely|just|so) )*(?:likes?|loves?|"
            rf"loved|liked|"
            rf"adores?|prefers?|enjoy(?:ed)?)(?: (?:it|that|this|them|{_ONE}|how [\w '’]{{2,40}}))(?: (?:one|"
            rf"best|most|more|so much|a lot|"
            r"too|already|the most|as well))*)",
        ),
        (
            DELIGHT,
            rf"(?:{_KIN}|{_THEY}|you|the (?:kids|children)|(?-i:[A-Z][a-z]+)){_WILL} (?:(?:{_VERY}|all|surely|"
            rf"probably) )*(?:"
            r"(?:love|adore|like|enjoy|treasure)(?= (?:it|this|that|them|these|how|seeing|when|to see)\b|$)|"
            rf"be (?:(?:{_VERY} )*(?:{_GOOD}|chuffed|ecstatic|surprised|proud|over the moon|in (?:tears|"
            rf"heaven))\b)|cry|die (?:laughing|of)|"
            r"scream|laugh|flip|freak out|burst into|make (?:my|his|her|our|their) )[\w '’-]{0,60}|"
            r"(?:it|this|that) (?:means|meant|would mean) (?:so much|the world|a lot|everything)[\w '’]{0,40}|"
            r"(?:it|this|that)(?: made| makes| will make| would make|['’]d make|['’]ll make| reminds) (?:me|us|"
            r"my \w+|him|her) (?:cry|smile|laugh|so happy|happy|emotional)[\w '’]{0,30}",
        ),
        (
            STORY,
            rf"{_THEY}(?:['’]ll be| will be| turns?| is turning|['’]s turning| would have been|['’]s|"
            rf" is) (?:nearly |almost |only )?\d{{1,3}}\b[\w '’]{{0,40}}|"
            rf"(?:{_KIN}|we|{_THEY}) (?:all )?(?:voted|agreed|chose|laughed|giggled)\b[\w '’]{{0,60}}|"
            rf"{_WHO}(?: sadly| just)? (?:died|passed(?: away)?|passed|is no longer with us|"
            rf"used to [\w '’]{{2,50}}|misse[sd]|retires?|retired)\b[\w '’]{{0,60}}|"
            rf"{_ME} (?:(?:sadly|just|recently) )?(?:lost|miss|showed|sent|buried|adopted)\b[\w '’,]{{2,60}}",
        ),
        (
            PURPOSE,
            r"(?:and |so |as |because )?(?:it|this|that|they)(?:['’]?s|['’]?re| is| are|['’]ll be| will be|"
            r"['’]d be| would be) (?:(?:meant|going|all|just|supposed|only|actually) )*"
            r"(?:for|to be|to go|(?<=going )(?:on|in|up|into)|a (?:surprise|present|gift|little gift|"
            r"birthday present)(?: for)?|(?:(?:my|our) (?:[\w]+['’]?s? ){0,3}?|(?:mum|mom|dad|nan|gran|grandma|"
            r"grandpa)['’]?s (?:\w+ )?)"
            r"(?:birthday|anniversary|wedding|graduation|retirement|christening|party|leaving do))\b[\w '’.&-]{0,80}|"
            r"(?:i|we)(?:['’](?:d|m|re)| would| am| are)? (?:want|like|going|planning|hoping|plan|hope|love|"
            r"need) to (?:play|print|hang|give|"
            r"send|post|share|frame|sing|read|surprise|sell|stick|upload) (?:it|this|that|them|him|her|"
            r"my \w+)\b[\w '’-]{0,60}|"
            rf"(?:that |it |this )?would be (?:{_VERY} )?{_GOOD}|"
            r"(?:i|we)(?:['’]ll| will| shall|['’]m going to|['’]re going to|['’]m gonna) (?:[a-z]+ly )?(?:print|"
            r"frame|hang|show|send|share|post|keep|use|"
            r"treasure|give|tell|play)\b[\w '’-]{0,80}|"
            r"(?:printing|framing|sending|posting|sharing|hanging) (?:it|this|that|them)\b[\w ]{0,40}|"
            r"to (?:go|hang|be (?:hung|framed|printed)) (?:in|on|up|over|above|with) [\w '’-]{2,40}|"
            r"(?:then )?(?:we|i)(?:['’]re|['’]m| are| am) (?:all )?(?:done|good|set|finished|happy)|"
            r"that['’]?s (?:all|it)(?: for (?:now|today))?|"
            r"i need (?:it|this|them) (?:by|before|for|on) (?:tomorrow|tonight|today|next \w+|the weekend|"
            r"\w+day)[\w ]{0,20}",
        ),
        (
            DISLIKE,
            rf"(?:(?:{_IT}|{_ONE})(?:['’]?s| is| was)? ?)?(?:(?:just|still|really) )*(?:not|"
            rf"n['’]t)(?: (?:really|quite|exactly|at all|just|"
            r"particularly))*(?: (?:it|that|this|feeling it|working|right(?: at all| yet)?|there(?: yet)?|"
            r"what (?:i|we) [\w '’]{2,40}|my (?:taste|thing|style)|great|good|perfect|"
            r"(?:so )?sure(?: about (?:it|this|that)(?: one)?)?))?|(?:i['’]?m|i am) not (?:so |really |too |"
            r"entirely )?(?:sure|happy|convinced|keen)(?: "
            r"(?:about|with|on|by) (?:it|this|that)(?: one)?)?|(?:(?:it|that|this) )?(?:doesn['’]?t|"
            r"does not) (?:feel|look|seem|sound) (?:quite |very |so )?right|"
            r"hm+|meh|hmm+ no|i (?:don['’]?t|do not|didn['’]?t) (?:really |quite |much )?(?:like|love) (?:it|"
            r"this|that)(?: one)?(?: (?:much|very much|at all))?|"
            r"(?:it['’]?s|that['’]?s) (?:ok(?:ay)?|fine|nice|good|alright)(?:,? but (?:not (?:great|perfect|"
            r"quite [\w ]{2,30}|there yet))?)?|"
            r"(?:i['’]?m )?not convinced",
        ),
        (
            COMPLAINT,
            rf"(?:it|that|this|{_ONE}) (?:ends|stops|cuts off|is over|finishes) (?:(?:so|too|way|very|a bit|"
            rf"much) )*(?:quickly|soon|early|abruptly|fast|suddenly)|"
            rf"(?:(?:(?:{_IT}|{_ONE}|he|she){_IS} )?(?:{_VERY} )?{_GOOD},? but |(?:{_IT}|{_ONE}|he|she){_IS} )?"
            r"(?:(?:a (?:bit|little|tad)|way|much|far|still|just|rather|quite|"
            r"slightly) )*too [\w-]{3,14}(?: for [\w' ]{2,40})?|"
            rf"(?:(?:{_IT}|{_ONE}|he|she){_IS} )?(?:{_VERY} )?{_GOOD},? but (?:(?:a (?:bit|little|tad)|rather|"
            rf"quite|slightly) )+[\w-]{{3,14}}",
        ),
    )
)  # fmt: skip
_PIECES = re.compile(
    r"[,;:]\s|\s[-–—]{1,2}\s|,?\s(?:and|so(?! (?:much|very|many|far|good|happy)\b))\s", re.I
)
_EMOJI = re.compile(r"[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+|:['-]?[)(DP]|<3")
_EDGES = " \t\n.,;:!?…~-–—)(*"


def aside(said: str) -> str:
    """The kind of remark that all of a sentence is; empty where it is, or may be, more."""
    text = _EMOJI.sub(" ", said).strip(_EDGES)
    if not text or len(text) > MOST:
        return "" if text or not said.strip() else CRY
    if kind := _of_one_kind(text):
        return kind
    pieces = [told for one in _PIECES.split(text) if (told := one.strip(_EDGES))]
    kinds = [_of_one_kind(one) for one in pieces]
    if THANKS in kinds[:-1] and _A_NAME.fullmatch(pieces[-1]):
        kinds[-1] = THANKS
    warm = THANKS in kinds or PRAISE in kinds
    if len(pieces) > 1 and all(
        kind or (warm and told_besides(one)) for kind, one in zip(kinds, pieces, strict=True)
    ):
        return next((one for one in _WEIGHT if one in kinds), CRY)
    return ""


_WEIGHT = (COMPLAINT, DISLIKE, THANKS, PRAISE, PURPOSE, DELIGHT, STORY, DOUBT, GREETING)
"""What a sentence of several kinds counts as: the first of them."""
_A_NAME = re.compile(r"[A-Z][\w'’]+(?: [A-Z][\w'’]+)?")


def told_besides(text: str) -> bool:
    """Whether it only tells something of people, of it or of oneself, and wants nothing."""
    return bool(_LENIENT.match(text)) and not _NOT_WANTED.search(text)


_LINKS = re.compile(
    r"^(?:(?:and|but|so|well|anyway|also|honestly|personally|actually|i think|i guess|i must say|"
    r"i have to say)[\s,]{1,2}){1,3}(?=\w)|\s(?:but|so|and)$",
    re.I,
)


def _of_one_kind(said: str) -> str:
    text = _LINKS.sub("", said)
    cried = re.match(_CRIES, text, re.I)
    thanked = cried and re.search(r"\b(?:thank|thx|ta\b|cheers)", cried[0], re.I)
    for kind, pattern in _KINDS:
        if pattern.fullmatch(text):
            return THANKS if thanked and kind in (STORY, DELIGHT, PURPOSE) else kind
    rest = text[cried.end() :] if cried else text
    if not rest.strip(_EDGES):
        return THANKS if thanked else CRY
    return THANKS if _thanks(text) or _thanks(rest) else ""


def _thanks(text: str) -> bool:
    """Whether it is thanks, or a good wish, with whom and for what."""
    if re.fullmatch(rf"(?:{_WISHES_WELL})", text, re.I):
        return True
    told = re.match(_THANKED, text, re.I)
    if told is None:
        return False
    rest = text[told.end() :]
    behind = _AFTER_THANKS.match(rest)
    left = rest[behind.end() :].strip(_EDGES) if behind else rest
    return (
        not left
        or _thanks(left)
        or bool(re.fullmatch(r"(?-i:[A-Z][\w'’]+)(?: (?-i:[A-Z][\w'’]+))?", left))
    )
