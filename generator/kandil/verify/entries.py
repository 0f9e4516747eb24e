"""What a zip or a folder holds, before a byte of it is unpacked: each reader must see the same."""

from __future__ import annotations

import os
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

FILE = 64_000_000
WHOLE = 1_000_000_000
COUNT = 50_000
"""Bytes of one file and of a zip, and the number of files: many times what a course has."""
PARSED = 4_000_000
"""Bytes of a page, a script, a drawing or a manifest, which is read as a whole."""
_HEADER, _ENTRY, _END = 30, 46, 22
"""Bytes of the records of a zip, without names (APPNOTE 4.3.7, 4.3.12, 4.3.16)."""
_LOCAL = struct.Struct("<6x2H4x3L2H")
"""Flags, method, sum, sizes, and the lengths of name and extra field (APPNOTE 4.3.7)."""
_SIGNATURE = b"PK\x03\x04"
"""Before each file of a zip (APPNOTE 4.3.7); Kandil writes none without files."""
BEGINNING = len(_SIGNATURE)
_HARMLESS_BITS = 0x0806
"""How well it was deflated, and that names are UTF-8 (APPNOTE 4.4.4)."""
_BESIDE = frozenset(("web.config", "thumbs.db", "desktop.ini"))
"""What IIS reads and Windows makes; it does not tell small letters from capitals."""
_SYSTEM = frozenset(("system volume information", "$recycle.bin", "lost+found"))
"""Folders that a system makes at the root of a stick or a disk."""
_TEXT = (".html", ".css", ".js", ".svg", ".xml", ".json", ".txt")


class FaultError(Exception):
    """Not to be read: the code of the problem, and why."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code


def check_zip(archive: ZipFile) -> None:
    """Raises `FaultError`: V041 for too much, V040 for what can be unpacked in two ways.

    Kandil writes its zips without a gap, so nothing may stand between, before or behind the files:
    there a second `index.html` would hide from those who read the list at the end.
    """
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    if len(entries) > COUNT or sum(entry.file_size for entry in entries) > WHOLE:
        raise FaultError("V041", f"it unpacks to more than {COUNT:,} files or {WHOLE:,} bytes")
    check_names(entry.orig_filename for entry in entries)
    place = 0
    for entry in entries:
        check_size(entry.filename, entry.file_size)
        _plain(entry)
        if entry.header_offset != place:
            raise FaultError("V040", f"something hides before '{entry.filename}'")
        _agrees(archive, entry)
        place += _HEADER + len(entry.filename) + entry.compress_size
    listing = sum(_ENTRY + len(entry.filename) for entry in entries)
    if archive.start_dir != place or _length(archive) != place + listing + _END:
        raise FaultError("V040", "something hides between the files and their list, or behind it")


def _plain(entry: ZipInfo) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise FaultError("V040", f"'{entry.filename}' is a link or a device, no file")
    packed = entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
    if not packed or entry.extra or entry.comment or entry.flag_bits & ~_HARMLESS_BITS:
        raise FaultError("V040", f"'{entry.filename}' is packed in a way that Kandil does not use")


def _agrees(archive: ZipFile, entry: ZipInfo) -> None:
    """A reader that goes by the files and not by their list must find the same."""
    name = entry.orig_filename.encode()
    head = _raw(archive, entry.header_offset, _HEADER + len(name))
    told = (entry.flag_bits, entry.compress_type, entry.CRC, entry.compress_size, entry.file_size)
    if len(head) < _HEADER or _LOCAL.unpack(head[:_HEADER]) != (*told, len(name), 0):
        raise FaultError("V040", f"'{entry.filename}' stands in its list in another way")
    if head[_HEADER:] != name:
        raise FaultError("V040", f"'{entry.filename}' bears another name in its list")


def packed(archive: ZipFile, name: str) -> bytes:
    """The bytes of a file as they lie there."""
    entry = archive.getinfo(name)
    return _raw(archive, entry.header_offset + _HEADER + len(name.encode()), entry.compress_size)


def unpack(archive: ZipFile, name: str) -> bytes:
    """The bytes of a file. Raises `BadZipFile`, also where more is packed behind its end."""
    entry = archive.getinfo(name)
    content, whole = packed(archive, name), True
    if entry.compress_type == ZIP_DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        content = stream.decompress(content, entry.file_size + 1)
        whole = stream.eof and not stream.unused_data
    if not whole or len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise BadZipFile(f"'{name}' is not what its list says")
    return content


def _raw(archive: ZipFile, place: int, length: int) -> bytes:
    if archive.fp is None:
        return b""
    archive.fp.seek(place)
    return archive.fp.read(length)


def _length(archive: ZipFile) -> int:
    return archive.fp.seek(0, os.SEEK_END) if archive.fp else 0


def check_file(path: Path) -> None:
    """As `check_zip`, for a file that is a package by itself."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise FaultError("V040", f"'{path.name}' is a device, no file")
    check_size(path.name, path.stat().st_size)


def is_archive(path: Path) -> bool:
    """Whether a file begins as a zip does, whatever its name."""
    with path.open("rb") as file:
        return begins_archive(file.read(BEGINNING))


def begins_archive(content: bytes) -> bool:
    """The same of the bytes of a file."""
    return content.startswith(_SIGNATURE)


def beside(name: str) -> bool:
    """Whether a server or a system has it in a folder (`.htaccess`): no build writes such names."""
    parts = name.split("/")
    if parts[0].lower() in _SYSTEM:
        return True
    return any(part.startswith(".") for part in parts) or parts[-1].lower() in _BESIDE


def packed_beside(path: Path) -> bool:
    """Whether a file is its neighbour, packed for a web server: `index.html.gz`."""
    plain = path.with_suffix("")
    if path.is_symlink() or not plain.is_file() or plain.is_symlink():
        return False
    size = plain.stat().st_size
    if size > PARSED or path.stat().st_size > PARSED:
        return False
    stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
    with suppress(zlib.error):
        same = stream.decompress(path.read_bytes(), size + 1) == plain.read_bytes()
        return same and stream.eof and not stream.unused_data
    return False


def list_folder(package: Path) -> list[str]:
    """Its files, without what is `beside` a package or packed for a server. As `check_zip`."""
    found: list[str] = []
    start = len(str(package)) + 1
    for above, folders, files in os.walk(str(package)):
        inside = f"{above}/"[start:].replace(os.sep, "/")
        folders[:] = [name for name in folders if not beside(inside + name)]
        files = [name for name in files if not beside(inside + name)]
        for name in (*folders, *files):
            state = os.lstat(f"{above}/{name}")
            if not stat.S_ISDIR(state.st_mode) and not stat.S_ISREG(state.st_mode):
                raise FaultError("V040", f"'{inside}{name}' is a link or a device, no file")
            if stat.S_ISREG(state.st_mode):
                if name.endswith(".gz") and packed_beside(Path(above, name)):
                    continue
                if _large(name, state.st_size) and not is_archive(Path(above, name)):
                    check_size(inside + name, state.st_size)
                found.append(inside + name)
        if len(found) > COUNT:
            raise FaultError("V041", f"it holds more than {COUNT:,} files")
    check_names(found)
    return found


def check_names(names: Iterator[str] | list[str]) -> None:
    """As the writer of packages has them: relative paths that each system reads alike. Raises
    `FaultError`."""
    folded: set[str] = set()
    for name in names:
        parts = name.split("/")
        legal = name.isascii() and name.isprintable() and not set(name) & set('\\:*?"<>|&')
        if not legal or any(part in ("", ".", "..") or part != part.strip() for part in parts):
            raise FaultError("V040", f"{name!r} is no name that leads to the same file everywhere")
        if name.casefold() in folded:
            raise FaultError("V040", f"'{name}' stands in it twice")
        folded.add(name.casefold())


def check_size(name: str, size: int) -> None:
    """Raises `FaultError` for a file that is larger than any of a course."""
    if _large(name, size):
        raise FaultError("V041", f"'{name}' has {size:,} bytes, {_limit(name):,} are allowed")


def _large(name: str, size: int) -> bool:
    """Whether no file of a course has so many bytes, archives aside."""
    return size > _limit(name)


def _limit(name: str) -> int:
    return PARSED if name.lower().endswith(_TEXT) else FILE
