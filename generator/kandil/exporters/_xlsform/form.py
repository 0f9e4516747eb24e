"""A form as XLSForm has it: rows that ask, show or reckon, and lists to choose from."""

from __future__ import annotations

from typing import TypeAlias

from kandil.values import dataclass

Words: TypeAlias = tuple[str, ...]
"""The same in each language of a form, in their order; empty where there is none."""
SHEETS: dict[str, tuple[str, ...]] = {
    "survey": ("type", "name", "appearance", "relevant", "constraint", "calculation"),
    "choices": ("list_name", "name"),
    "settings": ("form_title", "form_id", "version", "default_language", "style"),
}
"""Every sheet, with those of its columns that are the same in all languages."""
TRANSLATED: dict[str, tuple[str, ...]] = {
    "survey": ("label", "hint", "constraint_message"),
    "choices": ("label",),
    "settings": (),
}
"""Columns that stand there once a language: `label::Українська (uk)`."""
SELECTS = ("select_one", "select_multiple", "rank")
"""Types whose second word is a list."""
BEGIN, END = "begin_group", "end_group"
ASKING = frozenset(("integer", "decimal", "text", *SELECTS))
"""Types, or first words of them, that take an answer."""

APPEARANCES = ("", "field-list", "label", "list-nolabel", "multiline")
"""`table-list` is not among them: columns of its results are named by the number of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One of the sheet `survey`."""

    type: str
    name: str
    label: Words = ()
    hint: Words = ()
    appearance: str = ""
    relevant: str = ""
    """When it is shown (XPath)."""
    constraint: str = ""
    constraint_message: Words = ()
    calculation: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """One of the sheet `choices`."""

    list_name: str
    name: str
    label: Words


@dataclass(frozen=True, slots=True)
class Form:
    """A workbook."""

    id: str
    title: str
    """Lists of forms show it; it can be in one language only."""
    languages: tuple[str, ...]
    """`Українська (uk)`, as the columns name them; the first is that which a form opens in."""
    rows: tuple[Row, ...]
    picks: tuple[Pick, ...] = ()


def page(name: str, label: Words, rows: tuple[Row, ...], relevant: str = "") -> tuple[Row, ...]:
    """What is shown together on one screen."""
    first = Row(type=BEGIN, name=name, label=label, appearance="field-list", relevant=relevant)
    return first, *rows, Row(type=END, name=name)
