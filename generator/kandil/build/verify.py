"""Finds the packages under a path, and has each looked at by the exporter that made it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kandil.exporters import find_exporters
from kandil.exporters.exporter import Exporter
from kandil.package.checksums import NAME as CHECKSUMS
from kandil.package.record import NAME as RECORD
from kandil.problems import Place, Problem
from kandil.verify.budget import check_budget
from kandil.verify.checksums import check_checksums
from kandil.verify.contents import Contents, UnreadableError, read_contents
from kandil.verify.shown import Shown


def verify_package(path: Path, shown: str = "", *, weigh: bool = False) -> list[Problem]:
    """Every problem of the package at `path`, or of all packages in that folder.

    `shown` is what places begin with; as it stands, the path that the user gave. `weigh` adds
    advice on weight: for a build, since who holds a copy can do nothing about it (`rulings.md` 42).
    """
    label = shown or path.as_posix()
    if path.is_dir() and not (path / CHECKSUMS).is_file():
        return _each(path, label, weigh)
    try:
        with read_contents(path) as contents:
            found = [*check_checksums(contents), *_by_format(path, contents)]
            found += check_budget(contents) if weigh else []
            inner = [name for name in contents.names if path.is_dir() and name.endswith(".zip")]
    except UnreadableError as error:
        hint = "Give a folder or a zip that Kandil built; copy it again if it is damaged."
        return [Problem(error.code, Place(label), f"cannot be read: {error}", hint)]
    deeper = (verify_package(path / name, f"{label}/{name}", weigh=weigh) for name in inner)
    return [_under(label, problem) for problem in found] + [one for many in deeper for one in many]


def shown_in(package: Path, label: str, exporter: Exporter[Any]) -> Iterator[Shown]:
    """What all packages of a course in one format show; files bear their whole path."""
    inner = sorted(package.glob("*.zip")) if package.is_dir() else []
    for path, name in ((package, label), *((one, f"{label}/{one.name}") for one in inner)):
        for one in exporter.shown(path):
            yield one._replace(file=f"{name}/{one.file}")


def count_files(path: Path) -> int:
    """Of the package at `path`, or of all packages in that folder; raises `UnreadableError`."""
    if path.is_dir() and not (path / CHECKSUMS).is_file():
        return sum(map(count_files, _packages(path)))
    with read_contents(path) as contents:
        return len(contents.names)


def _packages(folder: Path) -> list[Path]:
    inner = [sub for sub in sorted(folder.iterdir()) if not sub.name.startswith(".")]
    return [sub for sub in inner if sub.is_dir() or sub.suffix == ".zip"]


def _each(folder: Path, label: str, weigh: bool) -> list[Problem]:
    packages = _packages(folder)
    if not packages:
        hint = "Give a folder of 'dist/', or a package."
        return [Problem("V007", Place(label), "holds no package", hint)]
    many = (verify_package(sub, f"{label}/{sub.name}", weigh=weigh) for sub in packages)
    return [problem for found in many for problem in found]


def _by_format(path: Path, contents: Contents) -> Iterator[Problem]:
    """A folder that holds nothing but zips says no format of its own."""
    records = [name for name in contents.names if name.rpartition("/")[2] == RECORD]
    if not records and path.is_dir():
        return
    exporters = find_exporters()
    form = _format(contents, records[0]) if records else ""
    if form in exporters:
        yield from exporters[form].verify(path)
    else:
        message = f"'{RECORD}' does not say which format this is"
        hint = f"Known: {', '.join(sorted(exporters))}."
        yield Problem("V007", Place(RECORD), message, hint)


def _format(contents: Contents, name: str) -> str:
    try:
        facts = json.loads(contents.read(name))
    except ValueError:
        return ""
    return str(facts.get("format", "")) if isinstance(facts, dict) else ""


def _under(label: str, problem: Problem) -> Problem:
    place = replace(problem.place, file=f"{label}/{problem.place.file}")
    return replace(problem, place=place)
