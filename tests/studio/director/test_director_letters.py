"""Of a size that is told of letters on a film, the word that compares counts."""

import pytest

from studio.director.families.once_more.letters import larger_in


@pytest.mark.parametrize(
    ("text", "larger"),
    [
        ("bigger letters", True),
        ("make the small text bigger", True),
        ("make the big letters smaller", False),
        ("tiny letters, please", False),
        ("make the huge text tinier", False),
        ("in yellow letters", None),
    ],
)
def test_the_word_that_compares_decides(text: str, larger: bool | None) -> None:
    assert larger_in(text) is larger
