"""Libraries from a folder, put into each file."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from exporters.h5p_files import every, packages, with_member
from h5p.stubs import write_stubs
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters._h5p.check import check_package
from kandil.exporters._h5p.libraries import LIBRARIES
from kandil.exporters.h5p import EXPORTER, H5pOptions
from kandil.problems import errors

TINY = Path("tests/courses/tiny")
SET = "tin-1-check.h5p"


def names(package: bytes) -> list[str]:
    with ZipFile(BytesIO(package)) as archive:
        return archive.namelist()


def told(folder: Path, **settings: str) -> list[str]:
    request = Request(
        (TINY,),
        "preview",
        date(2026, 11, 24),
        ("en",),
        ("h5p",),
        folder / "dist",
        settings=tuple(settings.items()),
    )
    return [
        f"{one.place.file}: {one.code} {one.message}" for one in errors(build(request).problems)
    ]


def test_each_file_has_the_libraries_that_it_needs_and_no_other(tmp_path: Path) -> None:
    stubs = write_stubs(tmp_path / "libraries")
    needs = [{"machineName": "H5P.Question", "majorVersion": 1, "minorVersion": 5}]
    more = stubs / "H5P.Question-1.5"
    more.mkdir()
    (more / "library.json").write_text(
        json.dumps({**needs[0], "patchVersion": 9, "title": "Question"})
    )
    for name, content in (("question.js", "1"), (".git/config", "x"), ("run.sh", "x")):
        (more / name).parent.mkdir(exist_ok=True)
        (more / name).write_text(content)
    blanks = stubs / "H5P.Blanks-1.14/library.json"
    blanks.write_text(
        json.dumps({**json.loads(blanks.read_text()), "preloadedDependencies": needs})
    )
    found = packages(every(), str(stubs))
    assert [one for name, each in found.items() for one in check_package(name, each)] == []
    inside = {one.partition("/")[0] for one in names(found[SET]) if "/" in one}
    assert inside == {
        "content",
        *("H5P.QuestionSet-1.20", "H5P.MultiChoice-1.16", "H5P.TrueFalse-1.8"),
        *("H5P.Blanks-1.14", "H5P.DragText-1.10", "H5P.Question-1.5"),
    }
    assert [one for one in names(found[SET]) if one.startswith("H5P.Question-")] == [
        "H5P.Question-1.5/library.json",
        "H5P.Question-1.5/question.js",
    ]


def test_a_build_bundles_them_and_names_what_is_missing(tmp_path: Path) -> None:
    stubs = write_stubs(tmp_path / "libraries")
    assert told(tmp_path, libraries=str(stubs)) == []
    [made] = (tmp_path / "dist").rglob("*.zip")
    with ZipFile(made) as archive:
        assert "H5P.Column-1.18/library.json" in names(archive.read("tiny-1.h5p"))
    some = {name: one for name, one in LIBRARIES.items() if "Column" not in name}
    fewer = write_stubs(tmp_path / "fewer", some)
    [said] = told(tmp_path, libraries=str(fewer))
    assert said.startswith(f"{fewer}: V047 The H5P library 'H5P.Column 1.18' is not in this folder")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    none = tmp_path / "none"
    [said] = told(tmp_path, libraries=str(none))
    assert said.startswith(f"{none}: V047 The folder of H5P libraries cannot be read")
    assert not (tmp_path / "dist" / "preview").exists()


def test_check_says_the_same_first(tmp_path: Path) -> None:
    some = {name: one for name, one in LIBRARIES.items() if "Column" not in name}
    fewer = write_stubs(tmp_path / "fewer", some)
    [said] = EXPORTER.refuses([every()], H5pOptions(str(fewer)))
    assert (said.code, "'H5P.Column 1.18'" in said.message) == ("V047", True)
    [said] = EXPORTER.refuses([every()], H5pOptions(str(tmp_path / "none")))
    assert "cannot be read" in said.message
    assert [*EXPORTER.refuses([every()], H5pOptions(""))] == []


def test_a_file_with_libraries_has_all_that_they_need(tmp_path: Path) -> None:
    whole = packages(every(), str(write_stubs(tmp_path / "libraries")))[SET]
    gone = with_member(whole, "H5P.DragText-1.10/library.json", lambda told: None)
    gone = with_member(gone, "H5P.DragText-1.10/semantics.json", lambda told: None)
    assert [one.code for one in check_package(SET, gone)] == ["V047"]
    needs = (
        b'{"preloadedDependencies": [{"machineName": "X", "majorVersion": 1, "minorVersion": 2}]}'
    )
    more = with_member(whole, "H5P.DragText-1.10/library.json", lambda told: needs)
    assert [one.message for one in check_package(SET, more)] == [
        "the library 'X 1.2' is needed and not in the file"
    ]
    broken = b'{"preloadedDependencies": [{"machineName": "X"}]}'
    more = with_member(whole, "H5P.DragText-1.10/library.json", lambda told: broken)
    assert [one.code for one in check_package(SET, more)] == ["V006"]
