"""`docs/formats.md` says what the exporters do, and what these tests show."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from formats.table import native_table, scores_table
from kandil.exporters import find_exporters

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/formats.md"


def _filled(page: str, name: str, table: str) -> str:
    start, end = f"<!-- {name} -->\n", "<!-- end -->"
    return re.sub(f"{start}.*?{end}", lambda _: f"{start}\n{table}\n\n{end}", page, flags=re.DOTALL)


def _collected() -> dict[tuple[str, str], set[str]]:
    """What the tests of this folder are marked to show, whichever of them run now."""
    args = [
        "-m",
        "pytest",
        "--collect-only",
        "-q",
        "-p",
        "formats.marks",
        str(ROOT / "tests/formats"),
    ]
    done = subprocess.run([sys.executable, *args], cwd=ROOT, capture_output=True, text=True)
    [line] = [one for one in done.stdout.splitlines() if one.startswith("SCORES ")]
    return {(form, name): {file} for form, name, file in json.loads(line[7:])}


def test_the_tables_are_those_of_the_code(accepting: bool) -> None:
    page = PAGE.read_text("utf-8")
    made = _filled(page, "native", native_table())
    made = _filled(made, "scores", scores_table(_collected()))
    if accepting:
        PAGE.write_text(made, "utf-8")
    assert page == made


def test_every_format_has_steps() -> None:
    page = PAGE.read_text("utf-8")
    inside = {"facilitator", "office"}
    assert [
        name for name in find_exporters() if f"`{name}`" not in page and name not in inside
    ] == []


def test_where_nothing_was_run_something_stands_in_its_place() -> None:
    _, told = PAGE.read_text("utf-8").split("### Where none could be had")
    idle = {form for form, one in find_exporters().items() if one.stores} - {
        form for form, _ in _collected()
    }
    assert {form for form in idle if f"| `{form}` |" not in told} == set()
