"""The words and bounds of the film tools, for those who only check a request: nothing here needs a library."""

TRANSITIONS = ("fade", "dissolve", "wipeleft", "wiperight", "slideup", "slidedown")
OVERLAY_POSITIONS = (
    "top-left", "top-center", "top-right", "center", "bottom-left", "bottom-center", "bottom-right",
)  # fmt: skip
MOST_OVERLAYS = 24
MOST_CLIPS = 64
CONTROLS = ("canny", "pose", "depth", "detailer", "outpaint", "inpaint")
OUTPAINT_POSITIONS = ("center", "top", "bottom", "left", "right")
OUTPAINT_RATIOS = ("16:9", "9:16", "1:1", "4:3", "3:4", "21:9")
UPSCALE_RESOLUTIONS = (1080, 1440)
UPSCALE_USUAL_FROM = 720
"""A film with at least so many pixels on its shorter side usually becomes 1440, a smaller one 1080."""

ORBIT_ANGLES = {
    "front-right quarter view": 45.0,
    "right side view": 90.0,
    "back-right quarter view": 135.0,
    "back view": 180.0,
    "back-left quarter view": 225.0,
    "left side view": 270.0,
    "front-left quarter view": 315.0,
}
USUAL_ORBIT_ANGLES = ("right side view", "back view", "left side view")
ORBIT_ELEVATIONS = {
    "low-angle shot": -1.0,
    "eye-level shot": 0.0,
    "elevated shot": 0.55,
    "high-angle shot": 1.0,
}
ORBIT_DISTANCES = {"close-up": 1.28, "medium shot": 1.0, "wide shot": 0.8}
ORBIT_SEGMENT_S = 2.5

DANCE_LENGTHS_S = {
    "rasputin": 32.0,
    "big-guy": 11.0,
    "keep-it-gangsta": 21.0,
    "this-is-america": 22.0,
    "chinese-new-year": 18.0,
    "spongebob": 27.0,
    "chanel": 14.0,
    "crystal-light-aerobics-1988": 52.0,
    "plastic-dream-sequence": 28.0,
}
DANCE_SIZE = (480, 832)
DANCE_SHORTEST_S, DANCE_LONGEST_S, DANCE_SINGLE_S = 8.0, 30.0, 20.0
