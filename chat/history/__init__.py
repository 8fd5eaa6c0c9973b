"""What the model is shown: rules, the media there are, and the conversation so far within a budget."""

from chat.history.building import Told, build_round
from chat.history.looking import with_pictures
from chat.history.media import media_of

__all__ = ["Told", "build_round", "media_of", "with_pictures"]
