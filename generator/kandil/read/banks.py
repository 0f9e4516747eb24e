"""`banks/<id>.md`: questions that lessons draw from, written as they are in a lesson."""

from __future__ import annotations

from pathlib import Path

from kandil.problems import Problem
from kandil.read.draws import Bank
from kandil.read.folder import leads_out
from kandil.read.items import QuestionType
from kandil.read.keywords import keywords_for
from kandil.read.reading import Reading
from kandil.read.source import Source, read_text
from kandil.read.structure import Outline, read_store

FOLDER = "banks"


def read_banks(
    folder: Path, language: str, types: tuple[QuestionType, ...]
) -> tuple[dict[str, Bank], list[Problem]]:
    """The banks of a course by their ids, which are the names of their files."""
    # What is wrong with these words is told where the lessons are read.
    words, _ = keywords_for(language, tuple({t.KEYWORD for t in types}), folder)
    problems: list[Problem] = []
    banks: dict[str, Bank] = {}
    for path in sorted((folder / FOLDER).glob("*.md")):
        source = Source(path.as_posix(), ())
        reading = Reading(source, words, problems=[])
        if leads_out(folder, path):
            hint = f"Put the file itself into '{FOLDER}', in place of the link '{path.name}'."
            message = f"'{FOLDER}/{path.name}' is a link that leads out of the course folder"
            reading.report("M003", 0, 0, message, hint)
            banks[path.stem] = Bank(path.stem, source.place(0), (), reading)
        else:
            text, reading.problems = read_text(path, source.file)
            reading.source = Source(source.file, tuple(text.split("\n")))
            outline = Outline(reading, types, None)
            banks[path.stem] = read_store(outline, path.stem)
        problems += reading.problems
    return banks, problems
