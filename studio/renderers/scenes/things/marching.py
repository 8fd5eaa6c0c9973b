"""Ray marching: rays stepped through distances until they touch, then lit by a soft sun and a bright studio."""

import functools
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, mix

Distance = Callable[[Array], Array]
"""Takes points (count, 3), gives how far each is from a surface; negative inside."""

_SUN = np.array([-0.48, 0.78, -0.4], np.float32) / np.float32(np.sqrt(0.48**2 + 0.78**2 + 0.4**2))


@dataclass(frozen=True)
class Thing:
    """One object: how far a point (count, 3) is from it, its colour and its gloss."""

    distance: Distance
    paint: Array
    gloss: float = 0.5


def march(
    canvas: Canvas, things: list[Thing], width: int, height: int, back: Array
) -> tuple[Array, Array]:
    """Light of every ray and the nearness of what it hits."""
    unit = min(width, height)
    x = ((np.arange(width, dtype=np.float32) + 0.5) - width / 2) / unit * 2
    y = -((np.arange(height, dtype=np.float32) + 0.5) - height / 2) / unit * 2
    eye = np.array([0, 1.75, -4.6], np.float32)
    forward = np.array([0, 0.62, 0], np.float32) - eye
    forward /= np.sqrt((forward * forward).sum())
    right = np.array([1, 0, 0], np.float32)
    up = np.cross(forward, right).astype(np.float32)
    rays = forward * 2.75 + x[None, :, None] * right + y[:, None, None] * up
    rays = (rays / np.sqrt((rays * rays).sum(-1, keepdims=True))).reshape(-1, 3).astype(np.float32)
    reach = _trace(eye, rays, things, canvas)
    floor = np.where(rays[:, 1] < -1e-4, -eye[1] / np.minimum(rays[:, 1], -1e-4), np.inf).astype(
        np.float32
    )
    hit = (reach < 40) & (reach < floor)
    canvas.mark(0.55)
    light = _floor_light(eye, rays, floor, things, back, (height, width))
    points = eye + rays[hit] * reach[hit, None]
    light[hit] = _surface(points, rays[hit], things, back)
    canvas.mark(0.85)
    near = np.where(hit, 0.9, np.clip(1.1 - floor / 9, 0, 0.7)).astype(np.float32)
    return light.reshape(height, width, 3), near.reshape(height, width)


def _gap(points: Array, things: list[Thing]) -> Array:
    """How far each point is from what is nearest to it."""
    return np.asarray(functools.reduce(np.minimum, (thing.distance(points) for thing in things)))


def _nearest(points: Array, things: list[Thing]) -> np.ndarray:
    return np.asarray(np.argmin([thing.distance(points) for thing in things], axis=0))


def _trace(eye: Array, rays: Array, things: list[Thing], canvas: Canvas) -> Array:
    """How far each ray runs until it touches a thing (infinite when it does not)."""
    reach = np.full(len(rays), np.inf, np.float32)
    centre = np.array([0, 0.75, 0], np.float32) - eye
    along = rays @ centre
    off = (centre @ centre) - along * along
    alive = np.flatnonzero(off < 2.9)
    travelled = np.full(len(alive), 2.4, np.float32)
    for step in range(46):
        gap = _gap(eye + rays[alive] * travelled[:, None], things)
        travelled = travelled + gap
        touched = gap < 0.0015 * travelled
        reach[alive[touched]] = travelled[touched]
        keep = ~touched & (travelled < 8)
        alive, travelled = alive[keep], travelled[keep]
        if not len(alive):
            break
        if step % 16 == 8:
            canvas.mark(0.15 + 0.008 * step)
    return reach


def _shadow(points: Array, things: list[Thing], *, steps: int = 9) -> Array:
    """How much of the sun reaches each point (0 … 1), with soft edges."""
    light = np.ones(len(points), np.float32)
    travelled = np.full(len(points), 0.06, np.float32)
    for _ in range(steps):
        gap = _gap(points + _SUN * travelled[:, None], things)
        light = np.minimum(light, np.clip(0.5 + 5.5 * gap / travelled, 0, 1))
        travelled = travelled + np.clip(gap, 0.05, 0.5)
    return light * light * (3 - 2 * light)


def _floor_light(
    eye: Array, rays: Array, floor: Array, things: list[Thing], back: Array, shape: tuple[int, int]
) -> Array:
    far = np.clip(floor / 13, 0, 1)
    wall = (
        back
        * (0.66 + 0.42 * np.exp(-((rays[:, 0] + 0.12) ** 2 + (rays[:, 1] + 0.12) ** 2) * 7))[
            :, None
        ]
    )
    ground = back * np.float32(0.98)
    light = ground + (wall - ground) * (far * far * (3 - 2 * far))[:, None]
    every = (slice(None, None, 2), slice(None, None, 2))  # shadows on the floor are soft
    lit, contact = (
        cv2.resize(part, shape[::-1], interpolation=cv2.INTER_LINEAR).ravel()
        for part in _floor_shade(
            eye, rays.reshape(*shape, 3)[every], floor.reshape(shape)[every], things
        )
    )
    shade = mix(back, np.array([0.02, 0.015, 0.04], np.float32), 0.62)
    sun = (1 - 0.82 * (1 - lit))[:, None]
    return np.asarray((shade + (light - shade) * sun) * contact[:, None], np.float32)


def _floor_shade(eye: Array, rays: Array, floor: Array, things: list[Thing]) -> tuple[Array, Array]:
    """How much of the sun and of the room reaches the floor (0 … 1) where rays touch it."""
    lit, contact = np.ones(floor.shape, np.float32), np.ones(floor.shape, np.float32)
    near = floor < 7.5
    points = eye + rays[near] * floor[near][:, None]
    close = (np.abs(points[:, 0] - 0.5) < 2.3) & (np.abs(points[:, 2]) < 2.2)
    touched = points[close]
    touched[:, 1] = 0.0
    near[near] = close
    lit[near] = _shadow(touched, things)
    gap = _gap(touched + np.array([0, 0.05, 0], np.float32), things)
    contact[near] = 1 - 0.55 * np.exp(-np.maximum(gap, 0) * 6.5)
    return lit, contact


def _surface(points: Array, rays: Array, things: list[Thing], back: Array) -> Array:
    if not len(points):
        return np.zeros((0, 3), np.float32)
    here, which = _gap(points, things), _nearest(points, things)
    normals = np.empty_like(points)
    for axis in range(3):
        step = np.zeros(3, np.float32)
        step[axis] = 0.002
        normals[:, axis] = _gap(points + step, things) - here
    normals /= np.sqrt((normals * normals).sum(-1, keepdims=True)) + 1e-9
    paints = np.stack([thing.paint for thing in things])[which]
    gloss = np.array([thing.gloss for thing in things], np.float32)[which]
    lit = _shadow(points + normals * 0.02, things)
    facing = normals @ _SUN
    sun = np.clip(facing * 0.85 + 0.15, 0, 1) * (0.25 + 0.75 * lit)
    sky = 0.5 + 0.5 * normals[:, 1]
    bounce = np.clip(0.5 - 0.5 * normals[:, 1], 0, 1) * np.exp(-points[:, 1] * 1.2)
    light = (
        paints * (sun * 0.95 + sky * 0.22 + 0.05)[:, None] + paints * back * (bounce * 0.4)[:, None]
    )
    mirrored = rays - 2 * (rays * normals).sum(-1, keepdims=True) * normals
    spark = np.clip(mirrored @ _SUN, 0, 1) ** 60 * lit * gloss * 1.3
    softbox = np.clip((mirrored[:, 1] - 0.35) * 3, 0, 1) * np.clip(
        1.3 - np.abs(mirrored[:, 0] - 0.25) * 2.4, 0, 1
    )
    fresnel = 0.04 + 0.6 * np.clip(1 + (rays * normals).sum(-1), 0, 1) ** 4
    reflected = (
        mix(back, np.ones(3, np.float32), 0.4)
        * np.clip(0.35 + 0.65 * mirrored[:, 1], 0.1, 1)[:, None]
    )
    light = light + (reflected - light * 0.3) * (fresnel * gloss)[:, None] * 0.8
    return np.asarray(light + (spark + softbox * gloss * 0.13)[:, None], np.float32)
