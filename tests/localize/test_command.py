"""`kandil i18n` as a translator meets it."""

from __future__ import annotations

from pathlib import Path

import folder
import pytest
from folder import settings
from kandil.commands.i18n import app
from typer.testing import CliRunner

LESSON = "---\nid: demo-1\ntitle: One\n---\n\nSome words.\n"
ENTRY = 'msgid "Some words."\nmsgstr "Слова."\n'


@pytest.fixture(autouse=True)
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put("demo/course.yml", settings("demo-1", name="demo", title="Demo"))
    put("demo/modules/demo-1.md", LESSON)
    Path("demo/locales").mkdir()


def put(name: str, words: str) -> None:
    folder.put(Path(), {name: words})


def kandil(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, [words[0], "demo", "--locale", *words[1:]])
    return done.exit_code, done.output


def test_stats_show_a_file_that_cannot_be_read() -> None:
    put("demo/locales/uk/demo/demo-1.po", 'msgid "Some words."\nmsgstr "Слова.\n')
    code, said = kandil("stats", "uk")
    assert code == 1
    assert "demo/locales/uk/demo/demo-1.po:2:1: L001" in said
    assert "missing" in said


def test_po_files_that_nothing_reads_are_named() -> None:
    put("demo/locales/demo-1.po", ENTRY)
    put("demo/locales/uk/course.po", ENTRY)
    put("demo/locales/uk/demo/demo1.po", ENTRY)
    put("demo/locales/uk/demo/Demo-1.po", ENTRY)
    put("demo/locales/uk/DEMO/demo-1.po", ENTRY)
    put("demo/locales/uk/other/other-1.po", ENTRY)
    Path("demo/locales/uk/demo/demo-1.po").mkdir()
    for command in ("check", "update"):
        code, said = kandil(command, "uk")
        names = [line.split(":")[0] for line in said.split("\n") if " L016 " in line]
        assert [name.removeprefix("demo/locales/") for name in names] == [
            "demo-1.po",
            "uk/DEMO",
            "uk/course.po",
            "uk/demo/Demo-1.po",
            "uk/demo/demo-1.po",
            "uk/demo/demo1.po",
        ]
        assert code == 0
        assert "Did you mean 'demo-1.po'?" in said
        assert "Kandil looks in 'demo/locales/uk/demo/course.po'." in said


@pytest.mark.parametrize(
    ("said", "right"), [("ru", False), ("uk", True), ("uk_UA", True), ("UK", True), ("", True)]
)
def test_a_file_in_another_language_is_named(said: str, right: bool) -> None:
    head = f'msgid ""\nmsgstr ""\n"Language: {said}\\n"\n\n'
    put("demo/locales/uk/demo/demo-1.po", head + ENTRY)
    for command in ("check", "update"):
        found = "demo/locales/uk/demo/demo-1.po:3:1: L017" in kandil(command, "uk")[1]
        assert found is not right


def test_a_locale_without_files_says_so() -> None:
    code, said = kandil("check", "fr")
    assert code == 0
    assert "L018 There is no PO file of this course for 'fr'" in said
    assert "kandil i18n update demo --locale fr" in said
    kandil("update", "fr")
    assert "L018" not in kandil("check", "fr")[1]


@pytest.mark.parametrize("command", ["check", "update", "stats"])
def test_an_unknown_locale_is_told_with_its_option(command: str) -> None:
    code, said = kandil(command, "ua")
    assert code == 1
    assert "L013 --locale: The language 'ua' is not known" in said
    assert "Did you mean 'uk'?" in said


def test_a_source_without_interface_words_needs_a_ui_po() -> None:
    put("demo/course.yml", settings("demo-1", name="demo", title="Demo", more="language: fr\n"))
    assert "no PO file of this course for 'fr'" in kandil("check", "fr")[1]
    code, said = kandil("update", "fr")
    assert (code, said.split(":")[0]) == (0, "demo/locales/fr/ui.po")
    assert [path.name for path in Path("demo").rglob("*.po")] == ["ui.po"]
    assert "demo-fr as a preview: 0 % of the interface translated" in kandil("stats", "fr")[1]


def test_an_entry_that_stands_twice_is_refused_and_the_file_stays() -> None:
    twice = f"# reviewed: EF 2026-03-01\n{ENTRY}\n{ENTRY}"
    put("demo/locales/uk/demo/demo-1.po", twice)
    for command in ("check", "update", "stats"):
        code, said = kandil(command, "uk")
        assert code == 1
        assert (
            "demo/locales/uk/demo/demo-1.po:6:1: L001 This entry stands in line 3 already" in said
        )
    assert Path("demo/locales/uk/demo/demo-1.po").read_text("utf-8") == twice
