"""A thin package around npm's `h5p-cli`, and the folders of H5P libraries that it fills.

`h5p-cli` ends with exit code 0 whatever happened, so nothing here believes it: what it did is what
is on the disk afterwards. It is optional, and its absence is an `H5PError` that says what to
install. This package knows nothing of Kandil.
"""

from __future__ import annotations

from h5p_cli_wrapper.errors import H5PError
from h5p_cli_wrapper.folder import Library, Version, find_libraries, needed_by
from h5p_cli_wrapper.preview import import_package, serve
from h5p_cli_wrapper.program import H5PCli, find_program
from h5p_cli_wrapper.setup import set_up

__all__ = [
    "H5PCli",
    "H5PError",
    "Library",
    "Version",
    "find_libraries",
    "find_program",
    "import_package",
    "needed_by",
    "serve",
    "set_up",
]
