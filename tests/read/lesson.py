"""A lesson read from a string, for tests."""

from __future__ import annotations

from pathlib import Path

from kandil.questions import find_questions
from kandil.read.lesson.module import ParsedModule, read_module


def read_lesson(folder: Path, text: str) -> ParsedModule:
    """`text` is the whole file, front matter included."""
    path = folder / "bad.md"
    path.write_bytes(text.encode("utf-8"))
    return read_module(path, "bad.md", "modules/bad.md", "en", find_questions())
