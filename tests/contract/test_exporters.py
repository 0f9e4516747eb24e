"""Every exporter that is found keeps the contract, and has its golden tree."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from kandil.build.pipeline import Request, build
from kandil.build.verify import packages_at, shown_in, verify_package, yielded
from kandil.exporters import find_exporters
from kandil.exporters.exporter import Exporter
from kandil.model.inlines import Image, walk
from kandil.model.interactions import Interaction
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
FOUND = find_exporters()


@pytest.fixture(params=sorted(FOUND))
def exporter(request: pytest.FixtureRequest) -> Exporter[Any]:
    found: Exporter[Any] = FOUND[request.param]
    return found


def test_there_are_exporters() -> None:
    assert {"scorm12", "site"} <= set(FOUND)


def test_its_name_is_that_of_its_file(exporter: Exporter[Any]) -> None:
    assert type(exporter).__module__ == f"kandil.exporters.{exporter.name}"


def test_it_says_which_interactions_it_supports(exporter: Exporter[Any]) -> None:
    assert exporter.supports
    assert all(issubclass(kind, Interaction) for kind in exporter.supports)


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
    outcome = build(Request((TINY,), "preview", date(2026, 11, 24), LOCALES, dist=folder))
    assert errors(outcome.problems) == []
    return folder


def tree(place: Path) -> str:
    """Every file, and every file of every zip."""
    rows = []
    for path in sorted(path for path in place.rglob("*") if path.is_file()):
        name = path.relative_to(place).as_posix()
        rows.append(name)
        if path.suffix == ".zip":
            with ZipFile(path) as archive:
                rows += [f"{name} / {inner}" for inner in sorted(archive.namelist())]
    return "\n".join(rows) + "\n"


def test_the_tree_of_the_tiny_course_is_the_golden_one(exporter: Exporter[Any], dist: Path) -> None:
    """`KANDIL_GOLDEN=write` takes what was built for the new one; read the difference."""
    golden = TESTS / "golden" / exporter.name / "tree.txt"
    built = tree(dist / "preview" / exporter.name / "tiny")
    if os.environ.get("KANDIL_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(built, "utf-8")
    assert golden.is_file(), f"{exporter.name} has no golden tree"
    assert built == golden.read_text("utf-8")


def test_verify_finds_nothing_in_the_tiny_course(exporter: Exporter[Any], dist: Path) -> None:
    assert verify_package(dist / "preview" / exporter.name) == []


def test_two_builds_of_the_tiny_course_give_the_same_bytes(
    exporter: Exporter[Any], dist: Path, tmp_path: Path
) -> None:
    formats = (exporter.name,)
    build(Request((TINY,), "preview", date(2026, 11, 24), LOCALES, formats, dist=tmp_path))
    sums = f"preview/{exporter.name}/tiny/SHA256SUMS"
    assert (tmp_path / sums).read_bytes() == (dist / sums).read_bytes()


def test_no_learner_gets_what_is_for_the_trainer(exporter: Exporter[Any], dist: Path) -> None:
    """The tiny course marks each trainer's block with this word."""
    source = "".join(path.read_text("utf-8") for path in (TINY / "modules").glob("*.md"))
    secret = "purple heron"
    assert secret in source
    for path in (dist / "preview" / exporter.name).rglob("*"):
        if path.suffix == ".zip":
            with ZipFile(path) as archive:
                contents = [archive.read(name) for name in archive.namelist()]
        else:
            contents = [path.read_bytes()] if path.is_file() else []
        assert not any(secret.encode() in content for content in contents)


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
    place = dist / "preview" / exporter.name / "tiny"
    said = "\n".join(one.words for one in shown_in(packages_at(place, "x")))
    course, _ = read_course(TINY, find_questions())
    assert course
    wanted = [
        text.plain
        for module in course.modules
        for text in texts(module.blocks)
        if not any(isinstance(part, Image) for part in walk(text.inlines))
    ]
    plain = [" ".join(words.split()) for words in wanted if not re.search(r"\d|[…_]|\s{2}", words)]
    missing = [words for words in plain if words not in said]
    assert missing == []


def test_other_peoples_exporters_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("scroll", "kandil.exporters.site:EXPORTER", "kandil.exporters")
    monkeypatch.setattr("kandil.exporters.entry_points", lambda group: [point])
    assert "site" in find_exporters()
