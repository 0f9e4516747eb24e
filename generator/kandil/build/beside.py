"""What lies around the tree of an edition: its siblings, and on one host the other trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kandil.exporters.site import Site
from kandil.localize.words.cautions import reasons
from kandil.model.edition import Edition
from kandil.render.site.pages import beside_lessons
from kandil.values import dataclass

_UP = "../../../../"
"""From a page in `release/site/siu-GE/en/`."""


@dataclass(frozen=True, slots=True)
class Host:
    """One folder for releases and previews, with a first page over all courses."""

    editions: tuple[Edition, ...] = ()
    """Those of the course in its other tree."""


def place(edition: Edition) -> str:
    """Where its pages lie on a host, with those of its siblings."""
    return f"{edition.kind}/{Site.name}/{edition.name}"


def related(editions: list[Edition], host: Host | None = None) -> list[Edition]:
    """Each knowing its siblings, those in the other tree of the `host` among them."""
    every: Sequence[Edition] = [*editions, *(host.editions if host else ())]
    why = {edition.locale: " ".join(reasons(edition)) for edition in every}
    own = {edition.locale: beside_lessons(edition.course) for edition in every}
    some = frozenset[str]().union(*own.values())
    away = {
        edition.locale: (some - own[edition.locale]).union(x.id for x in edition.course.left_out)
        for edition in every
    }
    there = {one.locale: f"{place(one)}/{one.locale}/" for one in host.editions} if host else {}
    home = _UP if host else ""
    return [
        replace(one, siblings=tuple(why), why=why, away=away, home=home, elsewhere=there)
        for one in editions
    ]
