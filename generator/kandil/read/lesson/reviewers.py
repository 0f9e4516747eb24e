"""`reviewers: [TBD]`: a placeholder in the list of those who have reviewed a lesson.

`reviewers` names real people only (`rulings.md` 30): each page would say that it is reviewed.
"""

from __future__ import annotations

from kandil.model.people import person
from kandil.problems import Problem
from kandil.read.source.source import Source
from kandil.read.source.yaml_nodes import Document


def named_reviewers(
    front: Source, document: Document, names: list[str], problems: list[Problem]
) -> tuple[str, ...]:
    """Those who are somebody; each other one is a problem at its place."""
    for index, name in enumerate(names):
        if not person(name):
            values = document.values
            line, column = values.get(("reviewers", index)) or values.get(("reviewers",), (0, 0))
            message = f"'{name}' is no name of a person who has reviewed this lesson"
            hint = "Write 'reviewers: []' until a specialist has read it, then her name."
            problems.append(Problem("C018", front.place(line, column), message, hint))
    return tuple(name for name in names if person(name))
