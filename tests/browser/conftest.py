"""A browser for the whole run, and an LMS and a learner for each test."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from browser import learner, lrsroom
from browser.clauses import breaches
from browser.launcher import Launcher, launching
from browser.lms import Lms, served
from browser.lms2004 import OTHERS
from browser.lrs import Lrs, running
from browser.sitting import Sitting, package
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.model.course import Course, Profile
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site.pages import render
from playwright.sync_api import Browser
from standin import edition

QUIET = Path("tests/courses/quiet")
TINY = Path("tests/courses/tiny")
PRIVATE = Path("tests/courses/private")
FORMATS = ("site", "scorm12")


@pytest.fixture
def standard() -> str:
    """The format that is tried; a file of tests that asks both has a fixture of its own."""
    return "scorm12"


@pytest.fixture
def lms_of(tmp_path: Path, standard: str) -> Iterator[Callable[..., Lms]]:
    """An LMS that holds a package of this profile and course."""
    with ExitStack() as stack:

        def make(profile: Profile = "full", of: Course | None = None, kind: type[Lms] = Lms) -> Lms:
            speaks = kind if standard == "scorm12" else OTHERS[kind]
            packed = package(tmp_path, profile, of, form=standard)
            return stack.enter_context(served(packed, speaks))

        yield make


@pytest.fixture(scope="session")
def lrs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lrs]:
    """One for the run: each test has a registration of its own."""
    with running(tmp_path_factory.mktemp("lrs")) as one:
        yield one


@pytest.fixture
def cmi5_of(tmp_path: Path, lrs: Lrs) -> Iterator[Callable[..., Launcher]]:
    """An LMS that launches a cmi5 package of this profile and course; at the end no clause is
    broken by what was said, nor a rule of xAPI."""
    made: list[Launcher] = []
    with ExitStack() as stack:

        def make(
            profile: Profile = "full", of: Course | None = None, aus: str = "course"
        ) -> Launcher:
            package = lrsroom.package(tmp_path, profile, of, aus)
            made.append(stack.enter_context(launching(package, lrs)))
            return made[-1]

        yield make
        for lms in made:
            assert lrsroom.warnings(lms.said()) == []
            for unit in lms.units:
                own = [one for one in lms.said() if unit["id"] in json.dumps(one["context"])]
                assert breaches(own, lms.of(unit["url"]).known) == []


@pytest.fixture
def sit(browser: Browser) -> Iterator[Callable[[Lms], Sitting]]:
    """A sitting that is closed at the end."""
    sittings: list[Sitting] = []

    def begin(lms: Lms) -> Sitting:
        sittings.append(Sitting(browser, lms))
        return sittings[-1]

    yield begin
    for sitting in sittings:
        sitting.close()


@pytest.fixture(scope="session")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sensitive course in each format, in a left-to-right and a right-to-left edition."""
    dist = tmp_path_factory.mktemp("quiet")
    request = Request((QUIET,), "preview", date(2026, 11, 24), ("en", "ar-XB"), FORMATS, dist)
    assert not [found for found in build(request).problems if found.severity == "error"]
    return dist / "preview"


@pytest.fixture(scope="session")
def quiet_site(quiet: Path) -> Iterator[str]:
    """Where its site is served."""
    with learner.served(quiet / "site/quiet") as start:
        yield start


@pytest.fixture
def hide(browser: Browser, quiet_site: str) -> Iterator[Callable[..., learner.Learner]]:
    """A learner of the sensitive course; at the end she has seen no fault, and nobody her."""
    learners: list[learner.Learner] = []

    def begin(start: str = quiet_site, **context: Any) -> learner.Learner:
        learners.append(learner.Learner(browser, start, **context))
        return learners[-1]

    yield begin
    for one in learners:
        one.close()
        assert one.errors == []
        assert not [url for url in one.requests if not url.startswith(("file:", quiet_site))]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course as a site, as `kandil build` makes it."""
    dist = tmp_path_factory.mktemp("dist")
    request = Request((TINY,), "preview", date(2026, 11, 24), ("en", "ar-XB"), ("site",), dist)
    assert not [found for found in build(request).problems if found.severity == "error"]
    return dist / "preview/site/tiny"


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    with learner.served(built) as start:
        yield start


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., learner.Learner]]:
    """A learner; at the end she has seen no fault and asked nothing of another host."""
    learners: list[learner.Learner] = []

    def begin(start: str = address, **context: Any) -> learner.Learner:
        learners.append(learner.Learner(browser, start, **context))
        return learners[-1]

    yield begin
    for one in learners:
        one.close()
        assert one.errors == []
        assert not [url for url in one.requests if not url.startswith(("file:", address))]


@pytest.fixture(scope="session")
def private_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The course in which nothing is right or wrong: plain, hidden, and from right to left."""
    folder = tmp_path_factory.mktemp("private")
    course, problems = read_course(PRIVATE, find_questions())
    assert course, problems
    [lesson] = course.modules
    made = {
        "en": edition(course),
        "ar-XB": edition(course, "ar-XB"),
        "hushed": edition(replace(course, sensitive_setting=True)),
        "minimal": edition(replace(course, sensitive_setting=True, history="minimal")),
        "open": edition(replace(course, modules=(replace(lesson, sensitivity="none"),))),
    }
    for name, one in made.items():
        (folder / name).mkdir()
        learner.write(render(one), folder / name)
    with learner.served(folder) as start:
        yield start


@pytest.fixture
def alone(browser: Browser, private_site: str) -> Iterator[Callable[..., learner.Learner]]:
    """A learner of that course; at the end she has seen no fault, and nothing left the page."""
    learners: list[learner.Learner] = []

    def begin(**context: Any) -> learner.Learner:
        learners.append(learner.Learner(browser, private_site, **context))
        return learners[-1]

    yield begin
    for one in learners:
        assert one.context.storage_state() == {"cookies": [], "origins": []}
        one.close()
        assert one.errors == []
        assert not [url for url in one.requests if not url.startswith(private_site)]
