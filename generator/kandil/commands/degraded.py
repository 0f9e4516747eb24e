"""The questions that a format cannot hold as they are written, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePath

from kandil.problems import Problem


def degraded(problems: Iterable[Problem]) -> Iterator[str]:
    """A line a format and what it made of them: the questions by the lines where they begin."""
    found = sorted({(one.message, one.place) for one in problems if one.code == "V030"})
    for message, group in groupby(found, key=lambda pair: pair[0]):
        places = [place for _, place in group]
        lines = groupby(places, key=lambda place: place.file)
        named = "; ".join(
            f"{PurePath(file).name}:{','.join(str(place.line) for place in some)}"
            for file, some in lines
        )
        if len(places) > 1:
            several = f"these {len(places)} questions"
            message = message.replace("is given this question", f"is given each of {several}")
            message = message.replace("this question", several)
        yield f"{message}: {named}."
