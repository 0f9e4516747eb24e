"""`kandil build FOLDER… --all`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kandil.commands.finish import end, finish
from kandil.problems import Problem, errors

if TYPE_CHECKING:
    from kandil.build.request import Request
    from kandil.host.editions import Held
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
    if built.rows:
        yield from _held(built.held)
        yield from _missing(built.missing)
    if made.portalless and built.rows:
        yield f"No portal: {made.portalless}."
    if built.editions:
        yield f"Written: {order.out.as_posix()}. Begin with {order.out.as_posix()}/README.txt."
        if lacking := lack_of_contacts(order.territory, built.editions):
            yield lacking
        yield from _unmade()


def _unmade() -> Iterator[str]:
    """Every format is asked for, and some need an optional extra."""
    from kandil.exporters import find_exporters, parted

    known = find_exporters()
    for name in parted(known)[1]:
        whose = "trainers" if known[name].audience == "facilitator" else "learners"
        hint = f"pip install 'kandil[{name}]'"
        yield f"Without the format '{name}' for {whose}. To have it, build again after: {hint}"


def _held(held: Held) -> Iterator[str]:
    """Why languages are no release: each reason once for all languages of which it is true."""
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (course, locale), why in held.items():
        reasons = tuple(dict.fromkeys(_sentence(one) for one in why))
        groups.setdefault((course, reasons), []).append(locale)
    for (course, reasons), locales in groups.items():
        said = "is a preview, no release" if len(locales) == 1 else "are previews, no releases"
        yield f"{course} in {', '.join(locales)} {said}:"
        yield from (f"  {one}" for one in reasons or ("'kandil check --release' says why.",))


def _missing(missing: dict[str, list[str]]) -> Iterator[str]:
    """What is not there, beside what is."""
    for course, locales in missing.items():
        yield f"Not built: {course} in {', '.join(locales)}. Its errors stand above."


def _sentence(problem: Problem) -> str:
    """Without the name of the edition, which has been said."""
    words = problem.message.partition(": ")[2] if problem.code == "G001" else problem.message
    return f"{words[:1].upper()}{words[1:].removesuffix('.')}."
