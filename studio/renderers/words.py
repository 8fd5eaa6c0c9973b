"""What a prompt asks for: its words sorted into subjects, time of day, weather, style and colours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_SUBJECTS = {
    "lighthouse": "lighthouse beacon",
    "sea": "sea ocean tide marine nautical surf underwater bay harbour harbor",
    "coast": "coast shore shoreline coastline cliff beach cove seaside island headland",
    "waves": "wave surfing swell",
    "mountains": "mountain alps peak summit alpine ridge range fjord volcano highland everest",
    "hills": "hill meadow field valley countryside farm prairie grassland vineyard plain road path pasture",
    "forest": "forest pine wood woodland jungle tree fir grove",
    "city": "city skyline skyscraper downtown street urban town building metropolis rooftop tokyo york "
    "london paris alley cyberpunk",
    "desert": "desert dune sahara sand canyon cactus mesa",
    "lake": "lake river pond stream lagoon reflection",
    "boat": "boat ship sail sailing sailboat yacht schooner canoe kayak",
    "cabin": "cabin house cottage hut home barn chalet village",
    "lantern": "lantern firefly candle lamp",
    "balloon": "balloon airship",
    "bridge": "bridge viaduct",
    "car": "car truck automobile drive driving highway roadtrip taxi van",
    "moon": "moon lunar moonlit moonlight moonrise",
    "sun": "sun sunlight sunny sunshine sunlit",
    "person": "person man woman girl boy figure people traveller traveler wanderer keeper dancer singer "
    "couple hiker human lover knight child astronaut monk",
    "portrait": "portrait face headshot selfie bust character grandmother grandfather model musician avatar "
    "fisherman queen king wizard sailor captain lady",
    "fox": "fox wolf coyote",
    "cat": "cat kitten kitty tabby panther",
    "dog": "dog puppy hound retriever labrador poodle terrier shepherd spaniel",
    "deer": "deer stag elk moose reindeer",
    "horse": "horse pony stallion unicorn",
    "bird": "bird gull seagull swallow raven crow eagle heron dove swan crane flamingo",
    "owl": "owl",
    "whale": "whale dolphin orca",
    "flower": "flower dahlia rose bloom blossom petal bouquet floral lotus sunflower peony tulip lily daisy "
    "garden cherry mandala",
    "solids": "ring torus sphere ball donut toy 3d render sculpture ceramics ceramic vase pottery bottle "
    "product packshot object still-life orb marble bubble cup mug",
    "planet": "planet space galaxy nebula cosmos cosmic universe saturn mars orbit interstellar milky "
    "constellation celestial spaceship rocket",
    "robot": "robot android mech cyborg machine droid",
    "geometric": "geometric geometry bauhaus shapes pattern tiles grid mosaic typography layout",
    "spiral": "spiral vortex tunnel swirl staircase hypnotic",
    "ribbons": "ribbon silk flow smoke fluid liquid ink-drop abstract gradient wallpaper texture",
}
_TIMES = {
    "night": "night midnight nocturnal moonlit moonlight nighttime starry stars dark moon moonrise",
    "sunset": "sunset afterglow golden-hour evening sundown golden",
    "dawn": "dawn sunrise morning daybreak first-light",
    "dusk": "dusk twilight blue-hour gloaming",
    "day": "day noon daylight sunny midday afternoon sunshine summer bright",
}
_WEATHER = {
    "storm": "storm stormy thunder lightning tempest gale hurricane",
    "rain": "rain rainy raining drizzle downpour wet",
    "snow": "snow snowy winter snowfall blizzard frozen ice icy christmas",
    "fog": "fog foggy mist misty haze hazy",
    "aurora": "aurora northern-lights polar-lights borealis",
    "clouds": "cloud cloudy clouds overcast",
    "stars": "star stars starry constellation milky",
    "autumn": "autumn fall autumnal harvest october",
    "spring": "spring sakura cherry blossom",
}
_STYLES = {
    "poster": "poster flat vector travel-poster screenprint album cover",
    "watercolor": "watercolor watercolour aquarelle gouache",
    "ink": "ink sumi calligraphy monochrome",
    "pencil": "pencil sketch graphite drawing",
    "charcoal": "charcoal",
    "linocut": "linocut woodcut woodblock engraving etching",
    "oil": "oil painted painterly brush brushstroke impasto oil-painting",
    "impressionist": "impressionist impressionism monet van-gogh pointillism",
    "cel": "anime cartoon ghibli cel-shaded cel-shading animation manga",
    "comic": "comic comic-book superhero",
    "pop art": "pop-art warhol",
    "halftone": "halftone newspaper",
    "mosaic": "mosaic",
    "stained glass": "stained-glass",
    "low poly": "low-poly lowpoly origami",
    "noir": "noir film-noir",
    "neon": "neon cyberpunk glowing blacklight",
    "retro": "retro synthwave vaporwave 80s eighties outrun vintage 70s arcade",
    "minimal": "minimal minimalist minimalistic simple clean",
    "photo": "photo photograph photorealistic cinematic film realistic photography 35mm bokeh movie",
    "pixel": "pixel 8bit pixelart 8-bit 16-bit",
}
COLOUR_WORDS = {
    "red": "#d6322f", "crimson": "#b3152f", "scarlet": "#e23420", "coral": "#ff7a62", "orange": "#f28a22",
    "amber": "#f5a623", "gold": "#e8b53a", "golden": "#e8b53a", "yellow": "#f6d23c", "lime": "#a6d634",
    "green": "#2f9e5b", "emerald": "#12805c", "mint": "#8fe0c0", "teal": "#138a8a", "turquoise": "#2cc4c0",
    "cyan": "#38c8e6", "blue": "#2763c4", "azure": "#3f9be8", "navy": "#14285c", "indigo": "#3b2f8f",
    "violet": "#7447c8", "purple": "#7b3aa8", "lavender": "#b7a0e6", "magenta": "#d42a92", "pink": "#f48ab8",
    "rose": "#e5688a", "brown": "#7a4a2a", "beige": "#d9c6a5", "cream": "#f3e7cf", "white": "#f4f2ec",
    "black": "#101216", "grey": "#7d848c", "gray": "#7d848c", "silver": "#b8c0c8", "copper": "#b5683c",
    "maroon": "#6e1423", "olive": "#7a7a2a", "tan": "#c9a27a", "ivory": "#f3eee0", "ruby": "#9b1136",
    "sapphire": "#1d4fa3", "plum": "#6d2f63", "salmon": "#f28b77", "blonde": "#dcb670", "blond": "#dcb670",
    "ginger": "#b9602e", "auburn": "#7c3a22", "pastel": "#f2b8c6", "peach": "#ffb48f", "sepia": "#8a6a45",
}  # fmt: skip
_QUOTED = re.compile(r"[\"“”«]([^\"“”»]{2,28})[\"“”»]|\btitled? ['‘]([^'’]{2,28})['’]")


@dataclass(frozen=True)
class Brief:
    """A prompt understood: tags in the order they were said, colours as hex, `title` when words were quoted."""

    subjects: tuple[str, ...]
    time: str | None
    weather: frozenset[str]
    styles: tuple[str, ...]
    colours: tuple[str, ...]
    words: frozenset[str]
    title: str | None = None
    refused: frozenset[str] = frozenset()
    """Tags and words of what shall not be there."""

    def refuses(self, *names: str) -> bool:
        """Whether any of these was ruled out."""
        return any(name in self.refused for name in names)

    def has(self, *subjects: str) -> bool:
        """Whether any of these subjects was asked for."""
        return any(subject in self.subjects for subject in subjects)


def _forms(text: str) -> list[str]:
    words = re.findall(r"[a-z0-9][a-z0-9'-]*", text.lower())
    forms: list[str] = []
    for first, second in zip(words, [*words[1:], ""], strict=False):
        forms.append(f"{first}-{second}")
        forms.append(first)
        if first.endswith("ies"):
            forms.append(first[:-3] + "y")
        elif first.endswith(("ches", "shes", "xes", "sses")):
            forms.append(first[:-2])
        elif first.endswith("s") and len(first) > 3:
            forms.append(first[:-1])
    return forms


def _tags(forms: Iterable[str], table: dict[str, str]) -> tuple[str, ...]:
    lookup: dict[str, list[str]] = {}
    for tag, words in table.items():
        for word in words.split():
            lookup.setdefault(word, []).append(tag)
    found: dict[str, None] = {}
    for form in forms:
        for tag in lookup.get(form, ()):
            found.setdefault(tag)
    return tuple(found)


def read_prompt(prompt: str) -> Brief:
    """Sorts a prompt's words. Unknown words are kept in `words`; they only steer chance."""
    forms = _forms(prompt)
    times = _tags(forms, _TIMES)
    quoted = _QUOTED.search(prompt)
    title = next((part for part in quoted.groups() if part), None) if quoted else None
    return Brief(
        subjects=_tags(forms, _SUBJECTS),
        time=times[0] if times else None,
        weather=frozenset(_tags(forms, _WEATHER)),
        styles=_tags(forms, _STYLES),
        colours=tuple(dict.fromkeys(COLOUR_WORDS[form] for form in forms if form in COLOUR_WORDS)),
        words=frozenset(forms),
        title=title,
    )


def without(brief: Brief, negative: str) -> Brief:
    """The brief less what a negative prompt names; what scenes add by chance asks `refuses`."""
    forms = _forms(negative)
    subjects, weather = set(_tags(forms, _SUBJECTS)), set(_tags(forms, _WEATHER))
    times, styles = set(_tags(forms, _TIMES)), set(_tags(forms, _STYLES))
    colours = {COLOUR_WORDS[form] for form in forms if form in COLOUR_WORDS}
    lettering = {"text", "letters", "words", "title", "typography", "lettering"} & set(forms)
    return replace(
        brief,
        subjects=tuple(subject for subject in brief.subjects if subject not in subjects),
        time=None if brief.time in times else brief.time,
        weather=brief.weather - weather,
        styles=tuple(style for style in brief.styles if style not in styles),
        colours=tuple(code for code in brief.colours if code not in colours),
        words=brief.words - set(forms),
        title=None if lettering else brief.title,
        refused=frozenset(subjects | weather | times | styles | set(forms)),
    )
