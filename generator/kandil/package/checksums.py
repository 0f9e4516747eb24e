"""`SHA256SUMS`: lets anyone see whether a copied package was altered (`sha256sum -c` reads it)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

NAME = "SHA256SUMS"
_LINE = re.compile(r"[0-9a-f]{64}  \S.*")


class Checksums:
    """Collects the digest of each file of a package while it is written."""

    def __init__(self) -> None:
        self._digests: dict[str, str] = {}
        self._folded: set[str] = set()

    @property
    def digests(self) -> Mapping[str, str]:
        """By path, as they stand in the list."""
        return self._digests

    def add(self, path: str, content: bytes) -> None:
        """Raises `ValueError` where Windows would take two names for one."""
        self.add_digest(path, sha256(content).digest())

    def add_digest(self, path: str, digest: bytes) -> None:
        """As `add`, where the SHA-256 is known."""
        if path.casefold() in self._folded:
            raise ValueError(f"written twice: {path}")
        self._folded.add(path.casefold())
        self._digests[path] = digest.hex()

    def listing(self, late: Mapping[str, bytes] | None = None) -> bytes:
        """GNU coreutils' format, in order of the names; `late` files may change until the end."""
        whole = Checksums()
        whole._digests, whole._folded = {**self._digests}, {*self._folded}
        for path, content in (late or {}).items():
            whole.add(path, content)
        rows = (f"{digest}  {path}\n" for path, digest in sorted(whole._digests.items()))
        return "".join(rows).encode()


def listed(content: bytes) -> dict[str, bytes]:
    """The SHA-256 of each file of a listing, by its path; what is no line of one is passed over."""
    lines = content.decode(errors="replace").splitlines()
    rows = (line.partition("  ") for line in lines if _LINE.fullmatch(line))
    return {path: bytes.fromhex(digest) for digest, _, path in rows}
