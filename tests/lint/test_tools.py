"""Programs that are no longer maintained: named as if they could be used, or as what is over."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.lint.advice.tools import lint_tools
from kandil.lint.text.word_tables import table
from kandil.model.blocks import Paragraph
from kandil.model.text import Text
from kandil.problems import Place
from standin import as_written, course, module

USED = [
    ("en", "Encrypt the disk with TrueCrypt.", "TrueCrypt"),
    ("en", "Install Orfox from the shop.", "Orfox"),
    ("en", "The Haven app turns your phone into a guard.", "Haven"),
    ("en", "Add HTTPS Everywhere to your browser.", "HTTPS Everywhere"),
    ("en", "Keep passwords in KeePassX or on paper.", "KeePassX"),
    ("en", "Write to us on Skype.", "Skype"),
    ("ru", "Зашифруйте диск программой Трукрипт.", "TrueCrypt"),
    ("ru", "Созвонимся в Скайпе.", "Skype"),
    ("uk", "Поставте ChatSecure і пишіть безпечно.", "ChatSecure for Android"),
    ("ka", "დარეკეთ სკაიპით.", "Skype"),
    ("ka", "გახსენით Orfox-ი.", "Orfox"),
    ("tr", "Internet Explorer ile açın.", "Internet Explorer"),
    ("ar", "استخدمي TrueCrypt لحماية الملفات.", "TrueCrypt"),
    ("fr", "Installez Tor Messenger.", "Tor Messenger"),
]
OVER = [
    ("en", "TrueCrypt is no longer maintained."),
    ("en", "Do not use Orfox."),
    ("en", "The makers of Wickr Me closed it."),
    ("en", "Take VeraCrypt instead of TrueCrypt."),
    ("en", "Orfox had its last day in 2019."),
    ("en", "A library is a safe haven, and KeePassXC keeps passwords."),
    ("ru", "Skype закрыли в мае."),
    ("ru", "Вместо TrueCrypt возьмите VeraCrypt."),
    ("uk", "Skype більше не працює."),
    ("ka", "Skype აღარ მუშაობს."),
    ("tr", "Skype artık yok."),
    ("ar", "VeraCrypt بدلا من TrueCrypt."),
    ("fr", "Skype s’est arrêté en 2025."),
]


def names(folder: Path, tag: str, words: str) -> list[str]:
    file = folder / "a.md"
    file.write_text(words + "\n", "utf-8")
    one = module("a", Paragraph(Text(words, (words,), Place(file.as_posix()))), file="a.md")
    made = course(one, folder=folder.as_posix(), language=tag)
    return [one.message for one in lint_tools(as_written(made))]


@pytest.mark.parametrize(("tag", "words", "name"), USED)
def test_a_program_that_is_over_is_named(tag: str, words: str, name: str, tmp_path: Path) -> None:
    assert names(tmp_path, tag, words) == [f"'{name}' is no longer maintained"]


@pytest.mark.parametrize(("tag", "words"), OVER)
def test_what_says_that_it_is_over_is_left_alone(tag: str, words: str, tmp_path: Path) -> None:
    assert names(tmp_path, tag, words) == []


def test_each_row_has_a_source() -> None:
    for row in table("tools")["tools"]:
        assert row["source"] and row["say"] == row["say"].lower(), row["name"]
