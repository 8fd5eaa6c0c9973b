"""What a part of an animal's head needs to know of the head it is drawn onto."""

from collections.abc import Callable
from typing import Protocol

from studio.renderers.drawing.canvas import Array, Canvas, Points
from studio.renderers.scenes.persons.species import Species


class Drawn(Protocol):
    """The head a part is drawn onto; see `heads.Head`."""

    canvas: Canvas
    species: Species
    coat: Array
    pale: Array
    dark: Array
    ink: Array

    def at(self, points: list[tuple[float, float]] | Points, *, rounded: bool = True) -> Points: ...
    def both(self, points: list[tuple[float, float]]) -> list[Points]: ...
    def oval(self, x: float, y: float, rx: float, ry: float, *, turn: float = 0.0) -> Points: ...
    def flat(
        self, polygons: list[Points], paint: Array, *, alpha: float = 1.0, soft: float = 0.0
    ) -> None: ...
    def cast(self, polygon: Points, paint: Array) -> None: ...


Part = Callable[[Drawn], None]
Outline = list[tuple[float, float]]
