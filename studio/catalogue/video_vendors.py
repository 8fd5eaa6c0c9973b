"""The video models beside LTX and WAN 2.2: their ids, what each needs, and what its order may come with."""

from studio.catalogue.model import Model
from studio.catalogue.video_families import family_of

_IMAGE, _END, _SOUND, _FILM = "referenceImage", "referenceImageEnd", "referenceAudio", "referenceVideo"  # fmt: skip
_WAYS = {
    "t2v": ("Text to Video", ()),
    "i2v": ("Image to Video", ()),
    "flf2v": ("First and Last Frame", (_IMAGE, _END)),
    "r2v": ("Reference to Video", ()),
    "ia2v": ("Image and Audio to Video", (_IMAGE, _SOUND)),
    "flfa2v": ("First, Last Frame and Audio", (_IMAGE, _END, _SOUND)),
    "a2v": ("Audio to Video", (_SOUND,)),
}
"""Of each way of making: its name, and the inputs it cannot do without."""
_MAY_TOO = {"i2v": (_IMAGE, _END), "r2v": (_IMAGE, _SOUND, _FILM)}
_EXTENDS = tuple(
    f"minimax-h3-{weights}"
    for weights in ("fl2va-fp8_t2v", "fl2va-fp8_t2v_balanced", "fastvideo-int8_t2v_turbo",
                    "fastvideo-int8_t2v_turbo_2stage")
)  # fmt: skip


def _h3_ids() -> list[tuple[str, str]]:
    """Every id of MiniMax H3 with its way of making."""
    frames = ("t2v", "i2v", "flf2v")
    sound = ("ia2v", "flfa2v", "a2v")
    rows = [
        *((f"fl2va-fp8_{way}{pace}", way) for pace in ("", "_turbo", "_balanced") for way in frames),
        *((f"fastvideo-int8_{way}_turbo{end}", way) for end in ("", "_2stage") for way in (*frames, *sound)),
        *((f"ref2va-fp8_r2v{end}", "r2v") for end in ("", "_turbo", "_balanced", "_2stage", "_balanced_2stage")),
        *((f"fastvideo-omni-int8_r2v_turbo{end}", "r2v") for end in ("", "_2stage")),
    ]  # fmt: skip
    return [(f"minimax-h3-{weights}", way) for weights, way in rows]


def _model(model_id: str, name: str, way: str, needs: tuple[str, ...] = ()) -> Model:
    family = family_of(model_id)
    assert family is not None, "every id is in the table"
    return Model(model_id, name, family.tier, "video", way, needs=needs)


_OPEN = {
    "seedance-2-0": "Seedance 2.0",
    "seedance-2-0-mini": "Seedance 2.0 Mini",
    "seedance-2-0-mini-uncensored": "Seedance 2.0 Mini Uncensored",
    "seedance-2-5": "Seedance 2.5",
    "seedance-2-5-uncensored": "Seedance 2.5 Uncensored",
    "wan3.0-video": "Wan 3.0",
    "wan3.0-spicy-video": "Wan 3.0 Enhanced",
}
"""Models that are told by their inputs what to do."""

MODELS = (
    *(_model(one, name, "t2v") for one, name in _OPEN.items()),
    *(
        _model(f"happyhorse-1.1-{way}", f"HappyHorse 1.1 {_WAYS[way][0]}", way)
        for way in ("t2v", "i2v", "r2v")
    ),
    *(
        _model(one, f"MiniMax H3 {_WAYS[way][0]} ({one.removeprefix('minimax-h3-')})", way, _WAYS[way][1])
        for one, way in _h3_ids()
    ),
)  # fmt: skip


def extends(model_id: str) -> bool:
    """Whether a model makes a film go on that it is given."""
    return model_id in _EXTENDS


def taken_by_h3(model: Model) -> tuple[str, ...]:
    """The uploads that a model of MiniMax H3 looks at, beside context pictures and keyframes."""
    if extends(model.id):
        return (_FILM,)
    return _MAY_TOO.get(model.workflow, model.needs)
