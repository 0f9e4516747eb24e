"""What stands at the end of a lesson in every format: reviewers, sources, status, licence."""

from __future__ import annotations

from collections.abc import Iterator

from kandil import __version__
from kandil.localize.words.cautions import reviewed
from kandil.localize.words.formats import licence, month
from kandil.localize.words.territory import status_note
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.help import Fact, Line, joined
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Credits:
    """What stands at the end: who answers for the words, and what may be done with them."""

    review: str
    """Empty where every lesson of the course was reviewed, and each says so itself."""
    dates: tuple[str, ...]
    """When the advice was checked (or written: nobody reviewed it), and until when it is good."""
    sources: tuple[str, ...]
    figures: tuple[Fact, ...]
    """Those of the course that the lesson names."""
    status: Line
    """What must stand wherever the name of the territory does; often nothing."""
    version: str
    """`Version 1.2 · CC BY-SA 4.0`"""

    @property
    def lines(self) -> tuple[str, ...]:
        """For a format without markup."""
        status = f"* {joined(self.status).plain}" if self.status else ""
        figures = (fact.plain for fact in self.figures)
        dated = " ".join((self.review, *self.dates))
        every = (dated, *self.sources, *figures, status, self.version)
        return tuple(filter(None, every))


def lesson_credits(edition: Edition, module: Module) -> Credits:
    """Of one lesson."""
    return Credits(
        _review(edition, module),
        tuple(_dates(edition, module)),
        module.sources,
        module.figures,
        status_note(edition, module),
        _version(edition, module.licence),
    )


def course_credits(edition: Edition) -> Credits:
    """Of what belongs to no lesson."""
    review = "" if reviewed(edition.course) else _unreviewed(edition)
    return Credits(review, (), (), (), status_note(edition), _version(edition, ""))


def _review(edition: Edition, module: Module) -> str:
    if not module.reviewers:
        return _unreviewed(edition)
    words = edition.translate("Reviewed by {names}.")
    return words.replace("{names}", ", ".join(module.reviewers))


def _unreviewed(edition: Edition) -> str:
    # safety: said wherever no specialist has read the lesson
    return edition.translate("Not yet reviewed by a specialist.")


def _dates(edition: Edition, module: Module) -> Iterator[str]:
    if module.advice_reviewed:
        # Who writes it down may be the only one who has looked: that is no check.
        checked = edition.translate("Advice checked: {month}.")
        words = checked if module.reviewers else edition.translate("Advice written: {month}.")
        yield words.replace("{month}", month(module.advice_reviewed, edition.locale))
    if module.best_by:
        words = edition.translate("Best before: {month}.")
        yield words.replace("{month}", month(module.best_by, edition.locale))


def _version(edition: Edition, spdx: str) -> str:
    words = edition.translate("Version {version} · {licence}")
    named = licence(spdx or edition.course.licence)
    return words.replace("{version}", __version__).replace("{licence}", named)
