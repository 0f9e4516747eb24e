"""A smoke test of every interaction in Debian's Firefox, over http and from a stick.

Firefox offers neither an accessibility tree nor a switch for JavaScript there (`rulings.md` 32).
"""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from browser.learner import served
from kandil.build.pipeline import build
from kandil.build.request import Request

EVERY = Path("tests/courses/every")
VISIT = Path(__file__).with_name("visit.mjs")
FIREFOX = os.environ.get("KANDIL_FIREFOX", "/usr/bin/firefox-esr")
FORMS = {
    *("choice", "true-false", "fill-in", "numeric", "sequencing", "matching"),
    *("poll", "likert", "long-fill-in", "cards", "decision", "branching"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dist = tmp_path_factory.mktemp("every")
    request = Request((EVERY,), "preview", date(2026, 11, 24), ("en",), ("site",), dist)
    assert not [found for found in build(request).problems if found.severity == "error"]
    return dist / "preview/site/every"


@pytest.fixture(scope="module")
def told(site: Path) -> list[Any]:
    """What one browser told of a visit over http and of one from a stick."""
    with served(site) as address:
        lessons = [f"{start}/en/every-1.html" for start in (address, site.as_uri())]
        command = ["node", str(VISIT.resolve()), FIREFOX, *lessons]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stdout + done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("at", [0, 1], ids=["over http", "from a stick"])
def test_every_interaction_works(told: list[Any], at: int) -> None:
    result = told[at]
    assert result["faults"] == []
    assert result["told"].pop("exit") == "Lentil soup"
    assert set(result["told"]) == FORMS
    assert all(result["told"].values()), result["told"]
