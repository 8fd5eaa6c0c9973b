"""Wishes said in ways of their own, about what is there, as the orders the families know."""

import re

from studio.director.families.remake_words import words_of
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.motion import MOTION, as_told
from studio.director.language.retold import order_in
from studio.director.language.styles import COLOUR
from studio.director.language.subjects import without_length
from studio.director.language.vocabulary import FILM
from studio.director.plan import Scene
from studio.director.references.naming import by_name
from studio.renderers.prompts.printed_kinds import kind_of

_KINDS = ("image", "video", "audio")
_A_THING = r"(?:it|this|that|(?:the|my|our|this|that) [\w'-]+(?: [\w'-]+)?)"
_SAYS = re.compile(
    rf"^(?:can|could|should|make|let|have|may|will) {_A_THING} (?:to )?(?:say|read)s?$|^(?:it|the [\w-]+) "
    rf"(?:should|must|"
    r"needs to|has to|could) (?:say|read)$|^with the words?$",
    re.I,
)
_READS = re.compile(  # of a printed thing; anybody else says it
    rf"^(?:can|could|should|make|let|have|may|will) {_A_THING} (?:to )?(?:say|read) (?P<words>[^\",]{{2,60}}?)[.?! ]*$",
    re.I,
)
_NAMED_ON_IT = re.compile(
    rf"^(?:(?:can|could) i (?:see|have|get) |make |do |show (?:me )?)?(?:{_A_THING} )?with (?:my|our|the|his|her) "
    r"(?:name|title|date|address|slogan|brand name|web ?site|phone number)(?:,| is|:)? (?P<words>[^,\"]{2,60}?),? "
    r"(?:on|in|"
    r"under|below|above|over) (?:it|top|the (?:top|bottom|cover|picture|image|front))$",
    re.I,
)
_BIGGER = re.compile(
    r"^(?:(?:much|even|a (?:bit|little)|way) )?(?:bigger|larger|smaller|bolder|more readable)$",
    re.I,
)
_ONE = re.compile(
    r"^(?:(?:and|also|now|make|do|create|then|i want|i need|can (?:you|i) (?:make|do|have))\s){0,3}(?:another "
    r")?one (?:more )?"
    r"(?:(?:where|in which) (?:the )?(?P<what>[\w'-]+(?: [\w'-]+)?) (?:is|are) (?P<how>[^,]{2,60})|"
    r"(?P<rest>(?:with|without|"
    r"in|under|at|on|for|by|near|inside|as|from|behind|next to|about) .{2,100}))$",
    re.I,
)
_ONLY_BEHIND = re.compile(r"a(?:sleep|wake|live|lone|fraid)", re.I)
"""What is said of a thing only behind it."""
_SHAPED = re.compile(
    r"^(?:(?:and|also|now|make|do|create|i need|i want)\s){0,3}(?:an?|the) (?P<shape>(?:instagram |insta )?(?:story|"
    r"reels?)|instagram|insta|vertical|square|landscape) (?:version|format|size)(?: (?:of it|for (?:instagram|insta|"
    r"facebook|tik ?tok|my phone)))?$",
    re.I,
)
_VERSION_FOR = re.compile(
    rf"^(?:(?:and|also|now|make|do|i need|i want)\s){{0,3}}(?:an?|another|one|the same) (?:version |copy |one )?"
    rf"(?P<for>(?:for|as) (?!(?:my|our|the) (?!(?:instagram|insta|phone)\b))(?!an? [\w-]* ?{FILM}).{{3,60}}?)(?: "
    rf"too| as well|"
    r" also)?$|^(?:now |also |and )*(?P<alone>for (?:an? |my |the )?(?:instagram|insta|facebook|whatsapp|tik ?tok|"
    r"youtube|"
    r"story|stories|phone).{0,30})$",
    re.I,
)
_MADE_WITH = re.compile(  # a thing made of what is there: "a square instagram post with it"
    r"^(?:now |and |also |then )*(?P<what>an? (?!.{0,40}\bone\b)[\w' -]{2,50}?) (?:with|from|out of|"
    r"using) (?P<it>it|"
    r"this|that|the (?:logo|picture|image|photo|drawing|design|cover|poster))(?= |$)(?P<rest>.*)$",
    re.I,
)
_NETWORK = re.compile(  # where it is shown is a matter of its shape, not of what it is
    r"\b(?:(?:square|vertical|horizontal|instagram|insta|facebook|linked ?in|tik ?tok) )+(?=(?:post|ad|flyer|"
    r"story|banner|card|"
    r"image|picture)\b)",
    re.I,
)
_MOVES = re.compile(
    rf"^(?:(?:i (?:want|need|would like|wish) )?that |i (?:want|need) |can |could |make that |make |let |have |now "
    rf")*(?P<who>it|he|"
    rf"she|they|him|her|"
    rf"them|this|the [\w'-]+(?: [\w'-]+)?|everything) ?(?:shall|should|must|to|has to|needs to|can|is going to|"
    rf"have to)? ?"
    rf"(?P<deed>{MOTION}\b.*)$|^(?:now |make )?(?:move|motion|moving|in motion|with motion)$",
    re.I,
)
_FILM_WHERE = re.compile(
    rf"^(?:make |create |do |now )*(?:an? )?(?:[\w-]+ ){{0,3}}?{FILM} (?:where|in which) (?P<deed>(?:it|he|"
    rf"she|they|"
    rf"people|the [\w'-]+(?: [\w'-]+)?|everybody|everyone)\b.{{2,120}})$",
    re.I,
)
_FILM_OF = re.compile(
    rf"^(?:make |create |do |now )*(?:an? )?(?:[\w-]+ ){{0,3}}?{FILM} of (?P<what>(?:the|this|that|my) [\w'-]+(?: "
    rf"[\w'-]+)?),? "
    r"(?:with |where )?(?P<how>[\w'-]+ [\w'-]+ing\b.{0,80}|[\w'-]+ing\b.{0,80})$",
    re.I,
)
_ALL_IN_ONE = re.compile(
    rf"^(?:(?:put|join|combine|make|turn) )?(?:all (?:of them|three|four|five|these|the [\w-]+)|them(?: all)?|these|"
    rf"both|the (?:two|"
    rf"three|four))(?: (?:pictures|images|photos))?(?: together)? (?:in|into|as) (?:an?|one) (?:[\w-]+ )?{FILM}$",
    re.I,
)
_PRINTED = re.compile(
    r"^(?:in |as )?(?:print|paper) size(?: a[3456])?(?: (?P<how>portrait|landscape|upright))?$",
    re.I,
)
COLOUR_WORD = re.compile(rf"\b{COLOUR}\b", re.I)
_NO_COLOUR = re.compile(
    rf"^no (?P<colour>{COLOUR})[.! ]*$", re.I
)  # "no blue" of what was made green
_GOES_ROUND = re.compile(
    r"^(?:make|let|have) it .{1,60}?,? (?:and |as a |in a |on a |seamless )*loop(?:ing)?$", re.I
)


def rephrased(clause: Clause, scene: Scene) -> Clause:
    """The clause as an order about what is there; as it is where nothing is, or where it is one already."""
    kind = scene.newest_kind(_KINDS)
    if kind not in ("image", "video"):
        return clause
    text = bared(clause.bare)
    order = _about_any(text, clause) or (
        _about_pictures(text, clause, scene) if kind == "image" else ""
    )
    if not order:
        return clause
    quoted = "".join(f' "{one}"' for one in clause.quotes if one not in order)
    bare = " ".join(re.sub(r"\"[^\"]*\"", " ", order).split())
    return Clause(f"{_NETWORK.sub('', order)}{quoted}", bare, clause.quotes)


def _about_any(text: str, clause: Clause) -> str:
    if one := _ONE.match(text):
        change = one["rest"]
        if one["what"]:
            behind = _ONLY_BEHIND.fullmatch(one["how"])
            change = (
                f"with the {one['what']} {one['how']}"
                if behind
                else f"with {one['how']} {one['what']}"
            )
        return f"another one but {_side_by_side(change)}"
    if shaped := _SHAPED.match(text):
        shape = shaped["shape"].lower()
        told = "square" if shape.startswith("insta") else shape
        return f"make it {'vertical' if re.search('story|reel', shape) else told}"
    if version := _VERSION_FOR.match(text):
        return f"make it {version['for'] or version['alone']}"
    return ""


def _side_by_side(change: str) -> str:
    """ "With white instead of pink flowers" as "with white flowers instead of pink"."""
    return re.sub(r"^with ([\w-]+) (instead of [\w-]+) ([\w' -]+)$", r"with \1 \3 \2", change)


def _about_pictures(text: str, clause: Clause, scene: Scene) -> str:
    if (
        clause.quotes
        and re.fullmatch(r"(?:say|read)s?", text, re.I)
        and not scene.offers("generate_speech")
    ):
        return f'write "{clause.quote}" on it'
    if (colour := _NO_COLOUR.match(scene.turn.text)) and COLOUR_WORD.search(_last_order(scene)):
        return f"make it {colour['colour']}"
    if clause.quotes and _SAYS.match(clause.bare.rstrip(" .?!")):
        return f'write "{clause.quote}" on it'
    if (reads := _READS.match(clause.bare)) and _is_printed(scene):
        return f'write "{reads["words"].strip()}" on it'
    if named := _NAMED_ON_IT.match(text):
        return f'write "{named["words"].strip()}" on it'
    if _BIGGER.match(text) and _lettered_last(scene):
        return f"make the letters {text}"
    known = re.match(r"(?:make(?! move$)|let|have|animate|bring)\b", clause.bare, re.I)
    alone = re.match(r"(?:make|let|have) it\b", scene.turn.text, re.I)
    if alone and _GOES_ROUND.match(clause.bare) and scene.takes("animate_photo", "endImageIndex"):
        return "make it loop"
    if printed := _PRINTED.match(text):
        return f"make it {'3:2' if printed['how'] == 'landscape' else '2:3'}"
    if _ALL_IN_ONE.match(text) and not scene.offers("stitch_video"):
        return "animate all of them as one film"
    film = _FILM_OF.match(text)
    if film and isinstance(by_name(film["what"], scene, "image", loosely=False), list):
        return f"animate {film['what']}: {film['how']}"
    if _FILM_WHERE.match(text) or (not scene.steps and not known and _MOVES.match(text)):
        seconds = values.seconds_in(text)
        return _moved(without_length(text)) + (f", {seconds:g} seconds" if seconds else "")
    if (made := _MADE_WITH.match(text)) and not re.search(rf"\b{FILM}", made["what"], re.I):
        return f"make {made['what']} with {made['it']}{made['rest']}"
    return ""


def _moved(text: str) -> str:
    """The newest picture brought to life, and what moves in it."""
    if film := _FILM_WHERE.match(text):
        return f"animate it so {film['deed']}"
    told = _MOVES.match(text)
    if told is None or not told["deed"]:
        return "animate it"
    motion = as_told(f"{told['who']} {told['deed']}")
    return "animate it" if motion in ("it moves", "everything moves") else f"animate it so {motion}"


def _lettered_last(scene: Scene) -> bool:
    """Whether the newest change was about words on the picture."""
    return '"' in _last_order(scene)


def _is_printed(scene: Scene) -> bool:
    """Whether the newest picture is a printed thing."""
    newest = scene.now("image")[-1]
    return kind_of(words_of(scene, "image", newest.index)) is not None


def _last_order(scene: Scene) -> str:
    newest = next(iter(scene.turn.recent), None)
    return order_in(words_of(scene, *newest))[1] if newest and newest[0] == "image" else ""
