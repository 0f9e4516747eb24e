"""A format is one file: two that nobody ships keep the contract."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from contract import suite, throwaway
from contract.foreign import Found, run, secrets, unasked, untold
from contract.throwaway import FOREIGN
from kandil.build import handed
from kandil.build.verify import packages_at, verify_package, yielded
from kandil.exporters import find_exporters
from kandil.model.structure import interactions
from kandil.problems import errors
from lxml import etree


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Found:
    own = find_exporters()
    return run(tmp_path_factory.mktemp("honest"), *own.values(), *FOREIGN.values())


ALL = {**find_exporters(), **FOREIGN}


@pytest.fixture(params=sorted(ALL))
def exporter(request: pytest.FixtureRequest) -> object:
    return ALL[request.param]


def test_they_are_found_by_their_entry_points(monkeypatch: pytest.MonkeyPatch) -> None:
    points = throwaway.points("QUIZLIST", "BOOK", "SHEET")
    monkeypatch.setattr("kandil.exporters.entry_points", lambda group: points)
    assert find_exporters()["quizlist"] is throwaway.QUIZLIST
    assert set(FOREIGN) < set(find_exporters())


def test_nobody_gets_what_is_not_for_her(exporter: object, honest: Found) -> None:
    assert errors(honest[2].problems) == []
    assert secrets(honest, exporter) == []


def test_every_question_is_asked_or_reported(exporter: object, honest: Found) -> None:
    assert unasked(honest, exporter) == []


def test_every_learner_is_told_what_she_must_know(exporter: object, honest: Found) -> None:
    if exporter.audience == "learner":
        assert untold(honest, exporter) == []


def test_what_is_found_on_a_disk_is_what_was_yielded(exporter: object, honest: Found) -> None:
    course, dist, _ = honest
    before = suite.editions(course)
    place = suite.place(dist, exporter, "every-GE")
    made = []
    for one in ALL.values():
        if suite.place(dist, one, "every-GE") == place:
            ready, _ = handed.Handed(before).to(one)
            yields = one.artefacts(ready, lambda edition: None, one.options(ready[0].course))
            made += [(one.name, artefact) for artefact in yields]
    mine = [one.path for one in yielded(place, "x", made)]
    assert sorted(one.path for one in packages_at(place, "x")) == sorted(mine)


def test_facilitators_files_lie_apart_from_what_is_hosted(honest: Found) -> None:
    _, dist, outcome = honest
    folders = sorted(path.name for path in (dist / "preview").iterdir())
    assert folders == sorted(
        {"trainers", *(n for n, one in ALL.items() if one.audience == "learner")}
    )
    names = sorted(path.name for path in (dist / "preview/trainers/every-GE").iterdir())
    sheets = ["every-GE-en-XA-preview.sheet", "every-GE-en-preview.sheet"]
    ends = ("-office.zip", "-trainers.zip")
    zips = [one.replace(".sheet", end) for one in sheets for end in ends]
    kinds = ("evaluation", "followup", "post", "pre", "tally")
    forms = [f"every-GE-preview-{kind}.xlsx" for kind in kinds]
    listed = ["SHA256SUMS", *sheets, *zips, *forms, "en", "en-XA", "formats.json"]
    assert names == sorted(listed)
    with ZipFile(dist / "preview/trainers/every-GE" / sheets[1]) as sheet:
        assert suite.TRAINER in sheet.read("text/every-1.xhtml").decode()
    [row] = [one for one in outcome.rows if one.format == "sheet" and one.locale == "en"]
    assert row.bytes == (dist / "preview/trainers/every-GE" / sheets[1]).stat().st_size


def test_pages_of_a_book_are_well_formed_and_its_first_member_is_stored(honest: Found) -> None:
    book = honest[1] / "preview/book/every-GE/every-GE-en-preview.book"
    assert book.read_bytes()[30:38] == b"mimetype"
    with ZipFile(book) as archive:
        assert "SHA256SUMS" not in archive.namelist()
        for name in archive.namelist():
            if name.endswith(".xhtml"):
                etree.fromstring(archive.read(name))


def test_the_report_names_each_question_that_changed_once(honest: Found) -> None:
    told = [one for one in honest[2].problems if one.code == "V030"]
    assert len(told) == len(set(told))
    mine = [one.message for one in told if "'quizlist'" in one.message]
    changes = {message.partition("this question ")[2] for message in mine}
    assert changes == {"as one to match", "printed, with the key"}
    lines = {one.place.line for one in told if "'book'" in one.message}
    [lesson] = suite.editions(honest[0])[0].course.modules
    assert lines == {one.place.line for one in interactions(lesson.blocks)}


# Packages that somebody copies, damages or renames


@pytest.fixture
def foreign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kandil.build.verify.find_exporters", lambda: ALL)


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("name", ["quizlist", "book"])
def test_a_changed_file_of_any_suffix_is_found(
    name: str, honest: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = honest[1] / f"preview/{name}/every-GE/every-GE-en-preview.{name}"
    assert verify_package(package) == verify_package(package.parent) == []
    folder = tmp_path / "every-GE"
    folder.mkdir()
    for path in package.parent.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / package.name).write_bytes(package.read_bytes().replace(b"email", b"emall"))
    (folder / package.name).write_bytes((folder / package.name).read_bytes() + b" ")
    alone = [one.code for one in verify_package(folder / package.name)]
    assert alone and set(alone) <= {"V005", "V007", "V040"}
    monkeypatch.chdir(folder)
    here = {one.place.file.partition("/")[0] for one in verify_package(Path(package.name))}
    assert here == {package.name}
    whole = verify_package(folder)
    assert "V005" in {one.code for one in whole}
    assert {one.place.file for one in whole} == {(folder / package.name).as_posix()}


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("name", ["quizlist", "book"])
def test_a_file_without_its_folder_cannot_be_vouched_for(
    name: str, honest: Found, tmp_path: Path
) -> None:
    package = honest[1] / f"preview/{name}/every-GE/every-GE-en-preview.{name}"
    (tmp_path / package.name).write_bytes(package.read_bytes())
    assert "V007" in {one.code for one in verify_package(tmp_path / package.name)}


# Planted faults: each contract is broken by somebody, and it is seen
