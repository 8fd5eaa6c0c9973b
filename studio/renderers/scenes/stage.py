"""Where things stand in a landscape: horizon, light, water; shared by everything that is drawn into it."""

from dataclasses import dataclass

from studio.renderers.drawing.canvas import Canvas
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief

_ABOVE_ROOFS = 0.26
"""At most so far down, as a share of the way to the horizon, sun and moon stand over a city: free of its towers."""


@dataclass
class Stage:
    """One landscape. Places in pixels; `side` is −1 or 1, where the weight of the picture lies."""

    canvas: Canvas
    brief: Brief
    palette: Palette
    horizon: float
    light_x: float
    light_y: float
    light_radius: float
    side: int
    water: bool
    flat: bool
    """Flat colours, as on a screen print."""

    @property
    def sun_is_out(self) -> bool:
        """Whether the light is a sun (else a moon)."""
        return self.palette.dark < 0.8 and not self.brief.has("moon")


def set_stage(canvas: Canvas, brief: Brief, palette: Palette) -> Stage:
    """Chooses horizon, light and sides by what the brief needs and by chance."""
    rng = canvas.rng
    wide, tall = canvas.width, canvas.height
    water = brief.has(
        "sea", "coast", "waves", "lake", "boat", "whale", "lighthouse", "bridge", "palm"
    )
    if brief.has("waterfall"):
        water = False
    if not brief.subjects:
        water = bool(rng.random() < 0.55)
    side = 1 if rng.random() < 0.5 else -1
    horizon = tall * float(rng.uniform(0.56, 0.66) if water else rng.uniform(0.6, 0.7))
    if brief.has("whale", "waves"):
        horizon = tall * float(rng.uniform(0.46, 0.54))
    if brief.has("balloon", "bird", "dragon", "castle"):
        horizon = tall * float(rng.uniform(0.68, 0.76))
    low = palette.time in ("sunset", "dawn", "dusk", "retro", "neon")
    distance = float(rng.uniform(0.14, 0.3)) if low else float(rng.uniform(0.5, 0.74))
    light_y = horizon - distance * horizon
    if "minimal" in brief.styles or "poster" in brief.styles:
        light_y = horizon - horizon * float(rng.uniform(0.3, 0.5))
    light_x = wide * (0.5 - side * float(rng.uniform(0.02, 0.22)))
    radius = canvas.unit * float(rng.uniform(0.05, 0.085))
    if brief.has("moon", "sun") or "poster" in brief.styles or palette.time in ("retro", "neon"):
        radius *= 1.65
    if brief.has("fox", "cat", "dog", "deer", "horse", "bird", "owl"):
        radius *= 1.9
    if brief.has("city") and not low:
        light_y = max(min(light_y, horizon * _ABOVE_ROOFS), radius * 1.4)
    flat = bool({"poster", "minimal", "pixel"} & set(brief.styles))
    return Stage(canvas, brief, palette, horizon, light_x, light_y, radius, side, water, flat)
