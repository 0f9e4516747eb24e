"""What `--all` refuses before it builds anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from called import kandil
from host.conftest import COURSES, ROOT


@pytest.mark.parametrize(
    "more", [("--locales", "en"), ("--format", "site"), ("--scheduler", "host:1")]
)
def test_it_chooses_for_itself(tmp_path: Path, more: tuple[str, str]) -> None:
    said = kandil(ROOT, "build", COURSES[0], "--all", "--out", str(tmp_path / "out"), *more)
    assert said.returncode == 2
    assert "chooses languages and formats itself" in said.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("more", [("--scos", "module"), ("--aus", "module"), ("--cc", "1.3")])
def test_what_it_would_not_heed_is_refused(tmp_path: Path, more: tuple[str, str]) -> None:
    said = kandil(ROOT, "build", COURSES[0], "--all", "--out", str(tmp_path / "out"), *more)
    assert said.returncode == 2
    assert "course.yml" in said.stderr
    assert not (tmp_path / "out").exists()


def test_a_logo_that_is_no_picture_builds_nothing(tmp_path: Path) -> None:
    logo = tmp_path / "crest.png"
    logo.write_bytes(b"no picture")
    words = ("--out", str(tmp_path / "out"), "--logo", str(logo))
    said = kandil(ROOT, "build", COURSES[0], "--all", *words)
    assert (said.returncode, "M006" in said.stdout) == (1, True)
    assert not (tmp_path / "out").exists()
