"""`docs/design/lms.md`: each line is held by tests that are there, or by a decision."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from kandil.exporters import find_exporters, usual

TESTS = Path(__file__).parents[1]
RECORD = TESTS.parent / "docs/design/lms.md"
_ROW = re.compile(r"^\| (\d+)[a-z]? \| .+? \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")


@cache
def defined(file: str) -> frozenset[str]:
    """The tests of a file."""
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_line_is_held_by_a_test_or_a_decision() -> None:
    rows = _ROW.findall(RECORD.read_text("utf-8"))
    assert {int(number) for number, _ in rows} == {*range(1, 18)}
    assert [words for _, words in rows if not ("Decision: " in words or _TEST.search(words))] == []


def test_every_test_that_is_named_is_there() -> None:
    named = _TEST.findall(RECORD.read_text("utf-8"))
    assert len(named) > 30
    assert [(file, name) for file, name in named if name not in defined(file)] == []
    assert all(name.startswith("test_") for _, name in named)


def test_scorm_1_2_is_built_unasked_and_2004_is_not() -> None:
    known = find_exporters()
    assert "scorm2004" in known
    assert {name for name in usual(known) if name.startswith("scorm")} == {"scorm12"}
