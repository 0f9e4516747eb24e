"""What came of a build: a row for each edition in each format, and every problem."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import field, replace
from typing import TYPE_CHECKING

from kandil.build.inventory import Inventory
from kandil.problems import Problem
from kandil.values import dataclass

if TYPE_CHECKING:
    from kandil.model.edition import Edition, Kind


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: one edition in one format."""

    course: str
    locale: str
    edition: Kind
    format: str
    pages: int
    bytes: int
    """Of the files and archives that hold it."""
    first_load: int
    """The heaviest page's, gzip -9."""
    coverage: int
    """Percent of words shown in the locale."""
    problems: int = 0
    left_out: tuple[str, ...] = ()
    """Lessons that it is built without, by their ids."""
    untranslated: tuple[str, ...] = ()
    """Those of them in which nothing must be mended, but more be translated."""
    artefacts: tuple[str, ...] = ()
    """Names, in the folder of its course, of what holds it; not part of the report."""

    def concerned(self, inner: str) -> bool:
        """Whether a path inside the folder of its course lies in this edition."""
        return any(inner == name or inner.startswith(f"{name}/") for name in self.artefacts)


@dataclass(slots=True)
class Outcome:
    """What came of a build."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    """Folders and zips of an earlier run that this one did not make again."""
    built: bool = False
    """Whether what was made is in its place."""
    made: dict[str, Inventory] = field(default_factory=dict)
    """What was made, by its place."""
    editions: list[Edition] = field(default_factory=list)
    """Those that have been built; their lessons are hollow."""
    private: bool = False
    """Whether a course is sensitive: nothing that it says may lie in a cache."""

    def count(self, found: list[Problem], place: str, forms: Collection[str]) -> None:
        """Note the problems of the packages at `place`, each beside the edition it is in."""
        self.problems += (one for one in found if one not in self.problems)
        inner = [one.place.file.removeprefix(f"{place}/") for one in found]
        for index, row in enumerate(self.rows):
            if row.format in forms and place.endswith(f"/{row.course}"):
                mine = sum(row.concerned(path) for path in inner)
                self.rows[index] = replace(row, problems=row.problems + mine)


def as_json(rows: list[Row], problems: list[dict[str, str | int]]) -> str:
    """The table and the problems for a machine."""
    names = [name for name in Row.__slots__ if name != "artefacts"]
    table = [{name: getattr(row, name) for name in names} for row in rows]
    return json.dumps({"editions": table, "problems": problems}, ensure_ascii=False, indent=1)
