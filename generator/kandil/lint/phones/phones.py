"""Telephone numbers typed into a lesson: nobody verifies them there (field reference 4.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kandil.lint.advice.allowances import Allowances, read_allowances
from kandil.lint.phones.digits import words_of
from kandil.lint.phones.known import EMERGENCY, Known, Owner, known, serves_emergency, significant
from kandil.lint.phones.numbers import Around, numbers_in
from kandil.lint.phones.printed import Printed, printed
from kandil.lint.seam import Seam
from kandil.lint.text.sources import Sources
from kandil.lint.text.translations import Lookup
from kandil.model.course import Course
from kandil.model.territory import Territory
from kandil.problems import Place, Problem

RULE = "phone"
"""What an exception names."""
_SHORT = 6
"""Digits up to which code and names may count something."""
_TOLD = 50
"""Numbers of one text that are told; the others have the same fault."""
_BUILD = "the build prints it under Help"


def lint_phones(
    course: Course,
    sources: Sources,
    allowances: Allowances,
    foreign: Iterable[tuple[str, Lookup]],
) -> Iterator[Problem]:
    """In the source, and in each translation at its place in a PO file."""
    looker = _Looker(known(Path(course.folder)), sources, allowances)
    sentences = list(printed(course, sources))
    yield from looker.told(((one, one.words, one.place) for one in sentences), course.language)
    for locale, lookup in foreign:
        found = ((one, words, at) for one in sentences for words, at in lookup(one.text))
        yield from looker.told(found, locale)


def lint_shown_phones(
    course: Course, locale: str, numbers: Known, territory: Territory | None
) -> Iterator[Problem]:
    """In what one edition shows; its territory's own 112 may stand there."""
    sources = Sources()
    looker = _Looker(numbers, sources, Allowances())
    looker.translation = "" if locale == course.language else locale
    looker.emergency = any(map(serves_emergency, territory.contacts if territory else ()))
    if any(True for _ in looker.shown(course, locale)):
        looker.allowances = read_allowances(course, sources, (RULE,))
        yield from looker.shown(course, locale)


@dataclass(slots=True)
class _Looker:
    known: Known
    sources: Sources
    allowances: Allowances
    translation: str = ""
    """The locale of a translated edition, whose problems stand in the lines of the source."""
    emergency: bool = False
    """Whether 112 is verified for all who read this."""

    def told(self, said: Iterable[tuple[Printed, str, Place]], tag: str) -> Iterator[Problem]:
        """All words in one language, one after the other; a number may lie over two of them."""
        seam = Seam()
        for one, words, place in said:
            yield from self.look(one, words, tag, place)
            if over := seam.joined(words):
                yield from self.look(one, over, tag, place)

    def shown(self, course: Course, locale: str) -> Iterator[Problem]:
        """All words of a course, in their own language where no translation is shown."""
        for one in printed(course, self.sources):
            tag = (one.text.lang if one.text else "") or locale
            yield from self.look(one, one.words, tag, one.place)

    def look(self, one: Printed, words: str, tag: str, place: Place) -> Iterator[Problem]:
        """The numbers in one sentence."""
        around = Around(one.about, one.asked, one.helping)
        for found in islice(numbers_in(words, words_of(tag), self.known, around), _TOLD):
            if one.text is None and not (found.owner or len(found.whole) > _SHORT):
                continue
            if not (found.whole == EMERGENCY and self._emergency(one)):
                yield from self._tell(one, place, found.run, found.owner)

    def _tell(self, one: Printed, place: Place, run: str, owner: Owner | None) -> Iterator[Problem]:
        if one.text and self.allowances.allows(RULE, one.text):
            return
        if owner:
            name, file = owner
            message = f"'{run}' is a number of '{name}', and stands outside its entry"
            hint = f"Take it out: people verify it in locales/territories/{file}; {_BUILD}."
        else:
            message = f"'{run}' looks like a telephone number that nobody has verified"
            hint = (
                f"Put it into locales/territories/XX.yml, where people verify it; {_BUILD}. "
                "If it is none to call: '<!-- advice: allow phone: why -->' above it."
            )
        if self.translation and one.text and significant(run) not in significant(one.text.source):
            message = f"In the translation '{self.translation}', {message}"
        yield Problem("A406", self.sources.spot(place, run), message, hint)

    def _emergency(self, one: Printed) -> bool:
        """It is verified in every territory that this is marked for."""
        return self.emergency or bool(
            one.territories and self.known.emergency.issuperset(one.territories)
        )
