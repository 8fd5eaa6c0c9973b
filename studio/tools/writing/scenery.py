"""Light, places, cameras and sounds, by mood and place."""

LIGHT = {
    "sad": (
        "flat overcast light",
        "blue hour light with long shadows",
        "one lamp in the dark",
    ),
    "tense": (
        "hard side light out of darkness",
        "cold moonlight through haze",
        "flickering light and deep shadow",
    ),
    "epic": (
        "low golden sun behind the subject",
        "storm light breaking through clouds",
        "shafts of light through dust",
    ),
    "funny": ("bright even daylight", "cheerful soft light", "crisp noon sun"),
    "calm": ("soft morning light", "diffuse light through thin mist", "gentle evening glow"),
    "tender": (
        "warm backlight at sunset",
        "warm dim light with soft falloff",
        "hazy late afternoon sun",
    ),
    "bright": ("clear summer sunlight", "sparkling midday light", "vivid golden hour light"),
    "warm": (
        "soft golden hour light",
        "warm evening light",
        "low sun with a gentle rim on the edges",
    ),
}
SETTING = {
    "sea": ("salt spray and a wide horizon behind", "wet rocks and slow waves around",
            "a weathered quay and moored boats",
            "pale sand and a long line of foam"),
    "city": ("wet pavement and glowing windows behind", "a narrow street with depth and signs out of focus",
             "a rooftop above the traffic", "a quiet corner between tall facades"),
    "road": ("an empty road leading into the distance", "dust and open country behind",
             "a lay-by with a far view",
             "long shadows across the asphalt"),
    "nature": ("layers of foliage from near to far", "a quiet clearing with tall grass",
               "a stream between mossy stones",
               "a hillside with the valley below"),
    "space": ("a deep field of stars behind", "a curved horizon and thin atmosphere",
              "a glowing cloud of dust far away",
              "a round window onto the dark"),
    "home": ("a lived-in room with small details", "wooden surfaces and soft fabrics around", "a table by the window",
             "a hallway with an open door at its end"),
    "open": ("an uncluttered background with depth", "a simple setting that supports the subject",
             "a plain wall with soft texture", "a wide empty space around"),
}  # fmt: skip
FRAME = ("framed off centre with room to breathe", "medium shot at eye level", "close framing with a clear silhouette",
          "wide framing with strong leading lines")  # fmt: skip
LENS = (
    "shallow depth of field, 50mm look",
    "85mm look with creamy background",
    "35mm look with deep focus",
)
FINISH = (
    "natural colours with gentle contrast",
    "rich texture and fine detail",
    "restrained palette with one accent colour",
)
CAMERA = (
    "slow push in",
    "smooth tracking shot from left to right",
    "gentle orbit around the subject",
    "static wide shot that lets the action play",
    "low handheld follow",
)
MOTION = {
    "sea": "water moves in the foreground and hair and cloth stir in the wind",
    "city": "people and reflections drift past in the background",
    "road": "dust trails and scenery slides by",
    "nature": "leaves and grass sway and light shifts across the ground",
    "space": "particles drift and the light turns slowly",
    "home": "steam rises and curtains stir",
    "open": "small natural movements keep the scene alive",
}
SOUND = {
    "sea": "waves, wind and distant gulls", "city": "footsteps, far traffic and a murmur of voices",
    "road": "engine hum and wind", "nature": "birdsong, leaves and running water",
    "space": "a low drone and soft electronic pulses", "home": "a ticking clock, cups and quiet voices",
    "open": "soft room tone and the sounds of the action",
}  # fmt: skip
