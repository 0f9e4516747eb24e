"""`kandil i18n extract | update | stats | check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kandil.commands.check import Report
from kandil.commands.finish import finish

if TYPE_CHECKING:
    from kandil.model.course import Course

app = typer.Typer(no_args_is_help=True)
Folder = Annotated[Path, typer.Argument(help="A folder with a course.yml.")]
Locale = Annotated[str, typer.Option(help="Such as uk, ka or sr-Latn-ME.")]
Form = Annotated[Report, typer.Option("--format", help="How problems are printed.")]


def _course(folder: Path, form: str = "text") -> Course:
    from kandil.questions import find_questions
    from kandil.read.course.course import read_course

    course, problems = read_course(folder, find_questions())
    if course is None:
        finish(problems, form)
        raise typer.Exit(1)
    return course


@app.command("extract")
def extract(
    folder: Folder,
    out: Annotated[Path, typer.Option(help="Where templates go.")] = Path("templates"),
) -> None:
    """Write empty templates, for tools that ask for them."""
    from kandil.localize.files import write_templates

    for path in write_templates(_course(folder), out):
        typer.echo(f"Wrote {path.as_posix()}")


@app.command("update")
def update(folder: Folder, locale: Locale) -> None:
    """Make the PO files of a locale, or bring them up to date."""
    from kandil.localize.files import update_catalogues
    from kandil.localize.folders import project_folder

    course = _course(folder)
    written, problems = update_catalogues(course, locale, project_folder(course))
    for file in written:
        counts = f"{file.kept} kept, {file.changed} changed, {file.new} new, {file.removed} removed"
        typer.echo(f"{file.path.as_posix()}: {counts}")
    finish(problems, "text")


@app.command("stats")
def show_stats(folder: Folder, locale: Locale) -> None:
    """Count words by state, and name what to translate next."""
    from kandil.localize.coverage import WAITS, table
    from kandil.localize.files import stats

    parts, problems = stats(_course(folder), locale)
    if parts:
        typer.echo(table(parts))
    for problem in problems:
        if problem.code in WAITS:
            typer.echo(f"{problem.message}. {problem.hint}".rstrip())
    unread = [problem for problem in problems if problem.code == "L001"]
    if unread or not parts:
        finish(unread or problems, "text")


@app.command("check")
def check(folder: Folder, locale: Locale, form: Form = "text") -> None:
    """Look for damage in the translations of a locale."""
    from kandil.lint.reviews.translated import unrecorded
    from kandil.localize.files import check_catalogues

    course = _course(folder, form)
    finish([*check_catalogues(course, locale), *unrecorded(course, locale)], form)
