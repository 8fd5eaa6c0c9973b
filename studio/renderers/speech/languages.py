"""Which language a text is in, and which of the engine's voices reads it."""

import re
from collections import Counter

from studio.renderers.api import RenderError

ENGINE = {
    "english": "en-us", "chinese": "cmn", "japanese": "ja", "korean": "ko", "german": "de", "french": "fr",
    "russian": "ru", "portuguese": "pt-br", "spanish": "es", "italian": "it",
}  # fmt: skip
_CODES = {
    "en": "english", "zh": "chinese", "ja": "japanese", "ko": "korean", "de": "german", "fr": "french",
    "ru": "russian", "pt": "portuguese", "es": "spanish", "it": "italian",
}  # fmt: skip
_HANGUL, _KANA, _HAN, _CYRILLIC = (
    re.compile(f"[{span}]")
    for span in ("\uac00-\ud7af", "\u3040-\u30ff", "\u4e00-\u9fff", "\u0400-\u04ff")
)
_COMMON = {
    "english": "the and of to is in that it you for was with are this have not on be at we they from will what",
    "german": "der die das und ist nicht ein eine ich du wir sie mit auf für von den dem zu im es auch wie war",
    "french": "le la les et est un une des que qui dans pour pas vous nous sur avec ce il elle je ne du au sont",
    "spanish": "el la los las y es un una que de en por para con no se su del lo como está más pero muy son",
    "italian": "il la le gli e è un una che di in per non con si del della sono come più ma anche questo lo ho",
    "portuguese": "o a os as e é um uma que de em por para com não se do da no na mais mas como você são ao foi",
}
_LISTS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_MARKS = {
    "german": "äöüß",
    "french": "çêœàèù",
    "spanish": "ñ¿¡",
    "portuguese": "ãõ",
    "italian": "ìò",
}


def language_of(text: str, asked: str) -> str:
    """The language asked for by name or code; for "auto" (or none) the one the text seems to be in."""
    wanted = asked.strip().lower()
    wanted = _CODES.get(wanted[:2], wanted) if len(wanted) <= 5 and wanted not in ENGINE else wanted
    if wanted in ENGINE:
        return wanted
    if wanted not in ("", "auto"):
        raise RenderError(
            f"This studio does not speak {asked}. It speaks {', '.join(sorted(ENGINE))}."
        )
    for script, language in (
        (_KANA, "japanese"),
        (_HANGUL, "korean"),
        (_HAN, "chinese"),
        (_CYRILLIC, "russian"),
    ):
        if script.search(text):
            return language
    words = re.findall(r"[^\W\d_]+", text.lower())
    scores = Counter(
        {language: sum(word in common for word in words) for language, common in _LISTS.items()}
    )
    for language, marks in _MARKS.items():
        scores[language] += 2 * sum(text.lower().count(mark) for mark in marks)
    best, points = scores.most_common(1)[0]
    return best if points > scores["english"] else "english"


def readable(text: str, language: str) -> None:
    """RenderError where the engine would spell characters instead of reading them."""
    if language == "japanese" and _HAN.search(text):
        raise RenderError(
            "This studio reads Japanese in kana only; please write the kanji in hiragana."
        )
