"""An idea for the trade or the occasion somebody asks for: "what can you do for a jewellery shop?" """

import re

_ASKS_FOR = re.compile(
    r"\bfor (?P<whom>(?:my|our|an?) (?:[\w&'’-]{1,24} ){0,4}?[\w&'’-]{2,24}?)"
    r"(?:,? (?:please|pls|then|today))?[\s?!.]*$",
    re.I,
)
_NOBODY = re.compile(
    r"\b(?:living|start|beginner|while|moment|minute|second|change|fee|price|example|images?|pictures?|photos?|videos?|"
    r"films?|clips?|songs?|music|audio|voice|text|logos?|posters?|flyers?|drawings?|covers?|cards?|portraits?|one|job|"
    r"day|reason|tools?|thing|bit|lot)[\s?!.]*$",
    re.I,
)
_OWN = re.compile(
    r"\b(?:i['’]?m|i am|we['’]?re|we are|(?:i|we) (?:have|own|run|work|sell|teach)|my|our)\b", re.I
)
_IDEAS = (
    (r"jewel\w*|goldsmiths?|silversmiths?|rings|watchmakers?", "a silver ring on white marble"),
    (r"baker\w*|patisserie|pastr\w+|cakes?|confectioner\w*", "a loaf of bread on a wooden table in morning light"),
    (r"caf[eé]s?|coffee|tea ?(?:room|house|shop)s?|barista", "a cup of coffee on a wooden table in morning light"),
    (r"restaurants?|bistros?|pizzeria|diner|food truck|pubs?", "a poster for our summer menu"),
    (r"florists?|flowers?|garden cent(?:er|re)s?|gardeners?", "a bouquet of roses in a glass vase"),
    (r"hairdress\w+|salons?|barbers?|beauty|beautician", "a logo for my salon, gold on black"),
    (r"vets?|veterinar\w+|pets?|kennels?|dog groom\w+|animal shelter", "a puppy asleep in a basket"),
    (r"bands?|musicians?|singers?|dj|choirs?|orchestras?|music school", "an album cover with a moon over the sea"),
    (r"schools?|teachers?|kindergartens?|nurser(?:y|ies)|class(?:room)?", "a friendly owl with a book"),
    (r"yoga|gyms?|fitness|spa|wellness|meditation", "a quiet lake with mountains at sunrise"),
    (r"hotels?|guest ?houses?|estate agen\w+|holiday (?:home|flat)s?|b&b", "a white house by the sea at sunset"),
    (r"farms?|farmers?|vineyards?|winer(?:y|ies)|orchards?", "a farm on green hills in the morning"),
    (r"book ?(?:shop|store)s?|librar\w+|authors?|publishers?", "a poster for a reading night"),
    (r"car dealers?|garages?|car (?:wash|rental|hire)", "a red car on an empty coast road"),
    (r"travel agen\w+|tour\w*|hikers?|hiking", "a mountain hut at dusk"),
    (r"weddings?", "an invitation with white roses"),
    (r"birthdays?|parties|party", "a birthday card with balloons"),
)  # fmt: skip


def idea_for(text: str) -> str:
    """A wish that fits, in the words one can say it with, after whom it is for; empty where nobody is named."""
    asked = _ASKS_FOR.search(text)
    whom = asked["whom"] if asked and not _NOBODY.search(asked["whom"]) else ""
    said = whom or (text if _OWN.search(text) and not _NOBODY.search(text) else "")
    idea = next((one for words, one in _IDEAS if re.search(rf"\b(?:{words})\b", said, re.I)), "")
    if not idea and not whom:
        return ""
    idea = idea or f"a poster for {whom}"
    return f"For {whom}, try “{idea}”." if whom else f"Try “{idea}”."
