"""The deed that was done last, which a few words can go on from."""

from studio.director.plan import Scene
from studio.director.reading import Past


def newest_deed(scene: Scene, *tools: str) -> Past | None:
    """The call before this request, where it is of one of these tools, came to something and is still offered.

    None where a file came with the words or another step goes before: then they are about that.
    """
    past = next(iter(scene.turn.past), None)
    if past is None or scene.steps or scene.turn.attached or past.tool not in tools:
        return None
    done = past.result is not None and past.result.ok
    return past if done and scene.offers(past.tool) else None
