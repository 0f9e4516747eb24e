"""A folder and a zip are looked at in the same way; what is neither is a problem, never a crash."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from kandil.build.verify import verify_package
from kandil.deflate import Deflated, deflated
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from kandil.verify import contents
from kandil.verify.contents import UnreadableError, read_contents
from kandil.verify.facts import facts, learn

FILES = [File("b.html", b"<p>" * 900), File("a/c.js", b"'c'")]


def test_a_zip_and_a_folder_read_alike(tmp_path: Path) -> None:
    write_archive(tmp_path / "a.zip", FILES)
    for file in FILES:
        (tmp_path / "x" / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "x" / file.path).write_bytes(file.content)
    with read_contents(tmp_path / "a.zip") as zipped, read_contents(tmp_path / "x") as loose:
        assert set(zipped.names) - set(loose.names) == {"SHA256SUMS"}
        for file in FILES:
            assert zipped.read(file.path) == loose.read(file.path) == file.content
            assert zipped.weight(file.path) == loose.weight(file.path)
            assert loose.weight(file.path) == len(gzip.compress(file.content, 9))


def learned(content: bytes) -> Deflated:
    """A page that a build has made."""
    page = deflated(content)
    learn(facts(content, page))
    return page


def test_a_page_that_is_known_is_not_inflated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = learned(b"<p>a page")
    write_archive(tmp_path / "a.zip", [File("a.html", page)], sums_inside=False)
    monkeypatch.setattr(contents, "unpack", lambda archive, name: b"")
    with read_contents(tmp_path / "a.zip") as zipped:
        assert zipped.digest("a.html") == page.digest


@pytest.mark.parametrize("change", ["packed", "size", "crc"])
def test_what_a_zip_says_of_a_page_that_is_known_is_looked_at(tmp_path: Path, change: str) -> None:
    page = learned(b"<p>another page")
    wrong = {"packed": page.packed[:-1] + b"\1", "size": page.size + 1, "crc": page.crc ^ 1}
    lie = replace(page, **{change: wrong[change]})
    write_archive(tmp_path / "a.zip", [File("a.html", lie)])
    with pytest.raises(UnreadableError), read_contents(tmp_path / "a.zip") as zipped:
        zipped.digest("a.html")


HOSTS = [
    ".DS_Store", ".htaccess", "web.config", "Web.config", "Thumbs.db", "desktop.ini", "Desktop.ini",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTS)
def test_what_systems_and_servers_lay_beside_is_not_part_of_a_package(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "en").mkdir()
    for folder in (tmp_path, tmp_path / "en"):
        (folder / name).write_bytes(b"")
    (tmp_path / "a.html").write_bytes(b"")
    with read_contents(tmp_path) as contents:
        assert contents.names == ("a.html",)


@pytest.mark.parametrize("name", ["web.config.html", "my-web.config", "Thumbs.db.js", "web.conf"])
def test_what_only_looks_like_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    with read_contents(tmp_path) as contents:
        assert contents.names == (name,)


@pytest.mark.parametrize("name", HOSTS)
def test_a_zip_holds_nothing_of_theirs(tmp_path: Path, name: str) -> None:
    write_archive(tmp_path / "a.zip", [File("a.html", b""), File(name, b"")])
    with read_contents(tmp_path / "a.zip") as contents:
        assert name in contents.names


@pytest.mark.parametrize("content", [b"PK\x03\x04 not a zip", b"PK\x03\x04" + bytes(99)])
def test_a_broken_archive_is_not_read(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "broken.epub"
    broken.write_bytes(content)
    with pytest.raises(UnreadableError), read_contents(broken):
        pass


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"\x00" * 99, b"words"])
def test_a_broken_zip_is_a_problem(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(content)
    [problem] = verify_package(broken, "broken.zip")
    assert (problem.code, problem.place.file) == ("V007", "broken.zip")


def test_a_damaged_entry_is_a_problem(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    write_archive(target, [File("a.html", bytes(range(256)) * 9)])
    content = bytearray(target.read_bytes())
    content[60] ^= 0xFF
    target.write_bytes(content)
    assert [problem.code for problem in verify_package(target)] == ["V007"]


def test_a_path_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in verify_package(tmp_path / "none.zip")] == ["V007"]
    (tmp_path / "empty").mkdir()
    assert [problem.code for problem in verify_package(tmp_path / "empty")] == ["V007"]


@pytest.mark.parametrize("record", [b"[]", b"{", b'{"format": "scroll"}', b"\xff"])
def test_a_package_of_an_unknown_format_is_a_problem(tmp_path: Path, record: bytes) -> None:
    write_archive(tmp_path / "a.zip", [File("edition.json", record)])
    [problem] = verify_package(tmp_path / "a.zip")
    assert problem.code == "V007"
    assert "site" in problem.hint
