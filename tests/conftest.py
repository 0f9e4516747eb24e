"""`--accept` takes what was made for what is expected; `-m quick` runs what needs no browser and no
process, with fewer examples."""

from __future__ import annotations

from collections.abc import Iterator

import examples
import pytest
from browser.sitting import chromium
from playwright.sync_api import Browser
from quick import is_quick


def pytest_configure(config: pytest.Config) -> None:
    examples.load(config)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite what is expected")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if is_quick(item):
            item.add_marker("quick")


@pytest.fixture
def accepting(request: pytest.FixtureRequest) -> bool:
    """Whether what was made is taken for what is expected, rather than compared."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, one for all rooms: two in a process would not wait for each other."""
    with chromium() as one:
        yield one
