"""Bare feet, bare trees, the emperor's new clothes in other languages, with or without the marks of their letters."""

import re

BARE_THINGS = re.compile(
    r"\bnackte[nrms]? (?:f[uü](?:ß|ss)(?:en?|es)?|beinen?|(?-i:Arme?n?)|zehen|h[aä]nden?|knien?|schultern?|haut|"
    r"ober(?:arme?n?|k[oö]rper|schenkeln?)|w[aä]nden?|wand|b[aä]umen?|[aä]sten?|zweigen?|felsen|boden|erde|beton|"
    r"gl[uü]hbirnen?|kaiser|tatsachen?|wahrheit|brot|br[oö]tchen|kuchen|"
    r"nudeln|ziegeln?|knochen)\b"
    r"|\b(?:nus?[ -]pieds|(?:pieds|bras|torses|murs|arbres) nus|(?:pied|bras|torse|mur|arbre|roi(?: est)?) nu|"
    r"(?:jambes|mains|t[eê]tes|[eé]paules|branches|collines) nues|t[eê]te nue|[aà] (?:l['’](?:œ|oe)il )?nu|"
    r"nu[ -](?:jazz|metal|disco|soul|funk))\b"
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
