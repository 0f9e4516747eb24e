"""A package against its own list of SHA-256 digests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from kandil.problems import Place, Problem
from kandil.verify.contents import Contents
from kandil.verify.entries import beside

NAME = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
_MOST = 5
"""Lines of the list that are told: one that somebody changed is not mended line by line."""


def check_one(file: Path) -> Iterator[Problem]:
    """The same for one file, by the list of the folder in which it lies."""
    place = file.parent / NAME
    text = place.read_text("utf-8", errors="replace") if place.is_file() else ""
    listed, problems = read_list(text)
    yield from problems[:_MOST]
    if file.name not in listed:
        message = f"'{file.name}' is not listed in {NAME}"
        yield Problem("V004", Place(file.name), message, "Copy the whole folder again.")
    elif sha256(file.read_bytes()).hexdigest() != listed[file.name]:
        yield _differs(file.name)


def check_checksums(contents: Contents) -> Iterator[Problem]:
    """V005 for a changed file, V004 for one missing or added, or a line that no build writes."""
    if NAME not in contents:
        message = f"the package has no {NAME}"
        yield Problem("V004", Place(NAME), message, "Build the package again.")
        return
    listed, problems = read_list(contents.read(NAME).decode(errors="replace"))
    yield from problems[:_MOST]
    for name in sorted({*contents.names, *listed} - {NAME}):
        if name not in listed:
            message = f"'{name}' is not listed in {NAME}"
            yield Problem("V004", Place(name), message, "Take out what the build did not write.")
        elif name not in contents and beside(name):
            message = f"'{name}' is listed in {NAME}, and no build writes it"
            yield Problem("V004", Place(name), message, f"Take {NAME} as it was built.")
        elif name not in contents:
            message = f"'{name}' is listed in {NAME} and missing"
            yield Problem("V004", Place(name), message, "Copy the whole package again.")
        elif contents.digest(name).hex() != listed[name]:
            yield _differs(name)


def _differs(name: str) -> Problem:
    message = f"'{name}' differs from the file that was built"
    hint = "Do not use this copy: it is damaged, or somebody changed it."
    return Problem("V005", Place(name), message, hint)


def read_list(text: str) -> tuple[dict[str, str], list[Problem]]:
    """The digest of each file, and the lines that no build writes."""
    listed: dict[str, str] = {}
    problems = []
    for row, line in enumerate(text.splitlines(), 1):
        found = _LINE.fullmatch(line)
        name = found[2] if found else NAME
        if found and name not in listed and name != NAME:
            listed[name] = found[1]
            continue
        again = f"'{name}' is listed in {NAME} a second time"
        message = again if name in listed else f"line {row} of {NAME} is none that a build writes"
        problems.append(Problem("V004", Place(NAME, row), message, f"Take {NAME} as it was built."))
    return listed, problems
