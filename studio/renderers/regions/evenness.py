"""Pictures full of small pieces, as a city with its lit windows mirrored in water: there a thing is what is even."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.clusters import clusters
from studio.renderers.regions.colours import to_lab
from studio.renderers.regions.judging import PLAIN_OUTLINE, WORTH, Judge, Rated
from studio.renderers.regions.merging import Shapes, grown_together
from studio.renderers.regions.proposals import filled
from studio.renderers.regions.rarity import lifted, opened

_GRAINY, _EVERYWHERE = 5.0, 0.25
"""So much colours differ, in Lab, from those close by where there are small pieces; which share of a busy picture is
so."""
_COARSER, _PIECE = 1.2, 0.33
"""What has so many times as much grain as the rest, and no larger share of the picture, is pieces, and no thing."""
_DOUBTFUL = 0.5
"""What is rated better is a thing, for all its grain."""
_NEARLY, _OF_IT, _HEAPED = 0.8, 0.9, 0.2
"""What is worth this much of a shape, and in it with this much of itself, is the thing if the rest, at least this much
of the shape, is small pieces."""
_TONES = 24
_LEAST, _MOST, _MANY = 0.004, 0.4, 45
_GATHERED, _PLAIN, _EVEN, _OWN, _LOW = -0.3, -0.6, -0.9, 0.7, 0.4
"""Exponents, fitted on painted pictures of which the subject is known: how unusual and how plain a shape is counts less
than elsewhere; that it has little grain, colours of its own, and stands low in the picture counts too."""


class Grain:
    """How much each place of a small picture differs from what is close by."""

    def __init__(self, small: Pixels) -> None:
        light = lifted(small)
        self.layer: Array = np.abs(to_lab(light) - to_lab(cv2.medianBlur(light, 9))).max(-1)

    def busy(self) -> bool:
        """Whether there are small pieces nearly everywhere."""
        return bool((cv2.blur(self.layer, (15, 15)) > _GRAINY).mean() > _EVERYWHERE)

    def is_pieces(self, found: Pixels, worth: float) -> bool:
        """Whether what was found, and rated so, is rather a heap of such pieces than a thing."""
        coarse = self._is_coarser(found, ~found)
        return bool(worth < _DOUBTFUL and coarse and found.mean() < _PIECE)

    def without_pieces(self, judge: Judge, rated: Rated, found: Pixels) -> Pixels:
        """What was found, or the thing in it, nearly as likely, beside which all else of it is small pieces."""
        least = _NEARLY * judge.worth(found)
        for worth, one in rated:
            if worth < least:
                break
            rest = found & ~one
            part = (one & found).sum() > _OF_IT * one.sum() and rest.sum() > _HEAPED * found.sum()
            if part and self._is_coarser(rest, one):
                return one
        return found

    def _is_coarser(self, one: Pixels, other: Pixels) -> bool:
        return bool(self.layer[one].mean() > _COARSER * self.layer[other].mean())


class EvenJudge(Judge):
    """Judges as any, but favours what is even and has colours of its own, and knows more shapes."""

    def __init__(
        self, small: Pixels, unusual: Array, sky: Pixels, lights: Pixels, grain: Grain
    ) -> None:
        super().__init__(small, unusual, sky, lights)
        self._small, self._grain = small, grain.layer
        tones = to_lab(opened(cv2.medianBlur(small, 7))) * np.array([0.6, 1, 1], np.float32)
        flat = tones.reshape(-1, 3)
        _, middles = clusters(flat[::7], _TONES, 1)
        apart = (middles**2).sum(-1) - 2 * flat @ middles.T
        self._tone = apart.argmin(-1).reshape(sky.shape)
        self._all_tones = np.maximum(np.bincount(self._tone.ravel(), minlength=_TONES), 1)

    def worth(self, shape: Pixels) -> float:
        worth = super().worth(shape)
        if not worth:
            return worth
        area = int(shape.sum())
        solid = shape.astype(np.uint8)
        core = cv2.erode(solid, np.ones((5, 5), np.uint8), borderValue=1) > 0
        inner = cv2.erode(solid, np.ones((3, 3), np.uint8), borderValue=0) > 0
        gathered = (float(self._unusual[shape].sum()) - WORTH * area) / self._all
        plain = min(1.0, PLAIN_OUTLINE * float(np.sqrt(area)) / int((shape & ~inner).sum()))
        tones = np.bincount(self._tone[shape], minlength=_TONES)
        foot = np.flatnonzero(shape.any(1))[-1] / len(shape)
        return float(
            worth
            * gathered**_GATHERED
            * plain**_PLAIN
            * (1 + float(self._grain[core if core.any() else shape].mean())) ** _EVEN
            * ((tones * tones / self._all_tones).sum() / area) ** _OWN
            * (0.2 + foot) ** _LOW
        )

    def shapes(self) -> list[Pixels]:
        """Shapes that no threshold finds, and each with what it surrounds."""
        found = []
        for grown in grown_together(self._small):
            for index in self._likeliest(grown):
                shape = grown.mask(index)
                if shape[:, 0].any() and shape[:, -1].any():
                    continue
                found.append(shape)
                closed = cv2.morphologyEx(
                    shape.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)
                )
                whole = filled(closed) > 0
                if whole.sum() > 1.03 * shape.sum():
                    found.append(whole)
        return found

    def _likeliest(self, grown: Shapes) -> list[int]:
        """Those worth to be looked at: nearly what `worth` says, from sums alone."""
        size = np.asarray(grown.size)
        long, steps = np.maximum(np.asarray(grown.border), 1).T
        layers = (self._unusual, self._grain, self._middle, self._sky, self._lights)
        shares = grown.sums(np.dstack([one.astype(np.float32) for one in layers])) / size[:, None]
        unusual, grain, middle, sky, lit = shares.T
        tones = grown.sums(np.eye(_TONES, dtype=np.float32)[self._tone])
        likely = (
            np.maximum((unusual - 0.5) * size, 0.02 * size) ** 0.3
            * (0.3 + np.clip(steps / long / 8, 0, 1))
            * np.minimum(1, 9 * np.sqrt(size) / long) ** 0.6
            * (0.4 + middle)
            * (1 - lit)
            * (1 - 0.4 * sky - 0.6 * sky * (1 - sky))
            * (1 + grain) ** _EVEN
            * ((tones**2 / self._all_tones).sum(-1) / size) ** _OWN
        )
        total = self._sky.size
        likely[(size < _LEAST * total) | (size > _MOST * total)] = 0
        order = np.argsort(-likely, kind="stable")[:_MANY]
        return [int(one) for one in order if likely[one] > 0]
