"""Prompts that vary: `{a|b|c}` gives version 0 the first branch, version 1 the second, and so on."""

import re

INNERMOST = re.compile(r"\{([^{}]*)\}")
WEIGHT = re.compile(r"^\s*\d+(\.\d+)?::")


def expand(prompt: str, version: int) -> str:
    """The prompt of one version."""
    while match := INNERMOST.search(prompt):
        prompt = prompt[: match.start()] + _branch(match.group(1), version) + prompt[match.end() :]
    return " ".join(prompt.split())


def label(prompt: str, version: int) -> str:
    """A few words that tell this version from the others: its branch, or how the prompt begins."""
    match = INNERMOST.search(prompt)
    words = (_branch(match.group(1), version) if match else prompt).split()
    short = " ".join(words[:4]).strip(" ,.;:")
    return short[:1].upper() + short[1:40]


def _branch(group: str, version: int) -> str:
    options = group.lstrip("@~").split("|")
    return WEIGHT.sub("", options[version % len(options)]).strip()
