"""`docs/coverage.md` is what `kandil coverage` writes of the courses as they are."""

from __future__ import annotations

from pathlib import Path

from kandil.commands import app
from typer.testing import CliRunner

FILES = {
    "course.yml": "id: c\ntitle: Covers\nmodules: [one]\n",
    "locales/requirements.yml": """title: A test
groups: {X: All}
rows:
  X1: {asks: Taught here}
  X2: {asks: Taught nowhere}
  X3: {asks: Done by the program, feature: The program, care: Not as it was said}
""",
    "modules/one.md": """---
id: one
title: One
covers: {X1: what-is-taught}
---

## What is taught

Words.
""",
}
COURSES = sorted(str(path.parent) for path in Path("courses").glob("*/course.yml"))


def test_the_page_is_made_from_the_lessons(tmp_path: Path) -> None:
    page = tmp_path / "coverage.md"
    assert CliRunner().invoke(app, ["coverage", *COURSES, "--out", str(page)]).exit_code == 0
    assert Path("docs/coverage.md").read_text("utf-8") == page.read_text("utf-8"), (
        "write it anew: make portal"
    )


def test_a_row_is_open_until_a_lesson_names_it(tmp_path: Path) -> None:
    page = tmp_path / "coverage.md"
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    CliRunner().invoke(app, ["coverage", str(tmp_path), "--out", str(page)])
    rows = {line.split(" | ")[0]: line for line in page.read_text("utf-8").split("\n")}
    assert rows["| X1"] == "| X1 | Taught here. | one: What is taught |  |"
    assert rows["| X2"] == "| X2 | Taught nowhere. |  | **open** |"
    assert rows["| X3"] == "| X3 | Done by the program. *Not as it was said.* |  | The program |"
    assert "3 rows, 2 with a lesson or a part of the program, 1 open." in rows


def test_a_lesson_with_errors_writes_no_page(tmp_path: Path) -> None:
    page = tmp_path / "coverage.md"
    assert CliRunner().invoke(app, ["coverage", "tests", "--out", str(page)]).exit_code == 1
    assert not page.exists()
