"""The first page of a site in several languages: each by its own name, and nothing else."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from kandil.exporters.bare import bare_page
from kandil.model.edition import Edition
from kandil.package.artefact import File

_ITEM = Markup(
    '<li><a href="{tag}/index.html" hreflang="{tag}" lang="{tag}" dir="{direction}">{name}</a></li>'
)


def languages_page(edition: Edition) -> File:
    """`index.html` of a course's folder; links alone, so no script and no storage."""
    items = Markup("\n").join(_item(locale) for locale in edition.siblings)
    return File("index.html", bare_page(edition, Markup("<ul>\n{}\n</ul>").format(items)))


def _item(tag: str) -> Markup:
    try:
        locale = Locale.parse(tag, sep="-")
        name = locale.get_display_name(locale) or tag
        # Not `upper()`: Georgian has capitals that stand in no sentence.
        name = name[:1].title() + name[1:]
    except UnknownLocaleError:
        # A pseudo-locale: `ar-XB`.
        locale, name = Locale.parse(tag.partition("-")[0]), tag
    return _ITEM.format(tag=tag, direction=locale.text_direction, name=name)
