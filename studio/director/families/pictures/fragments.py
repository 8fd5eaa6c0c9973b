"""A few words after a picture that go on from it: "and a hat", "on a mountain road", "to the left", "winter"."""

import re

from studio.director.families.once_more import remakes
from studio.director.families.once_more.remake_words import last_order, words_of
from studio.director.families.pictures import edits
from studio.director.language import values
from studio.director.language.belongings import belongs
from studio.director.language.clauses import Clause
from studio.director.language.styles import COLOUR, STYLE
from studio.director.plan import Found, Scene
from studio.director.references.kinds import kinds_named

_MORE = re.compile(  # said with "and" or "also" before it, as the whole message has it
    r"^(?:(?:oh|ok|okay|yes|nice|great|cool|good|now)[\s,.!]{1,3})*(?:and|also|plus|oh and|and also|with)\s"
    r"(?P<what>(?:an?|some|two|three|four|more|his|her|their)\s[\w' -]{2,60})[.!]{0,3}$",
    re.I,
)
_ALSO = re.compile(  # another thing for the deed of the order before: "and the trash bin"
    r"^(?:(?:ok|okay|yes|nice|great|good|now|and|also|plus|then)[\s,.!]{1,3}){1,3}(?P<what>(?:the|his|her|its|"
    r"their|my) "
    r"[\w' -]{2,30}?)(?: (?:too|as well|please))*[.!]*$",
    re.I,
)
_ONE_MORE = re.compile(
    r"^(?:one|two|three|four|a few|some|\d) more (?!(?:time|times|version|versions|picture|pictures|image|images|"
    r"one|ones|please|"
    r"like|of|in|with)\b)[\w-]{3,20}(?: [\w-]{2,20})?$",
    re.I,
)
_TOO = re.compile(  # "balloons too"
    r"^(?:(?:oh|and|ok|yes|nice),? )*(?P<what>(?!(?:this|that|it|me|we|you|he|she|they|version|one|other|"
    r"second|last)\b)"
    r"[\w-]{3,20}(?: [\w-]{2,20})?) (?:too|as well)[.!]*$",
    re.I,
)
_SAME_DEED = re.compile(
    rf"^(?P<verb>remove|erase|delete|take away|get rid of|blur|brighten|darken|sharpen|soften|(?:make|paint|"
    rf"colou?r|turn)"
    rf"(?=.* {COLOUR}$)) (?:the|his|her|its|their|my) [\w' -]{{2,30}}?(?P<how> {COLOUR})?$",
    re.I,
)
_PLACE = re.compile(
    r"^(?P<where>(?:on|in|at|under|inside|beside|near|next to|in front of|on top of|by|above|among|underneath) "
    r"(?:an?|the|some|his|her|its|their|outer|deep)\s?[\w' -]{2,60}|underwater|outside|outdoors|indoors|inside)$",
    re.I,
)
_AS_A_FORM = re.compile(
    r"^in (?:an? |the )?[\w -]{0,30}\b(?:style|look|format|mode|size|shape|version|colou?rs?)\b",
    re.I,
)
_ASIDE = re.compile(
    r"^(?P<how>(?:(?:move|shift|put) (?:it|him|her|them) )?(?:(?:a (?:bit|little)|slightly|much|far|further|more) )?"
    r"(?:(?:to|on|towards?) the (?:left|right|top|bottom|middle|cent(?:er|re))|left|right|higher|lower|further (?:up|"
    r"down)|up|down)(?: (?:a bit|a little|side|more))?)$",
    re.I,
)
_SEASONS = r"spring|summer|autumn|winter|daytime|night ?time"
_TIMES = (
    r"spring|summer|autumn|fall|winter|night(?: ?time)?|day(?: ?time|light)?|dawn|dusk|sunset|sunrise|morning|evening|"
    r"midnight|noon|golden hour|christmas|halloween|easter"
)
_TIME = re.compile(
    rf"^(?:in |at |during |as |with )?(?:an? |the )?(?P<when>{_TIMES})(?: version| edition)?(?: instead| too| as "
    rf"well| also)?$",
    re.I,
)
_OTHER_COLOUR = re.compile(
    rf"^(?:in )?(?P<colour>(?:(?:dark|light|bright|pale|deep|neon|pastel) )?{COLOUR})(?: (?:instead|one))?$",
    re.I,
)
_THAN_IT_IS = """
scarier spookier creepier weirder crazier cuter prettier uglier funnier sillier sexier cooler nicer fancier richer
sweeter fluffier hairier furrier greener bluer redder pinker foggier snowier rainier sunnier cloudier stormier windier
busier emptier cozier cosier messier dirtier cleaner shinier glossier fresher dreamier grittier edgier tougher stronger
simpler plainer fatter thinner slimmer older younger taller fiercer angrier happier sadder moodier stranger rounder
flatter sharper softer smoother rougher
"""
_THAN = re.compile(
    rf"^(?:(?:a (?:bit|little|lot)|much|way|even|far|slightly) )?(?:{'|'.join(_THAN_IT_IS.split())})$",
    re.I,
)
_POINTS_WITH = re.compile(
    r"^(?P<one>(?:first|second|third|fourth|fifth|sixth|last|middle|left|right) (?:one|picture|image|photo|version)),? "
    r"(?P<how>(?:with|without|in|at|on|as|but)\b.+)$",
    re.I,
)
_VARIED = re.compile(
    r"^(?:in |with |try |do |show )?(?:different|other|various) (?P<what>moods?|emotions|expressions|faces|poses|"
    r"outfits|backgrounds|places|angles|hairstyles|clothes)$",
    re.I,
)
_INSTEAD = re.compile(  # another thing in its place: the words are said once more with it
    r"^(?:make (?:it|him|her|that)|use|try|draw|do|show|with)? ?(?P<what>(?:an?|some|two|three) "
    r"(?!(?:bit|little|lot|different|other|new|picture|image|photo)\b)[\w'-]{2,24}(?: [\w'-]{2,24}){0,2}?),? instead$",
    re.I,
)
_EVERYWHERE = ("background", "sky", "text", "title", "foreground", "letters")
_THING_SO = re.compile(
    rf"(?:the )?(?P<thing>[\w-]{{3,20}}(?: [\w-]{{3,20}})?) (?P<how>(?:(?:much|a bit|a little|even) )?(?:bigger|"
    rf"larger|smaller|"
    rf"taller|brighter|darker|lighter|longer|shorter|thicker|thinner|wider|higher|lower|softer|sharper|older|"
    rf"younger)|lit|open|"
    rf"closed|blurred|blurry|empty|full|broken|transparent|(?:in )?{COLOUR})",
    re.I,
)
_SIZED_THING = re.compile(
    r"(?P<how>bigger|larger|smaller|taller|thicker|thinner|higher|lower|wider|longer|shorter) "
    r"(?P<thing>(?!(?:please|version|size|copy|image|"
    r"picture|photo|file|"
    r"resolution|print|and|one|font|text|letters|title)\b)[\w-]{3,20}(?: [\w-]{3,20})?)",
    re.I,
)
_NEAR_THE = re.compile(
    r"(?:an? |some |two |three )?[\w-]{2,20}(?: [\w-]{2,20}){0,2} (?:next to|beside|behind|in front of|under|on "
    r"top of|near|above|"
    r"around|between|on|in|against) the (?P<where>[\w-]{3,20})",
    re.I,
)
_NEAR_IT = re.compile(
    r"^(?P<what>(?!(?:put|place|move|make|is|are|what|look|show|and|not|no)\b)(?:[\w-]{2,20} ){1,3}(?:under|"
    r"behind|around|above|"
    r"beside|below|near|next to|in front of|for) (?:it|him|her|them))$",
    re.I,
)
_AT_A_PLACE = re.compile(  # one thing more, at a place of the picture that is there
    r"^(?P<what>(?:an?|some|two|three|more) [\w' -]{2,40}? (?:on|in|at|to) the (?:(?:far|upper|lower|top|bottom) "
    r")?(?:left|"
    r"right|background|foreground|corner|distance|front|back|middle|cent(?:er|re)|top|bottom)(?: side| hand side| "
    r"corner)?)$",
    re.I,
)
_BESIDE = re.compile(
    r"^(?P<where>(?:next to|beside|behind|in front of|on top of|under|near|around|over|above) (?:it|him|her|them)) "
    r"(?P<what>(?:an?|some|two|three) [\w' -]{2,40})$",
    re.I,
)
_A_BETTER_ONE = re.compile(r"^(?:no+,? |nope,? )?an? (?P<how>[\w-]{3,12}er) one$", re.I)
_SEEN_FROM = re.compile(
    r"^(?:seen )?from (?:the )?(?:ground|sky|air|inside|outside|far(?: away)?|afar|a distance|street level|water|beach|"
    r"roof|street|floor|ceiling|left|right|front|back)$",
    re.I,
)
_ANOTHER_TAKE = re.compile(  # of what is in it already: nobody can say how, so by chance
    r"^(?:with |use )?(?:an? )?different (?!one|picture|image|photo|style|colou?rs?|back-?ground|sky|hair|clothes|"
    r"outfit|version|size|format|angle|language)[\w-]{3,20}$",
    re.I,
)
_WIDER = re.compile(r"^(?:(?:a (?:bit|little)|much|even) )?wider$", re.I)
_BEHIND = re.compile(
    r"^(?:with )?(?:an? |the )?(?P<what>(?!(?:add|put|change|make|remove|blur|replace|give|turn|use|keep)\b)"
    r"(?:(?!(?:in|on|to|the|of)\b)[\w-]{2,20} ?){1,3}?) (?:background|backdrop)$",
    re.I,
)
_NO_SCENE = {
    "different",
    "another",
    "new",
    "other",
    "better",
    "no",
    "blurred",
    "blurry",
    "transparent",
    "same",
}
_NO = re.compile(r"^(?:no+|nope|nah|not that|rather|sorry|i mean(?:t)?|actually)\b", re.I)
_COLOURED = re.compile(
    rf"(?:make|paint|colou?r|turn) (?P<what>(?:the|his|her|its|their|my) [\w' -]{{2,30}}?) (?:in(?:to)? )?{COLOUR}$",
    re.I,
)
_OF_FEELING = ("mood", "emotion", "expression", "face")
_MOODS = ("happy", "sad", "angry", "sleepy", "surprised", "dreamy", "shy", "proud")


def gone_on(clause: Clause, scene: Scene) -> Found:
    """The newest picture changed by words that would make no picture of their own."""
    if scene.turn.attached or scene.newest_kind(("image", "video", "audio")) != "image":
        return None
    text = clause.bare.rstrip(" .!?")
    other = _INSTEAD.match(text)
    if other and belongs(other["what"]):
        order = f"give it {other['what']}"
        return edits.changed(Clause(order, order), scene, ("edit_image", "refine_result"))
    if other and not scene.offers("edit_image"):
        again = f"again, but {other['what']} instead"
        return remakes.again(Clause(again, again), scene)
    if _ANOTHER_TAKE.match(text) and not scene.offers("edit_image"):
        return remakes.again(Clause("again", "again"), scene)
    if _WIDER.match(text) and not scene.offers("edit_image"):
        return remakes.again(Clause("again in 16:9", "again in 16:9"), scene)
    if varied := _VARIED.match(text):
        return _in_kinds(varied["what"].lower(), scene)
    pointed = _POINTS_WITH.match(text)
    order = pointed["how"] if pointed else _order_in(text, scene)
    if not order:
        return None
    told = Clause(order, f"the {text}" if pointed else order, clause.quotes)
    return edits.changed(told, scene, ("edit_image", "refine_result"))


def _coloured_last(scene: Scene) -> str:
    """The thing that the newest picture's order gave a colour: "the river" of "make the river red"."""
    past = scene.turn.past[0] if scene.turn.past else None
    told = _COLOURED.search(str(past.arguments.get("prompt") or "")) if past else None
    return told["what"] if told else ""


def _alone(text: str, scene: Scene) -> bool:
    """Whether a word that is as good a picture of its own, like "sunset", is all that was said."""
    return len(text.split()) == 1 and not re.match(
        rf"(?:{_SEASONS})$|now\b|and\b", scene.turn.text, re.I
    )


def _in_kinds(what: str, scene: Scene) -> Found:
    """As many once more as there were, each of another kind."""
    count = len(scene.turn.past[0].made) if scene.turn.past else 1
    count = count if 1 < count <= len(_MOODS) else 4
    kinds = f": {', '.join(_MOODS[:count])}" if what.startswith(_OF_FEELING) else ""
    text = f"{count} more versions in different {what}{kinds}"
    return remakes.again(Clause(text, text), scene)


def _order_in(text: str, scene: Scene) -> str:
    """The words as an order; empty where they may as well be a picture of their own."""
    if values.size_in(text) or kinds_named(text):
        return ""
    if said := _said_with_and(text, scene):
        return said
    if aside := _ASIDE.match(text):
        how = aside["how"]
        return how if re.match(r"(?:move|shift|put)\b", how, re.I) else f"move it {how}"
    if (when := _TIME.match(text)) and not _alone(text, scene):
        return f"make it {re.sub(r' ?time$', '', when['when'].lower())}"
    if (behind := _BEHIND.match(text)) and behind["what"].lower() not in _NO_SCENE:
        return f"change the background to {behind['what'].lower()}"
    if colour := _OTHER_COLOUR.match(text):
        if _NO.match(scene.turn.text) and (thing := _coloured_last(scene)):
            return f"make {thing} {colour['colour'].lower()}"
        return f"make it {colour['colour'].lower()}"
    return _of_a_shown_thing(text, scene) or _placed_or_compared(text)


def _of_a_shown_thing(text: str, scene: Scene) -> str:
    """The order about things the newest picture shows: "bee bigger, flower smaller", "cat next to the cup"."""
    shown = words_of(scene, "image", scene.now("image")[-1].index).lower()
    parts = [_THING_SO.fullmatch(part) for part in re.split(r",\s| and ", text)]
    told = [part for part in parts if part and _shows(shown, part["thing"])]
    if told and len(told) == len(parts):
        return ", ".join(
            f"make the {part['thing']} {part['how'].removeprefix('in ')}" for part in told
        )
    if size := _SIZED_THING.fullmatch(text):
        return f"make the {size['thing']} {size['how']}"
    near = _NEAR_THE.fullmatch(text)
    return f"add {text}" if near and _shows(shown, near["where"]) else ""


def _shows(shown: str, thing: str) -> bool:
    """Whether a picture of these words has a thing, or every picture has it."""
    last = thing.lower().split()[-1]
    return last in _EVERYWHERE or last.removesuffix("s") in shown


def _said_with_and(text: str, scene: Scene) -> str:
    """One thing more, or another thing for the deed before; empty for what only goes on in other ways."""
    if scene.steps:
        return ""
    said = scene.turn.text
    also, more, too = _ALSO.match(said), _MORE.match(said), _TOO.match(said)
    if also and (deed := _SAME_DEED.match(last_order(scene))):
        return f"{deed['verb']} {also['what']}{deed['how'] or ''}"
    if more and more["what"].lower().startswith(text.lower()):
        return f"add {more['what']}"
    if too and not kinds_named(too["what"]):
        return f"add {too['what']}"
    return f"add {text}" if _ONE_MORE.match(text) else ""


def _placed_or_compared(text: str) -> str:
    """The order of words that say where something is to be, or how much more of what it is."""
    if beneath := _NEAR_IT.match(text):
        return f"add {beneath['what']}"
    if there := _AT_A_PLACE.match(text):
        return f"add {there['what']}"
    if beside := _BESIDE.match(text):
        return f"add {beside['what']} {beside['where']}"
    if better := _A_BETTER_ONE.match(text):
        return f"make it {better['how']}"
    if _THAN.match(text):
        return f"make it {text}"
    if _SEEN_FROM.match(text):
        return text
    if (place := _PLACE.match(text)) and not STYLE.search(text) and not _AS_A_FORM.match(text):
        return f"put it {place['where']}"
    return ""
