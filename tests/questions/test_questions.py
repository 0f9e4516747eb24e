"""Each type of question reads its fixtures, and no other type claims them (ruling 9)."""

from __future__ import annotations

import pkgutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import kandil.questions
import pytest
from kandil.exporters import find_exporters
from kandil.exporters._lowering import lowered
from kandil.model.blocks import Block, Quiz, Section
from kandil.model.interactions import Interaction
from kandil.model.structure import interactions
from kandil.questions import find_questions
from kandil.read.block.context import ReadContext
from kandil.read.lesson.outline import read_outline
from kandil.read.lesson.state import LessonState
from kandil.read.question.items import Body
from kandil.read.source.comments import Settings
from kandil.read.source.keywords import keywords_for
from kandil.read.source.source import Source
from problems.cases import Case
from questions.fixtures import CASES, SHARED
from questions.notation import notation
from standin import course, edition, module, quiz

_TYPES = {vars(kind)["__name__"].rpartition(".")[2]: kind for kind in find_questions()}
_KEYWORDS = tuple({kind.KEYWORD for kind in find_questions()})


def _read(case: Case) -> tuple[Interaction, Body, Settings]:
    """The question of a fixture, and the parts that the types were shown."""
    seen: list[tuple[Body, Settings]] = []
    form = {"KEYWORD": _TYPES[case.file.stem].KEYWORD, "FORM": _TYPES[case.file.stem].FORM}
    spy: Any = SimpleNamespace(**form, matches=lambda *parts: bool(seen.append(parts)))
    source = Source("fixture.md", tuple(dict(case.files)["question"].split("\n")))
    reading = ReadContext(source, keywords_for("en", _KEYWORDS, Path())[0])
    blocks = read_outline(LessonState(reading, (spy, *find_questions()), frozenset({"LO1"})))
    assert [problem for problem in reading.problems if problem.severity == "error"] == []
    found = [block for block in _flat(blocks) if isinstance(block, Interaction)]
    assert len(found) == len(seen) == 1
    return found[0], *seen[0]


def _flat(blocks: tuple[Block, ...]) -> list[Block]:
    inside = [_flat(block.blocks) for block in blocks if isinstance(block, Quiz | Section)]
    return [*blocks, *(block for part in inside for block in part)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_model_is_exactly_this(case: Case) -> None:
    question, _, _ = _read(case)
    assert notation(question) == dict(case.files)["model"].rstrip("\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_exactly_one_type_matches(case: Case) -> None:
    _, body, settings = _read(case)
    assert [name for name, kind in _TYPES.items() if kind.matches(body, settings)] == [
        case.file.stem
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_format_takes_it(case: Case) -> None:
    """As it is, as others that it can ask, or printed: nothing is lost, and a change is told."""
    question, _, _ = _read(case)
    asked = edition(course(module("tin-1", quiz(question))))
    for exporter in find_exporters().values():
        made, told = lowered(asked, exporter)
        blocks = made.course.modules[0].blocks
        assert blocks
        assert told or interactions(blocks) == [question]


def test_every_type_has_fixtures_and_one_that_all_share() -> None:
    assert {case.file.stem for case in CASES} == set(_TYPES) == set(SHARED)


def test_every_file_of_the_folder_is_found_or_shared() -> None:
    files = {module.name for module in pkgutil.iter_modules(kandil.questions.__path__)}
    assert files - set(_TYPES) == {"letters", "options", "rows"}
