"""A browser opens every page of every package and asks nobody for anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from browser.conftest import FORMATS, QUIET
from browser.learner import OPEN, PHONE, served
from kandil.build.pipeline import build
from kandil.build.request import Request
from playwright.sync_api import Browser, Frame

COURSES = (QUIET, Path("tests/courses/tiny"), Path("courses/safe-internet-use"))
USE = """() => {
  document.querySelectorAll('details').forEach(one => { one.open = true; });
  document.querySelectorAll('main input').forEach(one => one.click());
  document.querySelectorAll('main button').forEach(one => one.click());
}"""
OUTWARD = """() => [...document.querySelectorAll('a')]
  .filter(link => /^https?:/.test(link.protocol) && link.origin !== location.origin)
  .map(link => link.rel)"""
HOST = "<!doctype html><title>Host</title><link rel=icon href=data:,><iframe name=lesson></iframe>"
"""A lesson for an LMS that stands alone goes to its shell; in a frame each is looked at."""
HINTS = "link[rel~=prefetch],link[rel~=preconnect],link[rel~=preload],link[rel~=dns-prefetch]"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Each course in each format, unpacked and served."""
    dist = tmp_path_factory.mktemp("dist")
    made = build(Request(COURSES, "preview", date(2026, 11, 24), ("en",), FORMATS, dist))
    assert not [found for found in made.problems if found.severity == "error"]
    for package in sorted(dist.rglob("*.zip")):
        form = package.parts[-3]
        with ZipFile(package) as archive:
            archive.extractall(dist / "unpacked" / form / package.stem.removesuffix(f"-{form}"))
    (dist / "unpacked/host.html").write_text(HOST)
    with served(dist / "unpacked") as address:
        yield dist / "unpacked", address


def look_at(page: Frame, address: str) -> list[str]:
    """Everything on the page is pressed; returns the `rel` of the links that lead out."""
    page.goto(address)
    page.evaluate(OPEN)
    question = page.locator(".q").first
    if question.count():
        question.scroll_into_view_if_needed()
        page.locator("html.js").wait_for()
    page.evaluate(USE)
    page.wait_for_load_state("networkidle")
    assert page.locator(HINTS).count() == 0
    return list(page.evaluate(OUTWARD))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("course", ["quiet", "tiny", "siu"])
def test_every_page_asks_the_package_alone(
    browser: Browser, packages: tuple[Path, str], form: str, course: str
) -> None:
    folder, address = packages
    context = browser.new_context(viewport=PHONE)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    window, outward = context.new_page(), []
    window.goto(f"{address}/host.html")
    page = window.frame("lesson") if form == "scorm12" else window.main_frame
    asked.clear()
    root = folder / form / f"{course}-en-preview"
    pages = sorted(root.rglob("*.html"))
    for file in pages:
        path = file.relative_to(folder).as_posix()
        sensitive = course == "quiet" and "id=in" in file.read_text("utf-8")
        outward += look_at(page, f"{address}/{path}{'#in' * sensitive}")
    context.close()
    assert len(pages) >= 5
    assert asked and not [url for url in asked if not url.startswith(f"{address}/{form}/{course}-")]
    assert not [url for url in asked if "favicon" in url]
    assert all({"noopener", "noreferrer"} <= set(rel.split()) for rel in outward)
    assert outward or course == "siu"
