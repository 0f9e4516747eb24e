"""What a person sees of a `.h5p` file: the strings of its content, without what a program reads."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kandil.exporters._h5p.package import BODY, HEAD
from kandil.verify.contents import Contents, UnreadableError, nested
from kandil.verify.shown import Shown, read_shown

_QUIET = frozenset(
    ("library", "subContentId", "license", "licenseVersion", "path", "mime", "baseColor")
)
"""Keys whose strings nobody sees."""


def shown_in_package(name: str, content: bytes, digits: bool = False) -> Iterator[Shown]:
    """Words of each string, its markup read as a page's; raises `UnreadableError`."""
    with nested(content) as parts:
        try:
            title = json.loads(parts.read(HEAD)).get("title", "")
            strings = [title, *_strings(json.loads(parts.read(BODY)))]
        except (KeyError, ValueError, AttributeError) as fault:
            raise UnreadableError(fault) from fault
    page = "".join(f"<p>{one}</p>\n" for one in strings).encode()
    written = Contents([f"{name}/{BODY}.html"], lambda _: page)
    for one in read_shown(written, digits):
        yield one._replace(file=f"{name}/{BODY}")


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for inner in value:
                yield from _strings(inner)
        case dict():
            for key, inner in value.items():
                if key not in _QUIET:
                    yield from _strings(inner)
