"""Catalogues on disk: what `kandil i18n` does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polib

from kandil.localize.apply import localize
from kandil.localize.catalogue import Catalogue, Key, read_catalogue, read_po
from kandil.localize.coverage import COURSE, INTERFACE
from kandil.localize.extract import extract, header
from kandil.localize.folders import catalogue_folders, course_file, interface_file
from kandil.localize.locale import resolve
from kandil.localize.messages import interface_template
from kandil.localize.units import units
from kandil.localize.update import update
from kandil.model.course import Course, Module
from kandil.model.edition import Coverage
from kandil.paths import locales
from kandil.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Written:
    """One file, and what became of its entries."""

    path: Path
    kept: int
    changed: int
    new: int
    removed: int


def write_templates(course: Course, folder: Path) -> list[Path]:
    """An empty `<course>/<module>.pot` for each lesson, `course.pot` and `ui.pot`."""
    made = []
    for name, node in _parts(course):
        made.append(_write(folder / course.id / f"{name}.pot", extract(node)))
    return [*made, _write(folder / f"{INTERFACE}.pot", interface_template())]


def update_catalogues(
    course: Course, locale: str, folder: Path
) -> tuple[list[Written], list[Problem]]:
    """Make the PO files of a locale in `folder`, or bring them up to date.

    A file that cannot be read stays as it is. `ui.po` is left to Kandil's own where it has one.
    """
    language, problems = resolve(locale, Place(f"{course.folder}/course.yml"))
    if language is None or language.pseudo or locale == course.language:
        return [], problems
    memory, written = _memory(folder / locale / course.id), []
    work = [
        (course_file(folder, locale, course, name), extract(node)) for name, node in _parts(course)
    ]
    interface = interface_file(folder, locale)
    if interface.exists() or not interface_file(locales(), locale).exists():
        work.append((interface, interface_template()))
    for path, template in work:
        found = _renew(path, template, locale, memory, problems)
        written += [found] if found else []
    return written, problems


def stats(
    course: Course, locale: str, folders: tuple[Path, ...] | None = None
) -> tuple[dict[str, Coverage], list[Problem]]:
    """Words by state of each file; damaged translations count as missing."""
    edition, problems = localize(course, locale, "preview", date.min, (locale,), folders)
    return (edition.coverage if edition else {}), problems


def check_catalogues(
    course: Course, locale: str, folders: tuple[Path, ...] | None = None
) -> list[Problem]:
    """Damage, drafts among them, and entries whose source has changed or gone."""
    places = catalogue_folders(course) if folders is None else folders
    _, problems = stats(course, locale, places)
    problems = [problem for problem in problems if problem.code != "G001"]
    for name, node in _parts(course):
        known = {unit.text.key for unit in units(node)}
        for folder in places:
            catalogue, _ = read_catalogue(course_file(folder, locale, course, name))
            problems += _stale(catalogue, known)
    return problems


def _parts(course: Course) -> Iterator[tuple[str, Module | Course]]:
    yield COURSE, course
    for module in course.modules:
        yield module.id, module


def _memory(folder: Path) -> dict[str, str]:
    """What people have translated in this course, by source."""
    known: dict[str, str] = {}
    for path in sorted(folder.glob("*.po")):
        catalogue, _ = read_catalogue(path)
        for entry in catalogue.entries.values():
            if entry.state in ("translated", "reviewed"):
                known[entry.source] = entry.words[0]
    return known


def _renew(
    path: Path,
    template: polib.POFile,
    locale: str,
    memory: dict[str, str],
    problems: list[Problem],
) -> Written | None:
    existing = None
    if path.exists():
        existing, found = read_po(path)
        problems += found
        if found:
            return None
    done = update(template, existing, header(path.stem, locale), memory)
    _write(path, done.file)
    return Written(path, done.kept, done.changed, done.new, done.removed)


def _write(path: Path, file: polib.POFile) -> Path:
    """Beside its place, then into it: a run that dies leaves the old file whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f"{path.suffix}~")
    beside.write_text(f"{str(file).rstrip()}\n", encoding="utf-8", newline="\n")
    beside.replace(path)
    return path


def _stale(catalogue: Catalogue, known: set[Key]) -> Iterator[Problem]:
    for entry in catalogue.entries.values():
        if entry.key not in known:
            hint = "Bring the file up to date with 'kandil i18n update'."
            yield Problem("L012", entry.place, "The source has no such sentence", hint)
        elif entry.state == "outdated":
            hint = "Mend it, then remove 'fuzzy' and the lines that begin with '#|'."
            yield Problem("L012", entry.place, "The source of this translation has changed", hint)
