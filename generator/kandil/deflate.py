"""Bytes as zips hold them and `gzip -9` sends them: deflated once for both, and so also weighed."""

from __future__ import annotations

import struct
import zlib
from hashlib import sha256

from kandil.values import dataclass

LEVEL = 9
WRAP = 18
"""Bytes of gzip around what is deflated (RFC 1952, 2.3)."""
_TOLD = struct.Struct(">QL")


@dataclass(frozen=True, slots=True)
class Deflated:
    """A file in few bytes, with all that a zip and a list of sums say of it."""

    packed: bytes
    """Without anything around it (RFC 1951)."""
    digest: bytes
    """SHA-256 of the content."""
    size: int
    crc: int

    @property
    def content(self) -> bytes:
        """As it was."""
        return zlib.decompress(self.packed, -zlib.MAX_WBITS)

    @property
    def weight(self) -> int:
        """Bytes after `gzip -9`, as a server sends it."""
        return len(self.packed) + WRAP

    @property
    def mark(self) -> bytes:
        """As `mark_of`."""
        return mark_of(self.packed, self.size, self.crc)


def mark_of(packed: bytes, size: int, crc: int) -> bytes:
    """A SHA-256 over all by which a zip holds a file: where it is known, so is the content."""
    return sha256(_TOLD.pack(size, crc) + packed).digest()


def deflated(content: bytes) -> Deflated:
    """A file as a zip holds it."""
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = stream.compress(content) + stream.flush()
    return Deflated(packed, sha256(content).digest(), len(content), zlib.crc32(content))


def weight(content: bytes) -> int:
    """Bytes of a file after `gzip -9`."""
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return len(stream.compress(content)) + len(stream.flush()) + WRAP
