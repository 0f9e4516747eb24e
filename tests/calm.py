"""The tiny course without what may hurt: a course without an exit, whose lessons H5P can hold."""

from __future__ import annotations

import shutil
from pathlib import Path

TINY = Path(__file__).parent / "courses/tiny"
HURTS = "sensitivity: mention"


def write_calm(folder: Path) -> Path:
    """A copy of it, in a folder of its own below `folder`."""
    course = folder / TINY.name
    shutil.copytree(TINY, course)
    lesson = course / "modules/tiny-2.md"
    words = lesson.read_text("utf-8")
    assert HURTS in words
    lesson.write_text(words.replace(HURTS, "sensitivity: none"), "utf-8")
    return course
