"""Telephone numbers typed into a lesson: nobody verifies them there (docs/design/0010)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kandil.lint.lint import Lint, LintContext, Moment
from kandil.lint.material import Material
from kandil.lint.phones.disguised import digit_in, spelt
from kandil.lint.phones.known import (
    EMERGENCY,
    RUN,
    Known,
    Owner,
    known,
    serves_emergency,
    significant,
)
from kandil.lint.phones.numbers import Around, numbers_in
from kandil.lint.phones.printed import Printed
from kandil.lint.phones.seam import Seam
from kandil.lint.phones.words import words_of
from kandil.problems import Place, Problem
from kandil.values import dataclass

RULE = "phone"
"""What an exception names."""
_SHORT = 6
"""Digits up to which code and names may count something."""
_TOLD = 50
"""Numbers of one text that are told; the others have the same fault."""
_BUILD = "the build prints it under Help"


def lint_phones(context: LintContext) -> Iterator[Problem]:
    """In the source, in each translation at its place in a PO file, and in what an edition shows,
    where its territory's own 112 may stand."""
    looker = _Looker(context, known(context.folder))
    contacts = context.territory.contacts if context.territory else ()
    looker.emergency = any(map(serves_emergency, contacts))
    seam = Seam()
    for one in context.material.printed:
        for words, tag, place in _worded(context, one):
            if digit_in(words):
                yield from looker.look(one, words, tag, place)
            # Over two texts of an edition the finished page is looked at, whatever joined them.
            if context.moment is not Moment.EDITION and (over := seam.joined(words)):
                yield from looker.look(one, over, tag, place)


def allowed_numbers(material: Material) -> Iterator[str]:
    """Digits of sentences below an exception: the author has said why they are none to call."""
    allowances = material.allowances
    if any(one.rule == RULE for one in allowances.found):
        for one in material.printed:
            if one.text and allowances.allows(RULE, one.text):
                yield from (significant(run) for run in RUN.findall(spelt(one.words)))


def _worded(context: LintContext, one: Printed) -> Iterator[tuple[str, str, Place]]:
    """The words, their language, and where a person can mend them."""
    if context.moment is not Moment.TRANSLATION:
        yield one.words, (one.text.lang if one.text else "") or context.locale, one.place
        return
    for words, place in context.words(one.text):
        yield words, context.locale, place


@dataclass(slots=True)
class _Looker:
    context: LintContext
    known: Known
    emergency: bool = False
    """Whether 112 is verified for all who read this."""

    def look(self, one: Printed, words: str, tag: str, place: Place) -> Iterator[Problem]:
        """The numbers in one sentence."""
        around = Around(one.about, one.asked, one.helping)
        for found in islice(numbers_in(words, words_of(tag), self.known, around), _TOLD):
            long = len(found.whole) > _SHORT or not found.whole.isdigit()
            if one.text is None and not (found.owner or long):
                continue
            if not (found.whole == EMERGENCY and self._emergency(one)):
                yield from self._tell(one, place, found.run, found.owner)

    def _tell(self, one: Printed, place: Place, run: str, owner: Owner | None) -> Iterator[Problem]:
        if one.text and self.context.allowances.allows(RULE, one.text):
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
        if self._translated and one.text and significant(run) not in significant(one.text.source):
            message = f"In the translation '{self.context.locale}', {message}"
        yield Problem("A406", self.context.sources.spot(place, run), message, hint)

    @property
    def _translated(self) -> bool:
        """Whether problems of a translation stand in the lines of its source."""
        context = self.context
        return context.moment is Moment.EDITION and context.locale != context.course.language

    def _emergency(self, one: Printed) -> bool:
        """It is verified in every territory that this is marked for."""
        return self.emergency or bool(
            one.territories and self.known.emergency.issuperset(one.territories)
        )


LINT = Lint(lint_phones, frozenset({Moment.SOURCE, Moment.TRANSLATION, Moment.EDITION}), RULE)
