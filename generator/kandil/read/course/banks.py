"""`banks/<id>.md`: questions that lessons draw from, written as they are in a lesson."""

from __future__ import annotations

from pathlib import Path

from kandil.model.forms import FORMS
from kandil.problems import Problem
from kandil.read.block.context import ReadContext
from kandil.read.lesson.outline import read_store
from kandil.read.lesson.slugs import slug
from kandil.read.lesson.state import Bank, LessonState
from kandil.read.question.items import QuestionType
from kandil.read.source.door import leads_out
from kandil.read.source.front_matter import split_front
from kandil.read.source.keywords import Keywords, keywords_for
from kandil.read.source.names import device_names
from kandil.read.source.settings import BankMeta, read_settings_of
from kandil.read.source.source import Source, read_text
from kandil.read.source.yaml_nodes import read_yaml

FOLDER = "banks"


def read_banks(
    folder: Path, language: str, types: tuple[QuestionType, ...]
) -> tuple[dict[str, Bank], list[Problem]]:
    """The banks of a course by their ids, which are the names of their files."""
    # What is wrong with these words is told where the lessons are read.
    words, _ = keywords_for(language, tuple({t.KEYWORD for t in types}), folder)
    banks: dict[str, Bank] = {}
    for path in sorted((folder / FOLDER).glob("*.md")):
        taken = frozenset(one.id for bank in banks.values() for one in bank.questions)
        bank = _read(folder, path, words, types, taken)
        banks[bank.id] = bank
    return banks, [problem for bank in banks.values() for problem in bank.reading.problems]


def _read(
    folder: Path,
    path: Path,
    words: Keywords,
    types: tuple[QuestionType, ...],
    taken: frozenset[str],
) -> Bank:
    name, file = slug(path.stem), path.as_posix()
    reading = ReadContext(Source(file, ()), words, folder=folder)
    if leads_out(folder, path):
        hint = f"Put the file itself into '{FOLDER}', in place of the link '{path.name}'."
        message = f"'{FOLDER}/{path.name}' is a link that leads out of the course folder"
        reading.report("M003", 0, 0, message, hint)
        return Bank(name, reading.source.place(0), (), reading)
    text, reading.problems = read_text(path, file)
    if name != path.stem:
        hint = f"Give the file the name '{name}.md': a bank's id is the name of its file."
        reading.report("C007", 0, 0, f"'{path.stem}' cannot be an id", hint)
    reading.problems += device_names(path.name, reading.source.place(0), "the file")
    reading.source = _body(reading, text)
    state = LessonState(reading, types, None, reserved=taken, forms_file=name == FORMS)
    return read_store(state, name)


def _body(reading: ReadContext, text: str) -> Source:
    """What stands below the front matter, which a bank may have."""
    if not text.startswith("---\n"):
        return Source(reading.source.file, tuple(text.split("\n")))
    front, body, problems = split_front(reading.source.file, text)
    if front:
        problems += read_settings_of(BankMeta, read_yaml(front), front)[1]
    reading.problems += problems
    return body
