"""A last look at a package: no question that stays with the learner is known to the run-time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kandil.exporters._scorm.facts import Facts
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents

_PRIVATE = re.compile(rb"<\w+(?=[^>]* data-private\b)[^>]* id=\"?q_([\w-]+)")
_HINT = "Build the package again; do not hand this one out."


def check_private(contents: Contents, start: str, facts: Facts) -> Iterator[Problem]:
    """`facts` of the page `start`, against the pages that they speak of (V010)."""
    for lesson in facts.lessons:
        named = {question.id for question in lesson.questions or ()}
        if lesson.page not in contents or not named:
            continue
        private = {one.decode() for one in _PRIVATE.findall(contents.read(lesson.page))}
        for question in sorted(named & private):
            message = f"an LMS would be told the answer to '{question}' of '{lesson.id}'"
            yield Problem("V010", Place(start), f"{message}, which is sensitive", _HINT)
