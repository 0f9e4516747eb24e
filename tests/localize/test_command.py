"""`kandil i18n` as a translator meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.commands.i18n import app
from typer.testing import CliRunner

LESSON = "---\nid: demo-1\ntitle: One\n---\n\nSome words.\n"
ENTRY = 'msgid "Some words."\nmsgstr "Слова."\n'


@pytest.fixture(autouse=True)
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put("demo/course.yml", "id: demo\ntitle: Demo\nmodules: [demo-1]\n")
    put("demo/modules/demo-1.md", LESSON)
    Path("demo/locales").mkdir()


def put(name: str, words: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")


def kandil(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, [words[0], "demo", "--locale", *words[1:]])
    return done.exit_code, done.output


def test_stats_show_a_file_that_cannot_be_read() -> None:
    put("demo/locales/uk/demo/demo-1.po", 'msgid "Some words."\nmsgstr "Слова.\n')
    code, said = kandil("stats", "uk")
    assert code == 1
    assert "demo/locales/uk/demo/demo-1.po:2:1: L001" in said
    assert "missing" in said
