"""How many renders a call makes, and from which seed: the one asked for, else one drawn afresh."""

import secrets

from studio.renderers.versions import FRESH, parted, seed_of
from studio.safe_json import is_number
from studio.tools.api import Arguments

MOST_VARIATIONS = 16


def first_seed(arguments: Arguments) -> int:
    """`seed` when it is a whole number from 0 up, else a random one."""
    asked = arguments.get("seed")
    if is_number(asked) and asked >= 0:
        return int(asked)
    return secrets.randbelow(FRESH)


def count_of(arguments: Arguments) -> int:
    """numberOfVariations, 1 without it."""
    return min(max(int(arguments.get("numberOfVariations") or 1), 1), MOST_VARIATIONS)


def versions(arguments: Arguments, count: int | None = None) -> list[tuple[int, int]]:
    """Seed and number of each version of a call, `count` of them or as many as it asks for."""
    first, wanted = first_seed(arguments), count_of(arguments) if count is None else count
    return [parted(seed_of(first, number)) for number in range(wanted)]
