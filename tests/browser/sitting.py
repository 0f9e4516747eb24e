"""One learner at one package in one browser: what she does, and what the LMS heard."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from browser.lms import Lms
from kandil.exporters._scorm.format import ScormOptions
from kandil.exporters.scorm12 import EXPORTER
from kandil.exporters.scorm2004 import EXPORTER as SCORM2004
from kandil.model.course import Course, Profile
from kandil.package.archive import write_archive
from playwright.sync_api import Browser, BrowserContext, Frame, Page, sync_playwright
from standin import StandInPages, course, edition

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ECHO = "addEventListener('message', e => e.data === 'echo' && e.source.postMessage('heard', '*'))"
ROUND_TRIP = """() => new Promise(done => {
  // The shell speaks to the LMS when the screen has been drawn.
  const drawn = () => requestAnimationFrame(() => setTimeout(done, 5));
  addEventListener('message', event => event.data === 'heard' && drawn());
  document.querySelector('iframe').contentWindow.postMessage('echo', '*');
  setTimeout(done, 2000);
})"""
LEGAL = {
    "cmi.core.lesson_status": {"incomplete", "completed", "passed", "failed"},
    "cmi.core.exit": {"suspend", ""},
    "cmi.completion_status": {"incomplete", "completed"},
    "cmi.success_status": {"unknown", "passed"},
    "cmi.exit": {"suspend", ""},
}


def _old(name: str) -> str:
    """A function by its name in SCORM 1.2."""
    return f"LMS{name.removeprefix('LMS')}".replace("Terminate", "Finish")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that the house tests with: Chromium without its windows, so a context costs a
    quarter. `KANDIL_CHROMIUM=/usr/bin/chromium` asks the whole browser."""
    path = os.environ.get("KANDIL_CHROMIUM", "/usr/bin/chromium-headless-shell")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def that_keeps_pages(browser: Browser) -> Browser:
    """The whole browser, in which Back and Forward find pages as they were left, as those of phones
    do: Playwright switches that off, and Chromium without its windows never does it."""
    return browser.browser_type.launch(
        executable_path="/usr/bin/chromium",
        args=ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )


def package(
    folder: Path,
    profile: Profile,
    of: Course | None = None,
    scos: str = "course",
    form: str = "scorm12",
    order: str = "free",
) -> Path:
    """A SCORM package with pages that speak as the player does."""
    made = edition(of or course())
    exporter = {"scorm12": EXPORTER, "scorm2004": SCORM2004}[form]
    [artefact] = exporter.artefacts([made], StandInPages, ScormOptions(profile, scos, order))
    target = folder / artefact.name
    write_archive(target, artefact.files())
    return target


def _context(browser: Browser) -> BrowserContext:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    context.set_default_timeout(20_000)
    context.add_init_script(ECHO)
    return context


class Sitting:
    """From the launch by the LMS to the closing of the window."""

    def __init__(
        self, browser: Browser, lms: Lms, beside: Sitting | None = None, sco: str = ""
    ) -> None:
        """`beside`: in another window of the same browser; `sco`: the page that is launched, of a
        package of several."""
        self.lms = lms.of(sco)
        self.start = sco or "start.html"
        self.second = beside is not None
        self.errors: list[str] = []
        self.context = beside.context if beside else _context(browser)
        self.host: Page = self.context.new_page()
        self.host.on("pageerror", lambda error: self.errors.append(str(error)))
        self.host.goto(f"{lms.address}?{sco}" if sco else lms.address)

    @property
    def shell(self) -> Frame:
        """The page that the LMS launched."""
        self.until(lambda: self._shells())
        return self._shells()[0]

    @property
    def inner(self) -> Frame:
        """The lesson that the shell frames."""
        self.until(lambda: self.shell.child_frames)
        return self.shell.child_frames[0]

    def _shells(self) -> list[Frame]:
        pages = [self.host] if self.second else self.context.pages
        frames = [frame for page in pages for frame in page.frames]
        return [frame for frame in frames if frame.url.partition("#")[0].endswith(f"/{self.start}")]

    def open(self, lesson: str) -> None:
        """Follow the link to a lesson, and wait until it was heard."""
        # She may be there already: then the address alone does not tell that the page came anew.
        inner = self.inner
        with inner.expect_navigation(url=f"**/{lesson}.html"):
            inner.locator(f"a.to[href='{lesson}.html']").dispatch_event("click")
        self.pause()

    def say(self, **detail: Any) -> None:
        """What the player says on the page that is open."""
        self.inner.evaluate("detail => say(detail)", detail)
        self.pause()

    def answer(self, lesson: str, question: str, answer: str, **more: Any) -> None:
        """A press of Check."""
        detail = {"quiz": "check", "right": True, "key": answer, "points": 1, "of": 1}
        detail |= {"kept": answer} | more
        self.say(type="answer", module=lesson, question=question, answer=answer, **detail)

    def submit(self, lesson: str, points: int, of: int = 3, quiz: str = "check") -> None:
        """A quiz is submitted."""
        self.say(type="quiz", module=lesson, quiz=quiz, points=points, of=of)

    def pause(self) -> None:
        """Until all that was said between lesson and shell was heard, and the LMS told."""
        self.inner.wait_for_load_state("load")
        self.shell.evaluate(ROUND_TRIP)

    def until(self, true: Callable[[], Any], limit: int = 20_000) -> None:
        """Wait for something that will be true."""
        for _ in range(limit // 20):
            if true():
                return
            self.host.wait_for_timeout(20)
        raise AssertionError("it never came true")

    def calls(self) -> list[list[Any]]:
        """Every call so far; each must be one that the run-time accepts."""
        calls: list[list[Any]] = self.host.evaluate("calls")
        for name, first, second, result, typed, error in calls:
            assert typed, f"{name} was given something else than strings: {first!r}, {second!r}"
            if name in ("LMSSetValue", "SetValue"):
                assert (result, error) == ("true", "0"), f"{first} = {second!r} was refused"
                assert second in LEGAL.get(first, {second})
        return [[_old(name), *rest] for name, *rest in calls]

    def names(self) -> list[str]:
        """The functions that were called, in order, as SCORM 1.2 calls them."""
        return [call[0] for call in self.calls()]

    def written(self) -> dict[str, str]:
        """The last value of each element that was written, by its name in SCORM 1.2."""
        told = {call[1]: call[2] for call in self.calls() if call[0] == "LMSSetValue"}
        return self.lms.heard(told)

    def close(self) -> None:
        """The window goes, without a word."""
        assert self.errors == []
        self.context.close()
