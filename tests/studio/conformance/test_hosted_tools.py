"""Text tools of the service, executed at once."""

import pytest
from sogni_client import ApiError

from tests.studio.conformance.cover import covers
from tests.studio.conformance.running import Connect


@covers("client.chat.hosted.execute_tool")
async def test_a_text_tool_is_executed(connect: Connect) -> None:
    client = await connect()
    arguments = {
        "prompt": "fox",
        "target_output": "image_prompt",
        "destination_model": "z_image_turbo_bf16",
    }
    answer = await client.chat.hosted.execute_tool(tool="enhance_prompt", arguments=arguments)
    assert answer["status"] == "success"
    assert set(answer["data"]) == {"toolCallId", "tool", "message", "result"}
    assert (answer["data"]["tool"], answer["data"]["message"]) == ("enhance_prompt", None)
    assert answer["data"]["result"]["ok"] is True
    assert answer["data"]["result"]["prompt"].startswith("fox")
    wrong = await client.chat.hosted.execute_tool(tool="enhance_prompt", arguments={})
    assert wrong["data"]["result"]["error_type"] == "PARAMETER_INVALID"


@pytest.mark.parametrize(
    ("tool", "status", "told"),
    [
        ("generate_image", 400, "generate_image runs asynchronously; use chat runs or workflows"),
        ("analyze_image", 400, "analyze_image runs asynchronously; use chat runs or workflows"),
        ("unheard_of", 404, "There is no tool unheard_of."),
        ("", 400, "tool is missing."),
    ],
)
async def test_other_tools_are_refused_there(
    connect: Connect, tool: str, status: int, told: str
) -> None:
    client = await connect()
    with pytest.raises(ApiError) as refused:
        await client.chat.hosted.execute_tool(tool=tool, arguments={"prompt": "fox"})
    assert (refused.value.status, str(refused.value)) == (status, told)
    assert refused.value.error_code == {400: 100, 404: 103}[status]
