"""Who may import whom (`rulings.md` 12), read from the source: imports inside functions count."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import kandil
import pytest

ROOT = Path(kandil.__file__).parent
ORDER = (
    ("__init__", "deflate", "problems", "paths", "values"),
    ("model",),
    ("read",),
    ("questions",),
    ("write",),
    ("territory",),
    ("localize",),
    ("lint",),
    ("render",),
    ("package", "verify"),
    ("exporters",),
    ("build", "portal", "review"),
    ("host",),
    ("cli", "commands"),
)
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
APART = ("package", "verify")
"""Of equal rank, and they know nothing of each other."""
WINGS = {
    "read": ("source", "inline", "block", "question", "lesson", "course"),
    "render": ("html", "site", "handouts", "office"),
}
"""Inside a room too, a wing imports from earlier wings only."""
SOURCES = sorted(path for path in ROOT.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def taken(path: Path) -> Iterator[tuple[int, list[str]]]:
    """(line, parts of the name) of everything that a file takes from the package."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            inner = node.module or ""
            names = [inner] if inner != "kandil" else [f"kandil.{one.name}" for one in node.names]
        else:
            continue
        for name in names:
            first, _, rest = name.partition(".")
            if first == "kandil":
                yield node.lineno, rest.split(".")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, room) of everything that a file takes from the package."""
    for line, (inside, *_) in taken(path):
        yield line, inside if inside in RANK else "__init__"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_imports_from_earlier_rooms_only(path: Path) -> None:
    room = room_of(path)
    assert room in RANK, f"say in ORDER where {room} stands"
    for line, other in imports(path):
        beside = RANK[other] == RANK[room] and room not in APART
        allowed = RANK[other] < RANK[room] or other == room or beside
        assert allowed, f"{path.name}:{line}: {room} may not import {other}"


@pytest.mark.parametrize("room", WINGS)
def test_a_wing_imports_from_earlier_wings_only(room: str) -> None:
    order = WINGS[room]
    for path in (ROOT / room).glob("*/*.py"):
        for line, parts in taken(path):
            if parts[0] == room and parts[1:]:
                earlier = order.index(parts[1]) <= order.index(path.parent.name)
                assert earlier, f"{path}:{line}: {path.parent.name} may not import {parts[1]}"


def test_the_wrapper_of_h5p_cli_knows_nothing_of_kandil_and_few_know_it() -> None:
    beside = ROOT.with_name("h5p_cli_wrapper")
    assert [path for path in beside.glob("*.py") for _ in taken(path)] == []
    name = re.compile(r"^\s*(?:from|import) h5p_cli_wrapper", re.MULTILINE)
    told = [path.relative_to(ROOT).as_posix() for path in SOURCES if name.search(path.read_text())]
    assert set(told) <= {"commands/h5p.py", "exporters/_h5p/bundle.py"}


def test_the_model_takes_nothing_from_outside_but_the_standard_library() -> None:
    for path in (ROOT / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert (node.module or "").partition(".")[0] in {
                    "__future__",
                    "base64",
                    "collections",
                    "dataclasses",
                    "datetime",
                    "decimal",
                    "functools",
                    "hashlib",
                    "kandil",
                    "typing",
                    "unicodedata",
                }


def test_only_the_command_line_reads_the_clock() -> None:
    clock = ("date.today", "datetime.now", "time.time", "time.perf_counter", "datetime.utcnow")
    for path in SOURCES:
        if room_of(path) not in ORDER[-1]:
            found = [word for word in clock if word in path.read_text("utf-8")]
            assert found == [], f"{path}: {found}"


def test_the_commands_load_nothing_heavy_before_one_runs() -> None:
    heavy = {"PIL", "babel", "jinja2", "lxml", "markdown_it", "polib", "pydantic", "rich.table"}
    code = "import sys, kandil.commands; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert heavy.intersection(run.stdout.split()) == set()
