"""A command that is typed again says what it said, and loads nothing for that."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from kandil.build.again import build_again, build_memo, check_again, check_memo
from kandil.build.memo import FOLDER
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.build.said import Said, Told
from kandil.build.wanted import Asked

DAY = date(2026, 11, 24)
ASKED = Request((Path("tiny"),), "preview", DAY, ("en",), ("site",))
WORDS = ["build", "tiny"]
TOLD = Told("as it was", 1)
COMMAND = """
import sys
from kandil.cli import main
try:
    main()
finally:
    print("typer" in sys.modules, file=sys.stderr)
"""


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a build that was told."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    shutil.copytree("tests/courses/tiny", tmp_path / "tiny")
    monkeypatch.chdir(tmp_path)
    tell(ASKED)
    assert Said(WORDS, DAY).again() == TOLD


def tell(asked: Request) -> None:
    memo = build_memo(asked)
    assert build_again(asked, lambda basis: build(asked, basis=basis), memo).built
    Said(WORDS, DAY).keep(memo, TOLD)


def change_words() -> None:
    path = Path("tiny/modules/tiny-1.md")
    path.write_bytes(path.read_bytes().replace(b"bird", b"bard"))


def lose_a_page() -> None:
    Path("dist/preview/site/tiny/en/tiny-1.html").unlink()


def damage_it() -> None:
    [file] = Path(FOLDER).glob("*.said")
    file.write_bytes(file.read_bytes()[:-9])


def look_into_it() -> None:
    Path(FOLDER).chmod(0o755)


def answer_anew() -> None:
    """The program was ended before it could say it."""
    change_words()
    build_again(ASKED, lambda basis: build(ASKED, basis=basis))


CHANGES = (change_words, lose_a_page, damage_it, look_into_it, answer_anew)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_it_is_asked_anew(said: None, change: Callable[[], None]) -> None:
    change()
    assert Said(WORDS, DAY).again() is None


def test_it_hangs_on_the_words_the_day_and_the_place_of_the_report(
    said: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Said([*WORDS, "--format", "json"], DAY).again() is None
    assert Said(WORDS, DAY + timedelta(1)).again() is None
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert Said(WORDS, DAY).again() is None


def test_nothing_is_kept_of_a_sensitive_course(said: None) -> None:
    """A report quotes the lines that it speaks of."""
    shutil.copytree(Path(__file__).parents[1] / "courses/quiet", "quiet")
    shutil.rmtree(FOLDER)
    for _ in range(2):
        tell(replace(ASKED, folders=(Path("quiet"),)))
        assert not [*Path(FOLDER).glob("*.said")]


def test_nothing_is_kept_where_no_answer_is(said: None) -> None:
    Path("tiny/modules/tiny-1.md").write_text("---\nid: [\n---\n", "utf-8")
    asked = Asked(DAY)
    memo = check_memo(Path("dist"), asked, [Path("tiny")])
    check_again(Path("dist"), asked, [Path("tiny")], lambda basis: ([], True), memo)
    Said(["check"], DAY).keep(memo, TOLD)
    assert Said(["check"], DAY).again() is None


@pytest.mark.parametrize("words", ["check tiny", "check tiny --format json", "build tiny"])
def test_a_command_ends_as_it_did(said: None, words: str) -> None:
    command = [sys.executable, "-c", COMMAND, *words.split()]
    if words.startswith("build"):
        command += ["--edition", "preview", "--as-of", DAY.isoformat()]
    else:
        with Path("tiny/modules/tiny-1.md").open("a", encoding="utf-8") as lesson:
            lesson.write("\nRead [more](gone.md).\n")
    first, second = (subprocess.run(command, capture_output=True, text=True) for _ in range(2))
    assert (first.stdout, first.returncode) == (second.stdout, second.returncode)
    assert first.stderr.split()[-1:] == ["True"]
    assert second.stderr.split()[-1:] == ["False"]
