"""What can go wrong at the service, as the rest of the product sees it.

GatewayError
├── Refused         the service will not do this (content rules, plan, unknown model)
├── BadArguments    the arguments are wrong; the model may mend them
├── Unaffordable    the account's balance does not cover it
├── Unavailable     the service cannot now; carries `retry_after_s`
└── Interrupted     the line broke or the job was cancelled; ask again or look upstream
"""


class GatewayError(Exception):
    """`sentence` can be shown to a person; `retryable` says whether the same request may succeed later."""

    retryable = False

    def __init__(self, sentence: str, *, code: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


class Refused(GatewayError):
    """The service will not do this."""


class BadArguments(GatewayError):
    """The arguments are wrong."""


class Unaffordable(GatewayError):
    """The account's balance does not cover it."""


class Unavailable(GatewayError):
    """The service cannot now."""

    retryable = True

    def __init__(self, sentence: str, *, code: str = "", retry_after_s: float = 5.0) -> None:
        super().__init__(sentence, code=code)
        self.retry_after_s = retry_after_s


class Interrupted(GatewayError):
    """The line broke or the job was cancelled elsewhere."""

    retryable = True
