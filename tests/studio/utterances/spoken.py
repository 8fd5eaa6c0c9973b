"""What different kinds of people say: wishes about nothing that is there, films in order, signs in place of words."""

from tests.studio.utterances.media import Row

NOTHING_THERE_ROWS: list[Row] = [
    ("make the sky purple", (), "ask"),
    ("remove the background", (), "ask"),
    ("brighten it", (), "ask"),
    ("make my dog look like a lion", (), "ask"),
    ("make her hair longer", (), "ask"),
    ("make the background a beach", (), "ask"),
    ("change the hat to green", (), "ask"),
    ("give the fox a hat", (), "ask"),
    ("turn the lights off", (), "ask"),
    ("add some rain", (), "ask"),
    ("could you please remove the man on the left?", (), "ask"),
    ("make the most beautiful sunset", (), [("generate_image", {"prompt": ("sunset",)})]),
    ("make the poster for my bakery", (), [("generate_image", {"prompt": ("bakery",)})]),
    ("give me the fox with a hat", (), [("generate_image", {"prompt": ("fox", "hat")})]),
    ("make the road to the sea", (), [("generate_image", {"prompt": "the road to the sea"})]),
    ("paint the last supper", (), [("generate_image", {"prompt": "the last supper"})]),
]
