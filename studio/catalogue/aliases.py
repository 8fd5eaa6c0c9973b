"""Other names of models: what the SDKs' own tools take beside the selectors of the manifest."""

import re

_ALSO = {
    "gpt-image-2": "chatgpt chatgpt-image openai openai-image gpt-image gpt-image-2.0",
    "gpt-image-2.5-flare": "gpt-image-2.5 gpt-image2.5 flare",
    "gpt-image-2.5-sunburst": "sunburst",
    "moss-image": "moss-image-sft",
    "flux-3-klein": "flux-3-image-klein flux3-image-klein",
    "krea-identity-edit": "krea2-identity-edit krea-2-identity-edit",
    "wan3.0-video": "wan3 wan3.0 wan3-video",
    "seedance2-mini": "seedance2-fast",
    "happyhorse-1.1": "happyhorse happyhorse1.1",
}
_SELECTORS = {name: selector for selector, names in _ALSO.items() for name in names.split()}
_H3 = re.compile(
    r"minimax-h3(?P<fast>-fasth3)?(?:-(?P<way>t2v|i2v|flf2v|r2v|ia2v|flfa2v|a2v))?(?P<pace>-turbo|-balanced)?"
    r"(?P<twice>-2stage)?"
)


def selector(name: str) -> str:
    """The usual selector for another name, in whatever spelling; any other name as it is."""
    return _SELECTORS.get("-".join(name.lower().replace("_", "-").split()), name)


def h3_id(name: str, workflow: str) -> str:
    """The id that a selector of MiniMax H3 stands for; `workflow` where it names none. An id as it is."""
    found = _H3.fullmatch(name)
    if found is None:
        return name
    way = found["way"] or workflow
    if found["fast"]:
        weights = "fastvideo-omni-int8" if way == "r2v" else "fastvideo-int8"
    else:
        weights = "ref2va-fp8" if way == "r2v" else "fl2va-fp8"
    more = f"{found['pace'] or ''}{found['twice'] or ''}".replace("-", "_")
    return f"minimax-h3-{weights}_{way}{more}"
