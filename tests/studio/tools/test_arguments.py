"""A tool's arguments: slips of type are mended, unknown ones dropped, the rest refused with a sentence."""

from typing import Any

import pytest

from studio.tools.api import TextTool, ToolRefusal
from studio.tools.arguments import checked

TOOL = TextTool(
    "draw",
    {
        "prompt": {"type": "string", "maxLength": 50},
        "numberOfVariations": {"type": "integer", "minimum": 1, "maximum": 16},
        "duration": {"type": "number", "minimum": 2, "maximum": 30},
        "keepAudio": {"type": "boolean"},
        "videoIndices": {"type": "array", "items": {"type": "integer"}, "maxItems": 4},
        "format": {"type": "string", "enum": ["png", "jpg"]},
        "transition": {"type": "object", "properties": {"duration": {"type": "number"}}},
    },
    ("prompt",),
    dict,
)


@pytest.mark.parametrize(
    ("given", "fit"),
    [
        ({"numberOfVariations": "4"}, {"numberOfVariations": 4}),
        ({"numberOfVariations": 4.0}, {"numberOfVariations": 4}),
        ({"number_of_variations": 4}, {"numberOfVariations": 4}),
        ({"duration": "7.5"}, {"duration": 7.5}),
        ({"keepAudio": "false"}, {"keepAudio": False}),
        ({"videoIndices": 1}, {"videoIndices": [1]}),
        ({"videoIndices": "[0, 1]"}, {"videoIndices": [0, 1]}),
        ({"videoIndices": ["0", "−1"]}, {"videoIndices": [0, -1]}),
        ({"format": "PNG"}, {"format": "png"}),
        ({"transition": '{"duration": "1"}'}, {"transition": {"duration": 1}}),
        ({"unheardOf": {"a": 1}}, {}),
        ({"duration": None}, {}),
    ],
)
def test_slips_are_mended(given: dict[str, Any], fit: dict[str, Any]) -> None:
    assert checked(TOOL, {"prompt": "a fox", **given}) == {"prompt": "a fox", **fit}


def test_json_text_is_read() -> None:
    assert checked(TOOL, '{"prompt": "a fox"}') == {"prompt": "a fox"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "draw needs prompt."),
        ({"prompt": ""}, "draw needs prompt."),
        ({"prompt": "x" * 51}, "prompt must have at most 50 characters."),
        ({"prompt": "a", "numberOfVariations": 17}, "numberOfVariations must be at most 16."),
        ({"prompt": "a", "numberOfVariations": 1.5}, "numberOfVariations must be of type integer."),
        ({"prompt": "a", "duration": "long"}, "duration must be of type number."),
        ({"prompt": "a", "format": "tiff"}, "format must be one of png, jpg."),
        ({"prompt": "a", "videoIndices": [1, 2, 3, 4, 5]}, "videoIndices must have at most 4 entries."),
        ({"prompt": "a", "videoIndices": [[1]]}, "videoIndices.0 must be of type integer."),
        ('{"prompt": "a", "duration": NaN}', "The arguments are not JSON."),
        ({"prompt": "a", "duration": float("nan")}, "duration holds a number that is none, or far too large."),
        ({"prompt": "a", "duration": "nan"}, "duration must be of type number."),
        ({"prompt": "a", "videoIndices": [10**400]}, "videoIndices holds a number that is none, or far too large."),
        ({"prompt": "a", "transition": {"duration": float("inf")}},
         "transition holds a number that is none, or far too large."),
        ("no json", "The arguments are not JSON."),
        ("[1]", "The arguments must be an object."),
        ("[" * 9000, "The arguments are not JSON."),
        (7, "The arguments must be an object."),
    ],
)  # fmt: skip
def test_the_rest_is_refused_with_a_sentence(given: Any, told: str) -> None:
    with pytest.raises(ToolRefusal) as refused:
        checked(TOOL, given)
    assert str(refused.value) == told
    assert refused.value.error_type == "PARAMETER_INVALID"
