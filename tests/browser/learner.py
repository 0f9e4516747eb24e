"""A learner at the pages of a built folder: opens them, answers, and is watched for requests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from kandil.render.site.pages import Pages
from playwright.sync_api import Browser, Frame, Locator, Page

AXE = Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"
PHONE = {"width": 360, "height": 640}
REACH = """box => {
  const quiz = box.closest('.quiz');
  const asked = quiz ? [...quiz.querySelectorAll('.q[id]')].filter(one => !one.hidden) : [];
  const dot = quiz && quiz.querySelectorAll('.dots button')[asked.indexOf(box)];
  if (dot && box.matches('.off')) dot.click();
}"""
OPEN = "document.querySelectorAll('.part').forEach(part => { part.hidden = false; })"
"""All parts of a lesson, as the browser's own search opens them."""
RESTORE = "answers => { kandil.kept = {answers}; kandil.parts.forEach(part => part()); }"
"""Answers that were kept, once all scripts have come."""
LISTEN = "window.heard = []; document.addEventListener('kandil', e => heard.push(e.detail));"


def reach(page: Page | Frame, name: str) -> Locator:
    """The card of a question; where its quiz shows another one, by the circle that leads to it."""
    card = page.locator(f"#q_{name}")
    if card.count():
        card.evaluate(REACH)
    return card


def hand_in(page: Page | Frame) -> None:
    """Each quiz, by the button behind its last question; once more where others are open, or where
    the page moved under the pointer."""
    for quiz in page.locator(".quiz").all():
        dots = quiz.locator(".dots button")
        button = quiz.locator(".go button", has_text="Show my result")
        for _ in range(3):
            if quiz.evaluate("quiz => quiz.classList.contains('over')"):
                break
            if dots.count():
                dots.last.click()
            if button.is_visible():
                button.click()


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    disable_nagle_algorithm = True

    def log_message(self, *message: Any) -> None:
        """No lines between those of the tests."""


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a server of this folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def write(pages: Pages, folder: Path) -> None:
    """The pages of an edition that no trainer's file describes."""
    for page in pages.pages():
        (folder / page.path).write_text(page.html, "utf-8")
    for name, content in pages.assets():
        (folder / name).write_bytes(content)


class Learner:
    """One visitor with one tab; `errors` and `requests` must stay as a page promises."""

    def __init__(self, browser: Browser, start: str, **context: Any) -> None:
        self.start = start
        self.scripts = context.get("java_script_enabled", True)
        self.context = browser.new_context(**{"viewport": PHONE, **context})
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self._console(message.type, message.text))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.add_init_script(LISTEN)

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.errors.append(text)

    def open(self, path: str) -> Page:
        """A page of the folder."""
        self.page.goto(f"{self.start}/{path}")
        self.come_near()
        return self.page

    def come_near(self) -> None:
        """Scroll to the first question, so that the scripts come, and back to the top."""
        self.page.evaluate(OPEN)
        first = self.page.locator(".q").first
        if self.scripts and first.count():
            # It may be one that is not asked: then the scripts have come already.
            first.evaluate("box => box.scrollIntoView()")
            self.page.locator("html.js").wait_for()
            self.page.evaluate("scrollTo(0, 0)")

    def until(self, true: str, limit: int = 4000) -> None:
        """Wait for an expression; Playwright's own way is refused by the policy of the page."""
        for _ in range(limit // 20):
            if self.page.evaluate(true):
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(f"never: {true}")

    def question(self, name: str) -> Locator:
        """The card of a question, once it is its turn."""
        return reach(self.page, name)

    def answer(self, name: str, *answers: str) -> None:
        """Press the answers with these words, then the button."""
        card = self.question(name)
        for words in answers:
            card.locator("[type=A] label", has_text=words).first.click()
        self.check(name)

    def fill(self, name: str, *answers: str) -> None:
        """Write into the gaps, then press the button."""
        gaps = self.question(name).locator("fieldset input")
        for index, words in enumerate(answers):
            gaps.nth(index).fill(words)
        self.check(name)

    def check(self, name: str) -> None:
        """The main button."""
        self.question(name).locator(".go button").first.click()

    def hand_in(self) -> None:
        """All quizzes of the page."""
        hand_in(self.page)

    def show(self, name: str) -> Locator:
        """The quiet button."""
        return self.question(name).locator(".go button").nth(1)

    def heard(self, kind: str) -> list[dict[str, Any]]:
        """What the player reported."""
        found: list[dict[str, Any]] = self.page.evaluate("heard")
        return [detail for detail in found if detail["type"] == kind]

    def focused(self) -> str:
        """The words of the element that has the focus."""
        return str(self.page.evaluate("document.activeElement.textContent"))

    def axe(self) -> list[str]:
        """What axe-core finds, AAA contrast and good practice included.

        From the top of the page: axe takes a row that is half under the bar for a small one.
        """
        self.page.evaluate("scrollTo(0, 0)")
        # Through the debugger, not as a <script>: the page's own policy forbids that, rightly.
        for frame in self.page.frames:
            frame.wait_for_load_state("load")
            frame.evaluate(AXE.read_text("utf-8"))
        tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        # What passes need not be told of.
        run = "tags => axe.run({runOnly: tags, resultTypes: ['violations']})"
        run += ".then(r => r.violations.map(v => v.id + ' ' +"
        run += " v.nodes.map(n => n.target + ': ' + n.failureSummary).join('; ')))"
        return list(self.page.evaluate(run, tags))

    def close(self) -> None:
        """End of the visit."""
        self.context.close()
