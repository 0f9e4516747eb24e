"""A profile of Chromium on a disk holds nothing of what she answered, however she ends."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest
from browser.learner import OPEN, PHONE, hand_in, reach
from browser.profiles import (
    CANARY,
    LESSON,
    SHOWN,
    TYPED,
    WITNESS,
    every,
    holding,
    records,
    sensitive,
    told,
)
from browser.sitting import ARGUMENTS
from playwright.sync_api import Browser, BrowserContext, Page

SESSIONS = "Default/Sessions"
STORAGE = "Default/Local Storage"
FORM = "serialized form state"
"""What stands before the controls of a form in a file of the session."""
KINDS = ("radio", "checkbox", "textarea")


def opened(browser: Browser, profile: Path) -> BrowserContext:
    """Chromium with a profile of its own."""
    return browser.browser_type.launch_persistent_context(
        profile,
        executable_path=os.environ.get("KANDIL_CHROMIUM", "/usr/bin/chromium"),
        args=ARGUMENTS,
        viewport=PHONE,
    )


def use(page: Page) -> None:
    """Tick in every question, write into every gap, choose in the scenario."""
    page.evaluate(OPEN)
    page.locator(".q").first.evaluate("box => box.scrollIntoView()")
    page.locator("html.js").wait_for()
    page.locator("a", has_text="short version").click()
    page.locator(".todo input").first.check()
    for name in page.locator(".q[data-f]").evaluate_all("all => all.map(box => box.id.slice(2))"):
        box = reach(page, name)
        for kind in ("input[type]", "li > button"):
            if box.locator(kind).count():
                box.locator(kind).first.click()
        for field in box.locator("input:not([type]),textarea").all():
            field.fill(TYPED)
    page.locator(".now .m a").first.click()
    assert page.locator(":checked").count() >= 6
    assert page.locator(":placeholder-shown").count() == 0


def finish(page: Page) -> None:
    """Hand in what stands there."""
    settle(page)
    hand_in(page)


def settle(page: Page) -> None:
    """Press "Check" in each question of the quizzes, also where another one is shown."""
    page.locator(".quiz .go button:first-child").evaluate_all("all => all.forEach(b => b.click())")


def agree(page: Page) -> None:
    """A quiz, "Yes, keep them", and another round with all that is kept then."""
    use(page)
    finish(page)
    page.get_by_role("button", name="Yes, keep them").click()
    page.get_by_role("button", name="Try again").last.click()
    use(page)
    page.locator(".todo input").last.check()
    finish(page)


def process_of(profile: Path) -> int:
    """The browser's own process, the first that names this profile."""
    command = ["pgrep", "-f", "-o", "--", f"--user-data-dir={profile}"]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("end", ["exit", "close", "kill"])
def test_nothing_of_her_answers_is_on_the_disk(browser: Browser, tmp_path: Path, end: str) -> None:
    profile, folder = tmp_path / "profile", tmp_path / "site"
    folder.mkdir()
    with sensitive(folder) as start:
        context = opened(browser, profile)
        page = context.pages[0]
        page.goto(f"{start}/{LESSON}")
        page.locator(".gate .button").click()
        use(page)
        if end == "exit":
            page.locator(".exit").click()
            page.wait_for_url("**/recipe.html")
        witness(context, f"{start}/{CANARY}")
        while not holding(profile / SESSIONS, WITNESS[1]):
            page.wait_for_timeout(200)
        if end == "kill":
            os.kill(process_of(profile), signal.SIGKILL)
        else:
            context.close()
    states = holding(profile / SESSIONS, FORM)
    assert states
    for name in states:
        content = (profile / SESSIONS / name).read_bytes()
        found = {kind: content.count(kind.encode("utf-16-le")) for kind in KINDS}
        # Those of the form that hides nothing: its name says what it is too.
        assert found == {"radio": 2, "checkbox": 0, "textarea": 0}, name
    assert holding(profile, TYPED) == holding(profile, SHOWN) == []


HELD = (".quiz .says", "fieldset details[open] p")
"""What may stand at the top of the screen: the words under her answer, say."""


def test_no_file_names_what_was_on_the_screen(browser: Browser, tmp_path: Path) -> None:
    """Chromium would hold the page by it, and note a selector: `#q_best>fieldset>ol>.y>div`."""
    profile, folder = tmp_path / "profile", tmp_path / "site"
    folder.mkdir()
    with sensitive(folder) as start:
        context = opened(browser, profile)
        page = context.pages[0]
        for place in HELD:
            page.goto(f"{start}/{LESSON}#in")
            page.reload()
            use(page)
            page.locator("fieldset summary").first.click()
            settle(page)
            named = page.locator(place).first
            named.evaluate("box => scrollBy(0, box.getBoundingClientRect().top - 5)")
            page.wait_for_timeout(400)
            page.goto(f"{start}/index.html#in")
        page.locator(".exit").click()
        page.wait_for_url("**/recipe.html")
        witness(context, f"{start}/{CANARY}")
        while not holding(profile / SESSIONS, WITNESS[1]):
            page.wait_for_timeout(200)
        context.close()
    assert [words for words in ("#q_", ":nth-child(", "fieldset>") if holding(profile, words)] == []


def witness(context: BrowserContext, address: str) -> None:
    """A plain form, filled in last."""
    other = context.new_page()
    other.goto(address)
    other.locator("[type=radio]").check()
    other.locator("[name=word]").fill(WITNESS[1])


def leave(page: Page, start: str, end: str) -> None:
    """The ways in which what was kept is removed."""
    if end == "exit":
        page.locator(".exit").click()
        page.wait_for_url("**/recipe.html")
    elif end == "clear":
        page.locator("footer a", has_text="Clear my traces").click()
        page.get_by_role("button", name="Yes, remove it").click()
        page.locator("#traces ~ [role=status]", has_text="Done").wait_for()
    else:
        page.goto(f"{start}/results.html")
        page.get_by_text("Remove my results").click()
        page.get_by_role("button", name="Yes, remove it").click()


@pytest.mark.parametrize("end", ["exit", "clear", "remove"])
def test_what_she_let_it_keep_tells_no_answer(browser: Browser, tmp_path: Path, end: str) -> None:
    """In a course with an exit: the files of the browser still have what was removed."""
    profile, folder = tmp_path / "profile", tmp_path / "site"
    folder.mkdir()
    with every(folder) as start:
        context = opened(browser, profile)
        page = context.pages[0]
        page.goto(f"{start}/{LESSON}")
        agree(page)
        while not records(profile / STORAGE):
            page.wait_for_timeout(200)
        leave(page, start, end)
        witness(context, f"{start}/{CANARY}")
        while not holding(profile / SESSIONS, WITNESS[1]):
            page.wait_for_timeout(200)
        os.kill(process_of(profile), signal.SIGKILL)
        found = records(profile / STORAGE)
        assert found and told(profile) == []
        for record in found:
            assert set(record) <= {"v", "at", "lessons", "passed"}
            assert set(record["lessons"]) == {"every-1"}
            assert set(record["lessons"]["every-1"]) == {"points", "part"}
        context = opened(browser, profile)
        context.pages[0].goto(f"{start}/{CANARY}")
        context.close()
    assert told(profile) == []
