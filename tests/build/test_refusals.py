"""A check says what a format cannot hold, before any build of it stops (`rulings.md` 42)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from folder import small
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.build.wanted import Asked
from kandil.commands.check import _check
from kandil.exporters._scorm.launched import LIMITS
from kandil.problems import errors

DAY = date(2026, 11, 24)
QUIZ = (
    "## Quiz: {0}\n\n<!-- id: {0} -->\n\n### Question: Which?\n\n<!-- id: {0}-1 -->\n\n"
    "- [x] This\n  > Yes.\n- [ ] That\n  > No.\n- [ ] More\n  > No.\n\n"
)


@pytest.mark.parametrize(("limit", "codes"), [(10, {"V008"}), (40, set())])
def test_what_an_lms_cannot_keep_is_told_by_a_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int, codes: set[str]
) -> None:
    monkeypatch.setitem(LIMITS, "scorm12", limit)
    folder = small(tmp_path / "c", QUIZ.format("a") + QUIZ.format("b"))
    told = errors(_check([folder], Asked(DAY))[0])
    assert [(one.code, one.place.file) for one in told] == [
        (code, f"{folder}/course.yml") for code in codes
    ]
    built = build(Request((folder,), "preview", DAY, (), ("scorm12",), tmp_path / "dist"))
    assert {one.code for one in errors(built.problems)} == codes


@pytest.mark.parametrize(
    ("form", "typed", "code"),
    [("h5p", ("libraries", "nowhere"), "V047"), ("scorm2004", ("order", "fixed"), "C025")],
)
def test_a_build_does_not_begin_with_what_a_format_refuses(
    tmp_path: Path, form: str, typed: tuple[str, str], code: str
) -> None:
    folder = small(tmp_path / "c", QUIZ.format("a"))
    dist = tmp_path / "dist"
    built = build(Request((folder,), "preview", DAY, (), ("site", form), dist, settings=(typed,)))
    assert {one.code for one in errors(built.problems)} == {code}
    assert not (dist / "preview").exists()
