"""Full catalogues for the synthetic course: each letter becomes one of the locale's script."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from kandil.localize.extract import extract
from kandil.localize.messages import interface_template
from kandil.localize.plural import plural_of
from kandil.questions import find_questions
from kandil.read.course.course import read_course

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LETTERS = {
    "Cyrl": "абцдефгхийклмнопкрстувшжзч",
    "Geor": "აბცდეფგჰიჯკლმნოპქრსტუვწხყზ",
    "Armn": "աբցդեֆգհիջկլմնոպքրստուվխյզ",
    "Arab": "ابتدهفقحيجكلمنوپخرسطعغظشزذ",
    "Latn": "ectfiglhojkmnrubqsvdawpxyz",
}
_SCRIPTS = {
    "Cyrl": ("uk", "ru", "be", "bg", "sr", "mk", "kk", "ky", "tg"),
    "Latn": ("tr", "az", "uz", "ro", "sq"),
    "Geor": ("ka",),
    "Armn": ("hy",),
    "Arab": ("ar", "fa"),
}
_PLACED = {tag: script for script, tags in _SCRIPTS.items() for tag in tags}
LOCALES = tuple(sorted(_PLACED))
"""18, in five scripts."""
_KEPT = re.compile(r"(\]\([^)]*\)|`[^`]*`|\{\w+\}|<[^>]*>|&\w+;|\\.)")
_HEAD = re.compile(r'\A#\nmsgid ""\nmsgstr ""\n(?:".*\n)*')
_ENTRY = re.compile(
    r'^msgid "(?P<one>.+)"\n(?:msgid_plural "(?P<many>.+)"\n)?(?:msgstr(?:\[\d\])? ""\n)+',
    re.MULTILINE,
)


def write_catalogues(folder: Path, locales: Sequence[str]) -> None:
    """A file for each lesson, for course.yml and for the interface; every sentence translated."""
    course, _ = read_course(folder, find_questions())
    assert course
    words = str(interface_template())
    for tag in locales:
        _write(folder / "locales" / tag / "ui.po", tag, words)
    for node in (course, *course.modules):
        name, words = "course" if node is course else node.id, str(extract(node))
        for tag in locales:
            _write(folder / "locales" / tag / course.id / f"{name}.po", tag, words)


def _write(path: Path, tag: str, template: str) -> None:
    plural, table = plural_of(tag), _table(tag)
    head = (
        f'#\nmsgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {plural.header}\\n"\n"X-Segments: 1\\n"\n'
    )

    def entry(found: re.Match[str]) -> str:
        one, many = found["one"], found["many"]
        if many is None:
            return f'msgid "{one}"\nmsgstr "{_said(one, table)}"\n'
        forms = "".join(
            f'msgstr[{form}] "{_said(many if form else one, table)}"\n'
            for form in range(plural.forms)
        )
        return f'msgid "{one}"\nmsgid_plural "{many}"\n{forms}'

    path.parent.mkdir(parents=True, exist_ok=True)
    body = _HEAD.sub("", template, count=1)
    path.write_text(head + _ENTRY.sub(entry, body), encoding="utf-8")


def _said(words: str, table: dict[int, str]) -> str:
    """The sentence in other letters, its marks as they were."""
    pieces = _KEPT.split(words)
    pieces[::2] = [piece.translate(table) for piece in pieces[::2]]
    return "".join(pieces)


def _table(tag: str) -> dict[int, str]:
    letters = _LETTERS[_PLACED[tag]]
    capitals = letters if _PLACED[tag] == "Geor" else letters.upper()
    return str.maketrans(_LATIN + _LATIN.upper(), letters + capitals)
