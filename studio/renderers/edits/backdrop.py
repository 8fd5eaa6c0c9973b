"""What is behind the subject: another scene, a colour, a blur, or nothing."""

import re
from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.edits.tone import gamma
from studio.renderers.edits.wording import COLOUR, amount, colour_in
from studio.renderers.edits.work import BACKGROUND, Step, Work
from studio.renderers.regions.matte import shrunk

_BACK = r"(?:background|backdrop|surroundings)"
_BLUR = re.compile(
    rf"\b(blur(red|ry)?|soften|defocus|out of focus|bokeh)\b.*\b{_BACK}|"
    rf"\b{_BACK}\b.*\b(blur(red|ry)?|soft|bokeh|out of focus)\b|\b(bokeh|"
    rf"shallow depth of field|portrait mode)\b"
)
_NONE = re.compile(
    rf"\b(remove|erase|delete|no|without|transparent|cut ?out|isolate|strip|"
    rf"clear)\b.*\b({_BACK}|subject|transparent)|\btransparent\b|\bcut[ -]?out\b"
)
_TO = re.compile(
    rf"\b(?:change|replace|swap|switch|set|turn|make|transform|"
        rf"substitute)\w* .*?\b{_BACK}\b(?: scenery| scene)?(?: is| be| look)?(?: to be| to| into|"
        rf" with| by| for| as| like|:)*\s+(?P<scene>.+)"
    rf"|\b(?:new |different )?{_BACK}(?: of|:| is| should be| as| showing| becomes) (?P<scene2>.+)"
    rf"|\b(?:in front of|against|with|on|onto|add) (?:an? |the )?(?P<scene3>[\w' -]+?)"
        rf"(?<! in the)(?<! to the) {_BACK}\b"
    rf"|^(?!add\b|put\b|place\b)(?:an? )?(?P<scene4>[\w' -]+?) {_BACK}$"
)  # fmt: skip
_PUT = re.compile(
    r"\b(?:put|place|set|move|relocate|transport|show|drop|teleport|imagine|"
        r"insert)(?: \w+)? (?:it|him|her|them|me|us|this|the [\w ]{2,30}?|subject|person) "
    r"(?:to be )?(?P<how>on top of|in front of|inside|into|onto|in|on|at|to|under|beside|near|"
        r"against|among|over) (?P<scene>.+)"
    r"|^(?:now )?(?:on|in|at|inside) (?P<scene2>(?:an? |the )?[\w ]*\b(?:beach|forest|city|"
        r"street|space|desert|mountains?|moon|mars|park|garden|studio|sea|ocean|lake|jungle|field|"
        r"meadow|"
    r"snow|island|paris|tokyo|new york|london)\b[\w ]*)$"
)  # fmt: skip
_NOT_SCENES = re.compile(
    r"\b(images?|pictures?|photos?|corner|left|right|top|bottom|cent(er|re)|middle|foreground|frame|border|head|hand|"
    r"front|circle|square|black and white|background)\b"
    r"|^(?:the )?(?:first|second|third|other|last|previous|same)(?: one)?$"
)


def read(clause: str, index: int) -> list[Step]:
    """What a clause asks for behind the subject."""
    if _BLUR.search(clause):
        strength = amount(clause)
        return [Step(BACKGROUND, "blurred background", lambda work: _blurred(work, strength))]
    if _NONE.search(clause) and not re.search(
        r"\b(noise|text|watermark|replace|with an?|white|black)\b", clause
    ):
        return [Step(BACKGROUND, "no background", _removed)]
    match = _TO.search(clause)
    scene = next((part for part in match.groups() if part), "") if match else ""
    if not scene and (match := _PUT.search(clause)) is not None:
        scene = match["scene"] or match["scene2"]
        if _NOT_SCENES.search(scene):
            scene = ""
    scene = re.sub(r"^(a|an|the|some|be)\s+", "", scene.strip())
    if not scene:
        return []
    if re.search(r"\b(black and white|gr[ae]y ?scale|brighter|darker|warmer|cooler)\b", scene):
        return []
    plain = re.fullmatch(
        rf"(?:plain |solid |simple |flat |pure |clean )*(?P<colour>{COLOUR}|"
        rf"#[0-9a-f]{{6}})(?: studio| plain| colou?r| gradient| seamless| one)*",
        scene,
    )
    if plain:
        colour = colour_in(plain["colour"]) or (255, 255, 255)
        colour = (255, 255, 255) if plain["colour"] == "white" else colour
        return [Step(BACKGROUND, f"{plain['colour']} background", _plain(colour))]
    if re.search(r"\bstudio\b", scene) and not re.search(r"\b(city|forest|beach|room)\b", scene):
        return [Step(BACKGROUND, "studio background", _plain(colour_in(scene) or (205, 205, 210)))]
    return [Step(BACKGROUND, f"background: {scene}", _scene(scene))]


def _blurred(work: Work, strength: float) -> None:
    """The far parts out of focus; the subject does not bleed into them."""
    behind = fill_behind(work.pixels, work.subject())
    spread = max(work.unit * 0.018 * strength, 1.5)
    soft = cv2.GaussianBlur(behind, (0, 0), spread)
    work.blend(soft, 1 - work.subject())


def fill_behind(pixels: Pixels, subject: Array) -> Pixels:
    """The picture with the subject filled by what is around it, smooth."""
    small = shrunk(pixels, 256).astype(np.float32)
    open_parts = 1 - np.clip(
        cv2.resize(subject, small.shape[1::-1], interpolation=cv2.INTER_AREA) * 1.6, 0, 1
    )
    filled, weight = small * open_parts[..., None], open_parts
    result, known = filled.copy(), weight.copy()
    for spread in (2, 4, 8, 16, 32, 64):
        blurred = cv2.GaussianBlur(filled, (0, 0), spread)
        amount_ = cv2.GaussianBlur(weight, (0, 0), spread)
        fresh = np.clip(1 - known, 0, 1) * np.clip(amount_ * 8, 0, 1)
        result += blurred / (amount_[..., None] + 1e-4) * fresh[..., None]
        known = known + fresh
    result /= np.maximum(known, 1e-3)[..., None]
    wide = cv2.resize(result, pixels.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    share = np.clip(subject * 1.6, 0, 1)[..., None]
    return np.asarray(np.clip(pixels + (wide - pixels) * share, 0, 255), np.uint8)


def _removed(work: Work) -> None:
    work.opacity = work.subject()


def _plain(colour: tuple[int, int, int]) -> Callable[[Work], None]:
    def do(work: Work) -> None:
        y = np.linspace(-1, 1, work.height, dtype=np.float32)[:, None]
        x = np.linspace(-1, 1, work.width, dtype=np.float32)[None, :]
        fall = (
            1.0 - 0.10 * np.clip(x * x + y * y, 0, 2)
            if max(colour) < 245
            else np.ones((work.height, work.width), np.float32)
        )
        _stand(work, (fall[..., None] * np.array(colour, np.float32)), 0.0)

    return do


def _scene(words: str) -> Callable[[Work], None]:
    def do(work: Work) -> None:
        from studio.renderers.pictures.image import draw

        longest = max(work.width, work.height)
        scale = min(1600 / longest, 1)
        size = (max(round(work.width * scale), 16), max(round(work.height * scale), 16))
        seed = int(work.rng.integers(2**31))
        drawn = draw(
            words, seed=seed, variation=work.variation, width=size[0], height=size[1]
        ).pixels
        scene = cv2.resize(drawn, (work.width, work.height), interpolation=cv2.INTER_CUBIC)
        _stand(work, cv2.GaussianBlur(scene, (0, 0), max(work.unit / 700, 0.6)), 1.0)

    return do


def _stand(work: Work, scene: Array, fitted: float) -> None:
    """The subject before a scene, with its light (by `fitted`) and a shadow where it stands on the ground."""
    subject = work.subject()
    scene = scene.astype(np.float32)
    if fitted:
        rows = np.flatnonzero((subject > 0.5).any(1))
        foot = int(rows[-1]) if len(rows) else work.height - 1
        if foot < work.height * 0.97:
            scene = scene * (1 - 0.45 * _shadow(work, subject, foot))[..., None]
        lit = scene.mean((0, 1)) / max(float(scene.mean()), 1)
        own = work.pixels * (1 + (lit - 1) * 0.35 * fitted)
        darker = np.clip(float(scene.mean()) / 118, 0.45, 1.0)
        own = gamma(np.clip(own, 0, 255).astype(np.uint8), 1 + (1 - darker) * 0.8).astype(
            np.float32
        )
    else:
        own = work.pixels.astype(np.float32)
    work.put(scene + (own - scene) * subject[..., None] + 0.5)


def _shadow(work: Work, subject: Array, foot: int) -> Array:
    """A soft dark oval under the subject, 0 … 1."""
    low = subject[max(foot - work.height // 8, 0) : foot + 1] > 0.5
    columns = np.flatnonzero(low.any(0))
    layer = np.zeros((work.height, work.width), np.float32)
    if len(columns) == 0:
        return layer
    middle = (int((columns[0] + columns[-1]) // 2), foot)
    axes = (max(int((columns[-1] - columns[0]) * 0.55), 2), max(int(work.unit * 0.02), 1))
    cv2.ellipse(layer, middle, axes, 0, 0, 360, 1.0, -1, cv2.LINE_AA)
    return np.asarray(cv2.GaussianBlur(layer, (0, 0), max(work.unit * 0.014, 1)))
