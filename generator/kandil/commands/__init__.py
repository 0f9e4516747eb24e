"""One file a command; each is a function that `app` offers.

A command imports the rooms that it needs when it runs: a word of help waits for none of them.
"""

from __future__ import annotations

import typer

from kandil.commands.build import build
from kandil.commands.check import check
from kandil.commands.clean import clean
from kandil.commands.contacts import contacts
from kandil.commands.coverage import coverage
from kandil.commands.docs import problem_codes
from kandil.commands.format import format_course
from kandil.commands.h5p import app as h5p
from kandil.commands.i18n import app as i18n
from kandil.commands.new import app as new
from kandil.commands.portal import portal
from kandil.commands.review import app as review
from kandil.commands.verify import verify

app = typer.Typer(
    help="Turn Markdown lessons into light, offline, localized course packages.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("build")(build)
app.command("check")(check)
app.command("format")(format_course)
app.command("verify")(verify)
app.command("contacts")(contacts)
app.command("clean")(clean)
app.command("coverage")(coverage)
app.command("portal")(portal)
app.add_typer(new, name="new", help="Begin a course.")
app.add_typer(review, name="review", help="Let people review lessons and translations.")
app.add_typer(h5p, name="h5p", help="Fetch libraries of H5P, and play packages.")
app.add_typer(i18n, name="i18n", help="Extract, update, count and check translations.")
app.command("problem-codes", hidden=True)(problem_codes)
