"""What every format must keep, as functions that give its faults: so each can be shown to fail."""

from __future__ import annotations

import shutil
import tarfile
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

from kandil.build.handed import Handed
from kandil.build.outcome import Outcome
from kandil.build.pipeline import build
from kandil.build.places import Places
from kandil.build.prepare import Wanted, prepare
from kandil.build.reading import read
from kandil.build.request import Request
from kandil.build.verify import packages_at, shown_in
from kandil.exporters.exporter import Exporter
from kandil.localize.words import cautions
from kandil.localize.words.formats import licence
from kandil.model.blocks import Section
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.facts import OPENING
from kandil.model.help import Help, joined
from kandil.model.interactions import Interaction
from kandil.model.structure import interactions
from kandil.problems import Place

TESTS = Path(__file__).parents[1]
DAY = date(2026, 11, 24)
LOCALES = ("en", "en-XA")
TRAINER, NOTE, CONTACT = "purple heron", "violet otter", "322 555 777"
ASKING = {"gift", "h5p", "moodle", "quizlist"}
"""Formats of questions alone: a lesson's other words and their titles have no place in them."""
SPLIT = "the title of 'ideas'"
"""Where a lesson is opened part after part, the titles of its parts stand for it."""
_TERRITORY = f"""territory: GE
names: {{en: Georgia}}
contacts:
  - id: waits
    names: {{en: A helpline that waits}}
    status: draft
    service_area: [GE]
    kinds: [domestic_violence]
    channels:
      - {{type: phone, display: "0 {CONTACT}", cost: unknown}}
"""


def write_course(folder: Path) -> Path:
    """A course with every way to ask, and one of each thing that no learner may get."""
    shutil.copytree(TESTS / "courses/every", folder)
    lesson = folder / "modules/every-1.md"
    words = lesson.read_text("utf-8")
    note = f"<!-- i18n: comment: the {NOTE} is an animal -->"
    words = words.replace("This lesson never asks", f"{note}\n\nThis lesson never asks", 1)
    words += f"\n## Trainer: The {TRAINER}\n\nTell of the {TRAINER} before you begin.\n"
    lesson.write_text(words, "utf-8")
    place = folder / "locales/territories/GE.yml"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(_TERRITORY, "utf-8")
    return folder


def built(course: Path, dist: Path, *formats: str) -> Outcome:
    """A preview of the course of this suite, with its territory."""
    return build(Request((course,), "preview", DAY, LOCALES, formats, dist=dist, territory="GE"))


def editions(course: Path) -> list[Edition]:
    """As the pipeline has them before any exporter."""
    found, problems = read(course)
    assert found
    wanted = Wanted("preview", DAY, LOCALES, "GE")
    return prepare(found, problems, wanted, lambda doing: None).editions


def place(dist: Path, exporter: Exporter[Any], course: str) -> Path:
    """Where the packages of a format lie."""
    return dist / Places("preview", course).of(exporter)


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Every file under a folder, and every member of every archive, in archives too: by what they
    are, not by their names."""
    for file in sorted(one for one in path.rglob("*") if one.is_file()):
        yield from _opened(file.relative_to(path).as_posix(), file.read_bytes())


def _opened(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content
    for inner, inside in _unpacked(content):
        yield from _opened(f"{name}/{inner}", inside)


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """What is in an archive; nothing where it is none. Moodle takes zips and tar.gz."""
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            yield from ((one, archive.read(one)) for one in archive.namelist())
    elif tarfile.is_tarfile(BytesIO(content)):
        with tarfile.open(fileobj=BytesIO(content)) as tar:
            for one in tar:
                held = tar.extractfile(one)
                yield one.name, held.read() if held else b""


def secrets(folder: Path, exporter: Exporter[Any], builder: Iterable[Path]) -> list[str]:
    """Files with words that nobody outside may have."""
    kept = {"a note to translators": NOTE, "an unverified contact": CONTACT}
    kept |= {"a figure that nobody filled in": OPENING}
    kept |= {f"a path of the builder ({path})": str(path) for path in builder}
    if exporter.audience == "learner":
        kept["a trainer's word"] = TRAINER
    return [
        f"{what}: {name}"
        for name, content in members(folder)
        for what, words in kept.items()
        if words.encode() in content or words.replace(" ", "").encode() in content
    ]


def unasked(dist: Path, course: Path, exporter: Exporter[Any], outcome: Outcome) -> list[str]:
    """Questions that the format was given and does not show, or that changed without a word."""
    before = editions(course)
    ready, _ = Handed(before).to(exporter)
    shown = _shown(dist, exporter, before[0].name)
    told = {one.place for one in outcome.problems if one.code == "V030"}
    given = list(_questions(ready))
    kept = {(type(one), one.id) for one in given}
    lost = [one for one in given if _spaced(one.prompt.plain) not in shown]
    silent = [
        one
        for one in _questions(before)
        if (type(one), one.id) not in kept and one.place not in told
    ]
    return [f"{_row(one.place)} {one.id}" for one in (*lost, *silent)]


def untold(dist: Path, course: Path, exporter: Exporter[Any]) -> list[str]:
    """What every learner must be told with a lesson, and a format does not show."""
    ready, _ = Handed(editions(course)).to(exporter)
    shown = _shown(dist, exporter, ready[0].name)
    parted = "Part 1 of " in shown
    owed = (
        (edition.locale, what, words)
        for edition in ready
        for module in edition.course.modules
        for what, words in _owed(edition, module, exporter.name not in ASKING)
    )
    missing = [one for one in owed if _spaced(one[2]) not in shown]
    return [f"{what}: {locale}" for locale, what, _ in missing if not (what == SPLIT and parted)]


def _owed(edition: Edition, module: Module, titles: bool) -> Iterator[tuple[str, str]]:
    yield from (("a notice", words) for words in cautions.notices(edition, module))
    yield from (("a figure with its source", fact.plain) for fact in module.figures)
    yield "the licence", licence(module.licence or edition.course.licence)
    for part in module.blocks:
        if isinstance(part, Section) and part.title and (titles or part.kind == "help"):
            yield f"the title of '{part.kind}'", part.title.plain
        for block in getattr(part, "blocks", ()):
            if isinstance(block, Help):
                yield from (("help", joined(line).plain) for line in (*block.above, *block.below))


def _shown(dist: Path, exporter: Exporter[Any], course: str) -> str:
    """Every word that its packages show."""
    packages = packages_at(place(dist, exporter, course), "x")
    return " ".join(_spaced(one.words) for one in shown_in(packages))


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _questions(course: Iterable[Edition]) -> Iterator[Interaction]:
    for edition in course:
        for module in edition.course.modules:
            yield from interactions(module.blocks)


def _row(place: Place) -> str:
    return f"{Path(place.file).name}:{place.line}"
