"""`read(write(m))` is `m`, places aside: over every course and every fixture."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from folder import put as folder_put
from kandil.model.course import Course
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.write.course import write_course
from questions.fixtures import CASES
from write.same import differ

TESTS = Path(__file__).parents[1]
COURSES = [*sorted((TESTS / "courses").iterdir()), *sorted((TESTS.parent / "courses").glob("*/"))]
FIXTURES = {case.name: dict(case.files)["question"] for case in CASES}
HEAD = "---\nid: fix-1\ntitle: Fixture\nobjectives:\n  - {id: LO1, text: Fix}\n---\n\n"


def put(folder: Path, files: dict[str, str], pictures: Path | None = None) -> Course:
    """The course in these files, which must be without errors."""
    folder_put(folder, files)
    if pictures and pictures.is_dir():
        copytree(pictures, folder / "images")  # a drawing is read, and not through a link
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
    assert differ(course, again) == []
    assert write_course(again) == write_course(course)


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture(name: str, tmp_path: Path) -> None:
    settings = "id: fix\ntitle: Fixture\nmodules: [fix-1]\n"
    lesson = HEAD + FIXTURES[name]
    course = put(tmp_path / "one", {"course.yml": settings, "modules/fix-1.md": lesson})
    again = put(tmp_path / "two", write_course(course))
    assert differ(course, again) == []


FIX = "id: fix\ntitle: Fixture\nmodules: [fix-1, fix-2]\n"
ASKED = "### {}: {}?\n\n- [x] {}\n- [ ] {}\n\n"


def asked(name: str, *words: str) -> str:
    return ASKED.format(*(words or ("Question",)), name, "One", "Two")


@pytest.mark.parametrize(
    "files",
    [
        {  # a bank of a lesson, whose quiz says how it is shuffled
            "modules/fix-1.md": f"## Bank: Own\n\n{asked('A')}{asked('B')}## Quiz: Q\n\n"
            "<!-- from: own; draw: 1; shuffle: no -->\n",
        },
        {  # two quizzes share one, and one of them asks a question of its own
            "modules/fix-1.md": f"## Quiz: Q\n\n<!-- from: own -->\n\n{asked('C')}"
            f"## Quiz: R\n\n<!-- from: own -->\n\n## Bank: Own\n\n{asked('A')}{asked('B')}",
        },
        {  # a file, from which two lessons draw
            "banks/locks.md": f"# Mine\n\n{asked('A')}{asked('B')}",
            "modules/fix-1.md": "## Quiz: Q\n\n<!-- from: locks -->\n",
            "modules/fix-2.md": "## Quiz: Q\n\n<!-- from: locks; pass: 50% -->\n",
        },
        {  # keywords of the language, the English one and a second word for the same
            "course.yml": FIX + "language: ru\n",
            "modules/fix-1.md": f"## Тест: К\n\n{asked('A', 'Вопрос')}## Тренер: Т\n\nСлова\n",
            "modules/fix-2.md": f"## Quiz: К\n\n{asked('A')}## Тренерка: Т\n\nСлова\n\n"
            "### Вопрос: Да?\n\n- [x] Верно\n- [ ] Неверно\n",
        },
        {"modules/fix-1.md": "## Trainer:\n\nWords\n\n## Trainer: Two\n\nMore\n\n### Part\n"},
        {"modules/fix-1.md": "## A\n\n### Quiz: Q\n\n#### Question: B?\n\n[[c]]\n\n### D\n\nE\n"},
        {"modules/fix-1.md": "- a\n\n<!-- advice: allow just-block: x -->\n\n- b\n\n1. c\n"},
        {"modules/fix-1.md": "- a\n\n  - b\n\n    <!-- i18n: comment: x -->\n\n    c\n\n- d\n"},
    ],
)
def test_what_the_model_does_not_say(files: dict[str, str], tmp_path: Path) -> None:
    lessons = {name: f"modules/{name}.md" for name in ("fix-1", "fix-2")}
    whole = {"course.yml": FIX} | dict.fromkeys(lessons.values(), "Words.\n") | files
    for name, path in lessons.items():
        whole[path] = f"---\nid: {name}\ntitle: Fixture\n---\n\n{whole[path]}"
    course = put(tmp_path / "one", whole)
    again = put(tmp_path / "two", write_course(course))
    assert differ(course, again) == []
