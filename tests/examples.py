"""How many examples Hypothesis tries: some by `make test`, few in a quick run, more in CI."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
_USUAL = 100
"""Of a test that says no number."""
_TENTH = 10
_asked = {"quick": False, "ci": False}


def load(config: pytest.Config) -> None:
    """Before any test is collected; without a stopwatch, and the same ones every time."""
    _asked["quick"] = config.getoption("markexpr") == "quick"
    _asked["ci"] = bool(os.environ.get("CI"))
    own = settings(
        deadline=None,
        suppress_health_check=_SLOW,
        derandomize=True,
        max_examples=_USUAL // (_TENTH if _asked["quick"] else 1),
    )
    settings.register_profile("kandil", own)
    settings.load_profile("kandil")


def some(number: int, ci: int = 0) -> settings:
    """So many for a test, `ci` where CI runs; a tenth where it must be quick."""
    if _asked["quick"]:
        return settings(max_examples=max(1, number // _TENTH))
    return settings(max_examples=ci if ci and _asked["ci"] else number)
