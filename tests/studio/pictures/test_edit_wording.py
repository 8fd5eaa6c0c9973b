"""What edit prompts are read as; no picture is touched."""

import time

import pytest

from studio.renderers.edits.reading import read_edit

READ: list[tuple[str, list[str]]] = [
    ("Change the car's color to deep glossy blue, preserving reflections", ["car → deep glossy blue"]),
    ("change his shirt from blue to red", ["shirt → red"]),
    ("paint the wooden door dark green", ["wooden door → dark green"]),
    ("make the sky orange and the water pink", ["sky → orange", "water → pink"]),
    ("make the grass greener", ["grass → green"]),
    ("a blue sky instead of the orange one", ["sky → blue"]),
    ("give her long red hair", ["hair → red"]),
    ("Make the ball blue, keep everything else the same", ["ball → blue"]),
    ("the same picture but at night", ["night"]),
    ("again but in autumn", ["autumn"]),
    ("make it rain", ["rain"]),
    ("Transform the scene to nighttime with a starry sky and glowing windows", ["night"]),
    ("Replace the background with a snowy forest at night", ["background: snowy forest at night"]),
    ("Put her on a tropical beach at sunset", ["background: tropical beach at sunset"]),
    ("Keep the subject exactly as is, change only the background to pure white", ["white background"]),
    ("make the background blurry", ["blurred background"]),
    ("remove background and make it transparent", ["no background"]),
    ("remove the person on the left", ["person on the left removed"]),
    ("Remove the scratches and the noise", ["scratches filled", "noise taken out"]),
    ("enhance the image, increase sharpness and contrast", ["enhanced", "more contrast", "sharper"]),
    ("warmer tones, slightly less contrast", ["warmer", "less contrast"]),
    ("add a caption saying Happy Birthday at the bottom", ["“Happy Birthday” on it"]),
    ('Write "Sale 50%" in big red letters in the middle', ["“Sale 50%” on it"]),
    ('make it a comic book panel with the title "Boom!"', ["comic style", "“Boom!” on it"]),
    ("add some birds in the sky and a boat on the lake", ["birds", "boat"]),
    ('add confetti, balloons and the text "Party!" at the top', ["confetti", "balloons", "“Party!” on it"]),
    ("make the cat wear sunglasses", ["sunglasses"]),
    ("put a santa hat on the dog and make it snow", ["snow", "santa hat"]),
    ("Turn this photo into a watercolor painting with soft edges", ["watercolor style"]),
    ("in the style of Van Gogh", ["impressionist style"]),
    ("crop it to 1:1 and add a white border", ["cropped 1:1", "a frame"]),
    ("rotate it 45 degrees to the left", ["rotated -45°"]),
    ("view from the left side", ["another angle"]),
    ("give him a beard", ["beard"]),
    ("give her wings and a sword", ["wings", "sword"]),
    ("add fire in the background", ["fire"]),
    ("make the dragon breathe fire", []),
    ("hang some fairy lights", ["a string of lights"]),
    ("make it christmas", ["snow", "a string of lights"]),
    ("add a christmas tree", ["christmas tree"]),
    ("teach it to sing", []),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "understood"), READ)
def test_a_prompt_is_read_as_its_wishes(prompt: str, understood: list[str]) -> None:
    assert [step.said for step in read_edit(prompt)] == understood


@pytest.mark.parametrize(
    "prompt", ["snowy mountains", "add snow", "snow-covered roofs", "turn it into winter with snow"]
)
def test_snow_that_lies_does_not_fall(prompt: str) -> None:
    assert [step.said for step in read_edit(prompt)] == ["winter"]


@pytest.mark.parametrize("prompt", ["it is snowing", "make it snow", "snowfall", "snow is falling"])
def test_snow_that_falls_is_a_weather(prompt: str) -> None:
    assert [step.said for step in read_edit(prompt)] == ["snow"]


def test_soft_light_is_no_blur_and_the_first_picture_is_no_scene() -> None:
    assert [step.said for step in read_edit("softer light, calmer colours")] == [
        "softer light",
        "less saturated",
    ]
    (step,) = read_edit("put the fox of the second picture into the first", 1)
    assert step.said == "the other pictures' subjects in the first"


@pytest.mark.parametrize("unit", ["the ", "all of the ", "make the ", "add ", "blur background "])
def test_an_order_of_one_thing_again_and_again_is_read_in_bounded_time(unit: str) -> None:
    began = time.process_time()
    read_edit(f"make it {unit * (12_000 // len(unit))}")
    assert time.process_time() - began < 2
