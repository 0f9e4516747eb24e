"""`kandil h5p`: libraries for the format of that name, and a look at what was built.

It needs npm's `h5p-cli`, which is optional: no build does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from h5p_cli_wrapper import Library, Version

app = typer.Typer(no_args_is_help=True)
Workspace = Annotated[
    Path, typer.Option(help="A folder for libraries and contents; made where there is none.")
]
PORT = 8080


@app.command()
def setup(workspace: Workspace = Path("h5p")) -> None:
    """Fetch the libraries that packages need from the internet, with git; it takes a while."""
    from h5p_cli_wrapper import find_program, set_up

    from kandil.exporters._h5p.libraries import LIBRARIES

    names = sorted({one.name for one in LIBRARIES.values()})
    with _told():
        found = set_up(find_program(), workspace, names)
        typer.echo("\n".join(_rows(found)))
        typer.echo(f"For packages with libraries: --h5p-libraries {workspace / 'libraries'}")


@app.command()
def libraries(
    folder: Annotated[Path, typer.Argument(help="With a folder for each library.")],
) -> None:
    """List the libraries in a folder, and those that packages need and it lacks."""
    from h5p_cli_wrapper import find_libraries

    from kandil.commands.finish import finish
    from kandil.exporters._h5p.bundle import check_folder

    problems = [*check_folder(str(folder))]
    if folder.is_dir():
        typer.echo("\n".join(_rows(find_libraries(folder))))
    finish(problems, "text")


@app.command()
def preview(
    package: Annotated[Path, typer.Argument(help="A file that ends in .h5p.")],
    workspace: Workspace = Path("h5p"),
    port: Annotated[int, typer.Option(help="Of this machine.")] = PORT,
) -> None:
    """Play a package here, in the workspace that `setup` has filled; Ctrl+C ends it."""
    from h5p_cli_wrapper import find_program, import_package, serve
    from h5p_cli_wrapper.preview import address, main_library

    with _told():
        cli = find_program()
        name = import_package(cli, workspace, package)
        typer.echo(f"Open {address(name, main_library(workspace, name), port)}")
        serve(cli, workspace, port)


def _rows(found: dict[Version, Library]) -> Iterator[str]:
    """A library a line, with its patch."""
    for version, one in found.items():
        yield f"{version}.{one.patch}  {one.title}"


@contextmanager
def _told() -> Iterator[None]:
    """What went wrong, and what to do, in two lines."""
    from h5p_cli_wrapper import H5PError

    try:
        yield
    except H5PError as fault:
        typer.echo(f"{fault}\n    hint: {fault.hint}", err=True)
        raise typer.Exit(1) from fault
    except KeyboardInterrupt:
        typer.echo("")
