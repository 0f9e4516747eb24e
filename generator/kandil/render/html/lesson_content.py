"""The content of a lesson as markup, written once for whatever stands around it."""

from __future__ import annotations

from markupsafe import Markup

from kandil.model.course import Module
from kandil.model.structure import places_of_aims
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.context import PageContext
from kandil.render.html.escaping import escaped
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """Parts of a lesson; each is well-formed by itself."""

    title: Markup
    """`<h1>`"""
    objectives: Markup
    """`<li>` each; empty where the lesson names none."""
    body: Markup
    terms: Markup
    """`<dt>` and `<dd>` of each word of the glossary that the lesson links to."""
    interactions: frozenset[str]
    """Names of those in it."""


def write_lesson(page: PageContext, module: Module) -> Content:
    """`module` is that of `page`."""
    writer = BlockWriter(page)
    body = writer.write(module.blocks)
    title = f"<h1{writer.marks(module.title)}>{writer.words(module.title)}</h1>"
    objectives = _objectives(writer, module)
    terms = "".join(
        f'<dt id="{page.anchor(term.anchor)}"{writer.marks(term.title)}>'
        f"{writer.words(term.title)}</dt><dd>{writer.blocks(term.blocks)}</dd>"
        for term in module.terms
    )
    names = frozenset(writer.interactions)
    return Content(Markup(title), Markup(objectives), body, Markup(terms), names)


def _objectives(writer: BlockWriter, module: Module) -> str:
    """Each with where to read again."""
    places = places_of_aims(module) if module.objectives else {}
    items = []
    for aim in module.objectives:
        again = f' data-h="#{writer.page.anchor(places[aim.id])}"' if aim.id in places else ""
        about = f'{writer.marks(aim.text)} data-o="{escaped(aim.id)}"{again}'
        items.append(f"<li{about}>{writer.words(aim.text)}</li >")
    return "".join(items)
