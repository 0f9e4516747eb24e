"""What lies in `dist/`, as lists: packages to hand on, and what is for trainers only."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from kandil.model.edition import Kind
from kandil.package.checksums import NAME as SUMS
from kandil.package.record import BESIDE, NAME
from kandil.values import dataclass
from kandil.verify.checksums import read_list

TRAINERS = "trainers"
"""Their files lie together, outside what is hosted (`rulings.md` 44)."""


@dataclass(frozen=True, slots=True)
class Package:
    """One file to hand on."""

    path: str
    """Under `dist/`: `release/site/siu/siu-ka.zip`."""
    course: str
    edition: str
    """The course, its territory and its variant: `siu-GE`, `siu.youth`."""
    locale: str
    """Empty where it holds several languages, or none."""
    kind: Kind
    form: str
    size: int
    """Bytes."""
    digest: str
    """SHA-256, hexadecimal."""
    as_of: str
    """Date of the edition; empty where the package does not say it."""

    @property
    def name(self) -> str:
        """Of the file."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """Where it lies."""
        return self.path.rpartition("/")[0]


def packages(dist: Path) -> list[Package]:
    """Everything that a build left and that is one file, releases first.

    Loose pages are no package: they are hosted, and their folder has the package beside it.
    """
    found = list[Package]()
    for kind in get_args(Kind):
        for sums in sorted(dist.glob(f"{kind}/*/*/{SUMS}")):
            if sums.parts[-3] != TRAINERS:
                found += _of(dist, kind, sums)
    return sorted(found, key=lambda one: (one.course, one.kind != "release", one.form, one.name))


def sheets(dist: Path, course: str) -> list[str]:
    """What a trainer opens or prints, under `dist/`: its first pages, else its files."""
    found = list[str]()
    for kind in get_args(Kind):
        for sums in sorted(dist.glob(f"{kind}/{TRAINERS}/*/{SUMS}")):
            if course_of(sums.parent.name) != course:
                continue
            names = [*_rows(sums)]
            first = [name for name in names if name.rpartition("/")[2] == "index.html"]
            whole = [name for name in names if "/" not in name and name != BESIDE]
            here = sums.parent.relative_to(dist).as_posix()
            found += (f"{here}/{name}" for name in dict.fromkeys([*first, *whole]))
    return found


def course_of(edition: str) -> str:
    """`siu` of `siu-GE`: an id has no capitals and no dot."""
    return re.split(r"-(?=[A-Z])|\.", edition, maxsplit=1)[0]


def _rows(sums: Path) -> dict[str, str]:
    return read_list(sums.read_text("utf-8"))[0]


def _of(dist: Path, kind: Kind, sums: Path) -> Iterator[Package]:
    folder = sums.parent
    for name, digest in _rows(sums).items():
        path = folder / name
        if "/" in name or path.name in ("index.html", BESIDE) or not path.is_file():
            continue
        edition = _edition(path)
        yield Package(
            path.relative_to(dist).as_posix(),
            course_of(folder.name),
            folder.name,
            edition.get("locale", ""),
            kind,
            edition.get("format", folder.parent.name),
            path.stat().st_size,
            digest,
            edition.get("as_of", ""),
        )


def _edition(path: Path) -> dict[str, str]:
    """What a zip of ours says of itself; other files say nothing."""
    try:
        with zipfile.ZipFile(path) as archive:
            return dict(json.loads(archive.read(NAME)))
    except (zipfile.BadZipFile, KeyError, ValueError):
        return {}
