"""Sound to video: a song cut and moved to its own beat, over pictures that were given or are composed for it."""

import time
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report
from studio.renderers.canvas import Pixels
from studio.renderers.dynamic_prompt import expand_prompt
from studio.renderers.encode import MovieWriter
from studio.renderers.films.finishing import even
from studio.renderers.finish import preview
from studio.renderers.image import generator
from studio.renderers.looks import Material, gather, treat
from studio.renderers.moves import Plate, pressed_in, shot_move
from studio.renderers.shots import Part, Shot, choose_part, plan_shots
from studio.renderers.song import Song, load_song

_REPORT_EVERY_S = 0.22
_PULSE_S = 0.16
_MOST_PULSES_A_SECOND = 2.9


def render_sound_to_video(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `ia2v` (pictures given) and `a2v` (none) from `referenceAudio`.

    `notes`: `audio_start_s`, `audio_duration_s`, `song_duration_s`, `bpm`, and `cuts_s`, `beats_s` in seconds of the
    video; the frame nearest a cut's time is the first of its shot.
    """
    cv2.setNumThreads(1)
    path = request.inputs.get("referenceAudio")
    if path is None:
        raise RenderError("A song is needed to make a video of it.")
    song = load_song(path)
    width, height = even(request.width), even(request.height)
    fps = max(int(request.fps), 1)
    frames, part = _length(request, song, fps)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    shots = plan_shots(song, part)
    report(Progress(step=0, step_count=frames))
    material = gather(request, prompt, song, part, (width, height), shots)
    target = out_dir / f"video-{request.variation}.mp4"
    sound = song.part(part.start_s, frames / fps)
    with MovieWriter(target, width, height, fps, sound=sound, rate=song.rate) as movie:
        film = _Film(request, song, part, shots, material, (width, height))
        film.run(movie, frames, fps, report)
    return RenderResult(
        path=target,
        mime="video/mp4",
        width=width,
        height=height,
        duration_s=frames / fps,
        fps=fps,
        notes={
            "audio_start_s": part.start_s,
            "audio_duration_s": round(frames / fps, 6),
            "song_duration_s": round(song.duration_s, 3),
            "bpm": song.analysis.beats.bpm,
            "cuts_s": [round(shot.start_s, 4) for shot in shots[1:]],
            "beats_s": [round(beat, 4) for beat in part.beats_s],
        },
    )


def _length(request: RenderRequest, song: Song, fps: int) -> tuple[int, Part]:
    """How many frames, and the part of the song that fills them."""
    wanted = request.duration_s
    if request.options.get("frames"):
        wanted = int(request.options["frames"]) / fps
    part = choose_part(song, request.audio_start_s, wanted)
    frames = max(round(part.duration_s * fps), 1)
    return frames, part


class _Film:
    """The frames of one music video, shot by shot."""

    def __init__(
        self,
        request: RenderRequest,
        song: Song,
        part: Part,
        shots: list[Shot],
        material: list[Material],
        size: tuple[int, int],
    ) -> None:
        self._song, self._part, self._shots, self._material = song, part, shots, material
        self._width, self._height = size
        self._rng = generator(request.seed, request.variation, "edit " + request.prompt)
        beats = list(part.beats_s)
        gap = float(np.median(np.diff(beats))) if len(beats) > 1 else 0.5
        stride = 1
        while gap * stride < 1 / _MOST_PULSES_A_SECOND:
            stride *= 2
        self._pulses = np.array(beats[::stride] or [0.0])

    def run(self, movie: MovieWriter, frames: int, fps: int, report: Report) -> None:
        """Renders every frame into the movie, saying truthfully how far it is."""
        began = told = time.monotonic()
        starts = [round(shot.start_s * fps) for shot in self._shots] + [frames]
        next_preview, done = 0, 0
        for number, shot in enumerate(self._shots):
            first, last = starts[number], starts[number + 1]
            plate, glow = self._plate(number, shot)
            move = shot_move(self._rng, shot.energy, shot.end_s - shot.start_s)
            for index in range(first, last):
                seconds = index / fps
                t = (index - first) / max(last - first - 1, 1)
                pulse = self._pulse(seconds)
                view = pressed_in(move.at(t), pulse * (0.012 + 0.035 * shot.energy))
                picture = self._lit(plate.look(view), glow.look(view), seconds, pulse, shot.energy)
                movie.add(self._faded(picture, seconds, frames / fps))
                done += 1
                now = time.monotonic()
                if now - told >= _REPORT_EVERY_S:
                    told = now
                    small = preview(picture) if done >= next_preview else None
                    if small is not None:
                        next_preview = done + frames // 6
                    left = (now - began) / done * (frames - done)
                    report(
                        Progress(step=done, step_count=frames, eta_s=round(left, 1), preview=small)
                    )
        report(Progress(step=frames, step_count=frames, eta_s=0))

    def _plate(self, number: int, shot: Shot) -> tuple[Plate, Plate]:
        material = self._material[number % len(self._material)]
        pixels, depth = treat(material, self._rng, shot, number, (self._width, self._height))
        small = cv2.resize(
            pixels, (pixels.shape[1] // 4, pixels.shape[0] // 4), interpolation=cv2.INTER_AREA
        )
        floor = int(np.clip(np.percentile(small, 88), 96, 235))
        bright = cv2.subtract(small, np.full_like(small, floor))
        soft = cv2.GaussianBlur(bright, (0, 0), max(min(small.shape[:2]) / 22, 1))
        main = Plate(pixels, depth, self._width, self._height)
        return main, Plate(soft, None, self._width // 4, self._height // 4)

    def _pulse(self, seconds: float) -> float:
        """1 on a beat, falling away after it."""
        index = int(np.searchsorted(self._pulses, seconds + 1e-4)) - 1
        if index < 0:
            return 0.0
        heard = self._song.analysis
        since = seconds - float(self._pulses[index])
        bass = heard.at(heard.bass, self._part.start_s + float(self._pulses[index]) + 0.05)
        return float(np.exp(-since / _PULSE_S)) * (0.45 + 0.55 * bass)

    def _lit(
        self, picture: Pixels, glow: Pixels, seconds: float, pulse: float, energy: float
    ) -> Pixels:
        """Brightness and glow that breathe with the song; small steps, never a flash."""
        heard = self._song.analysis
        bass = heard.at(heard.bass, self._part.start_s + seconds)
        gain = 0.95 + 0.05 * bass + 0.05 * pulse
        strength = 0.2 + 0.5 * bass * energy + 0.45 * pulse * energy
        wide = cv2.resize(glow, (self._width, self._height), interpolation=cv2.INTER_LINEAR)
        return np.asarray(cv2.addWeighted(picture, gain, wide, strength, 0))

    def _faded(self, picture: Pixels, seconds: float, whole: float) -> Pixels:
        """Down to black over the last moments."""
        level = min((whole - seconds) / 0.45 + 0.05, 1.0)
        return (
            picture if level >= 1 else np.asarray(cv2.convertScaleAbs(picture, alpha=max(level, 0)))
        )
