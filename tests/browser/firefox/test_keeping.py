"""What Debian's Firefox keeps with consent, over http and from a stick."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from browser.firefox.test_firefox import FIREFOX
from browser.keeping import hosted, keeping

KEEP = Path(__file__).with_name("keep.mjs")


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What one browser told of a visit over http and of one from a stick."""
    folder = tmp_path_factory.mktemp("keeping")
    with hosted(folder, keeping()) as address:
        command = ["node", str(KEEP.resolve()), FIREFOX, address, folder.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stdout + done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("at", [0, 1], ids=["over http", "from a stick"])
def test_results_are_kept(visits: list[Any], at: int) -> None:
    assert visits[at]["faults"] == []
    told = visits[at]["told"]
    assert told["stored"] == ["k.tin"]
    assert told["again"] == told["first"]
    assert "You have 2 of 2 points." in told["result"]
    assert not set(told["second"]) & set(told["first"])
    assert "You have 2 of 7 points in the whole course." in told["results"]
