"""The report for those who verify, as they call it once a month."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from called import Said, kandil, process
from kandil.territory.status import contact_lines
from territory.sample import DAY, contact, territory


@pytest.fixture
def project(tmp_path: Path) -> Path:
    draft = contact(name="ge-draft", status="draft", number="0 322 000 003")
    alone = contact(name="ge-alone", number="0 322 000 004").replace("line manager", "focal point")
    closed = contact(name="ge-closed", status="closed")
    old = contact(100, "ge-old", number="0 322 000 005")
    new = contact(3, "ge-new", number="0 322 000 006")
    mid = contact(40, "md-mid", number="0 22 000 007").replace("[GE]", "[MD]")
    territory(tmp_path, closed, draft, new, alone, old)
    territory(tmp_path, mid, code="MD")
    return tmp_path


def test_the_most_urgent_comes_first(project: Path) -> None:
    lines, problems = contact_lines(project, DAY)
    assert problems == []
    mine = [line for line in lines if line.territory in ("GE", "MD") and line.days_left is not None]
    assert [(line.contact, line.days_left) for line in mine] == [
        ("ge-old", -10), ("ge-new", 87), ("md-mid", 50),
    ]  # fmt: skip
    georgia = [line.contact for line in lines if line.territory == "GE"]
    assert georgia == ["ge-old", "ge-alone", "ge-new", "ge-draft", "ge-closed"]
    assert [line.territory for line in lines[:6]] == ["GE"] * 5 + ["MD"]


def run(folder: Path, *words: str) -> Said:
    return kandil(folder, "contacts", ".", "--as-of", str(DAY), *words)


def test_in_words(project: Path) -> None:
    done = run(project)
    assert done.returncode == 0
    assert "GE\n  ge-old: 10 days late\n  ge-alone: left out: one person alone" in done.stdout
    assert "ge-new: 87 days left\n" in done.stdout
    assert "ge-draft: draft" in done.stdout
    assert "3 verified, " in done.stdout


def test_what_a_draft_lacks_is_said(project: Path) -> None:
    bare = contact(name="ge-bare", status="draft", number="0 322 000 008")
    territory(project, bare.replace("https://example.com", "example.com"))
    lines = {line.contact: line for line in contact_lines(project, DAY)[0]}
    assert lines["ge-bare"].why.startswith("it has fewer than two pages of evidence")
    assert "'example.com/ge-bare' is no whole address" in lines["ge-bare"].why
    assert "kinds" not in lines["ge-bare"].why
    assert "ge-bare: draft: it has fewer than two" in run(project).stdout


def test_for_a_machine(project: Path) -> None:
    (project / "locales/territories/TM.yml").write_text("territory: TM\nname: x\n", "utf-8")
    done = run(project, "--format", "json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert {one["contact"]: one["days_left"] for one in told["contacts"]}["md-mid"] == 50
    assert {one["code"] for one in told["problems"]} == {"C001"}


def test_the_command_without_a_date_takes_today(project: Path) -> None:
    done = process(project, "contacts")
    assert done.returncode == 0
    assert "ge-old" in done.stdout


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_folder_that_is_not_there_is_said(project: Path, form: str) -> None:
    done = kandil(project, "contacts", "gone", "--format", form)
    assert done.returncode == 1
    assert "There is no folder 'gone'" in done.stdout and "verified" not in done.stdout
