"""The catalogues that a text is looked up in, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kandil.localize.catalogue import Catalogue, read_catalogue
from kandil.localize.entries import Entry, Key
from kandil.localize.locale import chain
from kandil.model.course import Course
from kandil.problems import Problem
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Layer:
    """One language; a country's file before that of the language (`ro-MD`, `ro`)."""

    lang: str
    """Empty where it is the edition's own language; else what a page marks the text with."""
    catalogues: tuple[Catalogue, ...]
    tag: str = ""
    """The language of its words."""

    def entries(self, key: Key) -> tuple[Entry, ...]:
        """What its files have for one identity, nearest first."""
        found = (catalogue.entries.get(key) for catalogue in self.catalogues)
        return tuple(entry for entry in found if entry)


@dataclass(frozen=True, slots=True)
class Stack:
    """The edition's own language, then what the publisher set as fallback; then the source."""

    layers: tuple[Layer, ...]
    last: str
    """Language of the source, for marking; empty where it counts as the edition's own."""


def stack(
    course: Course, tag: str, folders: tuple[Path, ...], file: Callable[[Path, str], Path]
) -> tuple[Stack, list[Problem]]:
    """The layers of one PO file of a course; no language is ever added that nobody asked for."""
    own = chain(tag)
    wanted = [("", own), *((name, chain(name)) for name in course.fallback if name not in own)]
    layers, problems = [], []
    for lang, names in wanted:
        if lang == course.language:
            break
        catalogues = []
        for name in names:
            for folder in folders:
                catalogue, found = read_catalogue(file(folder, name))
                problems += found
                catalogues.append(catalogue)
        layers.append(Layer(lang, tuple(catalogues), lang or tag))
    return Stack(tuple(layers), "" if course.language in own else course.language), problems
