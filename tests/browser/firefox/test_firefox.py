"""A smoke test of every interaction in Debian's Firefox, over http and from a stick.

Firefox offers neither an accessibility tree nor a switch for JavaScript there (`rulings.md` 32).
"""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from pathlib import Path

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


def visit(address: str) -> None:
    command = ["node", str(VISIT.resolve()), FIREFOX, f"{address}/en/every-1.html"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=VISIT.parent)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["faults"] == []
    assert result["told"].pop("exit") == "Lentil soup"
    assert set(result["told"]) == FORMS
    assert all(result["told"].values()), result["told"]


def test_over_http(site: Path) -> None:
    with served(site) as address:
        visit(address)


def test_from_a_stick(site: Path) -> None:
    visit(site.as_uri())
