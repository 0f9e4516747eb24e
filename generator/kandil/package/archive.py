"""One zip writer for every format: the same files give the same bytes, on any day."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kandil.package.artefact import File, check_path
from kandil.package.checksums import NAME, Checksums

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can bear (APPNOTE 4.4.6)."""
LEVEL = 9
"""As `gzip -9`: what is weighed is what is packed."""
UNIX = 3
"""APPNOTE 4.4.2: else Windows and Linux would write different bytes."""


def write_archive(
    target: Path, files: Iterable[File], *, first: str = "", sums_inside: bool = True
) -> int:
    """Write `files` and their checksums beside `target`, then put the whole into its place.

    Returns the number of files. A file is compressed as it comes, so that only one is in memory.
    Raises `ValueError` where `first`, which is stored, does not come first.
    """
    part = target.with_name(target.name + ".part")
    sums = Checksums()
    try:
        with ZipFile(part, "w") as archive:
            for file in files:
                sums.add(file.path, file.content)
                _add(archive, file, stored=file.path == first)
            if sums_inside:
                _add(archive, File(NAME, sums.listing()))
            if first and [entry.filename for entry in archive.filelist[:1]] != [first]:
                raise ValueError(f"not the first member: {first}")
            # The directory at the end is what readers list.
            archive.filelist.sort(key=lambda entry: (entry.filename != first, entry.filename))
            count = len(archive.filelist)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return count


def _add(archive: ZipFile, file: File, *, stored: bool = False) -> None:
    entry = ZipInfo(check_path(file.path), EPOCH)
    entry.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
    entry.create_system = UNIX
    entry.external_attr = 0o100644 << 16
    # Of a level that was given to the archive, an entry of one's own knows nothing.
    archive.writestr(entry, file.content, compresslevel=LEVEL)
