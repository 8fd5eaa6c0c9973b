"""Cards, invitations, flyers and posts: what is read from a prompt, and how it is set."""

import time

import numpy as np
import pytest

from studio.renderers.drawing.canvas import Pixels
from studio.renderers.pictures.image import draw, generator
from studio.renderers.pictures.printed import contrast, lightness, print_sheet
from studio.renderers.pictures.typesetting import Row
from studio.renderers.prompts.printed import Printed, read_printed
from studio.renderers.prompts.words import read_prompt

CARD = "a save the date card for Anna & Tom, 14 June 2027, lake como"
READ = (
    (CARD, ("Save the date",), ("Anna & Tom",), (), ("14 June 2027", "Lake Como")),
    ("event flyer for The Foxes and Night Owls, 12 May, Club Roxy Berlin, 8pm", (),
     ("The Foxes and Night Owls",), (), ("12 May", "Club Roxy Berlin", "8pm")),
    ("a menu card for restaurant Bella Vista with pasta, pizza and tiramisu", ("Menu",),
     ("Restaurant Bella Vista",), (), ("Pasta", "Pizza", "Tiramisu")),
    ("birthday invitation for Leo turning 7, 3 May at 2pm, 12 Oak Street", ("You’re invited",), ("Leo",),
     ("Turns 7",), ("3 May · 2pm", "12 Oak Street")),
    ("summer sale banner, up to 50% off", ("Summer Sale",), ("Up to 50% Off",), (), ()),
    ('podcast cover for "Deep Talk" with Maria López', (), ("Deep Talk",), (), ("Maria López",)),
    ("business card for Jürgen Müller, architect, +49 30 123456", (), ("Jürgen Müller",), ("Architect",),
     ("+49 30 123456",)),
    ("quote poster: be yourself; everyone else is taken - Oscar Wilde", (),
     ("Be yourself; everyone else is taken",), (), ("Oscar Wilde",)),
    ('movie poster "The Last Harbor" with the tagline "No one leaves"', (), ("The Last Harbor",),
     ("No one leaves",), ()),
    ("book cover for The Silent Lake by Anna Weiß", (), ("The Silent Lake",), (), ("Anna Weiß",)),
    ('an instagram post for a bakery called "Crumb & Co", announcing we open on Saturday', ("Crumb & Co",),
     ("We open on Saturday",), (), ()),
    ("a poster for our jazz night, friday 8pm, blue note bar", (), ("Jazz Night",), (),
     ("Friday 8pm", "Blue Note Bar")),
    ("a poster for a jazz night on friday 12 june with a saxophone player, the saxophone player on the left", (),
     ("Jazz Night",), (), ("Friday 12 June",)),
    ('an invitation for Leo, 3 May, "Bring swimwear"', ("You’re invited",), ("Leo",), ("Bring swimwear",),
     ("3 May",)),
    ("a flyer for my band, The Midnight Foxes, 12 March, Blue Note Club", (), ("The Midnight Foxes",), (),
     ("12 March", "Blue Note Club")),
    ('a gym flyer called "Iron Temple", first month free', (), ("Iron Temple",), ("First Month Free",), ()),
    ("concert poster: The Foxes + Night Owls, Friday 12 May, doors 20:00, Club Roxy", (),
     ("The Foxes + Night Owls",), (), ("Friday 12 May · doors 20:00", "Club Roxy")),
    ("a birthday card for Anna", (), ("Happy Birthday",), ("Anna",), ()),
    ('make a post with it with the words "We open on Saturday"', (), ("We open on Saturday",), (), ()),
    ('a flyer with that logo saying "Sale"', (), ("Sale",), (), ()),
    ("a card for our Black Friday sale", (), ("Black Friday sale",), (), ()),
    ("a Black Friday sale card, 40% off", ("Black Friday sale",), ("40% Off",), (), ()),
    ("flyer for the black friday sale on friday 29 november", (), ("Black Friday Sale",), (),
     ("Friday 29 November",)),
    ("a poster for Taco Tuesday at Joe's", (), ("Taco Tuesday",), (), ("Joe's",)),
)  # fmt: skip
SHEETS = (
    (CARD, 512, 512),
    (CARD, 384, 672),
    (CARD, 672, 384),
    ("an invitation to the Donaudampfschifffahrtsgesellschaft, Saturday 8pm, Hauptstraße 5", 512, 512),
    ("event flyer for Night Owls and The Paper Moons, 12 May, Club Roxy Berlin, 8pm", 416, 608),
    ("sale banner -50%", 672, 384),
    ("business card for Jürgen Müller, architect, +49 30 123456", 672, 384),
    ("a sticker that says Good Vibes Only", 512, 512),
    ("concert poster for The Midnight Foxes at Red Rocks, July 4th", 416, 608),
)  # fmt: skip


def made(
    prompt: str, width: int = 512, height: int = 512, seed: int = 7
) -> tuple[Pixels, list[Row]]:
    printed = read_printed(prompt)
    assert printed is not None

    def scene(words: str) -> Pixels:
        return draw(words, seed=seed, variation=0, width=width, height=height).pixels

    return print_sheet(printed, (width, height), generator(seed, 0, "words"), seed, scene)


def by_rank(printed: Printed) -> tuple[tuple[str, ...], ...]:
    return tuple(printed.of(rank) for rank in ("kicker", "main", "second", "detail"))


@pytest.mark.parametrize(("prompt", "kicker", "main", "second", "details"), READ)
def test_title_date_and_place_are_read(
    prompt: str,
    kicker: tuple[str, ...],
    main: tuple[str, ...],
    second: tuple[str, ...],
    details: tuple[str, ...],
) -> None:
    printed = read_printed(prompt)
    assert printed is not None
    assert by_rank(printed) == (kicker, main, second, details)


@pytest.mark.parametrize(
    "prompt",
    [
        "a fox in the snow",
        "a poster of a fox",
        "a playing card with a queen",
        "a house of cards on a table",
        "a cat on a bookshelf",
        "a card with a cat on it",
    ],
)
def test_what_has_no_words_of_its_own_is_a_picture(prompt: str) -> None:
    assert read_printed(prompt) is None


@pytest.mark.parametrize(("prompt", "width", "height"), SHEETS)
def test_lettering_is_inside_the_sheet_in_order_and_legible(
    prompt: str, width: int, height: int
) -> None:
    pixels, rows = made(prompt, width, height)
    assert pixels.shape == (height, width, 3)
    low = 0
    for row in rows:
        inked = np.argwhere(row.stamp.pixels[..., 3] > 128)
        (top, left), (bottom, right) = inked.min(axis=0), inked.max(axis=0)
        assert row.stamp.left + left >= width * 0.04
        assert row.stamp.left + right <= width * 0.96
        assert row.stamp.top + top >= max(low, height * 0.03)
        low = row.stamp.top + bottom
        assert low <= height * 0.98
        assert _contrast(pixels, row) > 2.9
    titles = [row.size_px for row in rows if row.rank == "main"]
    assert all(row.size_px < min(titles) for row in rows if row.rank != "main")


def _contrast(pixels: Pixels, row: Row) -> float:
    """How the letters of a row stand out from what is round them."""
    tall, wide = row.stamp.pixels.shape[:2]
    part = pixels[row.stamp.top : row.stamp.top + tall, row.stamp.left : row.stamp.left + wide]
    alpha = row.stamp.pixels[: part.shape[0], : part.shape[1], 3]
    inked = lightness(np.median(part[alpha > 250], axis=0))
    return contrast(inked, lightness(np.median(part[alpha == 0], axis=0)))


def test_changes_of_a_card_change_what_they_speak_of_only() -> None:
    plain, rows = made(CARD)
    lighter, _ = made(f"{CARD}, with more flowers, with a lighter background")
    _, gold_rows = made(f"{CARD}, the title in gold letters")
    middle = np.s_[120:180, 200:312]
    assert lighter[middle].mean() > plain[middle].mean() + 4
    assert (np.abs(lighter.astype(int) - plain).max(axis=2) > 40).mean() > 0.05
    assert [row.stamp.top for row in rows] == [row.stamp.top for row in gold_rows]
    red, green, blue = _letters(next(row for row in gold_rows if row.rank == "main"))
    assert red > green > blue + 50


def _letters(row: Row) -> tuple[int, int, int]:
    red, green, blue = row.stamp.pixels[row.stamp.pixels[..., 3] > 250][0, :3]
    return int(red), int(green), int(blue)


def test_the_same_seed_is_the_same_card_and_another_is_another() -> None:
    assert np.array_equal(made(CARD)[0], made(CARD)[0])
    assert not np.array_equal(made(CARD)[0], made(CARD, seed=8)[0])


def test_a_card_takes_little_time() -> None:
    began = time.process_time()
    made(f"{CARD}, with more flowers", 1024, 1024)
    assert time.process_time() - began < 1.5


@pytest.mark.parametrize("prompt", [
    " " * 6000, "a poster " + " " * 6000, "a card for Anna" + "\n " * 3000 + "3 May", "the " + " " * 6000 + "title",
    "a poster for Anna, " + "a-" * 3000, "a poster for Anna, " + "a" * 6000,
])  # fmt: skip
def test_long_runs_are_read_in_little_time(prompt: str) -> None:
    began = time.process_time()
    read_printed(prompt)
    read_prompt(prompt)
    assert time.process_time() - began < 0.3


def test_blanks_do_not_change_what_is_read() -> None:
    usual = read_printed(
        "a flyer for Anna,\n3 May, with the tagline be there , the title in gold letters"
    )
    spaced = read_printed(
        "a flyer  for   Anna,  \n \n 3 May,   with the  tagline be there ,  the title in gold letters"
    )
    assert usual is not None
    assert spaced is not None
    assert by_rank(usual) == by_rank(spaced)
