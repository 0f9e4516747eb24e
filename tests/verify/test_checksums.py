"""A copied package against its own list."""

from __future__ import annotations

from pathlib import Path

from kandil.package.archive import write_archive
from kandil.package.artefact import File
from kandil.verify.checksums import check_checksums
from kandil.verify.contents import Contents, read_contents


def built(tmp_path: Path) -> Contents:
    write_archive(tmp_path / "a.zip", [File("a.html", b"a"), File("b.html", b"b")])
    with read_contents(tmp_path / "a.zip") as zipped:
        files = {name: zipped.read(name) for name in zipped.names}
    return Contents(files, files.__getitem__, lambda name: 0)


def changed(contents: Contents, name: str, content: bytes | None) -> list[tuple[str, str]]:
    files = {known: contents.read(known) for known in contents.names}
    if content is None:
        del files[name]
    else:
        files[name] = content
    other = Contents(files, files.__getitem__, lambda name: 0)
    return [(problem.code, problem.place.file) for problem in check_checksums(other)]


def test_what_was_built_is_whole(tmp_path: Path) -> None:
    assert list(check_checksums(built(tmp_path))) == []


def test_a_changed_file_is_found(tmp_path: Path) -> None:
    assert changed(built(tmp_path), "a.html", b"A") == [("V005", "a.html")]


def test_a_missing_file_is_found(tmp_path: Path) -> None:
    assert changed(built(tmp_path), "b.html", None) == [("V004", "b.html")]


def test_an_added_file_is_found(tmp_path: Path) -> None:
    assert changed(built(tmp_path), "c.html", b"c") == [("V004", "c.html")]


def test_a_list_that_is_missing_or_nonsense_is_found(tmp_path: Path) -> None:
    contents = built(tmp_path)
    assert changed(contents, "SHA256SUMS", None) == [("V004", "SHA256SUMS")]
    assert changed(contents, "SHA256SUMS", b"\xff\x00 nonsense\n\n") != []
