"""`url_name`s: each stands once in a course, whatever it names, since links lead to them."""

from __future__ import annotations

from hashlib import sha256

from kandil.model.edition import Edition

TOP = "course"
"""The folder of an archive in which all lies."""
STATIC = "/static/"
"""How content names a file of the folder `static`."""
JUMP = "/jump_to_id/"
"""How content names another block of the course."""

_MOST = 90
"""Signs of a `url_name`: with its ending it is a name that ustar holds, and the address of a block
one that the platform's tables do (255)."""


def run(edition: Edition) -> str:
    """Of a course: its third name beside organisation and number."""
    return f"{edition.locale}-preview" if edition.kind == "preview" else edition.locale


def chapter(lesson: str) -> str:
    """What the platform calls a section: a lesson with its quizzes."""
    return _fitting(f"chapter-{lesson}")


def page(lesson: str) -> tuple[str, str, str]:
    """A subsection, its one unit and the text in that: the page of a lesson."""
    return _fitting(f"lesson-{lesson}"), _fitting(f"page-{lesson}"), _fitting(f"text-{lesson}")


def quiz(test: str) -> tuple[str, str]:
    """A graded subsection and its one unit."""
    return _fitting(f"quiz-{test}"), _fitting(f"unit-{test}")


def problem(question: str) -> str:
    """A question of a quiz."""
    return _fitting(f"problem-{question}")


def address(lesson: str, anchor: str) -> str:
    """Of another lesson. The platform opens its unit; it knows no way to a place in that."""
    return f"{JUMP}{page(lesson)[1]}"


def _fitting(name: str) -> str:
    """Itself; of a longer one its beginning, and a sum that tells it from others like it."""
    if len(name) <= _MOST:
        return name
    told = sha256(name.encode()).hexdigest()[:12]
    return f"{name[: _MOST - 13]}-{told}"
