"""Dynamic prompts: `{a|b|c}` gives each variation its own branch."""

import re

_BRANCHES = re.compile(r"\{([^{}]*\|[^{}]*)\}")
_WEIGHT = re.compile(r"^\s*\d+(?:\.\d+)?::")


def expand_prompt(prompt: str, variation: int, seed: int) -> str:
    """The prompt of one variation: every `{a|b|c}` becomes branch `variation` mod the number of branches.

    A group that opens with `~` starts at a place the seed decides; one that opens with `@` reads in order, as a
    plain group does. Inner groups are resolved first; braces without a bar stay as they are. Calling it again
    with its own result changes nothing.
    """

    def choose(match: re.Match[str]) -> str:
        body = match.group(1)
        start = seed if body.startswith("~") else 0
        branches = body.lstrip("~@").split("|")
        branch = branches[(start + variation) % len(branches)]
        return _WEIGHT.sub("", branch).strip()

    for _ in range(12):
        expanded = _BRANCHES.sub(choose, prompt)
        if expanded == prompt:
            break
        prompt = expanded
    return prompt
