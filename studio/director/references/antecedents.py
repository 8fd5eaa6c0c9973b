"""What "one" stands for: "she loves lighthouses. Can you draw one for her?" """

import re

from studio.director.plan import Scene

_ONE = re.compile(
    r"^(?:one|some|another(?: one)?|one more)(?: (?:for|to) (?:my |our |the )?[\w'-]+)?"
    r"(?:,? (?:(?:of|showing) (?P<told>[^.]+)|(?P<with>(?:with|in|at|on) [^.]+)))?(?:\. (?s:.*))?$",
    re.I,
)
_UNTIL = (
    r"(?:(?!(?:and|or|but|so|who|which|that|to|in|on|at|for|from|with|of|since|because|when|it|this|you|me|us|them|"
    r"her|him|everything|nothing|how|what|too|very|much|most|now|today|yesterday|already)\b)[\w'-]{2,24})"
)
_THING = re.compile(  # what somebody is fond of, has got or would like
    r"\b(?:(?:love|like|adore|collect|want|need|wish(?:es)? for|miss(?:es)?)s?|loved|(?:is|['’]s) (?:crazy|mad|nuts) "
    r"about|into|fan of|obsessed with|fond of|favou?rite (?:[\w-]{1,24} )?(?:is|are)|got|has|bought|adopted|owns)\s"
    r"(?:(?:an?|the|her|his|their|my|our|all|all the|new|a new|some|two|three)\s){0,2}"
    rf"({_UNTIL}(?: {_UNTIL})?)",
    re.I,
)
_MOST_TEXTS = 3


def stands_for_one(subject: str) -> bool:
    """Whether a subject is only "one", whoever it is for."""
    return bool(_ONE.match(subject))


def one_of(subject: str, scene: Scene) -> str:
    """The thing "one" stands for: as it is told with it, else what was spoken of, or shown, last; empty for neither."""
    told = _ONE.match(subject)
    if told and told["told"]:
        return told["told"]
    thing = _spoken_of(scene)
    return f"{thing}, {told['with']}" if thing and told and told["with"] else thing


def _spoken_of(scene: Scene) -> str:
    """The thing somebody is fond of or has got, in their last words; else what the newest picture shows."""
    for text in (scene.turn.said, *reversed(scene.turn.earlier))[:_MOST_TEXTS]:
        found = _THING.search(text)
        if found:
            return _single(found.group(1).lower())
    shown = scene.now("image")
    return shown[-1].prompt if shown else ""


def _single(thing: str) -> str:
    """One of them: "lighthouses" as "a lighthouse"."""
    if re.search(r"(?:[^aeiou]ies)$", thing):
        thing = f"{thing[:-3]}y"
    elif re.search(r"(?:x|ch|sh|ss)es$", thing):
        thing = thing[:-2]
    elif thing.endswith("s") and not thing.endswith(("ss", "us", "is")):
        thing = thing[:-1]
    return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"
