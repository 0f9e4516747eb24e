"""Words of finished pages in which earlier runs found no number to call."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from kandil.build.basis import Basis
from kandil.build.notes import row_of, sum_of
from kandil.build.plain import from_plain, to_plain
from kandil.model.edition import Edition
from kandil.verify.numbers import Key, Numbers

_KIND = list[Key]


class Numberless:
    """Of the editions of a course; no word is kept where they are sensitive or show contacts."""

    def __init__(self, editions: Sequence[Edition], basis: Basis | None) -> None:
        secret = any(one.course.sensitive or one.territory for one in editions)
        self._notes = basis.notes if basis and not secret else None
        self._name = _name(editions, basis) if basis else ""
        self._known = self._read()
        self.numbers = Numbers(editions, self._known)

    def note(self) -> None:
        """For the next run, if there is anything new."""
        found = self.numbers.without
        row = row_of(self._name, to_plain(_KIND, sorted(found)))
        if self._notes and found != self._known and row:
            with self._notes.writing(self._name) as rows:
                rows.add(self._name, row)

    def _read(self) -> frozenset[Key]:
        """None where the note is damaged or gone."""
        try:
            kept = self._notes.table(self._name).answer(self._name) if self._notes else []
            return frozenset(cast(list[Key], from_plain(_KIND, kept)))
        except (TypeError, ValueError, LookupError):
            return frozenset()


def _name(editions: Sequence[Edition], basis: Basis) -> str:
    """On all that says what a number is: files, and what editions allow."""
    around = basis.around(Path(editions[0].course.folder))
    rows = (f"{one.locale} {sorted(one.allowed)}" for one in editions)
    return sum_of(["numberless", around, *rows])
