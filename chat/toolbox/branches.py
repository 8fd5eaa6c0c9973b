"""Prompts that vary: `{a|b|c}` gives version 0 the first branch, version 1 the second, and so on."""

import re

INNERMOST = re.compile(r"\{([^{}]*)\}")
WEIGHT = re.compile(r"^\s*\d+(\.\d+)?::")
CLAUSE_END = re.compile(r"[,.;:]\s|[,.;:]$")
LABEL_CHARS = 32
OPEN_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on"}
    | {"or", "over", "the", "to", "under", "with", "without"}
)


def expand(prompt: str, version: int) -> str:
    """The prompt of one version."""
    while match := INNERMOST.search(prompt):
        prompt = prompt[: match.start()] + _branch(match.group(1), version) + prompt[match.end() :]
    return " ".join(prompt.split())


def label(prompt: str, version: int) -> str:
    """A few words that tell this version from the others: its branch, or how the prompt begins."""
    match = INNERMOST.search(prompt)
    told = _branch(match.group(1), version) if match else prompt
    words = CLAUSE_END.split(told.strip(), maxsplit=1)[0].split()
    if len(" ".join(words)) > LABEL_CHARS:
        words = _whole_phrase(words)
    while len(words) > 1 and words[-1].lower() in OPEN_WORDS:
        words.pop()
    short = " ".join(words)
    return short[:1].upper() + short[1:LABEL_CHARS]


def _whole_phrase(words: list[str]) -> list[str]:
    """As many words as fit, without the phrase that was cut: "with a wide" says nothing."""
    while len(words) > 1 and len(" ".join(words)) > LABEL_CHARS:
        words = words[:-1]
    opens = [place for place, word in enumerate(words) if word.lower() in OPEN_WORDS]
    return words[: opens[-1]] if opens and opens[-1] > 1 else words


def _branch(group: str, version: int) -> str:
    options = group.lstrip("@~").split("|")
    return WEIGHT.sub("", options[version % len(options)]).strip()
