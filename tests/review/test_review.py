"""A sheet goes out, comes back signed, and the page may name who has signed it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from called import kandil
from folder import small
from kandil.commands import app
from kandil.lint.look import look
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.html.images import first_bytes
from typer.testing import CliRunner

SIU = Path(__file__).parents[2] / "courses" / "safe-internet-use"
TINY = Path(__file__).parents[1] / "courses" / "tiny"
LESSON = "courses/tiny/modules/tiny-1.md"
AB = "# reviewed: AB 2026-01-31"
TODAY = date(2026, 11, 24)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TINY, tmp_path / "courses" / "tiny")
    (tmp_path / "courses" / "tiny" / "locales").rename(tmp_path / "locales")
    for po in tmp_path.rglob("*.po"):
        po.write_text(po.read_text("utf-8").replace(f"{AB}\n", ""), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> str:
    return CliRunner().invoke(app, ["review", *words]).output


def sheet(*more: str) -> str:
    run("sheet", LESSON, "--out", "sheet.md", *more)
    return Path("sheet.md").read_text("utf-8")


def signed(text: str, decision: str = "yes", name: str = "Ana Beridze") -> None:
    text = text.replace("- [ ]", "- [x]").replace("My name:", f"My name: {name}")
    text = text.replace("- Date:", "- Date: 2026-11-20").replace("yet):", f"yet): {decision}")
    Path("sheet.md").write_text(f"{text}\nSay *account* once.\n", "utf-8")


def found() -> list[str]:
    course, _ = read_course(Path("courses/tiny"), find_questions())
    assert course
    return [one.code for one in look(course, TODAY, first_bytes) if one.code.startswith("R")]


def name_her() -> None:
    path = Path(LESSON)
    path.write_text(path.read_text("utf-8").replace("reviewers: []", "reviewers: [Ana Beridze]"))


def test_a_signed_sheet_lets_the_page_name_her(project: Path) -> None:
    name_her()
    assert found() == ["R001"]
    signed(sheet())
    said = run("read", "sheet.md")
    assert "Recorded: docs/reviews/tiny/tiny-1.md" in said
    assert "may name Ana Beridze" in said
    assert found() == []
    record = Path("docs/reviews/tiny/tiny-1.md").read_text("utf-8")
    assert "Say *account* once." in record


def test_check_sees_the_record_that_came_after_its_last_answer(project: Path) -> None:
    name_her()
    asked = ["check", "courses/tiny", "--as-of", "2026-11-24"]
    before, again = (CliRunner().invoke(app, asked).output for _ in range(2))
    assert "R001" in before
    assert before == again
    signed(sheet())
    run("read", "sheet.md")
    assert "R001" not in CliRunner().invoke(app, asked).output


def test_who_asks_for_changes_is_not_named_until_she_has_seen_them(project: Path) -> None:
    name_her()
    signed(sheet(), "not yet")
    assert "asks for changes" in run("read", "sheet.md")
    assert found() == ["R001"]
    signed(sheet())
    run("read", "sheet.md")
    assert found() == []


def test_a_changed_sentence_is_told_and_a_changed_date_is_not(project: Path) -> None:
    signed(sheet())
    run("read", "sheet.md")
    path = Path(LESSON)
    text = path.read_text("utf-8")
    path.write_text(text.replace("advice_reviewed: 2026-11-24", "advice_reviewed: 2026-11-22"))
    assert path.read_text("utf-8") != text
    assert found() == []
    path.write_text(text.replace("\n## Remember", "\nOne more sentence.\n\n## Remember"))
    assert found() == ["R002"]


def build(edition: str, *more: str) -> str:
    words = ["build", "courses/tiny", "--edition", edition, "--format", "site,facilitator", *more]
    return CliRunner().invoke(app, [*words, "--as-of", "2026-11-24"]).output


def named() -> set[str]:
    """The pages that name her, sheets for the trainer among them."""
    pages = [*Path("dist").rglob("*.html")]
    assert pages
    return {page.name for page in pages if "Ana Beridze" in page.read_text("utf-8")}


def change_a_word() -> None:
    path = Path(LESSON)
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n## Remember", "\nOne more sentence.\n\n## Remember"))


@pytest.mark.parametrize("edition", ["preview", "release"])
def test_no_page_names_who_has_read_other_words(project: Path, edition: str) -> None:
    name_her()
    signed(sheet())
    run("read", "sheet.md")
    assert "R002" not in build(edition)
    assert {"tiny-1.html"} <= named()
    change_a_word()
    said = build(edition)
    assert "R002 What Ana Beridze has reviewed on 2026-11-20 has changed since" in said
    assert named() == set()
    page = Path(f"dist/{edition}/site/tiny/en/tiny-1.html").read_text("utf-8")
    assert "Not yet reviewed by a specialist." in page


def test_a_sensitive_course_has_no_release_once_its_words_have_changed(tmp_path: Path) -> None:
    small(tmp_path, "A sentence.", "reviewers: [Ana Beridze]\n", "sensitive: yes\n")
    words = ("build", ".", "--format", "site", "--as-of", "2026-11-24")
    assert "G002" not in kandil(tmp_path, *words).stdout
    path = tmp_path / "modules" / "bad.md"
    path.write_text(path.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    said = kandil(tmp_path, *words)
    assert said.returncode == 1
    assert "G002" in said.stdout
    assert "R002" in said.stdout


def test_the_other_key_is_another_text(project: Path) -> None:
    signed(sheet())
    run("read", "sheet.md")
    path = Path(LESSON)
    text = path.read_text("utf-8")
    right, wrong = text.index("- [x]"), text.index("- [ ]")
    swapped = list(text)
    swapped[right + 3], swapped[wrong + 3] = " ", "x"
    path.write_text("".join(swapped))
    assert found() == ["R002"]


def test_a_translation_has_a_record_of_its_own(project: Path) -> None:
    CliRunner().invoke(app, ["i18n", "update", "courses/tiny", "--locale", "uk"])
    po = Path("locales/uk/tiny/tiny-1.po")
    po.write_text(po.read_text("utf-8").replace('msgstr ""', 'msgstr "Слово"', 3))
    signed(sheet("--locale", "uk"))
    run("read", "sheet.md")
    assert Path("docs/reviews/tiny/tiny-1.uk.md").is_file()
    assert found() == []
    po.write_text(po.read_text("utf-8").replace('msgstr "Слово"', 'msgstr "Інше"'))
    assert found() == ["R002"]


def test_a_po_file_names_nobody_without_her_record(project: Path) -> None:
    words = (TINY / "locales/uk/tiny/tiny-1.po").read_text("utf-8")
    words = words.replace(AB, "# reviewed: Nino K. 2026-11-20")
    Path("locales/uk/tiny/tiny-1.po").write_text(words, "utf-8")
    told = "locales/uk/tiny/tiny-1.po:16:1: R005 There is no record that Nino K."
    build = "build {} --edition preview --locales uk --format site"
    for asked in ("i18n check {} --locale uk", "check {}", build):
        said = CliRunner().invoke(app, asked.format("courses/tiny").split())
        assert told in said.output, asked
        assert said.exit_code == 1
    signed(sheet("--locale", "uk"), name="Nino K.")
    run("read", "sheet.md")
    assert found() == []


def siu(out: Path, *more: str) -> dict[str, str]:
    """The parts of a sheet of a real lesson, by title."""
    run("sheet", (SIU / "modules" / "siu-1.md").as_posix(), "--out", out.as_posix(), *more)
    parts = out.read_text("utf-8").split("\n# ")
    return dict(part.split("\n", 1) for part in parts[1:])


def test_no_key_stands_before_the_key(tmp_path: Path) -> None:
    parts = siu(tmp_path / "sheet.md")
    title = "The quiz, with its key"
    before = "\n".join(words for name, words in parts.items() if name not in (title, "To sign"))
    assert "An app is renewed there." in parts[title]
    assert "An app is renewed there." not in before.split("\nThe quiz, without")[0].replace(
        parts["What it tells people to do"], ""
    )
    assert "**This one.**" not in before
    assert "[x]" not in before
    assert "In the phone's app shop" in parts["The quiz, without its key"]


def test_each_change_stands_beside_what_is_said_of_safety(tmp_path: Path) -> None:
    told = siu(tmp_path / "sheet.md")["What it tells people to do"]
    part = told.split("## What an app may use")[1].split("\n## ")[0]
    assert "- Says: An update cannot be taken back." in part
    assert "- Safety: Plan first, on a device that this person cannot reach." in part
    assert "nothing is said here" not in part
    assert "nothing is said here" in told


def test_a_translation_stands_beside_its_source(tmp_path: Path) -> None:
    text = siu(tmp_path / "sheet.md", "--locale", "uk")["The text"]
    assert "| Who else uses this phone? | Хто ще користується цим телефоном? |" in text


def test_what_is_no_lesson_is_told(project: Path) -> None:
    assert "There is no lesson" in run("sheet", "courses/tiny", "--out", "sheet.md")
    assert "There is no translation" in run("sheet", LESSON, "--locale", "ka", "--out", "sheet.md")
    assert not Path("sheet.md").exists()
