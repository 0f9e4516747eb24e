"""The safety kit: which course gets which part, and what no page of a sensitive course lacks."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from kandil.exporters._scorm.format import ScormOptions
from kandil.exporters.scorm12 import EXPORTER
from kandil.model.course import Course
from kandil.package.archive import write_archive
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site import assets, scripts
from kandil.render.site.pages import Page, render
from kandil.render.site.safety import kit, passed
from lxml import etree
from standin import course, edition, module

QUIET = Path("tests/courses/quiet")
TERMS = re.compile("threat|letter|answer|blame|violen", re.IGNORECASE)
"""What would give a learner of the quiet course away."""
EXITS = ("forget", "shift", "exit")


def quiet() -> Course:
    found, problems = read_course(QUIET, find_questions())
    assert found, problems
    return found


def rendered(of: Course) -> dict[str, Page]:
    return {page.path: page for page in render(edition(of)).pages()}


@pytest.mark.parametrize(
    ("sensitivity", "settings", "parts"),
    [
        ("none", {}, ()),
        ("mention", {}, EXITS),
        ("depicts", {}, (*EXITS, "gate")),
        ("none", {"sensitive_setting": True}, (*EXITS, "gate")),
        ("none", {"history": "minimal"}, ("history",)),
        ("depicts", {"history": "minimal"}, (*EXITS, "gate", "history")),
    ],
)
def test_each_course_has_the_parts_that_it_needs(
    sensitivity: str, settings: dict[str, object], parts: tuple[str, ...]
) -> None:
    made = course(module("tin-1"), module("tin-2", sensitivity=sensitivity), **settings)
    assert kit(made) == parts
    pages = rendered(made)
    script = dict(render(edition(made)).assets())["page.js"].decode()
    assert ("keyup" in script) == ("exit" in parts) == ("recipe.html" in pages)
    assert ("hashchange" in script) == ("gate" in parts)
    assert ("metaKey" in script) == ("history" in parts)
    for path, page in pages.items():
        if path != "recipe.html":
            assert page.html.count("class=exit") == int("exit" in parts), path
            assert page.html.count("<main class=gate>") == int("gate" in parts), path
            assert (":has(:target)" in page.html) == ("gate" in parts), path
            assert ("attr(data-n)" in page.html) == ("exit" in parts), path


def test_the_kit_is_light() -> None:
    plain, exits = scripts.first_weight(), scripts.first_weight(EXITS)
    assert exits - plain <= 700
    style = assets.weight(assets.sheet(kit=(*EXITS, "gate")).encode())
    assert style - assets.weight(assets.sheet().encode()) <= 250


def test_the_exit_comes_first_for_those_who_hear_the_page() -> None:
    for path, page in rendered(quiet()).items():
        if path != "recipe.html":
            first, second, *_ = re.findall(r'<a [^>]*href="?([^" >]*)', page.html)
            assert (first, second) == ("#main", "recipe.html"), path


def test_links_pass_the_gate_but_the_exit_and_the_switch() -> None:
    html = '<a href="a.html"><a href="a.html#b"><a href="recipe.html"><a href="../ka/a.html">'
    expected = html.replace('"a.html"', '"a.html#in"')
    assert passed(html + '<a href="https://a.example/a.html">') == (
        expected + '<a href="https://a.example/a.html">'
    )


def test_the_note_comes_before_the_text_and_offers_the_short_version() -> None:
    made = quiet()
    lesson = rendered(made)["quiet-1.html"].html
    [anchor] = re.findall(r'<a href="#(\w+)">Skip to the short version</a>', lesson)
    note, skip = lesson.index("shows a letter"), lesson.index("Skip to the short version")
    assert note < skip < lesson.index("Part 1 of 2")
    assert re.findall(r"<section class=card><h2 id=(\w+)>", lesson) == [anchor]
    second = rendered(made)["quiet-2.html"].html
    assert second.index("Skip to the short version") < second.index("Part 1 of 2")
    plain = replace(made, modules=tuple(replace(m, sensitivity="none") for m in made.modules))
    assert not any("Skip to the short" in page.html for page in rendered(plain).values())


def test_no_title_file_name_or_manifest_gives_a_learner_away(tmp_path: Path) -> None:
    made = edition(quiet())
    [artefact] = EXPORTER.artefacts([made], render, ScormOptions("full"))
    package = tmp_path / artefact.name
    write_archive(package, artefact.files())
    assert not TERMS.search(package.name)
    with ZipFile(package) as archive:
        for name in archive.namelist():
            assert not TERMS.search(name)
            if name.endswith(".html"):
                titles = re.findall("<title>(.*?)</title>", archive.read(name).decode())
                assert titles and not any(map(TERMS.search, titles)), name
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        words = [*manifest.itertext(), *(v for e in manifest.iter("*") for v in e.attrib.values())]
        assert not any(map(TERMS.search, words))
        assert not TERMS.search(archive.read("edition.json").decode())
    assert any(map(TERMS.search, (lesson.title.plain for lesson in made.course.modules)))


@pytest.mark.parametrize("sensitivity", ["none", "mention", "depicts"])
def test_each_course_says_what_firefox_may_note_without_scripts(sensitivity: str) -> None:
    """The gate of a sensitive course says it on its own (docs/design/0008)."""
    page = rendered(course(module("tin-1", sensitivity=sensitivity)))["about.html"].html
    *gate, words = re.findall("<noscript>(.*?)</noscript>", page, re.DOTALL)
    assert len(gate) == (sensitivity == "depicts")
    assert ("Firefox may note" in words, "Shift" in words) == (True, sensitivity != "none")
