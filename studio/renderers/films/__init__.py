"""Films: made from words, changed, joined, written on; each `render_…` makes one kind.

They are read and written frame by frame, so that their length costs no memory; only sound is held whole. `source` reads
what was given (MP4, MOV, WebM, Matroska, AVI, MPEG-TS or Ogg, up to ten minutes and 4096 pixels on a side), `finishing`
has what all share, `choices` the words and bounds that tools check. Looks are in `grades` and `strokes`, the words for
camera moves in `camera_words`. Letters come from Noto fonts that are packages (`fonts`); where the machine has no
FriBidi, Arabic is written unjoined. Nobody speaks: dialogue in an orbit is shown as subtitles. Dances have a rhythm of
the studio's own (`drums`), not the songs they are named after.
"""
