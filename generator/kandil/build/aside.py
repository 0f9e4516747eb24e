"""JSON in few bytes, and behind it the bytes that it cannot hold: a page is deflated already."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping

_HEAD = struct.Struct(">II")
"""Length of the JSON, and a sum over the bytes: nothing that is damaged may come back."""
_ASIDE = "bytes"


def parted(answer: object) -> tuple[str, bytes]:
    """JSON, and the bytes that lie behind it. `answer` holds neither more nor a mapping."""
    aside = bytearray()

    def put(content: object) -> dict[str, list[int]]:
        if not isinstance(content, bytes):
            raise TypeError(type(content))
        aside.extend(content)
        return {_ASIDE: [len(aside) - len(content), len(content)]}

    words = json.dumps(answer, default=put, ensure_ascii=False, separators=(",", ":"))
    return words, bytes(aside)


def packed(words: str, aside: bytes) -> bytes:
    """Both in one file."""
    small = zlib.compress(words.encode("utf-8", "surrogatepass"), 1)
    return b"".join((_HEAD.pack(len(small), zlib.crc32(aside)), small, aside))


def unpacked(content: bytes) -> tuple[str, object]:
    """A name and an answer of which such a file was made. Raises `ValueError` for anything else."""
    try:
        length, told = _HEAD.unpack_from(content)
        end = _HEAD.size + length
        aside = memoryview(content)[end:]
        if zlib.crc32(aside) != told:
            raise ValueError("damaged")

        def taken(place: Mapping[str, tuple[int, int]]) -> bytes:
            start, size = place[_ASIDE]
            return bytes(aside[start : start + size])

        words = zlib.decompress(content[_HEAD.size : end])
        name, answer = json.loads(words, object_hook=taken)
    except (TypeError, LookupError, struct.error, zlib.error, RecursionError) as error:
        raise ValueError("damaged") from error
    return name, answer
