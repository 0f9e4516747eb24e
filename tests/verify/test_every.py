"""A lesson that uses every interaction is light, in English and in Georgian (`rulings.md` 18)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.render.site.assets import in_theme
from kandil.verify.budget import FIRST_LOAD, first_load, whole_load
from kandil.verify.contents import read_contents
from lxml import html

EVERY = Path("tests/courses/every")
WHOLE = {"en": 20_300, "ka": 22_000}
"""Above the 20,000 of V009, and why: docs/design/0003. No lesson uses every interaction."""


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("every")
    formats = ("site", "scorm12")
    request = Request((EVERY,), "preview", date(2026, 11, 24), ("en", "ka"), formats, folder)
    assert not [found for found in build(request).problems if found.severity == "error"]
    return folder / "preview"


@pytest.mark.parametrize("form", ["site", "scorm12"])
@pytest.mark.parametrize("locale", ["en", "ka"])
def test_it_is_within_both_limits(dist: Path, form: str, locale: str) -> None:
    [package] = (dist / form / "every").glob(f"every-{locale}-*.zip")
    with read_contents(package) as contents:
        [page] = [name for name in contents.names if name.endswith("every-1.html")]
        assert 0 < first_load(contents, page, {}) <= FIRST_LOAD
        assert first_load(contents, page, {}) < whole_load(contents, page, {}) <= WHOLE[locale]


def test_it_uses_every_interaction_and_is_as_long_as_a_lesson(dist: Path) -> None:
    page = html.fromstring((dist / "site/every/en/every-1.html").read_bytes())
    forms = {box.get("data-f").replace("-", "_") for box in page.find_class("q")}
    known = {path.stem for path in in_theme("interactions").glob("*.html")}
    # Two more are forms of others: a poll is a choice, a lone number a gap.
    assert forms - {"poll", "true_false", "numeric"} == known
    for key in page.find_class("k"):
        key.drop_tree()
    [main] = page.iter("main")
    assert len(re.findall(r"\w[\w'’-]*", main.text_content())) >= 900
