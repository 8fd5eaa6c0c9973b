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
_AS_ROUND = 0.7
"""A round thing is at least so round; what stands before it takes some."""
_CLEARLY, _HARDLY, _DOUBT = 1.3, 1.05, 0.75
"""How many times as high as wide what is called tall clearly is; less than what it hardly is; and how much is thought
of what is between. What is called wide the other way round."""


def likeness(shape: Pixels, text: str) -> float:
    """How well a shape can be what lower-case words name, 0 … 1; 1 where they say nothing of its looks."""
    if re.search(_ROUND, text):
        return float(_roundness(shape) > _AS_ROUND)
    height, width = int(shape.any(1).sum()), int(shape.any(0).sum())
    if re.search(_TALL, text):
        return _by_proportion(height / max(width, 1))
    if re.search(_WIDE, text):
        return _by_proportion(width / max(height, 1))
    return 1.0


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
