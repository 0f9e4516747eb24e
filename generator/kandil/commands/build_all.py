"""`kandil build FOLDER… --all`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kandil.commands.finish import end, finish
from kandil.problems import Problem, errors

if TYPE_CHECKING:
    from kandil.build.request import Request
    from kandil.host.folder import Folder
    from kandil.host.order import Order


def build_all(request: Request, name: str, logo: Path | None) -> None:
    """Build the one folder, and say what is in it and why some of it is a preview."""
    from kandil.build.said import Told
    from kandil.commands.build import progress
    from kandil.host.folder import build_folder
    from kandil.host.order import Order
    from kandil.portal.pictures import unfit

    order = Order(
        request.folders,
        request.as_of,
        request.dist,
        request.territory,
        request.variant,
        request.own_territories,
        request.images,
        name,
        logo,
    )
    if problems := unfit(logo):
        finish(problems, "text")
    with progress() as watch:
        made = build_folder(order, watch)
    bad = bool(errors(made.built.problems)) or not made.built.rows
    end(Told("\n".join(_lines(order, made)), 1 if bad else 0))


def _lines(order: Order, made: Folder) -> Iterator[str]:
    from kandil.build.outcome import Outcome
    from kandil.commands.build import lines
    from kandil.host.contacts import lack_of_contacts

    built = made.built
    yield from lines(Outcome(built.rows, built.problems, built=bool(built.rows)))
    for (course, locale), why in built.held.items() if built.rows else ():
        yield f"{course} in {locale} is a preview, no release: {_shortly(why)}."
    if made.portalless and built.rows:
        yield f"No portal: {made.portalless}."
    if built.editions:
        yield f"Written: {order.out.as_posix()}. Begin with {order.out.as_posix()}/README.txt."
        if lacking := lack_of_contacts(order.territory, built.editions):
            yield lacking


def _shortly(why: list[Problem]) -> str:
    """The first reason, and how many more there are."""
    if not why:
        return "'kandil check --release' says why"
    first = why[0].message
    return first if len(why) == 1 else f"{first}, and {len(why) - 1} more"
