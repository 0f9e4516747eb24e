"""Lessons that a platform shows inside a page of its own, and courses that it never gets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from contract import suite
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters import bars, find_exporters
from kandil.exporters._native.lesson import lesson_markup, overview_markup
from kandil.render.html.images import Pictures
from lxml import etree
from standin import course, edition, module

COURSES = Path(__file__).parents[1] / "courses"
SHOWN = sorted(n for n, one in find_exporters().items() if one.stores and one.audience == "learner")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The lesson with every interaction; it mentions violence, so that it needs an exit."""
    folder = suite.write_course(tmp_path_factory.mktemp("native") / "course")
    made = suite.editions(folder)[0]
    pictures = Pictures(Path(made.course.folder), base="pictures/", apart=True)
    return lesson_markup(made, made.course.modules[0], pictures, lambda lesson, anchor: lesson)


def test_an_exit_stands_above_all_else_and_above_each_part(page: str) -> None:
    root = etree.fromstring(f"<div>{page}</div>")
    assert "".join(root[0].itertext()) == "Exit now"
    parts = [one for one in root.iter("h2", "h3") if not _follows_a_heading(one)]
    assert {"h2", "h3"} == {one.tag for one in parts}
    before = [part.getprevious() for part in parts]
    assert len(before) > 3
    assert {"".join(one.itertext()) for one in before if one is not None} == {"Exit now"}
    ways = {(link.get("href"), link.get("target")) for link in root.iterfind(".//a[strong]")}
    assert ways == {("about:blank", "_top")}


def _follows_a_heading(part: etree._Element) -> bool:
    """Whether nothing stands between it and a heading with a way out above."""
    above = part.getprevious()
    return above is not None and above.tag == "h2"


def test_a_lesson_of_a_course_without_an_exit_has_none() -> None:
    made = edition(course(module("tin-1")))
    bare = lesson_markup(made, made.course.modules[0], Pictures(Path()), lambda lesson, at: "")
    assert "about:blank" not in bare


def test_the_short_version_is_offered_only_where_a_link_leads_to_it(
    page: str, tmp_path: Path
) -> None:
    made = suite.editions(suite.write_course(tmp_path / "course"))[0]
    bare = lesson_markup(made, made.course.modules[0], Pictures(tmp_path), lambda lesson, at: "")
    assert "Skip to the short version" in page
    assert "Skip to the short version" not in bare


def test_the_page_before_all_lessons_begins_with_the_way_out_and_ends_with_the_licence() -> None:
    made = edition(course(module("tin-1", sensitivity="mention"), licence="CC-BY-SA-4.0"))
    root = etree.fromstring(f"<div>{overview_markup(made)}</div>")
    words = ["".join(one.itertext()) for one in root]
    assert words[0] == "Exit now" and words[-1].endswith("CC BY-SA 4.0")
    assert root[0].find("a").attrib["href"] == "about:blank"
    assert words.count("Not yet reviewed by a specialist.") == 1
    assert "about:blank" not in overview_markup(edition(course(module("tin-1"))))


@pytest.mark.parametrize("name", SHOWN)
def test_a_sensitive_course_is_refused_and_nothing_changes(name: str, tmp_path: Path) -> None:
    formats = ("site", name)
    outcome = build(
        Request((COURSES / "quiet",), "preview", date(2026, 11, 24), (), formats, dist=tmp_path)
    )
    [told] = [one for one in outcome.problems if one.code == "E002"]
    assert name in told.message
    assert not outcome.built
    assert not (tmp_path / "preview").exists()


def test_formats_of_our_own_pages_may_have_it() -> None:
    sensitive = course(sensitive_setting=True)
    free = {name for name, one in find_exporters().items() if not bars(one, sensitive)}
    assert {"site", "scorm12", "facilitator", "office"} <= free
