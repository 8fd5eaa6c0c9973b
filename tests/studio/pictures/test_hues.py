"""Shapes told by their hue alone, whatever their light."""

import numpy as np

from studio.renderers.regions.evenness import Grain
from studio.renderers.regions.hues import hued
from studio.renderers.regions.judging import Judge
from tests.studio.pictures.picture_material import overlap


def test_two_shades_of_a_hue_on_either_side_of_a_stripe_are_one_thing() -> None:
    picture = np.full((200, 280, 3), (20, 26, 34), np.uint8)
    picture[:, 150:] = (120, 128, 124)  # half of it stands before a light
    thing = np.zeros(picture.shape[:2], bool)
    thing[80:140, 90:200] = True
    picture[80:110, 90:200], picture[110:140, 90:200] = (120, 50, 48), (70, 22, 22)
    picture[108:111, 90:200] = (225, 220, 210)
    picture[88:102, 110:180] = (40, 70, 90)  # a window, its frame cut through
    picture[88:91, 180:200] = (40, 70, 90)
    found = hued(picture, thing.astype(np.float32))
    assert max(overlap(one, thing) for one in found) > 0.9


def test_a_picture_of_one_hue_has_no_thing_of_another() -> None:
    grey = np.random.default_rng(3).integers(0, 256, (120, 160, 1), np.uint8).repeat(3, -1)
    assert not hued(grey, np.ones((120, 160), np.float32))


def test_small_pieces_beside_an_even_thing_are_none_of_it() -> None:
    picture = np.full((200, 280, 3), 40, np.uint8)
    picture[60:90:6, 90:200:5] = 230  # lights on water
    thing, nothing = np.zeros(picture.shape[:2], bool), np.zeros(picture.shape[:2], bool)
    thing[90:140, 90:200] = True
    picture[thing] = (130, 40, 40)
    heap = thing.copy()
    heap[60:90, 90:200] = True
    judge = Judge(picture, heap.astype(np.float32), nothing, nothing)
    shapes = judge.rated([heap, thing])
    assert (Grain(picture).without_pieces(judge, shapes, heap) == thing).all()
    picture[60:90, 90:200] = (90, 40, 40)  # another shade of the thing
    judge = Judge(picture, heap.astype(np.float32), nothing, nothing)
    shapes = judge.rated([heap, thing])
    assert (Grain(picture).without_pieces(judge, shapes, heap) == heap).all()
