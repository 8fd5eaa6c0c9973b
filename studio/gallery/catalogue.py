"""Everything the gallery can show, and what a part of it needs to be made first."""

from collections.abc import Iterable, Mapping

from studio.gallery.exhibit import Exhibit
from studio.gallery.films import FILMS
from studio.gallery.pictures import PICTURES
from studio.gallery.words import SOUNDS, TEXTS

FAMILIES = {"Pictures": PICTURES, "Films": FILMS, "Sound": SOUNDS, "Words": TEXTS}
EXHIBITS = {one.name: one for family in FAMILIES.values() for one in family}
INPUTS = {"photo": "coast", "song": "synthwave", "clip": "film-coast", "worn": "coast"}
"""Which exhibit stands in for an input nobody gave; `worn` is it, aged."""


def named(names: Iterable[str]) -> list[Exhibit]:
    """The exhibits of tools, or single ones, by name; all for no name. ValueError for a name there is not."""
    wanted = list(names)
    tools = {one.tool for one in EXHIBITS.values()}
    for name in wanted:
        if name not in tools and name not in EXHIBITS:
            raise ValueError(f"There is no tool and no exhibit {name}.")
    return [one for one in EXHIBITS.values() if not wanted or {one.tool, one.name} & {*wanted}]


def sources(exhibit: Exhibit, people: Iterable[str]) -> list[str]:
    """The exhibits this one is made from; `people` are the inputs a person gave."""
    names = (name.partition(":")[0] for name in exhibit.given)
    kept = {"worn"} if "photo" in people else set()
    return [INPUTS.get(name, name) for name in names if name not in {*people, *kept}]


def with_sources(
    chosen: Iterable[Exhibit], people: Iterable[str], known: Mapping[str, Exhibit] = EXHIBITS
) -> list[Exhibit]:
    """`chosen` and all they need of the `known`, each after what it needs."""
    ordered: dict[str, Exhibit] = {}
    people = set(people)

    def add(one: Exhibit) -> None:
        for name in sources(one, people):
            add(known[name])
        ordered[one.name] = one

    for one in chosen:
        add(one)
    return list(ordered.values())
