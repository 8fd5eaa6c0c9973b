"""What the studio charges, in Spark: a plausible tariff, so that budgets mean something."""

from decimal import Decimal
from typing import Any

from studio.accounts.ledger import plain

USD_PER_SPARK = Decimal("0.005")
SOGNI_PER_SPARK = Decimal("0.2")
TOKEN_TYPES = ("spark", "sogni", "auto")
"""What a client may ask to pay with; `auto` is Spark here."""
BILLING_MODES = ("subscription", "tokens", "auto")
"""How a client may ask to be billed; there are tokens only."""
_CENT = Decimal("0.01")
_FINE = Decimal("0.000001")


def image_price(width: int, height: int, context_images: int = 0) -> Decimal:
    """One picture: one Spark for each megapixel, at least half a Spark."""
    megapixels = Decimal(width * height) / Decimal(1024 * 1024)
    return max(Decimal("0.5"), megapixels.quantize(_CENT)) + Decimal("0.25") * context_images


def utility_price() -> Decimal:
    """One cut-out or one segmentation, whatever the size."""
    return Decimal("0.5")


def mesh_price(shape_resolution: int) -> Decimal:
    """One textured mesh; the finer shape resolution costs half as much again."""
    return Decimal("9") if shape_resolution > 1024 else Decimal("6")


def video_price(width: int, height: int, seconds: float) -> Decimal:
    """One video: 0.6 Spark a second at 832 x 480, in proportion to the pixels."""
    share = Decimal(width * height) / Decimal(832 * 480)
    return max(Decimal("0.5"), (Decimal("0.6") * Decimal(str(seconds)) * share).quantize(_CENT))


def editing_price(seconds: float) -> Decimal:
    """Putting films together or writing on one, without making anything new: 0.02 Spark a second."""
    return max(Decimal("0.1"), (Decimal("0.02") * Decimal(str(seconds))).quantize(_CENT))


def upscaling_price(width: int, height: int, seconds: float) -> Decimal:
    """A larger copy of a film, by the size of the copy: 0.3 Spark a second at 1920 x 1080."""
    share = Decimal(width * height) / Decimal(1920 * 1080)
    return max(Decimal("0.5"), (Decimal("0.3") * Decimal(str(seconds)) * share).quantize(_CENT))


def audio_price(seconds: float) -> Decimal:
    """One track: 0.05 Spark a second."""
    return max(Decimal("0.5"), (Decimal("0.05") * Decimal(str(seconds))).quantize(_CENT))


def speech_price() -> Decimal:
    """One take of speech: flat, whatever its length."""
    return Decimal("0.5")


def llm_price(input_tokens: int, output_tokens: int) -> Decimal:
    """One round of the language model."""
    return (Decimal("0.000005") * input_tokens + Decimal("0.00002") * output_tokens).quantize(_FINE)


def costs(spark: Decimal, asked_in: str = "spark") -> dict[str, str]:
    """The four spellings of one price; `asked_in` is what it is asked in."""
    return {name: plain(amount) for name, amount in _amounts(spark, asked_in).items()}


def _amounts(spark: Decimal, asked_in: str) -> dict[str, Decimal]:
    sogni = spark * SOGNI_PER_SPARK
    return {
        "costInToken": sogni if asked_in == "sogni" else spark,
        "costInUSD": spark * USD_PER_SPARK,
        "costInSpark": spark,
        "costInSogni": sogni,
    }


def llm_costs(input_tokens: int, output_tokens: int, asked_in: str = "spark") -> dict[str, Any]:
    """An LLM price; numbers, because the official examples format them as numbers, and none of them rounded: a few
    tokens cost less than a millionth of a dollar."""
    spark = llm_price(input_tokens, output_tokens)
    return {
        **{name: float(amount) for name, amount in _amounts(spark, asked_in).items()},
        "inputTokens": input_tokens,
        "outputTokens": output_tokens,
    }
