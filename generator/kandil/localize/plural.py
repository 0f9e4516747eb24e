"""Which form of a word goes with a number, by the project's own table (`plural.yml`)."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml

from kandil.localize.locale import override
from kandil.values import dataclass

_HEADER = re.compile(
    r"^\s*nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*([-+*/%<>=!&|?:()n\d\s]+?);?\s*$"
)


@dataclass(frozen=True, slots=True)
class Plural:
    """A rule of a PO header; its expression means the same in C and JavaScript."""

    forms: int
    rule: str

    @property
    def header(self) -> str:
        """The value of `Plural-Forms`."""
        return f"nplurals={self.forms}; plural=({self.rule});"

    def index(self, number: int) -> int:
        """The form that `number` takes."""
        return min(_compiled(self.rule)(abs(number)), self.forms - 1)


@cache
def _compiled(rule: str) -> Callable[[int], int]:
    # c2py parses the expression itself and evaluates nothing else (PEP 279's safe subset of C).
    compiled: Callable[[int], int] = gettext.c2py(rule)
    return compiled


@cache
def _table() -> dict[str, Plural]:
    rows = yaml.safe_load((Path(__file__).parent / "plural.yml").read_text("utf-8"))
    return {name: Plural(row["forms"], row["rule"]) for name, row in rows.items()}


def plural_of(tag: str) -> Plural:
    """The rule of a language."""
    table = _table()
    name = override(tag).get("plural") or tag.split("-")[0]
    return table.get(name, table["other"])


def plural_in(header: str) -> Plural | None:
    """The rule that a PO file declares, or None where it cannot be read."""
    found = _HEADER.match(header)
    if not found:
        return None
    plural = Plural(int(found[1]), found[2])
    try:
        plural.index(0)
    except (ValueError, RecursionError, OverflowError, ZeroDivisionError):
        return None
    return plural
