"""The models a prompt can be written for: their short names, what they make and how they like to be addressed."""

from dataclasses import dataclass

from studio.catalogue import MODELS


@dataclass(frozen=True)
class Destination:
    """`kind` is image, edit, video or audio; `grammar` prose or tags; `sounds` for films with a soundtrack."""

    name: str
    kind: str
    grammar: str = "prose"
    sounds: bool = False


_NAMED = (
    ("image", "prose", False, """z-turbo z-image z_image_turbo krea-2-turbo krea2 flux-3-klein flux3 flux qwen-2512
     qwen-2512-lightning gpt-image-2 seedream seedream-5 seedream5-pro moss-image moss-image-8step dark-beast-krea2
     dark-beast-z-turbo gpt-image-2.5-flare gpt-image-2.5-sunburst"""),
    ("image", "tags", False, """sdxl sd15 pony chroma-v46-flash chroma albedo-xl analog-madness-xl anima-pencil-xl
     animagine-xl art-universe-xl cyberrealistic-xl dreamshaper-xl faetastic-xl hyphoria-real one-obsession-v22
     pony-faetality pony-v7 real-dream-xl zavychroma-xl"""),
    ("edit", "prose", False, """qwen qwen-lightning qwen-image-edit krea-identity-edit
     dark-beast-krea2-identity-edit"""),
    ("video", "prose", True, """ltx25 ltx23 ltx2 seedance2 seedance2-mini seedance2-5 seedance25 seedance wan3
     minimax-h3 minimax-h3-turbo minimax-h3-pro"""),
    ("video", "prose", False, "wan22 wan22-animate wan-s2v happyhorse"),
    ("audio", "prose", False, "music3 minimax-music3 ace-step xl-turbo"),
)  # fmt: skip
_SHORT = {
    name: Destination(name, kind, grammar, sounds)
    for kind, grammar, sounds, names in _NAMED
    for name in names.split()
}
_PREFIXES = (  # full ids of the service by how they begin
    ("qwen_image_edit", "edit", "prose", False), ("krea2_identity", "edit", "prose", False),
    ("dark_beast_krea2_identity", "edit", "prose", False), ("qwen_image", "image", "prose", False),
    ("z_image", "image", "prose", False), ("krea2", "image", "prose", False), ("flux", "image", "prose", False),
    ("chroma", "image", "tags", False), ("gpt-image", "image", "prose", False), ("seedream", "image", "prose", False),
    ("ltx2", "video", "prose", True), ("wan_v2.2", "video", "prose", False), ("wan3", "video", "prose", True),
    ("seedance", "video", "prose", True), ("happyhorse", "video", "prose", False),
    ("minimax-h3", "video", "prose", True), ("minimax_music", "audio", "prose", False),
    ("ace_step", "audio", "prose", False),
)  # fmt: skip


def destination(name: str) -> Destination | None:
    """The model of a short name or a full id; None for one nobody knows."""
    plain = name.strip().lower()
    if plain in _SHORT:
        return _SHORT[plain]
    for prefix, kind, grammar, sounds in _PREFIXES:
        if plain.startswith(prefix) and len(plain) > len(prefix):
            return Destination(plain, kind, grammar, sounds)
    model = MODELS.get(name.strip())
    if model is not None and model.media in ("image", "video", "audio"):
        return Destination(model.id, model.media)
    return None
