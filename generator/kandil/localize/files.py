"""Catalogues on disk: what `kandil i18n` does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polib

from kandil.localize.apply import localize
from kandil.localize.catalogue import Catalogue, read_catalogue, read_po
from kandil.localize.coverage import COURSE, INTERFACE, WAITS
from kandil.localize.entries import Key
from kandil.localize.extract import extract, header
from kandil.localize.folders import catalogue_folders, course_file, interface_file
from kandil.localize.interface import speaks_english
from kandil.localize.locale import asked, chain
from kandil.localize.messages import interface_template
from kandil.localize.misplaced import misplaced
from kandil.localize.units import units
from kandil.localize.update import update
from kandil.model.course import Course, Module
from kandil.model.edition import Coverage
from kandil.paths import locales
from kandil.problems import Place, Problem
from kandil.values import dataclass

OPTION = "--locale"
"""How a locale is asked for here."""


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

    A file that cannot be read stays as it is. `ui.po` is left to Kandil's own where it has one;
    the source's own language needs no other file.
    """
    language, problems = asked(course, locale, OPTION)
    if language is None:
        return [], problems
    work = [] if language.pseudo else list(_work(course, locale, folder))
    if not work:
        return [], [_needless(course, locale)]
    problems += misplaced(course, locale, folder)
    memory, written = _memory(folder / locale / course.id), []
    for path, template in work:
        found = _renew(path, template, locale, memory, problems)
        written += [found] if found else []
    return written, problems


def _work(course: Course, locale: str, folder: Path) -> Iterator[tuple[Path, polib.POFile]]:
    """Each file that a locale needs in `folder`, with its template."""
    if locale != course.language:
        for name, node in _parts(course):
            yield course_file(folder, locale, course, name), extract(node)
    own, shipped = interface_file(folder, locale), interface_file(locales(), locale)
    if own.exists() or not (shipped.exists() or speaks_english(locale)):
        yield own, interface_template()


def _needless(course: Course, locale: str) -> Problem:
    source = locale == course.language
    message = f"'{locale}' is {'the language of the source' if source else 'for tests'}"
    hint = "There is nothing to translate. Name another locale, such as 'uk'."
    place = Place(f"{course.folder}/course.yml")
    return Problem("L018", place, f"{message}, and needs no PO files", hint)


def stats(
    course: Course, locale: str, folders: tuple[Path, ...] | None = None
) -> tuple[dict[str, Coverage], list[Problem]]:
    """Words by state of each file; damaged translations count as missing."""
    edition, problems = localize(course, locale, "preview", date.min, (locale,), folders, OPTION)
    return (edition.coverage if edition else {}), problems


def check_catalogues(
    course: Course, locale: str, folders: tuple[Path, ...] | None = None
) -> list[Problem]:
    """Damage, drafts among them, and entries whose source has changed or gone."""
    places = catalogue_folders(course) if folders is None else folders
    parts, problems = stats(course, locale, places)
    if not parts:
        return problems or [_needless(course, locale)]
    problems = [problem for problem in problems if problem.code not in WAITS]
    problems += list(misplaced(course, locale, places[0])) or _missing(course, locale, places)
    for name, node in _parts(course):
        known = {unit.text.key for unit in units(node)}
        for folder in places:
            catalogue, _ = read_catalogue(course_file(folder, locale, course, name))
            problems += _stale(catalogue, known)
    return problems


def _missing(course: Course, locale: str, folders: tuple[Path, ...]) -> Iterator[Problem]:
    """Without a file there is no damage either."""
    paths = [
        interface_file(folder, tag)
        if locale == course.language
        else course_file(folder, tag, course, name)
        for folder in folders
        for tag in chain(locale)
        for name, _ in _parts(course)
    ]
    if not any(path.is_file() for path in paths):
        message = f"There is no PO file of this course for '{locale}'"
        hint = f"Let 'kandil i18n update {course.folder} --locale {locale}' make them."
        yield Problem("L018", Place(f"{course.folder}/course.yml"), message, hint)


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
    if path.is_dir():
        return None
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
    beside.unlink(missing_ok=True)  # Written through, a link would choose its place.
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
