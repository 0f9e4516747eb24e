"""The tiny course as its goldens show it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from golden.packages import LOCALES
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.problems import errors

TINY = Path(__file__).parents[1] / "courses/tiny"


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each format."""
    folder = tmp_path_factory.mktemp("dist")
    outcome = build(Request((TINY,), "preview", date(2026, 11, 24), LOCALES, dist=folder))
    assert errors(outcome.problems) == []
    return folder / "preview"
