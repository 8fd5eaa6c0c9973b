"""Named things are drawn as what they are named, wholly within the picture, and stand out from what is behind."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from studio.renderers.drawing.canvas import Canvas, colour
from studio.renderers.motifs.catalogue import MOTIFS, Motif
from studio.renderers.motifs.pen import Pen
from studio.renderers.pictures.image import draw
from studio.renderers.prompts.vocabulary import TOWNS
from studio.renderers.prompts.words import read_prompt
from studio.renderers.scenes import compose
from studio.renderers.scenes.landscapes import fabled, world
from studio.renderers.scenes.rooms import furniture

SIZES = [(256, 256), (448, 160), (160, 448)]
ASKED = {
    "a red bicycle leaning on a wall": "bicycle",
    "white sneakers, product photo": "sneakers",
    "a treehouse in the forest": "treehouse",
    "a chess board with pieces": "chess",
    "a phoenix rising from flames": "phoenix",
    "a mermaid on a rock": "mermaid",
    "a mermaid under the sea": "mermaid",
    "a hummingbird at a flower": "hummingbird",
    "an armoured knight": "knight",
    "a knight fighting a dragon": "knight",
    "a panda riding a bicycle": "bicycle",
    "two swans on a lake": "swan",
    "the eiffel tower in paris at sunset": "iron-tower",
    "a clock tower in the fog": "clock-tower",
    "a windmill in a tulip field": "windmill",
    "a giraffe in the savanna": "giraffe",
    "a pirate ship at night": "tall-ship",
    "an airplane above the clouds": "airplane",
    "a motorcycle on a desert highway": "motorcycle",
    "a bee on a flower": "bee",
    "a ballerina on stage in a spotlight": "dancer",
    "a woman doing yoga on the beach": "yoga",
    "a basketball player dunking": "basketball",
    "a football player in a stadium at night": "footballer",
    "a marathon runner in the mountains": "runner",
    "a surfer riding a big wave": "surfer",
    "a skateboarder in the city": "skater",
    "a superhero over the city": "superhero",
    "an astronaut riding a horse": "rider",
    "a knight on a white horse": "rider",
    "a cowboy in the desert": "rider",
    "a girl on a bicycle": "cyclist",
    "a man on a motorcycle": "biker",
    "a wrist watch, product shot": "watch",
    "a perfume bottle, luxury ad": "perfume",
    "a grand piano on a stage": "piano",
    "a saxophone in a jazz club": "saxophone",
    "a bicycle in a living room": "bicycle",
    "a christmas tree in a living room": "christmas-tree",
    "an open laptop on a green background": "laptop",
    "a laptop in an office": "laptop",
    "a vinyl record with its sleeve": "record",
    "a vintage camera, product shot": "camera",
    "sneakers on a yellow background": "sneakers",
    "a rock band on stage": "band",
    "a man playing guitar by the sea": "guitarist",
    "a sax player in a jazz club": "saxophonist",
    "a camping tent under the stars": "tent",
    "a helicopter over the city": "helicopter",
    "a woman dancing in the rain": "dancer",
    "a man running in the park": "runner",
    "a dinosaur in a kids room": "dinosaur",
    "a ufo over a field": "saucer",
    "a boy flying a kite": "kite",
    "a game-controller on a table": "controller",
    "a treasure chest full of gold": "chest",
    "a smartphone on a blue background": "phone",
    "a bottle of olive oil": "bottle",
    "a skier on a snowy slope": "skier",
    "a camel in the desert": "camel",
    "a pianist at the piano": "pianist",
    "a woman playing the piano": "pianist",
    "a squirrel in the park": "squirrel",
    "a crocodile in the river": "crocodile",
    "a man looking through a telescope": "stargazer",
    "a telescope on a hill at night": "telescope",
    "a kayak on a lake": "kayak",
    "a canoe in the mountains": "kayak",
    "a treasure chest under the sea": "chest",
    "a treasure chest on a beach": "chest",
    "a greenhouse in the garden": "greenhouse",
    "a couple dancing": "dancing-pair",
    "a man and a boy playing chess": "chess-players",
    "a man and a woman shaking hands": "handshake",
    "friends hugging": "embrace",
    "a couple holding hands on the beach": "hand-in-hand",
    "a father and son high five": "high-five",
    "friends clinking glasses": "toast",
    "boxers fighting in a boxing match between a man and a woman": "sparring",
    "a couple talking": "talk",
    "a greek temple": "columns",
    "a temple in japan": "pagoda",
    "the pyramids in the desert": "pyramid",
    "a church in a village": "church",
    "a snake in the grass": "snake",
    "an ambulance in the city": "ambulance",
    "a fire truck": "fire-engine",
    "a man playing the trumpet": "trumpeter",
    "a violinist on stage": "violinist",
    "a drummer on stage": "drummer",
    "a chair in a living room": "chair",
}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Pen]]:
    """The motifs that are drawn from now on, and the pens they are drawn with."""
    found: list[tuple[str, Pen]] = []
    for tag, motif in list(MOTIFS.items()):

        def paint(pen: Pen, hue: Any, tag: str = tag, motif: Motif = motif) -> None:
            found.append((tag, pen))
            motif.paint(pen, hue)

        changed = {**vars(motif), "paint": paint}
        monkeypatch.setitem(MOTIFS, tag, Motif(**changed))
    return found


@pytest.mark.parametrize("tag", MOTIFS)
def test_a_motif_keeps_to_its_box(tag: str) -> None:
    motif = MOTIFS[tag]
    for seed in range(3):
        canvas = Canvas(720, 720, np.random.default_rng(seed))
        motif.paint(Pen(canvas, 360, 400, 160), colour(motif.hues[0]))
        rows, columns = np.nonzero(canvas.depth > 0.4)
        left, top, right, low = motif.box
        assert columns.min() >= 360 + 160 * left - 3
        assert columns.max() <= 360 + 160 * right + 3
        assert rows.min() >= 400 + 160 * top - 3
        assert rows.max() <= 400 + 160 * low + 3


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("prompt", ASKED)
def test_what_is_named_is_drawn_within_the_picture(
    prompt: str, size: tuple[int, int], drawn: list[tuple[str, Pen]]
) -> None:
    draw(prompt, seed=4, variation=0, width=size[0], height=size[1])
    assert [tag for tag, _ in drawn][: 2 if "two" in prompt else 1] == (
        [ASKED[prompt]] * (2 if "two" in prompt else 1)
    )
    for tag, pen in drawn:
        left, top, right, low = MOTIFS[tag].box
        left, right = (-right, -left) if pen.flip else (left, right)
        assert pen.x + pen.size * left >= -1
        assert pen.x + pen.size * right <= size[0] + 1
        assert pen.foot + pen.size * top >= -1
        assert pen.foot + pen.size * low <= size[1] + 1
        assert pen.size * max(right - left, low - top) > 0.25 * min(size)


@pytest.mark.parametrize("tag", MOTIFS)
def test_a_motif_stands_out_from_its_ground(tag: str, drawn: list[tuple[str, Pen]]) -> None:
    prompt = next((asked for asked, meant in ASKED.items() if meant == tag), f"a {tag}")
    pixels = draw(prompt, seed=6, variation=0, width=256, height=256).pixels.astype(float)
    (found, pen), *_ = drawn
    left, top, right, low = MOTIFS[found].box
    rows = slice(int(pen.foot + pen.size * top * 0.9), int(pen.foot + pen.size * low))
    columns = slice(int(pen.x + pen.size * left * 0.9), int(pen.x + pen.size * right * 0.9))
    inside = pixels[rows, columns].reshape(-1, 3)
    assert inside.std(axis=0).mean() > 22


@pytest.mark.parametrize(
    ("prompt", "absent"),
    [
        ("a hot dog", "dog"),
        ("logo of a phoenix", "treehouse"),
        ("an oak table in a kitchen", "bicycle"),
        ("portrait of a knight", "swan"),
        ("a cat wearing headphones", "headphones"),
        ("a girl on a bicycle", "bicycle"),
        ("a knight on a white horse", "knight"),
        ("a man with a cowboy hat", "rider"),
        ("mushroom soup in a bowl", "mushroom"),
        ("people watch the sunset", "watch"),
        ("a woman with a laptop", "laptop"),
        ("a perfume bottle, product shot", "bottle"),
        ("a superhero dog", "superhero"),
        ("a dog running on the beach", "runner"),
        ("a bird singing on a branch", "singer"),
        ("white tennis shoes", "tennis"),
        ("an alien planet", "saucer"),
        ("a ghost ship at sea", "ghost"),
        ("an old oak in front of a living room", "tree"),
        ("a knight fighting a dragon", "sparring"),
        ("a woman dancing alone", "dancing-pair"),
        ("three people dancing", "dancing-pair"),
        ("a girl in a greenhouse", "greenhouse"),
        ("a cat wearing a crown", "crown"),
        ("a clock tower", "clock"),
        ("a salad with avocado", "avocado"),
        ("a man sitting on a chair", "chair"),
        ("a woman with an umbrella in the rain", "umbrella"),
        ("a cat playing the piano", "pianist"),
    ],
)
def test_what_is_not_named_is_not_drawn(
    prompt: str, absent: str, drawn: list[tuple[str, Pen]]
) -> None:
    draw(prompt, seed=4, variation=0, width=160, height=160)
    assert absent not in {tag for tag, _ in drawn}


def test_a_child_alone_has_no_party(monkeypatch: pytest.MonkeyPatch) -> None:
    parties: list[Any] = []
    monkeypatch.setattr(fabled, "paint_party_balloons", lambda *rest: parties.append(rest))
    for prompt in ("a girl on a beach", "a girl with a red balloon", "a birthday party"):
        draw(prompt, seed=1, variation=0, width=96, height=96)
    assert len(parties) == 2


def test_a_field_of_flowers_is_seen_to_the_horizon() -> None:
    pixels = draw(
        "a field of sunflowers under a blue sky", seed=1, variation=0, width=320, height=320
    ).pixels.astype(int)
    yellow = (pixels[..., 0] > 150) & (pixels[..., 1] > 110) & (pixels[..., 2] < 90)
    assert yellow[230:].mean() > 0.15
    assert pixels[:100, :, 2].mean() > pixels[:100, :, 0].mean() + 15


def test_a_poster_is_titled_after_its_town() -> None:
    assert "venice" in read_prompt("a vintage travel poster of venice").words & TOWNS


def test_a_motif_takes_the_colour_said_of_it() -> None:
    assert read_prompt("a red bicycle on a green hill").colour_of("bicycle") == "#d6322f"


def test_there_is_shade_behind_what_is_as_pale_as_the_sky(monkeypatch: pytest.MonkeyPatch) -> None:
    def around(hue: str) -> float:
        swan = replace(MOTIFS["swan"], paint=lambda *_: None, hues=(hue,))
        monkeypatch.setitem(MOTIFS, "swan", swan)
        made = draw("a swan on a lake at dawn", seed=2, variation=0, width=192, height=192)
        return float(made.pixels[80:130, 70:120].mean())

    assert around("#f6f4f0") < around("#30343a") - 12


@pytest.mark.parametrize(
    ("prompt", "grey"),
    [
        ("a grand piano, black and white", True),
        ("portrait of a man in black and white", True),
        ("a black and white cat", False),
    ],
)
def test_a_picture_is_grey_and_a_black_and_white_cat_is_not(prompt: str, grey: bool) -> None:
    pixels = draw(prompt, seed=1, variation=0, width=96, height=96).pixels.astype(int)
    assert (np.ptp(pixels, axis=-1).max() == 0) == grey


@pytest.mark.parametrize(
    ("prompt", "hue"),
    [("sneakers on a yellow background", (1, 1, 0)), ("a lipstick, blue background", (0, 0, 1))],
)
def test_a_thing_stands_before_the_colour_that_is_named(prompt: str, hue: tuple[int, ...]) -> None:
    corner = draw(prompt, seed=1, variation=0, width=96, height=96).pixels[:12, :12].mean((0, 1))
    assert corner[np.array(hue) == 1].min() > corner[np.array(hue) == 0].max() + 40


@pytest.mark.parametrize(
    ("prompt", "module", "painter"),
    [
        ("an autumn path in the park", world, "paint_path"),
        ("a forest path in the morning", world, "paint_path"),
        ("a jungle with waterfalls", world, "paint_jungle"),
        ("an isometric bedroom", compose, "paint_isometric"),
        ("a fox and a mouse in the forest", compose, "paint_friends"),
        ("a black cat and a white dog in the snow", compose, "paint_world"),
        ("a tropical cocktail on the beach", compose, "paint_food"),
        ("a cozy coffee shop on a rainy evening", furniture, "furnish_cafe"),
    ],
)
def test_a_place_is_seen_as_it_is_told(
    prompt: str, module: Any, painter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    own = getattr(module, painter)

    def paint(*rest: Any, **more: Any) -> None:
        seen.append(painter)
        own(*rest, **more)

    monkeypatch.setattr(module, painter, paint)
    first = draw(prompt, seed=2, variation=0, width=128, height=96).pixels
    again = draw(prompt, seed=2, variation=0, width=128, height=96).pixels
    assert seen == [painter, painter]
    assert np.array_equal(first, again)
