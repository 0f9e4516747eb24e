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


def visit(address: str) -> dict[str, Any]:
    command = ["node", str(KEEP.resolve()), FIREFOX, address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=KEEP.parent)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["faults"] == []
    return dict(result["told"])


@pytest.mark.parametrize("stick", [False, True])
def test_results_are_kept(tmp_path: Path, stick: bool) -> None:
    with hosted(tmp_path, keeping()) as address:
        told = visit(tmp_path.as_uri() if stick else address)
    assert told["stored"] == ["k.tin"]
    assert told["again"] == told["first"]
    assert "You have 2 of 2 points." in told["result"]
    assert not set(told["second"]) & set(told["first"])
    assert "You have 2 of 7 points in the whole course." in told["results"]
