"""Files that one can read at a sitting, functions that one can see at a glance."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_GENERATOR = _ROOT / "generator"
FILES = sorted(_GENERATOR.rglob("*.py"))
_AWAY = re.compile(r"#\s*(?:type:\s*ignore|noqa|ruff:|mypy:)")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _lines(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


def _named(file: Path) -> str:
    return file.relative_to(_ROOT).as_posix()


def _theme() -> list[Path]:
    kinds = {".js", ".css", ".html", ".jinja", ".j2"}
    return sorted(file for file in (_ROOT / "themes").rglob("*") if file.suffix in kinds)


@pytest.mark.parametrize("file", [*FILES, *_theme()], ids=_named)
def test_no_file_is_longer_than_400_lines(file: Path) -> None:
    assert _lines(file) <= 400


@pytest.mark.parametrize("file", FILES, ids=_named)
def test_no_function_is_longer_than_50_lines(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    long = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, _FUNCTIONS)
    }
    assert {name: length for name, length in long.items() if length > 50} == {}


def test_half_of_the_files_have_less_than_100_lines() -> None:
    assert sum(_lines(file) < 100 for file in FILES) * 2 >= len(FILES)


@pytest.mark.parametrize("file", FILES, ids=_named)
def test_all_that_is_public_is_documented(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    assert ast.get_docstring(tree)
    blocks = file.name == "blocks.py" and file.parent.name == "model"
    missing = [node.name for node in _public(tree) if not ast.get_docstring(node)]
    assert missing == [] or blocks  # a block named as in Markdown needs no more words


def test_what_has_a_type_says_it() -> None:
    """`Any` stands where Python gives none, such as for what JSON holds, and words say why."""
    named = {file: anys for file in FILES if (anys := _anys(file))}
    assert sum(named.values()) <= 25, {_named(file): anys for file, anys in named.items()}
    assert [_named(file) for file in named if "`Any`" not in file.read_text("utf-8")] == []


def _anys(file: Path) -> int:
    """How often it is named; to give it another name counts too."""
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    return sum(getattr(node, "id", getattr(node, "attr", "")) == "Any" for node in nodes)


def test_no_checker_is_told_to_look_away() -> None:
    tests = (one for one in (_ROOT / "tests").rglob("*.py") if "node_modules" not in one.parts)
    said = {_named(one): _AWAY.findall(one.read_text("utf-8")) for one in (*FILES, *tests)}
    assert {name: found for name, found in said.items() if found} == {}


def _public(node: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if not part.name.startswith("_"):
            yield part
            yield from _public(part) if isinstance(part, ast.ClassDef) else ()
