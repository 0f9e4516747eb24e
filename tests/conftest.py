"""`--accept` takes what was made for what is expected; `-m quick` runs what needs no browser and no
process, with fewer examples."""

from __future__ import annotations

import examples
import pytest
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
