"""The first page of a site in several languages: each by its own name, with what it lacks."""

from __future__ import annotations

from markupsafe import Markup

from kandil.exporters._bare import bare_page
from kandil.localize.words.formats import autonym, direction
from kandil.model.edition import Edition
from kandil.package.artefact import File
from kandil.render.site.pages import ABOUT
from kandil.render.site.scripts import FIRST

_ITEM = Markup(
    '<li><a href="{folder}index.html" hreflang="{tag}" lang="{tag}" dir="{direction}">{name}</a>'
    "{state}</li>"
)
_STATE = Markup('\n<p lang="{tag}" dir="{direction}">{words}</p>')


def languages_page(edition: Edition) -> File:
    """`index.html` of a course's folder. Where the course has an exit, the pages' own script runs
    here too, so that the exit is the same."""
    folder = f"{edition.locale}/"
    items = Markup("\n").join(_item(edition, locale) for locale in edition.siblings)
    body = Markup("<ul>\n{}\n</ul>").format(items)
    if edition.home:
        link = Markup('\n<p><a href="{}index.html">{}</a></p>')
        body += link.format(edition.home.removeprefix("../"), edition.translate("All lessons"))
    if not edition.course.exits:
        return File("index.html", bare_page(edition, body, folder))
    traces = Markup('\n<p><a href="{}#traces">{}</a></p>')
    body += traces.format(folder + ABOUT, edition.translate("Clear my traces"))
    script = Markup('<script src="{}"></script>\n').format(folder + FIRST)
    return File(
        "index.html", bare_page(edition, body, folder, allow="script-src 'self'; ", end=script)
    )


def _item(edition: Edition, tag: str) -> Markup:
    way = direction(tag)
    words = edition.why.get(tag, "")
    state = _STATE.format(tag=tag, direction=way, words=words) if words else ""
    there = edition.elsewhere.get(tag)
    up = edition.home.removeprefix("../")
    return _ITEM.format(
        folder=f"{tag}/" if there is None else up + there,
        tag=tag,
        direction=way,
        name=autonym(tag),
        state=state,
    )
