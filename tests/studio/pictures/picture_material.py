"""Pictures made for the picture tools' tests, and a short way through a tool to its file."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from studio.renderers import RenderResult
from studio.renderers.registry import render
from studio.tools.api import Media, Piece
from studio.tools.registry import TOOLS


def textured(size: tuple[int, int], seed: int = 1) -> Any:
    """Soft patches of colour with fine detail, (height, width, 3)."""
    rng = np.random.default_rng(seed)
    width, height = size
    coarse = cv2.resize(
        rng.uniform(20, 235, (height // 40 + 2, width // 40 + 2, 3)),
        size,
        interpolation=cv2.INTER_CUBIC,
    )
    fine = cv2.GaussianBlur(rng.normal(0, 26, (height, width, 3)), (0, 0), 1.6)
    return np.clip(coarse + fine, 0, 255).astype(np.uint8)


def landscape(size: tuple[int, int] = (360, 240)) -> Any:
    """A blue sky over green grass."""
    width, height = size
    rng = np.random.default_rng(3)
    picture = np.empty((height, width, 3), np.float32)
    horizon = height * 3 // 5
    rows = np.linspace(0, 1, horizon)[:, None, None]
    picture[:horizon] = np.array([70, 130, 215]) + rows * np.array([100, 80, 30])
    picture[horizon:] = (62, 132, 54)
    picture[horizon:] += cv2.GaussianBlur(
        rng.normal(0, 40, (height - horizon, width, 3)), (0, 0), 1.2
    )
    return np.clip(picture + rng.normal(0, 1.5, picture.shape), 0, 255).astype(np.uint8)


def with_ball(
    picture: Any, middle: tuple[int, int], radius: int, colour: tuple[int, int, int]
) -> tuple[Any, Any]:
    """The picture with a shaded ball on it, and the ball's true mask."""
    made = picture.copy()
    height, width = made.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    reach = np.hypot(x - middle[0], y - middle[1]) / radius
    mask = reach <= 1
    light = (
        1.12 - 0.45 * np.hypot(x - middle[0] + radius * 0.3, y - middle[1] + radius * 0.3) / radius
    )
    ball = np.clip(np.array(colour) * light[..., None], 0, 255)
    made[mask] = ball[mask].astype(np.uint8)
    return made, mask


def ball_scene() -> tuple[Any, Any]:
    """A red ball on grass under the sky."""
    return with_ball(landscape(), (180, 160), 48, (205, 40, 38))


def piece(folder: Path, pixels: Any, name: str = "source") -> Piece:
    """The pixels as a medium of a session."""
    path = folder / f"{name}.png"
    Image.fromarray(pixels).save(
        path, compress_level=1
    )  # its usual effort takes four times as long
    height, width = pixels.shape[:2]
    return Piece("image", path, f"http://studio/{name}.png", "image/png", width, height)


def session(folder: Path, *made: Any, uploads: tuple[Any, ...] = ()) -> Media:
    """A session with these results and uploads."""
    return Media(
        {"image": tuple(piece(folder, one, f"made{index}") for index, one in enumerate(made))},
        {"image": tuple(piece(folder, one, f"given{index}") for index, one in enumerate(uploads))},
    )


def use(tool: str, media: Media, folder: Path, **arguments: Any) -> list[RenderResult]:
    """Every result of a call of a tool."""
    work = TOOLS[tool].plan(arguments, media)  # type: ignore[union-attr]
    assert work.price_each > 0
    return [
        render(one, folder / f"out{index}", lambda _: None)
        for index, one in enumerate(work.renders)
    ]


def changed(tool: str, pixels: Any, folder: Path, **arguments: Any) -> Any:
    """The decoded first result of a tool on one result picture."""
    return decoded(use(tool, session(folder, pixels), folder, **arguments)[0].path)


def decoded(path: Path) -> Any:
    """The file's pixels, (height, width) or (height, width, channels)."""
    with Image.open(path) as opened:
        return np.asarray(opened)


def hue_share(pixels: Any, mask: Any, low: int, high: int) -> float:
    """The share of a region's pixels with a hue from `low` to `high` degrees and some colour."""
    hsv = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2HSV)[mask].astype(int)
    return float(((hsv[:, 0] * 2 >= low) & (hsv[:, 0] * 2 <= high) & (hsv[:, 1] > 60)).mean())


def overlap(found: Any, truth: Any) -> float:
    """Intersection over union of two masks."""
    return float((found & truth).sum() / max((found | truth).sum(), 1))


def difference(first: Any, second: Any) -> float:
    """Mean difference in bytes."""
    return float(np.abs(first[..., :3].astype(float) - second[..., :3]).mean())


def psnr(first: Any, second: Any) -> float:
    """Peak signal to noise ratio in decibels."""
    return float(10 * np.log10(255**2 / max(np.mean((first.astype(float) - second) ** 2), 1e-9)))


def ssim(first: Any, second: Any) -> float:
    """Structural similarity of the brightness (Wang et al. 2004)."""
    a, b = (cv2.cvtColor(one, cv2.COLOR_RGB2GRAY).astype(np.float64) for one in (first, second))

    def mean(values: Any) -> Any:
        return cv2.GaussianBlur(values, (0, 0), 1.5)

    mean_a, mean_b = mean(a), mean(b)
    spread_a, spread_b = mean(a * a) - mean_a**2, mean(b * b) - mean_b**2
    both = mean(a * b) - mean_a * mean_b
    return float(
        ((2 * mean_a * mean_b + 6.5025) * (2 * both + 58.5225)
         / ((mean_a**2 + mean_b**2 + 6.5025) * (spread_a + spread_b + 58.5225))).mean()
    )  # fmt: skip
