"""A built package, looked at in the same way as a folder and as a zip."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from kandil.verify.document import Document, read_document
from kandil.verify.entries import FaultError, check_zip, list_folder, unpack

ENCRYPTED = 0x1
"""APPNOTE 4.4.4, bit 0."""
_BROKEN = (OSError, BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What a damaged zip raises, at its opening or at any entry."""


class UnreadableError(Exception):
    """Neither a folder nor a whole zip, or one that is better not read."""

    code = "V007"


class Contents:
    """Names in order, and their bytes on demand; each page is parsed once."""

    def __init__(
        self,
        names: Iterable[str],
        read: Callable[[str], bytes],
        weight: Callable[[str], int],
        digest: Callable[[str], str] | None = None,
    ) -> None:
        self.names = tuple(sorted(names))
        self.read = read
        self.weight = weight
        """Bytes after gzip -9."""
        self.digest = digest or (lambda name: sha256(read(name)).hexdigest())
        """SHA-256; a folder's files, zips among them, are not held in memory for it."""
        self._known = frozenset(self.names)
        self._pages: dict[str, Document] = {}

    def __contains__(self, name: str) -> bool:
        """Whether the package holds a file of that name."""
        return name in self._known

    def page(self, name: str) -> Document:
        """What the page refers to, read once."""
        if name not in self._pages:
            self._pages[name] = read_document(self.read(name))
        return self._pages[name]


@contextmanager
def read_contents(package: Path) -> Iterator[Contents]:
    """Raises `UnreadableError`. What is `beside` a package in a folder is not part of it."""
    try:
        if package.is_dir():
            yield _folder(package)
        else:
            with ZipFile(package) as archive:
                yield _zip(archive)
    except _BROKEN as error:
        raise UnreadableError(str(error)) from error
    except FaultError as fault:
        refused = UnreadableError(str(fault))
        refused.code = fault.code
        raise refused from fault


def _folder(package: Path) -> Contents:
    def read(name: str) -> bytes:
        return (package / name).read_bytes()

    def weight(name: str) -> int:
        return len(gzip.compress(read(name), 9, mtime=0))

    def digest(name: str) -> str:
        with (package / name).open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    return Contents(list_folder(package), read, weight, digest)


def _zip(archive: ZipFile) -> Contents:
    if any(entry.flag_bits & ENCRYPTED for entry in archive.infolist()):
        raise BadZipFile("it asks for a password")
    check_zip(archive)

    def read(name: str) -> bytes:
        return unpack(archive, name)

    # Not the size in the archive: that is up to 3 % more, since zipfile deflates as a stream.
    def weight(name: str) -> int:
        return len(gzip.compress(read(name), 9, mtime=0))

    return Contents(archive.namelist(), read, weight)
