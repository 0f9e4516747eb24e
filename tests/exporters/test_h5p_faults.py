"""Faults planted in H5P's files: an importer would refuse each, or a player stop at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from calm import write_calm
from contract import suite
from exporters.h5p_files import BODY, HEAD, changed, every, files, packages, with_member
from kandil.exporters._h5p.check import check_package
from kandil.exporters.h5p import EXPORTER

SET, BOOK, CALL = "tin-1-check.h5p", "tin-1.h5p", "tin-1-call.h5p"
Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return packages(every())


def codes(name: str, content: bytes) -> list[str]:
    return [one.code for one in check_package(name, content)]


def first(told: dict[str, Any]) -> dict[str, Any]:
    return told["questions"][0]["params"]


HEADS: dict[str, Change] = {
    "no title": lambda told: told.pop("title"),
    "a title of 256 signs": lambda told: told.update(title="x" * 256),
    "a title of two lines": lambda told: told.update(title="a\nb"),
    "a language with a line below": lambda told: told.update(language="pt_BR"),
    "a language with digits": lambda told: told.update(language="es-419"),
    "a language of eleven signs": lambda told: told.update(language="zh-Hant-TWX"),
    "no main library": lambda told: told.pop("mainLibrary"),
    "a main library that is no dependency": lambda told: told.update(mainLibrary="H5P.Column"),
    "no way to embed": lambda told: told.update(embedTypes=[]),
    "a strange way to embed": lambda told: told.update(embedTypes=["popup"]),
    "a licence by its SPDX name": lambda told: told.update(license="CC-BY-SA-4.0"),
    "a version of a licence": lambda told: told.update(licenseVersion="4"),
    "no dependencies": lambda told: told.pop("preloadedDependencies"),
    "a version as a string": lambda told: told["preloadedDependencies"][0].update(minorVersion="1"),
    "a library inside that is not listed": lambda told: told["preloadedDependencies"].pop(0),
    "a library that nothing uses": lambda told: told["preloadedDependencies"].append(
        {"machineName": "H5P.Summary", "majorVersion": 1, "minorVersion": 10}
    ),
    "another version": lambda told: told["preloadedDependencies"][0].update(minorVersion=99),
}


@pytest.mark.parametrize("fault", HEADS)
def test_what_a_file_says_of_itself_is_checked(fault: str, made: dict[str, bytes]) -> None:
    assert "V006" in codes(SET, changed(made[SET], HEAD, HEADS[fault]))


def true_false(told: dict[str, Any]) -> dict[str, Any]:
    return told["questions"][2]["params"]


BODIES: dict[str, Change] = {
    "true without quotes": lambda told: true_false(told).update(correct=True),
    "a boolean in quotes": lambda told: first(told)["answers"][0].update(correct="true"),
    "a number in quotes": lambda told: told.update(passPercentage="80"),
    "more than a hundred percent": lambda told: told.update(passPercentage=101),
    "a boolean for a number": lambda told: told.update(passPercentage=True),
    "no question": lambda told: told.update(questions=[]),
    "a question that is none": lambda told: told.update(questions=["x"]),
    "a list that is none": lambda told: told.update(questions={}),
    "a group that is none": lambda told: told.update(texts=[]),
    "a field that is missing": lambda told: told.pop("endGame"),
    "a field of a newer version": lambda told: told["texts"].update(questionSetInstruction="x"),
    "a group of one field that is not flattened": lambda told: first(told).update(
        overallFeedback={"overallFeedback": first(told)["overallFeedback"]}
    ),
    "a choice that is none": lambda told: first(told)["behaviour"].update(type="one"),
    "a version inside that may not stand there": lambda told: told["questions"][0].update(
        library="H5P.MultiChoice 1.15"
    ),
    "an id that is no UUID": lambda told: told["questions"][0].update(subContentId="7"),
    "metadata without a title": lambda told: told["questions"][0].update(metadata={}),
    "a script": lambda told: first(told).update(question="<script>x</script>"),
    "a picture in prose": lambda told: first(told).update(question='<img src="x.png" />'),
    "an attribute": lambda told: first(told).update(question='<p onclick="x">y</p>'),
    "a link that runs": lambda told: first(told)["answers"][0]["tipsAndFeedback"].update(
        chosenFeedback='<a href="javascript:x">y</a>'
    ),
    "an answer without a word": lambda told: first(told)["answers"][0].update(text="<em> </em>"),
    "markup that does not end": lambda told: first(told).update(question="<p>x"),
    "markup in plain words": lambda told: first(told)["UI"].update(checkAnswerButton="<b>x</b>"),
    "words that are none": lambda told: first(told)["UI"].update(checkAnswerButton=3),
    "too many words": lambda told: true_false(told)["behaviour"].update(feedbackOnWrong="x" * 2049),
}


@pytest.mark.parametrize("fault", BODIES)
def test_a_content_has_the_shape_of_its_library(fault: str, made: dict[str, bytes]) -> None:
    assert "V046" in codes(SET, changed(made[SET], BODY, BODIES[fault]))


def test_a_step_has_two_ways_or_is_no_question(made: dict[str, bytes]) -> None:
    def lone(told: dict[str, Any]) -> None:
        start = told["branchingScenario"]["content"][0]["type"]["params"]
        start["branchingQuestion"]["alternatives"].pop()

    assert codes(CALL, changed(made[CALL], BODY, lone)) == ["V046"]


def test_a_file_without_its_parts_or_with_others_is_refused(made: dict[str, bytes]) -> None:
    for name in (HEAD, BODY):
        assert codes(SET, with_member(made[SET], name, lambda told: None)) == ["V006"]
        assert codes(SET, with_member(made[SET], name, lambda told: b"[]")) == ["V006"]
        assert codes(SET, with_member(made[SET], name, lambda told: b"{")) == ["V006"]
    strange = ("content/run.js", "content/images/map.svg", "content/images/a.webp", "notes.txt")
    for name in (*strange, "H5P.Column-1.18/run.exe"):
        found = codes(SET, with_member(made[SET], name, lambda told: b"x"))
        assert "V042" in found, name
    loose = with_member(made[SET], "H5P.Column-1.18/column.js", lambda told: b"x")
    assert codes(SET, loose) == ["V004"]
    assert codes(SET, b"no zip") == ["V007"]


def test_a_picture_that_is_named_is_there_and_the_other_way_round(tmp_path: Path) -> None:
    book = packages(suite.editions(write_calm(tmp_path))[0])["tiny-1.h5p"]
    [picture, *_] = [one for one in names(book) if one.startswith("content/images/")]
    assert "V002" in codes(BOOK, with_member(book, picture, lambda told: None))
    more = with_member(book, "content/images/more.png", lambda told: b"x")
    assert codes(BOOK, more) == ["V004"]


def names(package: bytes) -> list[str]:
    from io import BytesIO

    with ZipFile(BytesIO(package)) as archive:
        return archive.namelist()


def test_the_zip_holds_what_the_format_puts_there(tmp_path: Path) -> None:
    found = files(every())
    found["more.html"] = b"<p>x</p>"
    with ZipFile(tmp_path / "x.zip", "w") as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    told = [(one.code, one.place.file) for one in EXPORTER.verify(tmp_path / "x.zip")]
    assert told == [("V042", "more.html")]
