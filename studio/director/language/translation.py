"""Plain requests in a few other languages, word by word into English; what is not known stays as it was said."""

import re

from studio.director.language.foreign_follow_ups import (
    AMOUNTS,
    PHRASES,
    in_order,
    said_in,
    ungreeted,
)
from studio.director.language.foreign_wishes import whole_wish
from studio.director.language.foreign_words import FOREIGN_WORDS
from studio.director.language.identity import IDENTITY

_OPEN, _CLOSE = "\u2986", "\u2987"  # round what is in English already
_PICTURE = (
    r"\b(ein|eines|une?|una?) (bild|foto|zeichnung|image|dessin|imagen|dibujo|immagine|disegno)\b"
)
_MEDIUM = (
    r"(?:bild|foto|photo|video|vidéo|film|clip|lied|song|musik|image|imagen|dibujo|immagine|chanson|canción|canzone|"
    r"dessin|musique|música|musica)"
)
_NUMBERS = {
    word: number
    for number, words in {
        "two": "zwei deux dos due", "three": "drei trois tres tre", "four": "vier quatre cuatro quattro",
        "five": "fünf cinq cinco cinque", "six": "sechs six seis sei", "seven": "sieben sept siete sette",
        "eight": "acht huit ocho otto", "nine": "neun neuf nueve nove", "ten": "zehn dix diez dieci",
    }.items()
    for word in words.split()
}  # fmt: skip
_SEVERAL = {  # what is counted, as the nouns of each tongue; "three pictures of"
    "pictures": r"(?:bilder|fotos|zeichnungen|images|photos|dessins|imágenes|dibujos|immagini|disegni)",
    "videos": r"(?:videos|vidéos|filme|films|vídeos|video|clips)",
    "songs": r"(?:lieder|chansons|canciones|canzoni)",
    "versions": r"(?:varianten|versionen|variantes|versiones|versioni)",
}
_AN, _SONG = r"(?:eine?|une?|una?)", r"(?:lied|song|chanson|canción|canzone)"
_OF = r"(?:\s(?:von|de|di|du|des|eines|einer)\b|\s?d['’])"
_PHRASES = (
    *PHRASES,
    *(
        (rf"\b{word}\s{nouns}\b{of}", f"{number} {noun}{' of' if of else ''}")
        for noun, nouns in _SEVERAL.items()
        for of in (_OF, "")
        for word, number in _NUMBERS.items()
    ),
    (rf"\b{_AN} {_SONG} (?:über|sur|sobre|su|sull['’])(?!\w)", "a song about"),
    (rf"\b{_AN} {_SONG} (\w+) (?:über|sur|sobre|su|sull['’])(?!\w)", rf"a{_CLOSE} \1 {_OPEN}song about"),
    (rf"\b{_AN} (\w+) {_SONG} (?:über|sur|sobre|su|sull['’])(?!\w)", rf"a{_CLOSE} \1 {_OPEN}song about"),
    (r"^(?:er|sie|es) soll(?:te)? (.{2,60}?) (?:halten|tragen|haben|bekommen)$", rf"give it{_CLOSE} \1{_OPEN}"),
    (r"^(?:ponles?|mets[- ]lui|gib (?:ihm|ihr)|dagli|mettigli|añádele)\b", "give it"),
    (rf"\b{_AN} {_SONG}\b", "a song"),
    (r"\b(?:auf|en|in) (?:schwarz[- ]?weiß|noir et blanc|blanco y negro|bianco e nero)\b|\bschwarz[- ]?weiß\b|"
     r"\bnoir et blanc\b|\bblanco y negro\b|\bbianco e nero\b", "in black and white"),
    (r"\bgib ihr\b", "give her"), (r"\bgib ihm\b", "give him"), (r"\b(varianten|versionen) davon\b", "versions of it"),
    (r"\bdavon\b", "of it"),
    (r"\b(etwas |ein bisschen )?länger\b", "longer"), (r"\b(etwas |ein bisschen )?kürzer\b", "shorter"),
    (r"\blangsamer\b", "slower"), (r"\bschneller\b", "faster"), (r"\bwärmer\b", "warmer"), (r"\bbitte\b", "please"),
    (r"\b(ich (möchte|will|hätte gerne?|brauche|wünsche mir)|je (voudrais|veux|souhaite)|j['’]aimerais|quiero|"
     r"quisiera|me gustaría|necesito|vorrei|voglio)\b", "i want"),
    (r"\b((kannst|könntest|würdest) du|(können|könnten) sie|(peux|pourrais)[- ]tu|pouvez[- ]vous|puedes|podrías|"
     r"puoi|potresti)\b(\s(mir|uns|bitte|me|mi))*", "can you"),
    (r"\b(svp|stp)\b", "please"),
    (r"\b(hazl[oa]|(mach|mache) (es|sie|ihn)|rends-l[ea]|fall[oa]|rendil[oa])\b", "make it"),
    (r"\b(más oscur[oa]|plus (sombre|foncée?)|più scur[oa]|dunkler)\b", "darker"),
    (r"\b(más clar[oa]|plus (claire?|lumineu(x|se))|più chiar[oa]|heller)\b", "brighter"),
    (r"\b(más grande|plus grande?|più grande|größere?[nrs]?)\b", "bigger"),
    (r"\b(format |formato )?(carrée?|quadratisch\w*|cuadrad[oa]|quadrat[oa])\b", "square"),
    (r"\b(im |en |in )?(hochformat|format vertical|formato verticale?|format portrait)\b", "vertical"),
    (r"\b(im |en |in )?(querformat|format paysage|formato (horizontal|orizzontale))\b", "horizontal"),
    (r"\b(por favor|per favore|s['’]il (te|vous) pla[iî]t)\b", "please"),
    (r"\s(machen|zeichnen|malen|erstellen|zeigen)\s?(?=[?.!]|$)", ""),
    (r"\b(haz|fais) que\b|\bfais(?=\s\w{4,9}r\b)|\bfai(?=\s\w{4,9}re\b)|"
     r"(?<![\w ])lass(?= (?:den|die|das|es|ihn|sie|meine?n?|unsere?n?)\b)", "make"),
    (r"\b(mach|mache|erstelle|erzeuge|zeig|zeige|gib|zeichne|(?<![\w ])male|mal)\b(\s(mir|uns|bitte))*", "make"),
    (r"\b(fais|dessine|crée|montre|génère|peins)(-moi)?\b(\smoi)?", "make"),
    (r"\b(haz|hazme|dibuja|dibújame|crea|muestra|pinta)\b(\sme)?", "make"),
    (r"\b(fammi|disegna|crea|mostrami|dipingi)\b", "make"),
    (r"\b(сделай|нарисуй|покажи|создай)\b", "make"),
    (r"\bmusik-?\s?video\b|\bclip (vidéo|video)\b|\bvid[eé]o musicale?\b|\bmusikclip\b", "music video"),
    (r"\b(animiere|animez|оживи)\b|^anim[ea]\b(?=\s(l[aeo]s?\b|l.|cett?e?\b|ça|est[aeo]\b|quest[aoe]\b|mon\b|ma\b|"
     r"mi\b|il\b))", "animate"),
    (r"\b(entfern(e|en)|lösch(e|en)|supprime|enlève|quita|elimina|rimuovi)\b", "remove"),
    (r"\b(vergrößer(e|n)|agrandis|amplía|ingrandisci)\b", "enlarge"),
    (r"\b(hintergrund|arrière-plan|fondo|sfondo)\b", "background"),
    (r"\b(noch ?mals?|noch einmal|encore une fois|otra vez|de nuevo|di nuovo)\b", "again"),
    (r"\b(aber|mais|pero)\b", "but"),
    (r"\b(untertiteln?|sous-titres|subtítulos|sottotitoli)\b", "subtitles"),
    (r"\b(sekunden?|secondes?|segundos?|secondi)\b(?<!segundo)", "seconds"),
    (r"\b(länger|plus long(ue)?|más larg[oa]|più lung[oa])\b", "longer"),
    (_PICTURE + r"(?:\s(?:von|de|di|du|des)\b|\sd['’])", "a picture of"),
    (_PICTURE, "a picture"),
    (r"картинк[уаи]", "a picture of"),
    (r"\b(ein|eines|une?|una?) (vid[eé]o|film)\b(?:\s(?:von|de|di)\b|\sd['’])", "a video of"),
    (r"\bmusik\b|\bmusique\b|\bmúsica\b|\bmusica\b", "music"),
    # a picture with an adjective before it stays whole, for "lustiges" is in no list
    (r"(?:(?<=dieses )|(?<=diesem )|(?<=diesen )|(?<![^\W\d_]es )(?<![^\W\d_]en )(?<![^\W\d_]er ))"
     r"\b(bild|bilder|imagen|imágenes|immagine|immagini|dessins?|dibujos?)\b", "picture"),
    (r"\b(varianten|versionen|variantes|versiones|versioni)\b(\s(eines|einer|von|de|di|du))?", "versions of"),
    (r"\b(diesem|dieses|diesen|dieser|cette|cet|ce|esta|este|questa|questo|meinem|mi|ma|mon|mia)\b(?=\s?(?:$|"
        r"[.,!?]|\u2986|"
     + _MEDIUM + r"))", "this"),
    (r"\b(das|ça|ceci|esto|lo)\s?(?=$|[.!]|\u2986)", "this"),
    (r"\b(lied|song|chanson|canción|canzone)\b", "song"),
    (r"\b(dann|danach|ensuite|puis|luego|después|poi)\b", "then"),
    (r"\b(das|die|den|the) zweite\b|\bla (deuxième|seconde|segunda|seconda)\b|\ble (deuxième|"
    r"second)\b", "the second"),
    (r"\b(das|die|den) erste\b|\bla (première|primera|prima)\b|\ble premier\b", "the first"),
    *AMOUNTS,
)  # fmt: skip
_MOVES = {  # what something is made to do, as each tongue says it after "make"
    verb: english
    for english, verbs in {
        "run": "corra courir coure correre corra rennen laufen", "jump": "salte sauter saute saltare salti springen",
        "dance": "baile danser danse ballare balli tanzen", "walk": "camine marcher marche camminare cammini gehen",
        "fly": "vuele voler vole volare voli fliegen", "swim": "nade nager nage nuotare nuoti schwimmen",
        "smile": "sonría sonria sourire sourie sorridere sorrida lächeln", "sing": "cante chanter chante cantare canti "
        "singen", "wave": "salude saluer salue salutare saluti winken", "speak": "hable parler parle parlare parli "
        "sprechen", "blink": "parpadee cligner blinzeln", "turn": "gire tourner tourne girare giri drehen",
        "sleep": "duerma dormir dorme dormire dorma schlafen", "move": "mueva bouger bouge muoversi muova bewegen",
        "laugh": "ría rire ridere rida lachen",
    }.items()
    for verb in verbs.split()
}  # fmt: skip
_MADE_TO = re.compile(  # "make run the fox"
    rf"\bmake ({'|'.join(sorted(set(_MOVES.values())))}) ((?:the|my|this|a|an) [\w-]+)\b"
)
_ITSELF = re.compile(
    rf"\bmake (?=(?:{'|'.join(sorted(set(_MOVES.values())))})\b(?! (?:the|my|this|an?)\b))"
)
_INFINITIVES = {  # an order of German ends in its verb: "das Bild vergrößern"
    "animieren": "animate", "hochskalieren": "upscale", "hochrechnen": "upscale", "vergrößern": "enlarge",
    "entfernen": "remove", "löschen": "remove", "verbessern": "improve", "schärfen": "sharpen",
    "restaurieren": "restore", "verlängern": "extend", "zusammenfügen": "join", "verbinden": "join",
    "ändern": "change", "verändern": "change", "drehen": "turn", "aufhellen": "brighten", "abdunkeln": "darken",
    "einfärben": "colour", "wiederholen": "repeat", "bewegen": "animate", "untertiteln": "subtitle",
}  # fmt: skip
_VERB_LAST = re.compile(
    r"^((?:(?:(?:kannst|könntest|würdest) du|ich (?:möchte|will|würde gerne?)|bitte|mir|uns|jetzt|und|mal)\s){0,6})"
    rf"(.{{2,200}}?)\s({'|'.join(_INFINITIVES)})\b(?=[\s.!?]{{0,9}}$)",
    re.I,
)
_WORDS = {**FOREIGN_WORDS, **_NUMBERS, **_MOVES}
_SAME_WORDS = """
in format video poster film logo tiktok youtube instagram hd uhd s sec px x bpm jazz techno pop rock song please
park hotel restaurant bar café taxi bus zoo orange pizza pasta clown radio sofa zebra panda giraffe yoga neon tiger
festival piano robot sticker flyer baby winter wind gold name ring arm
"""
_SAME = frozenset(_SAME_WORDS.split())  # the same in English, or as good as
_ENGLISH_WORDS = """
chat pain sole mare lion burg tag rose rosa cane table orange pour loup fire bleu tigre rouge main mine mann bank hand
wild gift kind rock brief ring wind gold winter arm cake pere tree face nuance violet lila piano concert manifesto
dessert plage beau belle grande petit fille bella casa torta sombrero chateau mais text texte robe album robot balloon
ballon name
pastel noir boot court mars viola grand corona mesa strand cartel ours auto fiesta wolf alto papillon torte sans gens
"""
_ENGLISH_TOO = frozenset(_ENGLISH_WORDS.split())
_KNOWN_TO_A_NAME = 4  # so many known words and more for each name
_SIGNS = {
    "灯台": "lighthouse", "猫": "cat", "犬": "dog", "狐": "fox", "狗": "dog", "夜": "night", "雪": "snow", "雨": "rain",
    "海": "sea", "山": "mountain", "森": "forest", "街": "city", "城市": "city", "花": "flower", "月": "moon",
}  # fmt: skip
_TELLING = re.compile(
    r"^(?:(?:und|jetzt|bitte|noch|etwas) )*(?:im )?(?:hochformat|querformat|länger|kürzer|langsamer|schneller|heller|"
    r"dunkler|wärmer)(?: bitte)?[.!]?$|^gib (?:ihr|ihm)\b|"
    r"^anim[ea]\s(l[aeo]s?|cette|est[ae]|quest[ao]|il|mon|ma|mi)\b|\b(animiere|entferne|lösche|vergrößere|"
    r"untertitel|nochmal|"
    r"hintergrund|supprime|enlève|rimuovi|ein(e|en|em|er|es)?|der|das|mach|mache|zeig|zeige|zeichne|erstelle|"
    r"(?<![\w ])male|animiere|une|un|dans|fais|"
    r"dessine|crée|una|haz|hazl[oa]|hazme|rends-l[ea]|fall[oa]|rendil[oa]|dibuja|esta|crea|fammi|fai|(?<![\w "
    r"])lass(?= (?:den|die|das|es|ihn|sie|meine?n?|unsere?n?)\b)|disegna|nel|"
    r"möchte|kannst du|voudrais|j['’]aimerais|quiero|quisiera|vorrei|por favor|per favore)\b|[\u0400-\u04ff]"
    rf"|\b(?:{'|'.join(_NUMBERS)}) (?:{'|'.join(_SEVERAL.values())})\b|^(?:agrandis|amplía|ingrandisci|quita|elimina|"
    r"ponles?|mets[- ]lui|gib ih[mr]|dagli|mettigli|añádele)\b|\b(?:noir et blanc|blanco y negro|bianco e nero)\b|"
    rf"\b(?:{'|'.join(_INFINITIVES)})[\s.!?]{{0,9}}$",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"\"[^\"\n]{1,400}\"|“[^”\n]{1,400}”|„[^“”\n]{1,400}[“”]|«[^»\n]{1,400}»")
_QUOTE_MARK = "\u2988"
_ROMANCE = re.compile(
    r"\b(?:une?|una?|le|la|les|el|los|las|il|lo|gli|du|dans|avec|con|en|de|di)\b", re.I
)
_QUALITY = (
    r"(?:red|blue|green|yellow|black|white|pink|purple|golden|old|small|big|cute|funny|sad|happy|beautiful|short|"
    r"sleeping)"
)
_BEHIND = re.compile(  # "a cat black": where these tongues say of what kind a thing is
    rf"\b(?!(?:a|an|the|of|in|on|at|with|and|for|my|this|under|make|over|please|very)\b|{_QUALITY}\b)([a-z]{{3,20}}) "
    rf"({_QUALITY})\b(?! (?!(?:with|in|on|at|of|and|under|for|beside|behind)\b)[a-z])"
)


def into_english(text: str) -> str:
    """German, French, Spanish, Italian and a little more by a word list; English and unknown tongues unchanged.

    The order is put into English wherever it is known. What is to be seen is so only when every word of it is: half
    of it would be in no tongue at all, so it stays as it was said.
    """
    if wish := whole_wish(text):
        return wish
    for sign, word in _SIGNS.items():
        text = text.replace(sign, f" {word} ")
    text = re.sub(r"\s?[のをにではがな]\s?(?=\s|$)|(?<=[a-z]) の ", " ", text)
    greeted, text = text, ungreeted(text)
    unquoted, quotes = _kept_apart(text)
    foreign = _TELLING.search(unquoted) or said_in(unquoted) or _all_foreign(unquoted)
    if not foreign or IDENTITY.search(text):
        return greeted
    return _with_quotes(_told(unquoted), quotes)


def _all_foreign(text: str) -> bool:
    """Whether every word is one of the list, and one of them can be no English one: "de nuit"."""
    words = [word.lower() for word in _WORD.findall(text)]
    known = all(word in FOREIGN_WORDS or word in _SAME for word in words)
    return known and any(
        word in FOREIGN_WORDS and len(word) > 3 and word not in _ENGLISH_TOO for word in words
    )


def _kept_apart(text: str) -> tuple[str, list[str]]:
    """The text with a sign for each part in quotes, and these parts: what is to be read stays as it is."""
    quotes: list[str] = _QUOTED.findall(text)
    return _QUOTED.sub(_QUOTE_MARK, text), quotes


def _with_quotes(text: str, quotes: list[str]) -> str:
    for quote in quotes:
        text = text.replace(_QUOTE_MARK, quote, 1)
    return text


def _told(text: str) -> str:
    """A text of other tongues in English, as far as it is known."""
    whole, text = text, _VERB_LAST.sub(_verb_first, text)
    for pattern, phrase in _PHRASES:
        text = re.sub(pattern, f"{_OPEN}{phrase}{_CLOSE}", text, flags=re.I)
    if re.match(r"^(make|animate)?\s?this\s?$", _unmarked(text), re.I):
        return _unmarked(text)
    rest = _untold(text)
    if _known_enough(rest):
        text = re.sub(
            r"\b(?:d|l)['’](?=\w)", lambda one: "de " if one[0][0] in "dD" else "la ", text
        )
        text = _WORD.sub(lambda found: _WORDS.get(found.group().lower(), found.group()), text)
        if _ROMANCE.search(whole):
            text = _BEHIND.sub(r"\2 \1", text)
        text = re.sub(r"\ba (?=[aeiou])", "an ", text)
        text = _MADE_TO.sub(r"make \2 \1", " ".join(_unmarked(text).split()))
        text = _ITSELF.sub("make it ", text)
    text = in_order(" ".join(_unmarked(text).split()))
    return re.sub(r"\bof the night\b|\bof night\b|(?<=\w )the night$", "at night", text)


def _known_enough(text: str) -> bool:
    """Whether every word is known but a few that are names: "a poster for the Sommerfest" has one."""
    unknown = [
        one
        for one in _WORD.findall(text)
        if one.lower() not in _WORDS and one.lower() not in _SAME and one.lower() not in ("d", "l")
    ]
    named = all(one[0].isupper() and not re.fullmatch(_MEDIUM, one, re.I) for one in unknown)
    return not unknown or (named and len(unknown) * _KNOWN_TO_A_NAME < len(_WORD.findall(text)))


def _verb_first(found: re.Match[str]) -> str:
    """ "Kannst du das Bild vergrößern" with its verb, in English, before the rest."""
    return f"{found[1]}{_OPEN}{_INFINITIVES[found[3].lower()]}{_CLOSE} {found[2]}"


def _unmarked(text: str) -> str:
    """The text without the signs round phrases; a blank stands where words would run together."""
    text = re.sub(rf"(?<=\w){_OPEN}|{_CLOSE}(?=\w|{_OPEN})", " ", text)
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def _untold(text: str) -> str:
    """What stands outside the phrases that are in English already."""
    found, depth = [], 0
    for sign in text:
        depth += (sign == _OPEN) - (sign == _CLOSE)
        found.append(sign if depth == 0 and sign != _CLOSE else " ")
    return "".join(found)
