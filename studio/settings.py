"""What the studio reads from its environment and its command line."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

DEFAULT_PORT = 8010

MAX_UPLOAD_BYTES = 128 * 1024 * 1024
MAX_JSON_BYTES = 16 * 1024 * 1024
MEDIA_LIFETIME_S = 24 * 3600.0
HISTORY_LIFETIME_S = 7 * 24 * 3600.0
UNCLAIMED_LIFETIME_S = 3600.0
CHAT_KEEP_S = 60.0
"""How long a finished chat job waits for its client to come back (the service keeps about 30 s)."""


@dataclass(frozen=True)
class Settings:
    """One studio's settings; `tokens_per_s` of 0 means as fast as the socket takes them."""

    data_dir: Path
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    tokens_per_s: float = 40.0
    first_token_s: float = 0.15
    renderers: int = 2
    render_timeout_s: float = 1800.0
    spark_balance: Decimal = Decimal(100_000)
    allow_faults: bool = False
    heartbeat_s: float = 10.0
    approval_s: float = 900.0

    @property
    def address(self) -> str:
        """Where the studio's own files are found."""
        return f"http://{self.host}:{self.port}"


def from_environment(
    environ: Mapping[str, str] = os.environ,
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    data_dir: Path | None = None,
) -> Settings:
    """The settings of this process; arguments win over the environment."""
    var = Path(environ.get("SOGNI_WEB_VAR") or "var")
    return Settings(
        data_dir=(data_dir or var / "studio").resolve(),
        host=host,
        port=int(environ.get("STUDIO_PORT") or DEFAULT_PORT) if port is None else port,
        tokens_per_s=float(environ.get("STUDIO_TOKENS_PER_SECOND") or 40.0),
        first_token_s=float(environ.get("STUDIO_FIRST_TOKEN_S") or 0.15),
        renderers=max(1, int(environ.get("STUDIO_RENDERERS") or 2)),
        render_timeout_s=float(environ.get("STUDIO_RENDER_TIMEOUT_S") or 1800.0),
        spark_balance=Decimal(environ.get("STUDIO_SPARK_BALANCE") or 100_000),
        approval_s=float(environ.get("STUDIO_APPROVAL_S") or 900.0),
        allow_faults=environ.get("STUDIO_ALLOW_FAULTS") == "1",
    )
