"""Styles that grew out of jazz, blues and dance halls, played by hands."""

from studio.renderers.music.style import Beat, Layer, Lead, Style

HOLD = "x---------------"

JAZZ = Style(
    "jazz",
    (108, 150),
    0.35,
    ("ii7 V7|IM7|vi7 ii7|V7", "IM7|vi7|ii7|V7", "IVM7|iii7 vi7|ii7|V7"),
    ("i7|iv7|VIM7|V7", "iv7|VII7|IIIM7|VIM7", "VIM7|iv7|V7|i7"),
    (
        Beat("ride", "x...x..ox...x..o", 0.2),
        Beat("hat", "....x.......x...", 0.3),
        Beat("brush", "..o...o.o.o...o./o...o..o....o.o.", 0.35),
        Beat("soft kick", "x.......o...o...", 0.5),
    ),
    (
        Layer(
            "upright bass",
            "r---t---f---a---/r---f---t---a---/r---h---f---a---",
            0.85,
            0.1,
            centre=36,
            send=0.06,
        ),
        Layer(
            "piano",
            "x--x......x-..../..x-....x--...x-/....x-..x..x-...",
            0.42,
            0.0,
            centre=62,
            pan=-0.25,
        ),
        Layer("rhodes", HOLD, 0.16, 0.9, centre=58),
    ),
    Lead("sax", 7.0, 0.55, 68, 0.55, enters=0.4),
    swing=0.62,
    looseness_s=0.012,
    room_s=1.1,
    drive=0.15,
    treble_db=-1.5,
    fills=("brush", "soft kick"),
    crash="ride",
)
FUNK = Style(
    "funk",
    (96, 116),
    0.6,
    ("I9|I9|IV9|I9", "IV9|IV9|I9|V9", "vi7|ii7|IV9|V9"),
    ("i7|i7|IV9|i7", "i7|IV9|i7|VII9", "VIM7|V7|i7|IV9"),
    (
        Beat("kick", "x..x......x..x../x.x.......x..x..", 0.35),
        Beat("crisp snare", "....X..o.o..X..o", 0.4),
        Beat("hat", "xoxoxoxoxoxoxoxo", 0.35),
        Beat("open hat", "......x.......x.", 0.7),
        Beat("conga", "..x...xx..x...x.", 0.75),
        Beat("tambourine", "....x.......x...", 0.85),
    ),
    (
        Layer(
            "slap bass",
            "r..h.rh..r.fr.ha/r.r..h.r..f.r.ha/r--h..r.f.r..ht.",
            0.85,
            0.2,
            centre=36,
            send=0.02,
        ),
        Layer(
            "muted guitar",
            "o.xo..x.o.xx..x./..xo.xo...x.oxo.",
            0.34,
            0.35,
            centre=66,
            pan=0.6,
            send=0.08,
        ),
        Layer("clean guitar", "....x.......x.x.", 0.3, 0.6, centre=64, pan=-0.6, send=0.1),
        Layer("rhodes", "x--.......x-....", 0.36, 0.0, centre=60, pan=-0.2),
        Layer("brass", "........x..x..../x..............x", 0.34, 0.85, centre=66, send=0.25),
    ),
    Lead("trumpet", 5.5, 0.6, 70, 0.60, enters=0.55),
    swing=0.12,
    swing_sixteenths=True,
    room_s=0.6,
    drive=0.4,
    kit_gain=0.9,
)
REGGAE = Style(
    "reggae",
    (68, 84),
    0.4,
    ("I|IV|I|V", "I|vi|IV|V", "ii|V|I|I"),
    ("i|iv|i|VII", "i|VII|VI|VII", "iv|VII|III|i"),
    (
        Beat("soft kick", "........x.......", 0.2),
        Beat("rim", "........x.......", 0.3),
        Beat("hat", "x.o.x.o.x.o.x.oo", 0.25),
        Beat("snare", "........x......o", 0.8),
        Beat("block", "......x.......x.", 0.85),
        Beat("conga", "...x..x....x..xx", 0.6),
    ),
    (
        Layer(
            "sub bass",
            "r--.t-f-..r-..../..r-r-..f-t-r-../r-..r-f-....l-..",
            0.95,
            0.15,
            centre=33,
            send=0.0,
        ),
        Layer("clean guitar", "....x.......x...", 0.46, 0.0, centre=64, pan=0.4, send=0.3),
        Layer("organ", "..x...x...x...x.", 0.26, 0.3, centre=60, pan=-0.4, send=0.2),
        Layer("piano", "....x.......x...", 0.28, 0.5, centre=67, pan=0.1, send=0.2),
        Layer("horns", "............x-x-", 0.28, 0.85, centre=62, send=0.4),
    ),
    Lead("melodica", 3.8, 0.45, 72, 0.41, echo=0.45),
    swing=0.2,
    room_s=1.5,
    wet=0.6,
    drive=0.3,
    fills=("snare", "rim", "high tom"),
    treble_db=-1.0,
)
LATIN = Style(
    "bossa nova",
    (118, 138),
    0.5,
    ("IM7|ii7|V7|IM7", "ii7|V7|iii7|vi7", "IVM7|iv7|iii7 vi7|ii7 V7"),
    ("i7|iv7|V7|i7", "iv7|VII7|IIIM7|VIM7", "VIM7|V7|i7|i7"),
    (
        Beat("rim", "x..x..x...x..x../x..x...x..x..x..", 0.25),
        Beat("soft kick", "x..xx..xx..xx..x", 0.35),
        Beat("shaker", "xoxoxoxoxoxoxoxo", 0.15),
        Beat("conga", "..x...xx..x...x.", 0.55),
        Beat("low conga", "x.......x..x....", 0.7),
        Beat("clave", "..x..x....x..x..", 0.9),
    ),
    (
        Layer(
            "upright bass", "r-----f-f-----r-/r-----f-h-----f-", 0.78, 0.15, centre=36, send=0.05
        ),
        Layer("nylon guitar", "x--x..x-..x--.x-/x-.x-.x-.x-..x-.", 0.58, 0.0, centre=60, pan=0.2),
        Layer("rhodes", HOLD, 0.2, 0.6, centre=62, pan=-0.3),
        Layer("strings", HOLD, 0.12, 0.85, centre=67, send=0.5),
    ),
    Lead("flute", 5.5, 0.55, 76, 0.71, enters=0.45),
    room_s=1.3,
    drive=0.1,
    looseness_s=0.008,
    fills=("conga", "low conga", "rim"),
    crash="ride",
    kit_gain=0.72,
)
SOUL = Style(
    "rhythm and blues",
    (70, 96),
    0.5,
    ("IM7|iii7|vi7|IVM7", "IVM7|V7|iii7|vi7", "ii7|iii7|IVM7|V7"),
    ("i7|VIM7|iv7|V7", "VIM7|VII7|i7|iv7", "iv7|v7|VIM7|VII7"),
    (
        Beat("kick", "x......x..x....."),
        Beat("snap", "....x.......x...", 0.4),
        Beat("hat", "x.xox.x.xox.x.xx", 0.45),
        Beat("rim", ".......x......x.", 0.75),
        Beat("shaker", "o.x.o.x.o.x.o.x.", 0.6),
    ),
    (
        Layer(
            "electric bass", "r-----.r..f-..a-/r--.....r-f-r.a-", 0.85, 0.3, centre=34, send=0.02
        ),
        Layer("rhodes", "x-------..x-----", 0.55, 0.0, centre=60),
        Layer("clean guitar", "......0-2-..3-1-", 0.24, 0.55, centre=66, pan=0.5),
        Layer("strings", HOLD, 0.15, 0.8, centre=65, send=0.5),
    ),
    Lead("muted trumpet", 5.0, 0.55, 70, 0.38, enters=0.5),
    swing=0.14,
    swing_sixteenths=True,
    room_s=1.3,
    drive=0.3,
)
BLUES = Style(
    "blues",
    (72, 112),
    0.0,
    ("I7|IV7|I7|I7|IV7|IV7|I7|I7|V7|IV7|I7|V7",) * 3,
    ("i7|iv7|i7|i7|iv7|iv7|i7|i7|V7|iv7|i7|V7",) * 3,
    (
        Beat("kick", "x.......x.......", 0.35),
        Beat("rock snare", "....x.......x...", 0.45),
        Beat("ride", "x.x.x.x.x.x.x.x.", 0.3),
    ),
    (
        Layer("electric bass", "r---t---f---t---/r---h---f---a---", 0.8, 0.2, centre=36, send=0.02),
        Layer("clean guitar", "x--x--......x--./..x-....x-....x-", 0.42, 0.0, centre=60, pan=0.4),
        Layer("organ", HOLD, 0.2, 0.6, centre=62, pan=-0.4),
        Layer("piano", "..x...x...x...x.", 0.25, 0.75, centre=66, pan=-0.2),
    ),
    Lead("lead guitar", 5.5, 0.45, 69, 0.53, enters=0.45),
    swing=0.6,
    room_s=0.9,
    drive=0.5,
    looseness_s=0.01,
)

STYLES = (
    JAZZ,
    FUNK,
    REGGAE,
    LATIN,
    SOUL,
    BLUES,
)
