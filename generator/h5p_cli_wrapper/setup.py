"""`h5p core` and `h5p setup`: libraries from the internet, into a workspace."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from h5p_cli_wrapper.errors import H5PError
from h5p_cli_wrapper.folder import Library, Version, find_libraries
from h5p_cli_wrapper.program import H5PCli, end_of

LIBRARIES = "libraries"
"""Where it keeps them in a workspace."""
EDITOR = "h5p-editor-php-library"
"""What its own server cannot start without; it is no library, and has no `library.json`."""
_CORE = (EDITOR, "h5p-php-library")
_HINT = "It needs the internet and git. Look at the connection, and try again: what is there stays."


def set_up(cli: H5PCli, workspace: Path, names: Sequence[str]) -> dict[Version, Library]:
    """What is there when the libraries `names` and all that they need were fetched, in the newest
    versions that their makers have. Raises `H5PError` where one of them is not there then."""
    workspace.mkdir(parents=True, exist_ok=True)
    folder = workspace / LIBRARIES
    said = cli.run(workspace, ["core"])
    if missing := [name for name in _CORE if not _filled(folder / name)]:
        raise H5PError(f"H5P's core was not fetched ({', '.join(missing)}): {end_of(said)}", _HINT)
    for name in names:
        said = cli.run(workspace, ["setup", short_name(name)])
        if name not in {one.name for one in find_libraries(folder)}:
            raise H5PError(f"'{name}' was not fetched: {end_of(said)}", _HINT)
    return find_libraries(folder)


def short_name(name: str) -> str:
    """As the registry of H5P lists a machine name: `h5p-question-set` for `H5P.QuestionSet`."""
    parted = re.sub(r"([a-z])([A-Z])", r"\1-\2", name.replace("H5PEditor", "H5P-Editor"))
    return parted.lower().replace(".", "-", 1)


def _filled(folder: Path) -> bool:
    """A clone that broke off leaves an empty folder, if any."""
    return folder.is_dir() and any(folder.iterdir())
