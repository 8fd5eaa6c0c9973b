"""Which of several versions a seed stands for, so that the seed alone makes that version again.

The versions of one order share their first seed; what tells them apart is a number from 0 to 15, which stands in four
bits of the seed that each is told.
"""

FRESH = 2**27
"""Seeds drawn afresh are below this: those of first versions."""
_MOST = 16


def seed_of(first: int, number: int) -> int:
    """The seed of a version, counted from the one whose seed is `first`; `number` is from 0 to 15.

    Behind the last number they go on with the one below the first's: numbers without a gap have each a branch of
    their own in any group of a dynamic prompt, which those beyond a gap would not.
    """
    base, variation = parted(first)
    after = variation + number
    return base + (after if after < _MOST else _MOST - 1 - number) * FRESH


def parted(seed: int) -> tuple[int, int]:
    """What a version is made from: the seed it shares with the others, and its number."""
    variation = seed // FRESH % _MOST
    return seed - variation * FRESH, variation
