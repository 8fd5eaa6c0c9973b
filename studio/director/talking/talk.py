"""Answers in words alone: who this is, small talk, facts about media, money, and what cannot be done here."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from studio.director.language.delight import delighted
from studio.director.language.identity import IDENTITY
from studio.director.language.saying import EDGES, clause_of, clauses_of
from studio.director.language.telling import VERB, is_talk, order_first, praises
from studio.director.plan import Scene, sentence_list
from studio.director.reading import Medium, Turn
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import ALL, meant, named
from studio.director.talking.policy import refusal_for
from studio.director.talking.sights import told

LOCAL = (
    "This is the local studio. It makes real files with ordinary signal and image processing; no AI model is "
    "involved. I am a rule-based stand-in for the language model: I follow plain requests."
)
NOTHING = "All right, nothing is started. Say what you would like when you are ready."
GLAD = "Glad it fits. Say what should come next, or change anything by its number."
_DEEDS = (
    (("generate_image",), "make pictures from words"),
    (("edit_image", "apply_style", "refine_result"), "change and restyle them"),
    (("restore_photo",), "restore old photos"),
    (("upscale_image",), "enlarge pictures"),
    (("remove_background", "segment_image"), "cut things out"),
    (("image_to_3d",), "make 3D models"),
    (("animate_photo",), "bring a picture to life"),
    (("generate_video",), "make films from words"),
    (("sound_to_video",), "cut a film to a song you attach"),
    (("generate_music",), "make music"),
    (("generate_speech",), "read words out"),
    (
        ("stitch_video", "extend_video", "overlay_video", "add_subtitles"),
        "join, extend and subtitle films",
    ),
    (("compose_lyrics", "compose_script"), "write lyrics and scripts"),
)
_ABILITY = re.compile(
    r"\b(what (?:all |else )?can (?:you|u|i|we)(?: do| make| ask)?|(?:what )?(?:are )?(?:you|u) (?:able|capable)|"
    r"what do you do|can you do\??$|help me$|^help\b|how (?:does|do) (?:this|it|i|that) (?:work|use|start)|how do "
    r"i (?:use|begin|start)|"
    r"what(?:'s| is) possible|your (?:abilities|features|skills|options)|show me what (?:you|u)\b|"
    r"get(?:ting)? started|was "
    r"kannst du|que peux-tu|qué puedes)",
    re.I,
)
_COST = re.compile(
    r"\b(how much|what)\b.{0,30}\b(cost\w*|spen[dt]|price\w*|charged?|pay|paid|credits?|spark)\b|\b(cost|price) "
    r"(?:so far|of|for)\b|\bis (?:it|this) (?:free|expensive)\b|\bwhat did (?:it|that|this|they|everything) cost\b|"
    r"\b(?:my )?balance\b|\bhow many credits\b",
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
_STOP = re.compile(
    r"^(no|nope|nah|no,? thanks?|no thank you|stop(?: it| that)?|cancel(?: it| that)?|never ?mind|forget (?:it|"
    r"that)|nothing|draw nothing|wait|hold on|not now|not yet|"
    r"nein|non|nicht|danke,? nein)$"
    r"|^(please )?(don't|do not|dont)\b.{0,20}\b(anything|something|yet|it)( yet| now)?$",
    re.I,
)
_YES = re.compile(
    r"^(ok|okay|k|yes|yeah|yep|sure|cool|nice|great|good|perfect|wow|beautiful|fine|right|got it|i see|haha+|lol|"
    r"ja|oui|sí|si)( (?:one|then|ok|cool))?$",
    re.I,
)
_LIKES = re.compile(
    r"^i (?:really |do )?(like|love|prefer|choose|pick|take|hate|dislike|don't like)\b", re.I
)
_UNHAPPY = re.compile(
    r"^(?:that(?:'s| is|s)?|this|it(?:'s)?|(?:i )?(?:don't|do not|dont)|i (?:hate|dislike)|not)\b.{0,40}\b(?:wrong|bad|"
    r"ugly|not (?:what|right|good|it)|like (?:it|that|this|the)|terrible|awful|broken|boring|hate|meant)\b",
    re.I,
)
_ABOUT = re.compile(
    r"^(?:and |so |please |can you |could you )*(what(?:'s| is| are| do you see| does)|describe|how (long|big|"
    r"large|wide|tall|many pixels)|which size|tell "
    r"me about|(?:in |at )?what (?:size|colou?rs?|length|resolution)|compare|which (?:image|picture|photo|video|"
    r"clip|song|"
    r"one)\b|(?:show|open|see) (?:me )?(?:@?image|picture|photo|video|clip|song|audio) [-−]?\d+$|(?:give me |the "
    r")*details of|(?:give me |the "
    r")*info(?:rmation)? (?:on|about))\b",
    re.I,
)
_LIST = re.compile(
    r"\b(what (?:do (?:we|i) have|have (?:we|you|i) made|is there)|list (?:all |the |my |our )?(?:\w+ )?(?:media|"
    r"files|pictures|images|videos|songs)|show (?:me )?(?:the )?list|how many (?:pictures|images|videos|songs|"
    r"films|clips))\b",
    re.I,
)
_QUESTION = re.compile(
    r"^(what|how|why|when|where|who|which|is|are|was|do|does|did|should (?:i|we)|(?:should|is|are|would|could|"
    r"does)n['’]?t|tell me|explain|calculate|"
    r"translate|say|sing|"
    r"define|solve|write(?= (?:me )?(?:code|an? (?:essay|e-?mail|poem(?!-)|letter|function|program|report|"
    r"haiku|limerick|sonnet|joke|recipe|tweet)))|search|"
    r"google|look up|book|order|buy|send|remind|call|open)\b",
    re.I,
)
_BACK = re.compile(
    r"^(?:(?:please )?go back|undo|revert|roll back)(?: (?:it|that|this|one))?$", re.I
)
_DELETE = re.compile(
    r"^(?:delete|remove|trash|erase|bin)\b(?:(?!\b(?:from|in|of|on)\b).){0,12}\b(?:image|video|audio|picture|photo|"
    r"song|clip|file|conversation|"
    r"chat|history|everything|all)s?(?:\s?[-−]?\d+)?$",
    re.I,
)


def talk_for(turn: Turn) -> str:
    """The words-only answer to a request; empty when there is something to make."""
    text = turn.text.strip(EDGES)
    refusal = refusal_for(turn.said) or refusal_for(text)
    if refusal:
        return refusal
    plain = clause_of(text).text.strip(EDGES)
    if IDENTITY.search(text):
        return LOCAL
    if _STOP.match(text) or _STOP.match(plain):
        return NOTHING
    if _COST.search(text):
        return _money(turn)
    seen = told(turn, plain)
    if seen:
        return seen
    if _ABILITY.search(text) and not re.search(r"\bhelp me (?:\w+ ){1,}", text, re.I):
        return ability(turn.tools)
    return (
        _small(text, turn)
        or _chat(text, turn)
        or _listed(turn, text)
        or _about(turn, text)
        or _beyond(turn, plain)
    )


def ability(tools: Mapping[str, object]) -> str:
    """What can be asked for with these tools."""
    deeds = [deed for names, deed in _DEEDS if any(name in tools for name in names)]
    if not deeds:
        return (
            "I can talk about what is here, but I have nothing to make things with just now. Ask again in a new "
            "message."
        )
    example = (
        " For example: “four versions of a lighthouse poster”." if "generate_image" in tools else ""
    )
    return (
        f"I can {sentence_list(deeds)}.{example} Say what you would like in plain words; every result has a "
        "number you can point at."
    )


def _small(text: str, turn: Turn) -> str:
    if turn.attached:
        return ""
    if len(text.split()) > 1 and delighted(text):
        return GLAD
    if len(text.split()) > 7:
        return ""
    if _UNHAPPY.search(text):
        return "I see. What should be different? Name the picture or film by its number and say the change."
    if _YES.match(text):
        return "Good. What should come next? Say a number to change something, or what to make."
    if _LIKES.match(text) and is_talk(order_first(text)) and len(clauses_of(text)) == 1:
        return "Good choice. Shall it move, or should something about it change?"
    if _BYE.match(text):
        return "Goodbye. Everything that was made stays in this conversation."
    rest = _GREETING.sub("", _THANKS.sub("", text), count=1).strip(EDGES)
    if _THANKS.search(text) and not _asks(rest):
        return GLAD
    if _GREETING.match(text) and not _asks(rest):
        return (
            "Hello. What shall we make? A picture, a moving picture, or a film to a song of yours."
        )
    return ""


def _chat(text: str, turn: Turn) -> str:
    """The answer to praise or a story in which nothing is asked for."""
    clauses = clauses_of(text)
    if (
        turn.attached
        or len(clauses) != 1
        or not (is_talk(clauses[0].text) or (praises(text) and order_first(text) == text))
    ):
        return ""
    return "Good to know. What should come next: a change to something here, or something new?"


def _asks(rest: str) -> bool:
    """Whether more than a greeting was said."""
    small = (
        r"(?:there|you|very|so|much|a lot|lot|for|that|this|it|it's|its|is|are|all|again|everyone|friend|today|"
        r"and|the|job|work|one|looks?|great|really|i|s)"
    )
    return bool(re.sub(rf"\b{small}\b|\W+", " ", rest, flags=re.I).strip())


def _money(turn: Turn) -> str:
    """What calls of this conversation said they cost; nothing is made up."""
    total, known = Decimal(0), 0
    for past in turn.past:
        cost = past.result.told.get("estimated_cost") if past.result else None
        spark = cost.get("spark") if isinstance(cost, dict) else None
        if spark is not None:
            try:
                total += Decimal(str(spark))
                known += 1
            except InvalidOperation:
                continue
    if known:
        return (
            f"The {'result' if known == 1 else f'{known} results'} I know of cost about {total:f} Spark "
            f"together. Your balance has the exact figures."
        )
    return (
        "I am not told what it cost. Each result shows its own cost, and your balance has the sum; larger "
        "requests are shown before they start."
    )


def _listed(turn: Turn, text: str) -> str:
    if not _LIST.search(text):
        return ""
    if not turn.media:
        return "There is nothing in this conversation yet."
    rows = [
        f"{m.kind} {m.index}" + (f" ({m.prompt[:40]})" if m.prompt else "") for m in turn.media[:24]
    ]
    return f"There is {sentence_list(rows)}."


def _about(turn: Turn, text: str) -> str:
    kinds = kinds_named(text)
    pointed = turn.media and (turn.attached or re.search(r"\b(it|this|that)\b", text, re.I))
    if (
        not _ABOUT.search(text)
        or not (kinds or pointed)
        or re.match(r"^(make|create|draw|generate|paint)\b", text, re.I)
    ):
        return ""
    if re.search(
        r"\bwhat (?:if|about)\b|\bshould\b|\blook like (?:at|in|with|without|from|as|if)\b",
        text,
        re.I,
    ):
        return ""
    media = about_media(turn, text)
    if not media:
        return "There is nothing of that kind in this conversation yet."
    known = "; ".join(f"{one.kind} {one.index}: {one.facts}" for one in media) + "."
    return known[0].upper() + known[1:] + " I only know these facts; I do not look at its content."


def about_media(turn: Turn, text: str) -> list[Medium]:
    """The media a question is about."""
    scene = Scene(turn)
    kinds = kinds_named(text)
    kind = kinds[0] if kinds else scene.newest_kind(("image", "video", "audio", "model"))
    found = meant(text, scene, kind) if kind else []
    indices = found if isinstance(found, list) else []
    most = 4 if ALL.search(text) or len(named(text, kind)) > 1 else 1
    return [one for index in indices[:most] if (one := scene.medium(kind, index))]


def _beyond(turn: Turn, text: str) -> str:
    if _BACK.match(text):
        return "Nothing is overwritten: every earlier result keeps its number. Name the one to go on from."
    if _DELETE.match(text):
        return "I cannot delete things; use the delete button beside the picture, film or sound."
    if _QUESTION.match(text) and not _could_be_made(text):
        return f"I have no answer to that: I follow requests, I do not know things. {ability(turn.tools)}"
    return ""


def _could_be_made(text: str) -> bool:
    """Whether a sentence that begins like a question or another trade's order is a request for this one."""
    return bool(
        re.search(r"\b(again|instead)\b", text, re.I)
        or re.match(
            r"^(?:say|sing)\b.{0,6}[\"“:]|^say\b|^(?:is it possible|are you able|do (?:it|the|that|this|an?|some|"
            r"you think|me|us|\d|two|three|four)|which)\b",
            text,
            re.I,
        )
        or re.match(
            r"^what happens (?:next|then|after)\b|^what if\b|^what would (?:it|this|that|image)",
            text,
            re.I,
        )
        or re.match(
            r"^(?:how|what) (?:would|might|could)\b.{0,200}\blook\b|^(?:what|where)\b.*[.?!] (?:please )?show\b",
            text,
            re.I,
        )
        or re.search(rf"\?\s(?:please |then |so )?{VERB}\b", text, re.I)
        or re.match(r"^do something\b", text, re.I)
        or re.match(r"^sing\b.*\b(?:song|this|lyrics)\b", text, re.I)
    )
