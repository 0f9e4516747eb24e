"""A built package, looked at in the same way as a folder, an archive and a single file."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from hashlib import file_digest, sha256
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from kandil.verify.document import Document, read_document
from kandil.verify.entries import (
    FaultError,
    check_file,
    check_zip,
    is_archive,
    list_folder,
    unpack,
)
from kandil.verify.once import Once

BESIDE = "formats.json"
"""In a course's folder: the format of each file in it that cannot say it by itself."""
ENCRYPTED = 0x1
"""APPNOTE 4.4.4, bit 0."""
_BROKEN = (OSError, BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What a damaged zip raises, at its opening or at any entry."""


document_of = Once(read_document)
weight_of = Once(lambda content: len(gzip.compress(content, 9, mtime=0)))


class UnreadableError(Exception):
    """Damaged, or better not read."""

    code = "V007"


class Contents:
    """Names in order, and their bytes on demand; each page is parsed once."""

    def __init__(
        self,
        names: Iterable[str],
        read: Callable[[str], bytes],
        weight: Callable[[str], int],
        digest: Callable[[str], str] | None = None,
        apart: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        self.names = tuple(sorted(names))
        self.read = read
        self.weight = weight
        """Bytes after gzip -9."""
        self.digest = digest or (lambda name: sha256(read(name)).hexdigest())
        """SHA-256; a folder's files, zips among them, are not held in memory for it."""
        self._apart = apart
        self._known = frozenset(self.names)
        self._pages: dict[str, Document] = {}

    def __contains__(self, name: str) -> bool:
        """Whether the package holds a file of that name."""
        return name in self._known

    @cached_property
    def apart(self) -> frozenset[str]:
        """Files of a folder that are packages of their own: each is looked at by itself."""
        return self._apart()

    @property
    def own(self) -> tuple[str, ...]:
        """Names without those."""
        return tuple(name for name in self.names if name not in self.apart)

    def page(self, name: str) -> Document:
        """What the page refers to, read once."""
        if name not in self._pages:
            self._pages[name] = document_of(self.read(name))
        return self._pages[name]


@contextmanager
def read_contents(package: Path) -> Iterator[Contents]:
    """Raises `UnreadableError`. What is `beside` a package in a folder is not part of it."""
    try:
        if package.is_dir():
            yield _folder(package)
        elif not is_archive(package):
            yield _file(package)
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
        return weight_of(read(name))

    def digest(name: str) -> str:
        with (package / name).open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    names = list_folder(package)

    def apart() -> frozenset[str]:
        archives = {name for name in names if is_archive(package / name)}
        return frozenset(archives | formats_beside(package).keys())

    return Contents(names, read, weight, digest, apart)


def formats_beside(folder: Path) -> dict[str, str]:
    """The format of each file in a course's folder that cannot say it by itself."""
    try:
        found = json.loads((folder / BESIDE).read_bytes())
    except (OSError, ValueError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: form for name, form in pairs if isinstance(form, str)}


def _file(package: Path) -> Contents:
    """Of one name, its own."""
    check_file(package)

    def read(name: str) -> bytes:
        return package.read_bytes()

    def weight(name: str) -> int:
        return weight_of(read(name))

    return Contents([package.name], read, weight)


def nested(content: bytes) -> Contents:
    """An archive inside another. Raises `UnreadableError`."""
    try:
        return _zip(ZipFile(BytesIO(content)))
    except (*_BROKEN, FaultError) as error:
        raise UnreadableError(str(error)) from error


def _zip(archive: ZipFile) -> Contents:
    if any(entry.flag_bits & ENCRYPTED for entry in archive.infolist()):
        raise BadZipFile("it asks for a password")
    check_zip(archive)

    def read(name: str) -> bytes:
        return unpack(archive, name)

    # Not the size in the archive: whoever packed it may have done so less well.
    def weight(name: str) -> int:
        return weight_of(read(name))

    return Contents(archive.namelist(), read, weight)
