"""A gzipped tar as one file of a package (POSIX 1003.1, ustar; RFC 1952): the same bytes on any
day. Open edX takes its courses in such archives, and Moodle its backups."""

from __future__ import annotations

from collections.abc import Iterable
from gzip import GzipFile
from io import BytesIO
from tarfile import USTAR_FORMAT, TarInfo
from tarfile import open as open_tar

from kandil.deflate import LEVEL
from kandil.package.artefact import File, check_path
from kandil.package.checksums import Checksums

EPOCH = 315_532_800
"""1980-01-01, as in a zip: `tar` warns of files from before 1970 and on its first day."""
_MODE = 0o644


def tarball(files: Iterable[File]) -> bytes:
    """`files` in order of their names, without folders of their own and without checksums.

    Raises `ValueError` for a name that is not portable, is longer than ustar holds, or comes twice.
    """
    held, sums = BytesIO(), Checksums()
    # An unnamed stream: gzip would write its name into the head.
    with (
        GzipFile("", "wb", LEVEL, held, mtime=0) as packed,
        open_tar(fileobj=packed, mode="w", format=USTAR_FORMAT) as tar,
    ):
        for file in sorted(files, key=lambda file: file.path):
            sums.add_digest(file.path, file.digest)
            tar.addfile(_entry(file), BytesIO(file.content))
    return held.getvalue()


def _entry(file: File) -> TarInfo:
    """Of nobody: no user, no group, no name of either."""
    entry = TarInfo(check_path(file.path))
    entry.size, entry.mtime, entry.mode = len(file.content), EPOCH, _MODE
    return entry
