"""From a brief to the finished sound."""

from collections.abc import Callable

from studio.renderers.drawing.canvas import Array
from studio.renderers.music.brief import Brief
from studio.renderers.music.form import Form, lay_out
from studio.renderers.music.master import master
from studio.renderers.music.melody import play_lead
from studio.renderers.music.mix import mix
from studio.renderers.music.notes import Hit, Piece
from studio.renderers.music.players import drum_hits, play_layer
from studio.renderers.music.style import Style


def write(brief: Brief) -> tuple[Form, Piece]:
    """The form and every note of the piece. The same brief gives the same notes."""
    form = lay_out(brief)
    seed = brief.seed
    tracks = []
    quietest = min(section.energy for section in form.sections)
    for place, layer in enumerate(brief.style.layers):
        carries = layer is _bed(brief.style) and quietest < layer.enters
        tracks.append(play_layer(brief, form, layer, seed + 101 * (place + 1), always=carries))
    tracks.append(play_lead(brief, form, seed + 7))
    hits = drum_hits(brief, form, seed + 13) if brief.drums else []
    if hits and brief.style.crash:
        hits.append(Hit(form.close_s, brief.style.crash, 0.6))
    kicks = [hit.start_s for hit in hits if "kick" in hit.drum]
    return form, Piece([track for track in tracks if track.notes], hits, kicks)


def _bed(style: Style) -> object:
    """The layer that never falls silent: the one that enters first."""
    return min(style.layers, key=lambda layer: layer.enters)


def produce(brief: Brief, tell: Callable[[float], None]) -> tuple[Array, Form]:
    """The piece, mixed and mastered: (2, samples) at 44.1 kHz, as long as the brief says to the sample."""
    form, piece = write(brief)
    sound = mix(piece, brief.style, brief.duration_s, brief.seed, tell)
    return master(sound, brief.style, brief.duration_s - form.close_s), form
