"""What learners think of a training, at its end and three months later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kandil.exporters._xlsform.asking import table
from kandil.exporters._xlsform.form import Form, Row, Words
from kandil.exporters._xlsform.together import Together, joined
from kandil.exporters._xlsform.words import DEGREE, degrees, nameless, promise


def evaluation(together: Together) -> Form:
    """At the end of the training."""
    title = together.translate("What you think of this training")
    statements = (
        together.translate("The lessons were easy to follow."),
        together.translate("There was enough time."),
        together.translate("I could ask, or stay silent, as I wished."),
        together.translate("I can use what I have learned."),
    )
    aims = together.translate("Can you do this now?")
    change = together.translate("What should change?")
    return _form(together, "evaluation", title, statements, aims, change)


def followup(together: Together) -> Form:
    """Three months later; where a course is private, it asks of the training and not of her."""
    title = together.translate("Three months later")
    statements = (
        together.translate("The training was useful."),
        together.translate("I would tell others to come."),
        together.translate("It should be held again."),
    )
    aims = together.translate("Have you done this since the training?")
    missing = together.translate("What would have helped you more?")
    return _form(together, "followup", title, statements, aims, missing)


def _form(
    together: Together,
    kind: str,
    title: Words,
    statements: Sequence[Words],
    aims: Words,
    wish: Words,
) -> Form:
    """Statements; and where nothing may be known of her life, neither aims nor words of her own."""
    intro = joined(title, promise(together), together.notices())
    rows = [Row(type="note", name="about", label=intro)]
    rows += _degrees(together, "training", title, statements)
    if not together.private:
        rows += _degrees(together, "aims", aims, _objectives(together))
        hint = nameless(together)
        row = Row(type="text", name="wish", label=wish, hint=hint, appearance="multiline")
        rows.append(row)
    return together.form(kind, title, rows, degrees(together))


def _degrees(
    together: Together, name: str, label: Words, statements: Sequence[Words]
) -> Iterator[Row]:
    rows = [
        Row(type=f"select_one {DEGREE}", name=f"{name}_{number}", label=words)
        for number, words in enumerate(statements, 1)
    ]
    if rows:
        yield from table(name, label, rows, degrees(together))


def _objectives(together: Together) -> list[Words]:
    """Of the course, which every edition has."""
    each = [one.course.objectives for one in together.editions]
    return [together.literal(one.text.plain for one in same) for same in zip(*each, strict=True)]
