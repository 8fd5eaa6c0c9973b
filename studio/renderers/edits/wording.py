"""The words of a wish: split in clauses, without what shall stay, with colours, numbers and how much."""

import re

from studio.renderers.prompts.vocabulary import COLOUR_WORDS
from studio.renderers.regions.colours import rgb_of

_KEPT = re.compile(
    r"\b(?:while |but |and )?(?:keep(?:ing)?|preserv(?:e|ing)|maintain(?:ing)?|retain(?:ing)?|leav(?:e|ing)"
    r"|without (?:changing|altering|touching)|do not|don['’]t|never|no changes? to|everything else|all other)\b"
    r"(?![^.;\n]{0,24}\bin colou?r\b)(?:(?!(?:,|\b(?:and|then|but)\b) *(?:only |just )?(?:make|add|change|"
    r"turn|remove|put|write|crop|rotate|flip|replace|set|paint|blur)\b)[^.;\n])*",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[\"“”«»]([^\"“”«»]{1,120})[\"“”«»]|(?<!\w)['‘]([^'’]{1,120})['’](?!\w)")
_CLAUSES = re.compile(
    r"[.;!\n]+|,?\s+(?:and\s+then|then|and\s+also|also|plus)\s+|,\s*(?:and\s+)?|\s+and\s+(?=(?:make|add|turn|change|"
    r"remove|put|write|crop|rotate|flip|mirror|blur|replace|give|set|paint|colou?r|convert|apply|increase|decrease|"
    r"reduce|boost|darken|brighten|sharpen|draw|erase|delete|tint|insert|place|the |a |an |"
    r"his |her |its |their |my )\b)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(make|turn|change|remove|put|write|crop|rotate|flip|mirror|blur|replace|give|set|paint|convert|apply|"
    r"increase|decrease|reduce|boost|darken|brighten|sharpen|erase|delete|tint|at night|style|background)\b"
)
_GREENER = re.compile(
    r"\b(green|blu|red|pink|yellow|whit|black|brown|purpl|orang)(?:d|n|k|t)?er\b", re.IGNORECASE
)
_SHADES = (
    "dark",
    "deep",
    "light",
    "pale",
    "bright",
    "pastel",
    "neon",
    "hot",
    "vivid",
    "royal",
    "sky",
    "baby",
    "forest",
    "glossy",
    "matte",
    "metallic",
)
COLOUR = (
    rf"(?:(?:{'|'.join(_SHADES)})[ -])*(?:{'|'.join(sorted(COLOUR_WORDS, key=len, reverse=True))})"
)
"""A pattern for a colour with its shade: “dark blue”."""
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "some": 5,
    "few": 3,
    "several": 6,
    "many": 14,
    "couple": 2,
    "lots": 16,
}


def quoted(prompt: str) -> list[str]:
    """The texts in quotation marks."""
    return [next(part for part in found if part) for found in _QUOTES.findall(prompt)]


def clauses(prompt: str) -> list[str]:
    """The wishes of a prompt one by one, in small letters, without what it says shall stay.

    Quoted text is replaced by ``"#n"``, the number of the quotation.
    """
    count = iter(range(1000))
    text = _QUOTES.sub(lambda _: f'"#{next(count)}"', prompt)
    text = _GREENER.sub(_plainly, _KEPT.sub(" ", text))
    return _with_verbs(
        [part.strip().lower() for part in _CLAUSES.split(text) if part and part.strip()]
    )


def _plainly(found: re.Match[str]) -> str:
    """“greener” as “green”."""
    stem = found[1].lower()
    return stem + "e" if stem in ("blu", "purpl", "orang", "whit") else stem


def _with_verbs(parts: list[str]) -> list[str]:
    """“add a sun, two birds” means adding twice: what has no verb of its own takes the one before."""
    adding, whole = False, []
    for part in parts:
        adds = re.match(r"(please |also |now )*(add|put|draw|include|insert)\b", part) is not None
        bare = not adds and len(part.split()) <= 6 and not _VERB.search(part)
        whole.append(f"add {part}" if bare and adding else part)
        adding = adds or (adding and bare)
    return whole


def colour_in(text: str) -> tuple[int, int, int] | None:
    """The last colour a text names, with its shade, as bytes."""
    found = list(re.finditer(rf"\b{COLOUR}\b", text))
    code = re.search(r"#([0-9a-f]{6})\b", text)
    if code:
        return int(code[1][:2], 16), int(code[1][2:4], 16), int(code[1][4:], 16)
    if not found:
        return None
    words = re.split(r"[ -]", found[-1][0])
    red, green, blue = rgb_of(words[-1])
    if {"dark", "deep", "forest", "royal"} & set(words[:-1]):
        red, green, blue = (round(value * 0.55) for value in (red, green, blue))
    if {"light", "pale", "pastel", "baby", "sky"} & set(words[:-1]):
        red, green, blue = (round(value + (255 - value) * 0.5) for value in (red, green, blue))
    return red, green, blue


def amount(text: str, usual: float = 1.0) -> float:
    """How much of something is asked for: “a bit” less, “much” more; a percentage counts against 50."""
    share = re.search(r"(\d{1,3})\s*(?:%|percent)", text)
    if share:
        return min(int(share[1]), 200) / 50 * usual
    if re.search(
        r"\b(slight(ly)?|a (little|bit|touch)|subtl[ey]|somewhat|gently|soft(ly)?)\b", text
    ):
        return 0.5 * usual
    if re.search(
        r"\b(much|very|a lot|strong(ly)?|extreme(ly)?|dramatic(ally)?|heav(y|ily)|way|really|super)\b",
        text,
    ):
        return 1.7 * usual
    return usual


def number_in(text: str, usual: int = 1) -> int:
    """A count in words or figures, at most 40."""
    figures = re.search(r"\b(\d{1,3})\b(?!\s*(?:%|px|x|:|degree|°))", text)
    if figures:
        return max(min(int(figures[1]), 40), 1)
    for word, value in _NUMBERS.items():
        if value > 1 and re.search(rf"\b{word}\b", text):
            return value
    return usual


def spot_in(text: str) -> tuple[float, float] | None:
    """A place in the picture as shares of width and height (“top right corner”), or None."""
    x = (
        0.2
        if re.search(r"\bleft\b", text)
        else 0.8
        if re.search(r"\bright\b(?! (?:blue|green|red))", text)
        else None
    )
    y = (
        0.2
        if re.search(r"\b(top|upper|above)\b", text)
        else 0.8
        if re.search(r"\b(bottom|lower|below|ground|grass|floor|foreground)\b", text)
        else None
    )
    if re.search(r"\b(cent(er|re)|middle)\b", text):
        return x or 0.5, y or 0.5
    if x is None and y is None:
        return None
    return x if x is not None else 0.5, y if y is not None else 0.5
