"""The page that an exit leads to: nothing in it says where it was reached from."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from kandil.model.edition import Edition
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from kandil.render.site import assets
from kandil.render.site.page import Page
from kandil.render.site.safety import EXIT


def neutral_page(edition: Edition) -> Page:
    """In the words of the edition."""
    style = assets.sheet("recipe")
    values = {"style": Markup(style), "policy": assets.policy(style)}
    context = PageContext(edition, Pictures(Path(edition.course.folder), False))
    html = context.render("recipe.html", **values)
    title = edition.translate("Lentil soup")
    return Page(EXIT, html, title, first_load=assets.weight(html.encode()))
