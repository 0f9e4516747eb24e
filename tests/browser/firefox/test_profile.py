"""What Debian's Firefox leaves in a profile on the disk, and behind its Back button."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from browser.firefox.test_firefox import FIREFOX
from browser.profiles import SHOWN, TYPED, WITNESS, every, holding, pieces, sensitive, told

VISIT = Path(__file__).with_name("profile.mjs")


@pytest.mark.parametrize("end", ["exit", "close", "kill"])
def test_nothing_of_her_answers_is_on_the_disk(tmp_path: Path, end: str) -> None:
    """Its session names each control that is not as its page was, by its place in the page."""
    profile, folder = tmp_path / "profile", tmp_path / "site"
    folder.mkdir()
    with sensitive(folder) as start:
        command = [
            "node",
            str(VISIT.resolve()),
            FIREFOX,
            start,
            str(profile),
            end,
            TYPED,
            WITNESS[1],
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["used"] >= 9
    forms = pieces(profile, "sessionstore", b'"formdata":', b"}}")
    assert forms and all(WITNESS[0].encode() in form for form in forms), forms
    assert not [form for form in forms if re.search(rb"q_|todo|every-1", form)]
    assert holding(profile, TYPED) == holding(profile, SHOWN) == []


def test_after_the_exit_back_does_not_show_the_lesson(tmp_path: Path) -> None:
    with sensitive(tmp_path) as start:
        command = ["node", str(VISIT.with_name("back.mjs").resolve()), FIREFOX, start]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["moves"] >= 8
    assert told["titles"] == ["Lentil soup", "Other"]


@pytest.mark.parametrize(
    ("way", "end"), [("exit", "close"), ("exit", "kill"), ("clear", "kill"), ("remove", "kill")]
)
def test_what_she_let_it_keep_tells_no_answer(tmp_path: Path, way: str, end: str) -> None:
    """In a course with an exit: a kill finds the record whole, as it is removed after seconds."""
    profile, folder = tmp_path / "profile", tmp_path / "site"
    folder.mkdir()
    visit = str(VISIT.with_name("kept.mjs").resolve())
    with every(folder) as start:
        command = ["node", visit, FIREFOX, start, str(profile), way, end, TYPED]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert [*json.loads(done.stdout)["lessons"]["every-1"]] == ["points", "part"]
    assert holding(profile, "k.every") or end == "close"
    assert told(profile) == []
