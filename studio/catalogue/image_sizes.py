"""Which sizes an image model makes: the bounds of its tier, for orders of the socket and hosted tools alike."""

from studio.catalogue import MODELS, TIERS


def bounds_of(model_id: str) -> tuple[int, int]:
    """Least and most pixels on a side."""
    width = TIERS[MODELS[model_id].tier]["width"]
    return int(width["min"]), int(width["max"])


def misfit(model_id: str, width: int, height: int) -> str:
    """Why a model cannot make this size; empty when it can. Some families also bound the pixels and the shape."""
    least, most = bounds_of(model_id)
    if not (least <= width <= most and least <= height <= most):
        return f"Each side can be from {least} to {most} pixels with this model; {width} × {height} was asked for."
    tier, area = TIERS[MODELS[model_id].tier], width * height
    fewest, many = tier.get("minPixels", area), tier.get("maxPixels", area)
    if not fewest <= area <= many:
        return f"A picture can have from {fewest:,} to {many:,} pixels with this model."
    longest = tier.get("maxRatio", max(width, height))
    if max(width, height) > longest * min(width, height):
        return f"A picture can be {longest} times as long as it is wide with this model."
    return ""
