"""Files of the libraries that runs have loaded, as they were: one that somebody patches in place
changes neither its version nor the folder that it lies in."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kandil.build.inventory import state_of
from kandil.build.private import write_anew

LIBRARIES = "libraries"
"""The file that names them, among what is kept."""
_OWN = "kandil"
"""Its files are looked at by content."""


def unpatched(folder: Path) -> bool:
    """Whether all that earlier runs have loaded is as it was; `folder`: of what they have kept."""
    try:
        noted = json.loads((folder / LIBRARIES).read_bytes())
        return all([*state_of(Path(path))] == state for path, state in noted.items())
    except (OSError, ValueError, AttributeError):
        return False


def note_libraries(folder: Path, begun: int) -> None:
    """What this run has loaded too, beside what was noted before; of what was written after it had
    begun nobody knows whether it was loaded before or after."""
    noted = {}
    with suppress(OSError, ValueError):
        noted = json.loads((folder / LIBRARIES).read_bytes())
    new = [path for path in _loaded() if path not in noted]
    if new:
        states = {path: state_of(Path(path)) for path in new}
        noted |= {path: one if max(one[1:3]) < begun else () for path, one in states.items()}
        part = folder / f"{LIBRARIES}.{os.getpid()}"
        with suppress(OSError):
            write_anew(part, json.dumps(noted).encode())
            part.replace(folder / LIBRARIES)


def _loaded() -> Iterator[str]:
    for name, module in [*sys.modules.items()]:
        file = getattr(module, "__file__", None) or ""
        if "-packages" in file and name.partition(".")[0] != _OWN and Path(file).is_file():
            yield file
