"""Figures that a sentence names: `{fact.id}`, `{fact.id.year}`, `{fact.id.source}`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from kandil.model.inlines import Image, Inlines, walk
from kandil.problems import Place, Problem
from kandil.read.source.slips import without_literals

_MEANT = re.compile(r"\{\s*facts?\s*[.:][^{}]*\}", re.IGNORECASE)
"""Also with a slip in it: a learner would read the braces."""
At = Callable[[int], Place]


def named_facts(
    source: str, inlines: Inlines, at: At
) -> tuple[list[tuple[str, Place]], list[Problem]]:
    """What a sentence names, in its braces and with its place; words in code marks name nothing.

    Where no words are shown, such as in a gap or an address, a figure is a problem.
    """
    if "{" not in source:
        return [], []
    shown = Counter(
        name
        for part in walk(inlines)
        for name in _MEANT.findall(part.alt if isinstance(part, Image) else _words(part))
    )
    named, problems = [], []
    for found in _MEANT.finditer(without_literals(source)):
        if shown[found[0]] > 0:
            shown[found[0]] -= 1
            named.append((found[0], at(found.start())))
        else:
            problems.append(misplaced(found[0], at(found.start())))
    return named, problems


def named_in_front(words: str, at: At) -> list[Problem]:
    """Of a title or a summary, which stands in lists and names of files too."""
    return [misplaced(found[0], at(found.start())) for found in _MEANT.finditer(words)]


def misplaced(name: str, place: Place) -> Problem:
    """It would be shown with its braces."""
    hint = "Name it in a sentence of the lesson; here, write words alone."
    return Problem("C024", place, f"The figure '{name}' cannot stand here", hint)


def _words(part: object) -> str:
    return part if isinstance(part, str) else ""
