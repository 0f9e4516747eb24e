"""What a build says of questions that a format holds in another form."""

from __future__ import annotations

from kandil.commands.degraded import degraded
from kandil.problems import Place, Problem


def told(form: str, how: str, file: str, line: int) -> Problem:
    message = f"The format '{form}' is given this question {how}"
    return Problem("V030", Place(f"courses/x/modules/{file}", line), message, "Look.")


def test_each_question_is_named_with_what_became_of_it() -> None:
    found = [
        told("gift", "printed, with the key", "x-2.md", 9),
        told("gift", "printed, with the key", "x-1.md", 30),
        told("gift", "printed, with the key", "x-1.md", 7),
        told("gift", "as one to match", "x-1.md", 50),
        told("qti", "printed, with the key", "x-1.md", 7),
    ]
    assert [*degraded([*found, found[0]])] == [
        "The format 'gift' is given this question as one to match: x-1.md:50.",
        "The format 'gift' is given each of these 3 questions printed, with the key: "
        "x-1.md:7,30; x-2.md:9.",
        "The format 'qti' is given this question printed, with the key: x-1.md:7.",
    ]


def test_a_question_that_is_not_given_is_counted_too() -> None:
    message = "The format 'h5p' is not given this question"
    found = [Problem("V030", Place("x-1.md", line), message, "Look.") for line in (3, 8)]
    assert [*degraded(found)] == ["The format 'h5p' is not given these 2 questions: x-1.md:3,8."]


def test_nothing_is_said_where_nothing_changed() -> None:
    assert [*degraded([Problem("A203", Place("x"), "Another thing")])] == []
