"""A plugin of pytest: which tests show that right answers score, as one line of JSON."""

from __future__ import annotations

import json

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    found = {
        (*mark.args, item.location[0].rpartition("/")[2])
        for item in items
        for mark in item.iter_markers("scores")
    }
    print(f"\nSCORES {json.dumps(sorted(found))}")
