"""Old photographs made good: scratches, dust, noise, faded tones, casts and softness, each by its measured need."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_CAST_SHARE = 0.85
"""So much of what tells the ends of the channels apart is a cast; the rest is the colour of things."""

_NEAR_WHITE, _BELOW_BLACK = 16, 6
"""How far from the picture's own lightest and darkest, in bytes, a scratch or speck is."""
_LINE = 16
"""The length in pixels over which a thin line is told from noise."""
_CLEAR_LINE = 1.8
"""A line is this many times as strong as what the best direction shows of mere noise."""
_SURE = 0.25
"""So much of a scratch must be that light or dark; the rest of it may be worn."""
_SLIM = 3.5
"""A short scratch is at least so many times as long as wide."""


def restored(pixels: Pixels, strength: float = 1.0, *, keep_colours: bool = False) -> Pixels:
    """The picture without what time did to it. A clean picture stays nearly as it is."""
    noise = max(noise_of(pixels), 1.35 * grain_of(pixels))
    calm = without_scratches(denoised(pixels, noise * strength))
    toned = calm if keep_colours else refreshed(calm, strength)
    return _sharpened(toned, 0.4 * strength, noise)


def noise_of(pixels: Pixels) -> float:
    """The noise's standard deviation in bytes, from what a Laplacian pair leaves (Immerkær 1996), robustly."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    left = np.abs(cv2.filter2D(grey, -1, kernel))[2:-2:2, 2:-2:2]
    if left.size == 0:
        return 0.0
    return float(np.median(left) / 0.6745 / 6)


def grain_of(pixels: Pixels) -> float:
    """The grain's standard deviation in bytes, also where it is coarser than single pixels, as film's and a scan's is.

    From what varies within a few pixels in the calmest fifth of the picture's blocks.
    """
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    detail = grey - cv2.GaussianBlur(grey, (0, 0), 2.0)
    side = 16
    rows, columns = grey.shape[0] // side, grey.shape[1] // side
    if not rows or not columns:
        return 0.0
    blocks = detail[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return float(np.percentile(blocks.std((1, 3)), 20))


def denoised(pixels: Pixels, noise: float) -> Pixels:
    """Non-local means (Buades et al. 2005) where there is noise; colour noise goes more than brightness noise."""
    if noise < 1.6:
        return pixels
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB)
    patch, reach = (7, 17) if noise > 5 else (5, 13)
    calm = cv2.fastNlMeansDenoising(lab[..., 0], None, min(noise * 1.05, 22), patch, reach)
    light = _with_lines(calm, lab[..., 0])
    half = (max(pixels.shape[1] // 2, 1), max(pixels.shape[0] // 2, 1))
    colours = cv2.resize(lab[..., 1:], half, interpolation=cv2.INTER_AREA)
    for channel in range(2):
        layer = np.ascontiguousarray(colours[..., channel])
        colours[..., channel] = cv2.fastNlMeansDenoising(layer, None, min(noise * 0.9, 16), 5, 11)
    wide = cv2.resize(colours, pixels.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.cvtColor(np.dstack([light, wide]), cv2.COLOR_LAB2RGB))


def _with_lines(calm: Pixels, noisy: Pixels) -> Pixels:
    """A denoised layer with the thin lines back that were taken for noise.

    Along a line noise averages out and the line does not: what the denoiser took is looked through in 12 directions,
    and comes back where it adds up to more than noise ever does.
    """
    taken = cv2.subtract(noisy, calm, dtype=cv2.CV_16S)
    taken = cv2.copyMakeBorder(taken, *(_LINE,) * 4, cv2.BORDER_REFLECT_101)
    best = np.zeros_like(taken)
    for turn in range(12):
        along = _summed(taken, np.pi * turn / 12)
        np.copyto(best, along, where=np.abs(along) > np.abs(best))
    best = best[_LINE:-_LINE, _LINE:-_LINE].astype(np.float32) / _LINE
    amount = np.abs(best)
    usual = float(np.median(amount[::2, ::2])) + 1e-3
    share = np.clip(amount / usual - _CLEAR_LINE, 0, 1)
    return np.asarray(np.clip(calm + best * share + 0.5, 0, 255), np.uint8)


def _summed(layer: Array, angle: float) -> Array:
    """At each place the sum of the 16 values along a line through it; beyond the border the layer begins anew."""
    steps = np.array([np.sin(angle), np.cos(angle)])
    steps /= np.abs(steps).max()
    total, gone = layer, np.zeros(2, int)
    for length in (1, 2, 4, 8):  # each round doubles the line
        shift = np.rint(steps * length).astype(int)
        total = total + np.roll(total, tuple(shift), (0, 1))
        gone += shift
    return np.asarray(np.roll(total, tuple(-(gone // 2)), (0, 1)))


def without_scratches(pixels: Pixels) -> Pixels:
    """Thin long lines and specks that nothing around explains, filled in from their sides."""
    mask = scratches(pixels)
    if not mask.any():
        return pixels
    unit = min(pixels.shape[:2])
    grown = cv2.dilate(
        mask.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=1 if unit < 1400 else 2
    )
    return np.asarray(cv2.inpaint(pixels, grown, max(round(unit / 300), 3), cv2.INPAINT_TELEA))


def scratches(pixels: Pixels) -> Pixels:
    """Where the scratches and specks are, as a bool mask; at most 4 % of the picture, else nothing.

    A scratch bares the paper and dirt lies on it: they are as light as the lightest of the picture, or darker than
    all of it. Wires, masts and hair are as light or dark as other things in it, and stay.
    """
    unit = min(pixels.shape[:2])
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    side = max(round(unit / 64), 5) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    calm = cv2.medianBlur(grey, 3)
    texture = cv2.blur(
        cv2.absdiff(calm, cv2.medianBlur(calm, 5)).astype(np.float32), (8 * side + 1, 8 * side + 1)
    )
    low, high = np.percentile(cv2.medianBlur(grey, side)[::2, ::2], (0.4, 99.6))
    found = np.zeros(grey.shape, bool)
    for hat, beyond in (
        (cv2.MORPH_TOPHAT, grey > high - _NEAR_WHITE),
        (cv2.MORPH_BLACKHAT, grey < low - _BELOW_BLACK),
    ):
        thin = cv2.morphologyEx(grey, hat, kernel).astype(np.float32)
        around = cv2.blur(thin, (6 * side + 1, 6 * side + 1))
        clear = np.maximum(around * 3.2 + texture * 5, 26)
        found |= _long_or_lone(thin > 0.5 * clear, (thin > clear) & beyond, unit)
    return found if 0 < found.mean() < 0.04 else np.zeros_like(found)


def _long_or_lone(weak: Pixels, sure: Pixels, unit: int) -> Pixels:
    """Of a mask's pieces the long thin ones, and short ones and specks with nothing near, where enough is sure."""
    joined = cv2.morphologyEx(weak.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    window = unit // 12 | 1
    crowd = cv2.blur(joined.astype(np.float32), (window, window))
    certain = np.bincount(labels.ravel(), sure.ravel(), count) / stats[:, cv2.CC_STAT_AREA]
    kept = np.zeros(count, bool)
    for label in 1 + np.flatnonzero(certain[1:] > _SURE):
        area = int(stats[label, cv2.CC_STAT_AREA])
        width, height = int(stats[label, cv2.CC_STAT_WIDTH]), int(stats[label, cv2.CC_STAT_HEIGHT])
        reach = float(np.hypot(width, height))
        thick = area / max(reach, 1)
        middle = (
            stats[label, cv2.CC_STAT_TOP] + height // 2,
            stats[label, cv2.CC_STAT_LEFT] + width // 2,
        )
        lone = crowd[middle] < 0.02 + area / window**2
        is_line = reach > unit * 0.07 and thick < max(unit / 110, 5.5)
        is_speck = 3 <= area < (unit / 70) ** 2 and reach < unit * 0.04
        is_short = unit * 0.012 < reach <= unit * 0.07 and thick < min(
            max(unit / 200, 4.5), reach / _SLIM
        )
        kept[label] = is_line or (lone and (is_speck or is_short))
    return np.asarray(kept[labels])


def refreshed(pixels: Pixels, strength: float = 1.0) -> Pixels:
    """Faded tones stretched to full black and white and a cast of colour taken out, as far as there is any.

    What is lightest and darkest is taken for nearly white and black, not wholly: it may be cream, or the night.
    """
    values = pixels.astype(np.float32)
    low = np.percentile(values[::2, ::2].reshape(-1, 3), 0.4, axis=0)
    high = np.percentile(values[::2, ::2].reshape(-1, 3), 99.6, axis=0)
    floor, ceiling = float(low.min()), float(high.max())
    faded = (
        float(np.clip((low.mean() - 20) / 26, 0, 1) + np.clip((216 - high.mean()) / 46, 0, 1)) / 1.2
    )
    share = min(faded * strength, 1.0)
    low, high = (end.mean() + (end - end.mean()) * _CAST_SHARE for end in (low, high))
    own_low, own_high = low * share + floor * (1 - share), high * share + ceiling * (1 - share)
    target_low, target_high = 6 * share + floor * (1 - share), 249 * share + ceiling * (1 - share)
    gain = (target_high - target_low) / np.maximum(own_high - own_low, 30)
    stretched = np.clip((values - own_low) * gain + target_low, 0, 255).astype(np.uint8)
    if share <= 0.2:
        return np.asarray(stretched)
    lab = cv2.cvtColor(stretched, cv2.COLOR_RGB2LAB).astype(np.float32)
    lab[..., 1:] = 128 + (lab[..., 1:] - 128) * (1 + 0.12 * share)
    return np.asarray(cv2.cvtColor(np.clip(lab, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB))


def _sharpened(pixels: Pixels, strength: float, noise: float) -> Pixels:
    """Edges a little clearer, less so where there was noise to amplify."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    soft = cv2.GaussianBlur(grey, (0, 0), 1.1)
    detail: Array = grey - soft
    edges = np.clip(np.abs(cv2.GaussianBlur(detail, (0, 0), 1.0)) / (1.5 + noise * 0.35), 0, 1)
    return np.clip(pixels + (detail * edges * strength)[..., None] + 0.5, 0, 255).astype(np.uint8)


def polished(pixels: Pixels, strength: float = 1.0) -> Pixels:
    """A finished look for a picture that is well as it is: clearer middle tones, a little colour and edge."""
    lab = cv2.cvtColor(denoised(pixels, noise_of(pixels) * 0.6), cv2.COLOR_RGB2LAB)
    clear = cv2.createCLAHE(1.6, (4, 4)).apply(lab[..., 0]).astype(np.float32)
    light = lab[..., 0] + (clear - lab[..., 0]) * 0.45 * strength
    colours = 128 + (lab[..., 1:].astype(np.float32) - 128) * (1 + 0.12 * strength)
    made = np.clip(np.dstack([light, colours]), 0, 255).astype(np.uint8)
    return _sharpened(cv2.cvtColor(made, cv2.COLOR_LAB2RGB), 0.8 * strength, 1.0)
