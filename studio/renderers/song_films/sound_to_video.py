"""Sound to video: a song cut and moved to its own beat, over pictures that were given or are composed for it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.encode import MovieWriter
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.finishing import even, finished, frame_count, target
from studio.renderers.films.shots.camera import Camera
from studio.renderers.films.shots.pins import PinnedMovie
from studio.renderers.films.shots.shot import Picture
from studio.renderers.films.telling import Teller
from studio.renderers.pictures.image import generator
from studio.renderers.prompts.dynamic_prompt import expand_prompt
from studio.renderers.song_films.looks import Material, gather, treat
from studio.renderers.song_films.moves import Plate, View, keeping, pressed_in, shot_move
from studio.renderers.song_films.shots import Part, Shot, choose_part, plan_shots, whole_of, within
from studio.renderers.song_films.song import Song, load_song

_PULSE_S = 0.16
_MOST_PULSES_A_SECOND = 2.9
_EXACT_S = 0.4
_FADE_S = 0.45


@dataclass(frozen=True)
class Edit:
    """The part of the song, its numbered shots, the beats (seconds of the part), and whether it ends in black."""

    part: Part
    shots: list[tuple[int, Shot]]
    beats_s: tuple[float, ...]
    fades: bool


def render_sound_to_video(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `ia2v` (pictures given) and `a2v` (none) from `referenceAudio`.

    Without `audio_start_s` the strongest stretch is chosen and cut for itself. With it, the shots are those of the
    whole song's film that fall in the part, which begins and ends on the nearest frames of that: parts rendered with
    one seed follow each other without a seam, in picture and, sample for sample, in sound. Where pictures are given
    the film shows nothing else: it begins on `referenceImage` and ends on `referenceImageEnd`, wherever in the song.
    `options`: `frames`, `generateAudio` (false: silent), `returnLastFrame`.

    `notes`: `audio_start_s`, `audio_duration_s`, `song_duration_s`, `bpm`, and `cuts_s`, `beats_s` in seconds of the
    video; the frame nearest a cut's time is the first of its shot.
    """
    cv2.setNumThreads(1)
    path = request.inputs.get("referenceAudio")
    if path is None:
        raise RenderError("A song is needed to make a video of it.")
    song = load_song(path)
    size = even(request.width), even(request.height)
    fps = max(int(request.fps), 1)
    part = choose_part(song, *_on_frames(request, fps))
    frames = frame_count(part.duration_s, fps)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    teller = Teller(report, frames)
    edit, material = _plan(request, song, part, prompt, size)
    target_path = target(request, out_dir)
    silent = request.options.get("generateAudio") is False
    sound = None if silent else song.part(part.start_s, frames / fps)
    if sound is not None and edit.fades and "referenceImageEnd" not in request.inputs:
        sound = _faded_out(sound, song, part)
    with PinnedMovie(request, target_path, size, fps, frames, sound=sound, rate=song.rate) as movie:
        last = _Film(request, song, edit, material, size).run(movie, frames, fps, teller)
    teller.done()
    notes = _notes(song, part, edit, frames / fps)
    return finished(request, target_path, size, frames, fps, notes=notes, last=last)


def _on_frames(request: RenderRequest, fps: int) -> tuple[float | None, float | None]:
    """Where the part begins and how long it is, in seconds: on frames of the whole song's film.

    Else each part's length would be rounded for itself, and a little would be missing or doubled between two of them.
    """
    start, asked = request.audio_start_s, request.options.get("frames")
    wanted = int(asked) / fps if asked else request.duration_s
    if start is None or start < 0:
        return start, wanted
    first = round(start * fps)
    if wanted is not None and not asked:
        wanted = max(round((start + wanted) * fps) - first, 1) / fps
    return first / fps, wanted


def _faded_out(sound: Array, song: Song, part: Part) -> Array:
    """The sound of a part going down with the picture, where the song itself does not end there."""
    if part.start_s + part.duration_s > song.duration_s - 0.05:
        return sound
    count = min(round(_FADE_S * song.rate), len(sound))
    level = np.ones((len(sound), 1), np.float32)
    level[len(sound) - count :, 0] = np.linspace(1, 0, count) ** 2
    return np.asarray(sound * level)


def _notes(song: Song, part: Part, edit: Edit, seconds: float) -> dict[str, Any]:
    """What is told of the video: where in the song it is, and when it is cut."""
    return {
        "audio_start_s": part.start_s,
        "audio_duration_s": round(seconds, 6),
        "song_duration_s": round(song.duration_s, 3),
        "bpm": song.analysis.beats.bpm,
        "cuts_s": [round(shot.start_s, 4) for _, shot in edit.shots if shot.start_s > 1e-6],
        "beats_s": [round(beat, 4) for beat in part.beats_s],
    }


def _plan(
    request: RenderRequest, song: Song, part: Part, prompt: str, size: tuple[int, int]
) -> tuple[Edit, list[Material]]:
    if request.audio_start_s is None:
        shots = plan_shots(song, part)
        edit = Edit(part, list(enumerate(shots)), part.beats_s, fades=True)
        return edit, gather(request, prompt, song, part, size, shots)
    whole = whole_of(song)
    shots = plan_shots(song, whole)
    beats = tuple(beat - part.start_s for beat in whole.beats_s)
    ends = part.start_s + part.duration_s > song.duration_s - 0.05
    edit = Edit(part, within(shots, part), beats, fades=ends)
    return edit, gather(request, prompt, song, whole, size, shots)


class _Film:
    """The frames of one music video, shot by shot."""

    def __init__(
        self,
        request: RenderRequest,
        song: Song,
        edit: Edit,
        material: list[Material],
        size: tuple[int, int],
    ) -> None:
        self._request, self._song, self._edit, self._material = request, song, edit, material
        self._width, self._height = size
        self._first = request.inputs.get("referenceImage")
        self._last = request.inputs.get("referenceImageEnd")
        beats = list(edit.beats_s)
        gap = float(np.median(np.diff(beats))) if len(beats) > 1 else 0.5
        stride = 1
        while gap * stride < 1 / _MOST_PULSES_A_SECOND:
            stride *= 2
        self._pulses = np.array(beats[::stride] or [0.0])

    def run(self, movie: MovieWriter, frames: int, fps: int, teller: Teller) -> Pixels:
        """Renders every frame into the movie; the last one comes back."""
        shots = self._edit.shots
        starts = [max(round(shot.start_s * fps), 0) for _, shot in shots] + [frames]
        picture: Pixels = np.zeros((self._height, self._width, 3), np.uint8)
        for place, (number, shot) in enumerate(shots):
            plate, glow, path = self._set(place, number, shot)
            length = max(shot.end_s - shot.start_s - 1 / fps, 1e-3)
            for index in range(starts[place], min(starts[place + 1], frames)):
                seconds = index / fps
                t = float(np.clip((seconds - shot.start_s) / length, 0, 1))
                pulse = self._pulse(seconds)
                exact = self._exactness(seconds, (frames - 1) / fps)
                press = pulse * (0.012 + 0.035 * shot.energy) * (1 - exact)
                view = pressed_in(path(t), press)
                picture = plate.look(view)
                lit = self._lit(picture, glow.look(view), seconds, pulse, shot.energy)
                picture = np.asarray(cv2.addWeighted(picture, exact, lit, 1 - exact, 0))
                picture = self._faded(picture, seconds, frames / fps)
                movie.add(picture)
                teller.step(picture)
        return picture

    def _set(
        self, place: int, number: int, shot: Shot
    ) -> tuple[Plate, Plate, Callable[[float], View]]:
        """What a shot shows, its glow, and the camera's path."""
        rng = generator(self._request.seed, self._request.variation, f"shot {number}")
        last = place == len(self._edit.shots) - 1
        given = self._last if last and self._last else self._first if place == 0 else None
        if given is not None:
            shown = Picture.load(given, (self._width, self._height))
            camera = Camera(
                ("in",), 0.5 + 0.6 * shot.energy, shown.focus, False, 0.0, kept=shown.kept
            )
            arrives = given == self._last and last
            return (
                shown.plate,
                self._glow(shown.plate.pixels),
                lambda t: camera.at(1 - t if arrives else t),
            )
        material = self._material[number % len(self._material)]
        size = (self._width, self._height)
        pixels, depth, kept = treat(material, rng, shot, number, size)
        plate = Plate(pixels, depth, *size)
        move = shot_move(rng, shot.energy, shot.end_s - shot.start_s)
        return plate, self._glow(pixels), lambda t: keeping(move.at(t), kept)

    def _glow(self, pixels: Pixels) -> Plate:
        """The bright places of a plate, soft and small."""
        small = cv2.resize(
            pixels, (pixels.shape[1] // 4, pixels.shape[0] // 4), interpolation=cv2.INTER_AREA
        )
        floor = int(np.clip(np.percentile(small, 88), 96, 235))
        bright = cv2.subtract(small, np.full_like(small, floor))
        soft = cv2.GaussianBlur(bright, (0, 0), max(min(small.shape[:2]) / 22, 1))
        return Plate(soft, None, self._width // 4, self._height // 4)

    def _exactness(self, seconds: float, last_s: float) -> float:
        """1 where a frame must be the picture that was given, 0 a moment away from it."""
        near = 0.0
        if self._first is not None:
            near = max(near, 1 - seconds / _EXACT_S)
        if self._last is not None:
            near = max(near, 1 - (last_s - seconds) / _EXACT_S)
        return near

    def _pulse(self, seconds: float) -> float:
        """1 on a beat, falling away after it."""
        index = int(np.searchsorted(self._pulses, seconds + 1e-4)) - 1
        if index < 0:
            return 0.0
        heard = self._song.analysis
        since = seconds - float(self._pulses[index])
        beat = self._edit.part.start_s + float(self._pulses[index])
        bass = heard.at(heard.bass, beat + 0.05)
        return float(np.exp(-since / _PULSE_S)) * (0.45 + 0.55 * bass)

    def _lit(
        self, picture: Pixels, glow: Pixels, seconds: float, pulse: float, energy: float
    ) -> Pixels:
        """Brightness and glow that breathe with the song; small steps, never a flash."""
        heard = self._song.analysis
        bass = heard.at(heard.bass, self._edit.part.start_s + seconds)
        gain = 0.95 + 0.05 * bass + 0.05 * pulse
        strength = 0.2 + 0.5 * bass * energy + 0.45 * pulse * energy
        wide = cv2.resize(glow, (self._width, self._height), interpolation=cv2.INTER_LINEAR)
        return np.asarray(cv2.addWeighted(picture, gain, wide, strength, 0))

    def _faded(self, picture: Pixels, seconds: float, whole: float) -> Pixels:
        """Down to black over the last moments, unless the song or a picture goes on."""
        if not self._edit.fades or self._last is not None:
            return picture
        level = min((whole - seconds) / _FADE_S + 0.05, 1.0)
        return (
            picture if level >= 1 else np.asarray(cv2.convertScaleAbs(picture, alpha=max(level, 0)))
        )
