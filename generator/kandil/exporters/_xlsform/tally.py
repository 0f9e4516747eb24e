"""How many came, by sex and age: heads that a trainer counts, and the one form that asks either."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kandil.exporters._xlsform.asking import value
from kandil.exporters._xlsform.form import Form, Row, Words, page
from kandil.exporters._xlsform.together import Together, joined
from kandil.localize.words.formats import decimal

BANDS = ((0, 17), (18, 24), (25, 34), (35, 49), (50, 0))
"""Years of age, first and last; 0: no end."""
TOTAL = "total"


def tally(together: Together) -> Form:
    """Filled in once for each session, by whoever holds it."""
    title = together.translate("Attendance")
    # safety: small numbers tell who somebody is
    care = together.translate(
        "Count heads and write no names. Pass on no number that stands for fewer than ten people."
    )
    sexes = (
        ("women", together.translate("Women and girls")),
        ("men", together.translate("Men and boys")),
        ("others", together.translate("Others, or not said")),
    )
    rows = [Row(type="note", name="about", label=joined(title, care))]
    names = []
    for name, label in sexes:
        counts = tuple(_counts(together, name))
        names += [one.name for one in counts]
        rows += page(name, label, counts)
    total = " + ".join(f"coalesce({value(name)}, 0)" for name in names)
    rows.append(Row(type="calculate", name=TOTAL, calculation=total))
    words = together.translate("All together: {number}")
    shown = tuple(one.replace("{number}", value(TOTAL)) for one in words)
    rows.append(Row(type="note", name="all", label=shown))
    return together.form("tally", title, rows)


def _counts(together: Together, sex: str) -> Iterator[Row]:
    refused = together.translate("Write a whole number: 0 or more.")
    for first, last in BANDS:
        yield Row(
            type="integer",
            name=f"{sex}_{first}_{last}" if last else f"{sex}_{first}",
            label=_band(together, first, last),
            constraint=". >= 0",
            constraint_message=refused,
        )
    yield Row(
        type="integer",
        name=f"{sex}_age_not_said",
        label=together.translate("Age not said"),
        constraint=". >= 0",
        constraint_message=refused,
    )


def _band(together: Together, first: int, last: int) -> Words:
    if not first:
        words = together.translate("Up to {last} years")
    elif last:
        words = together.translate("{first} to {last} years")
    else:
        words = together.translate("{first} years and more")
    numbers = zip(words, together.editions, strict=True)
    return tuple(
        one.replace("{first}", decimal(Decimal(first), edition.locale)).replace(
            "{last}", decimal(Decimal(last), edition.locale)
        )
        for one, edition in numbers
    )
