"""Numbers to call in a finished package, whatever field or format they came from (V016)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from kandil.lint.phones.disguised import DIGIT, spelt
from kandil.lint.phones.known import RUN, Known, known
from kandil.lint.phones.numbers import Number, numbers_in
from kandil.lint.phones.territories import dialled, unless, verified_numbers
from kandil.lint.phones.words import words_of
from kandil.lint.text.sources import Sources
from kandil.model.edition import Edition
from kandil.paths import locales, own_locales, territory_files
from kandil.problems import Place, Problem
from kandil.territory.read import INTERNATIONAL
from kandil.verify.shown import FEWEST, Shown

_ADDRESS = re.compile(r"\s*(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DIALS = frozenset(
    ("tel", "sms", "smsto", "mms", "callto", "facetime", "facetime-audio", "whatsapp", "viber")
)
"""Schemes whose links do nothing but call or write to a number."""


Key: TypeAlias = tuple[str, str, bool]
"""Words, their language, whether they are an address."""


class Numbers:
    """Looks at all packages of one course; what it has seen once costs nothing again."""

    def __init__(self, editions: Sequence[Edition], without: Set[Key] = frozenset()) -> None:
        """`without`: words in which nothing is to be found."""
        self.editions = editions
        self.seen: dict[Key, tuple[Number, ...]] = {}
        self.told: set[str] = set()
        self._without = without

    @property
    def without(self) -> frozenset[Key]:
        """Words that were looked at, and hold no number."""
        return frozenset(key for key, found in self.seen.items() if not found)

    def check(self, shown: Iterable[Shown]) -> Iterator[Problem]:
        """Each number once, at its place in the source; else at the first page that shows it.

        Asks for what has digits only (`read_shown`).
        """
        for one in shown:
            key = one.words, one.lang, one.tapped
            if key not in self.seen:
                self.seen[key] = () if key in self._without else tuple(self._numbers(one))
            for number in self.seen[key]:
                if (digits := number.whole.lstrip("0")) not in self.told:
                    self.told.add(digits)
                    yield self._problem(number, one)

    def _numbers(self, one: Shown) -> Iterator[Number]:
        address = _ADDRESS.match(one.words) if one.tapped else None
        if one.tapped and not address:
            return
        words = self._unverified.sub(" ; ", spelt(one.words))
        language = words_of(one.lang or self.editions[0].locale)
        numbers = tuple(numbers_in(words, language, self._known))
        dials = address and address["scheme"].lower() in _DIALS
        if not numbers and dials and (run := RUN.search(words)):
            numbers = (Number(run[0], re.sub(r"\D", "", run[0])),)
        yield from numbers

    @cached_property
    def _known(self) -> Known:
        return known(Path(self.editions[0].course.folder))

    @cached_property
    def _unverified(self) -> re.Pattern[str]:
        """What may stand there: numbers that were verified, or allowed with a reason."""
        return unless([*self._verified(), *(run for one in self.editions for run in one.allowed)])

    def _verified(self) -> Iterator[str]:
        for edition in self.editions:
            yield from verified_numbers(edition.territory.contacts if edition.territory else ())

    def _problem(self, number: Number, one: Shown) -> Problem:
        where = self._source(number.whole) or Place(one.file)
        return dialled(number, where, "" if where.file == one.file else one.file)

    def _source(self, digits: str) -> Place | None:
        """Where it was written, in whichever file."""
        wanted = digits.lstrip("0")
        return next((place for line, place in self._lines if wanted in line), None)

    @cached_property
    def _lines(self) -> list[tuple[str, Place]]:
        """The digits of each line of the sources; asked for only where something was found."""
        found, sources = [], Sources()
        for path in self._files():
            for row, line in enumerate(sources.lines(path.as_posix()), 1):
                if len(DIGIT.findall(line)) >= FEWEST:
                    column = DIGIT.search(line)
                    place = Place(path.as_posix(), row, column.start() + 1 if column else 1)
                    found.append((re.sub(r"\D", "", spelt(line)), place))
        return found

    def _files(self) -> Iterator[Path]:
        course = self.editions[0].course
        folder, own = Path(course.folder), own_locales(Path(course.folder))
        yield folder / "course.yml"
        for end in ("md", "svg"):
            yield from sorted(folder.rglob(f"*.{end}"))
        codes = [edition.territory.code for edition in self.editions if edition.territory]
        files = territory_files(folder)
        yield from (files[code] for code in (*codes, INTERNATIONAL) if code in files)
        for base in filter(None, (own, locales())):
            for edition in self.editions:
                yield from sorted((base / edition.locale / course.id).glob("*.po"))
                yield base / edition.locale / "ui.po"
