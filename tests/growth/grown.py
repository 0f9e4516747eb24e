"""Texts that grow: a table of generators, each by the number of its letters.

A construct of the language or a lint that is new adds a row here; `test_growth.py` does the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from folder import put, settings
from kandil.model.blocks import Paragraph
from kandil.model.course import Course
from kandil.model.text import Text
from kandil.problems import Place
from standin import course, module


def again(words: str) -> Callable[[int], str]:
    """The same words until there are `n` letters."""
    return lambda n: words * (n // len(words))


def counted(words: str) -> Callable[[int], str]:
    """The same words with a number in each, so that no two are alike."""
    return lambda n: " ".join(words.format(10_000 + i) for i in range(n // (len(words) + 4)))


TEXTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "pairs of digits": ("en", again("12-34 ")),
    "single digits": ("en", again("1 ")),
    "one long number": ("en", again("1")),
    "dice words": ("en", counted("{} word")),
    "telephone numbers": ("en", counted("call +447700 {},")),
    "emergency numbers": ("en", again("112, 911, ")),
    "brackets and digits": ("en", again("(1(")),
    "digits and letters O": ("en", again("1O")),
    "digits and bars": ("en", again("0_1")),
    "numbers with odd signs": ("en", again("0,800,505,248;")),
    "numbers in letters": ("en", again("o 8oo ")),
    "digits and equals signs": ("en", again("0=8")),
    "emergency numbers in brackets": ("en", again("112 (EU), 911 ")),
    "groups of three": ("en", again("111 ")),
    "digits and commas": ("en", again("1,")),
    "percents": ("en", counted("{}% of women.")),
    "Russian without full stops": ("ru", again("когда вы меняете пароль и потом его забываете ")),
    "one Russian word": ("ru", again("менять")),
    "Ukrainian advice": ("uk", again("змінюйте пароль щомісяця і ")),
    "Georgian advice": ("ka", again("შეცვალეთ პაროლი ყოველ თვე და ")),
    "Turkish advice": ("tr", again("parolanızı her ay değiştirin ve ")),
    "advice": ("en", again("Just block him. ")),
    "advice without full stops": ("en", again("just block him, ")),
    "a word that hurts": ("en", again("‘revenge porn ")),
    "full stops": ("en", again(".")),
    "quotation marks": ("en", again('."')),
    "short words with full stops": ("en", again("e.g. ")),
    "blanks": ("en", lambda n: f"change.{' ' * n}your password"),
    "one long word": ("en", again("a")),
    "hyphens": ("en", again("a-")),
}


def lesson(folder: Path, name: str, size: int) -> Course:
    """A course of one lesson with one paragraph, whose file can be looked into."""
    language, made = TEXTS[name]
    body, file = made(size), folder / "modules" / "bad.md"
    put(folder, {"course.yml": settings("bad", name="tin"), "modules/bad.md": body + "\n"})
    block = Paragraph(Text(body, (body,), Place(file.as_posix())))
    one = module("bad", block, file="modules/bad.md")
    return course(one, folder=folder.as_posix(), language=language)
