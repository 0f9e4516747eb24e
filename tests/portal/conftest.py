"""A portal of three courses, as MkDocs builds it, beside their packages."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from called import kandil
from kandil.build.pipeline import build
from kandil.build.request import Request
from PIL import Image

LOCALES = ("en", "uk", "ar-XB")
COURSES = [Path(f"tests/courses/{name}") for name in ("tiny", "quiet")]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`dist/`, with something for trainers."""
    dist = tmp_path_factory.mktemp("house") / "dist"
    formats = ("site", "scorm12")
    request = Request(tuple(COURSES), "preview", date(2026, 11, 24), LOCALES, formats, dist)
    assert build(request).built
    plans = dist / "preview/trainers/tiny"
    (plans / "en").mkdir(parents=True)
    (plans / "en/index.html").write_text("<title>Plans</title>", "utf-8")
    (plans / "SHA256SUMS").write_text(f"{'0' * 64}  en/index.html\n", "utf-8")
    return dist


@pytest.fixture(scope="session")
def portal(packages: Path) -> Path:
    """The folder that holds the built portal and `dist/`."""
    house = packages.parent
    logo, source, site = house / "crest.png", house / "source", house / "portal"
    Image.new("RGB", (40, 30), "navy").save(logo)
    words = ["portal", *map(str, COURSES), "--dist", str(packages), "--out", str(source)]
    words += ["--site", str(site), "--name", "Ministry of *Tests*", "--logo", str(logo)]
    said = kandil(ROOT, *words)
    assert said.returncode == 0, said
    own = {"KANDIL_PORTAL_SOURCE": str(source), "KANDIL_PORTAL_NAME": "Ministry of *Tests*"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(site)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **own}, check=True, timeout=120)
    return house
