"""From a wish to steps: each clause is put to the families in turn; the first that knows it says what to do."""

import re
from collections.abc import Callable, Sequence

from studio.director.families import composing, going_on, prompting, unclear_changes, unsupported
from studio.director.families.fallback import drawn, what_then
from studio.director.families.films import (
    animation,
    compositing,
    countdowns,
    dances,
    film_changes,
    film_follow_ups,
    films,
    joining,
    looping,
    orbiting,
    overlays,
    scenes,
    through_pictures,
    timeline,
)
from studio.director.families.held_back import held_back, what_is_needed
from studio.director.families.once_more import (
    changed_again,
    cut_again,
    dances_again,
    joined_again,
    overlays_again,
    readings,
    remakes,
    repeated_deeds,
    subtitles_again,
    written,
)
from studio.director.families.pictures import (
    angles,
    combining,
    cutouts,
    edits,
    enlarging,
    fragments,
    logos,
    meshes,
    pictures,
    printing,
    relettering,
    restoring,
    restyling,
    style_versions,
)
from studio.director.families.rephrased import rephrased
from studio.director.families.songs import (
    music,
    music_videos,
    pictured_sounds,
    song_follow_ups,
    song_remakes,
    speech,
    sung,
)
from studio.director.language.clauses import Clause, clause_of, clauses_of
from studio.director.language.covers import song_and_cover
from studio.director.language.designs import design_told
from studio.director.language.handing_over import hands_over
from studio.director.language.left_open import left_open, said_besides
from studio.director.language.motion_verbs import MOTION
from studio.director.language.statements import is_talk, is_vague, tells
from studio.director.language.sung import written_then_sung
from studio.director.language.vocabulary import EDGES
from studio.director.plan import Found, Plan, Scene, Step, Unclear, side_by_side
from studio.director.reading import Turn
from studio.director.references.chosen import UNDO, chosen_in, undone, used_next
from studio.director.references.pointing import ONLY_POINTS, pointer_in

WHAT = Unclear("What should it show? A place, a person or a thing is enough to start.")
_VAGUE = re.compile(
    r"^(?:make|create|generate|do|show|give)?(?:\s?(?:me|us))?\s?"
    r"(?:something|anything|stuff|art|it|this|that|a thing|things|some (?:art|stuff))?(?:\s(?:nice|cool|pretty|"
    r"beautiful|new|else|interesting|fun))*$",
    re.I,
)
_PICTURE = re.compile(
    r"(?:make|create|generate|draw|paint|show|give)(?: me| us)?|"
    r"(?:(?:make|create|generate|draw|paint|show|give)(?: me| us)? )?(?:an? |some )?(?:(?:nice|cool|new|pretty|"
    r"random) )?"
    r"(?:picture|image|photo|pic|drawing|painting|wallpaper)",
    re.I,
)
_NOT_WANTED = re.compile(
    r"\b(?:don't|do not|dont|no need to|never|without|rather than|instead of)\s(?:just |only )?(?:animat\w*|"
    r"mov\w+|mak\w+|draw\w*|creat\w*|chang\w*)\b"
    r"[^,.;]*(?:[,.;]\s?|$)(?:but\b|just\b|and\b|instead\b)?\s?",
    re.I,
)
_CHOSEN = re.compile(
    r"^(?:pick|choose|select|take) (?:the (?:best|\w{2,12}est|most \w{3,16})|your (?:favou?rite|pick)|one)(?: one)?$|"
    r"^(?:pick|choose|take|use|select|(?:go|come) (?:with|back to)|back to|return to|start from|"
    r"i (?:like|love|prefer|choose|pick|take))\s(?:the (?:first|second|third|"
    r"fourth|fifth|sixth|last|other|previous|newest)|(?:image|picture|photo|video|number|#)\s?[-−]?\d+)"
    r"(?:\s(?:one|picture|image|version|photo))?(?:\sbest)?$",
    re.I,
)
_LEANS = re.compile(
    r"\b(?:it|its|this|that|these|those|them|they|he|she|him|his|her|both|all|each|again|another|same|result|new|"
    r"(?:the|my) (?:first|second|third|last|other|previous|picture|image|photo|video|clip|film|song))\b",
    re.I,
)

_POSED = re.compile(  # "make him ride a horse, then animate it": a picture first
    rf"^(?:make|let|have) (?:him|her|it|them|(?:the|my) [\w-]+) {MOTION}\b", re.I
)

_HERE = re.compile(r"(?:(?:ok|okay|so|and|now) )*(?:here|this|that|my|our|the)\b", re.I)
_ONLY_ONE = re.compile(  # what the next deed is done to: "the last one, animate it"
    r"^(?:the|that) (?:first|second|third|fourth|fifth|last|newest|[\w-]+) (?:one|picture|image|photo|version)$",
    re.I,
)

Family = Callable[[Clause, Scene], Found]
GOING_ON: tuple[Family, ...] = (
    changed_again.changed_again,
    readings.read_again,
    written.written_again,
    subtitles_again.subtitled_again,
    overlays_again.overlaid_again,
    joined_again.joined_again,
    film_follow_ups.turned_round,
    song_remakes.song_gone_on,
    dances_again.danced_again,
    cut_again.cut_again,
    pictured_sounds.pictured,
    meshes.modelled_again,
    angles.elsewhere,
    angles.seen_again,
    going_on.at_another_time,
    unclear_changes.unclear,
)
"""Families of a few words that go on from the newest deed, which say nothing alone."""
FAMILIES: tuple[Family, ...] = (
    prompting.prompts,
    composing.lyrics,
    composing.instrumental,
    composing.script,
    composing.unwritten,
    composing.workflow,
    sung.recorded,
    looping.looped,
    song_follow_ups.song_followed,
    unsupported.unsupported,
    countdowns.counted,
    overlays.subtitled,
    combining.combined,
    joining.stitched,
    music_videos.music_video,
    logos.branded,
    printing.printed,
    relettering.relettered,
    film_follow_ups.followed,
    style_versions.in_styles,
    style_versions.in_a_manner,
    through_pictures.lettered,
    timeline.replaced,
    overlays.overlaid,
    meshes.model,
    cutouts.background,
    cutouts.segmented,
    dances.danced,
    orbiting.orbited,
    scenes.spoken,
    speech.speech,
    timeline.extended,
    timeline.retimed,
    enlarging.enlarged,
    repeated_deeds.corrected,
    repeated_deeds.repeated,
    remakes.again,
    song_remakes.song_changed,
    remakes.resized,
    music.music,
    compositing.laid_on_film,
    through_pictures.through_picture,
    film_changes.transformed,
    animation.animate,
    restoring.restored,
    fragments.gone_on,
    angles.turned,
    films.from_words,
    restyling.styled,
    edits.refined,
    edits.edited,
)


def plan_for(turn: Turn) -> Plan:
    """The steps of this turn, resolved as far as the media there are allow; without steps for small talk."""
    scene = start = Scene(turn)
    text, spoken_of = _words(turn), ""
    beside: list[
        Step
    ] = []  # rows of a list that go on in one round, and `start` what there was before them
    if story := scenes.told_in_stages(text, scene):
        filming, text = story
        for step in filming:
            scene = scene.then(step)
        start = scene
    if text and (asked := what_is_needed(clause_of(text))):
        return Plan(scene.steps, asked)
    clauses = joining.with_its_sound(clauses_of(text) if text else [], scene)
    for place, said in enumerate(clauses, 1):
        clause = rephrased(_wanted(said), scene)
        if not clause.text:
            continue
        if place < len(clauses) and (pointed := _only_pointed(clause, scene)):
            spoken_of = pointed
            continue
        if spoken_of and not pointer_in(clause.bare):
            clause = Clause(clause.text, f"{clause.bare} {spoken_of}", clause.quotes)
        apart = _understood(clause, start) if beside and _stands_alone(said) else None
        if isinstance(apart, list) and len(apart) == 1:
            beside = [*beside, *apart]
            scene = start.then(side_by_side(beside)[0])
            continue
        moves = any(animation.ANIMATE.match(later.bare) for later in clauses[place:])
        posed = moves and _POSED.match(clause.bare) and edits.edited(clause, scene)
        found = held_back(posed or _understood(clause, scene), scene)
        spoken_of = pointer_in(clause.bare) if found is None else ""
        if not isinstance(found, list):
            led_up = tells(clause.text) and place < len(clauses)
            if found is not None and not led_up:
                return Plan(scene.steps, found)
            continue
        start, beside = scene, found if said.listed and len(found) == 1 else []
        for step in found:
            scene = scene.then(step)
    return Plan(scene.steps)


def _only_pointed(clause: Clause, scene: Scene) -> str:
    """What the next deed is done to, where a clause says nothing else: "go back to the original and animate it"."""
    text = clause.bare
    settled = undone(scene.turn) if UNDO.match(text) else chosen_in(text, scene.turn)
    if settled is not None:
        return f"{settled[0]} {settled[1]}"
    if ONLY_POINTS.match(text) and pointer_in(text):
        return pointer_in(text)
    if used := used_next(text, scene):
        return used
    return text if _ONLY_ONE.match(text) else ""


def _stands_alone(clause: Clause) -> bool:
    """Whether a row of a list needs nothing that the rows before it make."""
    return clause.listed and not _LEANS.search(clause.bare)


def _wanted(clause: Clause) -> Clause:
    """A clause without what it says is not to be done."""
    text = _NOT_WANTED.sub("", clause.text).strip()
    return clause if text == clause.text else Clause(text, text, clause.quotes)


def _presents(turn: Turn) -> bool:
    """Whether a song was only handed over; without a picture right before it, with words that say so."""
    if {kind for kind, _ in turn.attached} != {"audio"} or not hands_over(turn.text):
        return False
    after = turn.recent[:1] and turn.recent[0][0] == "image"
    return bool(after or _HERE.match(turn.text))


def _words(turn: Turn) -> str:
    """What is to be done, in words; also where files came with none, or were only handed over."""
    if _presents(turn):
        return _silent(turn)
    text = turn.text
    two = song_and_cover(written_then_sung(text))
    return (design_told(text) if two == text else two) or _silent(turn)


def _silent(turn: Turn) -> str:
    """Files without a word: a song wants a music video, a picture wants to move."""
    kinds = [kind for kind, _ in turn.attached]
    if "audio" in kinds:
        return "make a music video of this song"
    return "animate this" if "image" in kinds else ""


def _understood(clause: Clause, scene: Scene) -> Found:
    plain = clause.text.strip(EDGES)
    if _VAGUE.match(plain) or _gibberish(plain):
        return WHAT if not (scene.steps or scene.turn.attached) else _attached(scene)
    if left_open(clause.bare):
        rest = said_besides(clause.text)
        if (
            _VAGUE.match(rest)
            or is_vague(rest)
            or films.ONLY_A_FILM.fullmatch(rest)
            or _PICTURE.fullmatch(rest)
        ):
            return _our_choice(rest, scene)
        clause = Clause(rest, said_besides(clause.bare), clause.quotes)
    if _CHOSEN.match(clause.bare) and (used := film_follow_ups.followed(clause, scene)):
        return used
    if _CHOSEN.match(clause.bare) or (is_talk(clause.text) and not scene.turn.attached):
        return None
    found = _first_known(GOING_ON, clause, scene)
    if found is not None:
        return found
    if is_vague(clause.bare):
        return what_then(scene)
    found = _first_known(FAMILIES, clause, scene)
    return drawn(clause, scene) if found is None else found


def _first_known(families: Sequence[Family], clause: Clause, scene: Scene) -> Found:
    """What the first family that knows the clause says to do; a call without what it needs is no answer."""
    told = (family(clause, scene) for family in families)
    return next((found for found in told if found is not None and _complete(found, scene)), None)


def _complete(found: Found, scene: Scene) -> bool:
    """Whether its calls have all that their tools need, which what a conversation kept of an older one may lack."""
    return not isinstance(found, list) or all(
        scene.needs(one.tool) <= set(one.arguments) for step in found for one in (step, *step.also)
    )


def _our_choice(rest: str, scene: Scene) -> Found:
    """Something of our own choice; with a file that came along it is asked what for."""
    if scene.turn.attached or scene.steps:
        return _attached(scene)
    if films.ONLY_A_FILM.fullmatch(rest) and scene.offers("generate_video"):
        return films.surprise(scene)
    return pictures.surprise(scene) if scene.offers("generate_image") else WHAT


def _attached(scene: Scene) -> Found:
    return (
        None
        if scene.steps
        else Unclear("What shall I do with it? Say what should change, or whether it should move.")
    )


def _gibberish(clause: str) -> bool:
    """A hand fallen on the keyboard: short, and words no tongue has."""
    parts = clause.lower().split()
    odd = [
        one
        for one in parts
        if re.search(r"[bcdfghjklmnpqrstvwxz]{5}|^[bcdfghjklmnpqrstvwxz]{4,}$|(.)\1{5}", one)
    ]
    return bool(odd) and len(odd) * 2 >= len(parts)
