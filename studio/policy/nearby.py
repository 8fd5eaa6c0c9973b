"""Words that are said soon after one another."""

import re
from bisect import bisect_left

FAR = 300
"""Characters between two words that belong together."""
Pair = tuple[re.Pattern[str], re.Pattern[str]]


def follows(pair: Pair, text: str) -> bool:
    """Whether the second is said soon after the first. One look at each, however often they are said."""
    one, other = pair
    begins = [found.start() for found in other.finditer(text)]
    for found in one.finditer(text) if begins else ():
        place = bisect_left(begins, found.end())
        if place < len(begins) and begins[place] - found.end() <= FAR:
            return True
    return False
