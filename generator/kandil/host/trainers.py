"""The first page of what is for trainers: every course in every language for which there is a first
page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kandil.build.places import TRAINERS
from kandil.exporters._bare import bare_page
from kandil.host.by_language import STYLE, heading, sections
from kandil.model.edition import Edition

_FIRST = "index.html"


def write_trainers_page(editions: Sequence[Edition], name: str, folder: Path) -> None:
    """Into `folder`; none where it would lead nowhere. `name`: of the host.

    It has no exit, as the sheets have none: it is for a desk and a printer.
    """
    led = [one for one in editions if (folder / place(one) / one.locale / _FIRST).is_file()]
    if not led:
        (folder / _FIRST).unlink(missing_ok=True)
        return
    title, head = heading(led, "For the trainer", name)
    page = bare_page(
        led[0], sections(led, place), title=title, style=STYLE, head=head, leaves=False
    )
    (folder / _FIRST).write_bytes(page)


def place(edition: Edition) -> str:
    """Where its sheets lie, with those of its siblings."""
    return f"{edition.kind}/{TRAINERS}/{edition.name}"
