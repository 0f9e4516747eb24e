"""What stands beside the files of the hosted folder: the same packed, and their checksums."""

from __future__ import annotations

import gzip
from hashlib import file_digest
from pathlib import Path

from kandil.package.checksums import NAME, Checksums

_PACKED = frozenset((".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"))
_LEAST = 700
"""Bytes of a file that is worth it: one packet carries it in any case."""


def pack_beside(root: Path) -> None:
    """`index.html.gz` beside each `index.html`, so that no server packs at each request.

    The packed files of what is no longer there go.
    """
    for old in [*root.rglob("*.gz")]:
        if not old.with_suffix("").is_file():
            old.unlink()
    for path in sorted(root.rglob("*")):
        if path.suffix in _PACKED and path.is_file() and path.stat().st_size > _LEAST:
            packed = gzip.compress(path.read_bytes(), 9, mtime=0)
            path.with_name(f"{path.name}.gz").write_bytes(packed)


def write_sums(out: Path) -> None:
    """`SHA256SUMS` of everything, for `sha256sum -c` and for whoever gets the folder."""
    sums = Checksums()
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_file() and name != NAME and not path.name.startswith("."):
            with path.open("rb") as file:
                sums.add_digest(name, file_digest(file, "sha256").digest())
    (out / NAME).write_bytes(sums.listing())
