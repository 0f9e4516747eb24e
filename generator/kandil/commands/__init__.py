"""One file a command; each is a function that `app` offers."""

from __future__ import annotations

import typer

from kandil.commands import build, check, docs, i18n, new, verify

app = typer.Typer(
    help="Turn Markdown lessons into light, offline, localized course packages.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("build")(build.build)
app.command("check")(check.check)
app.command("verify")(verify.verify)
app.add_typer(new.app, name="new", help="Begin a course.")
app.add_typer(i18n.app, name="i18n", help="Extract, update, count and check translations.")
app.command("problem-codes", hidden=True)(docs.problem_codes)
