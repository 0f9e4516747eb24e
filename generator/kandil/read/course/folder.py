"""The folder of a course: whether it is one, and whether it may be read."""

from __future__ import annotations

import os
from pathlib import Path

from kandil.paths import own_locales
from kandil.problems import Place, Problem
from kandil.read.source.door import link_out, links_out
from kandil.read.source.source import NO_PERMISSION, read_text


def read_course_file(folder: Path) -> tuple[str, list[Problem]]:
    """The words of course.yml, or why there are none."""
    path = folder / "course.yml"
    try:
        if folder.is_dir() and not os.path.lexists(path) and os.access(folder, os.X_OK):
            return "", [_no_course(folder)]
        if folder.is_file():
            return "", [_file(folder)]
    except PermissionError:
        return _read(folder, path)
    if not os.path.lexists(folder):
        name, hint = folder.as_posix(), "Check its name, capital letters included."
        return "", [Problem("C009", Place(name), f"There is no folder '{name}'", hint)]
    return _read(folder, path)


def _read(folder: Path, path: Path) -> tuple[str, list[Problem]]:
    """After a look at what is a link, of this file and of the project's own words."""
    if found := [*link_out(folder, path), *links_out(own_locales(folder))]:
        return "", found
    return read_text(path, path.as_posix())


def _file(given: Path) -> Problem:
    name, hint = given.as_posix(), "Give the folder that holds course.yml"
    if (given.parent / "course.yml").is_file():
        hint += f": '{given.parent.as_posix()}'"
    return Problem("C009", Place(name), f"'{name}' is a file, not a folder", f"{hint}.")


def _no_course(folder: Path) -> Problem:
    """A folder without course.yml: it has another name, or lies near."""
    name = folder.as_posix()
    for other in ("course.yaml", "Course.yml", "course.yml.txt", "course.txt"):
        if (folder / other).is_file():
            hint = f"Give the file '{other}' the name 'course.yml'."
            message = f"'{name}' has a file '{other}', and no course.yml"
            return Problem("C009", Place(name), message, hint)
    near = [*sorted(folder.glob("*/course.yml")), *folder.absolute().parent.glob("course.yml")]
    hint = "Give the folder that holds course.yml"
    hint += f": '{near[0].parent.as_posix()}'." if near else "."
    return Problem("C009", Place(name), f"There is no course.yml in '{name}'", hint)


def locked_modules(folder: Path) -> list[Problem]:
    """Whether `modules/` may be looked into; where there is none, each lesson is told to lack."""
    modules = folder / "modules"
    try:
        with os.scandir(modules):
            locked = not os.access(modules, os.X_OK)
    except PermissionError:
        locked = True
    except OSError:
        locked = False
    if not locked:
        return []
    name = modules.as_posix()
    return [Problem("C009", Place(name), f"You may not look into '{name}'", NO_PERMISSION)]
