"""One folder of two courses, one of them sensitive, with something for trainers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import mkdtemp

import pytest
from called import Said, kandil
from contract.throwaway import SHEET
from kandil.exporters import find_exporters
from kandil.exporters.exporter import Format

ROOT = Path(__file__).parents[2]
COURSES = ("tests/courses/tiny", "tests/courses/quiet")
SOME = ("facilitator", "gift", "office", "scorm12", "site")
"""Of one kind each; `gift` may not have the sensitive course."""
FACILITATING = {name: find_exporters()[name] for name in SOME} | {SHEET.name: SHEET}
PAGES = {name: FACILITATING[name] for name in ("site", SHEET.name)}
"""Enough where nothing is said of a format: one for learners, one for trainers."""


def build(
    out: Path, *courses: str, here: Path = ROOT, known: Mapping[str, Format] = FACILITATING
) -> Said:
    """`kandil build --all`, with a format for facilitators that is always there."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("build.pipeline", "build.verify", "host.editions"):
            patch.setattr(f"kandil.{name}.find_exporters", lambda: known)
        words = ("--all", "--territory", "GE", "--out", str(out), "--as-of", "2026-11-24")
        return kandil(here, "build", *words, *courses)


@pytest.fixture(scope="session")
def made() -> Iterator[tuple[Path, Said]]:
    """The folder, where a server may read it that is not root."""
    folder = Path(mkdtemp(prefix="kandil-host-"))
    folder.chmod(0o755)
    yield folder / "courses", build(folder / "courses", *COURSES)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def folder(made: tuple[Path, Said]) -> Path:
    assert made[1].returncode == 0, made[1]
    return made[0]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A course of one's own, with a translation that has begun."""
    course = tmp_path / "courses/small"
    shutil.copytree(ROOT / "tests/courses/tiny", course)
    return course
