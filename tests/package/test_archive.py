"""The one zip writer: the same bytes on any day, and a whole file or none."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kandil.deflate import deflated
from kandil.package.archive import write_archive
from kandil.package.artefact import File

GZIP = 18
"""Bytes of head and tail (RFC 1952)."""
NAMES = st.from_regex(r"[a-z0-9]{1,6}(/[a-z0-9]{1,6})?\.(html|js)", fullmatch=True)
FILES = st.dictionaries(NAMES, st.binary(max_size=400), max_size=6)


@given(FILES)
def test_the_same_files_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("zips")
    files = [File(path, data) for path, data in content.items()]
    first, second = folder / "one.zip", folder / "two.zip"
    write_archive(first, files)
    write_archive(second, iter(files))
    assert first.read_bytes() == second.read_bytes()


def test_entries_bear_a_fixed_date_fixed_attributes_and_sorted_names(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    weights = write_archive(target, [File("b.html", b"b"), File("a/c.js", b"c" * 999)])
    with ZipFile(target) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == ["SHA256SUMS", "a/c.js", "b.html"]
    assert sorted(weights.values()) == [len(gzip.compress(data, 9)) for data in (b"b", b"c" * 999)]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr for entry in entries} == {0o100644 << 16}
    assert {entry.create_system for entry in entries} == {3}
    assert entries[1].compress_size < 50


def test_what_is_packed_is_what_gzip_9_packs(tmp_path: Path) -> None:
    """At the level that an archive usually has, these words take more."""
    words = " ".join(f"lesson {n * n % 97} word {n * 7 % 31}" for n in range(9000)).encode()
    write_archive(tmp_path / "a.zip", [File("a.html", words)])
    packed = len(gzip.compress(words, 9, mtime=0)) - GZIP
    assert packed < len(gzip.compress(words, 6, mtime=0)) - GZIP
    with ZipFile(tmp_path / "a.zip") as archive:
        assert archive.getinfo("a.html").compress_size == packed


def test_what_is_deflated_already_is_packed_as_zipfile_would(tmp_path: Path) -> None:
    words = b"lesson and word " * 900
    write_archive(tmp_path / "a.zip", [File("a.html", words)], sums_inside=False)
    packed = [File("a.html", deflated(words))]
    write_archive(tmp_path / "b.zip", packed, sums_inside=False)
    with ZipFile(tmp_path / "c.zip", "w") as archive:
        entry = ZipInfo("a.html", (1980, 1, 1, 0, 0, 0))
        entry.compress_type, entry.create_system, entry.external_attr = (
            ZIP_DEFLATED,
            3,
            0o100644 << 16,
        )
        archive.writestr(entry, words, compresslevel=9)
    made = [(tmp_path / f"{name}.zip").read_bytes() for name in "abc"]
    assert made[0] == made[1] == made[2]


def test_the_first_member_is_stored_and_stands_first_in_both_orders(tmp_path: Path) -> None:
    target, files = tmp_path / "a.epub", [File("mimetype", b"a/b"), File("META-INF/c.xml", b"<c/>")]
    write_archive(target, files, first="mimetype", sums_inside=False)
    assert target.read_bytes()[30:41] == b"mimetypea/b"
    with ZipFile(target) as archive:
        assert archive.namelist() == ["mimetype", "META-INF/c.xml"]
        assert archive.getinfo("mimetype").compress_type == ZIP_STORED
    with pytest.raises(ValueError, match="first"):
        write_archive(target, reversed(files), first="mimetype")


def test_the_clock_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_archive(tmp_path / "a.zip", [File("a", b"1")])
    monkeypatch.setattr(time, "time", lambda: 2e9)
    write_archive(tmp_path / "b.zip", [File("a", b"1")])
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_an_error_half_way_leaves_the_old_archive_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    write_archive(target, [File("a", b"old")])
    before = target.read_bytes()

    def broken() -> Iterator[File]:
        yield File("a", b"new")
        raise RuntimeError("half-way")

    with pytest.raises(RuntimeError):
        write_archive(target, broken())
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/a",
        "a//b",
        "../a",
        "a/../b",
        "./a",
        "a\\b",
        "ა.html",
        "a b/ c",
        "a:b",
        "a\n",
        "a&b",
        "a ",
    ],
)
def test_names_that_break_an_lms_are_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="portable"):
        write_archive(tmp_path / "a.zip", [File(path, b"")])


def test_two_names_that_windows_takes_for_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="twice"):
        write_archive(tmp_path / "a.zip", [File("A.html", b""), File("a.html", b"")])
