"""Folders of libraries, as somebody has them on a disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from h5p_cli_wrapper import Version, find_libraries, needed_by

SET, TEXT, EDITOR = (
    Version("H5P.QuestionSet", 1, 20),
    Version("H5P.AdvancedText", 1, 1),
    Version("H5PEditor.Range", 1, 0),
)


def library(folder: Path, one: Version, **more: object) -> None:
    path = folder / one.folder
    path.mkdir(parents=True)
    told = {"title": one.name, "machineName": one.name, "patchVersion": 3}
    told |= {"majorVersion": one.major, "minorVersion": one.minor, **more}
    (path / "library.json").write_text(json.dumps(told))


def depends(*on: Version) -> list[dict[str, object]]:
    # The numbers as strings, as some libraries have them.
    return [
        {"machineName": one.name, "majorVersion": str(one.major), "minorVersion": str(one.minor)}
        for one in on
    ]


def test_a_library_is_what_its_library_json_says(tmp_path: Path) -> None:
    library(tmp_path, SET, preloadedDependencies=depends(TEXT))
    [(version, found)] = find_libraries(tmp_path).items()
    assert (version, found.patch, found.needs) == (SET, 3, (TEXT,))
    assert (str(version), version.folder) == ("H5P.QuestionSet 1.20", "H5P.QuestionSet-1.20")


def test_what_is_no_library_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "h5p-php-library").mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "broken").mkdir()
    for words in ("{", "[]", '{"machineName": "H5P.X"}', '{"preloadedDependencies": [3]}'):
        (tmp_path / "broken/library.json").write_text(words)
        assert find_libraries(tmp_path) == {}


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        find_libraries(tmp_path / "none")


def test_needs_are_followed_through_circles_and_the_missing_are_named(tmp_path: Path) -> None:
    library(tmp_path, SET, preloadedDependencies=depends(TEXT), editorDependencies=depends(EDITOR))
    library(tmp_path, TEXT, dynamicDependencies=depends(SET))
    library(tmp_path, Version("H5P.Other", 1, 0))
    found, missing = needed_by([SET], find_libraries(tmp_path))
    assert [one.version for one in found] == [TEXT, SET]
    assert missing == [EDITOR]
    assert needed_by([Version("H5P.QuestionSet", 1, 21)], find_libraries(tmp_path)) == (
        [],
        [Version("H5P.QuestionSet", 1, 21)],
    )
