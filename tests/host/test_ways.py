"""From language to language, release or preview, and from each course to the page over all."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from called import kandil
from crawl import path_of
from host.conftest import PAGES, ROOT, build
from kandil.build import pipeline
from kandil.build.outcome import Outcome
from kandil.build.prepare import Watch
from kandil.build.request import Request
from kandil.problems import Place, Problem
from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("start", "languages"),
    [
        ("release/site/tiny-GE/en", {"ar", "uk"}),
        ("preview/site/tiny-GE/uk", {"ar", "en"}),
        ("preview/site/quiet-GE/en", set()),
    ],
)
def test_each_page_leads_to_every_language_and_the_first_to_all_courses(
    start: str, languages: set[str], folder: Path, browser: Browser
) -> None:
    page = browser.new_page()
    for path in sorted((folder / "www" / start).glob("*.html")):
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        links = page.locator("a[hreflang]").all()
        there = {one.get_attribute("hreflang"): one.evaluate("one => one.href") for one in links}
        assert there.keys() == (languages if path.name != "recipe.html" else set()), path
        for tag, address in there.items():
            assert path_of(address).parent.name == tag
            assert path_of(address).name == path.name
            assert path_of(address).is_file()
        home = page.locator("footer a[href$='../index.html']")
        assert home.count() == (path.name == "index.html"), path
    page.close()


def test_a_lesson_that_the_other_tree_lacks_leads_to_its_first_page(
    small: Path, tmp_path: Path
) -> None:
    (small / "locales/uk/tiny/tiny-2.po").unlink()
    out = tmp_path / "out"
    assert build(out, str(small), here=tmp_path, known=PAGES).returncode == 0
    assert not (out / "www/preview/site/tiny-GE/uk/tiny-2.html").exists()
    page = (out / "www/release/site/tiny-GE/en/tiny-2.html").read_text("utf-8")
    assert "href=../../../../preview/site/tiny-GE/uk/index.html" in page.replace('"', "")
    assert "href=../../../../preview/site/tiny-GE/ar/tiny-2.html" in page.replace('"', "")


def test_a_release_that_cannot_be_built_is_a_preview_and_nothing_leads_to_it(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(request: Request, watch: Watch) -> Outcome:
        if request.kind == "release":
            return Outcome(problems=[Problem("V001", Place("page"), "is too heavy")])
        return pipeline.build(request, watch)

    monkeypatch.setattr("kandil.host.editions.build", failing)
    out = tmp_path / "out"
    said = build(out, str(small), here=tmp_path, known=PAGES)
    assert (said.returncode, "V001 is too heavy" in said.stdout) == (1, True)
    assert not (out / "www/release").exists()
    site = out / "www/preview/site/tiny-GE"
    assert {path.name for path in site.iterdir() if path.is_dir()} == {"ar", "en", "uk"}
    for page in site.rglob("*.html"):
        assert "release/" not in page.read_text("utf-8"), page


def test_no_package_leads_out_of_itself(folder: Path) -> None:
    archives = sorted(folder.glob("www/*/*/*/*.zip"))
    assert len(archives) == 8
    for path in archives:
        with ZipFile(path) as archive:
            pages = [archive.read(one) for one in archive.namelist() if one.endswith(".html")]
        assert not [one for one in pages if b"../" in one or b"hreflang" in one], path


def test_a_list_of_languages_leads_to_those_of_the_other_tree(
    folder: Path, browser: Browser
) -> None:
    page = browser.new_page()
    for kind in ("release", "preview"):
        page.goto((folder / f"www/{kind}/site/tiny-GE/index.html").as_uri())
        found = page.evaluate("[...document.querySelectorAll('main a')].map(one => one.href)")
        assert {path_of(one).relative_to(folder / "www").as_posix() for one in found} >= {
            "index.html",
            "release/site/tiny-GE/en/index.html",
            "preview/site/tiny-GE/ar/index.html",
            "preview/site/tiny-GE/uk/index.html",
        }
    page.close()


def test_a_way_to_a_course_that_is_gone_is_told(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "www", tmp_path / "www")
    shutil.rmtree(tmp_path / "www/preview/site/tiny-GE/uk")
    sums = tmp_path / "www/SHA256SUMS"
    lines = sums.read_text("utf-8").splitlines(keepends=True)
    sums.write_text("".join(one for one in lines if "site/tiny-GE/uk/" not in one), "utf-8")
    said = kandil(ROOT, "verify", str(tmp_path / "www"))
    assert said.returncode == 1
    assert "V002 'preview/site/tiny-GE/uk/tiny-1.html' is not in the folder" in said.stdout
