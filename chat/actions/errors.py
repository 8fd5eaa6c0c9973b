"""What an action may refuse, each with a code and a sentence a person can read."""


class ActionRefused(Exception):
    """An expected refusal; nothing was changed."""

    code = "refused"

    def __init__(self, sentence: str, *, code: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code or self.code


class RunOver(Exception):
    """The run is not this worker's any more: stopped, ended or taken up by another. Stop working on it."""
