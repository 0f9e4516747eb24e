"""What a comment or a name points to is there, and is one thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_SHARED = ("answers", "blocks", "gates", "structure", "tables")
"""Words for what several rooms have: a file bears one of them alone in one room at most."""
_CITED = re.compile(r"ruling(?:s\.md`?|s)? (\d+a?)(?:(?:,| and) (\d+a?))?")
_ROW = re.compile(r"^\| (\d+a?) \|", re.MULTILINE)
_NOTE = re.compile(r"(?:docs/design/|records? )(\d+)")


def _sources() -> Iterator[Path]:
    kinds = {".py", ".js", ".css", ".html", ".md", ".yml"}
    for top in ("generator", "themes", "tests", "docs"):
        files = (path for path in (_ROOT / top).rglob("*") if path.suffix in kinds)
        yield from (path for path in files if "node_modules" not in path.parts)


def _cited(pattern: re.Pattern[str]) -> dict[str, str]:
    """Numbers, and a file that cites each."""
    found: dict[str, str] = {}
    for path in _sources():
        for match in pattern.finditer(path.read_text("utf-8", errors="replace")):
            name = path.relative_to(_ROOT).as_posix()
            found |= dict.fromkeys(filter(None, match.groups()), name)
    return found


def test_a_ruling_that_is_cited_can_be_read() -> None:
    rows = {*_ROW.findall((_ROOT / "docs/design/rulings.md").read_text("utf-8"))}
    cited = _cited(_CITED)
    assert len(cited) > 20
    assert {one: file for one, file in cited.items() if one not in rows} == {}


def test_a_design_note_that_is_cited_can_be_read() -> None:
    notes = {int(path.name[:4]) for path in (_ROOT / "docs/design").glob("0*.md")}
    cited = _cited(_NOTE)
    assert cited
    assert {one: file for one, file in cited.items() if int(one) not in notes} == {}


@pytest.mark.parametrize("word", _SHARED)
def test_a_name_of_several_rooms_says_its_room(word: str) -> None:
    files = Counter(path.stem for path in (_ROOT / "generator").rglob("*.py"))
    assert files[word] <= 1
