"""`kandil new course NAME`: a folder that builds at once, with one lesson to change."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

_COURSE = """\
id: {id}
title: {title}
summary: One sentence that says what a learner gains.
language: en
modules: [{id}-1]
pass: 80%
"""

_LESSON = """\
---
id: {id}-1
title: The first lesson
minutes: 5
objectives:
  - {{id: LO1, text: "Say what this lesson is about", bloom: understand}}
---

## Why it matters

Write here why a learner should stay. Short sentences are read on every phone.

## Key ideas

One idea in one paragraph.

> [!TIP] A tip has a title
> And a sentence or two.

## Quiz: Check yourself

<!-- id: check; pass: 80%; attempts: 3 -->

### Question: Which words describe a good lesson?

<!-- id: good-lesson; objective: LO1; bloom: understand -->

- [x] Short, warm and exact
  > People read on small screens, often in a hurry.
- [ ] Long and full of terms
  > Terms are for those who know them already.
- [ ] Full of pictures and films
  > They are heavy, and slow on an old phone.

> **Hint:** Think of the phone in your hand.

## Remember

1. One idea, one paragraph.

## Help
"""

app = typer.Typer(no_args_is_help=True)


@app.callback()
def new() -> None:
    """Begin something."""


@app.command("course")
def course(
    folder: Annotated[Path, typer.Argument(help="The new folder; its name is the course's id.")],
) -> None:
    """Write a small course that builds at once."""
    name = folder.resolve().name
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,37}", name):
        hint = "Begin with a small letter; then small letters, digits and hyphens, 38 at most."
        typer.echo(f"'{name}' cannot be an id. {hint}")
        raise typer.Exit(1)
    if folder.exists():
        typer.echo(f"'{folder.as_posix()}' is there already. Nothing was changed.")
        raise typer.Exit(1)
    written = new_course(folder, name)
    for path in written:
        typer.echo(f"Wrote {path.as_posix()}")
    typer.echo(f"Next: kandil build {folder.as_posix()}")


def new_course(folder: Path, name: str) -> list[Path]:
    """Write a small course called `name` (its id) into `folder`; gives the files written.

    Raises FileExistsError where the folder is there already: nothing is ever overwritten.
    """
    folder.mkdir(parents=True)
    (folder / "modules").mkdir()
    title = name.replace("-", " ").capitalize()
    files = {"course.yml": _COURSE, f"modules/{name}-1.md": _LESSON}
    written = []
    for path, text in files.items():
        target = folder / path
        target.write_text(text.format(id=name, title=title), encoding="utf-8")
        written.append(target)
    return written
