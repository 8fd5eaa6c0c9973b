"""Words for bare and for sexual, and what only sounds like it."""

import re

from studio.policy.words import Words

BARE_WORDS = "nude*, naked*, topless, porn*, sexual*, undress*"
PLAIN_WORDS = f"""{BARE_WORDS}, sex, erotic*, lingerie, hentai, nsfw, stripp*, lewd*, lascivious*, smut*,
    x rated, xxx"""
HINTED_WORDS = "sexy, fetish*, seductive*"

BARE = Words(BARE_WORDS)
PLAIN = Words(PLAIN_WORDS)
HINTED = Words(HINTED_WORDS)
SEXUAL = Words(
    PLAIN_WORDS,
    HINTED_WORDS,
    """intimate, sensual*, provocative pose*, provocatively, suggestive pose*, suggestively, upskirt*, downblouse,
    barely legal, jailbait, genital*, penis, penises, vagina, vaginas, vulva, vulvas, nipple, nipples, orgasm*,
    masturbat*, fellatio, cunnilingus, blowjob*, blow job*, orgy, orgies, molest*, incest*, bondage, horny, rape, raped,
    rapes, raping""",
)
UNCLOTHED = Words(
    """unclothed, unclad, disrob*, skinny dip*, skinnydip*, birthday suit,
    birthday suits, in the buff, stark bare,
    wears nothing, wear nothing, wore nothing, without a stitch, without any underwear, without underwear,
    no underwear on, without pants, without trousers, without any clothing on,
    nudity, nudism*, nudist*, prn, pron, pr0n, wearing nothing, wearing no cloth*,
    without clothes, without clothing, without any clothes, without any clothing, without his clothes,
    without her clothes, without their clothes, with no clothes on, with no clothing on, has no clothes on,
    has no clothing on, have no clothes on, have no clothing on"""
)
BARED = re.compile(
    r"\bnothing on(?! (?:it|them|the|tv|top|display|sale|offer|my|his|her|their|its|that|this|a)\b)|"
    r"\bbare (?:bottom|butt|buttock|breast|ass|behind|bum)s?\b(?! of\b)|"
    r"\bclothes (?:are )?off\b(?! (?:the|a) )|"
    r"\b(?:in|wear(?:s|ing)?|with|no|without|only|just|but|show(?:s|ing)?|flash(?:es|ing)?|see(?:s|ing)?) "
    r"(?:(?:her|his|their|only|just|a|an|the|nothing|but|[a-z]{3,8}y|tiny|pink|white|black|red|cute|tight|"
    r"see-through) )"
    r"{0,4}(?:underwear|underpants|undies|panties|panty|thongs?|g[ -]string|jockstrap|bras?)\b|"
    r"(?<!comic )\bstrips? (?:down(?! (?:the|a|one|each|left|right)\b)|naked|slowly|on camera|"
    r"for (?:him|her|me|us|you|money|the camera))\b",
    re.I,
)
"""Bare or nearly so, by more than one word; looked for where one of `BARED_HINTS` is said."""
BARED_HINTS = Words(
    """nothing, bare, clothes, strip, strips, underwear, underpants, undies, panties, panty, thong, thongs, g string,
    jockstrap, bra, bras"""
)
INTIMATE = Words(
    """intimate photo, intimate photos, intimate picture, intimate pictures, intimate image, intimate images,
    intimate pic, intimate pics, intimate video, intimate videos, intimate scene, intimate scenes, intimate clip,
    intimate clips"""
)
SOUNDS_LIKE = (
    r"\bsexual (?:health|education|equality|orientation|identity|harassment|selection|reproduction|"
    r"dimorphism)\b|\bsex pistols\b|\bsex and the city\b|\bnaked (?:sword|blade|steel|chef)s?\b|"
    r"\bgirls['’]? night\b|"
    r"\b(?:same|opposite)[\s-]sex\b(?! (?:photo|picture|image|scene|video|tape|act))|\bsex ed(?:ucation)?\b|"
    r"\bnaked[\s-](?:eyes?|mole|oats|cakes?|flames?|trees?|branch\w*|walls?|bulbs?|truth|juice|bread|buns?|burgers?|"
    r"pizzas?|toast|potato(?:es)?|noodles|bricks?|concrete|wires?|rocks?|cliffs?|hillsides?)\b|\bthe naked ape\b|"
    r"\bnaked (?:(?:modell?ing|mou?lding|potter['’]?s?|play|wet|raw|grey|gray|red|white|air-?dry|polymer) ?)?"
    r"(?:clay|dough)\b"
    r"(?! (?:\w+ )?(?:figur\w+|sculptur\w+|statue\w*|models?|dolls?|girls?|boys?|child\w*|kids?|bab\w+|wom[ae]n|m[ae]n|"
    r"people|person|bod\w+|torsos?)\b)|"
    r"\bno nude (?:bathing|swimming|sunbathing|beach(?:es)?)\b(?! without)|"
    r"\bnude (?:bathing|swimming|sunbathing) (?:is |are )?(?:prohibited|forbidden|not allowed|banned)\b|"
    r"\b(?:male and female|female and male) sex symbols?\b|\bsex (?:chromosomes?|cells|determination)\b|"
    r"\b(?:bottle|pacifier|silicone|rubber|teat|feeding)[\s-]nipples?\b|\bhorny (?:toads?|lizards?|goats?|skin)\b|"
    r"\brape (?:seeds?|fields?|oil|blossoms?|flowers?)\b|"
    r"\bnude[\s-](?:lip\w*|colou?r\w*|tones?|heels|pumps|sandals|shoes|shades?|backgrounds?|backdrops?|palettes?|nails?|"
    r"(?:nail )?polish|eye ?shadows?|make-?up|blush|gloss|leather|beige|pink)\b|"
    r"\bnude (?:and|&|or) \w+ (?:colou?rs?|tones?|shades?|palettes?)\b|"
    r"\bstripp(?:ing|ed|er)\b(?: (?:(?:off|away|the|old|all|some|of|its))\b)* ?(?:paint\w*|varnish|lacquer|wallpaper|"
    r"wires?|wood|cables?|bark|rust|screws?)\b|\b(?:paint|wire|wallpaper|varnish)[\s-]stripp\w+\b|"
    r"\bstripped[\s-](?:down|back)\b|"
    r"\btopless (?:convertible|bus|double|jeeps?|cars?)|\bsex on the beach (?:cocktails?|mocktails?|drinks?|shots?)\b|"
    r"\bxxx[\s-]?large\b"
)
"""Neither bare nor sexual, whoever is near."""
INNOCENT = re.compile(
    rf"{SOUNDS_LIKE}|\b(?:no|without(?: any)?) (?:nudity|(?:sexual|nsfw|erotic) content)\b|"
    r"\b(?:nothing|not) (?:sexual|nsfw|erotic)(?=$|[.,;!)])|"
    r"\bminor (?:league|key|chord|scale|pentatonic|third|seventh|triad|mode|progression|blues|swing|tune|character|"
    r"detail|change|adjustment|update|issue|role|official|planet|arcana)s?\b|"
    r"(?-i:\b(?:[B-G]|in A)(?:[ -](?:flat|sharp))?) minor\b|"
    r"\b(?:walking|evil|living|grateful|red|brain) dead\b|"
    r"\bdead (?:sea|poets|serious|simple|easy|calm|pan|ends?|ringer|heat|lifts?|"
    r"cent(?:er|re)|eyes|stare|silence|trees?|flowers?|leaves|zone)\b|"
    r"\bhanged (?:on|above|over|in) (?:the|a|an|my|our)\b|"
    r"(?-i:\bby [A-Z][a-z]+ [A-Z][a-z]+(?: [A-Z][a-z]+)?\b)|"
    r"(?-i:\b(?:Art (?:Deco|Nouveau)|Old Masters?|New (?:York|Orleans|Delhi|Zealand)|San (?:Francisco|Diego)|"
    r"Los Angeles|Las Vegas|Miami Beach|Hong Kong|Tel Aviv|Buenos Aires|Times (?:New Roman|Square))\b)",
    re.I,
)
"""What is no wish for it, painters and authors, and places and styles that look like names of people."""
