"""What stands beside the files of the hosted folder: the same packed, and their checksums."""

from __future__ import annotations

import gzip
from hashlib import file_digest
from pathlib import Path

from kandil.package.checksums import NAME, Checksums
from kandil.verify.hosted import ROOT, present

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
    """A `SHA256SUMS` of all that a server has, inside it, and above it one of the rest: for
    `sha256sum -c` here and there, and for the next build, which touches nothing else."""
    inner, outer = Checksums(), Checksums()
    for name in sorted(present(out)):
        sums = inner if name.startswith(f"{ROOT}/") else outer
        with (out / name).open("rb") as file:
            digest = file_digest(file, "sha256").digest()
        sums.add_digest(name.removeprefix(f"{ROOT}/"), digest)
    listing = inner.listing()
    (out / ROOT / NAME).write_bytes(listing)
    outer.add(f"{ROOT}/{NAME}", listing)
    (out / NAME).write_bytes(outer.listing())
