"""PO files of a project that no build would ever read, and so nobody would ever miss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kandil.localize.coverage import COURSE, INTERFACE
from kandil.localize.folders import course_file, interface_file
from kandil.model.course import Course
from kandil.problems import Place, Problem, nearest
from kandil.read.source.source import read_text

_SAID = re.compile(r'^(?:msgstr +)?"Language: *([A-Za-z]+)', re.MULTILINE)


def misplaced(course: Course, locale: str, folder: Path) -> Iterator[Problem]:
    """Files under another name or in another place than the build looks in, and other languages.

    Names are compared as they are listed: a file system may take `A.po` for `a.po`, a server not.
    """
    parts = [COURSE, *(module.id for module in course.modules)]
    for path in _listed(folder) + _listed(folder / locale):
        if path.parent == folder or path.name != f"{INTERFACE}.po":
            right = f"{locale}/{course.id}/{_part(path, parts)}.po"
            yield _unread(path, f"Kandil looks in '{(folder / right).as_posix()}'.")
    for place in sorted((folder / locale).glob("*")):
        if place.name != course.id and place.name.casefold() == course.id.casefold():
            yield _unread(place, f"Give the folder the name '{course.id}'.")
    for path in _listed(folder / locale / course.id):
        if path.stem not in parts:
            near = nearest(path.name, [f"{part}.po" for part in parts])
            named = near.startswith("Did")
            yield _unread(path, near if named else "No lesson of this course has this name.")
        elif path.is_dir():
            yield _unread(path, "This is a folder; a file must stand in its place.")
    for part in parts:
        yield from _language(course_file(folder, locale, course, part), locale)
    yield from _language(interface_file(folder, locale), locale)


def _listed(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.suffix.lower() == ".po")


def _part(path: Path, parts: list[str]) -> str:
    return path.stem if path.stem in parts else "…"


def _unread(path: Path, hint: str) -> Problem:
    return Problem("L016", Place(path.as_posix()), "Nothing reads this file or folder", hint)


def _language(path: Path, locale: str) -> Iterator[Problem]:
    """A header that names another language: somebody's file under somebody else's name."""
    text, problems = read_text(path, path.as_posix()) if path.is_file() else ("", [])
    found = None if problems else _SAID.search(text)
    if found and found[1].lower() != locale.split("-")[0]:
        message = f"This file says that it is in '{found[1]}', and lies in the folder '{locale}'"
        hint = f"Move it to the folder of its language, or write 'Language: {locale}' in its head."
        line = text.count("\n", 0, found.start()) + 1
        yield Problem("L017", Place(path.as_posix(), line), message, hint)
