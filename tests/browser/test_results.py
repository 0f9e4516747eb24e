"""Results over the whole course, and the certificate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browser.keeping import drawn, finish, hosted, keeping, kept, visitor
from browser.learner import Learner
from kandil.model.blocks import Heading, Section
from kandil.model.course import Course
from playwright.sync_api import Browser, Locator, expect
from standin import HERE, choice, course, module, quiz, text

Open = Callable[..., Learner]
NOTHING = "Nothing is kept, so this page knows no result."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    of = keeping(certificate="named", title=text("A course on passwords"))
    with hosted(tmp_path_factory.mktemp("results"), of) as address:
        yield address


@pytest.fixture
def learner(browser: Browser, site: str) -> Iterator[Learner]:
    with visitor(browser, site) as made:
        yield made


def agree(learner: Learner) -> None:
    learner.page.get_by_role("button", name="Yes, keep them").click()


def open_results(learner: Learner) -> None:
    learner.page.goto(f"{learner.start}/results.html")


def whole(learner: Learner, poor: bool = False) -> None:
    """Every lesson; a poor one has only the points of the first and the last."""
    learner.open("tin-1.html")
    finish(learner)
    agree(learner)
    learner.open("tin-2.html")
    learner.answer("one", "B")
    learner.answer("two", *("A", "B") if poor else ("A", "C"))
    learner.hand_in()
    learner.open("tin-3.html")
    finish(learner)


def test_without_consent_the_page_says_that_nothing_is_kept(learner: Learner) -> None:
    learner.open("tin-1.html")
    finish(learner)
    expect(learner.page.locator(".quiz a", has_text="Your results")).to_have_count(0)
    open_results(learner)
    expect(learner.page.get_by_text(NOTHING)).to_be_visible()
    expect(learner.page.get_by_text("Behind them you are asked")).to_be_visible()
    way = learner.page.get_by_role("link", name="Start lesson 1")
    expect(way).to_have_attribute("href", "tin-1.html")
    expect(learner.page.locator(".sum")).to_be_hidden()
    expect(learner.page.locator(".paper")).to_be_hidden()
    assert learner.axe() == []


def test_without_a_script_it_says_the_same(browser: Browser, site: str) -> None:
    learner = Learner(browser, site, java_script_enabled=False)
    learner.open("results.html")
    expect(learner.page.get_by_text(NOTHING)).to_be_visible()
    expect(learner.page.locator(".sum, .paper").first).to_be_hidden()
    learner.close()


def test_each_lesson_and_each_aim_has_its_points(learner: Learner) -> None:
    whole(learner, poor=True)
    learner.page.locator(".quiz a", has_text="Your results").first.click()
    page = learner.page
    rows = page.locator(".sum .lessons > li")
    expect(page.locator("#sum")).to_have_text(
        "You have 5 of 7 points in the whole course. That is enough to pass."
    )
    expect(rows.nth(0)).to_contain_text("Points: 2 of 2")
    expect(rows.nth(0).get_by_text("Read this lesson again")).to_be_hidden()
    expect(rows.nth(1)).to_contain_text("Points: 1 of 3")
    expect(rows.nth(1).get_by_text("Read this lesson again")).to_be_visible()
    expect(rows.nth(1)).to_contain_text("Choose a password: 1 of 1")
    expect(rows.nth(1)).to_contain_text("Keep it: 0 of 2")
    rows.nth(1).get_by_role("link").first.click()
    expect(page).to_have_url(f"{learner.start}/tin-2.html")


def test_each_lesson_has_its_shape_and_the_way_to_the_part_to_read_again(
    learner: Learner,
) -> None:
    whole(learner, poor=True)
    open_results(learner)
    done, poor, _ = learner.page.locator(".sum .lessons > li").all()
    expect(done).to_contain_text("Points: 2 of 2 · You need 2.")
    expect(done).to_have_class("done")
    assert done.locator(".score li").all_text_contents() == ["✓", "✓"]
    expect(poor).to_contain_text("Points: 1 of 3 · You need 3.")
    assert shapes_of(poor.locator(".score li")) == [("✓", "got"), ("○", ""), ("○", " need")]
    again = poor.get_by_role("link", name="Read this lesson again")
    expect(again).to_have_attribute("href", "tin-2.html")
    assert learner.axe() == []


def test_the_way_leads_to_what_there_is_to_read_about_the_aim_that_she_missed(
    learner: Learner,
) -> None:
    learner.open("tin-2.html")
    learner.answer("one", "A")
    learner.answer("two", "A", "C")
    learner.hand_in()
    agree(learner)
    open_results(learner)
    poor = learner.page.locator(".sum .lessons > li").nth(1)
    expect(poor).to_contain_text("Points: 2 of 3 · You need 3.")
    again = poor.get_by_role("link", name="Read this lesson again")
    expect(again).to_have_attribute("href", re.compile(r"/tin-2\.html#how$"))


def shapes_of(shapes: Locator) -> list[tuple[str, str]]:
    """Each with its sign and its class."""
    return [(one.inner_text(), one.get_attribute("class") or "") for one in shapes.all()]


def test_a_lesson_in_parts_is_read_again_from_its_first_part(
    browser: Browser, tmp_path: Path
) -> None:
    ideas = Section("ideas", "ideas", (Heading(3, text("Doors"), "doors"),), HERE)
    of = course(module("tin-1", ideas, quiz(choice("one", "b", shuffle=False))))
    with hosted(tmp_path, of) as start, visitor(browser, start) as learner:
        learner.open("tin-1.html")
        learner.answer("one", "A")
        learner.hand_in()
        agree(learner)
        open_results(learner)
        again = learner.page.get_by_role("link", name="Read this lesson again")
        expect(again).to_have_attribute("href", "tin-1.html#doors")


def test_a_course_half_done_is_not_passed(learner: Learner) -> None:
    learner.open("tin-1.html")
    finish(learner)
    agree(learner)
    open_results(learner)
    page = learner.page
    expect(page.locator("#sum")).to_have_text("You have 2 of 7 points in the whole course.")
    expect(page.locator(".sum .lessons > li").nth(2)).to_contain_text("Not finished yet")
    expect(page.locator(".paper")).to_be_hidden()
    expect(page.get_by_text("Behind them you are asked")).to_be_hidden()
    way = page.get_by_role("link", name="Go on with lesson 2")
    expect(way).to_have_attribute("href", "tin-2.html")
    assert learner.axe() == []


def test_results_are_removed_when_she_says_so(learner: Learner) -> None:
    whole(learner)
    open_results(learner)
    page = learner.page
    ask, yes = page.get_by_text("Remove my results"), page.get_by_role("button", name="Yes, remove")
    # The way on is a button; this is none, and by itself it removes nothing.
    expect(yes).to_be_hidden()
    ask.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("You cannot get it back")).to_be_visible()
    assert kept(learner) != {}
    assert learner.axe() == []
    page.keyboard.press("Tab")
    expect(yes).to_be_focused()
    page.keyboard.press("Enter")
    assert kept(learner) == {}
    assert learner.focused() == (
        "Done. These pages no longer have your results. A copy can still stay on this device until "
        "the browser writes over it. Somebody with the right tools can find it."
    )
    expect(page.locator(".sum, .paper").first).to_be_hidden()
    page.reload()
    expect(page.get_by_text(NOTHING)).to_be_visible()
    expect(page.locator(".sum")).to_be_hidden()


def test_the_certificate_holds_a_name_that_is_never_stored(learner: Learner) -> None:
    whole(learner)
    open_results(learner)
    page = learner.page
    expect(page.locator(".paper .card")).to_contain_text("A course on passwords")
    page.get_by_label("Name").fill("Amina Somebody")
    assert learner.axe() == []
    page.emulate_media(media="print")
    assert page.locator(".paper .card").is_visible()
    for hidden in ("h1", ".sum", ".np", "footer", ".bar"):
        assert not page.locator(hidden).first.is_visible()
    page.emulate_media(media="screen")
    assert "Amina" not in str(kept(learner))
    assert not any("Amina" in url for url in learner.requests)
    page.goto(f"{learner.start}/index.html")
    page.go_back()
    expect(page.get_by_label("Name")).to_have_value("")


def sheet(browser: Browser, folder: Path, of: Course, **context: Any) -> str:
    """The words of the certificate, as it is printed; empty where none is shown."""
    with hosted(folder, of) as address:
        learner = Learner(browser, address, **context)
        learner.page.goto(f"{address}/results.html#in")
        learner.page.emulate_media(media="print")
        words: str = learner.page.locator("body").inner_text()
        learner.close()
    return words


@pytest.mark.parametrize("script", [True, False])
def test_the_certificate_of_a_sensitive_course_tells_no_topic(
    browser: Browser, tmp_path: Path, script: bool
) -> None:
    of = keeping(certificate="plain", title=text("Leaving him"), sensitive_setting=True)
    of = replace(of, discreet_title=text("Two short lessons"))
    words = sheet(browser, tmp_path, of, java_script_enabled=script)
    lines = [line for line in words.splitlines() if line.strip()]
    assert lines == ["Certificate", "Name", "has completed a course.", "Date", "Signature"]
    page = (tmp_path / "results.html").read_text("utf-8")
    assert "Leaving him" not in page and "<input" not in page
    assert not (tmp_path / "results.js").exists()
    assert "Your certificate" in (tmp_path / "index.html").read_text("utf-8")


def test_a_course_without_a_quiz_has_no_such_page(tmp_path: Path) -> None:
    with hosted(tmp_path, course(module("tin-1"), certificate="named")):
        assert not (tmp_path / "results.html").exists()
        assert "results" not in (tmp_path / "index.html").read_text("utf-8")


def test_the_result_leads_to_the_part_to_read_again(learner: Learner) -> None:
    learner.open("tin-2.html")
    learner.answer("one", "A")
    learner.answer("two", "A", "C")
    learner.answer("secret", "A")
    learner.hand_in()
    result = learner.page.locator(".quiz > [role=status]")
    expect(result).to_contain_text("You have 3 of 4 points. You need 4.")
    aims = result.locator(".can li")
    # The part is named once, by the one button.
    expect(aims.nth(0)).to_have_text("Choose a password")
    expect(result.get_by_text("How to choose")).to_have_count(1)
    expect(result.locator(".go .button")).to_have_text("Read “How to choose” once more.")
    expect(aims.nth(0)).to_have_class("not")
    expect(aims.nth(1)).to_have_text("Keep it")
    shapes = result.locator(".score li")
    assert shapes.all_text_contents() == ["✓", "✓", "✓", "○"]
    assert shapes.evaluate_all("all => all.map(one => one.className)") == [
        *("got", "got", "got", " need")
    ]
    result.get_by_role("link", name=re.compile("How to choose")).first.click()
    expect(learner.page).to_have_url(f"{learner.start}/tin-2.html#how")
    assert drawn(learner) == ["one", "two", "secret"]


def test_from_a_stick(browser: Browser, tmp_path: Path) -> None:
    with hosted(tmp_path, keeping()), visitor(browser, tmp_path.as_uri()) as learner:
        learner.open("tin-1.html")
        finish(learner)
        agree(learner)
        open_results(learner)
        expect(learner.page.locator("#sum")).to_contain_text("You have 2 of 7 points")
