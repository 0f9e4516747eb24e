"""A folder of H5P libraries, as `h5p-cli` and the H5P servers keep them: a folder each, with a
`library.json` in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

_DEPENDENCIES = ("preloadedDependencies", "dynamicDependencies", "editorDependencies")
"""PHP's importer refuses a package with libraries as soon as one of any kind is missing."""


class Version(NamedTuple):
    """A library in one version; patches of it are alike to whoever depends on it."""

    name: str
    """The machine name, `H5P.QuestionSet`."""
    major: int
    minor: int

    def __str__(self) -> str:
        """As a content names it: `H5P.QuestionSet 1.20`."""
        return f"{self.name} {self.major}.{self.minor}"

    @property
    def folder(self) -> str:
        """As a package names it: `H5P.QuestionSet-1.20`."""
        return f"{self.name}-{self.major}.{self.minor}"


@dataclass(frozen=True)
class Library:
    """One that is on the disk."""

    version: Version
    patch: int
    title: str
    path: Path
    needs: tuple[Version, ...]
    """For a learner's page and for an editor alike."""


def find_libraries(folder: Path) -> dict[Version, Library]:
    """Those in `folder`, in the order of their names; what is no library is passed over.

    Raises `OSError` where the folder cannot be read.
    """
    found = (_read(path) for path in sorted(folder.iterdir()))
    return {one.version: one for one in found if one}


def needed_by(
    wanted: Iterable[Version], found: Mapping[Version, Library]
) -> tuple[list[Library], list[Version]]:
    """All that `wanted` need, they among them, and which of these are not in `found`."""
    waiting, met = [*wanted], dict[Version, None]()
    while waiting:
        one = waiting.pop()
        if one in met:
            continue
        met[one] = None
        if one in found:
            waiting += found[one].needs
    return (
        [found[one] for one in sorted(met) if one in found],
        [one for one in sorted(met) if one not in found],
    )


def _read(path: Path) -> Library | None:
    """None where there is no `library.json`, or none that names a library."""
    try:
        told = json.loads((path / "library.json").read_bytes())
        patch, title = int(told["patchVersion"]), str(told["title"])
        return Library(_version(told), patch, title, path, needs_of(told))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def needs_of(told: Mapping[str, Any]) -> tuple[Version, ...]:
    """What a `library.json` depends on; `Any` is what JSON holds. Raises `LookupError`, `TypeError`
    or `ValueError` where it is not written as it must be."""
    return tuple(_version(one) for kind in _DEPENDENCIES for one in told.get(kind) or ())


def _version(told: Mapping[str, str | int]) -> Version:
    """Some libraries write the numbers as strings."""
    return Version(str(told["machineName"]), int(told["majorVersion"]), int(told["minorVersion"]))
