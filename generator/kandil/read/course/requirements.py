"""What the lessons of a project must cover: `requirements.yml` in its `locales/`, or ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from kandil.paths import locales, own_locales
from kandil.problems import Place, Problem, nearest
from kandil.read.source.settings import Strict, Words, read_settings_of
from kandil.read.source.source import Source, read_text
from kandil.read.source.yaml_nodes import read_yaml

FILE = "requirements.yml"


class Requirement(Strict):
    """One row."""

    asks: Words
    feature: str = ""
    """What the program does for it."""
    care: str = ""
    """What of it may not be repeated as it stands."""


class Requirements(Strict):
    """Rows by their ids, which begin with the letter of their group."""

    title: Words
    groups: dict[str, Words]
    rows: Annotated[dict[str, Requirement], Field(min_length=1)]


def read_requirements(folder: Path) -> tuple[Requirements | None, tuple[Problem, ...]]:
    """Those that hold for a course in `folder`, or what is wrong with the project's own file."""
    own = own_locales(folder)
    path = own / FILE if own and (own / FILE).is_file() else locales() / FILE
    text, problems = read_text(path, path.as_posix())
    return (None, tuple(problems)) if problems else _parsed(path.as_posix(), text)


@cache
def _parsed(name: str, text: str) -> tuple[Requirements | None, tuple[Problem, ...]]:
    source = Source(name, tuple(text.split("\n")))
    found, problems = read_settings_of(Requirements, read_yaml(source), source)
    return found, tuple(problems)


def unknown_rows(folder: Path, covers: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Rows that a lesson says it covers, and that nobody asked for."""
    for row, place in covers:
        known, problems = read_requirements(folder)
        yield from problems
        if known and row not in known.rows:
            message = f"There is no row '{row}' in {FILE}"
            yield Problem("C019", place, message, nearest(row, known.rows))
