"""Why an order is not taken. Each is a sentence, with the wire's number and its word for the kind of refusal."""

from collections.abc import Mapping


class BadOrder(ValueError):
    """The request cannot be made; `category` is the wire's word, `more` are further members of its jobError."""

    category = "input_validation"
    code = 4000
    more: Mapping[str, object] = {}


class NoModel(BadOrder):
    """The model is none of the catalogue."""

    code = 4104


class Declined(BadOrder):
    """Policy keeps it from being made."""

    category = "content_policy"


class NotConsented(BadOrder):
    """The model is made for accounts only that accepted its agreement, which no API key can do."""

    category = ""
    code = 4103

    def __init__(self, model_id: str) -> None:
        super().__init__("The agreement of this model is accepted in one of Sogni's own apps.")
        consent = {"key": "seedance-2-5-uncensored", "version": "1", "modelId": model_id}
        self.more = {"consentRequired": consent}
