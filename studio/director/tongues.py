"""Plain requests in a few other languages, word by word into English; what is not known stays as it was said."""

import re

from studio.director.identity import IDENTITY

_PHRASES = (
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
    (r"\b(ein|eines|une?|una?) (bild|foto|image|dessin|imagen|dibujo|immagine)\b", "a picture"),
    (r"картинк[уаи]", "a picture of"),
    (r"\b(ein|eines|une?|una?) (vid[eé]o|film)\b(?: (?:von|de|di) |(?= d['’]))", "a video of "),
    (r"\bd['’]une?\b", "of a"), (r"\bmusik\b|\bmusique\b|\bmúsica\b|\bmusica\b", "music"), (r"\bfür\b", "for"),
    (r"\b(bild|bilder|imagen|imágenes|immagine|immagini|dessins?|dibujos?)\b", "picture"),
    (r"\b(varianten|versionen|variantes|versiones|versioni)\b(\s(eines|einer|von|de|di|du))?", "versions of"),
    (r"\b(diesem|dieses|diesen|dieser|cette|cet|ce|esta|este|questa|questo|meinem|mi|ma|mon|mia)\b", "this"),
    (r"\b(das|ça|ceci|esto|lo)\s?(?=$|[.!])", "this"),
    (r"\b(lied|song|chanson|canción|canzone)\b", "song"),
    (r"\b(dann|danach|ensuite|puis|luego|después|poi)\b", "then"),
    (r"\b(das|die|den|the) zweite\b|\bla (deuxième|seconde|segunda|seconda)\b|\ble (deuxième|"
    r"second)\b", "the second"),
    (r"\b(das|die|den) erste\b|\bla (première|primera|prima)\b|\ble premier\b", "the first"),
)  # fmt: skip
_WORDS = {
    "zwei": "two", "deux": "two", "dos": "two", "due": "two", "drei": "three", "trois": "three", "tres": "three",
    "tre": "three", "vier": "four", "quatre": "four", "cuatro": "four", "quattro": "four",
    "leuchtturm": "lighthouse", "leuchtturms": "lighthouse", "phare": "lighthouse", "faro": "lighthouse",
    "fuchs": "fox", "renard": "fox", "zorro": "fox", "volpe": "fox", "katze": "cat", "chat": "cat", "gato": "cat",
    "gatto": "cat", "кота": "cat", "кошку": "cat", "hund": "dog", "chien": "dog", "perro": "dog", "cane": "dog",
    "pferd": "horse", "cheval": "horse", "caballo": "horse", "cavallo": "horse", "vogel": "bird", "oiseau": "bird",
    "nacht": "night", "nuit": "night", "noche": "night", "notte": "night", "ночью": "at night",
    "schnee": "snow", "neige": "snow", "nieve": "snow", "neve": "snow", "regen": "rain", "pluie": "rain",
    "lluvia": "rain", "pioggia": "rain", "nebel": "fog", "sturm": "storm", "stadt": "city", "ville": "city",
    "ciudad": "city", "città": "city", "wald": "forest", "forêt": "forest", "bosque": "forest", "meer": "sea",
    "mer": "sea", "berge": "mountains", "berg": "mountain", "montagne": "mountain", "montaña": "mountain",
    "see": "lake", "lac": "lake", "lago": "lake", "sonnenuntergang": "sunset", "mond": "moon", "lune": "moon",
    "luna": "moon", "sonne": "sun", "soleil": "sun", "strand": "beach", "plage": "beach", "playa": "beach",
    "spiaggia": "beach", "blume": "flower", "blumen": "flowers", "fleurs": "flowers", "flores": "flowers",
    "frau": "woman", "femme": "woman", "mujer": "woman", "donna": "woman", "mann": "man", "homme": "man",
    "hombre": "man", "auto": "car", "voiture": "car", "coche": "car", "schiff": "ship", "bateau": "boat",
    "barco": "boat", "rot": "red", "rote": "red", "roten": "red", "rotes": "red", "rouge": "red", "rojo": "red",
    "roja": "red", "rosso": "red", "blau": "blue", "blaue": "blue", "bleu": "blue", "azul": "blue", "grün": "green",
    "plakat": "poster", "affiche": "poster", "cartel": "poster",
    "ein": "a", "eine": "a", "einen": "a", "einem": "a", "einer": "a", "eines": "a", "un": "a", "une": "a", "una": "a",
    "von": "of", "de": "of", "du": "of", "di": "of", "aus": "of", "im": "in", "dans": "in", "en": "in", "nel": "in",
    "nella": "in", "la": "the", "le": "the", "el": "the", "der": "the", "die": "the", "dem": "the", "und": "and",
    "et": "and", "y": "and", "mit": "with", "avec": "with", "con": "with", "bei": "at", "am": "at", "bitte": "please",
}  # fmt: skip
_SIGNS = {
    "灯台": "lighthouse", "猫": "cat", "犬": "dog", "狐": "fox", "狗": "dog", "夜": "night", "雪": "snow", "雨": "rain",
    "海": "sea", "山": "mountain", "森": "forest", "街": "city", "城市": "city", "花": "flower", "月": "moon",
}  # fmt: skip
_TELLING = re.compile(
    r"^anim[ea]\s(l[aeo]s?|cette|est[ae]|quest[ao]|il|mon|ma|mi)\b|\b(animiere|entferne|lösche|vergrößere|"
    r"untertitel|nochmal|"
    r"hintergrund|supprime|enlève|rimuovi|ein(e|en|em|er|es)?|der|das|mach|mache|zeig|zeige|zeichne|erstelle|"
    r"(?<![\w ])male|animiere|une|un|dans|fais|"
    r"dessine|crée|una|haz|hazme|dibuja|esta|crea|fammi|disegna|nel)\b|[\u0400-\u04ff]",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")


def into_english(text: str) -> str:
    """German, French, Spanish, Italian and a little more by a word list; English and unknown tongues unchanged."""
    for sign, word in _SIGNS.items():
        text = text.replace(sign, f" {word} ")
    text = re.sub(r"\s?[のをにではがな]\s?(?=\s|$)|(?<=[a-z]) の ", " ", text)
    if not _TELLING.search(text) or IDENTITY.search(text):
        return text
    for pattern, phrase in _PHRASES:
        text = re.sub(pattern, phrase, text, flags=re.I)
    if re.match(r"^(make|animate)?\s?this\s?$", text, re.I):
        return text
    text = _WORD.sub(lambda found: _WORDS.get(found.group().lower(), found.group()), text)
    return re.sub(r"\bof the night\b|\bof night\b", "at night", " ".join(text.split()))
