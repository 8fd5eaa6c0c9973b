"""Whole wishes and questions of other tongues that are said in set words: a price, a correction, the weather."""

import re

from studio.director.language.foreign_words import FOREIGN_WORDS
from studio.director.language.styles import COLOUR

_COSTS = (
    r"(?:und |et |y |e )?(?:was|wie ?viel) (?:kostet|kosten)\b.*|(?:ça |combien |ca )(?:ça |ca )?co[uû]te\b.*|"
    r"combien\b.*\bco[uû]te\w*\b.*|quel est le (?:prix|tarif|coût)\b.*|cu[aá]nto (?:cuesta|cuestan|vale)\b.*|"
    r"quanto cost\w+\b.*|(?:qual è|cual es|cuál es) (?:il prezzo|el precio)\b.*"
)
_TOO = (
    r"(?:(?:c['’]est|das ist|es ist|ist|est|está|es|è) )?(?:(?:etwas|ein bisschen|un peu|un poco) )?(?:trop|zu|"
    r"demasiado|muy|troppo) (?:{})"
)
_WISHES = (
    (_COSTS, "how much does it cost"),
    (r"combien de temps (?:ça|ca|cela) (?:prend|dure|met)|wie lange (?:dauert|braucht) (?:das|es)(?: noch)?|"
     r"cu[aá]nto (?:tarda|tiempo (?:tarda|lleva))|quanto (?:tempo )?ci vuole", "how long does it take"),
    (r"mach(?:e)? (?:bitte )?(?:daraus|davon) (?:bitte )?(?:ein(?:en)? )?(?:kurze[sn] )?(?:video|film|"
     r"clip)", "animate it"),
    (_TOO.format("sombre|dunkel|oscur[oa]|scur[oa]"), "too dark"),
    (_TOO.format("clair|hell|clar[oa]|chiar[oa]"), "too bright"),
    (_TOO.format("grande?|groß|grande"), "too big"), (_TOO.format("petite?|klein|pequeñ[oa]|piccol[oa]"), "too small"),
    (r"plus (?:sombre|foncé)|más oscuro|più scuro|dunkler", "darker"),
    (r"(?:plus simple|más (?:simple|sencill[oa])|più semplice|einfacher|schlichter)", "simpler"),
    (r"(?:maintenant|et maintenant|jetzt|und jetzt|ahora|y ahora|adesso|e adesso|ora) "
     r"(?:une?|ein|einen|un) (?:vidéo|video|vídeo|film)", "now as a video"),
    (r"plus (?:clair|lumineux)|más claro|più chiaro|heller", "brighter"),
    (r"was (?:alles )?kannst du(?: alles| so)*(?: machen| tun)?|que (?:peux|sais)-tu faire|qu['’]est-ce que tu "
     r"(?:peux|sais) faire|tu (?:peux|sais) faire quoi|qu[eé] (?:puedes|sabes) hacer|(?:che )?cosa (?:puoi|sai) fare",
     "what can you do"),
    (r"wer bist du|qui es-tu|t['’]es qui|qui[eé]n eres|chi sei|"
     r"bist du (?:eine )?(?:ki|künstliche intelligenz|ein mensch)|es-tu une? (?:ia|humain|robot)|"
     r"eres (?:una? )?(?:ia|humano|robot)|sei un['’]?(?:a )?(?: ?ia| robot| umano)",
     "who are you"),
    (r"(?:mach das )?rückgängig(?: machen)?|annule(?:r|z)?(?: ça)?|reviens en arrière|deshacer|deshazlo|deshaz eso|"
     r"annulla|torna indietro", "undo that"),
    (r"(?:nein|non|no)[, ]+(?:das|die|den|l['’]|el|la|quello|quella)? ?(?:andere[ns]?|autre|otr[oa]|altr[oa])"
     r"(?: bild| image| photo| imagen| immagine)?", "no, the other one"),
    (r"(?:und )?(?:noch (?:eins|eines|einen|eine)|encore une?|une? autre|otr[oa](?: más)?|un altr[oa]|ancora un[oa])",
     "another one"),
    (r"(?:lass|mach|lasse) (?:es )?(?:bitte )?(?:dort |da |darin |im bild )?(?:schneien|regnen)", None),
    (r"(?:fais|faites) (?:tomber la )?(?:neige|neiger|pluie|pleuvoir)|(?:haz|que) (?:que )?(?:nieve|llueva)|"
     r"(?:fai|fallo) (?:nevicare|piovere)", None),
    (r"(?:\w+ ){0,3}gefällt mir (?:gar |noch |überhaupt )?nicht(?: so)?|(?:ça|cela) ne me pla[iî]t pas|je n['’]aime pas"
     r"(?: ça)?|no me gusta(?: nada)?|non mi piace", "i don't like it"),
    (r"(?:das )?gefällt mir(?: sehr| gut)*|(?:ça|cela) me pla[iî]t|j['’](?:adore|aime)(?: ça| bien)?|"
     r"me (?:gusta|encanta)(?: mucho)?|mi piace(?: molto)?", "i like it"),
    (r"(?:vielen |merci |muchas |mille )?(?:dank|danke(?: schön| sehr)?|merci(?: beaucoup)?|gracias|grazie(?: mille)?)",
     "thank you"),
)  # fmt: skip
_MATCHES = tuple((re.compile(rf"(?:{pattern})", re.I), english) for pattern, english in _WISHES)
_IN_COLOUR = re.compile(r"(?:en|in|auf) (\w+)", re.I)
_SNOWS = re.compile(r"schnei|neige|nieve|nevic", re.I)
_MOST = 120  # characters: what is longer says more than one of these


def whole_wish(text: str) -> str:
    """The English for a message that is one of these and nothing else; empty for all others."""
    plain = text.strip(" \t\n.!?¡¿…")
    if len(plain) > _MOST:
        return ""
    if coloured := _IN_COLOUR.fullmatch(plain):
        word = FOREIGN_WORDS.get(coloured[1].lower(), "")
        return f"in {word}" if re.fullmatch(COLOUR, word) else ""
    for pattern, english in _MATCHES:
        if pattern.fullmatch(plain):
            return english or ("make it snow" if _SNOWS.search(plain) else "make it rain")
    return ""
