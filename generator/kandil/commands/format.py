"""`kandil format FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kandil.commands.finish import finish
from kandil.problems import Problem, errors


def format_course(
    folders: Annotated[list[Path], typer.Argument(help="Folders with a course.yml.")],
) -> None:
    """Lay out lessons, banks and glossary as the handbook writes them; no word is changed.

    A file with errors is left as it is, and so is a course whose course.yml has some.
    """
    from kandil.build.reading import read
    from kandil.write.files import written_files

    wrong: list[Problem] = []
    laid: list[Path] = []
    for folder in folders:
        found = errors(read(folder)[1])
        wrong += found
        left = {problem.place.file for problem in found}
        if (folder / "course.yml").as_posix() not in left:
            whole = [path for path in written_files(folder) if path.as_posix() not in left]
            laid += [path for path in whole if _lay_out(path)]
    for path in laid:
        typer.echo(f"Laid out {path.as_posix()}")
    if wrong:
        finish(wrong, "text")
    if not laid:
        typer.echo("All of it is laid out already.")


def _lay_out(path: Path) -> bool:
    """Whether there was anything to do."""
    from kandil.write.files import read_exactly, replace_text
    from kandil.write.layout import lay_out

    typed = read_exactly(path)
    laid = lay_out(typed)
    if laid != typed:
        replace_text(path, laid)
    return laid != typed
