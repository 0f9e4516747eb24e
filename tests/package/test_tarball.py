"""The one tar writer: the same bytes on any day, and each reader finds the same files."""

from __future__ import annotations

import gzip
import subprocess
import tarfile
import time
from io import BytesIO

import pytest
from kandil.package.artefact import File
from kandil.package.tarball import EPOCH, tarball
from kandil.verify.contents import nested

LONG = f"course/{'a' * 90}/{'b' * 90}.html"
FILES = (File("course/b.html", b"b" * 700), File("course/a.xml", b"<a/>"), File(LONG, b""))


def entries(content: bytes) -> list[tarfile.TarInfo]:
    with tarfile.open(fileobj=BytesIO(content)) as tar:
        return tar.getmembers()


def test_the_same_files_give_the_same_bytes_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    first = tarball(FILES)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert tarball(reversed(FILES)) == first


def test_entries_are_sorted_and_tell_nothing_of_whoever_made_them() -> None:
    found = entries(tarball(FILES))
    assert [one.name for one in found] == sorted(one.path for one in FILES)
    told = {(one.mtime, one.mode, one.uid, one.gid, one.uname, one.gname) for one in found}
    assert told == {(EPOCH, 0o644, 0, 0, "", "")}


def test_the_gzip_around_it_has_no_time_no_name_and_no_system() -> None:
    head = tarball(FILES)[:10]
    assert head == b"\x1f\x8b\x08\x00" + bytes(4) + b"\x02\xff"


def test_other_readers_find_the_same() -> None:
    content = tarball(FILES)
    with nested(content) as inside:
        assert {name: inside.read(name) for name in inside.names} == {
            one.path: one.content for one in FILES
        }
    listed = subprocess.run(["tar", "-tz"], input=content, capture_output=True, check=True)
    assert listed.stdout.decode().split() == sorted(one.path for one in FILES)
    assert listed.stderr == b""


@pytest.mark.parametrize(
    "names", [("../a",), ("/a",), ("a\\b",), ("a/b", "A/b"), (f"{'a' * 300}/b",)]
)
def test_a_name_that_some_reader_would_refuse_is_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError):
        tarball(File(name, b"") for name in names)


def test_it_is_packed_as_well_as_gzip_can() -> None:
    words = " ".join(f"lesson {n * n % 97} word {n * 7 % 31}" for n in range(9000)).encode()
    content = tarball([File("a", words)])
    assert len(content) < len(gzip.compress(gzip.decompress(content), 6))
