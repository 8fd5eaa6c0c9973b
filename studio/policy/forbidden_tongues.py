"""What policy declines in other languages than English, as people there say it: the plainest forms only.

Words are held against words of their own language: a French `nu` says nothing beside English kids.
"""

import re

from studio.policy.nearby import follows

_MINORS_BARE = {
    "de": (
        r"(?:klein)?kind(?:er|ern|es)?|mädchen|kleine[rn]? jungen?|minderjährige?[nrs]?|schülerin(?:nen)?|babys?",
        r"nackt(?:e[nrms]?)?|entblößt\w*|unbekleidet\w*|porno\w*",
    ),
    "fr": (
        r"enfants?|fillettes?|garçons?|garçonnets?|petites? filles?|bébés?|adolescente?s?|écolières?|écoliers?",
        r"nue?s?(?![-\w])|dénudée?s?|déshabillée?s?|porno\w*",
    ),
    "es": (
        r"niñ[oa]s?|menor(?:es)? de edad|chiquill[oa]s?|colegialas?|adolescentes?|bebés?",
        r"desnud[oa]s?|porno\w*",
    ),
    "it": (
        r"bambin[aoei]|ragazzin[aoei]|minorenn[ei]|adolescent[ei]|neonat[oi]",
        r"nud[oaie]|svestit[oaie]|porno\w*",
    ),
    "pt": (
        r"crianças?|menin[oa]s?|menor(?:es)? de idade|adolescentes?|bebês?",
        r"nu[as]?s?|pelad[oa]s?|despid[oa]s?|porno\w*",
    ),
    "nl": (
        r"kind(?:eren|je|jes)?|meisjes?|jongetjes?|minderjarigen?|peuters?",
        r"na+kte?|bloo?te?|porno\w*",
    ),
    "pl": (
        r"dzieck\w+|dzieci\w*|dziewczynk\w+|chłopc\w+|chłopczyk\w*|nieletni\w*",
        r"nag(?:i|a|ie|iego|iej|ich|imi)|goł(?:y|a|e|ego|ej|ych)|porno\w*",
    ),
    "ru": (
        r"реб[её]н\w+|дет(?:и|ей|ям|ьми|ях)|девочк\w+|мальчик\w*|школьни[кц]\w+|подрост\w+|несовершеннолетн\w+",
        r"гол(?:ый|ая|ое|ые|ого|ой|ых|ую|ым|ыми|ом)|обнаж[её]нн\w+|раздет\w+|порно\w*",
    ),
}
"""Words for children, and words for bare or worse."""
_SIGNS = (
    r"儿童|兒童|小孩|孩子|小女孩|小男孩|幼女|女童|男童|小学生|中学生|萝莉|子供|子ども|こども|少女|少年|児童|女子高生|ロリ|어린이|"
    r"아이|소녀|소년|미성년",
    r"裸|ヌード|ポルノ|色情|情色|알몸|누드|포르노",
)
_BARE_THINGS = re.compile(
    r"\bnackte[nrms]? (?:f[uü](?:ß|ss)en?|beinen?|(?-i:Arme?n?)|zehen|h[aä]nden?|knien?|schultern?|haut|"
    r"ober(?:arme?n?|k[oö]rper|schenkeln?)|w[aä]nden?|wand|b[aä]umen?|[aä]sten?|zweigen?|felsen|boden|erde|beton|"
    r"gl[uü]hbirnen?|kaiser|tatsachen?|wahrheit)\b"
    r"|\b(?:(?:pieds|bras|torses|murs|arbres) nus|(?:pied|bras|torse|mur|arbre|roi(?: est)?) nu|"
    r"(?:jambes|mains|t[eê]tes|[eé]paules|branches|collines) nues|t[eê]te nue|[aà] (?:l['’](?:œ|oe)il )?nu|"
    r"nu (?:jazz|metal|disco|soul|funk))\b"
    r"|\b(?:(?:pies|brazos|hombros|[aá]rboles|muros) desnudos|(?:pie|ojo|[aá]rbol|muro|rey(?: est[aá])?) desnudo|"
    r"(?:piernas|manos|ramas|paredes) desnudas|(?:pared|verdad|maja) desnuda)\b"
    r"|\b(?:(?:piedi|occhi|alberi|rami|muri) nudi|(?:occhio|albero|ramo|muro|re(?: [eè])?) nudo|"
    r"(?:gambe|braccia|mani|spalle|pareti) nude|(?:parete|verit[aà]) nuda)\b"
    r"|\b(?:(?:p[eé]s|bra[cç]os|ombros|olhos|ramos|galhos|muros) nus|(?:olho|muro|rei(?: (?:vai|est[aá]))?) nu|"
    r"(?:pernas|m[aã]os|[aá]rvores|paredes) nuas|(?:[aá]rvore|parede) nua)\b"
    r"|\b(?:(?:batatas?|bananas?|laranjas?) peladas?|(?:tomates?|amendoins|cachorros?|gatos?|c[aã](?:o|es)) pelados?|"
    r"(?:joga\w*|campo de|partida de)(?: uma)? pelada|pelada de (?:futebol|rua))\b"
    r"|\b(?:na+kte|blote) (?:voet(?:en|jes)?|been|benen|armen|hand(?:en|jes)?|oog|schouders|takken|bomen|muur|"
    r"muren)\b"
    r"|\bgoł(?:y|a|e|ego|ej|ych|ym|ymi) (?:drzewa?|gał[eę]zie|[sś]ciany?|stop(?:y|ami)|nog(?:i|ami)|r[eę](?:ce|kami)|"
    r"okiem|niebem)\b"
    r"|\bгол(?:ый|ая|ое|ые|ого|ой|ых|ую|ым|ыми|ом) (?:рук(?:и|ами|ах)|ног(?:и|ами|ах)|стен(?:а|ы|е|ой|ами)|"
    r"земл(?:я|е|ю|ёй)|дерев(?:о|ья|ьев|ьями|ьях)|ветк(?:и|ах|ами)|ветв(?:и|ях|ями)|корол(?:ь|я|ю|е)|скал(?:ы|ах|ами))\b"
    r"|裸(?:足|眼|子植物|麦|電球|电线|電線|线|線|机|機|地|岩)|裸の(?:木|王様|電球|壁|枝|大地)|赤裸裸的?(?:真相|事实|事實|现实|現實)",
    re.I,
)
"""Bare feet, bare trees and the emperor's new clothes, with or without the marks of their letters."""
_PEOPLE = {
    "de": r"juden|muslime|moslems|ausländer|flüchtlinge|migranten|einwanderer|schwulen?|lesben|schwarzen|frauen|"
          r"polizisten|politiker|journalisten",
    "fr": r"juifs|musulmans|étrangers|réfugiés|migrants|immigrés|homosexuels|noirs|arabes|femmes|flics|policiers|"
          r"politiciens|journalistes",
    "es": r"judíos|musulmanes|extranjeros|refugiados|migrantes|inmigrantes|homosexuales|gays|negros|mujeres|"
          r"policías|políticos|periodistas",
    "it": r"ebrei|musulmani|stranieri|rifugiati|migranti|immigrati|omosessuali|gay|neri|donne|poliziotti|politici|"
          r"giornalisti",
    "pt": r"judeus|muçulmanos|estrangeiros|refugiados|migrantes|imigrantes|homossexuais|gays|negros|mulheres|"
          r"policiais|políticos|jornalistas",
    "ru": r"евре\w+|мусульман\w*|мигрант\w+|беженц\w+|геев|женщин\w*|полицейск\w+|журналист\w+",
}  # fmt: skip
_BEGIN = r"(?:^|[:\"“„«'‘,;.!?¡] ?)"
_VIOLENCE = (
    rf"\b(?:töte|tötet|töten wir|ermordet|verbrennt|vergast|lyncht|erschießt) alle (?:die )?(?:{_PEOPLE['de']})\b",
    rf"{_BEGIN}(?:tötet|tötet die|ermordet(?: die)?|verbrennt(?: die)?|vergast(?: die)?) (?:{_PEOPLE['de']})\b",
    rf"\b(?:tod (?:den|allen)) (?:{_PEOPLE['de']})n?\b",
    rf"\b(?:tuez|tuons|massacrez|brûlez|exterminez) (?:tous |toutes )?(?:les |ces )(?:{_PEOPLE['fr']})\b",
    rf"\bmort (?:aux|à tous les) (?:{_PEOPLE['fr']})\b",
    rf"\b(?:maten|matad|matemos|quemen|quemad|exterminen) (?:a )?(?:todos |todas )?(?:los |las )(?:{_PEOPLE['es']})\b",
    rf"\bmuerte a (?:todos |todas )?(?:los|las) (?:{_PEOPLE['es']})\b",
    rf"\b(?:uccidete|uccidiamo|ammazzate|bruciate|sterminate) (?:tutti |tutte )?(?:gli |i |le )(?:{_PEOPLE['it']})\b",
    rf"\bmorte (?:agli|ai|alle) (?:{_PEOPLE['it']})\b",
    rf"\b(?:matem|queimem|exterminem) (?:todos |todas )?(?:os |as )(?:{_PEOPLE['pt']})\b",
    rf"\bmorte (?:aos|às) (?:{_PEOPLE['pt']})\b",
    rf"\b(?:убей(?:те)?|режь(?:те)?|бей(?:те)?|жги(?:те)?) (?:всех )?(?:{_PEOPLE['ru']})\b",
    rf"\bсмерть (?:{_PEOPLE['ru']})\b",
)
_HARM = (
    r"\b(?:wie|anleitung)\b[^.!?]{0,30}\b(?:rohr)?(?:bomben?|sprengstoffe?|sprengsatz|nervengas|crystal meth)\b"
    r"[^.!?]{0,20}\b(?:bau|bastel|herstell|mach|misch|koch)\w*",
    r"\bwie\b[^.!?]{0,20}\b(?:baut?|bastelt?|macht?|mischt?|stell[et]?)\b[^.!?]{0,20}\b(?:rohr)?(?:bomben?|sprengstoff|"
    r"sprengsatz|nervengas)\b",
    r"\bcomment (?:fabriquer|faire|construire|préparer) (?:une |des |de la |du |de l['’])?(?:bombes?|explosifs?|"
    r"cocktails? molotov|méthamphétamine)\b(?! (?:de bain|[aà] eau|glac[eé]e|(?:au |de )?chocolat))",
    r"\bcómo (?:hacer|fabricar|construir|preparar) (?:una? |unas |unos )?(?:bombas?|explosivos?|cóctel(?:es)? molotov|"
    r"metanfetamina)\b(?! de (?:baño|agua|chocolate))",
    r"\bcome (?:fare|costruire|fabbricare|preparare) (?:una? |delle |degli |un['’])?(?:bomb[ae]|esplosiv[oi]|molotov|"
    r"metanfetamina)\b(?! (?:da bagno|d['’]acqua|di cioccolat))",
    r"\bcomo (?:fazer|fabricar|construir) (?:uma? )?(?:bombas?|explosivos?|coquet[ée]l molotov|metanfetamina)\b"
    r"(?! de (?:banho|chocolate))",
    r"\bкак (?:сделать|собрать|изготовить|приготовить) (?:бомб(?!оч)\w+|взрывчатк\w+|коктейль молотова|метамфетамин\w*)"
    r"(?! для ванн)",
    r"(?:怎么|如何|怎样|怎樣)(?:制作|製作|做|制造|造)(?:(?:炸弹|炸彈)(?!蛋糕|饼干|餅乾|薯)|炸药|冰毒)",
    r"爆弾の(?:作り方|製造)|폭탄 (?:만드는|제조)",
)
_PAIRS = [
    (re.compile(rf"\b(?:{one})\b", re.I), re.compile(rf"\b(?:{other})\b", re.I))
    for minors, bare in _MINORS_BARE.values()
    for one, other in ((minors, bare), (bare, minors))
] + [(re.compile(one), re.compile(other)) for one, other in (_SIGNS, _SIGNS[::-1])]
_OTHERS = re.compile("|".join((*_VIOLENCE, *_HARM)), re.I)


def forbids_elsewhere(text: str) -> bool:
    """Whether it asks for bare children, for violence against people or for instructions for harm, not in English."""
    if _OTHERS.search(text):
        return True
    return _side_by_side(text) and _side_by_side(_BARE_THINGS.sub(" ", text))


def _side_by_side(text: str) -> bool:
    return any(follows(pair, text) for pair in _PAIRS)
