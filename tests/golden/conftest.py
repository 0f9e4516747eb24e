"""The tiny course as its goldens show it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from calm import TINY, write_calm
from golden.packages import EXTRAS, LOCALES, VARIANTS
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters import find_exporters, usual
from kandil.problems import errors


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each format; those that must be named lie beside the others."""
    folder = tmp_path_factory.mktemp("dist")
    known = find_exporters()
    extras = tuple(known.keys() - usual(known).keys())
    for formats, place in (((), folder), (extras, folder / EXTRAS)):
        request = Request((TINY,), "preview", date(2026, 11, 24), LOCALES, formats, place)
        assert errors(build(request).problems) == []
    return folder / "preview"


@pytest.fixture(scope="session", params=VARIANTS)
def variant(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """Its name, and where its package lies."""
    form, settings, calm = VARIANTS[request.param]
    place = tmp_path_factory.mktemp("variant")
    course = write_calm(place) if calm else TINY
    day = date(2026, 11, 24)
    asked = Request((course,), "preview", day, ("en",), (form,), place, settings=settings)
    assert errors(build(asked).problems) == []
    return request.param, place / "preview" / form / "tiny"
