"""The site: a folder a language, a zip a language, and the first page that lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from kandil.build.verify import verify_package
from kandil.exporters import find_exporters
from kandil.exporters._languages import languages_page
from kandil.exporters.site import EXPORTER
from kandil.localize.words.cautions import reasons
from kandil.package.tree import Staging
from standin import StandInPages, course, edition, module, text

PLACE = "preview/site/tin"


def build(dist: Path, *locales: str, **settings: object) -> Path:
    with Staging(dist) as run:
        made = [replace(edition(course(**settings), one), siblings=locales) for one in locales]
        options = EXPORTER.options(made[0].course)
        run.write(PLACE, EXPORTER.artefacts(made, StandInPages, options), "site")
        run.exchange()
    return dist / PLACE


def test_the_tree_holds_each_language_loose_and_zipped(tmp_path: Path) -> None:
    place = build(tmp_path, "en", "ka")
    names = sorted(p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file())
    lesson = ["edition.json", "recipe.html", "index.html", "map.svg", "player.js"]
    lesson += ["tin-1.html", "tin-2.html"]
    assert names == sorted(
        ["SHA256SUMS", "index.html", "tin-en-preview.zip", "tin-ka-preview.zip"]
        + [f"{locale}/{name}" for locale in ("en", "ka") for name in lesson]
    )


def test_a_zip_of_one_language_has_no_switch_and_says_where_to_begin(tmp_path: Path) -> None:
    place = build(tmp_path, "en", "ka")
    assert "<nav>" in (place / "ka/tin-1.html").read_text()
    with ZipFile(place / "tin-ka-preview.zip") as archive:
        assert "<nav>" not in archive.read("tin-1.html").decode()
        assert "../" not in archive.read("index.html").decode()
        readme = archive.read("README.txt")
    assert readme == b"\xef\xbb\xbfOpen the file index.html to begin.\r\n"


def test_the_zip_alone_can_be_asked_for(tmp_path: Path) -> None:
    made = edition(None, "en", "ka")
    *_, archive = EXPORTER.artefacts([made], StandInPages, EXPORTER.options(made.course))
    names = [file.path for file in archive.files()]
    assert {"index.html", "tin-1.html", "player.js", "README.txt"} <= set(names)


def test_nothing_is_rendered_before_the_writer_asks() -> None:
    class Untouched(StandInPages):
        def pages(self) -> Iterator[Any]:
            raise AssertionError("rendered too early")

    made = edition()
    assert len(list(EXPORTER.artefacts([made], Untouched, EXPORTER.options(made.course)))) == 3


def test_the_first_page_names_each_language_in_its_own_words(tmp_path: Path) -> None:
    page = (build(tmp_path, "en", "uk", "ka", "ar-XB") / "index.html").read_text()
    assert '<a href="uk/index.html" hreflang="uk" lang="uk" dir="ltr">Українська</a>' in page
    assert ">ქართული</a>" in page
    assert '<a href="ar-XB/index.html" hreflang="ar-XB" lang="ar-XB" dir="rtl">ar-XB</a>' in page
    assert "<script" not in page
    assert "default-src 'none'; style-src 'sha256-" in page


def test_the_first_page_of_a_preview_says_what_each_language_lacks() -> None:
    made = replace(edition(None, "en", "ar", "uk"), why={"en": "Read by nobody.", "ar": "مسودة."})
    page = languages_page(made).content.decode()
    assert '<p lang="en" dir="ltr">Read by nobody.</p>' in page
    assert '<p lang="ar" dir="rtl">مسودة.</p>' in page
    assert page.count("<p ") == 2


@pytest.mark.parametrize("drafts", [frozenset(), frozenset({"tin-1"})])
@pytest.mark.parametrize("reviewers", [(), ("A specialist",)])
def test_a_preview_says_each_reason_that_is_true_and_no_other(
    drafts: frozenset[str], reviewers: tuple[str, ...]
) -> None:
    of = course(module("tin-1", reviewers=reviewers))
    said = [*reasons(replace(edition(of), drafts=drafts, locale="uk"))]
    assert ("Not yet reviewed by a specialist." in said) == (not reviewers)
    assert ("This translation has not been reviewed by a person." in said) == bool(drafts)
    source = [*reasons(replace(edition(of), drafts=drafts))]
    assert "This translation has not been reviewed by a person." not in source
    assert ("No person has reviewed the words of the buttons." in source) == bool(drafts)
    assert list(reasons(replace(edition(of), drafts=drafts, kind="release"))) == []


def test_the_first_page_of_a_release_says_none_of_it() -> None:
    made = replace(edition(None, "en", "uk"), kind="release")
    assert b"<p" not in languages_page(made).content


def test_the_first_page_bears_the_discreet_title(tmp_path: Path) -> None:
    page = (
        build(tmp_path, "en", discreet_title=text("Everyday skills")) / "index.html"
    ).read_text()
    assert "<title>Everyday skills</title>" in page
    assert "Tiny" not in page


def test_the_first_page_has_the_exit_that_every_page_has(tmp_path: Path) -> None:
    lesson = module("tin-1", sensitivity="mention")
    page = (build(tmp_path, "en", "ka", modules=(lesson,)) / "index.html").read_text()
    assert '<a class="exit" href="en/recipe.html"' in page
    assert '<script src="en/page.js">' in page and 'href="en/about.html#traces"' in page


def test_verify_finds_nothing_in_what_was_built(tmp_path: Path) -> None:
    build(tmp_path, "en", "ka")
    assert verify_package(tmp_path) == []
    assert verify_package(tmp_path / PLACE / "tin-en-preview.zip") == []


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first = build(tmp_path / "a", "en", "ka")
    second = build(tmp_path / "b", "en", "ka")
    assert (first / "SHA256SUMS").read_bytes() == (second / "SHA256SUMS").read_bytes()


def test_a_switch_that_was_left_in_a_zip_is_found(tmp_path: Path) -> None:
    place = build(tmp_path, "en", "ka")
    with ZipFile(place / "tin-en-preview.zip", "a") as archive:
        archive.write(place / "en/index.html", "extra.html")
    found = verify_package(place, "site")
    assert [(problem.code, problem.place.file) for problem in found] == [
        ("V005", "site/tin-en-preview.zip"),
        ("V004", "site/tin-en-preview.zip/extra.html"),
        ("V002", "site/tin-en-preview.zip/extra.html"),
    ]


@pytest.mark.parametrize("name", ["site"])
def test_exporters_are_found_without_a_list(name: str) -> None:
    assert name in find_exporters()
