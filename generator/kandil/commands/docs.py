"""`kandil problem-codes`: the handbook's page, made from `kandil.problems.codes`."""

from __future__ import annotations

import typer

from kandil.problems.codes import CODES

_AREAS = {
    "C": "Course files and front matter",
    "M": "The Markdown of a lesson",
    "Q": "Questions and quizzes",
    "L": "Translations",
    "G": "What a release needs",
    "A": "Advice, plain words, figures, questions and safety",
    "H": "Help contacts of a territory",
    "R": "Reviews",
    "S": "Other machines that share the work",
    "E": "Optional extras",
    "V": "What was built",
}


def problem_codes() -> None:
    """Print the page in Markdown."""
    typer.echo("# Problem codes\n")
    typer.echo("Made from the code by `make portal`. A code never changes its meaning.")
    for letter, area in _AREAS.items():
        typer.echo(f"\n## {area}\n\n| Code | Finds | Kind |\n|---|---|---|")
        for name, code in sorted(CODES.items()):
            if name[0] == letter:
                typer.echo(f"| {name} | {code.finds} | {code.severity} |")
