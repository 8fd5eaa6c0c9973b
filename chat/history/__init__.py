"""What the model is shown: rules, the media there are, and the conversation so far within a budget."""

from chat.history.building import build_round
from chat.history.media import media_of, shows_pictures

__all__ = ["build_round", "media_of", "shows_pictures"]
