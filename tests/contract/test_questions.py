"""Every question type that is found has a fixture, and each fixture is of exactly one type."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from kandil.exporters import find_exporters
from kandil.model.structure import interactions
from kandil.questions import find_questions
from kandil.read.course.course import read_course

FIXTURES = Path(__file__).parent / "questions"
COURSE = "id: fix\ntitle: Fixture\nmodules: [fix-1]\n"
HEAD = "---\nid: fix-1\ntitle: Fixture\n---\n\n## Words\n\nOne sentence.\n\n"


def name_of(found: Any) -> str:
    return str(found.__name__.rpartition(".")[2])


TYPES = {name_of(found): found for found in find_questions()}


@dataclass
class Watched:
    """A question type that notes how often its shape was seen."""

    inner: Any
    KEYWORD: str = ""
    FORM: Any = None
    seen: list[bool] = field(default_factory=list)

    def matches(self, body: Any, settings: Any) -> bool:
        found = bool(self.inner.matches(body, settings))
        self.seen.append(found)
        return found

    def read(self, *rest: Any) -> Any:
        return self.inner.read(*rest)


@pytest.fixture(params=sorted(TYPES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(folder: Path, body: str, types: tuple[Any, ...]) -> Any:
    (folder / "modules").mkdir()
    (folder / "course.yml").write_text(COURSE)
    (folder / "modules/fix-1.md").write_text(HEAD + body)
    course, problems = read_course(folder, types)
    assert problems == []
    [question] = interactions(course.modules[0].blocks)
    return question


def test_each_type_has_a_fixture_and_each_fixture_a_type() -> None:
    assert {path.stem for path in FIXTURES.glob("*.md")} == set(TYPES)


def test_a_fixture_is_of_exactly_one_type(name: str, tmp_path: Path) -> None:
    body = (FIXTURES / f"{name}.md").read_text("utf-8")
    watched = {key: Watched(found, found.KEYWORD, found.FORM) for key, found in TYPES.items()}
    read(tmp_path, body, tuple(watched.values()))
    assert [key for key, one in watched.items() if any(one.seen)] == [name]


def test_every_format_takes_it(name: str, tmp_path: Path) -> None:
    """Later formats may lack an interaction; then this test asks for its degrade chain."""
    question = read(tmp_path, (FIXTURES / f"{name}.md").read_text("utf-8"), tuple(TYPES.values()))
    for exporter in find_exporters().values():
        assert type(question) in exporter.supports
