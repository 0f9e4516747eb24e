"""Pages that are weighed as they pass, so that none is rendered twice, and no picture in vain."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TypeAlias

from kandil.build.handed import Handed
from kandil.deflate import Deflated
from kandil.exporters.exporter import Format
from kandil.model.edition import Edition
from kandil.problems import Place, Problem
from kandil.render.handouts.pages import Handouts
from kandil.render.site.pages import Page
from kandil.render.site.pages import Pages as Rendered
from kandil.verify.budget import FIRST_LOAD, excess

Prints: TypeAlias = Callable[[Edition], Handouts]
FRAME = 900
"""Bytes that no format adds to a page when it frames it."""


class PassedError(Exception):
    """Every page has passed, and none of its pictures is wanted."""


class Weighed:
    """As `Pages`, with a count, the heaviest weight and what is too heavy."""

    def __init__(
        self,
        pages: Rendered,
        edition: Edition,
        exporter: Format,
        prints: Prints,
        trial: bool = False,
    ) -> None:
        self._pages = pages
        self._prints = prints
        self.edition = edition
        self._form = exporter.name
        self._audience = exporter.audience
        self._trial = trial
        self._ended = False
        self.count = 0
        self.heaviest = 0
        self.heavy: dict[str, tuple[int, Problem]] = {}
        """Pages above the limit, with their weight."""

    def pages(self) -> Iterator[Page]:
        """Each once; raises `PassedError` where they have passed in vain before."""
        if self._ended:
            raise PassedError
        for page in self._pages.pages():
            self.count += 1
            self.heaviest = max(self.heaviest, page.first_load)
            if page.first_load > FIRST_LOAD:
                self.heavy[page.path] = page.first_load, self._heavy(page)
            yield page

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """What comes behind the pages; raises `PassedError` where nobody will need it."""
        if self._trial or self.heavy:
            self._ended = True
            raise PassedError
        return self._pages.assets()

    def handouts(self) -> Iterator[tuple[str, bytes | Deflated]]:
        """What only a facilitator may have; on paper nothing is too heavy."""
        if self._audience != "facilitator":
            raise ValueError(f"'{self._form}' is for learners, and asks for the trainer's sheets")
        if self._trial:
            raise PassedError
        for path, content in self._prints(self.edition).files():
            self.count += path.endswith(".html")
            yield path, content

    def tracked(self, script: str, content: bytes) -> Weighed:
        """The same pages for a shell, counted together with these."""
        self._pages = self._pages.tracked(script, content)
        return self

    def _heavy(self, page: Page) -> Problem:
        """Said of the file that somebody can shorten."""
        course, hint = self.edition.course, "Split the lesson, or take out an inline picture."
        files = {module.id: module.file for module in course.modules}
        place = Place(str(PurePosixPath(course.folder) / files.get(page.module, "course.yml")))
        what = "" if page.module else f" of the page '{page.path}'"
        when = f"on first load{what} in '{self.edition.locale}' ({self._form})"
        return excess("V001", place, page.first_load, FIRST_LOAD, when, hint)


class Passing:
    """The pages of every edition of a course in one format, made when it asks for them."""

    def __init__(
        self,
        exporter: Format,
        make: Callable[[Edition], Rendered],
        prints: Prints = Handouts,
        *,
        trial: bool = False,
    ) -> None:
        self._exporter = exporter
        self._prints = prints
        self._make = make
        self._trial = trial
        self.by_locale: dict[str, Weighed] = {}

    def __call__(self, edition: Edition) -> Weighed:
        """The same each time."""
        if edition.locale not in self.by_locale:
            weighed = Weighed(
                self._make(edition), edition, self._exporter, self._prints, self._trial
            )
            self.by_locale[edition.locale] = weighed
        return self.by_locale[edition.locale]


def nearly(pages: Rendered) -> bool:
    """Whether a page may be above the limit in some frame."""
    return any(page.first_load > FIRST_LOAD - FRAME for page in pages.pages())


def overweight(
    handed: Handed, exporter: Format, make: Callable[[Edition], Rendered]
) -> Iterator[Weighed]:
    """The pages of one format, measured by rendering; no file is written."""
    ready, _ = handed.to(exporter)
    passing = Passing(exporter, make, trial=True)
    options = exporter.options(ready[0].course)
    for artefact in exporter.artefacts(ready, passing, options):
        with suppress(PassedError):
            deque(artefact.files(), maxlen=0)
    yield from passing.by_locale.values()


def heaviest(passed: Iterable[Weighed]) -> list[Problem]:
    """Each page of an edition once: in the format in which it is heaviest."""
    found: dict[tuple[str, str], tuple[int, Problem]] = {}
    for weighed in passed:
        for path, heavy in weighed.heavy.items():
            page = weighed.edition.locale, path
            found[page] = max(found.get(page, heavy), heavy, key=lambda pair: pair[0])
    return [problem for _, problem in found.values()]
