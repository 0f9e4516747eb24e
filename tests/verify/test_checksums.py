"""A copied package against its own list."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from kandil.problems import Place
from kandil.verify.checksums import check_checksums
from kandil.verify.contents import Contents, read_contents


def built(tmp_path: Path) -> Contents:
    write_archive(tmp_path / "a.zip", [File("a.html", b"a"), File("b.html", b"b")])
    with read_contents(tmp_path / "a.zip") as zipped:
        files = {name: zipped.read(name) for name in zipped.names}
    return Contents(files, files.__getitem__)


def changed(contents: Contents, name: str, content: bytes | None) -> list[tuple[str, str]]:
    files = {known: contents.read(known) for known in contents.names}
    if content is None:
        del files[name]
    else:
        files[name] = content
    other = Contents(files, files.__getitem__)
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


DIGEST = "0" * 64


@pytest.mark.parametrize(
    "line",
    [
        "junk", "", " ", "# made by me", "a.html", DIGEST, f"{DIGEST}  ", f"{DIGEST} *a.html",
        f"{DIGEST[1:]}  a.html", f"\\{DIGEST}  a.html", f"SHA256 (a.html) = {DIGEST}",
        f"{DIGEST}  SHA256SUMS", f"{DIGEST}\ta.html", f"{'A' * 64}  a.html",
    ],
)  # fmt: skip
@pytest.mark.parametrize("first", [True, False])
def test_a_line_that_no_build_writes_is_found(tmp_path: Path, line: str, first: bool) -> None:
    contents = built(tmp_path)
    right = contents.read("SHA256SUMS").decode()
    listed = f"{line}\n{right}" if first else f"{right}{line}\n"
    files = {name: contents.read(name) for name in contents.names} | {"SHA256SUMS": listed.encode()}
    [problem] = check_checksums(Contents(files, files.__getitem__))
    assert (problem.code, problem.place) == ("V004", Place("SHA256SUMS", 1 if first else 3))


@pytest.mark.parametrize("other", [True, False])
@pytest.mark.parametrize("first", [True, False])
def test_a_file_that_is_listed_twice_is_found(tmp_path: Path, other: bool, first: bool) -> None:
    contents = built(tmp_path)
    right = contents.read("SHA256SUMS").decode().splitlines(keepends=True)
    again = f"{DIGEST}  a.html\n" if other else right[0]
    listed = "".join([again, *right] if first else [*right, again])
    found = changed(contents, "SHA256SUMS", listed.encode())
    assert ("V004", "SHA256SUMS") in found
    assert set(found) <= {("V004", "SHA256SUMS"), ("V005", "a.html")}


def test_many_such_lines_are_told_by_the_first_of_them(tmp_path: Path) -> None:
    contents = built(tmp_path)
    listed = contents.read("SHA256SUMS") + b"junk\n" * 1000
    assert len(changed(contents, "SHA256SUMS", listed)) == 5


@pytest.mark.parametrize("name", [".htaccess", "en/.htaccess", ".git/config", "web.config"])
def test_a_file_of_the_server_that_is_listed_is_not_called_missing(
    tmp_path: Path, name: str
) -> None:
    contents = built(tmp_path)
    listed = contents.read("SHA256SUMS") + f"{DIGEST}  {name}\n".encode()
    files = {name: contents.read(name) for name in contents.names} | {"SHA256SUMS": listed}
    [problem] = check_checksums(Contents(files, files.__getitem__))
    assert (problem.code, problem.place.file) == ("V004", name)
    assert problem.message == f"'{name}' is listed in SHA256SUMS, and no build writes it"
