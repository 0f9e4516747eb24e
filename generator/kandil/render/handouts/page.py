"""One page of paper: A4, no script, and no other rules of style than it uses."""

from __future__ import annotations

from pathlib import Path

from kandil.localize.coverage import COURSE
from kandil.localize.words import cautions
from kandil.localize.words.credits import course_credits, lesson_credits
from kandil.model.edition import Edition
from kandil.render.handouts.margin import margin
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from kandil.render.site import assets
from kandil.render.site.critical_css import critical_css, used_words
from kandil.render.site.lesson import discreet
from kandil.render.site.page import POLICY, STYLE, Page


def paper_page(path: str, template: str, page: PageContext, **values: object) -> Page:
    """The page of `template`; `values` are those that it asks for. Each is handed on by itself, so
    each says how far to trust it."""
    edition, lesson = page.edition, page.module
    name = discreet(edition.course)
    told = cautions.doubts(edition, lesson) if lesson else cautions.unread(edition, {COURSE})
    signed = lesson_credits(edition, lesson) if lesson else course_credits(edition)
    around = {"notices": [*told], "credits": signed, "discreet": name}
    around |= {"style": STYLE, "policy": POLICY}
    html = assets.tight(page.render(f"trainer/{template}", **{**around, **values}))
    # What has not been scrolled into view would be missing on paper.
    html = html.replace(" loading=lazy", "")
    style = critical_css(_rules(), used_words(html)) + margin(edition, page.module)
    html = html.replace(STYLE, style, 1).replace(POLICY, _policy(style), 1)
    return Page(path, html, name.plain)


def of_no_lesson(edition: Edition) -> PageContext:
    """For a page that belongs to the course, or to any."""
    return PageContext(edition, Pictures(Path(edition.course.folder), False))


def _rules() -> str:
    """All that a sheet could need."""
    own = assets.css(assets.in_theme("trainer/paper.css").read_text("utf-8"))
    return assets.sheet() + own


def _policy(style: str) -> str:
    """Without a script there is none to allow."""
    return assets.policy(style).replace("script-src 'self'; ", "")
