"""Declined: instructions for harm, to others or to oneself, and programs that do it."""

from studio.policy.words import Said, Sentences, Words, any_of

_WEAPONS = """bomb, bombs, explosive, explosives, nerve agent, nerve agents, nerve gas, mustard gas, chlorine gas,
    sarin, meth, methamphetamine, napalm, ricin, anthrax, chemical weapon, chemical weapons, biological weapon,
    biological weapons, ghost gun, ghost guns, silencer, silencers, molotov*, grenade, grenades, nitroglycerin*,
    semtex, thermite"""
_MADE = "tnt, fentanyl, heroin, cocaine, crack cocaine, lsd, mdma, ecstasy, cyanide, poison gas"
"""Harmful when somebody makes it; else a song, a game and the news."""
_HARMLESS_BOMBS = (
    "smoke, bath, glitter, photo, seed, water, chocolate, cocoa, cherry, paint, stink, snow"
)
_PROGRAMS = "ransomware, malware, keylogger, keyloggers, computer virus*, phishing, spyware, botnet, botnets"
_HOW = r"(?:how (?:to|2)|how (?:do|can|would) (?:i|you|one|we))"
_TAUGHT = (
    rf"(?:{_HOW}|instructions?|step by step|recipe|guide|tutorial|infographic|diagrams?|blueprints?|schematics?|"
    r"teach me|explain)"
)
_HARMLESS_AIM = (
    r"(?! (?:to )?(?:survive|defuse|disarm|spot|recogni[sz]e|report|detect|draw|paint|sketch|spell|knit|crochet|"
    r"photograph|animate|sing|pronounce|hide from|shelter)\b)"
)
"""What somebody may well learn to do with a bomb."""
_WARDED_OFF = (
    r"\b(?:spot|recogni[sz]|detect|prevent|protect|defend|guard|report|remov|avoid(?! (?:detect|being))|against|"
    r"aware)"
)
_STOPPED = r"\b(?:stop|avoid|without|prevent|instead|keep from|not|never|help|recover)"
_WEAPON = "".join(f"(?<!{one} )" for one in _HARMLESS_BOMBS.split(", ")) + any_of(_WEAPONS)
_ABOUT_WEAPONS = (
    r"(?! (?:cocktail (?:themed|glass|label)|vaccin\w*|awareness|safety|disposal|squads?|shelters?|detect\w*|"
    r"cyclones?|survivors?|victims?|(?:pizza|burger|cakes?|cookies?|brownies?|desserts?|tacos?|sauce|dip|party|outfit)"
    r"(?! (?:that|which|to|with|and|for|at|in)\b)))"
)
_MAKING = r"(?:build|mak|print|assembl)\w*"
_ARTICLE = r"(?:me |us |some |a |an |new |my |your |the |working |simple |undetectable |real |own |piece of )*"
_ABOUT_PROGRAMS = (
    r"(?! (?:aware\w*|protect\w*|defen[cs]e|prevent\w*|training|poster|quiz|song|blog|article|report|warning|guide|"
    r"infographic|character|cartoon|monster|logo|icon|costume|scanner|detect\w*|removal|film|movie|story|game))"
)

_RULES = (
    Sentences(
        Words(_WEAPONS), rf"\b{_TAUGHT}\b{_HARMLESS_AIM}.{{0,60}}\b{_WEAPON}\b{_ABOUT_WEAPONS}"
    ),
    Sentences(
        Words(_PROGRAMS), rf"\b{_TAUGHT}\b(?:(?!{_WARDED_OFF}).){{0,60}}\b{any_of(_PROGRAMS)}\b"
    ),
    Sentences(
        Words("poison, kill, hack into, make a gun, build a gun, print a gun, hide a body"),
        rf"\b(?:{_HOW}|instructions?|recipe|guide)\b.{{0,40}}\b(?:poison (?:someone|my|a person|people)|"
        r"kill (?:someone|my (?!weeds|lawn|grass|ants|darlings)|a person|people|him|her)|hack into|make a gun|"
        r"build a gun|3d[- ]print a gun|hide a body)\b",
    ),
    Sentences(
        Words("yourself, myself, oneself"),
        rf"\b(?:{_HOW}|instructions?|recipe|guide|teach me)\b(?:(?!{_STOPPED}).){{0,40}}\b"
        r"(?:cut(?:ting)?|hurt(?:ing)?|harm(?:ing)?|starv(?:e|ing)|hang(?:ing)?|kill(?:ing)?|burn(?:ing)?) "
        r"(?:yourself|myself|oneself)\b(?! (?:up|some|down|a (?:slice|fringe)|bangs|out))",
    ),
    Sentences(
        Words(_MADE),
        rf"\b{_TAUGHT}\b.{{0,12}}\b(?:mak|cook|synthesi[sz]|produc|brew|mix|build|prepar)\w* "
        rf"{_ARTICLE}{any_of(_MADE)}\b",
    ),
    Sentences(
        Words("gun, guns, firearm, firearms, silencer, silencers"),
        rf"\b{_MAKING}\b.{{0,12}}\b(?:gun|firearm|silencer)s?\b.{{0,30}}\b(?:at home|untraceable|undetect\w*)\b",
    ),
    Sentences(
        Words("bomb, explosives, nerve, meth"),
        r"\b(?:build|make|making|building|cooking|cook|synthesi[sz]\w+)\b.{0,12}\b(?:a )?(?:pipe bomb|bomb at home|"
        r"explosives|nerve agent|nerve gas|meth)\b",
    ),
    Sentences(
        Words(_PROGRAMS),
        rf"\b(?:write|code|program|create|build|develop|generate|make) {_ARTICLE}{any_of(_PROGRAMS)}\b"
        rf"{_ABOUT_PROGRAMS}",
    ),
)


def teaches_harm(said: Said) -> bool:
    """Whether it asks how weapons, poisons or harmful programs are made, or how somebody is hurt."""
    return any(one.said_in(said) for one in _RULES)
