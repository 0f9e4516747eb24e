"""Why a preview is one, said on the pages that belong to no lesson (`rulings.md` 30)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from kandil.localize.apply import localize
from kandil.model.edition import Edition


def reasons(edition: Edition) -> Iterator[str]:
    """Each that is true of any part of the course, and no other."""
    if edition.kind != "preview":
        return
    if not all(module.reviewers for module in edition.course.modules):
        yield edition.translate("Not yet reviewed by a specialist.")
    if edition.drafts:
        yield edition.translate("This translation has not been reviewed by a person.")


def band(edition: Edition) -> Markup:
    """The reasons as a paragraph; nothing where there is none."""
    words = " ".join(reasons(edition))
    return Markup("<p>{}</p>\n").format(words) if words else Markup("")


def sibling(edition: Edition, tag: str) -> Edition:
    """The edition of another language of the tree, as far as its reasons go."""
    if tag == edition.locale:
        return edition
    # The words of the pages first: where these are drafts, no lesson has to be read.
    for modules in ((), edition.course.modules):
        course = replace(edition.course, modules=modules)
        other, _ = localize(course, tag, edition.kind, edition.as_of, edition.siblings)
        if other and other.drafts:
            return replace(other, course=edition.course)
    return other or edition
