"""Two who do something together: who they are, what they do, and that their hands meet."""

from typing import Any

import numpy as np
import pytest

from studio.renderers.drawing.canvas import Canvas, colour
from studio.renderers.motifs import company, together
from studio.renderers.motifs.catalogue import MOTIFS, named, shown
from studio.renderers.motifs.pen import Pen, places
from studio.renderers.pictures.image import draw
from studio.renderers.prompts.words import read_prompt

PAIRS = {
    "two people dancing": ("dancing-pair", ["person", "person"]),
    "a man and a woman dancing the tango": ("dancing-pair", ["person", "person"]),
    "two old men playing chess in a park": ("chess-players", ["person", "person"]),
    "a robot playing chess with a man": ("chess-players", ["person", "robot"]),
    "two businessmen shaking hands": ("handshake", ["person", "person"]),
    "two robots shaking hands": ("handshake", ["robot", "robot"]),
    "two friends hugging": ("embrace", ["person", "person"]),
    "a mother hugging her daughter": ("embrace", ["person", "person"]),
    "a cat and a dog hugging each other": ("embrace", ["cat", "dog"]),
    "two foxes dancing in the forest": ("dancing-pair", ["fox", "fox"]),
    "two astronauts shaking hands": ("handshake", ["astronaut", "astronaut"]),
    "two knights fighting": ("sparring", ["knight", "knight"]),
    "two girls holding hands on the beach": ("hand-in-hand", ["person", "person"]),
    "two women talking in a cafe": ("talk", ["person", "person"]),
}


@pytest.mark.parametrize("prompt", PAIRS)
def test_two_who_do_something_are_drawn_doing_it(
    prompt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    deed, kinds = PAIRS[prompt]
    assert named(shown(read_prompt(prompt)))[:1] == [deed]
    seen: list[str] = []
    own = company.paint_somebody

    def paint(pen: Pen, pose: Any, one: company.Somebody) -> None:
        seen.append(one.kind)
        own(pen, pose, one)

    monkeypatch.setattr(together, "paint_somebody", paint)
    draw(prompt, seed=3, variation=0, width=160, height=120)
    assert sorted(seen) == kinds


@pytest.mark.parametrize(
    "prompt",
    ["two people", "a woman dancing", "a crowd dancing", "three men shaking their heads", "a man walking a dog",
     "a handbag for women", "a bear hug"],
)  # fmt: skip
def test_who_does_nothing_together_is_no_pair(prompt: str) -> None:
    assert not set(named(shown(read_prompt(prompt)))) & together.DEEDS.keys()


@pytest.mark.parametrize("deed", [tag for tag, deed in together.DEEDS.items() if deed.meet])
@pytest.mark.parametrize("sizes", [(1.0, 0.96), (1.0, 0.7), (0.8, 0.77)])
def test_the_hands_of_two_meet_though_one_is_small(deed: str, sizes: tuple[float, float]) -> None:
    told = together.DEEDS[deed]
    hands = []
    for side, size, pose, arm in zip(
        (-1, 1), sizes, together.fitted(told, *sizes), told.arms, strict=True
    ):
        x, y = places(getattr(pose, arm))[-1]
        hands.append((side * told.apart * size - side * x * size, y * size))
    assert np.hypot(*np.subtract(hands[0], hands[1])) < (0.16 if deed == "toast" else 0.05)


def test_a_mother_and_her_son_are_a_woman_and_a_boy() -> None:
    def two(prompt: str) -> Any:
        canvas = Canvas(64, 64, np.random.default_rng(1))
        pen = Pen(canvas, 32, 60, 50, words=read_prompt(prompt).words)
        return company.two_of(pen, colour("#d6322f"))

    mother, son = two("a mother hugging her son")
    assert (mother.woman, son.woman) == (True, False)
    assert mother.scale > son.scale
    father, daughter = two("a father and his daughter dancing")
    assert (father.woman, daughter.woman) == (False, True)
    assert [one.woman for one in two("two women talking")] == [True, True]


def test_a_pair_is_drawn_once_in_a_landscape(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Any] = []
    monkeypatch.setitem(
        MOTIFS, "embrace", _told(MOTIFS["embrace"], lambda pen, hue: drawn.append(pen))
    )
    draw("two friends hugging in a field", seed=1, variation=0, width=96, height=96)
    assert len(drawn) == 1


def _told(motif: Any, paint: Any) -> Any:
    return type(motif)(**{**vars(motif), "paint": paint})
