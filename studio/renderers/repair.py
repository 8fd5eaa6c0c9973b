"""Old photographs made good: scratches, dust, noise, faded tones, casts and softness, each by its measured need."""

import cv2
import numpy as np

from studio.renderers.canvas import Array, Pixels

_MOST_CAST = 9.0
"""A cast is taken out by as much at most: a picture may be of red things."""


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
    light = cv2.fastNlMeansDenoising(lab[..., 0], None, min(noise * 1.05, 22), patch, reach)
    half = (max(pixels.shape[1] // 2, 1), max(pixels.shape[0] // 2, 1))
    colours = cv2.resize(lab[..., 1:], half, interpolation=cv2.INTER_AREA)
    for channel in range(2):
        layer = np.ascontiguousarray(colours[..., channel])
        colours[..., channel] = cv2.fastNlMeansDenoising(layer, None, min(noise * 0.9, 16), 5, 11)
    wide = cv2.resize(colours, pixels.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.cvtColor(np.dstack([light, wide]), cv2.COLOR_LAB2RGB))


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
    """Where the scratches and specks are, as a bool mask; at most 4 % of the picture, else nothing."""
    unit = min(pixels.shape[:2])
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    side = max(round(unit / 64), 5) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    calm = cv2.medianBlur(grey, 3)
    found = np.zeros(grey.shape, bool)
    texture = cv2.blur(
        cv2.absdiff(calm, cv2.medianBlur(calm, 5)).astype(np.float32), (8 * side + 1, 8 * side + 1)
    )
    for hat in (cv2.MORPH_TOPHAT, cv2.MORPH_BLACKHAT):
        thin = cv2.morphologyEx(calm, hat, kernel).astype(np.float32)
        around = cv2.blur(thin, (6 * side + 1, 6 * side + 1))
        strong = thin > np.maximum(around * 3.2 + texture * 5, 26)
        found |= _long_or_lone(strong.astype(np.uint8), unit)
    return found if 0 < found.mean() < 0.04 else np.zeros_like(found)


def _long_or_lone(mask: Pixels, unit: int) -> Pixels:
    """Of a mask's pieces the long thin ones, and small ones with nothing near them."""
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    window = unit // 12 | 1
    crowd = cv2.blur(joined.astype(np.float32), (window, window))
    kept = np.zeros(count, bool)
    for label in range(1, count):
        area = int(stats[label, cv2.CC_STAT_AREA])
        width, height = int(stats[label, cv2.CC_STAT_WIDTH]), int(stats[label, cv2.CC_STAT_HEIGHT])
        reach = float(np.hypot(width, height))
        thick = area / max(reach, 1)
        middle = (
            stats[label, cv2.CC_STAT_TOP] + height // 2,
            stats[label, cv2.CC_STAT_LEFT] + width // 2,
        )
        if (reach > unit * 0.11 and thick < max(unit / 130, 4.2)) or (
            3 <= area < (unit / 70) ** 2
            and reach < unit * 0.04
            and crowd[middle] < 0.02 + area / window**2
        ):
            kept[label] = True
    return np.asarray(kept[labels])


def refreshed(pixels: Pixels, strength: float = 1.0) -> Pixels:
    """Faded tones stretched to full black and white and a cast of colour taken out, as far as there is any."""
    values = pixels.astype(np.float32)
    low = np.percentile(values[::2, ::2].reshape(-1, 3), 0.4, axis=0)
    high = np.percentile(values[::2, ::2].reshape(-1, 3), 99.6, axis=0)
    floor, ceiling = float(low.min()), float(high.max())
    faded = (
        float(np.clip((low.mean() - 20) / 26, 0, 1) + np.clip((216 - high.mean()) / 46, 0, 1)) / 1.2
    )
    share = min(faded * strength, 1.0)
    own_low, own_high = low * share + floor * (1 - share), high * share + ceiling * (1 - share)
    target_low, target_high = 6 * share + floor * (1 - share), 249 * share + ceiling * (1 - share)
    gain = (target_high - target_low) / np.maximum(own_high - own_low, 30)
    stretched = (values - own_low) * gain + target_low
    lab = cv2.cvtColor(np.clip(stretched, 0, 255).astype(np.uint8), cv2.COLOR_RGB2LAB).astype(
        np.float32
    )
    quiet = np.hypot(lab[..., 1] - 128, lab[..., 2] - 128) < 26
    if quiet.mean() > 0.12:
        cast = lab[quiet][:, 1:].mean(0) - 128
        shift = cast * min(0.75 * share, 0.75)
        lab[..., 1:] -= shift * min(_MOST_CAST / max(float(np.hypot(*shift)), 1e-6), 1)
    if share > 0.2:
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
