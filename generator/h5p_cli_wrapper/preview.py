"""`h5p import` and `h5p server`: a package, looked at on this machine."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from h5p_cli_wrapper.errors import H5PError
from h5p_cli_wrapper.program import H5PCli, end_of
from h5p_cli_wrapper.setup import EDITOR, LIBRARIES, short_name

HEAD, BODY = "h5p.json", "content/content.json"
PORT = 8080


def import_package(cli: H5PCli, workspace: Path, package: Path) -> str:
    """The name under which `package` lies in the workspace's `content` then; an older one of that
    name is replaced. Raises `H5PError` where it is no package, or does not lie there whole."""
    expected = _parts(package)
    workspace.mkdir(parents=True, exist_ok=True)
    name = package.stem
    # The program refuses a name that is taken, and leaves what it unpacked before it failed.
    for folder in ("content", "temp"):
        shutil.rmtree(workspace / folder / name, ignore_errors=True)
    said = cli.run(workspace, ["import", name, str(package.absolute())])
    place = workspace / "content" / name
    there = [_read(place / HEAD), _read(place / Path(BODY).name)]
    if there != expected:
        raise H5PError(f"'{package}' was not imported: {end_of(said)}", "Build the package again.")
    return name


def serve(cli: H5PCli, workspace: Path, port: int = PORT) -> None:
    """Its server, until somebody stops it. Raises `H5PError` where it has nothing to start with,
    and where it ends by itself."""
    if not (workspace / LIBRARIES / EDITOR).is_dir():
        message = f"'{workspace / LIBRARIES}' has no H5P core, so that nothing can be played"
        raise H5PError(message, "Run 'kandil h5p setup' first, where there is the internet.")
    said = cli.run(workspace, ["server", str(port)])
    hint = f"See whether something else uses port {port}, and choose another."
    raise H5PError(f"The server of 'h5p-cli' ended: {end_of(said)}", hint)


def main_library(workspace: Path, name: str) -> str:
    """The machine name that an imported package opens with. Raises `H5PError` without one."""
    try:
        return str(json.loads(_read(workspace / "content" / name / HEAD))["mainLibrary"])
    except (ValueError, KeyError, TypeError) as fault:
        message = f"'{name}' does not say which library it opens with"
        raise H5PError(message, "Build the package again.") from fault


def address(name: str, library: str, port: int = PORT) -> str:
    """Where its server shows a package that was imported."""
    return f"http://localhost:{port}/view/{short_name(library)}/{name}"


def _parts(package: Path) -> list[bytes]:
    try:
        with ZipFile(package) as archive:
            return [archive.read(HEAD), archive.read(BODY)]
    except (OSError, BadZipFile, KeyError) as fault:
        hint = "Choose a file that ends in '.h5p', as a build makes it."
        raise H5PError(f"'{package}' is no H5P package: {fault}", hint) from fault


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
