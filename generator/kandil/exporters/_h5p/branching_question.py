"""`H5P.BranchingQuestion`: a step of a scenario with at least two ways on."""

from __future__ import annotations

from collections.abc import Iterable

from kandil.exporters._h5p.fields import (
    TITLE,
    Group,
    Library,
    Many,
    Number,
    Picture,
    Plain,
    Rich,
    Value,
)

TAGS = frozenset(("strong", "em", "sub", "sup", "h2", "h3", "pre", "code"))
FEEDBACK = Group(
    fields={
        "title": Rich(True, TITLE),
        "subtitle": Rich(True, TITLE),
        "image": Picture(True),
        "endScreenScore": Number(True),
    }
)
_ANSWER = Group(fields={"text": Plain(), "nextContentId": Number(), "feedback": FEEDBACK})
_QUESTION = Group(
    fields={"question": Rich(True, TAGS), "alternatives": Many(item=_ANSWER, low=2)},
)
LIBRARY = Library("H5P.BranchingQuestion", 1, 0, {"branchingQuestion": _QUESTION})


def branching_question(words: str, ways: Iterable[tuple[str, int]]) -> dict[str, Value]:
    """Its content: what happens, and each way on, escaped, with the number of what follows."""
    alternatives: list[Value] = [
        {"text": text, "nextContentId": number, "feedback": {}} for text, number in ways
    ]
    return {"branchingQuestion": {"question": words, "alternatives": alternatives}}
