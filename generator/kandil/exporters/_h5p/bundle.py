"""Libraries from a folder, to put into each package: for a system that has not got them yet.

An importer may refuse a package with libraries that it would take without: PHP's as soon as one
that any of them depends on is missing, editors' too; so what is missing is an error here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from errno import ENOENT
from pathlib import Path

from h5p_cli_wrapper import Library as Found
from h5p_cli_wrapper import Version, find_libraries, needed_by
from h5p_cli_wrapper.folder import needs_of

from kandil.exporters._h5p.fields import Library
from kandil.exporters._h5p.libraries import LIBRARIES
from kandil.package.artefact import File, check_path
from kandil.problems import Place, Problem

ALLOWED = re.compile(
    r".+\.(?:json|png|jpe?g|gif|bmp|tiff?|eot|ttf|woff2?|otf|webm|mp4|ogg|mp3|m4a|wav|txt|md"
    r"|css|js|svg|vtt|webvtt|gltf|glb)",
    re.IGNORECASE,
)
"""Files that every importer takes in a library; of others it would refuse the whole package."""
_AWAY = ("node_modules", "tests", "test")
_HINT = (
    "Put it there, as 'kandil h5p setup' or an H5P system's export has it, or build without "
    "'--h5p-libraries': a package without libraries plays wherever they are installed."
)


def check_folder(folder: str) -> Iterator[Problem]:
    """V047 for each library that packages may need and that is not in the folder."""
    place = Place(folder)
    try:
        missing = needed_by(map(_version, LIBRARIES.values()), find_libraries(Path(folder)))[1]
    except OSError as fault:
        message = f"The folder of H5P libraries cannot be read: {fault.strerror}"
        yield Problem("V047", place, message, "Look at the path behind '--h5p-libraries'.")
        return
    for one in missing:
        message = f"The H5P library '{one}' is not in this folder, in exactly this version"
        yield Problem("V047", place, message, _HINT)


def bundled(folder: str, wanted: Iterable[str]) -> tuple[File, ...]:
    """The files of the libraries `wanted`, named as contents name them, and of all they need.

    Raises `OSError` where the folder, or one of them in it, is not there: `check` says it as V047.
    """
    if not folder:
        return ()
    versions = (_version(LIBRARIES[one]) for one in wanted)
    found, missing = needed_by(versions, find_libraries(Path(folder)))
    if missing:
        what = f"The H5P library '{missing[0]}' is not in this folder"
        raise FileNotFoundError(ENOENT, f"{what} ('kandil h5p libraries' lists all)", folder)
    return tuple(file for one in found for file in _files(one))


def needs(told: Mapping[str, object]) -> tuple[str, ...] | None:
    """What a `library.json` depends on, as contents name it; None where it is not to be read."""
    try:
        return tuple(map(str, needs_of(told)))
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def _version(library: Library) -> Version:
    return Version(library.name, library.major, library.minor)


def _files(library: Found) -> Iterator[File]:
    """Those that a learner's page or an editor loads; hidden ones and tests are left out."""
    for path in sorted(library.path.rglob("*")):
        parts = path.relative_to(library.path).parts
        away = any(part.startswith((".", "_")) or part in _AWAY for part in parts)
        name = "/".join((library.version.folder, *parts))
        if not away and ALLOWED.fullmatch(path.name) and path.is_file():
            yield File(check_path(name), path.read_bytes())
