"""Styles of bands: guitars, keys and drums played by hands."""

from studio.renderers.music.style import Beat, Layer, Lead, Style

HOLD = "x---------------"

POP = Style(
    "pop",
    (96, 122),
    0.3,
    ("I|V|vi|IV", "IV|I|V|vi", "ii|IV|vi|V"),
    ("i|VI|III|VII", "VI|VII|i|v", "iv|i|VI|V"),
    (
        Beat("kick", "x.....x.x.......x.....x.x..x....", 0.4),
        Beat("snare", "....x.......x...", 0.55),
        Beat("clap", "....x.......x...", 0.8),
        Beat("hat", "x.x.x.x.x.x.x.x.", 0.45),
        Beat("shaker", "xoxoxoxoxoxoxoxo", 0.75),
        Beat("open hat", "..............x.", 0.85),
    ),
    (
        Layer(
            "electric bass", "r--rr-r-r--rr-r-/r-----r-r---r-a-", 0.72, 0.4, centre=38, send=0.02
        ),
        Layer("piano", "x---x-----x-----/x-----x-----x---", 0.5, 0.0, centre=62),
        Layer("clean guitar", "0-2-1-2-0-2-3-2-", 0.22, 0.5, centre=64, pan=0.5),
        Layer("warm pad", HOLD, 0.26, 0.6, centre=60, send=0.4),
        Layer("eighties pad", HOLD, 0.16, 0.85, centre=69, send=0.4),
    ),
    Lead("synth lead", 5.5, 0.4, 73, 0.53, echo=0.25),
    drive=0.35,
    treble_db=1.0,
)
ROCK = Style(
    "rock",
    (108, 150),
    0.45,
    ("I|IV|I|V", "I|V|bVII|IV", "vi|IV|I|V"),
    ("i|VII|VI|VII", "VI|VII|i|III", "iv|VI|i|VII"),
    (
        Beat("rock kick", "x.....x.x.x.....", 0.4),
        Beat("rock snare", "....X.......X...", 0.45),
        Beat("hat", "x.x.x.x.x.x.x.x.", 0.4),
        Beat("ride", "x.x.x.x.x.x.x.x.", 0.85),
    ),
    (
        Layer("picked bass", "r-r-r-r-r-r-r-r-", 0.72, 0.4, centre=34, send=0.02),
        Layer(
            "power guitar",
            "r-r-r-r-r-r-r-r-/r--r--r-r--r--r-",
            0.46,
            0.5,
            centre=45,
            pan=-0.75,
            root_only=True,
            send=0.12,
        ),
        Layer(
            "power guitar",
            "r-------r-----r-/r---------r-r---",
            0.42,
            0.8,
            centre=50,
            pan=0.75,
            root_only=True,
            send=0.12,
        ),
        Layer("clean guitar", "d---d-u---u-d-u-", 0.3, 0.0, 0.5, centre=60, pan=0.3),
        Layer("organ", HOLD, 0.14, 0.9, centre=64),
    ),
    Lead("lead guitar", 4.5, 0.3, 69, 0.52, echo=0.2),
    drive=0.6,
    room_s=0.9,
    fills=("rock snare", "high tom", "low tom"),
)
METAL = Style(
    "metal",
    (135, 185),
    0.97,
    ("I|bVI|bVII|I", "I|bVII|bVI|V", "IV|I|bVI|V"),
    ("i|i|VI|VII", "i|VI|III|VII", "iv|i|VI|V"),
    (
        Beat("tight kick", "xxx.xxx.xxx.xxx./x.xxx.xxx.xxx.xx", 0.4),
        Beat("rock snare", "....X.......X...", 0.45),
        Beat("ride", "x.x.x.x.x.x.x.x.", 0.7),
        Beat("crash", "x.......x.......", 0.9),
        Beat("hat", "x...x...x...x...", 0.4),
    ),
    (
        Layer("picked bass", "rrr-rrr-rrr-rrr-", 0.7, 0.4, centre=29, send=0.0),
        Layer(
            "power guitar",
            "rrr-rrr-rrr-rrr-/r-rrr-rrr-rrr-rr",
            0.55,
            0.3,
            centre=40,
            pan=-0.85,
            root_only=True,
            send=0.06,
        ),
        Layer(
            "power guitar",
            "rrr-rrr-rrr-rrr-/r-rrr-rrr-rrr-rr",
            0.55,
            0.45,
            centre=40,
            pan=0.85,
            root_only=True,
            send=0.06,
        ),
        Layer(
            "power guitar", "r---------------", 0.3, 0.0, 0.45, centre=45, root_only=True, send=0.3
        ),
        Layer("choir", HOLD, 0.16, 0.85, centre=62, send=0.5),
    ),
    Lead("lead guitar", 8.5, 0.3, 72, 0.53, echo=0.2),
    drive=0.9,
    room_s=0.8,
    looseness_s=0.002,
    treble_db=0.0,
    fills=("rock snare", "high tom", "low tom", "tight kick"),
    kit_gain=0.85,
)
FOLK = Style(
    "folk",
    (88, 116),
    0.25,
    ("I|V|vi|IV", "IV|I|V|I", "vi|IV|I|V"),
    ("i|VII|VI|VII", "III|VII|i|i", "iv|VII|III|VI"),
    (
        Beat("stomp", "x.......x.......", 0.6),
        Beat("tambourine", "....x.......x...", 0.75),
        Beat("shaker", "x.o.x.o.x.o.x.o.", 0.55),
    ),
    (
        Layer("steel guitar", "0-2-1-3-0-2-1-2-/0-3-1-2-0-3-2-1-", 0.62, 0.0, centre=58, pan=-0.25),
        Layer("nylon guitar", "d---d-u---u-d-u-", 0.36, 0.5, centre=62, pan=0.45),
        Layer("upright bass", "r-------f-------", 0.62, 0.45, centre=36, send=0.06),
        Layer("cello", HOLD, 0.26, 0.7, centre=55, pan=0.2, send=0.35),
    ),
    Lead("whistle", 4.5, 0.15, 76, 0.38, enters=0.45),
    room_s=1.3,
    drive=0.1,
    looseness_s=0.01,
    fills=("stomp", "tambourine"),
    crash="tambourine",
)
COUNTRY = Style(
    "country",
    (100, 132),
    0.08,
    ("I|I|IV|I", "IV|I|V|I", "vi|IV|I|V"),
    ("i|VII|VI|VII", "VI|III|VII|i", "iv|i|V|i"),
    (
        Beat("kick", "x.......x.......", 0.35),
        Beat("snare", "....x.......x..o", 0.45),
        Beat("brush", "o.x.o.x.o.x.o.x.", 0.3),
        Beat("tambourine", "....x.......x...", 0.85),
    ),
    (
        Layer("electric bass", "r-------l-------/r-------f-----a-", 0.8, 0.2, centre=36, send=0.03),
        Layer("steel guitar", "....d-....u-d-u-/....d-......d-u-", 0.5, 0.0, centre=62, pan=-0.3),
        Layer("banjo", "0.2.3.2.1.2.3.2./0.12.3.20.12.3.2", 0.34, 0.5, centre=64, pan=0.5),
        Layer("piano", "....x.......x...", 0.25, 0.75, centre=64, pan=-0.5),
    ),
    Lead("fiddle", 5.0, 0.2, 74, 0.43, enters=0.5),
    swing=0.1,
    room_s=1.0,
    drive=0.25,
    looseness_s=0.008,
)
CHILDREN = Style(
    "children's song",
    (112, 132),
    0.02,
    ("I|IV|V|I", "IV|I|V|I", "vi|ii|V|I"),
    ("i|iv|V|i", "VI|III|V|i", "iv|i|V|i"),
    (
        Beat("soft kick", "x.......x.......", 0.4),
        Beat("snap", "....x.......x...", 0.45),
        Beat("tambourine", "..x...x...x...x.", 0.7),
        Beat("block", "x..x..x.....x.x.", 0.85),
    ),
    (
        Layer("tuba", "r---....f---..../r---....l---....", 0.55, 0.3, centre=38, send=0.08),
        Layer("ukulele", "..d-..u-..d-..u-/d-d-.ud-d-d-.ud-", 0.5, 0.0, centre=64, pan=-0.35),
        Layer("marimba", "0.2.1.2.0.2.1.2.", 0.34, 0.55, centre=66, pan=0.4),
        Layer("music box", "0---2---3---2---", 0.2, 0.8, centre=66, pan=0.1, send=0.4),
    ),
    Lead("whistle", 4.6, 0.05, 77, 0.44, enters=0.3),
    swing=0.15,
    room_s=0.9,
    drive=0.1,
    treble_db=1.5,
    fills=("snap", "block", "high tom"),
    crash="tambourine",
)

STYLES = (
    POP,
    ROCK,
    METAL,
    FOLK,
    COUNTRY,
    CHILDREN,
)
