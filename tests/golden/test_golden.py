"""The tiny course in English, Ukrainian and Arabic, word for word.

`pytest tests/golden --accept` takes what was built; read the difference before you commit it.
"""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest
from golden.packages import placed, shown
from kandil.build.places import TRAINERS
from kandil.exporters import find_exporters

HERE = Path(__file__).parent
LONG = 40
"""Lines of a difference that are shown."""


@pytest.mark.parametrize("exporter", sorted(find_exporters()))
def test_what_is_built_is_what_was_reviewed(exporter: str, dist: Path, accepting: bool) -> None:
    place = placed(dist, exporter)
    twins = dist / "site/tiny" if place.parent.name != TRAINERS else place
    compare(exporter, shown(place, twins, exporter), accepting)


def test_another_setting_makes_what_was_reviewed(
    variant: tuple[str, Path], dist: Path, accepting: bool
) -> None:
    name, place = variant
    compare(name, shown(place, dist / "site/tiny"), accepting)


def compare(name: str, built: dict[str, str], accepting: bool) -> None:
    golden = HERE / name / "tiny"
    if accepting:
        write(golden, built)
    found = difference(read(golden), built)
    assert not found, f"{found}\nIf this is meant: pytest tests/golden --accept"


def read(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): text(path) for path in files}


def text(path: Path) -> str:
    """As it stands: `read_text` would turn each \\r\\n into \\n."""
    return path.read_bytes().decode()


def write(folder: Path, files: dict[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())


def difference(golden: dict[str, str], built: dict[str, str]) -> str:
    lines: list[str] = []
    for name in sorted({*golden, *built}):
        if name not in built:
            lines.append(f"no longer built: {name}")
        elif name not in golden:
            lines.append(f"new: {name}")
        elif golden[name] != built[name]:
            pair = golden[name].splitlines(), built[name].splitlines()
            lines += difflib.unified_diff(*pair, f"golden {name}", "built", lineterm="", n=0)
    more = [f"… and {len(lines) - LONG} lines more"] if len(lines) > LONG else []
    return "\n".join(lines[:LONG] + more)
