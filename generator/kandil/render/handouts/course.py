"""The sheets of a course: what is asked before and after it, and the page that leads to all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kandil.localize.words import cautions, formats
from kandil.model.edition import Edition
from kandil.model.forms import SHEETS
from kandil.render.handouts.page import of_no_lesson, paper_page
from kandil.render.handouts.questions import keyed, numbered
from kandil.render.handouts.writer import PaperWriter, sheet
from kandil.render.site.page import Page

INDEX = "index.html"


def form_pages(edition: Edition) -> Iterator[Page]:
    """Form A, form B, and the key of both."""
    forms, page = edition.course.forms, of_no_lesson(edition)
    if not forms:
        return
    for name in SHEETS:
        asked = tuple(x for pair in forms for x in (pair.before, pair.after) if x.sheet == name)
        body = numbered(PaperWriter(page), asked)
        yield paper_page(f"form-{name.lower()}.html", "form.html", page, letter=name, body=body)
    writer = PaperWriter(page)
    both = [(keyed(writer, pair.before), keyed(writer, pair.after)) for pair in forms]
    yield paper_page("forms-key.html", "forms-key.html", page, both=both)


def index_page(edition: Edition, made: Mapping[str, list[str]]) -> Page:
    """Leads to every sheet; `made`: those of each lesson, by its id."""
    course, page = edition.course, of_no_lesson(edition)
    rows = [(number, one, made.get(one.id, [])) for number, one in enumerate(course.modules, 1)]
    return paper_page(
        INDEX,
        "index.html",
        page,
        rows=rows,
        sheet=sheet,
        writer=PaperWriter(page),
        minutes=lambda number: formats.minutes(number, edition.locale),
        notices=[*cautions.reasons(edition)],
    )
