"""A right answer scores and a wrong one does not, in the real run-time of an LMS (scorm-again)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from browser.learner import hand_in
from browser.lms import Lessons, served
from browser.sitting import Sitting
from browser.test_scorm12_course import answer
from exporters.asked import EVERY
from kandil.exporters.scorm12 import EXPORTER
from kandil.model.course import FormatSetting
from kandil.package.archive import write_archive
from kandil.render.site.pages import render
from playwright.sync_api import Browser
from standin import HERE, course, edition, module, quiz

SCORED = {name: question for name, question in EVERY.items() if question.scored}


@pytest.fixture(scope="module")
def lms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lessons]:
    """It holds real pages: a lesson a question, each a SCO of its own."""
    lessons = (module(name, quiz(question)) for name, question in SCORED.items())
    made = course(*lessons, settings=(FormatSetting("scorm12", "scos", "module", HERE),))
    [artefact] = EXPORTER.artefacts([edition(made)], render, EXPORTER.options(made))
    package = tmp_path_factory.mktemp("lms") / artefact.name
    write_archive(package, artefact.files())
    assert [*EXPORTER.verify(package)] == []
    with served(package, Lessons) as held:
        yield held


@pytest.fixture
def open_lesson(browser: Browser, lms: Lessons) -> Iterator[Callable[[str], Sitting]]:
    sittings: list[Sitting] = []

    def begin(name: str) -> Sitting:
        lms.scos.clear()
        sittings.append(Sitting(browser, lms, None, f"start-{name}.html"))
        sittings[-1].inner.wait_for_url(f"**/{name}.html")
        sittings[-1].pause()
        return sittings[-1]

    yield begin
    for sitting in sittings:
        sitting.calls()
        sitting.close()


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.scores("scorm12", SCORED[name].name)) for name in SCORED],
)
@pytest.mark.parametrize("right", [True, False])
def test_what_is_right_scores_and_what_is_wrong_does_not(
    open_lesson: Callable[[str], Sitting], name: str, right: bool
) -> None:
    sitting = open_lesson(name)
    answer(sitting, right)
    hand_in(sitting.inner)
    raw = "100" if right else "0"
    sitting.until(lambda: sitting.lms.stored.get("cmi.core.score.raw") == raw)
    stored = sitting.lms.stored
    assert stored["cmi.core.lesson_status"] == ("passed" if right else "incomplete")
    assert stored["cmi.interactions.0.id"] == f"{name}-{name}"
    assert stored["cmi.interactions.0.result"] == ("correct" if right else "wrong")
