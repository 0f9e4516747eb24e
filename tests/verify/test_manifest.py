"""A manifest and the files beside it."""

from __future__ import annotations

import pytest
from kandil.verify.contents import Contents
from kandil.verify.manifest import check_listed, read_manifest


def package(files: dict[str, bytes]) -> Contents:
    return Contents(files, files.__getitem__)


def test_each_file_is_listed_and_each_listed_file_is_there() -> None:
    contents = package({"m.xml": b"<a/>", "a.html": b"", "b c.html": b""})
    assert list(check_listed(contents, "m.xml", ["a.html", "b%20c.html"])) == []


def test_an_unlisted_and_a_missing_file_are_found() -> None:
    contents = package({"m.xml": b"<a/>", "a.html": b"", "b.html": b""})
    found = list(check_listed(contents, "m.xml", ["a.html", "c.html"]))
    assert [(problem.code, problem.place.file) for problem in found] == [
        ("V004", "b.html"),
        ("V004", "m.xml"),
    ]
    assert "c.html" in found[1].message


def test_a_manifest_that_is_not_there_is_found() -> None:
    root, problems = read_manifest(package({}), "m.xml")
    assert root is None
    assert [problem.code for problem in problems] == ["V004"]


@pytest.mark.parametrize("content", [b"", b"<a>", b"<a></b>", b"\xff\xfe<", b"<a b=c/>"])
def test_xml_that_is_not_well_formed_is_found(content: bytes) -> None:
    root, problems = read_manifest(package({"m.xml": content}), "m.xml")
    assert root is None
    assert [problem.code for problem in problems] == ["V006"]


def test_an_entity_never_opens_a_file() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    root, _ = read_manifest(package({"m.xml": bomb}), "m.xml")
    assert root is not None
    assert "root" not in "".join(root.itertext())
