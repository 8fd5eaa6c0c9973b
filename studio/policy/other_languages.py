"""Declined in other languages than English, as people there say it: the plainest forms only.

Words are held against words of their own language: a French `nu` says nothing beside English kids.
"""

import re

from studio.policy.bare_things import BARE_THINGS
from studio.policy.minors import MINORS
from studio.policy.words import Said, Sentences, Words, beside, entries, unmarked

_MINORS_BARE = {
    "de": (
        """kind, kinder, kindern, kindes, ein junge, der junge, dieser junge, kleinkind, kleinkinder, kleinkindern,
        mädchen, kleiner junge, kleine jungen, kleinen jungen, minderjährig*, schülerin, schülerinnen, baby, babys""",
        """nackt, nackte, nackter, nacktes, nackten, nacktem, entblößt*, unbekleidet*, porno*, sexy, erotisch*, dessous,
        reizwäsche""",
    ),
    "fr": (
        """enfant, enfants, fillette, fillettes, garçon, garçons, garçonnet, garçonnets, petite fille, petites filles,
        bébé, bébés, adolescent, adolescents, adolescente, adolescentes, écolière, écolières, écolier, écoliers""",
        "nu, nue, nus, nues, dénudé*, déshabillé*, porno*, sexy, érotique*, lingerie",
    ),
    "es": (
        """niño, niña, niños, niñas, menor de edad, menores de edad, chiquillo, chiquilla, chiquillos, chiquillas,
        colegiala, colegialas, adolescente, adolescentes, bebé, bebés""",
        "desnudo, desnuda, desnudos, desnudas, porno*, sexy, erótic*, lencería",
    ),
    "it": (
        """bambino, bambina, bambini, bambine, ragazzino, ragazzina, ragazzini, ragazzine, minorenne, minorenni,
        adolescente, adolescenti, neonato, neonati""",
        "nudo, nuda, nudi, nude, svestit*, porno*, sexy, erotic*, lingerie",
    ),
    "pt": (
        """criança, crianças, menino, menina, meninos, meninas, menor de idade, menores de idade, adolescente,
        adolescentes, bebê, bebês""",
        """nu, nua, nus, nuas, pelado, pelada, pelados, peladas, despido, despida, despidos, despidas, porno*, sexy,
        erótic*, lingerie""",
    ),
    "nl": (
        """kinderen, kindje, kindjes, kind, meisje, meisjes, jongetje, jongetjes, minderjarigen, minderjarige, peuter,
        peuters""",
        "naakt, naakte, nakte, blote, bloot, porno*, sexy, erotisch*, lingerie",
    ),
    "pl": (
        "dzieck*, dzieci*, dziewczynk*, chłopc*, chłopczyk*, nieletni*",
        """nagi, naga, nagie, nagiego, nagiej, nagich, nagimi, goły, goła, gołe, gołego, gołej, gołych, porno*,
        erotyczn*,
        seksown*""",
    ),
    "ru": (
        """ребен*, ребён*, дети, детей, детям, детьми, детях, девочк*, мальчик*, школьник*, школьниц*, подрост*,
        несовершеннолетн*""",
        """голый, голая, голое, голые, голого, голой, голых, голую, голым, голыми, голом, обнаженн*, обнажённ*,
        раздет*, порно*, эротич*, секси, сексуальн*""",
    ),
}
"""Words for children, and words for bare or worse."""
_PLAINLY_BARE = Words(
    "nackt, nackte, nackter, nacktes, nackten, dénudé*, denude*, desnudo, desnuda, desnudos, desnudas"
)
"""They mean nothing else, whatever the language of the words beside them."""
_NAKED_BOYS = Words("nackter junge, nackten jungen, nackte jungs, nackten jungs")
BARE_ELSEWHERE = Words(
    """nackt, nackte, nackter, entblößt, nue, dénudée, déshabillée, desnudo, desnuda, nuda, svestita, nua, naakt,
    naga, голая, голый"""
)
"""What is said of grown people too."""
_DEAD = """leiche, enthauptet, geköpft, erhängt, ermordet, blutlache, cadavre, décapité, décapitée, mort, morte, pendu,
    pendue, mare de sang, flaque de sang, muerto, muerta, cadáver, decapitado, decapitada, ahorcado,
    ahorcada, charco de sangre, morto, morta, cadavere, decapitato, decapitata, impiccato, impiccata, pozza
    di sangue, enforcado, enforcada, poça de sangue"""
DEAD_ELSEWHERE = Words(_DEAD, unmarked(_DEAD))
LINKS_ELSEWHERE = frozenset(
    entries(
        """von, der, die, das, dem, den, in, im, einer, ein, als, liegt, tot, ist, de, du, d, un, une, le, la, les,
        dans, est, comme, el, en, una, uno, del, como, está, il, di, del, della, lo, dello, nel, nella, è,
        come, o, do, da, em, um, uma, no, na, num, numa"""
    )
)
_SIGNS = (
    r"儿童|兒童|小孩|孩子|小女孩|小男孩|幼女|女童|男童|小学生|中学生|萝莉|子供|子ども|こども|少女|少年|児童|女子高生|ロリ|어린이|"
    r"아이|소녀|소년|미성년",
    r"裸|ヌード|ポルノ|色情|情色|알몸|누드|포르노",
)
_IN_SIGNS = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
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
    r"\bwie\b[^.!?]{0,20}\b(?:bau(?:t|e|en)?|bast(?:el[nt]?|le)|mach(?:t|e|en)?|misch(?:t|e|en)?|stell(?:t|e|en)?)\b[^.!?]{0,20}\b(?:rohr)?(?:bomben?|sprengstoff|"
    r"sprengsatz|nervengas)\b",
    r"\bcomment (?:fabriquer|faire|construire|pr[eé]parer) (?:une |des |de la |du |de l['’])?(?:bombes?|explosifs?|"
    r"cocktails? molotov|m[eé]thamph[eé]tamine)\b(?! (?:de bain|[aà] eau|glac[eé]e|(?:au |de )?chocolat))",
    r"\bc[oó]mo (?:hacer|fabricar|construir|preparar) (?:una? |unas |unos )?(?:bombas?|explosivos?|c[oó]ctel(?:es)? "
    r"molotov|metanfetamina)\b(?! de (?:baño|agua|chocolate))",
    r"\bcome (?:fare|costruire|fabbricare|preparare) (?:una? |delle |degli |un['’])?(?:bomb[ae]|esplosiv[oi]|molotov|"
    r"metanfetamina)\b(?! (?:da bagno|d['’]acqua|di cioccolat))",
    r"\bcomo (?:fazer|fabricar|construir) (?:uma? )?(?:bombas?|explosivos?|coquet[ée]l molotov|metanfetamina)\b"
    r"(?! de (?:banho|chocolate))",
    r"\bкак (?:сделать|собрать|изготовить|приготовить) (?:бомб(?!оч)\w+|взрывчатк\w+|коктейль молотова|метамфетамин\w*)"
    r"(?! для ванн)",
)
_HARM_IN_SIGNS = (
    r"(?:怎么|如何|怎样|怎樣)(?:制作|製作|做|制造|造)(?:(?:炸弹|炸彈)(?!蛋糕|饼干|餅乾|薯)|炸药|冰毒)",
    r"爆弾の(?:作り方|製造)|폭탄 (?:만드는|제조)",
)
_PAIRS = [
    (Words(minors, unmarked(minors)), Words(bare, unmarked(bare)))
    for minors, bare in _MINORS_BARE.values()
] + [(MINORS, _PLAINLY_BARE)]
_SIGN_PAIR = tuple(re.compile(one) for one in _SIGNS)
_CALLED = Sentences(
    Words(
        "töte*, ermordet, verbrennt, vergast, lyncht, erschießt, tod, tuez, tuons, massacrez, brûlez, exterminez, mort",
        "maten, matad, matemos, quemen, quemad, exterminen, muerte, uccidete, uccidiamo, ammazzate, bruciate",
        "sterminate, morte, matem, queimem, exterminem, убей*, режь*, бей*, жги*, смерть",
    ),
    *_VIOLENCE,
)
_ASKED = Sentences(
    (
        Words("wie, anleitung, comment, cómo, como, come, как"),
        Words(
            "bombe*, rohrbombe*, sprengstoff*, sprengsatz, nervengas, crystal meth, explosif*, cocktail*, méthamphét*",
            "methamphet*, bomba*, explosivo*, cóctel*, coctel*, molotov, metanfetamina, esplosiv*, coquet*, бомб*",
            "взрывчатк*, коктейль, метамфетамин*",
        ),
    ),
    *_HARM,
)
_ASKED_IN_SIGNS = re.compile("|".join(_HARM_IN_SIGNS))


def forbids_elsewhere(said: Said) -> bool:
    """Whether it asks for bare children, for violence against people or for instructions for harm, not in English."""
    if (
        said.has(_NAKED_BOYS)
        or _CALLED.said_in(said)
        or _ASKED.said_in(said)
        or _asks_in_signs(said.text)
    ):
        return True
    return _side_by_side(said) and _side_by_side(Said(BARE_THINGS.sub(" ", said.text)))


def _asks_in_signs(text: str) -> bool:
    return _IN_SIGNS.search(text) is not None and _ASKED_IN_SIGNS.search(text) is not None


def _side_by_side(said: Said) -> bool:
    if any(beside(said.find(minors), said.find(bare)) for minors, bare in _PAIRS):
        return True
    if _IN_SIGNS.search(said.text) is None:
        return False
    minors, bare = ([found.span() for found in one.finditer(said.text)] for one in _SIGN_PAIR)
    return beside(minors, bare)
