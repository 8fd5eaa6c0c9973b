"""Which scene suits a prompt: the first of a table whose subjects and words fit."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from studio.renderers.drawing.canvas import Canvas
from studio.renderers.drawing.palette import Palette
from studio.renderers.motifs.catalogue import MOTIFS, furnishing, named, shown
from studio.renderers.prompts.words import Brief, number_of
from studio.renderers.scenes.above.view import view_of
from studio.renderers.scenes.food.food import paint_food, stands
from studio.renderers.scenes.graphic.abstract import paint_abstract
from studio.renderers.scenes.graphic.emblem import paint_emblem
from studio.renderers.scenes.graphic.outrun import OUTRUN, paint_outrun
from studio.renderers.scenes.landscapes.cosmos import paint_cosmos
from studio.renderers.scenes.landscapes.inhabitants import WALKERS
from studio.renderers.scenes.landscapes.undersea import paint_undersea
from studio.renderers.scenes.landscapes.vehicles import paint_car
from studio.renderers.scenes.landscapes.weather import paint_weather
from studio.renderers.scenes.landscapes.world import VILLAGES, paint_world
from studio.renderers.scenes.motif import paint_still
from studio.renderers.scenes.persons.heads import HEADS, paint_head
from studio.renderers.scenes.persons.pets import paint_friends
from studio.renderers.scenes.persons.portrait import CLOSE_WORDS, paint_portrait
from studio.renderers.scenes.persons.robots import paint_robot, paint_robots_in_place
from studio.renderers.scenes.persons.suited import SUITED, paint_suited
from studio.renderers.scenes.rooms.isometric import ISOMETRIC, paint_isometric
from studio.renderers.scenes.rooms.room import paint_room
from studio.renderers.scenes.rooms.studio_floor import paint_floor
from studio.renderers.scenes.stage import set_stage
from studio.renderers.scenes.things.bunch import paint_bunch
from studio.renderers.scenes.things.butterflies import paint_butterfly
from studio.renderers.scenes.things.flowers import paint_flowers
from studio.renderers.scenes.things.keepsakes import paint_keepsake
from studio.renderers.scenes.things.solids import VASES, paint_solids
from studio.renderers.scenes.towns.street import paint_street

_PLACES = (
    "lighthouse", "sea", "waves", "coast", "mountains", "hills", "forest", "city", "desert", "lake", "boat", "cabin",
    "balloon", "bridge", "car", "castle", "palm", "waterfall", "train",
)  # fmt: skip
_LIVING = (*WALKERS, "bird", "whale", "dragon")
_DEEDS = {
    "walking", "walk", "running", "run", "jumping", "jump", "dancing", "dance", "standing", "stand", "flying", "fly",
    "playing", "riding", "ride", "couple", "people", "friends", "family", "crowd", "two", "three", "group",
    "umbrella", "silhouette", "full-body", "travelling", "hiking", "groom", "newlyweds", "wedding",
}  # fmt: skip
"""Who does these is seen whole, and not close by."""
_STREETS = frozenset(
    {"street", "alley", "downtown", "neon-lights", "neon-signs", "crosswalk", "avenue"}
)


@dataclass(frozen=True)
class _Asked:
    """What a scene is painted from."""

    canvas: Canvas
    brief: Brief
    palette: Palette
    turn: int

    @property
    def placed(self) -> bool:
        """Whether a place is named."""
        return self.brief.has(*_PLACES)

    @property
    def animal(self) -> str | None:
        """The first animal named that can be shown close by."""
        return next((kind for kind in self.brief.subjects if kind in HEADS), None)

    @property
    def close(self) -> bool:
        """Whether whoever is named stands close by."""
        return bool(self.brief.words & CLOSE_WORDS)

    @property
    def busy(self) -> bool:
        """Whether somebody does something that is only seen of a whole figure."""
        return bool(self.brief.words & _DEEDS)


def compose(canvas: Canvas, brief: Brief, palette: Palette, turn: int) -> None:
    """Hands the canvas to the scene that suits the brief; `turn` tells variations apart."""
    asked = _Asked(canvas, _rural(brief), palette, turn)
    for fits, paint in _SCENES:
        if fits(asked):
            paint(asked)
            return


def _rural(brief: Brief) -> Brief:
    """The brief without the city that a street is otherwise of, where that is a village's."""
    if not brief.words & VILLAGES or brief.words & {"city", "town", "downtown"}:
        return brief
    return replace(brief, subjects=tuple(tag for tag in brief.subjects if tag != "city"))


def _with_place(asked: _Asked, paint: Callable[..., None], *rest: str) -> None:
    """The place or the weather first, without whoever lives there, then somebody close by before it."""
    outside = asked.placed or bool(asked.brief.weather & _OPEN_AIR)
    stage = paint_world(asked.canvas, _place(asked, ("hills",)), asked.palette) if outside else None
    paint(asked.canvas, asked.brief, asked.palette, *rest, before_place=outside)
    if stage is not None and asked.brief.weather & _FALLING:  # also between them and the viewer
        paint_weather(stage)


def _room(asked: _Asked) -> None:
    paint_room(asked.canvas, asked.brief, asked.palette)
    nursery = asked.brief.words & _NURSERIES and furnishing(asked.brief)
    if shown(asked.brief).has("portrait", "person") and not nursery:
        paint_portrait(asked.canvas, asked.brief, asked.palette, before_place=True)


def _from_above(asked: _Asked) -> None:
    paint = view_of(asked.brief)
    assert paint is not None
    paint(asked.canvas, asked.brief, asked.palette)


def _is_on_a_desk(brief: Brief) -> bool:
    """A thing on a desk and no room about it: it is shown close by, on a table."""
    return bool(named(brief)) and "desk" in brief.words and not brief.words & _ROOMS


_ROOMS = frozenset(
    {"room", "office", "study", "bedroom", "library", "kitchen", "loft", "apartment", "interior"}
)


_NURSERIES = {"kids-room", "kid's-room", "children's-room", "nursery"}
"""Rooms of children who are not to be seen in them."""
_FALLING = {"rain", "snow", "storm"}
_OPEN_AIR = {"rain", "snow", "storm", "fog", "autumn", "rainbow"}
"""Weather that somebody is seen in."""


def _is_undersea(brief: Brief) -> bool:
    """Below the water, as words say it, or whoever lives there and is told to be under something."""
    return brief.has("undersea") or (
        brief.has("mermaid") and bool(brief.words & {"under", "beneath", "below", "deep"})
    )


_BELOW = frozenset({"underwater", "under-the-sea", "seabed", "reef", "aquarium"})
"""What tells that a thing lies below the water, and does not only stand before a fish."""
_MAIN = {*HEADS, "portrait", "robot", "food", "undersea", "planet", "logo"}
"""What a motif is not drawn without where it was named before it."""


_UNDER_A_ROOF = frozenset({"stage", "court", "table"})
"""Where no hour of the day is seen."""


def _is_motif(asked: _Asked) -> bool:
    """A motif that is named before whatever else fills a picture, or with an animal."""
    brief = shown(asked.brief)
    tags = named(brief)
    if not tags or asked.close:
        return False
    before = set(brief.subjects[: brief.subjects.index(tags[0])]) & _MAIN
    return before <= HEADS.keys()


def _motif(asked: _Asked) -> None:
    """The motif in the place that is named, else where it is at home."""
    brief = shown(asked.brief)
    first = MOTIFS[named(brief)[0]]
    outside = brief.weather & _OPEN_AIR or (brief.time and first.studio not in _UNDER_A_ROOF)
    home = first.home or (("hills",) if first.covers and outside else ())
    placed = brief.has(*_PLACES)
    if placed or (home and not brief.has(*HEADS)):
        subjects = brief.subjects if placed else (*brief.subjects, *home)
        brief = replace(brief, weather=brief.weather | first.weather)
        paint_world(asked.canvas, replace(brief, subjects=subjects), asked.palette)
        return
    paint_still(asked.canvas, brief, asked.palette)


def _is_face(asked: _Asked) -> bool:
    brief = asked.brief
    if asked.animal and not brief.has("person"):
        return False
    if brief.has("portrait", "person", "knight") and asked.close:
        return True
    alone = not (
        asked.placed or asked.busy or asked.animal or brief.has("planet", "robot", "dragon")
    )
    return alone and (
        brief.has("portrait") or (brief.has("person") and not brief.words & {"astronaut"})
    )


def _is_head(asked: _Asked) -> bool:
    if asked.animal is None:
        return False
    if asked.close or asked.animal not in WALKERS:
        return True
    return not (
        asked.placed
        or asked.busy
        or asked.brief.weather
        or asked.brief.has("moon", "sun", "person")
    )


def _is_served(asked: _Asked) -> bool:
    """A drink or a sweet that is named before the place it is had in, and nobody with it."""
    brief = asked.brief
    first = next((tag for tag in brief.subjects if tag not in ("palm", "sun")), "")
    return first == "food" and stands(brief) and not brief.has("person", "portrait", "car", "city")


def _food(asked: _Asked) -> None:
    if asked.placed:
        paint_world(asked.canvas, _place(asked), asked.palette)
    paint_food(asked.canvas, asked.brief, asked.palette, asked.turn, before_place=asked.placed)


def _robot(asked: _Asked) -> None:
    """A robot alone, or as many as are named in the place that is."""
    canvas, brief, palette = asked.canvas, asked.brief, asked.palette
    if not asked.placed:
        paint_robot(canvas, brief, palette)
        return
    stage = paint_world(canvas, _place(asked), palette)
    paint_robots_in_place(canvas, brief, palette, number_of(brief, "robot"), stage.side)


def _cosmos(asked: _Asked) -> None:
    """Space, and an animal before it where one is named."""
    paint_cosmos(asked.canvas, asked.brief, asked.palette, asked.turn)
    if asked.animal:
        paint_head(asked.canvas, asked.brief, asked.palette, asked.animal, before_place=True)


def _place(asked: _Asked, usual: tuple[str, ...] = ()) -> Brief:
    """The place that is named, else the usual one, without whoever is there."""
    places = tuple(subject for subject in asked.brief.subjects if subject in _PLACES)
    return replace(asked.brief, subjects=places or usual)


def _are_friends(asked: _Asked) -> bool:
    """Two animals, both of which are to be seen; two that only walk are seen so in a landscape."""
    brief = asked.brief
    kinds = {kind for kind in brief.subjects if kind in HEADS}
    several = len(kinds) == 1 and not kinds <= {*WALKERS} and number_of(brief, min(kinds)) > 1
    somebody = brief.has("portrait") or (
        brief.has("person") and not brief.words & {"friend", "friends", "family", "baby"}
    )
    return (len(kinds) > 1 or several) and not (
        asked.close or somebody or (asked.placed and kinds <= {*WALKERS})
    )


def _friends(asked: _Asked) -> None:
    brief, outside = asked.brief, asked.placed or bool(asked.brief.weather & _OPEN_AIR)
    if outside:
        paint_world(asked.canvas, _place(asked, ("hills",)), asked.palette)
    paint_friends(asked.canvas, brief, asked.palette, before_place=outside)


def _is_in_studio(asked: _Asked) -> bool:
    """A car as it is shown to be sold, and no road."""
    places = {subject for subject in asked.brief.subjects if subject in _PLACES} - {"car"}
    return asked.brief.has("car") and bool(asked.brief.words & _STUDIOS) and not places


_STUDIOS = {
    "studio",
    "studio-shot",
    "studio-photo",
    "product-shot",
    "product-photo",
    "packshot",
    "showroom",
}


def _car_in_studio(asked: _Asked) -> None:
    canvas, brief = asked.canvas, asked.brief
    stage = set_stage(canvas, brief, replace(asked.palette, dark=0.0))
    level = canvas.height * paint_floor(canvas, "sweep", asked.palette.accents[0], 0.0, brief.words)
    paint_car(stage, canvas.width * 0.5, level, min(canvas.unit, canvas.width * 0.84))
    canvas.look_at(canvas.width * 0.5, level - canvas.unit * 0.15)


def _is_keepsake(asked: _Asked) -> bool:
    """A sword, a heart, a snowman or a guitar that is named before all else, and nobody with it."""
    brief = asked.brief
    if asked.placed or asked.animal or brief.has("portrait", "person"):
        return False
    return brief.subjects == ("keepsake",) or (
        brief.subjects[:1] == ("keepsake",) and {*brief.subjects} <= {"keepsake", "flower"}
    )


def _is_abstract(asked: _Asked) -> bool:
    """What is called abstract, and of nobody and no thing."""
    brief = asked.brief
    somebody = asked.animal or brief.has(*_LIVING, *_MAIN, "undersea", "keepsake") or named(brief)
    return "abstract" in brief.words and not somebody


def _is_flowers(asked: _Asked) -> bool:
    """Flowers alone; where a place is named they grow there."""
    return asked.brief.has("flower") and not (asked.placed or asked.busy)


def _is_world(asked: _Asked) -> bool:
    brief = asked.brief
    open_air = not brief.subjects and (brief.weather or brief.time) and "poster" not in brief.styles
    party = bool(brief.words & {"birthday", "party"})
    return asked.placed or brief.has(*_LIVING, "moon", "sun", "lantern") or bool(open_air) or party


def _world(asked: _Asked) -> None:
    paint_world(asked.canvas, shown(asked.brief), asked.palette)


_SCENES: tuple[tuple[Callable[[_Asked], bool], Callable[[_Asked], None]], ...] = (
    (
        lambda it: it.brief.has("logo"),
        lambda it: paint_emblem(it.canvas, it.brief, it.palette, it.turn),
    ),
    (
        lambda it: it.animal is not None and bool(it.brief.words & SUITED),
        lambda it: paint_suited(it.canvas, it.brief, it.palette, str(it.animal), it.turn),
    ),
    (
        lambda it: not it.brief.subjects and bool(it.brief.words & OUTRUN),
        lambda it: paint_outrun(it.canvas, it.palette),
    ),
    (
        lambda it: (
            _is_undersea(it.brief)
            and (bool(it.brief.words & _BELOW) or it.brief.has("mermaid") or not _is_motif(it))
        ),
        lambda it: paint_undersea(it.canvas, it.brief),
    ),
    (
        lambda it: (
            bool(it.brief.words & ISOMETRIC) and (it.brief.has("room") or not it.brief.subjects)
        ),
        lambda it: paint_isometric(it.canvas, it.brief, it.palette),
    ),
    (_is_in_studio, _car_in_studio),
    (
        _is_abstract,
        lambda it: paint_abstract(it.canvas, it.brief, it.palette, it.turn),
    ),
    (lambda it: view_of(it.brief) is not None and not it.close, _from_above),
    (lambda it: it.brief.has("room") and not _is_on_a_desk(it.brief), _room),
    (_is_motif, _motif),
    (_is_face, lambda it: _with_place(it, paint_portrait)),
    (lambda it: it.brief.has("robot"), _robot),
    (
        lambda it: (it.brief.has("planet") or "astronaut" in it.brief.words) and not it.placed,
        _cosmos,
    ),
    (_are_friends, _friends),
    (_is_head, lambda it: _with_place(it, paint_head, str(it.animal))),
    (
        lambda it: it.brief.has("food") and (not it.placed or _is_served(it)),
        _food,
    ),
    (
        lambda it: it.brief.has("butterfly") and not it.placed,
        lambda it: paint_butterfly(it.canvas, it.brief, it.palette),
    ),
    (_is_keepsake, lambda it: paint_keepsake(it.canvas, it.brief, it.palette)),
    (
        lambda it: it.brief.has("flower") and bool(it.brief.words & VASES) and not it.placed,
        lambda it: paint_bunch(it.canvas, it.brief, it.palette, it.turn),
    ),
    (
        _is_flowers,
        lambda it: paint_flowers(it.canvas, it.brief, it.palette, it.turn),
    ),
    (
        lambda it: it.brief.has("solids") and not (it.placed or it.brief.has("person")),
        lambda it: paint_solids(it.canvas, it.brief, it.palette, it.turn),
    ),
    (
        lambda it: (
            it.brief.has("city") and bool(it.brief.words & _STREETS) and not it.brief.has("car")
        ),
        lambda it: paint_street(it.canvas, it.brief, it.palette),
    ),
    (_is_world, _world),
    (lambda _: True, lambda it: paint_abstract(it.canvas, it.brief, it.palette, it.turn)),
)
