"""Bytes as zips hold them and `gzip -9` sends them: deflated once for both, and so also weighed."""

from __future__ import annotations

import zlib

LEVEL = 9
WRAP = 18
"""Bytes of gzip around what is deflated (RFC 1952, 2.3)."""


def deflated(content: bytes) -> bytes:
    """Without anything around it (RFC 1951)."""
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(content) + stream.flush()


def inflated(packed: bytes) -> bytes:
    """The content of what `deflated` gave."""
    return zlib.decompress(packed, -zlib.MAX_WBITS)


def weight(packed: bytes) -> int:
    """Bytes of a file after `gzip -9`, as a server sends it."""
    return len(packed) + WRAP
