"""Outlines of simple forms: boxes, and stripes along a path."""

from collections.abc import Sequence

import numpy as np

from studio.renderers.drawing.canvas import Array, Points, smooth


def box(x: float, foot: float, half: float, tall: float) -> Points:
    """A rectangle by the middle of its lower edge and half its width."""
    return np.array(
        [(x - half, foot), (x - half, foot - tall), (x + half, foot - tall), (x + half, foot)]
    )


def path_through(
    joints: Sequence[tuple[float, float]], *, steps: int, curved: bool = True
) -> Points:
    """A path through joints in so many steps between two, no place twice in a row."""
    path = np.array(joints)
    if curved and len(joints) > 2:
        path = smooth(joints, steps=steps, closed=False)
    path = np.vstack([path, np.array(joints[-1])])
    keep = np.append(True, np.abs(np.diff(path, axis=0)).sum(1) > 1e-6)
    return np.asarray(path[keep])


def headings(path: Points) -> Points:
    """Which way a path goes at each of its places, in steps one long."""
    along = np.gradient(path, axis=0)
    return np.asarray(along / np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)[:, None])


def beside(path: Points, half: float | Array) -> Points:
    """What leads from each place of a path to one side, square to it, `half` long."""
    along = headings(path)
    return np.asarray(np.stack([-along[:, 1], along[:, 0]], -1) * half)


def stripe(path: Points, half: float | Array) -> Points:
    """What lies along a path, `half` to each side."""
    across = beside(path, half)
    return np.vstack([path + across, (path - across)[::-1]])
