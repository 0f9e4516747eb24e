"""The part in which she stopped: kept with her consent or by an LMS, and found again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from browser.keeping import agree, hosted, kept, put, record, visitor
from browser.learner import Learner
from browser.lms import Lms, served
from browser.sitting import Sitting
from kandil.exporters._scorm.format import ScormOptions
from kandil.exporters.scorm12 import EXPORTER
from kandil.model.blocks import Heading, Paragraph, Section
from kandil.model.course import Course, Module
from kandil.package.archive import write_archive
from kandil.render.site.pages import render
from playwright.sync_api import Browser, Frame, Page, expect
from standin import HERE, choice, course, edition, module, quiz, text

PARTS = ("doors", "keys", "locks")
LOCATION = "cmi.core.lesson_location"
OPENED = "parts => parts.map(part => !part.hidden)"
LONG = Paragraph(text("A sentence that fills the lines of a small screen. " * 20))
Visits = Callable[[str], Learner]


def parted(name: str, *parts: str) -> Module:
    """A first screen, these parts, and a quiz as the last."""
    ideas = [block for part in parts for block in (Heading(3, text(f"On {part}"), part), LONG)]
    blocks = (LONG, Section("ideas", "ideas", tuple(ideas), HERE))
    return module(name, *blocks, quiz(choice("one", "b", shuffle=False)), minutes=20)


def lessons(*parts: str, **settings: object) -> Course:
    of = course(parted("tin-1", *parts), parted("tin-2", "one", "two"))
    return replace(of, **settings)


def opened(page: Page | Frame) -> list[bool]:
    return list(page.locator(".part").evaluate_all(OPENED))


def stop_at(learner: Learner, name: str) -> None:
    """Say Yes in the first lesson, then leave from a part of the second time."""
    agree(learner)
    learner.page.goto(f"{learner.start}/tin-1.html")
    learner.page.locator("html.js").wait_for()
    learner.page.locator("nav.toc").get_by_role("link", name=f"On {name}").click()
    learner.until(f"JSON.parse(localStorage['k.tin']).lessons['tin-1'].part === '{name}'")


@pytest.fixture
def visits(browser: Browser, tmp_path: Path) -> Iterator[Callable[[Course], Learner]]:
    with ExitStack() as stack:

        def visit(of: Course) -> Learner:
            start = stack.enter_context(hosted(tmp_path, of))
            return stack.enter_context(visitor(browser, start))

        yield visit


@pytest.fixture(params=["none", "mention"])
def learner(visits: Callable[[Course], Learner], request: pytest.FixtureRequest) -> Learner:
    """In a course without an exit, and in one with it."""
    of = lessons(*PARTS)
    modules = tuple(replace(one, sensitivity=request.param) for one in of.modules)
    return visits(replace(of, modules=modules))


def test_without_consent_no_part_is_kept(learner: Learner) -> None:
    page = learner.page
    page.goto(f"{learner.start}/tin-1.html")
    page.locator("nav.toc").get_by_role("link", name="On keys").click()
    assert kept(learner) == {}
    page.goto(f"{learner.start}/index.html")
    page.goto(f"{learner.start}/tin-1.html")
    assert opened(page) == [False] * 4
    assert kept(learner) == {}


def test_the_lesson_opens_up_to_where_she_stopped(learner: Learner) -> None:
    stop_at(learner, "keys")
    page = learner.page
    page.goto(f"{learner.start}/tin-1.html")
    page.keyboard.press("Tab")
    entries, focused = page.evaluate("history.length"), learner.focused()
    learner.until("!document.querySelectorAll('.part')[1].hidden")
    assert opened(page) == [True, True, False, False]
    # Of the quiz it is known that it was handed in where its answers are kept.
    last = "4" if learner.page.locator("body .exit").count() else "✓"
    assert page.locator("nav.toc i").all_text_contents() == ["✓", "2", "3", last]
    assert page.evaluate("scrollY") == 0
    assert (page.evaluate("history.length"), learner.focused()) == (entries, focused)
    page.locator(".then a").first.click()
    expect(page.get_by_role("heading", name="On keys")).to_be_focused()
    expect(page.locator(".bar .at")).to_have_text("Part 2 of 4")
    assert "#" not in page.url


def test_the_list_of_lessons_leads_to_that_part(learner: Learner) -> None:
    agree(learner)
    page = learner.page
    put(
        learner,
        {**record(learner), "at": "tin-2", "lessons": {"tin-1": {"points": {"check": [1, 1]}}}},
    )
    page.goto(f"{learner.start}/tin-2.html")
    page.locator("html.js").wait_for()
    page.locator("nav.toc").get_by_role("link", name="On two").click()
    page.goto(f"{learner.start}/index.html")
    way = page.locator("#go .button")
    expect(way).to_have_text("Go on: part 2")
    label, minutes = page.locator("#go .n").all()
    expect(label).to_have_text("Lesson 2 of 2 · Part 2 of 3")
    expect(page.locator("#go h2")).to_have_text("Lesson tin-2")
    expect(minutes).to_have_text("20 minutes · 3 parts")
    done, begun = page.locator(".lessons li").all()
    expect(done).to_contain_text("Done")
    expect(begun).to_contain_text("Part 2 of 3")
    expect(begun).to_have_css("border-top-width", "2px")
    assert learner.axe() == []
    entries = page.evaluate("history.length")
    way.click()
    expect(page.get_by_role("heading", name="On two")).to_be_in_viewport()
    expect(page.locator(".bar .at")).to_have_text("Part 2 of 3")
    before = "document.querySelector('#two').getBoundingClientRect().top"
    top = page.evaluate(before)
    page.locator("html.js").wait_for()
    learner.until("!document.querySelector('.part').hidden")
    # What came above it moved nothing.
    assert abs(page.evaluate(before) - top) < 1
    assert page.evaluate("history.length") == entries + 1


def test_a_part_that_another_version_lacks_is_forgotten(
    visits: Callable[[Course], Learner], tmp_path: Path
) -> None:
    learner = visits(lessons(*PARTS))
    stop_at(learner, "keys")
    for page in render(edition(lessons("doors", "locks"))).pages():
        (tmp_path / page.path).write_text(page.html, "utf-8")
    # Of a newer version its place hangs on the anchor, never on a number.
    stored = record(learner)
    stored["lessons"]["tin-1"]["part"] = "gone"
    put(learner, stored)
    learner.page.goto(f"{learner.start}/index.html")
    expect(learner.page.locator(".lessons li").nth(0)).to_contain_text("Done")
    learner.open("tin-1.html")
    learner.until("!('part' in JSON.parse(localStorage['k.tin']).lessons['tin-1'])")


@pytest.fixture
def lms(tmp_path: Path) -> Iterator[Lms]:
    """One that holds the real pages."""
    [artefact] = EXPORTER.artefacts([edition(lessons(*PARTS))], render, ScormOptions("minimal"))
    write_archive(tmp_path / artefact.name, artefact.files())
    assert [*EXPORTER.verify(tmp_path / artefact.name)] == []
    with served(tmp_path / artefact.name) as made:
        yield made


def go(sitting: Sitting, part: str) -> None:
    sitting.inner.locator(f"nav.toc a[href='#{part}']").click()
    sitting.pause()


def test_an_lms_keeps_lesson_and_part_and_leads_there(
    lms: Lms, sit: Callable[[Lms], Sitting]
) -> None:
    first = sit(lms)
    first.inner.goto(f"{lms.address}package/tin-1.html")
    first.pause()
    go(first, "keys")
    first.until(lambda: lms.stored.get(LOCATION) == "tin-1#keys")
    second = sit(lms)
    second.inner.wait_for_url("**/tin-1.html#_keys")
    expect(second.inner.get_by_role("heading", name="On keys")).to_be_in_viewport()
    second.until(lambda: opened(second.inner)[:3] == [True, True, False])
    second.pause()
    assert lms.stored[LOCATION] == "tin-1#keys"
    second.inner.goto(f"{lms.address}package/index.html")
    expect(second.inner.locator("#go .button")).to_have_text("Go on: part 2")
    second.inner.locator("#go .button").click()
    second.inner.wait_for_url("**/tin-1.html#_keys")
    second.inner.goto(f"{lms.address}package/tin-2.html")
    second.until(lambda: lms.stored.get(LOCATION) == "tin-2")
    assert second.inner.evaluate("Object.keys(localStorage).length") == 0


def test_an_lms_that_knows_no_part_is_read_as_before(
    lms: Lms, sit: Callable[[Lms], Sitting]
) -> None:
    lms.stored |= {LOCATION: "tin-2", "cmi.core.exit": "suspend"}
    sitting = sit(lms)
    sitting.inner.wait_for_url("**/tin-2.html")
    sitting.pause()
    assert opened(sitting.inner) == [False] * 3
