"""Every exporter that is found keeps the contract; `tests/golden` holds what it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, get_args

import pytest
from contract import throwaway
from contract.suite import ASKING, place
from contract.throwaway import FOREIGN
from kandil.build.pipeline import build
from kandil.build.places import TRAINERS
from kandil.build.request import Request
from kandil.build.verify import packages_at, shown_in, verify_package, yielded
from kandil.exporters import find_exporters
from kandil.exporters._lowering import lowered
from kandil.exporters.exporter import EVERY, AsksOnly, Audience, Exporter
from kandil.model import interactions as model
from kandil.model.blocks import Quiz
from kandil.model.inlines import Image, walk
from kandil.model.interactions import Interaction
from kandil.model.structure import every, interactions
from kandil.model.text import texts
from kandil.package.tree import Staging
from kandil.problems import errors
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.verify.numbers import Numbers
from standin import StandInPages, course, edition, text

TESTS = Path(__file__).parents[1]
TINY = TESTS / "courses/tiny"
LOCALES = ("en", "en-XA", "ar-XB")
FOUND = {**find_exporters(), **FOREIGN}
OWN = sorted({*FOUND} - {*FOREIGN})


@pytest.fixture(scope="module", autouse=True)
def found() -> Iterator[None]:
    """Other people's formats too, by their entry points."""
    with pytest.MonkeyPatch.context() as patch:
        points = throwaway.points("QUIZLIST", "BOOK", "SHEET")
        patch.setattr("kandil.exporters.entry_points", lambda group: points)
        yield


@pytest.fixture(params=sorted(FOUND))
def exporter(request: pytest.FixtureRequest) -> Exporter[Any]:
    found: Exporter[Any] = FOUND[request.param]
    return found


def test_there_are_exporters() -> None:
    assert {"scorm12", "site"} <= set(FOUND)


@pytest.mark.parametrize("name", OWN)
def test_its_name_is_that_of_its_file(name: str) -> None:
    assert type(FOUND[name]).__module__ == f"kandil.exporters.{name}"


def test_it_says_which_interactions_it_supports(exporter: Exporter[Any]) -> None:
    assert isinstance(exporter.supports, frozenset)
    assert all(issubclass(kind, Interaction) for kind in exporter.supports)


def test_it_says_for_whom_it_is(exporter: Exporter[Any]) -> None:
    assert exporter.audience in get_args(Audience)
    assert exporter.name != TRAINERS


def test_every_interaction_of_the_model_is_among_those_that_a_page_can_show() -> None:
    kinds = (kind for kind in vars(model).values() if isinstance(kind, type))
    every = {kind for kind in kinds if issubclass(kind, Interaction)}
    assert every - {Interaction} == EVERY


def test_it_is_pure(exporter: Exporter[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """The same edition gives the same files, twice; and it writes nothing."""
    made = edition(None, "en", "ka")

    def files() -> list[tuple[str, str, bytes]]:
        options = exporter.options(made.course)
        artefacts = exporter.artefacts([made], StandInPages, options)
        return [(one.name, file.path, file.content) for one in artefacts for file in one.files()]

    monkeypatch.setattr(Path, "write_bytes", None)
    monkeypatch.setattr(Path, "write_text", None)
    assert files() == files()
    assert files()


def test_it_yields_before_it_renders(exporter: Exporter[Any]) -> None:
    made = edition()

    class Untouched(StandInPages):
        def pages(self) -> Iterator[Any]:
            raise AssertionError("rendered too early")

    options = exporter.options(made.course)
    assert list(exporter.artefacts([made], Untouched, options))


def test_names_outside_are_ids(exporter: Exporter[Any]) -> None:
    made = edition(course(id="tfr", title=course().title))
    names = [
        one.name for one in exporter.artefacts([made], StandInPages, exporter.options(made.course))
    ]
    assert all("Tiny" not in name for name in names)


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course in three languages, one of them right-to-left, in every format."""
    folder = tmp_path_factory.mktemp("dist")
    formats = (*sorted(FOUND),)
    outcome = build(Request((TINY,), "preview", date(2026, 11, 24), LOCALES, formats, folder))
    assert errors(outcome.problems) == []
    return folder


def test_verify_finds_nothing_in_the_tiny_course(exporter: Exporter[Any], dist: Path) -> None:
    assert verify_package(place(dist, exporter, "tiny")) == []


def test_two_builds_of_the_tiny_course_give_the_same_bytes(
    exporter: Exporter[Any], dist: Path, tmp_path: Path
) -> None:
    formats = (exporter.name,)
    build(Request((TINY,), "preview", date(2026, 11, 24), LOCALES, formats, dist=tmp_path))
    first, second = (place(folder, exporter, "tiny") for folder in (dist, tmp_path))
    sums = [(one / "SHA256SUMS").read_text().splitlines() for one in (first, second)]
    if exporter.audience == "learner":
        assert sums[0] == sums[1]
    # All formats for facilitators lie in one folder.
    assert sums[1]
    assert {one for one in sums[1] if "formats.json" not in one} <= {*sums[0]}


def test_what_a_package_shows_is_read_back(exporter: Exporter[Any], tmp_path: Path) -> None:
    """A number in the course's title is seen in every format, and told once."""
    made = edition(course(title=text("Ask 0 800 111 222")))
    artefacts = [*exporter.artefacts([made], StandInPages, exporter.options(made.course))]
    with Staging(tmp_path) as run:
        staged = run.write("preview/x/tin", artefacts, exporter.name)
        packages = [*yielded(staged, "x", ((exporter.name, one) for one in artefacts))]
        words = [one.words for one in shown_in(packages)]
        found = Numbers([made]).check(shown_in(packages))
        assert [one.code for one in found] == ["V016"]
    assert any("0 800 111 222" in said for said in words)


def test_every_word_of_the_tiny_course_is_read_back(exporter: Exporter[Any], dist: Path) -> None:
    """What stands in a lesson and its questions; a picture has its words in an attribute."""
    said = "\n".join(one.words for one in shown_in(packages_at(place(dist, exporter, "tiny"), "x")))
    course, _ = read_course(TINY, find_questions())
    assert course
    lessons = [module.blocks for module in course.modules]
    if exporter.name in ASKING:
        if isinstance(exporter, AsksOnly) and exporter.asks_only(course):
            ready, _ = lowered(edition(course), exporter)
            lessons = [(*every(Quiz, one.blocks),) for one in ready.course.modules]
        lessons = [tuple(one.prompt for one in interactions(blocks)) for blocks in lessons]
    wanted = [
        text.plain
        for blocks in lessons
        for text in texts(blocks)
        if not any(isinstance(part, Image) for part in walk(text.inlines))
    ]
    plain = [" ".join(words.split()) for words in wanted if not re.search(r"\d|[…_]|\s{2}", words)]
    missing = [words for words in plain if words not in said]
    assert missing == []


def test_other_peoples_exporters_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("scroll", "kandil.exporters.site:EXPORTER", "kandil.exporters")
    monkeypatch.setattr("kandil.exporters.entry_points", lambda group: [point])
    assert "site" in find_exporters()
