"""The portal's sources: Markdown pages, the handbook beside them, pictures and a logo."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment

from kandil.paths import themes
from kandil.portal.catalogue import FORMATS, Card, autonym, size
from kandil.portal.pictures import as_svg
from kandil.portal.templates import plain_templates
from kandil.values import dataclass

HANDBOOK = "handbook"
_MARKDOWN = str.maketrans(
    {sign: f"\\{sign}" for sign in "\\`*_{}[]>|"} | {"<": "&lt;", "&": "&amp;"}
)


@dataclass(frozen=True, slots=True)
class Front:
    """What is the host's own."""

    name: str
    """Of the ministry or organisation."""
    logo: Path | None
    """A picture; None: the lamp."""
    packages: str
    """Where `dist/` lies, seen from the portal's first page: `../../dist`."""
    first: str = ""
    """The page that learners begin with, seen from there; empty where there is none."""
    sheets: bool = True
    """Whether the portal may link what is for trainers: not where learners find it, too."""


def write_portal(front: Front, cards: Sequence[Card], handbook: Path | None, out: Path) -> None:
    """Write everything into `out`, which is made anew."""
    shutil.rmtree(out, ignore_errors=True)
    source = themes() / "portal"
    shutil.copytree(source / "assets", out / "assets")
    if front.logo:
        (out / "assets/logo.svg").write_bytes(as_svg(front.logo))
    if handbook:
        shutil.copytree(handbook, out / HANDBOOK, ignore=shutil.ignore_patterns("*.py"))
    pages = _environment()
    words = {"front": front, "cards": cards, "handbook": bool(handbook), "formats": FORMATS}
    for name in sorted(path.name for path in source.glob("[!_]*.md")):
        (out / name).write_text(pages.get_template(name).render(words, base="."), "utf-8")
    (out / "courses").mkdir()
    for card in cards:
        _write_course(pages, front, card, out / "courses")


def _write_course(pages: Environment, front: Front, card: Card, folder: Path) -> None:
    if card.picture:
        shutil.copy(card.picture, folder / f"{card.course.id}{card.picture.suffix}")
    page = pages.get_template("_course.md").render(front=front, card=card, base="..")
    (folder / f"{card.course.id}.md").write_text(page, "utf-8")


def _environment() -> Environment:
    """Words of courses are escaped as Markdown: they bring no mark of their own."""
    made = plain_templates("portal")
    made.filters["md"] = lambda words: str(words).translate(_MARKDOWN)
    made.filters["size"] = size
    made.filters["autonym"] = autonym
    made.filters["format"] = lambda form: FORMATS.get(form, form)
    return made
