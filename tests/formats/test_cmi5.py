"""A right answer scores and a wrong one does not, by what a real LRS holds of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.launcher import Launcher, launching
from browser.learner import hand_in
from browser.lrs import running
from browser.lrsroom import warnings
from browser.sitting import Sitting
from browser.test_scorm12_course import answer
from exporters.asked import EVERY
from kandil.exporters.cmi5 import EXPORTER, Cmi5Options
from kandil.package.archive import write_archive
from kandil.render.site.pages import render
from playwright.sync_api import Browser
from standin import course, edition, module, quiz

SCORED = {name: question for name, question in EVERY.items() if question.scored}


@pytest.fixture(scope="module")
def lms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launcher]:
    """It launches real pages: a lesson a question, each an AU of its own."""
    folder: Path = tmp_path_factory.mktemp("cmi5")
    made = edition(course(*(module(name, quiz(question)) for name, question in SCORED.items())))
    [artefact] = EXPORTER.artefacts([made], render, Cmi5Options("full", "module"))
    write_archive(folder / artefact.name, artefact.files())
    assert [*EXPORTER.verify(folder / artefact.name)] == []
    with running(folder) as lrs, launching(folder / artefact.name, lrs) as held:
        yield held


@pytest.fixture
def open_lesson(browser: Browser, lms: Any) -> Iterator[Callable[[str], Sitting]]:
    """By a learner who has done nothing yet."""
    sittings: list[Sitting] = []

    def begin(name: str) -> Sitting:
        lms.enrol()
        sittings.append(Sitting(browser, lms, None, f"start-{name}.html"))
        sittings[-1].inner.wait_for_url(f"**/{name}.html")
        sittings[-1].pause()
        return sittings[-1]

    yield begin
    for sitting in sittings:
        sitting.close()


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.scores("cmi5", SCORED[name].name)) for name in SCORED],
)
@pytest.mark.parametrize("right", [True, False])
def test_what_is_right_scores_and_what_is_wrong_does_not(
    open_lesson: Callable[[str], Sitting], lms: Launcher, name: str, right: bool
) -> None:
    sitting = open_lesson(name)
    answer(sitting, right)
    hand_in(sitting.inner)
    sitting.until(lambda: lms.state.get("score.raw") == ("100" if right else "0"))
    over = ["passed", "completed"] if right else []
    sitting.until(lambda: lms.verbs() == ["initialized", "answered", *over])
    said = lms.said()
    assert said[1]["object"]["id"].endswith(f"#{name}-{name}")
    assert said[1]["result"]["success"] is right
    # What is no number is no response to a question for one.
    assert said[1]["result"].get("response") or (name, right) == ("number", False)
    assert said[1]["object"]["definition"]["correctResponsesPattern"]
    assert [one["result"].get("score") for one in said[2:3]] == [{"scaled": 1}][: len(over)]
    assert warnings(said) == []
