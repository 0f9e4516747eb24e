"""A built package, looked at in the same way as a folder and as a zip."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

ENCRYPTED = 0x1
"""APPNOTE 4.4.4, bit 0."""
GZIP_FRAME = 18
"""Header and trailer around deflated bytes (RFC 1952 2.3)."""
_BROKEN = (OSError, BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What a damaged zip raises, at its opening or at any entry."""


class Unreadable(Exception):
    """Neither a folder nor a whole zip."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Names in order, and their bytes on demand."""

    names: tuple[str, ...]
    read: Callable[[str], bytes]
    weight: Callable[[str], int]
    """Bytes after gzip -9."""


@contextmanager
def read_contents(package: Path) -> Iterator[Contents]:
    """Raises `Unreadable`. Names that begin with a full stop are not part of a package."""
    try:
        if package.is_dir():
            yield _folder(package)
        else:
            with ZipFile(package) as archive:
                yield _zip(archive)
    except _BROKEN as error:
        raise Unreadable(str(error)) from error


def _folder(package: Path) -> Contents:
    def read(name: str) -> bytes:
        return (package / name).read_bytes()

    def weight(name: str) -> int:
        return len(gzip.compress(read(name), 9, mtime=0))

    paths = (path.relative_to(package) for path in package.rglob("*") if path.is_file())
    seen = (path for path in paths if not any(part.startswith(".") for part in path.parts))
    return Contents(tuple(sorted(path.as_posix() for path in seen)), read, weight)


def _zip(archive: ZipFile) -> Contents:
    if any(entry.flag_bits & ENCRYPTED for entry in archive.infolist()):
        raise BadZipFile("it asks for a password")

    def weight(name: str) -> int:
        entry = archive.getinfo(name)
        if entry.compress_type == ZIP_DEFLATED:
            return entry.compress_size + GZIP_FRAME
        return len(gzip.compress(archive.read(name), 9, mtime=0))

    return Contents(tuple(sorted(archive.namelist())), archive.read, weight)
