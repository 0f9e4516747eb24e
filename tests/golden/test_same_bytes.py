"""The same course gives the same bytes, wherever and in whatever mood Python runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from golden.packages import LOCALES

TINY = Path(__file__).parents[1] / "courses/tiny"
ENVIRONMENTS = {
    "again": {},
    "another seed of hashes": {"PYTHONHASHSEED": "4242"},
    "east of here": {"TZ": "Asia/Tashkent"},
    "Turkish, where i is not the small I": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def built(folder: Path, **changes: str) -> dict[str, bytes]:
    """Every file of a build by the command itself, in a process of its own."""
    words = ["build", str(TINY), "--edition", "preview", "--locales", ",".join(LOCALES)]
    words += ["--as-of", "2026-11-24", "--out", str(folder)]
    run = [sys.executable, "-c", "from kandil.cli import main; main()", *words]
    quiet = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        run, env=os.environ | quiet | changes, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("first"))


@pytest.mark.parametrize("where", ENVIRONMENTS)
def test_the_same_bytes(where: str, first: dict[str, bytes], tmp_path: Path) -> None:
    again = built(tmp_path, **ENVIRONMENTS[where])
    assert sorted(again) == sorted(first)
    assert [name for name in first if again[name] != first[name]] == []
