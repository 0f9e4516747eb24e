"""`SHA256SUMS`: lets anyone see whether a copied package was altered (`sha256sum -c` reads it)."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

NAME = "SHA256SUMS"


class Checksums:
    """Collects the digest of each file of a package while it is written."""

    def __init__(self) -> None:
        self._digests: dict[str, str] = {}
        self._folded: set[str] = set()

    def add(self, path: str, content: bytes) -> bytes:
        """Gives the digest; raises `ValueError` where Windows would take two names for one."""
        found = sha256(content)
        self.add_digest(path, found.hexdigest())
        return found.digest()

    def add_digest(self, path: str, digest: str) -> None:
        """As `add`, for a file that was hashed while it was written."""
        if path.casefold() in self._folded:
            raise ValueError(f"written twice: {path}")
        self._folded.add(path.casefold())
        self._digests[path] = digest

    def listing(self, late: Mapping[str, bytes] | None = None) -> bytes:
        """GNU coreutils' format, in order of the names; `late` files may change until the end."""
        whole = Checksums()
        whole._digests, whole._folded = {**self._digests}, {*self._folded}
        for path, content in (late or {}).items():
            whole.add(path, content)
        rows = (f"{digest}  {path}\n" for path, digest in sorted(whole._digests.items()))
        return "".join(rows).encode()
