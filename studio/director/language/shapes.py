"""How people say shapes: by a format, by what it is shown on, by comparison: "wide like a cinema screen"."""

import re

from studio.director.language.papers import without_paper

_SQUARE = (  # the shape, not the place in a town
    r"(?<!market )(?<!town )(?<!city )(?<!village )(?<!main )(?<!public )(?<!central )(?<!times )(?<!the )"
    r"square(?:d)?\b(?! (?:root|table|box|tower|window|metre|meter|of|in|at|with people)\b)"
)
_SET_OFF = r"(?:(?<=[,.:;] )|(?<=\bit )|^)"  # said of the picture, not of the thing in it
_TALL = r"(?:tall|high|long)"
_THAN = r"than (?:it(?:['’]s| is) |they are )?"
_LIKE_A = (
    r"(?:(?:wide|broad|big|large|tall|shaped|sized?) (?:just )?(?:like|as)(?: (?:on|for|in))?|"
    rf"(?:just )?(?:like|as) (?:on|for|in)|{_SET_OFF}(?:just )?(?:like|as)) (?:an? |the )"
)
_ALONE = r"(?= ?(?:$|[,.!]| (?:format|image|picture|shape)))"
# shapes told by comparison: these words are no part of a prompt
_HIGHER = (
    rf"(?:(?:much |a lot |clearly )?(?:taller|higher) {_THAN}(?:wide|broad)|tall and (?:narrow|slim|thin){_ALONE}|"
    rf"narrow and (?:tall|high){_ALONE}|{_SET_OFF}(?:very |extra |super )(?:tall|narrow){_ALONE}|"
    rf"{_SET_OFF}(?:as )?(?:tall|high|narrow|slim|upright|long) (?:like|as) an? (?:bookmark|door(?:way)?|poster|scroll|"
    rf"ribbon)|{_LIKE_A}(?:phone|mobile)(?: screen| display)(?! \w)|phone[- ]sized?{_ALONE})"
)
_WIDEST = (
    r"(?:(?:(?:with|as|in) (?:an? )?)?(?:letter-?boxed|letter-?box(?= (?:format|ratio|shape|bars)\b)|"
    r"(?:cinema|film|movie|theat(?:er|re))[- ](?:format|ratio|shape|proportions|width))|"
    rf"(?:(?:with|as|in) |{_SET_OFF})letter-?box{_ALONE}|"
    rf"{_LIKE_A}(?:cinema|movie(?: theat(?:er|re))?|theat(?:er|re)|film) (?:screen|canvas)|"
    rf"{_SET_OFF}(?:as )?(?:wide|broad|long) (?:like|as) an? (?:banner|billboard|panorama|envelope|ruler|strip)|"
    rf"as wide as (?:possible|it gets|you can)|{_SET_OFF}(?:very |extra |super |really |extremely )(?:wide|broad)"
    rf"{_ALONE}|(?:(?<=\bit )long|wide) and (?:narrow|low|flat|thin){_ALONE})"
)
_WIDER = (
    rf"(?:(?:much |a lot |clearly )?(?:wider|broader) {_THAN}{_TALL}|"
    rf"{_LIKE_A}(?:tv|television|computer|laptop|monitor|desktop) (?:screen|set|display|monitor)(?! \w))"
)
_EVEN = (
    rf"(?:(?:the )?same (?:height and width|width and height)|as (?:wide|broad) as (?:it is )?{_TALL}|"
    rf"as {_TALL} as (?:it is )?(?:wide|broad)|{_SET_OFF}(?:with )?(?:all |four )?(?:equal|even) sides(?: all round)?)"
)
_HEADERS = (  # what stands on top of a page
    r"(?:(?:linked ?in|twitter|e-?mail|facebook|web ?site|web|channel|profile|blog|page) (?:header|banner|"
    r"cover(?! (?:of|for)\b))|(?:for|as) (?:an? |the |my |our )?(?:header|banner) (?:on|of|for) (?:my|our|the|"
    r"a) (?:[\w-]+ )?"
    r"(?:blog|web ?site|site|page|shop|channel|newsletter|profile))"
)
_NETWORK = (
    r"(?:insta(?:gram)?|facebook|whatsapp|snapchat|tik ?tok|twitter|linked ?in|discord|twitch)"
)
_ON_A_NETWORK = re.compile(  # where it is to be shown: "for my insta story", "as a facebook profile pic"
    rf",?\s?(?:\bit(?:['’]s| is) )?\b(?:for|as|on|in|to|into)\s(?:an?\s|the\s|my\s|our\s)?(?:{_NETWORK} (?:story|"
    rf"stories|"
    r"status|reels?|posts?|shorts|feed|avatar|profile(?: (?:pic(?:ture)?|photo|image))?)|profile (?:pic(?:ture)?|photo|"
    r"image))\b|,?\s?\bit(?:['’]s| is) for (?:an? |the |my |our )?(?:youtube|video) thumbnail\b",
    re.I,
)
_COMPARED = re.compile(
    rf",?\s?\b(?:{_HIGHER}|{_WIDEST}|{_WIDER}|{_EVEN})(?![\w-])(?: (?:format|shape))?", re.I
)
_SHAPES = (
    (r"\b(tik ?tok|reels?|shorts|(instagram|insta|facebook|whatsapp|snapchat|for|as) "
     r"(an? |my |the |our )?(story|stories|status)|(story|stories) (of|on|for) (instagram|insta|facebook|whatsapp)|"
     r"story format|vertical(ly)?|snapchat|(i?phone|mobile|android) (wallpaper|background)s?|lock ?screens?|"
     r"(?<=it )(tall|"
     r"upright)$|(?<=, )(tall|upright)\b(?! \w)|^(?:again )?(tall|upright)$|"
     r"(tall|upright)(?= (format|version|pictures?|images?|photos?|posters?|videos?|orientation|shape|one)\b)|"
     r"(on|for) (a |the |my )?(phones?|mobile)|(phone|mobile) (screen|format))\b|"
     rf"\b{_HIGHER}(?![\w-])", "9:16"),
    (r"[.;–-]\sportrait( please)?$|^(again )?portrait( version| format)?,? (instead|rather|please)$|"
     r"\b(portrait (format|orientation|mode|shape|size|aspect|version)|(in|as|to) portrait\b(?! of)|"
     r",\s?portrait( please)?$|(make|turn) (it|this|that|them) (in(to)? )?portrait\b(?! of))", "9:16"),
    (r"\b(print|paper) (size|format)\b", "2:3"),
    (r"\b(ultra-?wide|cinemascope|anamorphic|panoram(?:a|ic) (?:format|shape|size|version))\b|"
     rf"\b(?:{_WIDEST}|{_HEADERS})(?![\w-])", "21:9"),
    (r"[.;–-]\slandscape( please)?$|^(again )?landscape( version| format)?,? (instead|rather|please)$|"
     r"\b(youtube|wide-?screen|desktop|banner|(zoom|teams) background|presentation slide|title slide|"
     r"horizontal(ly)?|for (a |the |my )?(tv|television)|"
     r"(make|turn) (it|this|that|them) (in(to)? )?landscape\b(?! of)|landscape (format|orientation|mode|shape|size|"
     r"aspect|version)|(in|as|to) landscape\b(?! of)|,\s?landscape( please)?$|"
     r"(?<=one )in wide$|wide format|(?<=make it )wide(?=$|[,.!?])|(?<=make that )wide(?=$|[,.!?]))|"
     rf"\b(?:{_WIDER}|(?:youtube|video) thumbnail)(?![\w-])", "16:9"),
    (rf"\b{_EVEN}(?![\w-])|\b({_SQUARE}|instagram|profile (picture|pic)|(album|podcast|single|playlist) (cover|"
     rf"art)|cover art|"
     r"cover (for|of) (my|our|the|a|his|her) (new |next |first |debut |latest )*(single|album|ep|lp|mixtape|song|"
     r"record|"
     r"podcast))\b", "1:1"),
    (r"\b(poster|pinterest (pin|graphic|post|image)|(e-?)?book cover|cover (for|of) (my|our|the|a|his|her) (new |next |"
     r"first )*(book|novel|e-?book)|dvd cover|bookmark)\b", "2:3"),
    (r"^(\w+ (me |us )?)?(an? |my |our |the |\d+ )?((?!\w{2,20}ing |of |with |and )[\w-]+ ){0,3}?(postcard|"
     r"business card|"
     r"visiting card)s?\b"
     r"(?! (stand|holder|rack|shop)s?\b)", "3:2"),
)  # fmt: skip
SHAPES = tuple((re.compile(pattern, re.I), shape) for pattern, shape in _SHAPES)
SHAPE_WORDS = re.compile(
    r"(?:,?\s?\b(?:in|as|for|to|with|at)\s)?(?:an?\s|the\s|my\s)?\b(?:"
    r"(?:for |as an? |on )?(?:tik ?tok|youtube|instagram|snapchat|whatsapp|reels?|(?:youtube )?shorts)"
    r"(?: (?:story|stories|status|"
    r"reels?|posts?|shorts|format|size|video))?(?! (?:channel|page|account|profile|series|show|thumbnail)s?\b)|"
    r"(?:portrait|landscape|panorama|panoramic|wide|square|vertical|horizontal|upright|phone|"
    r"mobile|"
    r"tall|widescreen) (?:format|orientation|mode|shape|aspect(?: ratio)?|size)|"
    + _SQUARE
    + r"|(?:story|stories) of instagram|"
    r"(?<=\bit )(?:portrait|landscape)(?=$|[,.!?])|(?<=\bit )wide(?=$|[,.!?])|(?<=\bthat )wide(?=$|[,.!?])|"
    r"^(?:upright|tall)$|(?<=[,.;–-] )(?:upright|landscape)(?=$|[.!]| please)|(?<=[.;–-] )portrait(?=$|[.!]| please)|"
    r"(?<=, )upright(?=,)|vertical(?:ly)?|"
    r"horizontal(?:ly)?|wide-?screen|ultra-?wide|in portrait(?! of)|"
    r"in landscape(?! of)|"
    r"for (?:(?:a|the|my) )?phones?)\b",
    re.I,
)  # fmt: skip

_OF_SOMEBODY = re.compile(  # whose page it is shown on: "a picture for my studio's instagram, a woman by a lake"
    r"(?P<picture>\b(?:pictures?|images?|photos?|pics?|posts?|shots?|illustrations?|drawings?|paintings?)(?= ))?"
    r"(?P<whose> (?:for|on|to) (?:my|our|the|his|her|their|a|an) (?:[\w-]{1,24} ){0,2}[\w-]{1,24})['’]s? "
    rf"(?:{_NETWORK}|youtube|pinterest)(?: (?:story|stories|status|reels?|posts?|shorts|feed|page|account|profile|"
    r"channel))?\b(?P<more>(?=\s?[,:] ?\w))?",
    re.I,
)


def without_shape(text: str) -> str:
    """Without the words for a shape."""
    text = _OF_SOMEBODY.sub(_whose, text)
    return SHAPE_WORDS.sub("", _COMPARED.sub("", _ON_A_NETWORK.sub("", without_paper(text))))


def _whose(found: re.Match[str]) -> str:
    """The picture alone where what it shows follows; else whose it is, without the page."""
    if found["picture"] and found["more"] is not None:
        return found["picture"]
    return f"{found['picture'] or ''}{found['whose']}"
