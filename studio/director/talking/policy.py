"""How the director declines, and what it says to somebody in despair."""

import re

from studio.policy import forbids

DECLINED = "I will not make that. Ask for something else and I will start at once."
CARE = (
    "I am sorry it is that heavy. I am only a studio program; please talk to someone you trust, or call your local "
    "emergency number or a crisis line now. In many countries 112, 911 or 988 answers at any hour."
)
_DESPAIR = re.compile(
    r"\b(?:i (?:want|am going|'m going|plan|wish) to (?:die(?! (?:of (?:laugh\w*|cute\w*|"
    r"embarrass\w*|shame|happiness|joy|boredom)|laughing)\b)|kill myself|end (?:it all|my life))|i(?:'m| am) "
    r"suicidal|how (?:do|can) i kill myself|kill myself)\b",
    re.I,
)


def refusal_for(text: str) -> str:
    """The answer to what is not made; empty for all else."""
    if _DESPAIR.search(text):
        return CARE
    return DECLINED if forbids(text) else ""
