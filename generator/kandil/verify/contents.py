"""A built package, looked at in the same way as a folder, an archive and a single file."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cached_property
from hashlib import file_digest, sha256
from io import BytesIO
from pathlib import Path
from tarfile import TarError
from typing import IO, TypeVar
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from kandil.deflate import mark_of, weight
from kandil.verify.document import Document, read_document
from kandil.verify.entries import (
    BEGINNING,
    FaultError,
    begins_archive,
    check_file,
    check_zip,
    is_archive,
    list_folder,
    packed,
    unpack,
)
from kandil.verify.once import Once
from kandil.verify.tarred import begins_tar, list_tar, take, unpacked

Found = TypeVar("Found")
BESIDE = "formats.json"
"""In a course's folder: the format of each file in it that cannot say it by itself."""
ENCRYPTED = 0x1
"""APPNOTE 4.4.4, bit 0."""
_BROKEN = (OSError, BadZipFile, TarError, zlib.error, EOFError, NotImplementedError)
"""What a damaged archive raises, at its opening or at any entry."""


document_of = Once(read_document)
weight_of = Once(weight)
digest_by_mark: dict[bytes, bytes] = {}
"""SHA-256 of pages, by that of what a zip holds of them (`deflate.mark_of`): it needs not be
inflated to know what it is."""


class UnreadableError(Exception):
    """Damaged, or better not read."""

    def __init__(self, why: Exception | str) -> None:
        super().__init__(str(why))
        self.code = why.code if isinstance(why, FaultError) else "V007"


class Contents:
    """Names in order, and their bytes on demand; each file is hashed once, and what follows from
    its bytes is then known by that."""

    def __init__(
        self,
        names: Iterable[str],
        read: Callable[[str], bytes],
        apart: Callable[[], frozenset[str]] = frozenset,
        digest: Callable[[str], bytes] | None = None,
        loose: bool = False,
    ) -> None:
        """`digest`: the SHA-256 of a file that need not be held in memory for it. `loose`: it is a
        folder, and others may lie beside it.
        """
        self.loose = loose
        self.names = tuple(sorted(names))
        self.read = read
        self._apart = apart
        self._digest = digest or (lambda name: sha256(read(name)).digest())
        self._digests: dict[str, bytes] = {}
        self._known = frozenset(self.names)

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

    def digest(self, name: str) -> bytes:
        """SHA-256 of a file."""
        if name not in self._digests:
            self._digests[name] = self._digest(name)
        return self._digests[name]

    def of(self, once: Once[Found], name: str) -> Found:
        """What follows from the bytes of a file, which is read only where they are new."""
        found = once.known(self.digest(name))
        return once(self.read(name)) if found is None else found

    def page(self, name: str) -> Document:
        """What the page refers to."""
        return self.of(document_of, name)

    def weight(self, name: str) -> int:
        """Bytes of a file after gzip -9, however well it may be packed here."""
        return self.of(weight_of, name)


_OPEN: dict[Path, Contents] = {}
"""Packages that are being looked at: whoever opens one meanwhile is given the same, for all that is
asked of a package is asked of the same bytes."""


@contextmanager
def read_contents(package: Path, known: Mapping[str, bytes] | None = None) -> Iterator[Contents]:
    """Raises `UnreadableError`. What is `beside` a package in a folder is not part of it.

    `known`: SHA-256 of files in a folder that were just read, and are no archives.
    """
    if package in _OPEN:
        yield _OPEN[package]
        return
    with _readable(), ExitStack() as stack:
        _OPEN[package] = _open(package, known or {}, stack)
        stack.callback(_OPEN.pop, package)
        yield _OPEN[package]


@contextmanager
def _readable() -> Iterator[None]:
    """What a damaged package raises becomes an `UnreadableError`."""
    try:
        yield
    except (*_BROKEN, FaultError) as error:
        raise UnreadableError(error) from error


def _open(package: Path, known: Mapping[str, bytes], stack: ExitStack) -> Contents:
    """`stack` closes it."""
    if package.is_dir():
        return _folder(package, known)
    if not is_archive(package):
        return _file(package)
    return _zip(stack.enter_context(ZipFile(package)))


def _folder(package: Path, known: Mapping[str, bytes]) -> Contents:
    names, plain = list_folder(package), {*known}

    def read(name: str) -> bytes:
        return (package / name).read_bytes()

    def digest(name: str) -> bytes:
        if name in known:
            return known[name]
        with (package / name).open("rb") as file:
            if not begins_archive(file.read(BEGINNING)):
                plain.add(name)
            file.seek(0)
            return file_digest(file, "sha256").digest()

    def apart() -> frozenset[str]:
        archives = {name for name in names if name not in plain and is_archive(package / name)}
        return frozenset(archives | formats_beside(package).keys())

    return Contents(names, read, apart, digest, loose=True)


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

    return Contents([package.name], read)


@contextmanager
def nested(content: bytes) -> Iterator[Contents]:
    """An archive inside a package, a tar too. Raises `UnreadableError`, then and later."""
    with _readable(), ExitStack() as stack:
        if begins_tar(content):
            yield _tar(stack.enter_context(unpacked(content)))
        else:
            yield _zip(stack.enter_context(ZipFile(BytesIO(content))))


def _tar(tar: IO[bytes]) -> Contents:
    spans = list_tar(tar)

    def read(name: str) -> bytes:
        return take(tar, spans[name])

    return Contents(spans, read)


def _zip(archive: ZipFile) -> Contents:
    if any(entry.flag_bits & ENCRYPTED for entry in archive.infolist()):
        raise BadZipFile("it asks for a password")
    check_zip(archive)

    def read(name: str) -> bytes:
        return unpack(archive, name)

    def digest(name: str) -> bytes:
        entry = archive.getinfo(name)
        if entry.compress_type == ZIP_DEFLATED:
            mark = mark_of(packed(archive, name), entry.file_size, entry.CRC)
            if mark in digest_by_mark:
                return digest_by_mark[mark]
        return sha256(read(name)).digest()

    return Contents(archive.namelist(), read, digest=digest)
