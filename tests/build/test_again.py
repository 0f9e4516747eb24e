"""A second run answers as the first one did, and only where nothing has changed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest
from kandil.build import memo
from kandil.build.again import WORDLESS, build_again, check_again
from kandil.build.basis import Basis
from kandil.build.memo import FOLDER, Memo, remove_cache
from kandil.build.outcome import Outcome
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.build.table import Table
from kandil.build.wanted import Asked
from kandil.commands.check import _check
from kandil.problems import Problem
from territory.sample import contact, territory

DAY = date(2026, 11, 24)
ASKED = Request((Path("tiny"),), "preview", DAY, ("en", "uk"), ("site",), Path("dist"))


class Counted:
    """Builds, and counts how often it had to."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, asked: Request = ASKED) -> Outcome:
        def cold(basis: Basis | None) -> Outcome:
            self.times += 1
            return build(asked, basis=basis)

        return build_again(asked, cold)


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counted:
    shutil.copytree("tests/courses/tiny", tmp_path / "tiny")
    monkeypatch.chdir(tmp_path)
    return Counted()


def test_what_was_answered_is_answered_again(counted: Counted) -> None:
    first, second = counted(), counted()
    assert counted.times == 1
    assert second.rows == first.rows
    assert second.problems == first.problems
    assert second.built


def lesson() -> Path:
    return Path("tiny/modules/tiny-1.md")


def change_words() -> None:
    """As many bytes as before, and the time of before."""
    path, old = lesson(), lesson().stat()
    path.write_bytes(path.read_bytes().replace(b"bird", b"bard"))
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))


def change_translation() -> None:
    path = Path("tiny/locales/uk/tiny/tiny-1.po")
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")


def new_lesson() -> None:
    Path("tiny/modules/new.md").write_text("A new one\n", "utf-8")


def new_locales() -> None:
    Path("tiny/locales/ka").mkdir()
    Path("tiny/locales/ka/ui.po").write_text('msgid ""\nmsgstr ""\n', "utf-8")


def lose_a_page() -> None:
    Path("dist/preview/site/tiny/en/tiny-1.html").unlink()


def damage_a_page() -> None:
    path = Path("dist/preview/site/tiny/uk/tiny-1.html")
    path.write_bytes(path.read_bytes()[:-1] + b" ")


def one_file_more() -> None:
    Path("dist/preview/site/tiny/uk/more.html").write_text("<p>", "utf-8")


def kept() -> Path:
    (note,) = Path(FOLDER).glob("*.json")
    return note


def damage_the_note() -> None:
    kept().write_bytes(kept().read_bytes()[:-40])


def another_note() -> None:
    kept().write_text("[1, 2]", "utf-8")


def look_into_it() -> None:
    Path(FOLDER).chmod(0o755)


def a_link() -> None:
    Path("tiny/more").symlink_to("modules")


@pytest.mark.parametrize(
    "change",
    [
        *(change_words, change_translation, new_lesson, new_locales, lose_a_page, damage_a_page),
        *(one_file_more, damage_the_note, another_note, look_into_it, a_link),
    ],
    ids=lambda change: change.__name__,
)
def test_a_change_is_seen(counted: Counted, change: Callable[[], None]) -> None:
    counted()
    change()
    counted()
    assert counted.times == 2


def test_a_note_of_another_place_is_none(counted: Counted, tmp_path: Path) -> None:
    """A copy of the whole project, its cache among it."""
    counted()
    shutil.copytree(tmp_path, tmp_path / "copy", ignore=shutil.ignore_patterns("copy"))
    os.chdir(tmp_path / "copy")
    counted()
    assert counted.times == 2


def test_another_version_builds_anew(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    counted()
    monkeypatch.setattr(memo, "__version__", "0.0.0")
    counted()
    assert counted.times == 2


def test_every_question_has_its_own_answer(counted: Counted) -> None:
    others = [replace(ASKED, as_of=date(2026, 11, 25)), replace(ASKED, locales=("en",))]
    for asked in (ASKED, *others):
        counted(replace(asked, dist=Path(f"out{counted.times}")))
    assert counted.times == 3
    counted(replace(ASKED, dist=Path("out0")))
    assert counted.times == 3


def test_what_was_not_built_is_asked_again(counted: Counted) -> None:
    Path("tiny/course.yml").write_text("id: tiny\n", "utf-8")
    assert not counted().built
    assert not counted().built
    assert counted.times == 2


def test_an_edit_during_the_build_is_seen(counted: Counted) -> None:
    def slow(basis: Basis | None) -> Outcome:
        outcome = build(ASKED, basis=basis)
        change_words()
        return outcome

    build_again(ASKED, slow)
    counted()
    assert counted.times == 1


def test_a_cache_holds_no_word_of_a_sensitive_course(counted: Counted) -> None:
    shutil.copytree(Path(__file__).parents[1] / "courses/quiet", "quiet")
    outcome = counted(replace(ASKED, folders=(Path("quiet"),), locales=()))
    assert outcome.private
    notes = "".join(path.read_text("utf-8") for path in Path(FOLDER).glob("*.json"))
    words = {problem.message for problem in outcome.problems if problem.code not in WORDLESS}
    assert not any(one in notes for one in words)


def test_a_check_is_answered_again(counted: Counted) -> None:
    times = []

    def check(basis: Basis | None) -> tuple[list[Problem], bool]:
        times.append(1)
        return [], False

    for _ in range(2):
        check_again(Path("dist"), Asked(DAY), [Path("tiny")], check)
    assert len(times) == 1
    change_words()
    check_again(Path("dist"), Asked(DAY), [Path("tiny")], check)
    assert len(times) == 2


def test_clean_takes_the_cache_and_nothing_else(counted: Counted) -> None:
    counted()
    before = {path for path in Path().iterdir() if path.name != FOLDER}
    assert remove_cache(Path("dist")) == Path(FOLDER).absolute()
    assert {*Path().iterdir()} == before
    assert remove_cache(Path("dist")) is None
    counted()
    assert counted.times == 2


def test_nothing_is_written_or_removed_through_a_link(counted: Counted) -> None:
    """A course may come with a folder for the cache, and links in it."""
    Path(FOLDER).mkdir(mode=0o700)
    Path("mine").mkdir(mode=0o700)
    for name in ("old", "stamp"):
        Path("mine", name).write_text("mine", "utf-8")
        os.utime(f"mine/{name}", (0, 0))
    Path(FOLDER, "parts").symlink_to(Path("mine").absolute())
    Path(FOLDER, "stamp").symlink_to(Path("mine/stamp").absolute())
    assert counted().built
    assert {path.read_text("utf-8") for path in Path("mine").iterdir()} == {"mine"}
    assert len([*Path("mine").iterdir()]) == 2


@pytest.mark.parametrize("out", ["tiny", "."])
def test_packages_among_the_sources_are_built_each_time(counted: Counted, out: str) -> None:
    asked = replace(ASKED, dist=Path(out))
    counted(asked)
    change_words()
    counted(asked)
    assert counted.times == 2
    assert b"bard" in Path(out, "preview/site/tiny/en/tiny-1.html").read_bytes()


def test_what_was_read_while_a_file_changed_is_not_kept(counted: Counted) -> None:
    before = lesson().read_bytes()

    def late(basis: Basis | None) -> Outcome:
        change_words()
        return build(ASKED, basis=basis)

    build_again(ASKED, late)
    lesson().write_bytes(before)
    counted()
    assert b"bard" not in Path("dist/preview/site/tiny/en/tiny-1.html").read_bytes()


def patched_library(folder: Path) -> Path:
    """A library among others; no folder changes when its words do."""
    path = folder / "site-packages" / "patched.py"
    path.parent.mkdir()
    path.write_text("ONE = 1\n", "utf-8")
    return path


def test_a_library_that_is_patched_in_place_is_a_change(
    counted: Counted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For every question that was answered with it, and for all parts of answers."""
    path, other = patched_library(tmp_path), replace(ASKED, dist=Path("out"))
    module = ModuleType("patched")
    module.__file__ = str(path)
    monkeypatch.setitem(sys.modules, "patched", module)
    for _ in range(2):
        counted(), counted(other)
    assert counted.times == 2 and any(Path(FOLDER, "parts").iterdir())
    path.write_text("ONE = 2\n", "utf-8")
    assert Memo(Path("dist"), ("no",), ()).recall() is None
    assert not any(Path(FOLDER, "parts").iterdir())
    for _ in range(2):
        counted(), counted(other)
    assert counted.times == 4


@pytest.mark.parametrize("words", ["", "[1]", '{"no-such-file": [1, 2, 3, 4]}'])
def test_where_nobody_knows_what_was_loaded_all_is_made_anew(counted: Counted, words: str) -> None:
    counted()
    Path(FOLDER, "libraries").write_text(words, "utf-8")
    counted(), counted()
    assert counted.times == 2


def test_another_file_of_a_foreign_format_is_a_change(
    counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("foreign.py").write_text("ONE = 1\n", "utf-8")
    monkeypatch.syspath_prepend(str(Path.cwd()))
    monkeypatch.setattr(memo, "entry_points", lambda group: [EntryPoint("f", "foreign:X", group)])
    counted()
    Path("foreign.py").write_text("ONE = 2\n", "utf-8")
    counted()
    assert counted.times == 2


def test_of_a_course_that_cannot_be_read_nothing_is_kept(counted: Counted) -> None:
    shutil.copytree(Path(__file__).parents[1] / "courses/quiet", "quiet")
    with Path("quiet/course.yml").open("a", encoding="utf-8") as file:
        file.write('"My words": yes\n')
    check_again(
        Path("dist"), Asked(DAY), [Path("quiet")], partial(_check, [Path("quiet")], Asked(DAY))
    )
    assert "My words" not in "".join(path.read_text() for path in Path(FOLDER).glob("*.json"))


def kept_words() -> str:
    """All that the cache holds, whatever file it is in."""
    tables = [Table(path.read_bytes()) for path in Path(FOLDER, "parts").iterdir()]
    memos = (path.read_text("utf-8") for path in Path(FOLDER).glob("*.*"))
    return "".join((*memos, *(f"{one.answer(name)}" for one in tables for name in one._places)))


def test_a_cache_holds_no_draft_of_a_contact(counted: Counted) -> None:
    """What is said of a number that was typed into a lesson names whose it is (`rulings.md` 47)."""
    territory(Path("tiny"), contact(name="shy-line", number="0 322 470 001", status="draft"))
    with lesson().open("a", encoding="utf-8") as file:
        file.write("\nCall 0 322 470 001.\n")
    outcome, asked = counted(), Asked(DAY)
    check = partial(_check, [Path("tiny")], asked)
    problems = check_again(Path("dist"), asked, [Path("tiny")], check)
    for told in (outcome.problems, problems):
        assert any("shy-line" in one.message for one in told)
    assert outcome.built and kept_words()
    assert "shy-line" not in kept_words()


@pytest.mark.parametrize("name", [".", "../tiny", "modules/.."])
def test_a_slip_is_told_however_the_course_is_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(shutil.copytree("tests/courses/tiny", tmp_path / "tiny"))
    monkeypatch.chdir(home)

    def codes() -> set[str]:
        asked, folders = Asked(DAY), [Path(name)]
        check = partial(_check, folders, asked)
        return {found.code for found in check_again(tmp_path / "dist", asked, folders, check)}

    assert "M008" not in codes()
    with Path("modules/tiny-1.md").open("a", encoding="utf-8") as lesson:
        lesson.write("\n> [!ADREZZ] Here\n> x\n")
    assert "M008" in codes()
    order = replace(ASKED, folders=(Path(name),), dist=tmp_path / "dist")
    built = build_again(order, lambda basis: build(order, basis=basis))
    assert "M008" in {found.code for found in built.problems}


def test_a_course_without_a_lesson_is_no_traceback(counted: Counted) -> None:
    shutil.rmtree("tiny/modules")
    asked, folders = Asked(DAY), [Path("tiny")]
    problems = check_again(Path("dist"), asked, folders, partial(_check, folders, asked))
    assert problems and not counted().built
