"""Wishes said in ways of their own, about what is there, as the orders the families know."""

import re

from studio.director.families.once_more.other_subjects import with_another
from studio.director.families.once_more.remake_words import last_order, words_of
from studio.director.families.pictures.pictures import earlier_size
from studio.director.families.rephrased_films import about_films, to_be_moved
from studio.director.families.rephrased_pictures import about_what_is_seen, anew_or_shaped
from studio.director.families.rephrased_words import about_words
from studio.director.language.belongings import part_order
from studio.director.language.changes import head_of
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.retold import as_shown
from studio.director.language.styles import COLOUR
from studio.director.language.viewpoints import tells_more_than_a_view
from studio.director.language.vocabulary import FILM
from studio.director.plan import Scene
from studio.director.references.naming import by_name

_KINDS = ("image", "video", "audio")
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
_COLOURS = re.compile(
    rf"(?:in |use )?(?P<colours>{COLOUR} and {COLOUR})|(?:use|try|take) (?P<used>{COLOUR})|(?P<new>{COLOUR}) "
    rf"(?:instead of|not|rather than) (?P<old>{COLOUR})",
    re.I,
)
_SHAPE_ALONE = re.compile(r"(landscape|portrait)(?: please| instead| format| version)?", re.I)
_TAKEN_OUT = re.compile(  # what was added last: "remove it again"
    r"^(?:remove|delete|erase|take|lose|drop) (?:it|that|him|her|them)(?: (?:again|away|out|off|please))*$",
    re.I,
)
_ADDED = re.compile(
    r"^(?:add|put|insert|draw) (?:(?:an?|some|the|two|three) )?(?P<what>[\w-]+(?: (?!(?:in|on|at|to|next|behind|under|"
    r"beside|near|for|with)\b)[\w-]+)?)",
    re.I,
)
_DRAWN_SO = re.compile(
    r"^(?:draw|paint|show|do) (?P<who>it|him|her|them) (?P<how>(?!(?:as|in|with|without|on|at|to|for|again|anew|"
    r"once|from|like|"
    r"the|an?|i|doing|that)\b)(?:(?:much|a bit|a little|more|less|very) )?[\w-]+)$",
    re.I,
)
_SUCH_A_ONE = re.compile(  # of the same thing, and of another kind: "a green one", "angry one"
    r"^(?:(?:an?|maybe an?|also an?|another) )?(?P<how>(?!(?:the|this|that|which|same|other|another|first|second|"
    r"third|fourth|last|"
    r"new|next|different|better|good|nice|right|left|middle|no|not|only|one|more|my|any|every|each)\b)[\w-]{3,14}) one"
    r"(?: instead| too| as well)?$",
    re.I,
)
_NEXT_PAGE = re.compile(  # of a story that is told in pictures
    r"^(?:(?:and|now|then|ok|on|for) )*(?:the )?(?:(?:next|following|second|third|fourth|fifth|last|final) "
    r")?(?:page|scene|panel|"
    r"chapter|slide|spread)(?: please)? ?[:,.-] ?(?P<told>.{4,200})$",
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
_NONE_LIKED = re.compile(  # of what was made together: all of it anew
    r"^(?:i (?:do not|don['’]?t) (?:really )?(?:like|love|want) any(?: of (?:them|these|those))?|(?:none|"
    r"neither)(?: of "
    r"(?:them|these|those))?(?: (?:is|are|fits?|works?|convinces?)(?: [\w']+){0,2})?)"
    r"(?: ?[,.;:!-] ?(?:(?:make|try|do) (?:them|it) )?(?P<how>.+))?$",
    re.I,
)


def rephrased(clause: Clause, scene: Scene) -> Clause:
    """The clause as an order about what is there; as it is where nothing is, or where it is one already."""
    kind = scene.newest_kind(_KINDS)
    if kind not in ("image", "video") or tells_more_than_a_view(clause.text):
        return clause
    text = bared(clause.bare)
    order = _about_any(text) or (
        _about_pictures(text, clause, scene) if kind == "image" else about_films(text)
    )
    if not order:
        return clause
    quoted = "".join(f' "{one}"' for one in clause.quotes if one not in order)
    bare = " ".join(re.sub(r"\"[^\"]*\"", " ", order).split())
    return Clause(f"{_NETWORK.sub('', order)}{quoted}", bare, clause.quotes)


def _about_any(text: str) -> str:
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
    if shape := anew_or_shaped(text):
        return shape
    if version := _VERSION_FOR.match(text):
        return f"make it {version['for'] or version['alone']}"
    if part := part_order(text):
        return part
    if none := _NONE_LIKED.match(text):
        return f"again, but {none['how']}" if none["how"] else "again"
    return ""


def _side_by_side(change: str) -> str:
    """ "With white instead of pink flowers" as "with white flowers instead of pink"."""
    return re.sub(r"^with ([\w-]+) (instead of [\w-]+) ([\w' -]+)$", r"with \1 \3 \2", change)


def _with_their_name(told: str, scene: Scene) -> str:
    """What goes on in a story, with whom it is about in words: "she sleeps" as "a mouse sleeps"."""
    who = re.match(r"(?:she|he|it|they)\b", told, re.I)
    newest = words_of(scene, "image", scene.now("image")[-1].index)
    name = head_of(as_shown(newest).rpartition(": ")[2]) if who else ""
    return f"{name}{told[who.end() :]}" if who and name else told


def _about_pictures(text: str, clause: Clause, scene: Scene) -> str:
    if (colour := _NO_COLOUR.match(scene.turn.text)) and COLOUR_WORD.search(last_order(scene)):
        return f"make it {colour['colour']}"
    if printed := _PRINTED.match(text):
        return f"make it {'3:2' if printed['how'] == 'landscape' else '2:3'}"
    if not scene.offers("edit_image") and (other := with_another(text)):
        return other
    if colours := _COLOURS.fullmatch(text):
        told = colours["colours"] or colours["used"] or colours["new"]
        return (
            f"make it {told} instead of {colours['old']}" if colours["old"] else f"make it {told}"
        )
    if (shape := _SHAPE_ALONE.fullmatch(text)) and earlier_size(scene):
        return f"make it {shape[1]}"
    if _TAKEN_OUT.match(text) and (added := _ADDED.match(last_order(scene))):
        return f"remove the {added['what']}"
    if drawn := _DRAWN_SO.match(text):
        return f"make {drawn['who']} {drawn['how']}"
    if (one := _SUCH_A_ONE.match(clause.bare.rstrip(" .!?"))) and not by_name(
        text, scene, "image", loosely=False
    ):
        colour = COLOUR_WORD.fullmatch(one["how"])
        return f"make it {one['how']}" if colour else f"again, but {one['how']}"
    if page := _NEXT_PAGE.match(clause.bare):
        return f"draw {_with_their_name(page['told'], scene)}"
    order = about_words(text, clause, scene) or to_be_moved(text, clause, scene)
    if order := order or about_what_is_seen(text, clause, scene):
        return order
    if (made := _MADE_WITH.match(text)) and not re.search(rf"\b{FILM}", made["what"], re.I):
        return f"make {made['what']} with {made['it']}{made['rest']}"
    return ""
