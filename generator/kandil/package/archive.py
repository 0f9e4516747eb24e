"""One zip writer for every format: the same files give the same bytes, on any day."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kandil.package.artefact import File, check_path
from kandil.package.checksums import NAME, Checksums

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can bear (APPNOTE 4.4.6)."""
UNIX = 3
"""APPNOTE 4.4.2: else Windows and Linux would write different bytes."""


def write_archive(target: Path, files: Iterable[File]) -> int:
    """Write `files` and their checksums beside `target`, then put the whole into its place.

    Returns the number of files. A file is compressed as it comes, so that only one is in memory.
    """
    part = target.with_name(target.name + ".part")
    sums = Checksums()
    try:
        with ZipFile(part, "w", ZIP_DEFLATED, compresslevel=9) as archive:
            for file in files:
                sums.add(file.path, file.content)
                archive.writestr(_entry(file.path), file.content)
            archive.writestr(_entry(NAME), sums.listing())
            # The directory at the end is what readers list.
            archive.filelist.sort(key=lambda entry: entry.filename)
            count = len(archive.filelist)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return count


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(check_path(path), EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = UNIX
    entry.external_attr = 0o100644 << 16
    return entry
