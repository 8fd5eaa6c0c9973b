"""What the name of a thing says of its looks: nothing here knows a vase, but a vase is higher than wide."""

import re

import numpy as np

from studio.renderers.drawing.canvas import Pixels

_ROUND = (
    r"\b(balls?|apples?|tomato(es)?|plates?|wheels?|coins?|globes?|bubbles?|planets?|clocks?|pumpkins?|pearls?|marbles?|"
    r"melons?|footballs?|basketballs?|circles?|discs?|dis[ck]s|spheres?|round)\b"
)
_TALL = (
    r"\b(towers?|giraffes?|vases?|bottles?|statues?|candles?|columns?|pillars?|skyscrapers?|cact(us|i)|"
    r"chimneys?|masts?|rockets?|lamp ?posts?|man|woman|boy|girl|tall|upright)\b"
)
_WIDE = (
    r"\b(cars?|trucks?|lorr(y|ies)|vans?|bus(es)?|trains?|submarines?|whales?|sharks?|crocodiles?|snakes?|sofas?|"
    r"couch(es)?|bench(es)?|beds?|bicycles?|bikes?|motorcycles?|wide|long)\b"
)
_TURNED = r"\b(vases?|bottles?|candles?|columns?|pillars?)\b"
"""What is made on a wheel or as if: the same on both sides, in one piece from top to foot."""
_ONE_PIECE, _ASKEW = 0.85, 0.08
"""Of how much of its rows a turned thing is one run; how far, in its widths, the middles of these are off its axis."""
_AS_ROUND = 0.7
"""A round thing is at least so round; what stands before it takes some."""
_CLEARLY, _HARDLY, _DOUBT = 1.3, 1.05, 0.75
"""How many times as high as wide what is called tall clearly is; less than what it hardly is; and how much is thought
of what is between. What is called wide the other way round."""


def likeness(shape: Pixels, text: str) -> float:
    """How well a shape can be what lower-case words name, 0 … 1; 1 where they say nothing of its looks."""
    if re.search(_ROUND, text):
        return float(_roundness(shape) > _AS_ROUND)
    if re.search(_TURNED, text) and not _is_turned(shape):
        return 0.0
    height, width = int(shape.any(1).sum()), int(shape.any(0).sum())
    if re.search(_TALL, text):
        return _by_proportion(height / max(width, 1))
    if re.search(_WIDE, text):
        return _by_proportion(width / max(height, 1))
    return 1.0


def _is_turned(shape: Pixels) -> bool:
    """Whether a shape is the same on both sides of an upright axis, and in one piece: animals have ears and legs."""
    rows = shape[shape.any(1)]
    if not len(rows) or shape[-2:].any():
        return False  # who is seen from the chest up runs out of the picture below
    runs = (np.diff(rows.astype(np.int8), axis=1, prepend=0) > 0).sum(1)
    whole = rows[runs == 1]
    if len(whole) < _ONE_PIECE * len(rows):
        return False
    places = np.arange(shape.shape[1])
    middles = (whole * places).sum(1) / whole.sum(1)
    return bool(np.abs(middles - np.median(middles)).mean() < _ASKEW * shape.any(0).sum())


def _by_proportion(times: float) -> float:
    return 1.0 if times > _CLEARLY else _DOUBT if times > _HARDLY else 0.0


def says_looks(text: str) -> bool:
    """Whether words say how something is shaped."""
    return any(re.search(pattern, text) for pattern in (_ROUND, _TALL, _WIDE))


def _roundness(shape: Pixels) -> float:
    """1 for a disc, the less the longer and the more ragged a shape is; a speck beside it does not count."""
    places = np.argwhere(shape).astype(float)
    if len(places) < 3:
        return 0.0
    short, long = np.sqrt(np.maximum(np.linalg.eigvalsh(np.cov(places.T)), 0.01))
    return float(min(len(places) / (4 * np.pi * short * long), 1.0) * short / long)
