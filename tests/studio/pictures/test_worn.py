"""Who is named by what they wear wears it, and is wholly seen; an animal's portrait shows the animal."""

from typing import Any

import numpy as np
import pytest

from studio.renderers.pictures.image import draw
from studio.renderers.scenes.persons import portrait
from studio.renderers.scenes.persons.heads import paint_head


def _drawn(prompt: str) -> Any:
    return draw(prompt, seed=2, variation=0, width=256, height=256).pixels.astype(float)


@pytest.mark.parametrize(
    "who",
    ["queen", "wizard", "samurai", "viking warrior", "pirate", "knight", "dj with headphones"],
)
def test_a_costume_changes_the_head_and_leaves_air_above_it(
    who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    worn = _drawn(f"portrait of a {who}")
    monkeypatch.setattr(portrait, "on_a_person", lambda *_: None)
    bare = _drawn(f"portrait of a {who}")
    changed = np.abs(worn - bare).max(-1) > 24
    assert changed.mean() > 0.008
    assert not changed[:4].any(), "it is not cut off"


@pytest.mark.parametrize("kind", ["fox", "cat", "lion", "frog"])
def test_an_animals_portrait_is_of_the_animal(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    heads: list[str] = []

    def noted(canvas: Any, brief: Any, palette: Any, name: str, **more: Any) -> None:
        heads.append(name)
        paint_head(canvas, brief, palette, name, **more)

    monkeypatch.setattr("studio.renderers.scenes.compose.paint_head", noted)
    _drawn(f"portrait of a {kind} with sunglasses")
    assert heads == [kind]
