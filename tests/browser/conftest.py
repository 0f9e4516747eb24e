"""A browser for the whole run, and an LMS and a learner for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browser.lms import Lms, served
from browser.sitting import Sitting, chromium, package
from kandil.model.course import Course, Profile
from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with chromium() as one:
        yield one


@pytest.fixture
def lms_of(tmp_path: Path) -> Iterator[Callable[..., Lms]]:
    """An LMS that holds a package of this profile and course."""
    with ExitStack() as stack:

        def make(profile: Profile = "full", of: Course | None = None) -> Lms:
            return stack.enter_context(served(package(tmp_path, profile, of)))

        yield make


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
