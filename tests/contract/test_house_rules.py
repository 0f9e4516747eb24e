"""Files that one can read at a sitting, functions that one can see at a glance."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_GENERATOR = _ROOT / "generator"
FILES = sorted(_GENERATOR.rglob("*.py"))
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


def _public(node: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if not part.name.startswith("_"):
            yield part
            yield from _public(part) if isinstance(part, ast.ClassDef) else ()
