"""A course that is too large for the memory of one SCO is told what to do, and it helps."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from folder import lesson, put, settings
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.build.verify import verify_package
from kandil.build.wanted import Asked
from kandil.commands.check import _check
from kandil.exporters._scorm.facts import resume_size
from kandil.exporters._scorm.launched import LIMITS
from kandil.exporters._scorm.shell import read_facts
from kandil.problems import errors

DAY = date(2026, 11, 24)
LESSONS = [f"big-{number}" for number in range(1, 401)]
QUIZ = (
    "## Quiz: One\n\n<!-- id: one -->\n\n### Question: Which?\n\n<!-- id: q -->\n\n"
    "- [x] This\n  > Yes.\n- [ ] That\n  > No.\n- [ ] More\n  > No.\n"
)
WORDS = "'formats: {scorm12: {scos: module}}' in course.yml, or '--scos module'."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """400 lessons with a quiz each."""
    files = {"course.yml": settings(*LESSONS, name="big", title="Big")}
    files |= {f"modules/{name}.md": lesson(QUIZ, name=name, title=name) for name in LESSONS}
    return put(tmp_path_factory.mktemp("big") / "big", files)


def request(folder: Path, dist: Path, **more: tuple[tuple[str, str], ...]) -> Request:
    return Request((folder,), "preview", DAY, (), ("scorm12",), dist, **more)


def test_check_and_build_tell_what_to_write(folder: Path, tmp_path: Path) -> None:
    told = errors(_check([folder], Asked(DAY))[0])
    stopped = errors(build(request(folder, tmp_path)).problems)
    assert [(one.code, one.place.file) for one in told] == [("V008", f"{folder}/course.yml")]
    assert stopped == told
    assert all((one.hint or "").endswith(WORDS) for one in (*told, *stopped))
    assert not [*tmp_path.rglob("*.zip")]


@pytest.mark.parametrize("typed", [True, False])
def test_what_was_told_helps(folder: Path, tmp_path: Path, typed: bool) -> None:
    given = (("scos", "module"),) if typed else ()
    course = folder / "course.yml"
    before = course.read_text()
    if not typed:
        course.write_text(f"{before}formats: {{scorm12: {{scos: module}}}}\n")
    assert errors(build(request(folder, tmp_path, settings=given)).problems) == []
    course.write_text(before)
    [package] = tmp_path.rglob("*.zip")
    assert errors(verify_package(package)) == []
    with ZipFile(package) as archive:
        starts = [name for name in archive.namelist() if name.startswith("start-")]
        sizes = [resume_size(read_facts(archive.read(name))) for name in starts]
    assert len(sizes) == len(LESSONS)
    assert 0 < max(sizes) < LIMITS["scorm12"]
