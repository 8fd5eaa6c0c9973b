"""Styles of the concert hall."""

from studio.renderers.music.style import Beat, Layer, Lead, Style

HOLD = "x---------------"

CINEMATIC = Style(
    "cinematic",
    (76, 104),
    0.85,
    ("I|V|vi|IV", "I|bVI|bVII|I", "vi|iii|IV|V"),
    ("i|VI|III|VII", "i|VI|iv|V", "VI|VII|i|v"),
    (
        Beat("taiko", "X.....x.x...x.../X..x..x.X.x...x.", 0.6),
        Beat("timpani", "x...............", 0.45),
        Beat("low tom", "..xx..xx..xx..xx", 0.85),
        Beat("crash", "x...............................", 0.9),
        Beat("snare", "x.oox.oox.oox.xx", 0.95),
    ),
    (
        Layer("double basses", "r---------------", 0.62, 0.2, centre=34, send=0.4),
        Layer("strings", HOLD, 0.5, 0.0, centre=60, send=0.6),
        Layer(
            "staccato strings", "r-r-r-r-r-r-r-r-/0.1.2.1.0.1.2.1.", 0.4, 0.5, centre=52, send=0.4
        ),
        Layer("horns", "x-------x-------", 0.34, 0.7, centre=57, send=0.6),
        Layer("brass", HOLD, 0.3, 0.9, centre=60, send=0.5),
        Layer("choir", HOLD, 0.3, 0.85, centre=65, send=0.8),
    ),
    Lead("horns", 2.8, 0.1, 67, 0.87, enters=0.5, send=0.6),
    looseness_s=0.012,
    room_s=2.8,
    wet=0.8,
    drive=0.15,
    fills=("taiko", "timpani", "low tom"),
    kit_gain=0.85,
)
ORCHESTRAL = Style(
    "orchestral",
    (84, 116),
    0.35,
    ("I|IV|V|I", "vi|ii|V|I", "IV|iii|ii|V"),
    ("i|iv|V|i", "VI|III|iv|V", "iv|VII|III|V"),
    (
        Beat("timpani", "x.......x......./x..............x", 0.75),
        Beat("crash", "x...............................", 0.92),
    ),
    (
        Layer("double basses", "r---....f---....", 0.5, 0.25, centre=38, send=0.4),
        Layer("cello", "r-------f-------", 0.36, 0.0, centre=48, pan=0.4, send=0.4),
        Layer("strings", HOLD, 0.4, 0.0, centre=62, send=0.5),
        Layer("harp", "0-1-2-3-4-3-2-1-", 0.3, 0.4, centre=60, pan=-0.4, send=0.5),
        Layer("staccato strings", "....x-......x-..", 0.28, 0.55, centre=66, send=0.4),
        Layer("horns", "x-------x-------", 0.24, 0.8, centre=57, send=0.5),
    ),
    Lead("flute", 4.0, 0.1, 77, 0.46, enters=0.4, send=0.5),
    looseness_s=0.014,
    room_s=2.2,
    wet=0.7,
    drive=0.05,
    fills=("timpani",),
)
CLASSICAL = Style(
    "classical piano",
    (84, 120),
    0.45,
    ("I|V7|I|IV", "IV|I|V7|I", "vi|ii|V7|I"),
    ("i|V7|i|iv", "VI|iv|V7|i", "iv|VII|III|V7"),
    (),
    (
        Layer(
            "piano",
            "0-2-1-2-0-2-1-2-/0-1-2-3-2-3-2-1-/r-2-1-2-0-2-1-2-",
            0.5,
            0.0,
            centre=53,
            send=0.3,
        ),
        Layer("piano", "r-------........", 0.42, 0.6, centre=40, send=0.3),
    ),
    Lead("piano", 5.5, 0.1, 76, 0.62, enters=0.2),
    looseness_s=0.012,
    room_s=1.8,
    wet=0.55,
    drive=0.0,
    fills=(),
    crash="",
)
BALLAD = Style(
    "piano ballad",
    (62, 78),
    0.45,
    ("I|V|vi|IV", "IV|V|iii7|vi", "ii7|vi|IV|V"),
    ("i|VI|III|VII", "VI|VII|i|v", "iv|VI|i|V"),
    (
        Beat("soft kick", "x.......x.x.....", 0.6),
        Beat("rim", "....x.......x...", 0.6),
        Beat("snare", "....x.......x...", 0.85),
        Beat("hat", "x.x.x.x.x.x.x.x.", 0.7),
    ),
    (
        Layer("piano", "r-2-3-2-r-2-3-2-/0-2-3-2-1-3-2-1-", 0.6, 0.0, centre=56, send=0.35),
        Layer("strings", HOLD, 0.26, 0.6, centre=64, send=0.5),
        Layer("electric bass", "r-------r-----f-", 0.55, 0.6, centre=34, send=0.03),
    ),
    Lead("cello", 3.8, 0.2, 65, 0.42, enters=0.5, send=0.4),
    looseness_s=0.012,
    room_s=2.0,
    wet=0.6,
    drive=0.15,
)
WALTZ = Style(
    "waltz",
    (120, 168),
    0.25,
    ("I|I|V7|V7", "IV|I|V7|I", "vi|ii|V7|I"),
    ("i|i|V7|V7", "iv|i|V7|i", "VI|III|iv|V7"),
    (Beat("timpani", "x...............", 0.85), Beat("tambourine", "....o.......o...", 0.7)),
    (
        Layer("double basses", "r---............", 0.6, 0.1, centre=38, send=0.3),
        Layer("staccato strings", "....x-......x-..", 0.46, 0.0, centre=60, send=0.4),
        Layer("strings", HOLD, 0.22, 0.6, centre=66, send=0.5),
        Layer("harp", "0---2-------3---", 0.24, 0.5, centre=64, pan=-0.3, send=0.4),
    ),
    Lead("clarinet", 3.6, 0.1, 74, 0.39, enters=0.3, send=0.4),
    looseness_s=0.01,
    room_s=1.8,
    wet=0.6,
    drive=0.05,
    meter=3,
    fills=(),
)

STYLES = (CINEMATIC, ORCHESTRAL, CLASSICAL, BALLAD, WALTZ)
