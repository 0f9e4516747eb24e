"""`read(write(m))` is `m`, places aside: over every course and every fixture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kandil.model.course import Course
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.write.course import write_course
from write.same import bare

TESTS = Path(__file__).parents[1]
COURSES = [*sorted((TESTS / "courses").iterdir()), *sorted((TESTS.parent / "courses").glob("*/"))]
_FENCE = re.compile(r"^````question\n(.*?)^````", re.DOTALL | re.MULTILINE)
FIXTURES = {
    **{f"contract-{p.stem}": p.read_text("utf-8") for p in TESTS.glob("contract/questions/*.md")},
    **{
        f"{path.stem}-{number}": question
        for path in sorted((TESTS / "questions").glob("*.md"))
        for number, question in enumerate(_FENCE.findall(path.read_text("utf-8")), 1)
    },
}
HEAD = "---\nid: fix-1\ntitle: Fixture\nobjectives:\n  - {id: LO1, text: Fix}\n---\n\n"


def put(folder: Path, files: dict[str, str], pictures: Path | None = None) -> Course:
    """The course in these files, which must be without errors."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    if pictures and pictures.is_dir():
        (folder / "images").symlink_to(pictures.resolve())
    course, problems = read_course(folder, find_questions())
    wrong = [p for p in problems if p.severity == "error" and p.code not in ("M003", "M006")]
    assert wrong == [], files
    assert course is not None
    return course


@pytest.mark.parametrize("folder", COURSES, ids=lambda path: path.name)
def test_a_course(folder: Path, tmp_path: Path) -> None:
    course, _ = read_course(folder, find_questions())
    assert course is not None
    again = put(tmp_path, write_course(course), folder / "images")
    assert bare(again) == bare(course)
    assert write_course(again) == write_course(course)


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture(name: str, tmp_path: Path) -> None:
    settings = "id: fix\ntitle: Fixture\nmodules: [fix-1]\n"
    lesson = HEAD + FIXTURES[name]
    course = put(tmp_path / "one", {"course.yml": settings, "modules/fix-1.md": lesson})
    again = put(tmp_path / "two", write_course(course))
    assert bare(again) == bare(course)
