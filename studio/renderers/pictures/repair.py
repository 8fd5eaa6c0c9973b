"""Old photographs made good: scratches, dust, noise, faded tones, casts and softness, each by its measured need."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.pictures.scratches import filled, scratches

_CAST_SHARE = 0.85
"""So much of what tells the ends of the channels apart is a cast; the rest is the colour of things."""

_LINE = 16
"""The length in pixels over which a thin line is told from noise."""
_CLEAR_LINE = 1.8
"""A line is this many times as strong as what the best direction shows of mere noise."""

_ONE_TONE = 12
"""A picture with a smaller range of bytes has no black and white to be brought back."""

_COLOURLESS, _LIVELY = 9, 32
"""The chroma (CIELAB) below which a picture's strongest colours are a tint, and that they have in an ordinary one."""

_NOISY = 1.6
"""From this deviation on, in bytes, there is noise to take away."""


def restored(pixels: Pixels, strength: float = 1.0, *, keep_colours: bool = False) -> Pixels:
    """The picture without what time did to it. A clean picture stays nearly as it is."""
    noise = max(noise_of(pixels), 1.6 * grain_of(pixels))
    damage = scratches(denoised(pixels, noise * strength, quick=True))
    # a denoiser leaves the noise around what it cannot match: filled first, it is as calm there as anywhere
    whole = filled(pixels, damage, room=2 if noise >= _NOISY else 1)
    calm = denoised(whole, noise * strength)
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

    From what varies within a few pixels in the calmest of the picture's blocks: grain is everywhere, and detail is not.
    Blocks of paper white or black tell nothing of it.
    """
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    detail = grey - cv2.GaussianBlur(grey, (0, 0), 2.0)
    side = 16
    rows, columns = grey.shape[0] // side, grey.shape[1] // side
    if not rows or not columns:
        return 0.0
    cut = (slice(rows * side), slice(columns * side))
    deviations, means = (
        of(layer[cut].reshape(rows, side, columns, side), axis=(1, 3))
        for of, layer in ((np.std, detail), (np.mean, grey))
    )
    telling = (means > 8) & (means < 247)
    return float(np.percentile(deviations[telling], 2)) if telling.any() else 0.0


def denoised(pixels: Pixels, noise: float, *, quick: bool = False) -> Pixels:
    """Non-local means (Buades et al. 2005) where there is noise; colour noise goes more than brightness noise.

    `quick` looks around less, which will do for finding things.
    """
    if noise < _NOISY:
        return pixels
    lab = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB)
    patch, reach = (7, 17) if noise > 5 else (5, 13)
    reach = 9 if quick else reach
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


def refreshed(pixels: Pixels, strength: float = 1.0) -> Pixels:
    """Faded tones stretched to full black and white and a cast of colour taken out, as far as there is any.

    What is lightest and darkest is taken for nearly white and black, not wholly: it may be cream, or the night.
    """
    values = pixels.astype(np.float32)
    low = np.percentile(values[::2, ::2].reshape(-1, 3), 0.4, axis=0)
    high = np.percentile(values[::2, ::2].reshape(-1, 3), 99.6, axis=0)
    floor, ceiling = float(low.min()), float(high.max())
    share = _faded(float(low.mean()), ceiling) * min(strength, 1.0)
    if share < 0.02 or ceiling - floor < _ONE_TONE:
        return pixels
    low, high = (end.mean() + (end - end.mean()) * _CAST_SHARE for end in (low, high))
    own_low, own_high = low * share + floor * (1 - share), high * share + ceiling * (1 - share)
    target_low, target_high = 6 * share + floor * (1 - share), 249 * share + ceiling * (1 - share)
    gain = (target_high - target_low) / np.maximum(own_high - own_low, 30)
    stretched = _balanced((values - own_low) * gain + target_low, values, share)
    if share <= 0.2:
        return np.asarray(stretched)
    lab = cv2.cvtColor(stretched, cv2.COLOR_RGB2LAB).astype(np.float32)
    lab[..., 1:] = 128 + (lab[..., 1:] - 128) * (1 + (_paleness(lab) - 1) * share)
    return np.asarray(cv2.cvtColor(np.clip(lab, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB))


def _balanced(stretched: Array, faded: Array, share: float) -> Pixels:
    """Stretched tones, their middle brought half the way back to where it was: fading moved the ends more."""
    clear = np.clip(stretched, 0, 255) / 255
    now, was = float(np.median(clear[::2, ::2])), float(np.median(faded[::2, ::2])) / 255
    middle, wanted = np.clip(now, 0.05, 0.95), np.clip((now + was) / 2, 0.05, 0.95)
    bend = np.clip(np.log(wanted) / np.log(middle), 0.7, 1.4)
    return np.asarray(clear ** (1 + (bend - 1) * share) * 255 + 0.5, np.uint8)


def _paleness(lab: Array) -> float:
    """How many times stronger a faded picture's colours are made; one without any gets none."""
    strongest = float(np.percentile(np.hypot(*(lab[::2, ::2, 1:] - 128).reshape(-1, 2).T), 95))
    if strongest < _COLOURLESS:
        return 1.0
    return float(np.clip(_LIVELY / strongest, 1.12, 1.5))


def _faded(darkest: float, lightest: float) -> float:
    """How faded a picture is, 0 … 1: its black is grey and its white dull, both. Mist and dusk are only one of them."""
    return float(np.clip((darkest - 22) / 16, 0, 1) * np.clip((242 - lightest) / 12, 0, 1))


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
