"""What a tar shows is read back as what a zip shows, and one that is made to do harm is not."""

from __future__ import annotations

import gzip
import resource
import tarfile
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from kandil.verify import tarred
from kandil.verify.contents import Contents, UnreadableError, nested
from kandil.verify.shown import DEEPEST, read_shown

PAGE = b"<p>Call +44 7700 900123</p>"


def entry(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    found = tarfile.TarInfo(name)
    found.size, found.type = size, kind
    return found


def tar(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    file = BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for one, content in members:
            archive.addfile(one, BytesIO(content))
    return file.getvalue()


def named(name: str, content: bytes = PAGE) -> tuple[tarfile.TarInfo, bytes]:
    return entry(name, len(content)), content


def shown(content: bytes) -> list[tuple[str, str]]:
    package = Contents(["a.mbz"], {"a.mbz": content}.__getitem__)
    return [(one.file, one.words) for one in read_shown(package)]


def list_names(content: bytes) -> tuple[str, ...]:
    with nested(content) as inner:
        return inner.names


FOLDER = entry("course", kind=tarfile.DIRTYPE), b""
LONG = f"course/{'a' * 90}/{'b' * 90}.html"


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzipped"])
def test_a_tar_is_read(pack: Callable[[bytes], bytes]) -> None:
    words = "Call +44 7700 900123"
    whole = tar(FOLDER, named("course/b.html"), named("a.txt", b""), named(LONG))
    assert shown(pack(whole)) == [(f"a.mbz/{LONG}", words), ("a.mbz/course/b.html", words)]


def test_a_tar_in_a_zip_in_a_tar_is_read() -> None:
    middle = BytesIO()
    with ZipFile(middle, "w") as archive:
        archive.writestr("data", gzip.compress(tar(named("p.html"))))
    [(file, _)] = shown(tar(named("more.bin", middle.getvalue())))
    assert file == "a.mbz/more.bin/data/p.html"


def linked(kind: bytes) -> bytes:
    one = entry("a.html", kind=kind)
    one.linkname = "/etc/passwd"
    return tar((one, b""))


def late(content: bytes) -> bytes:
    """A second archive behind the end of the first."""
    return content + tar(named("b.html"))


def negative() -> bytes:
    """A size below nothing would lead back to its own header for ever."""
    header = bytearray(tar((entry("a.html"), b""))[:512])
    header[124:136] = (-1024).to_bytes(12, "big", signed=True)
    header[148:156] = b" " * 8
    header[148:156] = f"{sum(header):06o}\0 ".encode()
    return bytes(header) + bytes(1024)


GNU = tar(named("a.html"))
HARM = {
    "a link": (linked(tarfile.SYMTYPE), "V040"),
    "a hard link": (linked(tarfile.LNKTYPE), "V040"),
    "a device": (linked(tarfile.CHRTYPE), "V040"),
    "holes": (tar((entry("a.html", kind=tarfile.GNUTYPE_SPARSE), b"")), "V040"),
    "a way out": (tar(named("../a.html")), "V040"),
    "a place of its own": (tar(named("/a.html")), "V040"),
    "a name twice": (tar(named("a.html"), named("A.html")), "V040"),
    "more behind it": (late(GNU), "V040"),
    "a negative size": (negative(), "V040"),
    "a large file": (tar(named("a.html", bytes(4_000_001))), "V041"),
    "no end": (GNU[:600], "V007"),
    "no end, at a block": (GNU[:1024], "V007"),
    "a damaged header": (b"b" + GNU[1:], "V007"),
    "no tar": (gzip.compress(PAGE * 99), "V007"),
    "a gzip that was cut off": (gzip.compress(GNU)[:-12], "V007"),
    "a damaged gzip": (gzip.compress(GNU)[:-8] + bytes(8), "V007"),
}


@pytest.mark.parametrize("what", HARM)
def test_what_would_do_harm_is_refused(what: str) -> None:
    content, code = HARM[what]
    with pytest.raises(UnreadableError) as refused:
        list_names(content)
    assert refused.value.code == code


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gigabyte of zeros is a megabyte of gzip; what is unpacked is not held in memory."""
    monkeypatch.setattr(tarred, "FILE", 1_000_000)
    monkeypatch.setattr(tarred, "WHOLE", 30_000_000)
    bomb = b"".join([gzip.compress(bytes(1_000_000))] * 200)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UnreadableError) as refused:
        list_names(bomb)
    assert refused.value.code == "V041"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tarred, "COUNT", 2)
    with pytest.raises(UnreadableError, match="more than 2 files"):
        list_names(tar(*(named(f"{number}.html") for number in range(3))))


def test_an_archive_in_itself_has_an_end() -> None:
    content = PAGE
    for _ in range(DEEPEST + 1):
        content = gzip.compress(tar(named("more", content)))
    with pytest.raises(UnreadableError, match="lie in each other"):
        shown(content)
