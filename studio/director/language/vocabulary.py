"""Words that several rules share: the verbs of orders, cries before them, films, songs, people things are made for."""

import re

EDGES = " \t\n.,;:!?\"'"  # what stands round words and is none of them

_VERBS = """
make create generate draw paint sketch show give render design animate film shoot turn change replace swap remove delete
erase get lose drop take put add place write read say sing speak compose join stitch merge combine glue extend continue
lengthen upscale enlarge sharpen fix repair restore clean retouch brighten darken lighten blur crop cut mask select
segment isolate extract convert transform restyle colorize colourise recolor rotate flip mirror orbit spin subtitle
caption overlay plan script outline draft enhance improve rewrite polish redo repeat try use keep let have bring zoom
pan slow speed scale blow mix blend record narrate translate do move tint crossfade expand shorten smooth bump boost set
describe render dress give fill warm cool soften raise lower edit adjust
save liven spice tidy resize shrink reduce increase shorten paste rescue revive
open close straighten center level reshoot imagine envision visualize visualise illustrate depict craft
"""

GOOD_DAY = r"good (?:morning|afternoon|evening|day)(?: (?:everyone|everybody|all|team|there|to you))?|greetings"

VERB = rf"(?:{'|'.join(_VERBS.split())})"

CRIES = (
    r"(?:(?:hey|hi|hello) (?:there|everyone|team|guys|all)|omg|omfg|wow|whoa|woah|ooh+|oh+|ah+|aw+|haha\w*|hehe\w*|"
    r"lol|lmao|rofl|yay|yess*|yep|yeah|yup|hmm+|hm|ugh|"
    r"meh|damn|"
    rf"{GOOD_DAY}|dear \w+(?=,)|"
    r"dang|gosh|my god|holy \w+|man|dude|bro|ok|okay|nice|great|cool|perfect|awesome|sweet|hey|hi|hello|well|"
    r"thanks|thx|"
    r"ty|tysm|thank (?:you|u)(?: (?:so|very) much)?|sorry(?: to (?:bother|trouble|disturb|bug) (?:you|"
    r"u)(?: again)?)?(?:,? but\b)?|"
    r"(?:no |oh )?wait(?: (?:a (?:sec|second|minute|moment)|no))?|hold on|hang on|"
    r"yo+|nvm|sick|neat|fab|guys?|btw|fyi|so|"
    r"(?:let['’]?s )?start over|start (?:again|anew|from scratch)(?= with (?:an?|some|two|three) )|never ?mind|"
    r"what['’]?s up|wassup|what an? [\w' -]{2,30}(?=!)|"
    r"forget (?:it|that|this|about (?:it|that))|scrap (?:it|that)|new idea|change of plans?|"
    r"(?:go|carry) on(?= ?(?:[,.!:;]|$))|go ahead(?= ?(?:[,.!:;]|$))|come on|hurry(?: up)?)"
)

CRY = re.compile(
    rf"^(?:{CRIES}\b[\s,.!?~:)(-]*|(?:incredible|amazing|gorgeous|beautiful|stunning|lovely|fantastic|brilliant|"
    rf"insane|excellent|(?:so )?cute)"
    r"\s?[,.!]+\s?)+",
    re.I,
)

FILM = (
    r"(?:(?:videos?|films?|clips?|movies?|animations?|vids?|footage|reels?|trailers?|(?<!\.)gifs?|(?<=youtube )shorts?|"
    r"(?<!too )(?<!so )(?<!very )(?<!it )(?<!in )shorts?(?= (?:about|of|for|where|showing)\b)|(?<=\ba )short(?=$))\b)"
)
SONG = r"(?:songs?|pieces?|tracks?|music|tunes?|beats?|audio|sound|recording|melody)"
PEOPLE = (
    r"(?:boss|clients?|customers?|wife|husband|partner|girlfriend|boyfriend|mother|father|mom|mum|mommy|mummy|mama|dad|"
    r"daddy|papa|parents|son|daughter|sister|brother|kids?|child|children|baby|friends?|grandma|grandpa|granny|nana|"
    r"grandmother|grandfather|grandparents|uncle|aunt|auntie|cousin|niece|nephew|neighbou?rs?|colleagues?|coworkers?|"
    r"teacher|students?|pupils?|class|team|band|family|mate|buddy|fans|followers|guests|twins|grandson|granddaughter)"
)
THINGS_IN_ING = (  # they end as a deed does and are none
    r"(?:being|morning|evening|painting|drawing|building|wedding|ceiling|string|spring|clothing|viking|pudding|railing|"
    r"earring|darling|king|ring|wing|sibling|duckling|lettering|lighting|lightning|clearing|crossing|landing)"
)
WORN = (  # what somebody has or wears, said of how they look: "she has white hair"
    r"(?:hair|eyes|beard|mou?stache|glasses|sunglasses|hat|cap|skin|fur|tail|ears|wings|horns?|dress|coat|jacket|scarf|"
    r"shirt|freckles|braids?|ponytail|crown|necklace|earrings|bow tie|tie|helmet|gloves|boots|mask|collar|cape|"
    r"backpack)"
)
_ON_A_CARD = (
    "wedding marriage birth baby engagement pregnancy date graduation anniversary retirement moving"
)
ANNOUNCEMENT = (  # what is read out; the others are printed
    "".join(f"(?<!{one} )" for one in _ON_A_CARD.split()) + r"announcements?\b"
)
