"""What every format must keep, as functions that give its faults: so each can be shown to fail."""

from __future__ import annotations

import shutil
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
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.model.structure import interactions
from kandil.problems import Place

TESTS = Path(__file__).parents[1]
DAY = date(2026, 11, 24)
LOCALES = ("en", "en-XA")
TRAINER, NOTE, CONTACT = "purple heron", "violet otter", "322 555 777"
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
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield from _opened(f"{name}/{inner}", archive.read(inner))


def secrets(folder: Path, exporter: Exporter[Any], builder: Iterable[Path]) -> list[str]:
    """Files with words that nobody outside may have."""
    kept = {"a note to translators": NOTE, "an unverified contact": CONTACT}
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
    folder = place(dist, exporter, before[0].name)
    shown = " ".join(" ".join(one.words.split()) for one in shown_in(packages_at(folder, "x")))
    told = {one.place for one in outcome.problems if one.code == "V030"}
    given = list(_questions(ready))
    kept = {(type(one), one.id) for one in given}
    lost = [one for one in given if " ".join(one.prompt.plain.split()) not in shown]
    silent = [
        one
        for one in _questions(before)
        if (type(one), one.id) not in kept and one.place not in told
    ]
    return [f"{_row(one.place)} {one.id}" for one in (*lost, *silent)]


def _questions(course: Iterable[Edition]) -> Iterator[Interaction]:
    for edition in course:
        for module in edition.course.modules:
            yield from interactions(module.blocks)


def _row(place: Place) -> str:
    return f"{Path(place.file).name}:{place.line}"
