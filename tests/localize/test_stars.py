"""A name that needs a note has a star in titles, lists and tables, and the note below."""

from __future__ import annotations

from pathlib import Path

from folder import lesson, put, settings
from kandil.build.prepare import prepare
from kandil.build.reading import read
from kandil.build.wanted import Wanted
from kandil.localize.words.credits import course_credits, lesson_credits
from kandil.localize.words.finish import finish
from kandil.model.edition import Edition
from kandil.model.help import joined
from kandil.model.text import texts
from territory.sample import DAY

BODY = """\
## In Kosovo

Kosovo is named in a sentence. Kosovo* was.

- Kosovo, and *Kosovo*: Kosovo* has its star.
- Kosovar

| Kosova | B |
|---|---|
| [Косово](https://example.org/) | Kosovoland |
"""
NOTE = "1244 (1999)"


def edition(folder: Path, body: str, title: str = "Bad", code: str = "") -> Edition:
    put(folder, {"course.yml": settings("bad"), "modules/bad.md": lesson(body, title=title)})
    found, problems = read(folder)
    assert found, problems
    [made] = prepare(
        found, problems, Wanted("preview", DAY, ("en",), code), lambda _: None
    ).editions
    return made


def noted(made: Edition) -> tuple[bool, bool]:
    """In the lesson, and in what belongs to none."""
    found = lesson_credits(made, made.course.modules[0]), course_credits(made)
    lesson_note, course_note = (NOTE in " ".join(one.lines) for one in found)
    return lesson_note, course_note


def test_the_star_stands_where_a_name_stands_alone(tmp_path: Path) -> None:
    made = edition(tmp_path, BODY)
    words = [text.plain for text in texts(made.course.modules[0].blocks)]
    assert words == [
        "In Kosovo*",
        "Kosovo is named in a sentence. Kosovo* was.",
        "Kosovo*, and Kosovo*: Kosovo* has its star.",
        "Kosovar",
        *("Kosova*", "B", "Косово*", "Kosovoland"),
    ]
    assert noted(made) == (True, False)


def test_a_title_takes_the_note_to_the_list_of_lessons(tmp_path: Path) -> None:
    made = edition(tmp_path, "Words.", "Women of Kosovo")
    assert made.course.modules[0].title.plain == "Women of Kosovo*"
    assert noted(made) == (True, True)
    assert "".join(text.plain for text in made.course.status) == joined(made.course.status).plain


def test_a_course_is_finished_twice_with_one_star(tmp_path: Path) -> None:
    made = edition(tmp_path, BODY, "Women of Kosovo")
    assert finish(made).course == made.course


def test_no_name_no_note(tmp_path: Path) -> None:
    assert noted(edition(tmp_path, "## In Georgia\n\nKosovo is named in a sentence.")) == (
        False,
        False,
    )


def test_another_territory_s_edition_has_the_note_too(tmp_path: Path) -> None:
    assert noted(edition(tmp_path, BODY, code="GE")) == (True, False)
    assert noted(edition(tmp_path, "Words.", code="XK")) == (True, True)
