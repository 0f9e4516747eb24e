"""The course that asks in every way that needs a hand, built once for all tests of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from browser.learner import Learner, served
from kandil.build.pipeline import build
from kandil.build.request import Request
from playwright.sync_api import Browser

COURSE = Path("tests/courses/practice")


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where its site is served."""
    dist = tmp_path_factory.mktemp("practice")
    request = Request((COURSE,), "preview", date(2026, 11, 24), ("en", "ar-XB"), ("site",), dist)
    assert not [found for found in build(request).problems if found.severity == "error"]
    with served(dist / "preview/site/practice") as start:
        yield start


@pytest.fixture
def exercise(browser: Browser, practice: str) -> Iterator[Callable[..., Learner]]:
    """A learner; at the end she has seen no fault."""
    learners: list[Learner] = []

    def begin(**context: Any) -> Learner:
        learners.append(Learner(browser, practice, **context))
        return learners[-1]

    yield begin
    for learner in learners:
        learner.close()
        assert learner.errors == []
