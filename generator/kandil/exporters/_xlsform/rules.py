"""What a forms tool takes without a word and reads otherwise: misspelt columns, languages that
lack a label, names with a space (tried with pyxform 4.5 and ODK Validate 1.20).

What these refuse by themselves is left to the tests that run them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from kandil.exporters._xlsform.form import (
    APPEARANCES,
    ASKING,
    BEGIN,
    END,
    SELECTS,
    SHEETS,
    TRANSLATED,
)
from kandil.exporters._xlsform.reading import Sheet, language, read_sheets
from kandil.problems import Place, Problem

CODE = "V052"
HINT = "Do not use this copy: it is damaged, or somebody changed it. Build the forms again."
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PICK = re.compile(r"[A-Za-z0-9_]+")
_LANGUAGE = re.compile(r"\S.* \([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\)")
_REFERENCE = re.compile(r"\$\{(.*?)\}|\$\{")
_EQUAL = re.compile(r"\$\{(\w+)\} = '([^']*)'|selected\(\$\{(\w+)\}, '([^']*)'\)")
_TYPES = {"note", "calculate", BEGIN, END, *ASKING} - {*SELECTS}
_IDENTITY = frozenset(
    (
        *("start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber"),
        *("username", "email", "audit", "start-geopoint", "geopoint", "geotrace", "geoshape"),
        *("background-audio", "image", "audio", "video", "file", "barcode"),
    )
)
"""Types that take a device, a person or a place with them."""

Sheets = dict[str, Sheet]
Rule = Callable[[Sheets], Iterator[str]]


def check_form(file: str, content: bytes) -> Iterator[Problem]:
    """Everything that is wrong in a workbook, a problem each."""
    try:
        found = faults(read_sheets(content))
    except ValueError as fault:
        found = [str(fault)]
    yield from (Problem(CODE, Place(file), words, HINT) for words in found)


def faults(sheets: Sheets) -> list[str]:
    """The same in words."""
    found = [*_structure(sheets)] or [words for rule in RULES for words in rule(sheets)]
    return [*dict.fromkeys(found)]


def _structure(sheets: Sheets) -> Iterator[str]:
    """Without these nothing else can be asked."""
    for name in ("survey", "settings"):
        if not (name in sheets and sheets[name].rows):
            yield f"There is no sheet '{name}', or nothing stands in it"
    yield from (f"A form has no sheet '{name}'" for name in sheets if name not in SHEETS)


def columns(sheets: Sheets) -> Iterator[str]:
    """A misspelt column is passed over in silence, and its rules with it."""
    for name, sheet in sheets.items():
        for column in sheet.columns:
            base, parted, _ = column.partition("::")
            if base not in (TRANSLATED if parted else SHEETS)[name]:
                yield f"The sheet '{name}' has a column '{column}', which no form of Kandil's has"
        for column, times in Counter(sheet.columns).items():
            if times > 1:
                yield f"The sheet '{name}' has the column '{column}' twice"


def languages(sheets: Sheets) -> Iterator[str]:
    """Each translated column stands there in every language, under the same name in all sheets."""
    known = _languages(sheets["survey"], "label")
    for one in known:
        if not _LANGUAGE.fullmatch(one):
            yield f"'{one}' is not written as a form wants a language: 'Українська (uk)'"
    for name, sheet in sheets.items():
        for base in dict.fromkeys(column.partition("::")[0] for column in sheet.columns):
            if base in TRANSLATED[name] and _languages(sheet, base) != known:
                yield f"'{base}' in the sheet '{name}' is not in the languages of the questions"
    usual = sheets["settings"].rows[0].get("default_language", "")
    if usual not in known:
        yield f"The form opens in '{usual}', which is none of its languages"


def translations(sheets: Sheets) -> Iterator[str]:
    """A label that is missing in one language would be an empty screen there."""
    for name, sheet in sheets.items():
        for row in sheet.rows:
            for base in TRANSLATED[name]:
                spoken = [column for column in sheet.columns if column.startswith(f"{base}::")]
                empty = [language(column) for column in spoken if not row.get(column, "").strip()]
                if empty and len(empty) < len(spoken):
                    yield f"'{row.get('name', '')}' has no {base} in {', '.join(empty)}"
                elif empty and base == "label" and _labelled(name, row):
                    yield f"'{row.get('name', '')}' has no label"


def _labelled(sheet: str, row: dict[str, str]) -> bool:
    """Whether a person must read something there."""
    return sheet == "choices" or row.get("type") not in ("calculate", BEGIN, END)


def types(sheets: Sheets) -> Iterator[str]:
    """Only those that Kandil writes; none that takes a device, a person or a place with it."""
    lists = {row.get("list_name", "") for row in _rows(sheets, "choices")}
    depth = 0
    for row in _rows(sheets, "survey"):
        kind, _, listed = row.get("type", "").partition(" ")
        name = row.get("name", "")
        if kind in _IDENTITY:
            yield f"'{name}' ({kind}) takes something of the device, a person or a place with it"
        elif kind in SELECTS and listed not in lists:
            yield f"'{name}' asks to choose from a list that is not there: '{listed}'"
        elif kind not in _TYPES | {*SELECTS} or (listed and kind not in SELECTS):
            yield f"'{name}' is of a type that no form of Kandil's has: '{row.get('type', '')}'"
        if row.get("appearance", "") not in APPEARANCES:
            yield f"'{name}' has the appearance '{row['appearance']}', which Kandil never asks for"
        depth += (kind == BEGIN) - (kind == END)
    if depth:
        yield "A group of questions is not closed, or closed twice"


def names(sheets: Sheets) -> Iterator[str]:
    """Names with a space or other letters are taken, and then nothing refers to them."""
    rows = [row for row in _rows(sheets, "survey") if row.get("type") != END]
    yield from _named("question", _NAME, (row.get("name", "") for row in rows))
    picks = Counter(
        (row.get("list_name", ""), row.get("name", "")) for row in _rows(sheets, "choices")
    )
    for (listed, name), times in picks.items():
        if not _PICK.fullmatch(name) or times > 1:
            yield f"The answer '{name}' of '{listed}' has a name that a form reads otherwise"


def _named(what: str, wanted: re.Pattern[str], given: Iterable[str]) -> Iterator[str]:
    for name, times in Counter(given).items():
        if not wanted.fullmatch(name):
            yield f"The {what} '{name}' has a name that a form reads otherwise"
        elif times > 1:
            yield f"Two have the name '{name}'"


def settings(sheets: Sheets) -> Iterator[str]:
    """The id names the table of results on a server: without one, each upload is another form."""
    row = sheets["settings"].rows[0]
    ident = row.get("form_id", "")
    if not _NAME.fullmatch(ident):
        yield f"The id of the form is '{ident}': Latin letters, digits and '_' are read alike"
    for name in ("form_title", "version"):
        if not row.get(name):
            yield f"The form has no '{name}'"


def references(sheets: Sheets) -> Iterator[str]:
    """`${name}` is an answer, and the same ones stand in each language."""
    known = {row.get("name", "") for row in _rows(sheets, "survey")}
    for name, sheet in sheets.items():
        for row in sheet.rows:
            seen = {column: _REFERENCE.findall(words) for column, words in row.items()}
            for wrong in {one for found in seen.values() for one in found} - known:
                yield f"'{row.get('name', '')}' refers to '{wrong}', which nobody is asked"
            for base in TRANSLATED[name]:
                each = [{*found} for column, found in seen.items() if column.startswith(base)]
                if any(one != each[0] for one in each):
                    yield f"'{row.get('name', '')}' shows other answers in another language"


def quotes(sheets: Sheets) -> Iterator[str]:
    """Curly quotes become straight ones when a form is read, also where they end a string."""
    for row in _rows(sheets, "survey"):
        for column in ("relevant", "constraint", "calculation"):
            if re.search("[‘’“”]", row.get(column, "")):
                yield f"'{row.get('name', '')}' has curly quotes in '{column}'"


def answers(sheets: Sheets) -> Iterator[str]:
    """An expression that names an answer which is not in its list is never true."""
    picks: dict[str, list[str]] = {}
    for row in _rows(sheets, "choices"):
        picks.setdefault(row.get("list_name", ""), []).append(row.get("name", ""))
    kinds = {row.get("name", ""): row.get("type", "") for row in _rows(sheets, "survey")}
    for row in _rows(sheets, "survey"):
        for column in ("relevant", "calculation"):
            for one in _EQUAL.finditer(row.get(column, "")):
                name, given = one[1] or one[3], one[2] or one[4] or ""
                kind, _, listed = kinds.get(name, "").partition(" ")
                offered = picks.get(listed, [])
                if kind in SELECTS and not {*given.split()} <= {*offered}:
                    yield f"'{row.get('name', '')}' waits for '{given}', which '{name}' lacks"
                if kind == "rank" and given.split() == offered:
                    yield f"'{name}' stands in the right order from the beginning"


RULES: tuple[Rule, ...] = (
    *(columns, languages, translations, types, names, settings, references, quotes, answers),
)


def _languages(sheet: Sheet, base: str) -> list[str]:
    return [language(one) for one in sheet.columns if one.startswith(f"{base}::")]


def _rows(sheets: Sheets, name: str) -> tuple[dict[str, str], ...]:
    return sheets[name].rows if name in sheets else ()
