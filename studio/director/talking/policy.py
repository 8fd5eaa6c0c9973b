"""How the director declines, and what it says to somebody in despair."""

import re

from studio.policy import Ground, ground_against

_GROUNDS = {
    Ground.MINORS: "nothing indecent with minors is made here",
    Ground.REAL_PEOPLE: "nobody is undressed, humiliated or deceived with what is made here",
    Ground.HARM: "how to do harm is not told here",
    Ground.VIOLENCE: "nothing that calls for violence is made here",
    Ground.OTHER: "the rules of this studio keep me from it",
}
DECLINED = {
    ground: f"I will not make that: {reason}. Ask for something else and I will start at once."
    for ground, reason in _GROUNDS.items()
}
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
    ground = ground_against(text)
    return DECLINED[ground] if ground else ""
