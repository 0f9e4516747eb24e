"""Words without a number to call are looked at once, and only as long as all is as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from kandil.build.basis import Basis
from kandil.build.inventory import Inventory
from kandil.build.notes import Notes, row_of
from kandil.build.numberless import Numberless
from kandil.model.edition import Edition
from kandil.verify.shown import Shown
from standin import course, edition, module

SHOWN = [Shown("a.html", "Lesson 1 of 100"), Shown("a.html", "Call 0 800 123 456")]


def basis(folder: Path, **digests: str) -> Basis:
    notes = Notes(folder, 0, "run")
    notes.begin()
    return Basis(notes, "mark", Inventory({}, digests))


def looked(of: Edition, at: Basis | None) -> tuple[int, int]:
    """Words that were known before, and numbers that were found."""
    numberless = Numberless([of], at)
    found = [*numberless.numbers.check(SHOWN)]
    numberless.note()
    if at:
        at.notes.settle()
    return len(numberless._known), len(found)


def test_what_held_no_number_is_known(tmp_path: Path) -> None:
    assert [looked(edition(), basis(tmp_path)) for _ in range(2)] == [(0, 1), (1, 1)]
    assert looked(edition(), None) == (0, 1)


@pytest.mark.parametrize("change", ["files", "allowed", "locale"])
def test_it_hangs_on_what_says_which_numbers_there_are(tmp_path: Path, change: str) -> None:
    looked(edition(), basis(tmp_path))
    other = {
        "files": (edition(), basis(tmp_path, GE="new")),
        "allowed": (replace(edition(), allowed=frozenset({"0800123456"})), basis(tmp_path)),
        "locale": (edition(locale="uk"), basis(tmp_path)),
    }
    assert looked(*other[change])[0] == 0


def test_nothing_is_kept_of_a_sensitive_course(tmp_path: Path) -> None:
    quiet = edition(course(module("tin-1", sensitivity="depicts")))
    for _ in range(2):
        assert looked(quiet, basis(tmp_path)) == (0, 1)
    assert not [*tmp_path.iterdir()]


def test_a_damaged_note_is_none(tmp_path: Path) -> None:
    looked(edition(), basis(tmp_path))
    [note] = tmp_path.iterdir()
    for answer in ([["words", "en"]], [[["words"], "en", False]], "words", [1]):
        notes, row = basis(tmp_path).notes, row_of(note.name, answer)
        assert row
        with notes.writing(note.name) as rows:
            rows.add(note.name, row)
        notes.settle()
        assert looked(edition(), basis(tmp_path)) == (0, 1)
