"""`--accept` takes what was built for what is expected; Hypothesis has no stopwatch."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("kandil", deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.load_profile("kandil")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite what is expected")
