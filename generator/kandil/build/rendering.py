"""The pages of lessons, rendered where their words are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from kandil.build.crew import Alone, Crew
from kandil.build.kept import Kept
from kandil.build.leaving import unlinked
from kandil.build.part import Part
from kandil.localize.words.finish import finish
from kandil.model.edition import Edition
from kandil.render.handouts.pages import Handouts
from kandil.render.html.images import Pictures
from kandil.render.site.others import Made
from kandil.render.site.pages import Frame, Page, Pages
from kandil.render.site.player import Player
from kandil.values import dataclass
from kandil.verify.facts import Facts, facts, learn


@dataclass(frozen=True)
class Render:
    """An order: the pages of the lessons of a part, in one edition and one frame."""

    edition: Edition
    """Hollow, and without the words of the interface."""
    frame: Frame
    images: bool
    weights: bool
    """Whether nothing but what the pages weigh is asked for."""
    lasting: ClassVar[bool] = False

    @property
    def secret(self) -> bool:
        """Contacts may be drafts."""
        return self.edition.territory is not None

    def __call__(self, part: Part) -> list[tuple[Page, list[Facts]]]:
        """In the order of the course; none of a lesson that the edition is built without. Each with
        the facts of its two forms."""
        edition = worded(self.edition, part)
        pictures = Pictures(Path(edition.course.folder), self.images)
        pages = Pages(edition, pictures, self.frame, plan=self._player)
        numbers = enumerate(edition.course.modules, 1)
        made = (pages.lesson_page(number) for number, one in numbers if one.known is None)
        if self.weights:
            return [(replace(page, markup="", draft=None), []) for page in made]
        return [(page, [*_facts(page)]) for page in map(Page.settled, made)]

    @cached_property
    def _player(self) -> Player:
        """For all parts: it hangs on no words."""
        return Pages(self.edition, Pictures(Path(), self.images), self.frame).player


def worded(edition: Edition, part: Part) -> Edition:
    """A hollow edition with the words that the part has."""
    own = part.edition(edition.locale)
    mine = {module.id: module for module in own.course.modules}
    modules = tuple(mine.get(module.id, module) for module in edition.course.modules)
    course = unlinked(replace(edition.course, modules=modules))
    return finish(replace(edition, course=course, translate=own.translate, plural=own.plural))


@dataclass(frozen=True)
class Print:
    """An order: what a facilitator prints of the lessons of a part."""

    edition: Edition
    """Hollow, and without the words of the interface."""
    images: bool
    lasting: ClassVar[bool] = False

    @property
    def secret(self) -> bool:
        """Contacts may be drafts."""
        return self.edition.territory is not None

    def __call__(self, part: Part) -> list[Page]:
        """In the order of the course; none of a lesson that the edition is built without."""
        edition = worded(self.edition, part)
        sheets, mine = Handouts(edition, self.images), edition.course.modules
        found = (sheets.lesson_pages(module) for module in mine if module.known is None)
        return [page.settled() for pages in found for page in pages]


Known = list[tuple[Page, list[Facts]]]


@dataclass(frozen=True)
class Beside:
    """An order: the pages of an edition that are no lesson's."""

    lessons: Render
    """That of its lessons."""
    made: Made
    lasting: ClassVar[bool] = False

    @property
    def secret(self) -> bool:
        """As for its lessons."""
        return self.lessons.secret

    def __call__(self, pages: Pages) -> Known:
        """Each with the facts of its two forms; `pages`: of the edition, words of the interface
        and all, of which none has been rendered."""
        if self.lessons.weights:
            return [(page, []) for page in pages.beside(self.made)]
        return [(page, [*_facts(page)]) for page in map(Page.settled, pages.beside(self.made))]


@dataclass(frozen=True)
class Scripts:
    """An order: the scripts beside the pages of an edition."""

    lessons: Render
    later: tuple[str, ...]
    """Those that follow in its pages."""
    lasting: ClassVar[bool] = False

    @property
    def secret(self) -> bool:
        """As for its lessons."""
        return self.lessons.secret

    def __call__(self, pages: Pages) -> list[tuple[str, bytes]]:
        """By their names."""
        return [*replace(pages, later={*self.later}).scripts()]


class Elsewhere:
    """Gives `Pages` what a crew has, or has kept."""

    def __init__(self, crew: Crew[Part], *, weights: bool = False) -> None:
        self._crew = crew
        self._weights = weights

    def lessons(self, pages: Pages) -> Iterator[Page]:
        """In the order of the course."""
        for some in self._crew.ask(self._order(pages)):
            yield from _learned(some)

    def beside(self, pages: Pages, made: Made) -> Iterator[Page]:
        """The pages that are no lesson's."""
        [some] = self._own(pages).ask(Beside(self._order(pages), made))
        return _learned(some)

    def scripts(self, pages: Pages) -> list[tuple[str, bytes]]:
        """What comes behind the pages."""
        [found] = self._own(pages).ask(Scripts(self._order(pages), tuple(sorted(pages.later))))
        return found

    def printed(self, handouts: Handouts) -> Iterator[Page]:
        """The sheets of the lessons for a facilitator."""
        for some in self._crew.ask(Print(_silenced(handouts.edition), handouts.images)):
            yield from some

    def _order(self, pages: Pages) -> Render:
        return Render(_silenced(pages.edition), pages.frame, pages.pictures.shown, self._weights)

    def _own(self, pages: Pages) -> Crew[Pages]:
        """This process has all that these pages need."""
        pictures = Pictures(pages.pictures.folder, pages.pictures.shown)
        share = Pages(pages.edition, pictures, pages.frame, plan=pages.player)
        return self._crew.beside(share) if isinstance(self._crew, Kept) else Alone([share])


def _learned(some: Known) -> Iterator[Page]:
    for page, known in some:
        for one in known:
            learn(one)
        yield page


def _silenced(edition: Edition) -> Edition:
    """For its way to another process."""
    return replace(edition, translate=_silent, plural=_silent_number)


def _facts(page: Page) -> Iterator[Facts]:
    alone = page.filled(switch=False)
    yield facts(alone.encode(), page.packed)
    if page.markup:
        yield facts(page.markup.encode())


def _silent(words: str) -> str:
    """Stands for the interface on its way to another process, which has its own."""
    return words


def _silent_number(one: str, many: str, number: int) -> str:
    return one if number == 1 else many
