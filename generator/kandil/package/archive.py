"""One zip writer for every format: the same files give the same bytes, on any day."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kandil.package.artefact import File, check_path
from kandil.package.checksums import NAME, Checksums

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can bear (APPNOTE 4.4.6)."""
UNIX = 3
"""APPNOTE 4.4.2: else Windows and Linux would write different bytes."""


def write_archive(
    target: Path, files: Iterable[File], *, first: str = "", sums_inside: bool = True
) -> dict[bytes, int]:
    """Write `files` and their checksums beside `target`, then put the whole into its place.

    Returns what each file weighs after `gzip -9`, by its SHA-256. A file is compressed as it
    comes, so that only one is in memory.
    Raises `ValueError` where `first`, which is stored, does not come first.
    """
    part = target.with_name(target.name + ".part")
    sums, weights = Checksums(), {}
    try:
        with ZipFile(part, "w") as archive:
            for file in files:
                sums.add_digest(file.path, digest := file.digest)
                if file.path == first:
                    archive.writestr(_entry(file, ZIP_STORED), file.content)
                else:
                    weights[digest] = _add(archive, file)
            if sums_inside:
                _add(archive, File(NAME, sums.listing()))
            if first and [entry.filename for entry in archive.filelist[:1]] != [first]:
                raise ValueError(f"not the first member: {first}")
            # The directory at the end is what readers list.
            archive.filelist.sort(key=lambda entry: (entry.filename != first, entry.filename))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return weights


def packed(files: Iterable[File]) -> bytes:
    """A zip that is a file of a package, such as an office document: by the same rules, without
    checksums of its own."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for file in files:
            _add(archive, file)
    return held.getvalue()


def _entry(file: File, packed: int) -> ZipInfo:
    entry = ZipInfo(check_path(file.path), EPOCH)
    entry.compress_type = packed
    entry.create_system = UNIX
    entry.external_attr = 0o100644 << 16
    return entry


def _add(archive: ZipFile, file: File) -> int:
    """As `writestr` does it, which would not take what is deflated already. Gives the weight."""
    assert archive.fp
    entry, told = _entry(file, ZIP_DEFLATED), file.deflated()
    entry.file_size, entry.compress_size = told.size, len(told.packed)
    entry.CRC = told.crc
    entry.header_offset = archive.start_dir
    archive.fp.seek(archive.start_dir)
    archive.fp.write(entry.FileHeader(zip64=False) + told.packed)
    archive.start_dir = archive.fp.tell()
    archive.filelist.append(entry)
    archive.NameToInfo[entry.filename] = entry
    return told.weight
