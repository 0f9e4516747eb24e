"""Hypothesis: 200 examples at the desk, 2,000 in CI."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("desk", max_examples=200, deadline=None, suppress_health_check=_SLOW)
settings.register_profile(
    "ci", max_examples=2000, deadline=None, suppress_health_check=_SLOW, derandomize=True
)
settings.load_profile("ci" if os.environ.get("CI") or os.environ.get("KANDIL_CI") else "desk")
