"""What later turns say in German, French, Spanish and Italian: "now as a video", "with a hat", "the title bigger".

`PHRASES` are read before the longer ones of first requests, `AMOUNTS` after them. `said_in` tells such a message from
an English one, `untranslated` what nobody here can put into English.
"""

import re

_FILM = r"(?:video|vidéo|vídeo|film|filmchen|clip|animation|animación|animazione)"
PHRASES = (
    (rf"\b(?:als|en|in|como|come|im|zum) (?:eine?n? |une? |una? )?{_FILM}\b(?! (?:de|von|di)\b)", "as a video"),
    (r"\b(?:jetzt|nun|maintenant|ahora|adesso)\b", "now"),
    (r"\bfüge? (?:bitte )?(?:noch )?(?=.{2,60} (?:hinzu|ein)\b)|\b(?:ajoute|ajoutez|rajoute|añade|agrega|"
     r"pon(?=(?: una?| un) )|"
     r"aggiungi|metti(?= una?\b| un\b))\b", "add"),
    (r"(?<=\w) hinzu\b", ""), (r"^(?:lieber|plutôt|mejor|piuttosto)\b", "rather"),
    (r"\b(?:das|den|die)?(?:selbe|gleiche)n?(?: nochmal)?\b(?= mit\b| i[nm]\b|,| aber\b|$)|\bla même chose\b|"
     r"\blo mismo\b|\blo stesso\b|\bla stessa cosa\b", "the same"),
    (r"\b(?:kleiner|plus petite?s?|más pequeñ[oa]s?|più piccol[oa])(?=$|[.,!]| (?:le|la|el|il|bitte)\b)", "smaller"),
    (r"\b(?:stattdessen|statt dessen|à la place|en su lugar|en vez de eso|invece)\b", "instead"),
    (r"\b(?:das|die|der|den) dritten?\b|\bl[ea] troisième\b|\b(?:el|la) tercer[oa]?\b|\b(?:il|la) terz[oa]\b",
     "the third"),
    (r"\b(?:das|die|der|den) letzten?\b|\bl[ea] derni(?:er|ère)\b|\b(?:el|la) últim[oa]\b|\bl['’]ultim[oa]\b",
     "the last"),
    (r"\b(?:das|die|der|den) linken?\b|\bcel(?:ui|le) de gauche\b|\b(?:el|la) de la izquierda\b", "the left one"),
    (r"\b(?:das|die|der|den) rechten?\b|\bcel(?:ui|le) de droite\b|\b(?:el|la) de la derecha\b", "the right one"),
    (r"\bnoch (?=eine?n?\b)", ""), (r"\bau bord d(?:e la|e l['’]|u|e)\b", "by the"),
    (r"^(ajoute|ajoutez|rajoute) (?:des|de la|du)\b", "add"),
    (r"\b(?:bei nacht|nachts|de nuit|la nuit|de noche|di notte)\b", "at night"),
    (r"\b(?:al atardecer|au coucher du soleil|bei sonnenuntergang|al tramonto)\b", "at sunset"),
    (r"\b(?:bunter|plus coloré[es]*|más colorid[oa]|più colorat[oa])\b", "more colourful"),
    (r"\b(?:einfacher|schlichter|plus simple|más sencill[oa]|più semplice)\b", "simpler"),
)  # fmt: skip
AMOUNTS = (  # read last: "más oscuro" is darker
    (r"\b(?:mehr|plus de|plus d['’]|más|più)(?= [\w]+(?:$|[.,!]))", "more"),
    (r"\b(?:weniger|moins de|moins d['’]|menos|meno)(?= [\w]+(?:$|[.,!]))", "less"),
)
_GREETING = re.compile(
    r"^(?:bonjour|bonsoir|salut|coucou|hallo|guten (?:tag|morgen|abend)|moin(?: moin)?|servus|grüezi|grüß (?:gott|"
    r"dich)|"
    r"hola|buen[oa]s? (?:días|dias|tardes|noches)|ciao|buongiorno|buonasera|salve)"
    r"(?: (?:zusammen|à tous|a todos|a tutti))?[\s,.!:-]{1,3}(?=\w)",
    re.I,
)
_CLEARLY = re.compile(  # one of these words alone tells the tongue
    rf"^(?:et |und |y |e )?(?:en|als|como|come) {_FILM}\b|\b(?:ajoutez?|rajoute|añade|agrega|aggiungi|jetzt|"
    rf"maintenant|ahora|"
    r"adesso|stattdessen|la même chose|lo mismo|lo stesso|größere?[nrs]?|kleiner|plus petite?s?|más|più)\b",
    re.I,
)
_LINK_WORDS = """
mit ohne und aber ein eine einen einem einer das dem den auf für von im zur zum bitte noch jetzt nicht ist ich mir als
avec sans et mais une un en le les des du dans sur pour je voudrais est plus
con sin pero los las una el del para por muy más y
senza il lo gli nel della di che più
"""
_LINKS = frozenset(_LINK_WORDS.split())
_ENGLISH_WORDS = """
a an the with of in on at and to for from by it is make my this that i you he she his her can please more as but
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")
_MOVED_ROUND = re.compile(  # "bigger the title"
    r"^((?:much |more )?\w+(?:er)?) (the (?:title|text|letters|background|sky|name))$", re.I
)
ENGLISH_PLEASE = (
    "I follow English best; of German, French, Spanish and Italian I know plain wishes only. Please put it in "
    "English, or more simply."
)


def ungreeted(text: str) -> str:
    """The text without a greeting of another tongue before the wish."""
    return _GREETING.sub("", text)


def said_in(text: str) -> bool:
    """Whether a message is said in one of these tongues: by their small words, with none of English beside them.

    One of them at the end leads to nothing: "a wolf den" is English.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    told = any(word in _LINKS for word in words[:-1]) or bool(_CLEARLY.search(text))
    return told and not any(word in _ENGLISH for word in words)


def untranslated(text: str) -> bool:
    """Whether words that were to be put into English are still in one of these tongues, beyond the name of a town."""
    words = {word.lower() for word in _WORD.findall(text)}
    return len(words & _LINKS) > 1 and not words & _ENGLISH


def in_order(text: str) -> str:
    """An English text whose words stand in the order of another tongue, put right."""
    return _MOVED_ROUND.sub(r"\2 \1", text)
