"""A profile of Chromium on a disk holds nothing of what she answered, however she ends."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path
from shutil import copytree
from typing import Any

from browser.learner import OPEN, PHONE, hand_in, reach
from browser.profiles import (
    CANARY,
    LESSON,
    SHOWN,
    TYPED,
    WITNESS,
    halted,
    holding,
    hosts,
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
ENDS = ("exit", "clear", "remove")
"""The ways in which what was kept is removed."""


def opened(browser: Browser, profile: Path) -> BrowserContext:
    """Chromium with a profile of its own."""
    return browser.browser_type.launch_persistent_context(
        profile,
        executable_path=os.environ.get("KANDIL_CHROMIUM", "/usr/bin/chromium"),
        args=ARGUMENTS,
        viewport=PHONE,
    )


def use(page: Page, typed: str = TYPED) -> None:
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
            field.fill(typed)
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


def test_nothing_of_her_answers_is_on_the_disk(browser: Browser, tmp_path: Path) -> None:
    """She leaves one lesson by its exit, another stands open when the browser dies or is closed."""
    profile, folder, killed = (tmp_path / name for name in ("profile", "site", "killed"))
    folder.mkdir()
    with sensitive(folder) as start:
        context = opened(browser, profile)
        for end in ("exit", "open"):
            page = context.new_page()
            page.goto(f"{start}/{LESSON}")
            page.locator(".gate .button").click()
            use(page, TYPED + end)
            if end == "exit":
                page.locator(".exit").click()
                page.wait_for_url("**/recipe.html")
        witness(context, f"{start}/{CANARY}", WITNESS[1])
        while not holding(profile / SESSIONS, WITNESS[1]):
            page.wait_for_timeout(200)
        with halted(process_of(profile)):
            copytree(profile, killed, symlinks=True)
        context.close()
    for left in (killed, profile):
        holds_only_the_witness(left)


def holds_only_the_witness(profile: Path) -> None:
    """Its session tells of no other form, and no file of what she typed or read."""
    states = holding(profile / SESSIONS, FORM)
    assert states, profile
    for name in states:
        content = (profile / SESSIONS / name).read_bytes()
        found = {kind: content.count(kind.encode("utf-16-le")) for kind in KINDS}
        # Those of the form that hides nothing: its name says what it is too.
        assert found == {"radio": 2, "checkbox": 0, "textarea": 0}, profile / name
    for words in (TYPED, TYPED + "exit", TYPED + "open", SHOWN):
        assert holding(profile, words) == [], (profile, words)


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
        witness(context, f"{start}/{CANARY}", WITNESS[1])
        while not holding(profile / SESSIONS, WITNESS[1]):
            page.wait_for_timeout(200)
        context.close()
    assert [words for words in ("#q_", ":nth-child(", "fieldset>") if holding(profile, words)] == []


def witness(context: BrowserContext, address: str, words: str) -> None:
    """A plain form, filled in last."""
    other = context.new_page()
    other.goto(address)
    other.locator("[type=radio]").check()
    other.locator("[name=word]").fill(words)


def leave(page: Page, start: str, end: str) -> None:
    """In one of these ways."""
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


def check_records(found: list[Any]) -> None:
    """They hold the points of the one lesson, and where she stopped."""
    for record in found:
        assert set(record) <= {"v", "at", "lessons", "passed"}
        assert set(record["lessons"]) == {"every-1"}
        assert set(record["lessons"]["every-1"]) == {"points", "part"}


def test_what_she_let_it_keep_tells_no_answer(browser: Browser, tmp_path: Path) -> None:
    """In a course with an exit: the files of the browser still have what was removed."""
    profile, folder = tmp_path / "profile", tmp_path / "site"
    folder.mkdir()
    with hosts(folder, len(ENDS)) as starts:
        context = opened(browser, profile)
        process = process_of(profile)
        for end, start in zip(ENDS, starts, strict=True):
            page, before = context.new_page(), len(records(profile / STORAGE))
            page.goto(f"{start}/{LESSON}")
            agree(page)
            while len(records(profile / STORAGE)) == before:
                page.wait_for_timeout(200)
            leave(page, start, end)
            witness(context, f"{start}/{CANARY}", WITNESS[1] + end)
            while not holding(profile / SESSIONS, WITNESS[1] + end):
                page.wait_for_timeout(200)
            with halted(process):
                found = records(profile / STORAGE)
                assert len(found) > before and told(profile) == [], end
                check_records(found)
        os.kill(process, signal.SIGKILL)
        context = opened(browser, profile)
        context.pages[0].goto(f"{starts[0]}/{CANARY}")
        context.close()
    assert told(profile) == []
