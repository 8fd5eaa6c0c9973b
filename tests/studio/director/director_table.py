"""What people say and what the director makes of it.

A row is (utterance, media, outcome). The outcome is one word, "ask", "decline", "talk" or "cannot", or the rounds of
calls in order, each a tool's name with its essential arguments. An argument given as a tuple of words must contain
them all; None must be absent; a number must be met. `MADE`: the media of a conversation in which much was made.
"""

from tests.studio.director.utterances.as_typed import (
    AGAIN_ROWS,
    BESIDE_ROWS,
    BREATH_ROWS,
    MENDED_ROWS,
    POLITE_ROWS,
    SLIP_ROWS,
)
from tests.studio.director.utterances.asked_films import ASKED_FILM_ROWS
from tests.studio.director.utterances.asked_pictures import ASKED_PICTURE_ROWS
from tests.studio.director.utterances.asked_words import ASKED_WORD_ROWS
from tests.studio.director.utterances.chatted import CHATTED_ROWS
from tests.studio.director.utterances.everyday import CHANGED_ROWS, TO_BE_SEEN_ROWS, WANTED_ROWS
from tests.studio.director.utterances.everyday_films import EVERYDAY_FILM_ROWS, EVERYDAY_SONG_ROWS
from tests.studio.director.utterances.films import CUTTING_ROWS, FILM_ROWS
from tests.studio.director.utterances.first_orders import (
    ALIKE_ROWS,
    COVER_ROWS,
    LIST_ROWS,
    OF_THE_FILES_ROWS,
    ONE_DEED_ROWS,
    OPEN_ROWS,
    SPOKEN_ROWS,
    STORY_ROWS,
    SUNG_ROWS,
)
from tests.studio.director.utterances.in_passing import (
    COUNTDOWN_ROWS,
    COUNTED_ROWS,
    FOREIGN_ROWS,
    MOMENT_ROWS,
)
from tests.studio.director.utterances.known_things import (
    ANOTHER_THING_ROWS,
    OF_A_SONG_ROWS,
    ONE_ROWS,
    TONGUE_ROWS,
)
from tests.studio.director.utterances.media import Row
from tests.studio.director.utterances.pictures import EDIT_ROWS, PICTURE_ROWS
from tests.studio.director.utterances.shortened import ABBREVIATION_ROWS, COMPARED_ROWS, ROUGH_ROWS
from tests.studio.director.utterances.sounds import SOUND_ROWS, WORD_ROWS
from tests.studio.director.utterances.spoken import (
    ARROW_ROWS,
    CHATTER_ROWS,
    NOTHING_THERE_ROWS,
    ROUNDABOUT_ROWS,
    SHAPE_ROWS,
    WORDLESS_ROWS,
)
from tests.studio.director.utterances.spoken_films import (
    AFTERWARDS_ROWS,
    CLIP_ROWS,
    GIF_ROWS,
    IN_ORDER_ROWS,
    MOTION_ROWS,
    PUT_INTO_ROWS,
)
from tests.studio.director.utterances.told_ahead import (
    CAMERA_ROWS,
    TOLD_AHEAD_ROWS,
    UNTOLD_ROWS,
    VARIED_ROWS,
)
from tests.studio.director.utterances.turned import (
    ORDER_ROWS,
    TOLD_ROWS,
    WISH_ROWS,
    WORD_ALONE_ROWS,
)
from tests.studio.director.utterances.turns import CHAIN_ROWS, TALK_ROWS
from tests.studio.director.utterances.ways import WAY_ROWS
from tests.studio.director.utterances.with_reasons import (
    COMMA_ROWS,
    PLACED_ROWS,
    REASON_ROWS,
    WORDED_ROWS,
)

ROWS: list[Row] = [
    *PICTURE_ROWS,
    *EDIT_ROWS,
    *FILM_ROWS,
    *CUTTING_ROWS,
    *SOUND_ROWS,
    *WORD_ROWS,
    *CHAIN_ROWS,
    *TALK_ROWS,
    *WAY_ROWS,
    *WISH_ROWS,
    *WORD_ALONE_ROWS,
    *ORDER_ROWS,
    *TOLD_ROWS,
    *ASKED_PICTURE_ROWS,
    *ASKED_FILM_ROWS,
    *ASKED_WORD_ROWS,
    *NOTHING_THERE_ROWS,
    *IN_ORDER_ROWS,
    *CHATTER_ROWS,
    *WORDLESS_ROWS,
    *MOTION_ROWS,
    *AFTERWARDS_ROWS,
    *GIF_ROWS,
    *ARROW_ROWS,
    *PUT_INTO_ROWS,
    *SHAPE_ROWS,
    *CLIP_ROWS,
    *ROUNDABOUT_ROWS,
    *OF_A_SONG_ROWS,
    *ANOTHER_THING_ROWS,
    *ONE_ROWS,
    *TONGUE_ROWS,
    *SLIP_ROWS,
    *POLITE_ROWS,
    *BREATH_ROWS,
    *BESIDE_ROWS,
    *AGAIN_ROWS,
    *MENDED_ROWS,
    *WANTED_ROWS,
    *CHANGED_ROWS,
    *TO_BE_SEEN_ROWS,
    *EVERYDAY_FILM_ROWS,
    *EVERYDAY_SONG_ROWS,
    *COUNTDOWN_ROWS,
    *COUNTED_ROWS,
    *MOMENT_ROWS,
    *FOREIGN_ROWS,
    *CHATTED_ROWS,
    *SUNG_ROWS,
    *COVER_ROWS,
    *LIST_ROWS,
    *STORY_ROWS,
    *SPOKEN_ROWS,
    *OPEN_ROWS,
    *ONE_DEED_ROWS,
    *ALIKE_ROWS,
    *OF_THE_FILES_ROWS,
    *ABBREVIATION_ROWS,
    *COMPARED_ROWS,
    *ROUGH_ROWS,
    *REASON_ROWS,
    *PLACED_ROWS,
    *COMMA_ROWS,
    *WORDED_ROWS,
    *TOLD_AHEAD_ROWS,
    *CAMERA_ROWS,
    *VARIED_ROWS,
    *UNTOLD_ROWS,
]
