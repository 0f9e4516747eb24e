"""Real content types play in a browser, where somebody has a folder of them: `H5P_LIBRARIES=DIR`.

No registry has them, so without that folder nothing here runs, and it says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any
from zipfile import ZipFile

import pytest
from exporters.h5p_files import asked, packages
from kandil.exporters._h5p.libraries import LIBRARIES
from kandil.model.interactions import Choice, Interaction, Matching, Sequencing
from playwright.sync_api import Browser, Frame
from standin import course, edition, module, quiz

FOLDER = os.environ.get("H5P_LIBRARIES", "")
PLAYER = Path(__file__).parents[1] / "node_modules/h5p-standalone/dist"
TYPED = {"gap": ("Mail", "letter"), "number": ("3", "4")}
"""Into each gap: what is right, and what is wrong."""
PAGE = """<!doctype html><meta charset="utf-8"><div id="there"></div>
<script src="/player/main.bundle.js"></script><script>
said = [];
new H5PStandalone.H5P(document.getElementById('there'), {
  h5pJsonPath: '/package', librariesPath: '/libraries',
  frameJs: '/player/frame.bundle.js', frameCss: '/player/styles/h5p.css',
}).then(function () { ready = true; });
</script>"""
LISTEN = """H5P.externalDispatcher.on('xAPI', function (event) {
  top.said.push(JSON.parse(JSON.stringify(event.data.statement)));
})"""
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="NOT RUN: H5P_LIBRARIES names no folder of real libraries"
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        """Nothing."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "player").symlink_to(PLAYER)
    (tmp_path / "libraries").symlink_to(Path(FOLDER).absolute())
    made = packages(edition(course(module("tin-1", quiz(*questions())))))
    with ZipFile(BytesIO(made["tin-1-check.h5p"])) as archive:
        archive.extractall(tmp_path / "package")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def questions() -> list[Interaction]:
    """All but those that are dragged where that library lies there as it is written, not built."""
    drag = next(one for one in LIBRARIES.values() if one.name == "H5P.DragText")
    built = Path(FOLDER, f"{drag.name}-{drag.major}.{drag.minor}", "dist").is_dir()
    return [one for one in asked() if built or not isinstance(one, Matching | Sequencing)]


@pytest.mark.parametrize("right", [True, False])
def test_a_right_answer_scores_and_a_wrong_one_does_not(
    right: bool, browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 1200})
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(address)
    page.wait_for_function("window.ready")
    frame = page.frames[-1]
    frame.wait_for_function("window.H5P && H5P.instances.length")
    frame.evaluate(LISTEN)
    frame.click(".qs-startbutton")
    for question in questions():
        answer(frame, question, right)
        frame.locator(".h5p-question-check-answer:visible").first.click()
        frame.locator(".h5p-question-next:visible, .h5p-question-finish:visible").first.click()
    page.wait_for_function("said.some(one => one.verb.id.endsWith('completed'))")
    said = page.evaluate("said")
    page.close()
    scores = [share(one) for one in said if one["verb"]["id"].endswith("answered")]
    assert scores == [float(right)] * len(questions())
    assert [share(one) for one in said if one["verb"]["id"].endswith("completed")] == [right]
    assert failed == []


def share(statement: dict[str, Any]) -> float:
    score = statement["result"]["score"]
    return float(score["raw"] / score["max"])


def answer(frame: Frame, question: Interaction, right: bool) -> None:
    match question:
        case Choice(form="true_false"):
            frame.locator(".h5p-true-false-answer:visible").nth(0 if right else 1).click()
        case Choice():
            for one in question.options:
                if one.right is right and one.text:
                    row = frame.locator(".h5p-answer:visible").filter(has_text=one.text.plain)
                    row.first.click()
        case Matching() | Sequencing():
            drag(frame, question, right)
        case _:
            frame.locator("input.h5p-text-input:visible").first.fill(TYPED[question.id][not right])


def drag(frame: Frame, question: Matching | Sequencing, right: bool) -> None:
    """Each word into its own gap, or into the next one, by the keyboard."""
    words = [one.text.plain for one in question.items]
    if isinstance(question, Matching):
        homes = {one.letter: one.text.plain for one in question.targets}
        words = [homes[one.home] for one in question.items]
    for number, word in enumerate(words if right else [*words[1:], words[0]], 1):
        named = frame.get_by_text(word, exact=True)
        piece = frame.locator(".ui-draggable:visible", has=named).first
        piece.press("Enter")
        frame.locator(f'[aria-label^="Gap {number}"]:visible').press("Enter")
