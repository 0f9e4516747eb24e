"""`facts.yml`: the figures of a course, each with its year, its source and its last day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, RootModel

from kandil.model.facts import FACT, Figure
from kandil.problems import Place, Problem, nearest
from kandil.read.source.door import link_out
from kandil.read.source.settings import ID, Strict, Words, read_settings_of
from kandil.read.source.source import Source, read_text
from kandil.read.source.yaml_nodes import Document, read_yaml

FILE = "facts.yml"
_PARTS = ("year", "source")
Named = Iterable[tuple[str, Place]]


class _Fact(Strict):
    """One figure."""

    value: Annotated[Decimal, Field(max_digits=15, decimal_places=6)]
    unit: Literal["%", "thousand", "million", "billion"] | None = None
    year: int = Field(ge=1945, le=2100)
    source: Words
    checked: date
    best_by: date


class _Facts(RootModel[dict[str, _Fact]]):
    """The whole file, by ids."""


def read_facts(folder: Path) -> tuple[dict[str, Figure] | None, list[Problem]]:
    """The figures of a course by their ids; None where the file cannot be read or is wrong."""
    path = folder / FILE
    if not path.exists():
        return {}, []
    if amiss := link_out(folder, path):
        return None, amiss
    text, problems = read_text(path, path.as_posix())
    if problems:
        return None, problems
    source = Source(path.as_posix(), tuple(text.split("\n")))
    document = read_yaml(source)
    found, problems = read_settings_of(_Facts, document, source)
    problems += _odd_ids(document)
    if found is None or problems:
        return None, problems
    facts = {name: _figure(name, one, document) for name, one in found.root.items()}
    problems += (problem for fact in facts.values() for problem in _hurried(fact, document, source))
    return facts, problems


def _figure(name: str, fact: _Fact, document: Document) -> Figure:
    place = document.keys[(name,)]
    return Figure(
        name, fact.value, fact.unit or "", fact.year, fact.source, fact.checked, fact.best_by, place
    )


def _odd_ids(document: Document) -> Iterator[Problem]:
    for (name, *deeper), place in document.keys.items():
        if not deeper and not re.fullmatch(ID, str(name)):
            hint = "Write small letters, digits and hyphens, a letter first: 'women-online'."
            yield Problem("C007", place, f"'{name}' cannot be an id", hint)


def _hurried(fact: Figure, document: Document, source: Source) -> Iterator[Problem]:
    if fact.best_by < fact.checked:
        place = source.place(*document.values[fact.id, "best_by"])
        message = (
            f"'{fact.id}' is good until {fact.best_by}, before the day on which it was checked"
        )
        yield Problem("C023", place, message, "Write a day behind that of 'checked'.")


def unknown_facts(facts: Mapping[str, Figure], named: Named) -> Iterator[Problem]:
    """Figures that a sentence names and the file does not have."""
    for words, place in named:
        if found := FACT.fullmatch(words):
            if found["id"] not in facts:
                yield _unknown(facts, found["id"], place)
        else:
            yield _slip(facts, words, place)


def _unknown(facts: Mapping[str, Figure], name: str, place: Place) -> Problem:
    record = '{value: …, unit: "%", year: …, source: …, checked: …, best_by: …}'
    hint = f"Write a line '{name}: {record}' into {FILE}."
    near = nearest(name, facts) if facts else hint
    message = f"There is no figure '{name}' in {FILE}"
    return Problem("C021", place, message, near if near.startswith("Did") else hint)


def _slip(facts: Mapping[str, Figure], words: str, place: Place) -> Problem:
    """The braces are there, and what is in them is no name of a figure."""
    name, _, part = re.sub(r"^\{\s*facts?\s*[.:]\s*|\s*\}$", "", words, flags=re.I).partition(".")
    known = nearest(part, _PARTS) if name in facts and part else ""
    hint = known if known.startswith("Did") else ""
    hint = hint or "Write '{fact.women-online}', or '.year' or '.source' behind the id."
    return Problem("C021", place, f"'{words}' names no figure", hint)


def idle_facts(facts: Mapping[str, Figure], named: Iterable[str]) -> Iterator[Problem]:
    """Figures that no sentence of the course names."""
    used = {found["id"] for words in named if (found := FACT.fullmatch(words))}
    for name, fact in facts.items():
        if name not in used:
            hint = f"Write '{{fact.{name}}}' in a sentence, or remove the line."
            yield Problem("C022", fact.place, f"No sentence names the figure '{name}'", hint)
