"""What the PO files of a course say, for each locale that has some."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kandil.lint.text.filled import wordings
from kandil.localize.catalogue import read_catalogue
from kandil.localize.entries import Key
from kandil.localize.folders import catalogue_folders
from kandil.model.course import Course
from kandil.model.text import Text
from kandil.problems import Place
from kandil.read.inline.inlines import read_sentence

Lookup = Callable[[Text | None], list[tuple[str, Place]]]
"""The words of a text in one locale, each with its place in a PO file."""


def catalogues(course: Course) -> dict[str, list[Path]]:
    """The PO files of each locale, in order."""
    files: dict[str, list[Path]] = {}
    for folder in catalogue_folders(course):
        for path in sorted(folder.glob(f"*/{course.id}/*.po")):
            files.setdefault(path.parent.parent.name, []).append(path)
    return files


def translations(course: Course) -> Iterator[tuple[str, Lookup]]:
    """Each locale, drafts included; words that no edition shows are left out."""
    for locale, paths in catalogues(course).items():
        entries: dict[Key, list[tuple[str, Place]]] = {}
        for path in paths:
            for key, entry in read_catalogue(path)[0].entries.items():
                if entry.state not in ("empty", "outdated"):
                    said = [one for words in entry.words for one in _said(words, entry.place)]
                    entries.setdefault(key, []).extend((words, entry.place) for words in said)
        yield locale, _lookup(entries)


def _lookup(entries: dict[Key, list[tuple[str, Place]]]) -> Lookup:
    return lambda text: entries.get(text.key, []) if text else []


def _said(words: str, place: Place) -> list[str]:
    return wordings(read_sentence(words, lambda offset: place, blanks=True).inlines)
