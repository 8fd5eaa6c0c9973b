"""Why a file was not taken, as a sentence for the person who sent it."""


class Refused(Exception):
    """The file was not attached; nothing was stored. `reason` completes "<name> was not attached."."""

    def __init__(self, reason: str, *, code: str, name: str = "") -> None:
        self.reason = reason
        self.code = code
        self.name = name
        super().__init__(f"{name} was not attached. {reason}" if name else reason)

    def named(self, name: str) -> "Refused":
        """The same refusal, about this file."""
        return Refused(self.reason, code=self.code, name=name)
