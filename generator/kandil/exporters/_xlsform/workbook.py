"""A form as a workbook of Office Open XML (ECMA-376), the same bytes at every build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO

from kandil.exporters._ooxml import repacked
from kandil.exporters._xlsform.form import SHEETS, TRANSLATED, Form, Pick, Row

Table = list[list[str]]
"""Its head, then its rows."""
_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def written(form: Form, as_of: date) -> bytes:
    """With the day of the edition in its properties."""
    return workbook(tables(form, as_of), as_of)


def workbook(sheets: Mapping[str, Table], as_of: date) -> bytes:
    """Cells of words alone: nothing in them is a formula, a number or a link."""
    # It is loaded only where forms are made: the command line starts without it.
    from xlsxwriter import Workbook

    held = BytesIO()
    with Workbook(held, _PLAIN) as book:
        book.set_properties({"created": datetime(as_of.year, as_of.month, as_of.day)})
        for name, table in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for number, row in enumerate(table):
                for column, words in enumerate(row):
                    if words:
                        sheet.write_string(number, column, words)
    return repacked(held.getvalue())


def tables(form: Form, as_of: date) -> dict[str, Table]:
    """Each sheet. The version is another one whenever anything in the form is."""
    survey = _table("survey", form.languages, form.rows)
    choices = _table("choices", form.languages, form.picks)
    seen = sha256(repr((form.title, survey, choices)).encode()).hexdigest()[:8]
    version = f"{as_of:%Y%m%d}-{seen}"
    settings = [form.title, form.id, version, form.languages[0], "pages"]
    found = {"survey": survey, "choices": choices, "settings": [[*SHEETS["settings"]], settings]}
    return {name: table for name, table in found.items() if table[1:]}


def _table(sheet: str, languages: Sequence[str], rows: Iterable[Row | Pick]) -> Table:
    """Without columns in which nothing stands."""
    wanted = [*rows]
    plain = [name for name in SHEETS[sheet] if any(getattr(row, name) for row in wanted)]
    spoken = [name for name in TRANSLATED[sheet] if any(getattr(row, name) for row in wanted)]
    head = [*plain, *(f"{name}::{one}" for name in spoken for one in languages)]
    return [head, *([*_cells(row, plain, spoken, len(languages))] for row in wanted)]


def _cells(
    row: Row | Pick, plain: Sequence[str], spoken: Sequence[str], languages: int
) -> Iterator[str]:
    for name in plain:
        yield getattr(row, name)
    for name in spoken:
        yield from getattr(row, name) or [""] * languages
