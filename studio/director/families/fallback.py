"""What no family knows: a question, a change of the picture there is, or something to be seen."""

import re

from studio.director.families import going_on
from studio.director.families.films import animation, films, overlays
from studio.director.families.once_more import remakes
from studio.director.families.pictures import edits, pictures
from studio.director.families.pictures.redrawing import paints
from studio.director.families.unclear_changes import means_nothing_alone
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.continuing import JOINED
from studio.director.language.foreign_follow_ups import ENGLISH_PLEASE, untranslated
from studio.director.language.orders import commands
from studio.director.language.statements import tells
from studio.director.language.vocabulary import FILM, SONG, VERB
from studio.director.plan import Found, Scene, Unclear
from studio.director.references.kinds import kind_of, kinds_named, there_is
from studio.director.references.naming import STOP, by_name
from studio.director.references.pointing import ONLY_POINTS, pointer_in
from studio.director.references.versions import names_version

_NOTHING_THERE = re.compile(
    r"^(?:make|turn|change|give|put|do|keep|have|let|try|use|add|join|send)\s(?:it|this|that|them|him|these|"
    r"those)\b|^(?:compare|explain|rate|judge|count)\b|^(?:no|without|more|less)\s\S+(?:\s\S+)?$",
    re.I,
)
_NEW = re.compile(
    r"^(?:(?:make|create|generate|draw|paint|design|produce|imagine|sketch|render|show|"
    r"give)\s(?:me\s)?)?(?:(?:an?|two|three|four|some|another|\d+)\b)",
    re.I,
)
_ONE_WORD = re.compile(r"[^\W\d_][\w'’-]{2,30}")
_NO_THING_WORDS = """
undo next back continue proceed else start begin menu settings account login logout exit quit reset restart refresh
slower faster longer shorter bigger smaller brighter darker louder quieter sharper softer warmer cooler higher lower
better worse closer wider avoid another twice thrice half wrong correct true false exactly different similar also then
here anything everything something nothing none someone everybody anyone maybe perhaps sorry done waiting stuck hungry
tired bored busy lost held ping danke bitte warte later soon instead almost nearly enough together apart alone
upload download history search credits price balance help info status ready finished
"""
_NO_THINGS = frozenset(_NO_THING_WORDS.split()) | STOP | frozenset(values.COUNTS)
_QUESTION = re.compile(
    r"^(?:(?:what|how|why|when|where|who)s?|which|is|are|was|do|does|did|am|shouldn['’]?t|isn['’]?t|"
    r"aren['’]?t|wouldn['’]?t)\b",
    re.I,
)


_OF_WHAT = {  # a medium alone: of what?
    "image": "What should the picture show?",
    "video": "What should the film show? A place, a person or a thing is enough.",
    "audio": "What should the music sound like? A style, a mood or an instrument is enough.",
    "model": "Of what shall I make the model? Attach a picture, or tell me what to draw first.",
}


_KNOWN = re.compile(
    rf"^(?:the|this|that|my|these|those) (?:[\w-]+ ){{0,3}}?(?:{FILM}|{SONG}) (?:with|of|from|"
    rf"about)\b",
    re.I,
)


_HANDED = re.compile(
    r"^(?:(?:(?:this|that|here|these) (?:is|are)|here['’]s)\b|here (?:you go|it is|they are)|attached$)",
    re.I,
)


def _there(text: str, scene: Scene) -> bool:
    """Whether there is something of the kind that is spoken of as known."""
    return any(scene.now(kind) for kind in kinds_named(text)[:1])


_MADE = ("image", "video", "audio")
_OF_A_FILM = re.compile(
    r"(?:(?:a (?:bit|little)|much|way|even) )?(?:slower|faster|longer|shorter|quicker|(?:not|less) (?:so |that |as )?"
    r"(?:fast|slow|quick))(?: please)?",
    re.I,
)
_NOTHING_MOVES = Unclear(
    "Nothing moves in a picture yet. Shall it move, or what should be different?"
)


def what_then(scene: Scene) -> Unclear:
    """A question back about a wish that names no change, or nothing that is there."""
    kind = scene.newest_kind(("image", "video", "audio"))
    if not kind:
        return Unclear("What do you mean by that? Attach it, or tell me what to make first.")
    if len(known := scene.now(kind)) == 1:
        return Unclear(f"What exactly should change in {kind} {known[0].index}?")
    return Unclear(f"What exactly should change, and in which {kind}? {there_is(scene, kind)}")


def drawn(clause: Clause, scene: Scene) -> Found:
    """What is left is a picture, when it names one or a thing to be seen."""
    text = clause.bare
    if (there := _of_what_is_there(clause, scene)) is not None:
        return there
    if means_nothing_alone(text, scene) and not clause.quotes:
        return what_then(scene)
    if (
        scene.newest_kind(_MADE) == "video"
        and (part := _OF_THE_FILM.match(text))
        and not clause.quotes
    ):
        told = f"again but {part['what']} {part['how']}"
        return remakes.film(Clause(told, told), scene, scene.now("video")[-1].index)
    ordered = _done_to_the_newest(clause, scene)
    if ordered is not None:
        return ordered
    if (put := _put_somewhere(clause, scene)) is not None:
        return put
    if commands(text) and not pictures.ORDER.match(text):
        return what_then(scene)
    if tells(text):
        return what_then(scene)
    if values.seconds_in(text) and not pictures.PICTURE.search(text) and not _QUESTION.match(text):
        return films.filmed(clause, scene)
    if _ONE_WORD.fullmatch(text) and not (clause.quotes or pictures.ORDER.match(text)):
        return _one_word(clause, scene)
    if _of_the_files(text, scene):
        return what_then(scene)
    more = _more_of_it(clause, scene) or _not_understood(clause, scene)
    if more is not None:
        return more
    if (
        pictures.ORDER.search(text)
        or _names_a_thing(clause)
        or (pictures.PICTURE.search(text) and not _QUESTION.match(text))
    ):
        return pictures.pictures(clause, scene)
    return None


def _put_somewhere(clause: Clause, scene: Scene) -> Found:
    """What is put at a place of something new is drawn there; else it is asked where it is to be put."""
    shown, words = overlays.put_on_a_new(clause.text)
    if shown and not clause.quotes and not scene.newest_kind(_MADE):
        told = Clause(shown, shown.replace(f'"{words}"', ""), (words,) if words else ())
        return pictures.pictures(told, scene)
    somebody = overlays.somebody_put(clause.bare)
    if somebody and scene.newest_kind(_MADE) == "video":
        return Unclear(
            f"Shall I write “{somebody}” on the film? Then say so with the words in quotes. What is to be seen in it "
            "takes a new film."
        )
    nowhere = edits.wished(clause.bare) and not scene.newest_kind(("image", "video"))
    return edits.WHICH if nowhere or somebody or overlays.put_there(clause.bare) else None


_POINTS_AT_THEM = re.compile(r"(?:the|this|these|those|that|my|our|both|all)\b", re.I)


def _of_the_files(text: str, scene: Scene) -> bool:
    """Whether words no family knows are about the films or the songs that came with them, and nothing to be drawn."""
    if not (scene.attached("video") or scene.attached("audio")) or pictures.ORDER.match(text):
        return False
    kinds = kinds_named(text)
    return "image" not in kinds and bool(kinds and _POINTS_AT_THEM.match(text))


_ORDERED = re.compile(
    r"^(?:use|put|place|set|swap|replace|exchange|take|keep|leave|move|fill|cover|hang|dress|tint|wrap|"
    r"surround|decorate|"
    r"shrink|widen|straighten|tilt|hide|lift|lower|raise) (?:the|an?|some|more|his|her|its|their|my|all|everything|"
    r"both) \w",
    re.I,
)
_BESIDE_IT = re.compile(  # a thing and its place on what is there, or how many more of it
    rf"^(?:an?|some|two|three|four|five|another|more) (?:(?!{JOINED}\b)[\w'-]{{1,24}} ){{1,5}}?(?:on top|in front|"
    r"behind|underneath|(?:beside|next to|around|behind|on) (?:it|him|her|them)|more)$",
    re.I,
)
_OF_WHAT_WAS = re.compile(
    r"^(?:use |put |take |try |have |with )?(?:(?![a-z-]{2,20}ing\b)[\w'-]{1,24} ){1,3}instead of "
    r"(?![a-z-]{2,20}ing\b)|"
    r"\b(?:is|are|was) (?:wrong|missing)(?=[.!]*$|,? (?:please|add|put|bring|fix|on|in|from|at|there|here)\b)|"
    r"\b(?:but keep|keep(?:ing)? the|as (?:it|before|they were)|than before)\b",
    re.I,
)
_BY_ITS_MEDIUM = re.compile(  # "leave the city, road trip poster" is what a picture is about
    r",(?: (?!(?:the|it|its|this|that|my|our|as|on|in|to|for|like|from)\b)[\w'-]{1,24}){0,5} (?:posters?|post ?cards?|"
    r"pictures?|paintings?|drawings?|illustrations?|photos?|logos?|stickers?|flyers?|banners?|wallpapers?|covers?|"
    r"art)[.!]*$",
    re.I,
)


def _done_to_the_newest(clause: Clause, scene: Scene) -> Found:
    """An order no family knows, or words that speak of what was: a change of the newest picture, else a question."""
    text, kind = clause.bare, scene.newest_kind(_MADE)
    if not kind or scene.steps or pictures.ORDER.match(text):
        return None
    if _BY_ITS_MEDIUM.search(text) and (_ORDERED.match(text) or commands(text)):
        return pictures.pictures(clause, scene)
    if kind == "image" and _BESIDE_IT.search(text) and not clause.quotes:
        told = Clause(f"add {text}", f"add {text}")
        return edits.changed(told, scene, ("edit_image", "refine_result"))
    if _NEW.match(text):
        return None
    if not (_ORDERED.match(text) or _OF_WHAT_WAS.search(text)):
        return None
    if kind != "image":
        return what_then(scene)
    return edits.changed(clause, scene, ("edit_image", "refine_result"))


_OF_THE_FILM = re.compile(  # how something in it is to be, which no film family knows
    r"^(?:make|let|have) (?P<what>(?:the|his|her|its|their) [\w'-]+(?: [\w'-]+)?) (?P<how>[\w' -]{2,60})$",
    re.I,
)


def _of_what_is_there(clause: Clause, scene: Scene) -> Found:
    """A change of what is there or a question about it, where words no family knows may mean that."""
    text = clause.bare
    if _OF_A_FILM.fullmatch(text) and scene.newest_kind(_MADE) == "image" and not scene.steps:
        return _NOTHING_MOVES
    given = _with_a_picture(clause, scene)
    if given is not None:
        return given
    if values.seconds_in(text) and pointer_in(text):  # "the first version, 3 seconds"
        return animation.animate(Clause(f"animate {text}", f"animate {text}"), scene)
    changed = going_on.went_on(clause, scene)
    if changed is not None:
        return changed
    return _about_it(text, scene) or _changed_after_all(clause, scene)


def _more_of_it(clause: Clause, scene: Scene) -> Found:
    """What comes with "and" after a picture is to be on it as well, where it is neither an order nor a medium."""
    text = clause.bare
    if scene.newest_kind(_MADE) != "image" or scene.steps or not _AND.match(scene.turn.text):
        return None
    ordered = pictures.ORDER.search(text) or pictures.PICTURE.search(text) or kinds_named(text)
    if ordered or commands(text) or tells(text) or _QUESTION.match(text) or pointer_in(text):
        return None
    told = Clause(f"add {clause.text}", f"add {text}", clause.quotes)
    return edits.changed(told, scene, ("edit_image", "refine_result"))


_AND = re.compile(
    r"(?:(?:oh|ah|ok|okay|yes|great|nice|hm+)[\s,.!]{1,3}){0,2}(?:and|also|plus)\s"
    r"(?!now,? (?:an?|some|two|three|four|\d+)\s)",
    re.I,
)


def _not_understood(clause: Clause, scene: Scene) -> Found:
    """A question back about words that are no picture's, beside one that is there."""
    if scene.newest_kind(("image", "video")) and untranslated(_VERB_FIRST.sub("", clause.bare)):
        return Unclear(ENGLISH_PLEASE)
    return going_on.new_or_changed(clause, scene)


_VERB_FIRST = re.compile(rf"^{VERB} ", re.I)
_ONLY_IT = re.compile(
    r"(?:draw|paint|sketch|make|create|show)(?: me)? (?:it|this|that|him|her|them|these|those)$",
    re.I,
)


_OF_SOMETHING_NEW = re.compile(
    r"an? (?!(?:bit|little)\b)(?:[\w-]+ ){1,3}(?:picture|image|photo|video|clip|song)$", re.I
)


def _about_it(text: str, scene: Scene) -> Unclear | None:
    """A question back where something is pointed at and nothing, or nothing clear, is wanted of it."""
    there = scene.newest_kind(("image", "video", "audio"))
    if _ONLY_IT.match(text) and not there:
        return what_then(scene)
    points = ONLY_POINTS.match(text.rstrip("?")) and not _OF_SOMETHING_NEW.match(text)
    if there and (points or names_version(text)):
        return Unclear(
            "What shall I do with it? Say what should change, or whether it should move."
        )
    if _NOTHING_THERE.match(text) or (_KNOWN.match(text) and _there(text, scene)):
        return what_then(scene)
    if scene.turn.attached and _HANDED.match(text):
        return Unclear(
            "What shall I do with it? Say what should change, or whether it should move."
        )
    return None


def _changed_after_all(clause: Clause, scene: Scene) -> Found:
    """Words no family knows, said with a picture or about the pictures there are, are a change of them."""
    text = clause.bare
    if not scene.now("image") or scene.attached("video") or _NEW.match(text):
        return None
    pointed = re.search(
        r"^(?:both|all|these|those|them|it|this)\b|\b(?:the|this|that|my) (?:[\w-]+ ){0,2}(?:pics?|pictures?|"
        r"photos?|images?)\b|^\w+(?:ify|i[sz]e) (?:it|this|that|them|him|her|me)\b|^\w+ (?:it|this|them) up$",
        text,
        re.I,
    )
    called = (
        commands(text)
        and isinstance(by_name(text, scene, "image"), list)
        and by_name(text, scene, "image")
    )
    if not (
        scene.attached("image")
        or ((pointed or called) and scene.newest_kind(("image", "video")) == "image")
    ):
        return None
    return edits.changed(clause, scene, ("edit_image", "refine_result"))


def _with_a_picture(clause: Clause, scene: Scene) -> Found:
    """A picture was attached, and only a length, or how it is to vary, was said."""
    if not scene.attached("image") or pictures.ORDER.search(clause.bare):
        return None
    if re.fullmatch(rf"(?:an? )?{FILM}", clause.bare, re.I):
        return animation.animate(Clause("animate it", f"animate it, {clause.bare}"), scene)
    if values.seconds_in(clause.bare):
        words = re.sub(r"^.*?\bseconds?\b[\s,]*", "", clause.text) or "a slow push in"
        seconds = f"{values.seconds_in(clause.bare):g} seconds"
        return animation.animate(
            Clause(f"animate it with {words}", f"animate it, {seconds}"), scene
        )
    if re.match(
        r"(?:\w{1,24} )?(?:different |new )?(?:versions|variations|options)\b|with(?:out)?\b",
        clause.bare,
        re.I,
    ):
        return edits.changed(clause, scene, ("edit_image", "refine_result"))
    return None


_MORE = re.compile(r"(?:(?:ok|yes|nice|great)[\s,.!]{1,3})?(?:and|also|plus|with)\s", re.I)
_PLEASE = re.compile(r"\bplease[.!]*$", re.I)
_SEVERAL = re.compile(r"[^\Wsui]s$|glasses$")


def _one_word(clause: Clause, scene: Scene) -> Found:
    """A word alone, which no family knows.

    A noun is as good a prompt as "a sunset": where nothing is there yet it can mean nothing but a picture of it, so it
    is drawn. Beside other pictures it may as well be a change of the newest one, or point at one: that is asked.
    """
    word = clause.text.lower()
    if question := _OF_WHAT.get(kind_of(word)):
        return Unclear(question)
    if word in _NO_THINGS or re.match(rf"{VERB}$|\w+ly$", word) or _QUESTION.match(word):
        return None
    newest = scene.newest_kind(("image", "video"))
    told = _MORE.match(scene.turn.text) or _PLEASE.search(scene.turn.text)
    if newest == "image" and told and (_SEVERAL.search(word) or paints(f"it: add {word}")):
        return edits.changed(Clause(f"add {word}", f"add {word}"), scene, ("edit_image",))
    if not newest or pictures.PICTURE.search(word):
        return pictures.pictures(clause, scene)
    known = scene.now(newest)[-1]
    return Unclear(
        f"Shall I make a new picture of “{clause.text}”, or change {newest} {known.index}? Say which, in a few words."
    )


def _names_a_thing(clause: Clause) -> bool:
    """ "a lighthouse at night", "red fox in snow": no verb, no question, a few words."""
    text = clause.text
    if re.match(
        r"^(?:remember|remind|tell|explain|call|wait|stop|ask|know|think|believe|guess|understand|see you|hear|"
        r"hold|talk|"
        r"let me)\b",
        text,
        re.I,
    ):
        return False
    if _QUESTION.match(text) or re.match(
        r"^(?:i|you|we|they|he|she|it|that|this|there)\b['’ ]", text, re.I
    ):
        return False
    return (
        bool(re.match(r"^(?:an?|the|some|two|three|four)\s\w+", text, re.I))
        or 2 <= len(text.split()) < 120
    )
