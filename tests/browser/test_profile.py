"""A profile of Chromium on a disk holds nothing of what she answered, however she ends."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest
from browser.learner import PHONE
from browser.profiles import CANARY, LESSON, SHOWN, TYPED, WITNESS, holding, sensitive
from browser.sitting import ARGUMENTS
from playwright.sync_api import Browser, BrowserContext, Page

SESSIONS = "Default/Sessions"
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
    page.locator(".gate .button").click()
    page.locator(".q").first.evaluate("box => box.scrollIntoView()")
    page.locator("html.js").wait_for()
    page.locator("a", has_text="short version").click()
    page.locator(".todo input").first.check()
    for box in page.locator(".q[data-f]").all():
        for kind in ("input[type]", "li > button"):
            if box.locator(kind).count():
                box.locator(kind).first.click()
        for field in box.locator("input:not([type]),textarea").all():
            field.fill(TYPED)
    page.locator(".on .m a").first.click()
    assert page.locator(":checked").count() >= 6
    assert page.locator(":placeholder-shown").count() == 0


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


def witness(context: BrowserContext, address: str) -> None:
    """A plain form, filled in last."""
    other = context.new_page()
    other.goto(address)
    other.locator("[type=radio]").check()
    other.locator("[name=word]").fill(WITNESS[1])
