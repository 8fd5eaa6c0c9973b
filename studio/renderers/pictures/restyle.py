"""Image to image: the source keeps its forms and takes on the prompt's colours, weather and way of painting."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Pixels
from studio.renderers.drawing.effects import effects_for
from studio.renderers.prompts.styles import apply_styles
from studio.renderers.prompts.words import Brief


def restyle(
    source: Pixels,
    guide: Pixels,
    prompt: str,
    brief: Brief,
    strength: float,
    rng: np.random.Generator,
) -> Pixels:
    """`source` moved towards the look of `guide` (same size), by `strength` 0 (left alone) … 1."""
    coloured = _recoloured(source, guide, 0.9 * strength)
    height, width = source.shape[:2]
    for effect in effects_for(prompt, (width, height), rng):
        coloured = effect(coloured, 1.3)
    painted = apply_styles(coloured, brief, rng)
    share = min(0.25 + strength, 1.0) if brief.styles else 1.0
    return np.asarray(cv2.addWeighted(coloured, 1 - share, painted, share, 0))


def _recoloured(source: Pixels, guide: Pixels, share: float) -> Pixels:
    """The source with the guide's brightness and colour statistics (Reinhard et al. 2001), darks to darks."""
    own = cv2.cvtColor(source, cv2.COLOR_RGB2LAB).astype(np.float32)
    other = cv2.cvtColor(
        cv2.resize(guide, (128, 128), interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2LAB
    ).astype(np.float32)
    small = cv2.resize(own, (128, 128), interpolation=cv2.INTER_AREA)
    order = np.argsort(other[..., 0].ravel())
    places = np.linspace(0, len(order) - 1, 256).astype(int)
    ramp = cv2.GaussianBlur(other.reshape(-1, 1, 3)[order][places], (0, 0), 9).reshape(-1, 3)
    mean, spread = small.mean((0, 1)), small.std((0, 1)) + 4
    wanted, reach = other.mean((0, 1)), other.std((0, 1)) + 4
    matched = (own - mean) * np.clip(reach / spread, 0.6, 1.5) + wanted
    ranks = np.clip(
        np.searchsorted(np.sort(small[..., 0].ravel())[:: 128 * 128 // 256][:256], own[..., 0]),
        0,
        255,
    )
    matched[..., 1:] = 0.55 * matched[..., 1:] + 0.45 * ramp[ranks][..., 1:]
    mixed = own + (matched - own) * share
    return np.asarray(cv2.cvtColor(np.clip(mixed, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB))
