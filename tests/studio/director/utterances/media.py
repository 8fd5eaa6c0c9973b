"""The media the utterances are said over."""

from typing import Any

Row = tuple[str, tuple[str, ...], Any]

PICTURES = (
    'image 0: generated, 1024x1024, prompt "a lighthouse at dawn"',
    'image 1: generated, 1024x1024, prompt "a red car on a coast road"',
    'image 2: generated, 1024x1024, prompt "a fox in the snow"',
)
PHOTO = ('image -1: uploaded "me.jpg", 800x600',)
FILMS = (
    'video 0: generated, 832x480, 5.0 s, prompt "waves roll in"',
    'video 1: generated, 832x480, 5.0 s, prompt "the fox runs"',
)
HOLIDAY = ('video -1: uploaded "holiday.mp4", 1280x720, 12.0 s',)
TUNE = ('audio 0: generated, 30.0 s, prompt "calm piano"',)
SONG = ('audio -1: uploaded "song.m4a", 95.0 s',)
MADE = PICTURES + PHOTO + FILMS + TUNE + SONG
