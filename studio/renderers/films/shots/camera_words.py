"""The words for camera moves."""

import re

_SPAN = r"[^.,;]{0,18}"
_NEGATED = re.compile(
    r"(?:\bno\b|\bnot\b|\bnever\b|without|don['’]?t|avoid)(?:\s+\w+){0,2}\s*$", re.IGNORECASE
)
_STILL = re.compile(
    r"\b(static|locked[- ]off|motionless|fixed) (shot|camera|frame)"
    r"|\bcamera (stays|remains|holds) (still|static)|\b(still|static) camera"
    r"|\bno camera (movement|motion)|without (any )?camera (movement|motion)|\btripod\b",
    re.IGNORECASE,
)
_PATTERNS: dict[str, str] = {
    "out": r"\b(pull|push|zoom|dolly|track|move|ease|drift)(s|es|ing|ed)?[ -]"
    r"(slowly |gently |back |further )?(out|back|away)\b"
    r"|\breveal(s|ing)?\b|\bwiden(s|ing)?\b|\bback(s|ing) away",
    "in": r"\b(push|zoom|dolly|move|track|creep|drift|ease|glide|close)(s|es|ing|ed)?[ -]"
    r"(slowly |gently |steadily |closer )?(in|into|closer|forwards?|towards?)\b"
    r"|\bclosing in\b|\bapproach(es|ing)?\b",
    "orbit": r"\borbit|\bcircl(e|es|ing)\b|\brotat(e|es|ing)\b|\bturntable\b|\b360\b"
    r"|\barc(s|ing)? (around|left|right|shot)|\baround (the|her|him|it|them)\b"
    r"|\bspin(s|ning)?\b|\btwirl(s|ing)?\b",
    "left": rf"\b(pan|track|truck|slide|move|dolly|sweep|drift|glide)(s|ing|ning)?\b{_SPAN}"
    r"\b(to the )?left\b(?! to (the )?right)|\bright to (the )?left\b",
    "right": rf"\b(pan|track|truck|slide|move|dolly|sweep|drift|glide)(s|ing|ning)?\b{_SPAN}"
    r"\b(to the )?right\b(?! to (the )?left)|\bleft to (the )?right\b|\bsideways\b|\btracking shot\b"
    r"|\bpan(s|ning)?\b(?![^.,;]{0,18}\bleft\b)",
    "down": rf"\b(tilt|crane|boom|pedestal|descend|lower|move|sink)(s|ing)?\b{_SPAN}"
    r"\bdown(wards?)?\b|\bdescend(s|ing)?\b",
    "up": rf"\b(tilt|crane|boom|pedestal|rise|fly|move|lift)(s|ing)?\b{_SPAN}\bup(wards?)?\b"
    r"|\bris(e|es|ing) (over|above|up)|\bascend(s|ing)?\b|\bcrane shot\b"
    r"|\btilt(s|ing)?\b(?![^.,;]{0,18}\bdown)",
    "roll": r"\broll(s|ing)? (left|right|the camera)|\bdutch\b|\bcamera rolls\b",
    "shake": r"\bhand[- ]?held\b|\bshak(e|es|y|ing)\b|\bearthquake\b",
    "sway": r"\bdrift|\bfloat|\bsway|\bbreath|\bdream|\bgentl[ey]\b|\bparallax\b|\bhover",
}
_MANNERS = {
    "fast": re.compile(r"\b(fast|quick|rapid|whip|crash|dramatic|sudden|rush)", re.IGNORECASE),
    "slow": re.compile(r"\b(slow|gentl|subtle|slight|calm|soft|smooth)", re.IGNORECASE),
}
_MOST_MOVES = 3


def has_words(manner: str, prompt: str) -> bool:
    """Whether the prompt speaks of a `fast` or `slow` move."""
    return bool(_MANNERS[manner].search(prompt))


def named_moves(prompt: str) -> tuple[str, ...] | None:
    """The moves a prompt names, in its order: out, in, orbit, left, right, up, down, roll, shake, sway.

    Empty when it asks for a still camera, None when it says nothing of it.
    """
    if _STILL.search(prompt):
        return ()
    found: list[tuple[int, str]] = []
    for name, pattern in _PATTERNS.items():
        match = re.search(pattern, prompt, re.IGNORECASE)
        if match and not _NEGATED.search(prompt[: match.start()]):
            found.append((match.start(), name))
    names = [name for _, name in sorted(found)]
    firm = [name for name in names if name != "sway"]
    return tuple((firm or names)[:_MOST_MOVES]) or None
