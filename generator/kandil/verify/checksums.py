"""A package against its own list of SHA-256 digests."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from kandil.problems import Place, Problem
from kandil.verify.contents import Contents

NAME = "SHA256SUMS"


def check_one(file: Path) -> Iterator[Problem]:
    """The same for one file, by the list of the folder in which it lies."""
    place = file.parent / NAME
    listed = _listed(place.read_text("utf-8", errors="replace")) if place.is_file() else {}
    if file.name not in listed:
        message = f"'{file.name}' is not listed in {NAME}"
        yield Problem("V004", Place(file.name), message, "Copy the whole folder again.")
    elif sha256(file.read_bytes()).hexdigest() != listed[file.name]:
        yield _differs(file.name)


def check_checksums(contents: Contents) -> Iterator[Problem]:
    """V005 for a changed file, V004 for one that is missing or was added."""
    if NAME not in contents:
        message = f"the package has no {NAME}"
        yield Problem("V004", Place(NAME), message, "Build the package again.")
        return
    listed = _listed(contents.read(NAME).decode(errors="replace"))
    for name in sorted({*contents.names, *listed} - {NAME}):
        if name not in listed:
            message = f"'{name}' is not listed in {NAME}"
            yield Problem("V004", Place(name), message, "Take out what the build did not write.")
        elif name not in contents:
            message = f"'{name}' is listed in {NAME} and missing"
            yield Problem("V004", Place(name), message, "Copy the whole package again.")
        elif contents.digest(name) != listed[name]:
            yield _differs(name)


def _differs(name: str) -> Problem:
    message = f"'{name}' differs from the file that was built"
    hint = "Do not use this copy: it is damaged, or somebody changed it."
    return Problem("V005", Place(name), message, hint)


def _listed(text: str) -> dict[str, str]:
    rows = (line.split(maxsplit=1) for line in text.splitlines())
    return {row[1]: row[0] for row in rows if len(row) == 2}
