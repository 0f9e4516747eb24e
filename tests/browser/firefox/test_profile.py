"""What Debian's Firefox leaves in a profile on the disk, and behind its Back button."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from browser.firefox.test_firefox import FIREFOX
from browser.profiles import SHOWN, TYPED, WITNESS, holding, hosts, pieces, sensitive, told

HERE = Path(__file__).resolve().parent
WAYS = ("exit", "clear", "remove")
"""In which what was kept is removed."""


def ran(script: str, *arguments: object) -> Any:
    """What a visit printed."""
    command = ["node", str(HERE / script), FIREFOX, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_of_her_answers_is_on_the_disk(tmp_path: Path) -> None:
    """Its session names each control that is not as its page was, by its place in the page. She
    leaves one lesson by its exit, another stands open when the browser dies or is closed."""
    profile, folder, killed = (tmp_path / name for name in ("profile", "site", "killed"))
    folder.mkdir()
    with sensitive(folder) as start:
        used = ran("profile.mjs", start, profile, killed, TYPED, WITNESS[1])["used"]
    assert [*used] == ["exit", "open"] and min(used.values()) >= 9
    for left in (killed, profile):
        forms = pieces(left, "sessionstore", b'"formdata":', b"}}")
        assert forms and all(WITNESS[0].encode() in form for form in forms), (left, forms)
        assert not [form for form in forms if re.search(rb"q_|todo|every-1", form)], left
        for words in (TYPED, TYPED + "exit", TYPED + "open", SHOWN):
            assert holding(left, words) == [], (left, words)


def test_after_the_exit_back_does_not_show_the_lesson(tmp_path: Path) -> None:
    with sensitive(tmp_path) as start:
        told = ran("back.mjs", start)
    assert told["moves"] >= 8
    assert told["titles"] == ["Lentil soup", "Other"]


def test_what_she_let_it_keep_tells_no_answer(tmp_path: Path) -> None:
    """In a course with an exit: a kill finds the record whole, as it is removed after seconds."""
    profile, folder, copies = (tmp_path / name for name in ("profile", "site", "copies"))
    folder.mkdir()
    with hosts(folder, len(WAYS)) as starts:
        visits = [one for visit in zip(WAYS, starts, strict=True) for one in visit]
        records = ran("kept.mjs", profile, copies, TYPED, *visits)
    for way, start in zip(WAYS, starts, strict=True):
        assert [*records[way]["lessons"]["every-1"]] == ["points", "part"], way
        killed, port = copies / way, start.rpartition(":")[2]
        assert [file for file in holding(killed, "k.every") if f"+{port}/ls/" in file], way
        assert told(killed) == [], way
    assert told(profile) == []
