"""Whether a request is answered in words alone, and with which."""

import re

from studio.director.language.clauses import clause_of
from studio.director.language.identity import IDENTITY
from studio.director.language.questions_aside import asks_what_is_needed
from studio.director.language.viewpoints import asks_for_a_side
from studio.director.language.vocabulary import EDGES
from studio.director.reading import Turn
from studio.director.talking.abilities import ABILITY, NO_ANSWER, ability, unanswerable
from studio.director.talking.announcing import spoken_back
from studio.director.talking.facts import COST, facts_of, listed, money
from studio.director.talking.limits import limit_of
from studio.director.talking.names import names_for
from studio.director.talking.policy import refusal_for
from studio.director.talking.sights import told, told_at_last
from studio.director.talking.small_talk import chat, pleasantry, settled
from studio.director.talking.trades import idea_for
from studio.director.talking.uses import use_of

LOCAL = (
    "This is the local studio. It makes real files with ordinary signal and image processing; no AI model is "
    "involved. I am a rule-based stand-in for the language model: I follow plain requests."
)

_RUNS_ON = re.compile(
    r"^(?:what|which) (?:ai |language |image |video )?(?:models?|llm|engine) (?:do you|are you|is this|does this)\b",
    re.I,
)

NOTHING = "All right, nothing is started. Say what you would like when you are ready."

_STOP = re.compile(
    r"^(no|nope|nah|no,? thanks?|no thank you|stop(?: it| that)?|cancel(?: it| that)?|never ?mind|forget (?:it|"
    r"that)|nothing|draw nothing|wait|hold on|not now|not yet|"
    r"nein|non|nicht|danke,? nein)$"
    r"|^(please )?(don't|do not|dont)\b.{0,20}\b(anything|something|yet|it)( yet| now)?$",
    re.I,
)


def talk_for(turn: Turn) -> str:
    """The words-only answer to a request; empty when there is something to make."""
    text = turn.text.strip(EDGES)
    refusal = refusal_for(turn.said) or refusal_for(text)
    if refusal:
        return refusal
    plain = clause_of(text).text.strip(EDGES)
    if IDENTITY.search(text) or _RUNS_ON.match(text):
        return LOCAL
    if _STOP.match(text) or _STOP.match(plain):
        return NOTHING
    if COST.search(text):
        return money(turn)
    if named := names_for(text):
        return named
    if asks_for_a_side(text) and turn.of_kind("image"):
        return ""
    seen = told(turn, plain)
    if seen:
        return seen
    if ABILITY.search(text) and not re.search(r"\bhelp me (?:\w+ ){1,}", text, re.I):
        return ability(turn.tools, spoken_back(idea_for(text)))
    if asks_what_is_needed(text):
        return ""  # asked back, with the plan
    return (
        settled(turn, plain)
        or pleasantry(text, turn)
        or chat(text, turn)
        or limit_of(turn, text)
        or use_of(turn, text)
        or listed(turn, text)
        or facts_of(turn, text)
        or _at_last(turn, plain)
    )


def _at_last(turn: Turn, text: str) -> str:
    words = unanswerable(turn, text)
    return (words.startswith(NO_ANSWER) and told_at_last(turn)) or words
