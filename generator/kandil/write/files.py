"""The author's own files, written so that a cut of power leaves the old or the new one whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import mkstemp

from kandil.read.course.banks import FOLDER
from kandil.read.inline.links import GLOSSARY
from kandil.read.source.door import leads_out


def written_files(folder: Path) -> list[Path]:
    """The Markdown of a course: lessons, banks, glossary; no link that leads out of its folder."""
    found = [*(folder / "modules").glob("*.md"), *(folder / FOLDER).glob("*.md")]
    paths = [*sorted(found), folder / GLOSSARY]
    return [path for path in paths if path.is_file() and not leads_out(folder, path)]


def read_exactly(path: Path) -> str:
    """The text of a file, its line ends and its mark as they are."""
    return path.read_bytes().decode("utf-8")


def replace_text(path: Path, text: str) -> None:
    """A new text in place of the old one; what a link leads to is written, and the link stays."""
    whole = path.resolve()
    number, name = mkstemp(dir=whole.parent, prefix=f".{whole.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(whole, fresh)
        fresh.replace(whole)
    except BaseException:
        fresh.unlink()
        raise
