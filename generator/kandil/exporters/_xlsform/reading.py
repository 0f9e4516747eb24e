"""A workbook as it lies there, read back: its sheets as rows of words (ECMA-376 part 1, 18.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import join, normpath

from lxml import etree

from kandil.exporters._xlsform.form import TRANSLATED
from kandil.values import dataclass
from kandil.verify.contents import Contents, nested
from kandil.verify.shown import Shown

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_BOOK = "xl/workbook.xml"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_COLUMN = re.compile(r"([A-Z]+)\d+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A head, and below it rows: what stands in each column, without empty cells."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def read_sheets(content: bytes) -> dict[str, Sheet]:
    """By their names. Raises `UnreadableError` where the zip is damaged, `ValueError` where it
    is no workbook."""
    with nested(content) as parts:
        try:
            return dict(_sheets(parts))
        except (KeyError, IndexError, etree.XMLSyntaxError) as fault:
            raise ValueError(f"no workbook: {fault}") from fault


def _sheets(parts: Contents) -> Iterator[tuple[str, Sheet]]:
    links = etree.fromstring(parts.read("xl/_rels/workbook.xml.rels"), _PARSER)
    targets = {str(one.get("Id")): normpath(join("xl", one.get("Target", ""))) for one in links}
    words = [*_words(parts)]
    for one in etree.fromstring(parts.read(_BOOK), _PARSER).iter("{*}sheet"):
        part = targets[one.get(_LINK, "")]
        cells = [_row(row, words) for row in _tree(parts, part).iter("{*}row")]
        yield one.get("name", ""), _sheet(cells)


def _tree(parts: Contents, name: str) -> etree._Element:
    return etree.fromstring(parts.read(name), _PARSER)


def _words(parts: Contents) -> Iterator[str]:
    """Shared strings; phonetic hints (`rPh`) are no words of a cell."""
    name = "xl/sharedStrings.xml"
    for one in _tree(parts, name).iterchildren("{*}si") if name in parts else ():
        yield "".join(text.text or "" for text in one.iterfind("{*}t")) + "".join(
            text.text or "" for text in one.iterfind("{*}r/{*}t")
        )


def _row(row: etree._Element, words: list[str]) -> dict[str, str]:
    """By the letters of the column."""
    found = {}
    for cell in row.iter("{*}c"):
        place = _COLUMN.fullmatch(cell.get("r", ""))
        said = cell.findtext("{*}v", "")
        if cell.get("t") == "s":
            said = words[int(said)]
        elif cell.get("t") == "inlineStr":
            said = "".join(text.text or "" for text in cell.iter("{*}t"))
        if place and said:
            found[place[1]] = said
    return found


def _sheet(cells: list[dict[str, str]]) -> Sheet:
    head = cells[0] if cells else {}
    rows = ({head.get(key, ""): said for key, said in row.items()} for row in cells[1:])
    return Sheet(tuple(head.values()), tuple(rows))


def language(column: str) -> str:
    """`Українська (uk)` of `label::Українська (uk)`; nothing where it is the same in all."""
    return column.partition("::")[2]


def tag(column: str) -> str:
    """`uk` of the same."""
    found = re.fullmatch(r".+ \((.+)\)", language(column))
    return found[1] if found else ""


def shown_in_form(file: str, sheets: dict[str, Sheet]) -> Iterator[Shown]:
    """All that a person reads in a form, and its title in the list of forms."""
    for name, sheet in sheets.items():
        for row in sheet.rows:
            for column, words in row.items():
                if column.partition("::")[0] in (*TRANSLATED.get(name, ()), "form_title"):
                    yield Shown(file, words, tag(column))
