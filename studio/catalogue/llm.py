"""The one language model: the director, under the service's own id."""

from typing import Any

LLM_MODEL = "qwen3.6-35b-a3b-gguf-iq4xs"
CONTEXT_TOKENS = 262_144
"""Of a conversation, counted as the SDKs estimate: four characters each."""


def llm_models(workers: int) -> dict[str, Any]:
    """The payload of `swarmLLMModels`."""
    return {
        LLM_MODEL: {
            "workers": workers,
            "maxContextLength": CONTEXT_TOKENS,
            "maxOutputTokens": {
                "min": 1,
                "max": 32_768,
                "default": 4096,
                "thinkingComplexDefault": 8192,
            },
            "temperature": {"min": 0, "max": 2, "default": 0.7},
            "topP": {"min": 0, "max": 1, "default": 0.8},
            "defaultsThinking": False,
        }
    }
