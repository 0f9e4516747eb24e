"""What a tar holds, gzipped or not (POSIX 1003.1, ustar), looked at as a zip is: OLX and Moodle's
`.mbz` are such archives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from gzip import GzipFile
from io import BytesIO
from tarfile import AREGTYPE, BLOCKSIZE, DIRTYPE, REGTYPE, ReadError, TarInfo
from tempfile import SpooledTemporaryFile
from typing import IO, NamedTuple

from kandil.verify.entries import COUNT, FILE, WHOLE, FaultError, check_names, check_size

_GZIP = b"\x1f\x8b"
"""RFC 1952, 2.3.1."""
_PIECE = 1 << 20


class Span(NamedTuple):
    """Where the bytes of a file lie in a tar."""

    place: int
    size: int


def begins_tar(content: bytes) -> bool:
    """Whether bytes begin as a tar does; what is gzipped is one wherever Kandil meets it."""
    return content.startswith(_GZIP) or content[257:262] == b"ustar"


@contextmanager
def unpacked(content: bytes) -> Iterator[IO[bytes]]:
    """The tar, on the disk if it is large. Raises `FaultError` where it is too large for a course,
    `OSError`, `EOFError` or `zlib.error` for a damaged one."""
    if not content.startswith(_GZIP):
        yield BytesIO(content)
        return
    with SpooledTemporaryFile(FILE) as tar, GzipFile(fileobj=BytesIO(content)) as packed:
        while piece := packed.read(_PIECE):
            tar.write(piece)
            if tar.tell() > WHOLE:
                raise FaultError("V041", f"it unpacks to more than {WHOLE:,} bytes")
        tar.seek(0)
        yield tar


def list_tar(tar: IO[bytes]) -> dict[str, Span]:
    """Its files, by name; no folders. Raises `FaultError` as `check_zip` does, and `TarError`."""
    found: dict[str, Span] = {}
    names = []
    while any(block := tar.read(BLOCKSIZE)):
        entry = TarInfo.frombuf(block, "utf-8", "surrogateescape")
        names.append(entry.name)
        if entry.type in (REGTYPE, AREGTYPE) and entry.size >= 0:
            check_size(entry.name, entry.size)
            found[entry.name] = Span(tar.tell(), entry.size)
            tar.seek(-(-entry.size // BLOCKSIZE) * BLOCKSIZE, 1)
        elif entry.type != DIRTYPE or entry.size:
            raise FaultError("V040", f"'{entry.name}' is neither a plain file nor a folder")
        if len(names) > COUNT:
            raise FaultError("V041", f"it unpacks to more than {COUNT:,} files")
    check_names(names)
    _ended(tar, len(block))
    return found


def _ended(tar: IO[bytes], last: int) -> None:
    """A tar ends in blocks of zeros, and no reader may find more behind them."""
    if last != BLOCKSIZE:
        raise ReadError("its end is missing")
    while rest := tar.read(_PIECE):
        if rest.strip(b"\0"):
            raise FaultError("V040", "something hides behind the end")


def take(tar: IO[bytes], span: Span) -> bytes:
    """The bytes of a file."""
    tar.seek(span.place)
    return tar.read(span.size)
